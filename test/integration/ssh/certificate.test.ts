import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from '../../support/run-tool';
import { makeKey, type Sshd, startSshd } from '../../support/sshd';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../support/temporary-folder';
import { afterAll, beforeAll, expect, test } from './as-root';
import { failureOf, noSecrets, routesOf, watchedWork } from './ssh-bench';

let folder: string;
let sshd: Sshd;
let signed: string;
let certificate: string;
beforeAll(async () => {
  folder = makeTemporaryFolder('certificate');
  const authority = await makeKey(join(folder, 'authority'), ['-t', 'ed25519']);
  signed = await makeKey(join(folder, 'signed'), ['-t', 'ed25519']);
  sshd = await startSshd({ config: [`TrustedUserCAKeys ${authority}.pub`] });
  sshd.trust();
  await runTool('ssh-keygen', ['-q', '-s', authority, '-I', 'test', '-n', sshd.user, `${signed}.pub`]);
  certificate = `${signed}-cert.pub`;
});
afterAll(async () => {
  await sshd.stop();
  removeTemporaryFolder(folder);
});

async function logIn(keyFile: string) {
  const { routes } = routesOf(sshd.home);
  const { work, steps } = watchedWork();
  const failure = await failureOf(routes.network('a', { ...sshd.route, keyFile }, noSecrets, work));
  routes.closeAll();
  return { failure, steps: steps() };
}
const config = (text: string) => writeFileSync(join(sshd.home, '.ssh', 'config'), text);

test('a certificate that lets ssh in is reported as not used, beside its key or configured', async () => {
  const options = ['-F', 'none', '-i', signed, '-p', String(sshd.port), '-o', 'BatchMode=yes'];
  const known = `UserKnownHostsFile=${join(sshd.home, '.ssh', 'known_hosts')}`;
  await runTool('ssh', [...options, '-o', known, `${sshd.user}@127.0.0.1`, 'true']);
  const refused = { code: 'ssh.certificateUnused', stage: 'SSH login', facts: { user: sshd.user, certificate } };
  expect((await logIn(signed)).failure).toMatchObject({ ...refused, facts: { certificate, tried: `key ${signed}` } });
  const other = await makeKey(join(folder, 'other'), ['-t', 'ed25519']);
  expect((await logIn(other)).failure).toMatchObject({ code: 'ssh.login' });
  config(`CertificateFile ${certificate}\n`);
  expect((await logIn(other)).failure).toMatchObject(refused);
});

test('what is not followed of the configuration is reported at the connection', async () => {
  config('CanonicalizeHostname yes\nCanonicalDomains example.com\n');
  const { failure, steps } = await logIn(sshd.keyFile);
  expect(failure).toBeUndefined();
  expect(steps.find(({ name }) => name === 'SSH')?.text).toMatch(/SHA256:\S+\. CanonicalizeHostname is not followed/);
});
