import { chmodSync, chownSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { redact } from '../../../src-main/base/redact';
import type { RemoteFiles } from '../../../src-main/ssh/remote-files';
import { toolPath } from '../../support/run-tool';
import { type Sshd, startSshd } from '../../support/sshd';
import { makeSystemUser, type SystemUser } from '../../support/system-user';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../support/temporary-folder';
import { afterAll, beforeAll, describe, expect, test } from './as-root';
import { failureOf, noSecrets, routesOf, watchedWork } from './ssh-bench';

const never = new AbortController().signal;
const SUDO_PASSWORD = 'open-sesame-77';
/** Takes the password from its standard input, as `sudo -S` does, and writes down how it was called. */
const FAKE_SUDO = (log: string) => `#!/bin/sh
echo "$*" >> ${log}
if [ "$1" = -n ]; then echo 'sudo: a password is required' >&2; exit 1; fi
read -r given
if [ "$given" != ${SUDO_PASSWORD} ]; then echo 'Sorry, try again.' >&2; echo 'sudo: 1 incorrect password attempt' >&2; exit 1; fi
while [ "$1" != -- ]; do shift; done
shift
exec "$@"
`;

let folder: string;
let sshd: Sshd;
let user: SystemUser;
let files: RemoteFiles;
let asUser: RemoteFiles;
const close: (() => void)[] = [];

async function open(at: Sshd, changes = {}, secrets = noSecrets): Promise<RemoteFiles> {
  const { routes } = routesOf(at.home);
  const opened = await routes.files('a', { ...at.route, ...changes }, secrets, watchedWork().work);
  close.push(() => {
    opened.close();
    routes.closeAll();
  });
  return opened;
}

/** Keeps this process so busy meanwhile that it hears several packets of a server at once. */
async function whileBusy<T>(act: () => Promise<T>): Promise<T> {
  const busy = setInterval(() => {
    for (const until = performance.now() + 40; performance.now() < until; );
  }, 1);
  return act().finally(() => clearInterval(busy));
}

beforeAll(async () => {
  folder = makeTemporaryFolder('files');
  // The other user has to come in; the folder above belongs to the test process.
  chmodSync(folder, 0o755);
  chmodSync(join(folder, '..'), 0o711);
  writeFileSync(join(folder, 'salt'), 'encodeSalt = x\n');
  writeFileSync(join(folder, "it's"), 'quoted');
  writeFileSync(join(folder, 'large'), Buffer.alloc(200_000, 'x'));
  mkdirSync(join(folder, 'sub'));
  symlinkSync('salt', join(folder, 'link'));
  writeFileSync(join(folder, 'secret'), 'for root', { mode: 0o600 });
  mkdirSync(join(folder, 'closed'), { mode: 0o700 });
  chownSync(join(folder, 'secret'), 0, 0);
  mkdirSync(join(folder, 'bin'));
  writeFileSync(join(folder, 'bin', 'sudo'), FAKE_SUDO(join(folder, 'bin', 'log')), { mode: 0o755 });
  writeFileSync(join(folder, 'bin', 'log'), '');
  chmodSync(join(folder, 'bin', 'log'), 0o666);
  user = await makeSystemUser();
  const config = [`Match User ${user.name}`, 'PasswordAuthentication yes', 'Match all'];
  sshd = await startSshd({ config, path: `${join(folder, 'bin')}:${toolPath}` });
  sshd.trust();
  files = await open(sshd);
  const password = { ...noSecrets, password: async () => user.password };
  asUser = await open(sshd, { user: user.name, login: 'password' }, password);
});
afterAll(async () => {
  for (const each of close) each();
  await sshd.stop();
  await user.remove();
  removeTemporaryFolder(folder);
});

describe('SFTP', () => {
  test('lists a folder', async () => {
    expect(files.via).toBe(`${sshd.user}@127.0.0.1`);
    const found = await files.list(folder, never);
    expect(found.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      'bin folder',
      'closed folder',
      "it's file",
      'large file',
      'link link',
      'salt file',
      'secret file',
      'sub folder',
    ]);
    expect(found.find(({ name }) => name === 'salt')).toMatchObject({
      modified: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    });
  });

  test('reads a file up to its limit, whole', async () => {
    expect(String(await files.read(join(folder, 'link'), 100, never))).toBe('encodeSalt = x\n');
    expect((await files.read(join(folder, 'large'), 200_000, never)).length).toBe(200_000);
    expect(await failureOf(files.read(join(folder, 'large'), 199_999, never))).toMatchObject({
      code: 'ssh.fileTooLarge',
      facts: { file: join(folder, 'large') },
    });
    // It says it has no bytes, and has many.
    expect(await failureOf(files.read('/proc/kallsyms', 1000, never))).toMatchObject({ code: 'ssh.fileTooLarge' });
  });

  test.each([
    ['a missing file', () => files.read('/no/such/file', 10, never), 'ssh.fileMissing'],
    ['a missing folder', () => files.list('/no/such/folder', never), 'ssh.fileMissing'],
    ['a folder read as a file', () => files.read(folder, 10, never), 'ssh.fileMissing'],
    ['a path that is not absolute', () => files.read('etc/hostname', 10, never), 'ssh.fileMissing'],
    ['a path with a line break', () => files.read('/etc/hostname\n', 10, never), 'ssh.fileMissing'],
    ['a file of root', () => asUser.read(join(folder, 'secret'), 10, never), 'ssh.fileDenied'],
    ['a folder of root', () => asUser.list(join(folder, 'closed'), never), 'ssh.fileDenied'],
  ])('tells of %s', async (_, run, code) => {
    expect(await failureOf(run())).toMatchObject({ code });
  });

  test('names who may not read what', async () => {
    expect(await failureOf(asUser.read(join(folder, 'secret'), 10, never))).toMatchObject({
      facts: { file: join(folder, 'secret'), user: user.name },
      detail: 'Permission denied',
    });
  });

  test('that the server does not offer is missed', async () => {
    const none = await startSshd({ sftp: false });
    none.trust();
    expect(await failureOf(open(none))).toMatchObject({ code: 'ssh.noFiles', at: `127.0.0.1:${none.port}` });
    await none.stop();
  });

  test.each<[string, string, { text?: string; why?: string }]>([
    [
      'a login script prints text',
      'echo Welcome to gluu1; exec /usr/lib/openssh/sftp-server',
      { text: 'Welcome to gluu1' },
    ],
    ['it prints less than a length', 'echo; exec /usr/lib/openssh/sftp-server', { text: '\\n' }],
    [
      'the account may not log in',
      'echo This account is not available.; exit 1',
      { text: 'This account is not available.' },
    ],
    ['text comes in two pieces', 'echo one; sleep 0.1; echo two; exec cat', { text: 'one two' }],
    [
      'its program is missing',
      'exec /no/such/sftp-server',
      { why: 'Its program ended at once, with the exit status 127.' },
    ],
    ['something else answers', 'exec cat', { why: 'The program that runs in its place does not speak SFTP.' }],
  ])('says what breaks it where %s', async (_, script, { text, why }) => {
    const file = join(folder, 'sftp-script');
    writeFileSync(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    const broken = await startSshd({ sftp: false, config: [`Subsystem sftp ${file}`] });
    broken.trust();
    const failure = await failureOf(open(broken));
    await broken.stop();
    const told = text ? { code: 'ssh.filesWithText', detail: text } : { code: 'ssh.filesFailed', facts: { why } };
    expect(failure).toMatchObject({ ...told, at: `127.0.0.1:${broken.port}` });
  });

  test('says so also where the program is gone before anybody listens', async () => {
    const broken = await startSshd({ sftp: false, config: ['Subsystem sftp /no/such/sftp-server'] });
    broken.trust();
    const failure = await whileBusy(() => failureOf(open(broken)));
    await broken.stop();
    const why = 'Its program ended at once, with the exit status 127.';
    expect(failure).toMatchObject({ code: 'ssh.filesFailed', facts: { why } });
  });

  test('over a real login script that prints text is broken', async () => {
    const noisy = await startSshd({ sftp: false, config: ['Subsystem sftp /usr/lib/openssh/sftp-server'] });
    noisy.trust();
    // bash reads it for each command that sshd runs (bash(1), INVOCATION).
    writeFileSync(join(noisy.home, '.bashrc'), 'echo Welcome to gluu1\n');
    const failure = await failureOf(open(noisy));
    await noisy.stop();
    expect(failure).toMatchObject({ code: 'ssh.filesWithText', detail: 'Welcome to gluu1' });
  });

  test('beyond the sessions the server allows is one too many', async () => {
    const few = await startSshd({ config: ['MaxSessions 1'] });
    few.trust();
    const { routes } = routesOf(few.home);
    const first = await routes.files('a', few.route, noSecrets, watchedWork().work);
    const second = () => routes.files('a', few.route, noSecrets, watchedWork().work);
    expect(await failureOf(second())).toMatchObject({ code: 'ssh.tooManyChannels' });
    first.close();
    await expect.poll(() => failureOf(second()), { timeout: 10_000 }).toBeUndefined();
    routes.closeAll();
    await few.stop();
  });

  test('of a connection that ended says so', async () => {
    const brief = await startSshd();
    brief.trust();
    const opened = await open(brief);
    await brief.stop();
    await expect
      .poll(() => failureOf(opened.list('/', never)), { timeout: 10_000 })
      .toMatchObject({ code: 'ssh.dropped' });
  });

  test('is given up when the user cancels', async () => {
    const cancel = new AbortController();
    cancel.abort();
    expect(await failureOf(files.list('/', cancel.signal))).toMatchObject({ code: 'work.cancelled' });
  });
});

describe('sudo', () => {
  const secret = () => join(folder, 'secret');

  test('reads a file with the password on its standard input only', async () => {
    expect(String(await asUser.readAsRoot(join(folder, "it's"), 100, never, SUDO_PASSWORD))).toBe('quoted');
    const calls = readFileSync(join(folder, 'bin', 'log'), 'utf8');
    expect(calls).toContain(`-S -p  -- cat ${join(folder, "it's")}`);
    expect(calls).not.toContain(SUDO_PASSWORD);
    expect(sshd.log()).not.toContain(SUDO_PASSWORD);
    expect(redact(`x ${SUDO_PASSWORD}`)).toBe('x [hidden]');
  });

  test('reads a file alone, whatever login scripts print before it', async () => {
    const noisy = await startSshd({ path: `${join(folder, 'bin')}:${toolPath}` });
    noisy.trust();
    writeFileSync(join(noisy.home, '.bashrc'), 'echo Welcome to gluu1\n');
    const read = await (await open(noisy)).readAsRoot(join(folder, 'salt'), 20, never, SUDO_PASSWORD);
    await noisy.stop();
    expect(String(read)).toBe('encodeSalt = x\n');
  });

  test('is not there where the server runs something else instead', async () => {
    const forced = await startSshd({ config: ['ForceCommand echo a menu; exit 0'] });
    forced.trust();
    const opened = await failureOf(open(forced));
    expect(opened).toMatchObject({ code: 'ssh.filesWithText', detail: 'a menu' });
    await forced.stop();
  });

  test('that refuses is quoted', async () => {
    expect(await failureOf(asUser.readAsRoot(secret(), 100, never, 'wrong-one'))).toMatchObject({
      code: 'ssh.sudo',
      facts: { file: secret(), user: user.name, why: 'sudo: 1 incorrect password attempt' },
    });
    expect(await failureOf(asUser.readAsRoot(secret(), 100, never))).toMatchObject({
      code: 'ssh.sudo',
      facts: { why: 'sudo: a password is required' },
    });
  });

  test.each([
    ['a missing file', '/no/such/file', 'ssh.fileMissing'],
    ['a folder', '/etc', 'ssh.fileMissing'],
    ['a file too large', '/etc/services', 'ssh.fileTooLarge'],
    ['a path with a line break', '/etc/x\ny', 'ssh.fileMissing'],
  ])('tells of %s', async (_, path, code) => {
    const read = async () => asUser.readAsRoot(path, 100, never, SUDO_PASSWORD);
    expect(await failureOf(read())).toMatchObject({ code });
  });

  test('itself, the real one, refuses a user it does not know, and serves root', async () => {
    const real = await startSshd({ config: [`Match User ${user.name}`, 'PasswordAuthentication yes', 'Match all'] });
    real.trust();
    const password = { ...noSecrets, password: async () => user.password };
    const stranger = await open(real, { user: user.name, login: 'password' }, password);
    for (const given of [user.password, 'wrong-one', undefined]) {
      expect(await failureOf(stranger.readAsRoot(secret(), 100, never, given))).toMatchObject({
        code: 'ssh.sudo',
        facts: { why: expect.stringMatching(/sudo/) },
      });
    }
    const root = await open(real);
    expect(String(await root.readAsRoot(secret(), 100, never, 'not needed'))).toBe('for root');
    for (let times = 0; times < 5; times += 1) {
      // The status may come at once with the answer to the request.
      expect(String(await whileBusy(() => root.readAsRoot(secret(), 100, never)))).toBe('for root');
    }
    await real.stop();
  });
});
