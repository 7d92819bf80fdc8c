import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { redact } from '../../../src-main/base/redact';
import type { SshRoute } from '../../../src-shared/model/route';
import { runTool } from '../../support/run-tool';
import { type SshAgent, startSshAgent } from '../../support/ssh-agent';
import { makeKey, type Sshd, startSshd } from '../../support/sshd';
import { makeSystemUser, type SystemUser } from '../../support/system-user';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../support/temporary-folder';
import { afterAll, beforeAll, describe, expect, test } from './as-root';
import { failureOf, noSecrets, routesOf, watchedWork } from './ssh-bench';

const PASSPHRASE = 'correct horse';
const kinds: [name: string, options: string[], passphrase: string][] = [
  ['ed25519', ['-t', 'ed25519'], ''],
  ['ed25519 with a passphrase', ['-t', 'ed25519'], PASSPHRASE],
  ['RSA', ['-t', 'rsa', '-b', '2048'], ''],
  ['RSA with a passphrase', ['-t', 'rsa', '-b', '2048'], PASSPHRASE],
  ['RSA in PEM', ['-t', 'rsa', '-b', '2048', '-m', 'PEM'], ''],
  ['RSA in PEM with a passphrase', ['-t', 'rsa', '-b', '2048', '-m', 'PEM'], PASSPHRASE],
  ['RSA in PKCS #8 with a passphrase', ['-t', 'rsa', '-b', '2048', '-m', 'PKCS8'], PASSPHRASE],
  ['ECDSA', ['-t', 'ecdsa'], ''],
  ['ECDSA in PEM', ['-t', 'ecdsa', '-m', 'PEM'], ''],
  ['ECDSA in PKCS #8', ['-t', 'ecdsa', '-m', 'PKCS8'], ''],
];

let sshd: Sshd;
let user: SystemUser;
let folder: string;
const keyFile = (name: string) => join(folder, name.replaceAll(/\W/g, '-'));
beforeAll(async () => {
  folder = makeTemporaryFolder('keys');
  const keys = kinds.map(([name, options, passphrase]) => makeKey(keyFile(name), options, passphrase));
  const authorized = (await Promise.all(keys)).map((file) => readFileSync(`${file}.pub`, 'utf8'));
  user = await makeSystemUser();
  sshd = await startSshd({
    authorized,
    config: [`Match User ${user.name}`, 'PasswordAuthentication yes', 'Match all'],
  });
  sshd.trust();
});
afterAll(async () => {
  await sshd.stop();
  await user.remove();
  removeTemporaryFolder(folder);
});

async function logIn(changes: Partial<SshRoute>, secrets = noSecrets, answers?: string[], at = sshd) {
  const { routes, asked } = routesOf(at.home, answers);
  const { work, steps } = watchedWork();
  const failure = await failureOf(routes.network('a', { ...at.route, ...changes }, secrets, work));
  routes.closeAll();
  return { failure, steps: steps(), asked };
}
const withPassphrase = (passphrase: string | undefined) => ({ ...noSecrets, passphrase: async () => passphrase });
const withPassword = (password: string | undefined) => ({ ...noSecrets, password: async () => password });

