import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { createServer } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TlsConnection } from '../../../src-main/net/tls';
import type { Failure } from '../../../src-shared/model/failure';
import { expired, notYetValid, selfSigned, signed, type TestCertificate, wrongHost } from '../../support/certificates';
import { runInNode } from '../../support/in-node';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../support/temporary-folder';

let folder: string;
let authority: string;
beforeAll(async () => {
  folder = makeTemporaryFolder('trust');
  authority = path.join(folder, 'ca.pem');
  writeFileSync(authority, (await signed()).ca ?? '');
});
afterAll(() => removeTemporaryFolder(folder));

interface Said extends Partial<Omit<TlsConnection, 'socket'>> {
  failure?: Failure;
}

/** Connects to a server with that certificate from a process that trusts the test authority; gives what came of it. */
async function meet(tls: TestCertificate, wish: { host: string; pin?: string }, environment: NodeJS.ProcessEnv = {}) {
  const names: string[] = [];
  const SNICallback = (name: string, done: (error: null) => void) => {
    names.push(name);
    done(null);
  };
  const server = createServer({ key: tls.key, cert: tls.cert, SNICallback }, (socket) => {
    socket.on('error', () => {}).resume();
  });
  // A client that does not like a certificate resets the connection.
  server.on('tlsClientError', () => {});
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const trusting = { NODE_EXTRA_CA_CERTS: authority, ...environment };
  const said = await runInNode<Said>('test/integration/ldap/trusting-client.ts', { port, ...wish }, trusting);
  server.close();
  return { ...said, names };
}

describe('a certificate this computer trusts', () => {
  test('for the name or the address that was typed is enough', async () => {
    const tls = await signed();
    for (const host of ['localhost', 'LOCALHOST', 'localhost.', '127.0.0.1']) {
      const outcome = await meet(tls, { host });
      expect(outcome, host).toMatchObject({ trust: 'system', certificate: { sha256: tls.sha256, selfSigned: false } });
      expect(outcome.certificate?.names).toEqual(['DNS:localhost', 'IP Address:127.0.0.1']);
      expect(outcome.certificate?.distrust).toBeUndefined();
    }
  });

  test('is asked for by the name in the form that certificates have', async () => {
    const tls = await signed(['DNS:xn--bcher-kva.example']);
    for (const host of ['b\u00fccher.example', 'xn--bcher-kva.example', 'b\u00fccher.example.']) {
      const { trust, names, failure } = await meet(tls, { host });
      expect([trust, names, failure], host).toEqual(['system', ['xn--bcher-kva.example'], undefined]);
    }
  });

  test.each<[string, () => Promise<TestCertificate>, string, string]>([
    ['for another name', wrongHost, 'localhost', 'ERR_TLS_CERT_ALTNAME_INVALID'],
    [
      'for a name where an address was typed',
      () => signed(['DNS:localhost']),
      '127.0.0.1',
      'ERR_TLS_CERT_ALTNAME_INVALID',
    ],
    [
      'for a name that only begins alike',
      () => signed(['DNS:localhost']),
      'localhost.example',
      'ERR_TLS_CERT_ALTNAME_INVALID',
    ],
    ['whose time is over', () => expired(), 'localhost', 'CERT_HAS_EXPIRED'],
    ['whose time has not begun', () => notYetValid(), 'localhost', 'CERT_NOT_YET_VALID'],
  ])('%s is not, and the reason is named', async (_, make, host, distrust) => {
    const tls = await make();
    const { failure } = await meet(tls, { host });
    expect(failure).toMatchObject({
      code: 'tls.untrusted',
      detail: distrust,
      certificate: { sha256: tls.sha256, distrust },
      facts: { host, pin: '' },
    });
  });

  test('is still an alarm where another one was trusted', async () => {
    const [old, renewed] = [await signed(undefined, 2), await signed(undefined, 3)];
    const { failure } = await meet(renewed, { host: 'localhost', pin: old.sha256 });
    expect(failure).toMatchObject({ code: 'tls.changed', facts: { pin: old.sha256 } });
    expect(failure?.certificate).toMatchObject({ sha256: renewed.sha256 });
    expect((await meet(renewed, { host: 'localhost', pin: renewed.sha256 })).trust).toBe('pin');
  });
});

test('no environment variable makes a certificate trusted', async () => {
  const { failure } = await meet(await selfSigned(), { host: 'localhost' }, { NODE_TLS_REJECT_UNAUTHORIZED: '0' });
  expect(failure).toMatchObject({ code: 'tls.untrusted', detail: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
});
