import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SshRoute } from '../../../src-shared/model/route';
import { runTool } from '../../support/run-tool';
import { type SshAgent, startSshAgent } from '../../support/ssh-agent';
import { makeKey, type Sshd, startSshd } from '../../support/sshd';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../support/temporary-folder';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from './as-root';
import { failureOf, noSecrets, routesOf, watchedWork } from './ssh-bench';

/** More than sshd lets anybody try (sshd_config(5), MaxAuthTries: 6); only the last one may log in. */
const HELD = 9;
const right = 'key9';

let folder: string;
let sshd: Sshd;
let agent: SshAgent;
const file = (name: string) => join(folder, name);
const socket = () => file('agent');
beforeAll(async () => {
  folder = makeTemporaryFolder('agent-keys');
  for (let count = 1; count <= HELD; count += 1) await makeKey(file(`key${count}`), ['-t', 'ed25519']);
  await makeKey(file('locked'), ['-t', 'ed25519'], 'correct horse');
  await makeKey(file('not-held'), ['-t', 'ed25519']);
  agent = await startSshAgent(socket());
  for (let count = 1; count <= HELD; count += 1) await agent.add(file(`key${count}`));
  sshd = await startSshd({ authorized: [readFileSync(file(`${right}.pub`), 'utf8')] });
  sshd.trust();
});
beforeEach(() => config(''));
afterAll(async () => {
  agent.stop();
  await sshd.stop();
  removeTemporaryFolder(folder);
});

const config = (text: string) =>
  writeFileSync(join(sshd.home, '.ssh', 'config'), `${text}\nIdentityAgent "${socket()}"\n`);

async function logIn(changes: Partial<SshRoute>) {
  const { keyFile: _, ...bare } = sshd.route;
  const { routes, asked } = routesOf(sshd.home);
  const { work, steps } = watchedWork();
  const failure = await failureOf(routes.network('a', { ...bare, ...changes }, noSecrets, work));
  routes.closeAll();
  return { failure, text: steps().at(-1)?.text, asked };
}
/** Whether the installed ssh gets in with the same configuration. */
const openSshLogsIn = async () => {
  const options = ['-F', join(sshd.home, '.ssh', 'config'), '-p', String(sshd.port), '-o', 'BatchMode=yes'];
  const known = `UserKnownHostsFile=${join(sshd.home, '.ssh', 'known_hosts')}`;
  const ran = runTool('ssh', [...options, '-o', known, `${sshd.user}@127.0.0.1`, 'true']);
  return ran.then(
    () => true,
    () => false,
  );
};

describe(`an agent with ${HELD} keys, of which the server takes the last one`, () => {
  test('runs out of tries where nothing names the right key, and is told what names it', async () => {
    const { failure } = await logIn({ login: 'agent' });
    expect(failure).toMatchObject({
      code: 'ssh.tooManyTries',
      stage: 'SSH login',
      detail: 'Too many authentication failures',
      facts: { tried: `agent with ${HELD} keys` },
    });
    expect(await openSshLogsIn()).toBe(false);
  });

  test.each([
    ['its private half', () => `IdentityFile ${file(right)}`, `agent with ${HELD} keys`],
    ['its public half', () => `IdentityFile ${file(`${right}.pub`)}`, `agent with ${HELD} keys`],
    ['it alone', () => `IdentitiesOnly yes\nIdentityFile ${file(`${right}.pub`)}`, 'agent with 1 key'],
    [
      'it after another one',
      () => `IdentityFile ${file('key3')}\nIdentityFile ${file(right)}`,
      `agent with ${HELD} keys`,
    ],
  ])('logs in where IdentityFile names %s, as ssh does', async (_, text, how) => {
    config(text());
    expect(await logIn({ login: 'agent' })).toMatchObject({ failure: undefined, text: `${sshd.user}, ${how}` });
    expect(await openSshLogsIn()).toBe(true);
  });

  test('offers no key beside those that IdentityFile names where IdentitiesOnly says so', async () => {
    config(`IdentitiesOnly yes\nIdentityFile ${file('not-held')}`);
    const { failure } = await logIn({ login: 'agent' });
    expect(failure).toMatchObject({
      code: 'ssh.login',
      facts: { tried: 'agent with none of the keys that IdentityFile names' },
    });
    expect(await openSshLogsIn()).toBe(false);
  });

  test('offers the usual keys alone where IdentitiesOnly names none', async () => {
    config('IdentitiesOnly yes');
    copyFileSync(file(right), join(sshd.home, '.ssh', 'id_ed25519'));
    copyFileSync(file(`${right}.pub`), join(sshd.home, '.ssh', 'id_ed25519.pub'));
    const { text } = await logIn({ login: 'agent' });
    rmSync(join(sshd.home, '.ssh', 'id_ed25519'));
    rmSync(join(sshd.home, '.ssh', 'id_ed25519.pub'));
    expect(text).toBe(`${sshd.user}, agent with 1 key`);
  });
});

describe('a key file', () => {
  test('that is a public key is signed for by the agent, chosen or configured', async () => {
    const publicKey = file(`${right}.pub`);
    const signed = { failure: undefined, text: `${sshd.user}, key ${publicKey} in the agent` };
    expect(await logIn({ login: 'key', keyFile: publicKey })).toMatchObject(signed);
    config(`IdentityFile ${publicKey}`);
    expect(await logIn({ login: 'key' })).toMatchObject(signed);
  });

  test('that is a public key says why the agent cannot sign for it', async () => {
    const keyFile = file('not-held.pub');
    const why = 'It is a public key. The SSH agent does not have its private key.';
    expect((await logIn({ login: 'key', keyFile })).failure).toMatchObject({
      code: 'ssh.keyUnreadable',
      facts: { file: keyFile, why },
    });
  });

  test('with a passphrase is signed for by the agent that holds it, and nobody is asked', async () => {
    const locked = file('key9-locked');
    copyFileSync(file(right), locked);
    copyFileSync(file(`${right}.pub`), `${locked}.pub`);
    await runTool('ssh-keygen', ['-q', '-p', '-f', locked, '-P', '', '-N', 'correct horse']);
    expect(await logIn({ login: 'key', keyFile: locked })).toMatchObject({
      failure: undefined,
      text: `${sshd.user}, key ${locked} in the agent`,
      asked: [],
    });
  });

  test('with a passphrase that the agent does not hold is asked for', async () => {
    const { failure, asked } = await logIn({ login: 'key', keyFile: file('locked') });
    // Offered by its public half, which the server does not take: then nobody has to type anything.
    expect(failure).toMatchObject({ code: 'ssh.login', facts: { tried: `key ${file('locked')}` } });
    expect(asked).toEqual([]);
  });
});