describe('a key file', () => {
  test.each(kinds)('%s logs in', async (name, _, passphrase) => {
    const { failure, steps } = await logIn({ keyFile: keyFile(name) }, withPassphrase(passphrase || undefined));
    expect(failure).toBeUndefined();
    expect(steps.at(-1)?.text).toBe(`${sshd.user}, key ${keyFile(name)}`);
  });

  test('is not asked its passphrase for if it has none', async () => {
    const never = { ...noSecrets, passphrase: () => Promise.reject(new Error('asked')) };
    expect((await logIn({ keyFile: keyFile('RSA') }, never)).failure).toBeUndefined();
  });

  test.each([
    ['no passphrase', 'ed25519 with a passphrase', undefined, 'no passphrase is stored'],
    ['a wrong passphrase', 'ed25519 with a passphrase', 'wrong horse', 'does not open it'],
    ['a wrong passphrase for PEM', 'RSA in PEM with a passphrase', 'wrong horse', 'does not open it'],
    ['a wrong passphrase for PKCS #8', 'RSA in PKCS #8 with a passphrase', 'wrong horse', 'does not open it'],
  ])('with %s says so', async (_, name, passphrase, why) => {
    const { failure } = await logIn({ keyFile: keyFile(name) }, withPassphrase(passphrase));
    expect(failure).toMatchObject({ code: 'ssh.passphrase', stage: 'SSH login', facts: { file: keyFile(name) } });
    expect(failure).toMatchObject({ facts: { why: expect.stringContaining(why) } });
    expect(JSON.stringify(failure)).not.toContain('wrong horse');
  });

  test.each([
    ['missing', () => join(folder, 'nothing'), 'There is no such file.'],
    ['a folder', () => folder, 'It is a folder.'],
    ['a public key', () => `${keyFile('RSA')}.pub`, expect.stringContaining('It is a public key. ')],
    ['something else', () => '/etc/hostname', 'It is not a private key in a known format.'],
  ])('that is %s says so', async (_, file, why) => {
    const { failure } = await logIn({ keyFile: file() });
    expect(failure).toMatchObject({ code: 'ssh.keyUnreadable', facts: { file: file(), why } });
  });

  test('that the server does not know is refused, with what the server takes', async () => {
    const stranger = await makeKey(join(folder, 'stranger'), ['-t', 'ed25519']);
    const { failure } = await logIn({ keyFile: stranger });
    expect(failure).toMatchObject({
      code: 'ssh.login',
      stage: 'SSH login',
      at: `127.0.0.1:${sshd.port}`,
      facts: { user: sshd.user, tried: `key ${stranger}`, methods: 'publickey' },
    });
  });

  test('is taken from the configuration where the route names none', async () => {
    writeFileSync(
      join(sshd.home, '.ssh', 'config'),
      `Host 127.*\n  IdentityFile ${keyFile('missing')}\n  IdentityFile=${sshd.keyFile}\n`,
    );
    const { keyFile: _, ...bare } = sshd.route;
    const { routes } = routesOf(sshd.home);
    const { work, steps } = watchedWork();
    await routes.network('a', bare, noSecrets, work);
    routes.closeAll();
    expect(steps().at(-1)?.text).toBe(`${sshd.user}, key ${sshd.keyFile}`);
    writeFileSync(join(sshd.home, '.ssh', 'config'), '');
    expect(await failureOf(routes.network('a', bare, noSecrets, watchedWork().work))).toMatchObject({
      code: 'ssh.keyUnreadable',
    });
  });
});

describe('the agent', () => {
  let agent: SshAgent;
  const socket = () => join(folder, 'agent');
  const config = (text: string) => writeFileSync(join(sshd.home, '.ssh', 'config'), text);
  beforeAll(async () => {
    agent = await startSshAgent(socket());
    await makeKey(keyFile('stranger to all'), ['-t', 'ed25519']);
    await agent.add(keyFile('stranger to all'));
    await agent.add(keyFile('RSA'));
  });
  afterAll(() => {
    agent.stop();
    config('');
  });

  test('logs in with a key it holds', async () => {
    config(`IdentityAgent "${socket()}"`);
    const { failure, steps } = await logIn({ login: 'agent' });
    expect(failure).toBeUndefined();
    expect(steps.at(-1)?.text).toBe(`${sshd.user}, agent with 2 keys`);
  });

  test('whose keys the server does not know is refused', async () => {
    config(`IdentityAgent "${socket()}"`);
    const { failure } = await logIn({ login: 'agent', user: user.name });
    expect(failure).toMatchObject({
      code: 'ssh.login',
      facts: { user: user.name, tried: 'agent with 2 keys', methods: 'publickey, password' },
    });
  });

  test.each([
    ['is not there', () => `IdentityAgent ${join(folder, 'no-agent')}`],
    ['is switched off', () => 'IdentityAgent none'],
  ])('that %s is missed', async (_, text) => {
    config(text());
    expect((await logIn({ login: 'agent' })).failure).toMatchObject({ code: 'ssh.noAgent', stage: 'SSH login' });
  });
});

