import { X509Certificate } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { overFiles } from './over-files';
import { runTool } from './run-tool';
import { makeTemporaryFolder } from './temporary-folder';

/** A server certificate in PEM with its private key. */
export interface TestCertificate {
  key: string;
  cert: string;
  /** The authority that signed it, where a client is meant to trust that. */
  ca?: string;
  /** SHA-256 over the DER as Node writes it: upper-case hex pairs joined by colons. */
  sha256: string;
}

interface Wanted {
  commonName: string;
  /** Subject alternative names as OpenSSL writes them, e.g. `DNS:localhost`. */
  names?: string[];
  signer: 'itself' | 'trusted' | 'unknown' | 'self-signed authority';
  /** What it is issued for; servers unless said otherwise. */
  purpose?: 'clientAuth';
  /** Days from now. */
  from?: number;
  until?: number;
  /** Tells certificates apart that are otherwise the same: another key, another serial number. */
  variant?: number;
}

const made = overFiles('certificates', () => new Map<string, Promise<TestCertificate>>());

/** Self-signed for CN=localhost without any subject alternative name, as Gluu's installer makes it for OpenLDAP. */
export const selfSigned = (variant = 1): Promise<TestCertificate> =>
  certificate({ commonName: 'localhost', signer: 'itself', variant });

/** Signed by the test authority (`ca`) for these names; by default what a client on this machine dials. */
export const signed = (names = ['DNS:localhost', 'IP:127.0.0.1'], variant = 1): Promise<TestCertificate> =>
  certificate({ commonName: commonName(names), names, signer: 'trusted', variant });

/** As `signed`, but it ended yesterday. */
export const expired = (names = ['DNS:localhost', 'IP:127.0.0.1']): Promise<TestCertificate> =>
  certificate({ commonName: commonName(names), names, signer: 'trusted', from: -30, until: -1 });

/** As `selfSigned`, but it ended yesterday: what most old Gluu servers with OpenLDAP show (valid for 365 days). */
export const expiredSelfSigned = (): Promise<TestCertificate> =>
  certificate({ commonName: 'localhost', signer: 'itself', from: -366, until: -1 });

/** As `signed`, but it begins tomorrow. */
export const notYetValid = (names = ['DNS:localhost', 'IP:127.0.0.1']): Promise<TestCertificate> =>
  certificate({ commonName: commonName(names), names, signer: 'trusted', from: 1, until: 30 });

/** Signed by the test authority for a host that nobody dials. */
export const wrongHost = (): Promise<TestCertificate> => signed(['DNS:elsewhere.example.org']);

/** Signed for the right names by an authority that no client knows. */
export const unknownAuthority = (names = ['DNS:localhost', 'IP:127.0.0.1']): Promise<TestCertificate> =>
  certificate({ commonName: commonName(names), names, signer: 'unknown' });

/** With four faults at once: of an authority that no client knows, for another host, not for servers, and ended or to come. */
export const fourFaults = (dates: 'ended' | 'to come'): Promise<TestCertificate> =>
  certificate({
    commonName: 'elsewhere.example.org',
    names: ['DNS:elsewhere.example.org'],
    signer: 'unknown',
    purpose: 'clientAuth',
    ...(dates === 'ended' ? { from: -30, until: -1 } : { from: 1, until: 300 }),
  });

/** The certificate of an authority (keyUsage keyCertSign, cRLSign) that a server shows as its own. */
export const authorityAsServer = (): Promise<TestCertificate> =>
  certificate({ commonName: 'localhost', signer: 'self-signed authority' });

const commonName = (names: string[]): string => (names[0] ?? 'localhost').replace(/^\w+:/, '');

/** One certificate per wish and process; the files behind it go when the process ends. */
function certificate(wanted: Wanted): Promise<TestCertificate> {
  const wish = JSON.stringify(wanted);
  const known = made.get(wish);
  if (known !== undefined) return known;
  const fresh = make(wanted);
  made.set(wish, fresh);
  return fresh;
}

async function make(wanted: Wanted): Promise<TestCertificate> {
  const authority = await signerOf(wanted);
  const at = makeTemporaryFolder('certificate');
  prepare(wanted, at);
  const subject = `/C=US/ST=TX/L=Austin/O=Example/CN=${wanted.commonName}/emailAddress=admin@example.org`;
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', 'key.pem'];
  await runTool('openssl', ['req', '-config', 'ca.conf', ...newKey, '-subj', subject, '-out', 'request.pem'], {
    folder: at,
  });
  // `openssl ca` is the one command of OpenSSL 3.0 that can set both dates freely.
  const dates = ['-startdate', day(wanted.from ?? -1), '-enddate', day(wanted.until ?? 364)];
  const output = ['-in', 'request.pem', '-out', 'cert.pem', '-batch', '-notext'];
  await runTool('openssl', ['ca', '-config', 'ca.conf', ...signArguments(wanted, at, authority), ...dates, ...output], {
    folder: at,
  });
  const cert = readFileSync(join(at, 'cert.pem'), 'utf8');
  return {
    key: readFileSync(join(at, 'key.pem'), 'utf8'),
    cert,
    ...(authority !== undefined && wanted.signer === 'trusted' ? { ca: authority.cert } : {}),
    sha256: new X509Certificate(cert).fingerprint256,
  };
}

async function signerOf({ signer }: Wanted): Promise<TestCertificate | undefined> {
  if (signer !== 'trusted' && signer !== 'unknown') return undefined;
  return certificate({ commonName: `Test authority, ${signer}`, signer: 'self-signed authority' });
}

function signArguments(wanted: Wanted, at: string, authority: TestCertificate | undefined): string[] {
  // No extension at all for a self-signed one: Gluu's installer makes a version 1 certificate (openssl x509 -signkey).
  if (wanted.signer === 'itself') return ['-selfsign', '-keyfile', 'key.pem'];
  if (authority === undefined) return ['-selfsign', '-keyfile', 'key.pem', '-extensions', 'authority'];
  writeFileSync(join(at, 'ca-key.pem'), authority.key, { mode: 0o600 });
  writeFileSync(join(at, 'ca.pem'), authority.cert);
  return ['-keyfile', 'ca-key.pem', '-cert', 'ca.pem', '-extensions', 'server'];
}

function prepare(wanted: Wanted, at: string): void {
  writeFileSync(join(at, 'index.txt'), '');
  writeFileSync(
    join(at, 'ca.conf'),
    `[ca]
default_ca = this
[this]
dir = .
database = index.txt
new_certs_dir = .
default_md = sha256
policy = any
rand_serial = yes
preserve = yes
[any]
commonName = supplied
countryName = optional
stateOrProvinceName = optional
localityName = optional
organizationName = optional
emailAddress = optional
[req]
distinguished_name = name
[name]
[authority]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
[server]
basicConstraints = critical,CA:FALSE
extendedKeyUsage = ${wanted.purpose ?? 'serverAuth'}
${wanted.names === undefined ? '' : `subjectAltName = ${wanted.names.join(',')}`}
`,
  );
}

/** The GeneralizedTime of OpenSSL's -startdate and -enddate, that many days from now. */
function day(fromNow: number): string {
  const date = new Date(Date.now() + fromNow * 86_400_000);
  return `${date.toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')}Z`;
}
