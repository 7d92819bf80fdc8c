import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ProbeRequest } from '../../../src-main/probe/probe-request';
import { mailServerFacts } from '../../../src-shared/diagnosis/mail-server-facts';
import { bundle } from '../../support/bundle';
import { expired, fourFaults, notYetValid, signed, type TestCertificate, wrongHost } from '../../support/certificates';
import { type ScriptedSmtp, startScriptedSmtp } from '../../support/scripted-smtp';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../support/temporary-folder';
import { login, type Probed, plain } from './run-probe';

let client: string;
let folder: string;
beforeAll(async () => {
  client = await bundle('test/integration/probe/probe-client.ts');
  folder = makeTemporaryFolder('probe-trust');
});
afterAll(() => removeTemporaryFolder(folder));
let server: ScriptedSmtp;
afterEach(() => server.stop());

/** Runs one probe on a computer that trusts the certificate's authority. */
async function meet(certificate: TestCertificate, more: Partial<ProbeRequest>): Promise<Probed> {
  server = await startScriptedSmtp({ tls: certificate, implicitTls: more.security === 'tls', login });
  const authority = join(folder, 'authority.pem');
  writeFileSync(authority, certificate.ca ?? '');
  const request: ProbeRequest = { ...plain(server.port), login, ...more };
  return new Promise((resolve, reject) => {
    const environment = { PATH: process.env.PATH, NODE_EXTRA_CA_CERTS: authority };
    const run = execFile(process.execPath, [client], { env: environment }, (error, stdout, stderr) => {
      if (error) reject(new Error(`the client failed: ${stderr}`, { cause: error }));
      else resolve(JSON.parse(stdout) as Probed);
    });
    run.stdin?.end(JSON.stringify(request));
  });
}

describe.each(['startTls', 'tls'] as const)('%s on a computer that trusts the authority', (security) => {
  test.each(['127.0.0.1', 'localhost'])('a good certificate for %s', async (host) => {
    const ran = await meet(await signed(), { host, security });
    expect(ran.failures).toEqual([]);
    expect(ran.seen).toMatchObject({ loggedIn: true, tls: { trusted: true, nameMatches: true } });
    expect(ran.seen.tls?.chain).toHaveLength(2);
    expect(mailServerFacts(ran.seen)).toMatchObject({ certificate: 'trusted', credentials: 'accepted' });
  });

  test.each<[string, () => Promise<TestCertificate>, string, string, RegExp]>([
    ['for another host', wrongHost, 'S27', 'wrongHost', /the certificate is for DNS:elsewhere\.example\.org\./],
    ['whose time is over', expired, 'S23', 'expired', /expired on [A-Z][a-z]+ \d+, \d{4} \((1 day|2 days) ago\)/],
    [
      'whose time has not come',
      notYetValid,
      'S24',
      'notYetValid',
      /is not valid before [A-Z][a-z]+ \d+, \d{4}; this workstation’s clock shows [A-Z][a-z]+ \d+, \d{4}, \d/,
    ],
  ])('one %s', async (_name, make, id, fact, explanation) => {
    const ran = await meet(await make(), { security });
    expect(ran.failures).toEqual([id]);
    expect(ran.findings[0]?.explanation).toMatch(explanation);
    expect(mailServerFacts(ran.seen).certificate).toBe(fact);
    expect(server.lines().some(({ line }) => /^(AUTH|MAIL)/.test(line))).toBe(false);
  });

  test('a trusted one will not do if the user trusted another before', async () => {
    const [shown, trusted] = await Promise.all([signed(), signed(undefined, 2)]);
    const ran = await meet(shown, { security, pin: trusted.sha256 });
    expect(ran.failures).toEqual(['S35']);
    expect(server.lines().some(({ line }) => /^(AUTH|MAIL)/.test(line))).toBe(false);
  });

  // Node tells of the dates in place of the authority.
  test.each([
    ['ended', 'S23'],
    ['to come', 'S24'],
  ] as const)('one with several faults, %s', async (dates, id) => {
    const { findings, failures, warnings } = await meet(await fourFaults(dates), { security });
    expect([failures, warnings]).toEqual([[id], ['S27', 'S37']]);
    expect(findings.find((finding) => finding.id === 'S37')?.explanation).toContain('not issued for servers');
  });
});
