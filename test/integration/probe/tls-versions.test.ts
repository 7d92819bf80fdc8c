import type { SecureVersion } from 'node:tls';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ProbeRequest } from '../../../src-main/probe/probe-request';
import { signed, type TestCertificate } from '../../support/certificates';
import { startTlsFloor, type TlsFloor } from '../../support/tls-floor';
import { plain, runProbe } from './run-probe';

let good: TestCertificate;
beforeAll(async () => {
  good = await signed();
});
let server: TlsFloor;
afterEach(() => server.stop());

describe('versions of TLS', () => {
  const floor = async (least: SecureVersion, most: SecureVersion, implicit: boolean, more: Partial<ProbeRequest>) => {
    const started = await startTlsFloor({ certificate: good, least, most, implicit });
    server = started;
    const security = implicit ? ('tls' as const) : ('startTls' as const);
    return runProbe({ ...plain(started.port), security, pin: good.sha256, ...more });
  };

  test.each([
    ['TLSv1', true],
    ['TLSv1.1', true],
    ['TLSv1', false],
    ['TLSv1.1', false],
  ] as const)('a server that knows only %s (from the start: %s)', async (version, implicit) => {
    const ran = await floor(version, version, implicit, {});
    expect(ran.failures).toEqual(['S28']);
    expect(ran.findings[0]?.explanation).toContain(`only ${version}, `);
  });

  test.each([
    ['TLSv1.2', 'TLSv1.3', { '1.0': false, '1.1': false, '1.2': true, '1.3': true }, ['S29']],
    ['TLSv1.3', 'TLSv1.3', { '1.0': false, '1.1': false, '1.2': false, '1.3': true }, ['S29']],
    ['TLSv1', 'TLSv1.2', { '1.0': true, '1.1': true, '1.2': true, '1.3': false }, []],
  ] as const)('from %s to %s', async (least, most, versions, warnings) => {
    for (const implicit of [true, false]) {
      const ran = await floor(least, most, implicit, { tlsVersions: true });
      expect(ran.seen.tlsVersions).toEqual(versions);
      expect([ran.failures, ran.warnings]).toEqual([[], warnings]);
      await server.stop();
    }
  });

  test.each([
    ['TLSv1.2', true],
    ['TLSv1.3', true],
    ['TLSv1.2', false],
    ['TLSv1.3', false],
  ] as const)('a client certificate is wanted (%s, from the start: %s)', async (version, implicit) => {
    const started = await startTlsFloor({
      certificate: good,
      least: version,
      most: version,
      implicit,
      wantsClient: true,
    });
    server = started;
    const ran = await runProbe({ ...plain(started.port), security: implicit ? 'tls' : 'startTls', pin: good.sha256 });
    expect(ran.failures).toEqual(['S31']);
  });

  test('no cipher in common', async () => {
    const started = await startTlsFloor({
      certificate: good,
      least: 'TLSv1.2',
      most: 'TLSv1.2',
      implicit: true,
      ciphers: 'ECDHE-RSA-AES128-SHA', // the key is an EC one
    });
    server = started;
    const ran = await runProbe({ ...plain(started.port), security: 'tls' });
    expect(ran.failures).toEqual(['S30']);
  });
});
