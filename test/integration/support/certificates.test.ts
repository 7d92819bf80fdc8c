import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer } from 'node:tls';
import { describe, expect, test } from 'vitest';
import {
  expired,
  expiredSelfSigned,
  notYetValid,
  selfSigned,
  signed,
  type TestCertificate,
  unknownAuthority,
  wrongHost,
} from '../../support/certificates';

/** What Node says of the certificate when it trusts the test authority and dials `localhost`; undefined: all is well. */
async function verdict({ key, cert }: TestCertificate): Promise<string | undefined> {
  const server = createServer({ key, cert }).listen(0, '127.0.0.1');
  // The client refuses: that is the point.
  server.on('tlsClientError', () => {});
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a listening TCP server has a port');
  const { ca } = await signed();
  const socket = connect({ port: address.port, host: '127.0.0.1', servername: 'localhost', ...(ca ? { ca } : {}) });
  const said = await new Promise<string | undefined>((resolve) => {
    socket.once('secureConnect', () => resolve(undefined));
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code));
  });
  socket.destroy();
  await once(server.close(), 'close');
  return said;
}

describe('test certificates', () => {
  test.each([
    ['signed', signed, undefined],
    ['selfSigned', selfSigned, 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    // Of its two faults Node names this one.
    ['expiredSelfSigned', expiredSelfSigned, 'CERT_HAS_EXPIRED'],
    ['expired', expired, 'CERT_HAS_EXPIRED'],
    ['notYetValid', notYetValid, 'CERT_NOT_YET_VALID'],
    ['wrongHost', wrongHost, 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['unknownAuthority', unknownAuthority, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ] as const)('%s is refused or trusted for its own reason', async (_name, make, reason) => {
    expect(await verdict(await make())).toBe(reason);
  });

  test('is self-signed as Gluu’s installer does it: CN=localhost, no alternative name', async () => {
    const facts = new X509Certificate((await selfSigned()).cert);
    expect(facts.subject).toContain('CN=localhost');
    expect(facts.issuer).toBe(facts.subject);
    expect(facts.subjectAltName).toBeUndefined();
  });

  test('has the names it is asked for, and is not good for an address without one', async () => {
    const facts = new X509Certificate((await signed(['DNS:gluu.example.org', 'IP:127.0.0.1'])).cert);
    expect(facts.subjectAltName).toBe('DNS:gluu.example.org, IP Address:127.0.0.1');
    expect(facts.checkIP('127.0.0.1')).toBe('127.0.0.1');
    const dnsOnly = new X509Certificate((await signed(['DNS:localhost'])).cert);
    expect(dnsOnly.checkIP('127.0.0.1')).toBeUndefined();
    expect(dnsOnly.checkHost('localhost')).toBe('localhost');
  });

  test('has ended, or not begun', async () => {
    const [old, young] = [await expiredSelfSigned(), await notYetValid()].map(({ cert }) => new X509Certificate(cert));
    expect(Date.parse(old?.validTo ?? '')).toBeLessThan(Date.now());
    expect(Date.parse(young?.validFrom ?? '')).toBeGreaterThan(Date.now());
  });

  test('is made once, and once more for another variant', async () => {
    const [first, again, other] = await Promise.all([selfSigned(), selfSigned(), selfSigned(2)]);
    expect(again).toBe(first);
    expect(other?.sha256).not.toBe(first?.sha256);
    expect(new X509Certificate(other?.cert ?? '').subject).toBe(new X509Certificate(first?.cert ?? '').subject);
  });
});
