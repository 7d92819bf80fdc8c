import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { MailSettings } from '../../../src-main/mail-test/mail-settings';
import { bundle } from '../../support/bundle';
import { expired, notYetValid, signed, type TestCertificate, wrongHost } from '../../support/certificates';
import { type ScriptedSmtp, startScriptedSmtp } from '../../support/scripted-smtp';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../support/temporary-folder';
import { login, plain } from './run-mail-test';

let client: string;
let folder: string;
beforeAll(async () => {
  client = await bundle('test/integration/smtp/trusting-client.ts');
  folder = makeTemporaryFolder('mail-trust');
});
afterAll(() => removeTemporaryFolder(folder));
let server: ScriptedSmtp;
afterEach(() => server.stop());

/** Runs one mail test on a computer that trusts the certificate's authority. */
async function meet(certificate: TestCertificate, more: Partial<MailSettings>): Promise<Record<string, unknown>> {
  server = await startScriptedSmtp({ tls: certificate, implicitTls: more.security === 'tls', login });
  const authority = join(folder, 'authority.pem');
  writeFileSync(authority, certificate.ca ?? '');
  const settings: MailSettings = { ...plain(server.port), login, ...more };
  return new Promise((resolve, reject) => {
    const environment = { PATH: process.env.PATH, NODE_EXTRA_CA_CERTS: authority };
    const run = execFile(process.execPath, [client], { env: environment }, (error, stdout, stderr) => {
      if (error) reject(new Error(`the client failed: ${stderr}`, { cause: error }));
      else resolve(JSON.parse(stdout));
    });
    run.stdin?.end(JSON.stringify(settings));
  });
}

describe.each(['startTls', 'tls'] as const)('%s on a computer that trusts the authority', (security) => {
  it.each(['127.0.0.1', 'localhost'])('the certificate will do for %s', async (host) => {
    const ran = await meet(await signed(), { host, security });
    expect(ran.delivery).toMatchObject({ login: 'done', tls: { trust: 'system' } });
  });

  it.each<[string, () => Promise<TestCertificate>, string]>([
    ['for another host', wrongHost, 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['whose time is over', expired, 'CERT_HAS_EXPIRED'],
    ['whose time has not come', notYetValid, 'CERT_NOT_YET_VALID'],
  ])('one %s will not', async (_name, make, distrust) => {
    const ran = await meet(await make(), { security });
    expect(ran.failure).toMatchObject({ code: 'tls.untrusted', stage: 'TLS', detail: distrust });
    expect(server.lines().some(({ line }) => /^(AUTH|MAIL)/.test(line))).toBe(false);
  });

  it('a trusted one will not, if the user took another before', async () => {
    const [shown, taken] = await Promise.all([signed(), signed(undefined, 2)]);
    const ran = await meet(shown, { security, pin: taken.sha256 });
    expect(ran.failure).toMatchObject({ code: 'tls.changed', stage: 'TLS' });
  });
});