describe('a password', () => {
  test('logs in', async () => {
    const { failure, steps, asked } = await logIn({ login: 'password', user: user.name }, withPassword(user.password));
    expect(failure).toBeUndefined();
    expect(steps.at(-1)?.text).toBe(`${user.name}, password`);
    expect(asked).toEqual([]);
  });

  test('that is wrong is refused, and said nowhere', async () => {
    const { failure, asked } = await logIn({ login: 'password', user: user.name }, withPassword('not-this-one'));
    expect(failure).toMatchObject({
      code: 'ssh.login',
      facts: { user: user.name, tried: 'password', methods: 'publickey, password' },
    });
    expect(JSON.stringify(failure)).not.toContain('not-this-one');
    expect(redact('x not-this-one x')).toBe('x [hidden] x');
    expect(asked).toEqual([]);
  });

  test('that is not stored is asked of the user, once', async () => {
    const { failure, asked } = await logIn({ login: 'password', user: user.name }, noSecrets, [user.password]);
    expect(failure).toBeUndefined();
    expect(asked).toMatchObject([
      { asks: 'password', from: `${user.name}@127.0.0.1:${sshd.port}`, prompts: [{ echo: false }] },
    ]);
  });

  test('that nobody gives ends the login', async () => {
    const { failure } = await logIn({ login: 'password', user: user.name });
    expect(failure).toMatchObject({ code: 'ssh.answerMissing', stage: 'SSH login' });
  });

  test('is not asked for where the server takes none', async () => {
    const never = { ...noSecrets, password: () => Promise.reject(new Error('asked')) };
    expect((await logIn({ login: 'password' }, never)).failure).toMatchObject({
      code: 'ssh.login',
      facts: { tried: 'nothing the server accepts (password)', methods: 'publickey' },
    });
  });
});

describe('questions', () => {
  let pam: Sshd;
  beforeAll(async () => {
    pam = await startSshd({ config: ['UsePAM yes', 'KbdInteractiveAuthentication yes'] });
    mkdirSync(join(pam.home, '.ssh'), { recursive: true });
    pam.trust();
  });
  afterAll(() => pam.stop());
  const asUser = () => ({ ...pam.route, user: user.name });

  test('of PAM for the password are answered with the stored one', async () => {
    const { failure, steps, asked } = await logIn(
      { ...asUser(), login: 'password' },
      withPassword(user.password),
      undefined,
      pam,
    );
    expect(failure).toBeUndefined();
    expect(steps.at(-1)?.text).toBe(`${user.name}, answers to its questions`);
    expect(asked).toEqual([]);
  });

  test('of PAM are put to the user', async () => {
    const { failure, asked } = await logIn({ ...asUser(), login: 'interactive' }, noSecrets, [user.password], pam);
    expect(failure).toBeUndefined();
    expect(asked).toMatchObject([
      { from: `${user.name}@127.0.0.1:${pam.port}`, prompts: [{ text: 'Password:', echo: false }] },
    ]);
  });

  test('of PAM for a new password are told, and the stored one is not said again', async () => {
    await runTool('chage', ['-d', '0', user.name]);
    const login = await logIn({ ...asUser(), login: 'password' }, withPassword(user.password), undefined, pam);
    const { failure: here } = await logIn({ ...asUser(), login: 'interactive' }, noSecrets, [user.password], pam);
    await runTool('chage', ['-d', '-1', user.name]);
    expect(login.failure).toMatchObject({
      code: 'ssh.passwordMustChange',
      detail: expect.stringContaining('You are required to change your password'),
      facts: { user: user.name },
    });
    expect(login.asked).toEqual([]);
    // Who is there can choose a new one: here the old one is given each time, and refused.
    expect(here).toMatchObject({ code: 'ssh.login' });
  });

  test('of PAM that nobody answers end the login', async () => {
    const { failure } = await logIn({ ...asUser(), login: 'interactive' }, noSecrets, undefined, pam);
    expect(failure).toMatchObject({ code: 'ssh.answerMissing', stage: 'SSH login' });
  });
});

test('a second factor after the key is asked for', async () => {
  const pair = await startSshd({
    config: ['UsePAM yes', 'KbdInteractiveAuthentication yes', 'AuthenticationMethods publickey,keyboard-interactive'],
  });
  try {
    pair.trust();
    const { failure, asked } = await logIn({ ...pair.route }, noSecrets, undefined, pair);
    expect(failure).toMatchObject({ code: 'ssh.answerMissing' });
    expect(asked).toHaveLength(1);
  } finally {
    await pair.stop();
  }
});
