import { X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';

/** A certificate with its key, and how to recognise it. */
export interface DemoCertificate {
  /** PEM. */
  certificate: string;
  /** PEM, PKCS #8. */
  privateKey: string;
  /** SHA-256 over the DER, upper-case hex pairs joined by colons. */
  sha256: string;
}

const day = 24 * 60 * 60 * 1000;

/**
 * Makes a self-signed certificate like the one Gluu's setup makes for its LDAP server: CN=localhost, valid 365 days
 * (community-edition-setup, gen_cert). Unlike that one it names localhost and 127.0.0.1 as alternative names, and
 * its key is P-256: an RSA key takes tenths of a second to make, this one a millisecond.
 */
export async function makeCertificate(): Promise<DemoCertificate> {
  const notBeforeDate = new Date();
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate,
    notAfterDate: new Date(notBeforeDate.getTime() + 365 * day),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return { certificate: made.cert, privateKey: made.private, sha256: new X509Certificate(made.cert).fingerprint256 };
}
