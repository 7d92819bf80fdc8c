import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AskUser, createSshRoutes, type SshSecrets } from '../../../src-main/ssh/ssh-routes';
import { unwatchedWork } from '../../../src-main/work/work';
import type { SshRoute } from '../../../src-shared/model/route';
import type { SshQuestion } from '../../../src-shared/model/ssh';
import { type JumpHost, type JumpHostOptions, startJumpHost } from '../../support/jump-host';
import { openHere } from '../../support/open-here';
import { type SshAgent, startSshAgent } from '../../support/ssh-agent';
import { makeKey, type Sshd, startSshd } from '../../support/sshd';
import { makeSystemUser, type SystemUser } from '../../support/system-user';
import { afterAll, afterEach, beforeAll, describe, expect, test } from './as-root';
import { everywhere, failureOf, noSecrets, watchedWork } from './ssh-bench';

const TYPED = 'typed for the jump host';
const PASSPHRASE = 'of the key of the Gluu host';

let gluu: Sshd;
let user: SystemUser;
const started: { stop(): unknown }[] = [];
beforeAll(async () => {
  user = await makeSystemUser();
  gluu = await startSshd({ config: [`Match User ${user.name}`, 'PasswordAuthentication yes', 'Match all'] });
});
afterEach(async () => {
  for (const each of started.splice(0).reverse()) await each.stop();
  configure('');
  writeFileSync(join(gluu.home, '.ssh', 'known_hosts'), '');
});
afterAll(async () => {
  await gluu.stop();
  await user.remove();
});

const configure = (text: string) => writeFileSync(join(gluu.home, '.ssh', 'config'), text);

async function jumpHost(options: JumpHostOptions = {}): Promise<JumpHost> {
  const jump = await startJumpHost({ password: TYPED, ...options });
  started.push(jump);
  jump.trust(gluu.home);
  return jump;
}
const through = (...jumps: JumpHost[]) => jumps.map(({ port }) => ({ host: '127.0.0.1', port, user: 'ops' }));

interface Visit {
  route?: Partial<SshRoute>;
  secrets?: SshSecrets;
  says?: (question: Omit<SshQuestion, 'questionId'>) => string[] | undefined;
  watched?: boolean;
}
/** Connects to the Gluu host; everything stored is for it alone. */
async function visit({ route = {}, secrets, says = () => [TYPED], watched = true }: Visit) {
  gluu.trust();
  const asked: Omit<SshQuestion, 'questionId'>[] = [];
  const ask: AskUser = async (question) => {
    asked.push(question);
    return says(question);
  };
  const routes = createSshRoutes({ home: gluu.home, openKey: openHere, guard: everywhere, ask });
  started.push({ stop: () => routes.closeAll() });
  const stored = { password: async () => user.password, passphrase: async () => PASSPHRASE };
  const { work, steps } = watchedWork();
  const way: SshRoute = { ...gluu.route, login: 'password', user: user.name, ...route };
  const failure = await failureOf(routes.network('a', way, secrets ?? stored, watched ? work : unwatchedWork()));
  return { failure, asked, steps: steps() };
}

describe('a stored password', () => {
  const kinds: [string, JumpHostOptions][] = [
    ['for its password', { takes: 'password' }],
    ['with a prompt for one', { takes: 'keyboard-interactive', prompt: 'Password: ' }],
    ['in another language', { takes: 'keyboard-interactive', prompt: 'Kennwort: ' }],
    ['in the name of the Gluu host', { takes: 'keyboard-interactive', prompt: 'root@gluu.example.org’s password: ' }],
  ];
  test.each(kinds)(
    'never goes to a jump host that asks %s; the user is asked under its own name',
    async (_, options) => {
      const jump = await jumpHost(options);
      const { failure, asked } = await visit({ route: { jumps: through(jump) } });
      expect(jump.given()).toEqual([`ops: ${options.takes} ${TYPED}`]);
      expect(failure).toBeUndefined();
      expect(asked).toMatchObject([
        {
          from: `ops@127.0.0.1:${jump.port}`,
          wayTo: `${user.name}@127.0.0.1:${gluu.port}`,
          prompts: [{ echo: false }],
        },
      ]);
      expect(asked[0]?.asks).toBe(options.takes === 'password' ? 'password' : 'questions');
    },
  );

  test('never goes to a ProxyJump of the configuration, nor to the one before that', async () => {
    const [outer, inner] = [await jumpHost(), await jumpHost({ takes: 'keyboard-interactive' })];
    configure(
      `Host gluu\n  HostName 127.0.0.1\n  ProxyJump inner\n` +
        `Host inner\n  HostName 127.0.0.1\n  Port ${inner.port}\n  User eve\n  ProxyJump ssh://ops@127.0.0.1:${outer.port}\n`,
    );
    const { failure, asked } = await visit({ route: { host: 'gluu' } });
    expect(failure).toBeUndefined();
    expect([outer.given(), inner.given()]).toEqual([
      [`ops: password ${TYPED}`],
      [`eve: keyboard-interactive ${TYPED}`],
    ]);
    expect(asked.map(({ from }) => from)).toEqual([`ops@127.0.0.1:${outer.port}`, `eve@127.0.0.1:${inner.port}`]);
    expect(outer.forwards()).toEqual([`127.0.0.1:${inner.port}`]);
    expect(inner.forwards()).toEqual([`127.0.0.1:${gluu.port}`]);
  });

  test('is not tried after the jump host refused what the user typed', async () => {
    const jump = await jumpHost();
    const { failure } = await visit({ route: { jumps: through(jump) }, says: () => ['a slip'] });
    expect(new Set(jump.given())).toEqual(new Set(['ops: password a slip']));
    expect(failure).toMatchObject({
      code: 'ssh.login',
      stage: `SSH jump 127.0.0.1:${jump.port}`,
      facts: { user: 'ops' },
    });
  });

  test('does not go out for a second factor of a jump host, with any login of the profile', async () => {
    const jump = await jumpHost({ takes: 'keyboard-interactive', prompt: 'Password:' });
    for (const login of ['agent', 'key', 'interactive'] as const) {
      await visit({ route: { jumps: through(jump), login, keyFile: gluu.keyFile }, says: () => undefined });
    }
    expect(jump.given()).toEqual([]);
  });

  test('is not given to the jump host where the last host fails to answer', async () => {
    const jump = await jumpHost();
    const { failure } = await visit({ route: { jumps: through(jump), port: 1 } });
    expect(failure).toMatchObject({ stage: 'SSH' });
    expect(jump.given().join()).not.toContain(user.password);
  });
});

describe('a locked key of a jump host', () => {
  const kinds: [string, string[]][] = [
    ['ed25519', ['-t', 'ed25519']],
    ['RSA', ['-t', 'rsa', '-b', '2048']],
    ['ECDSA', ['-t', 'ecdsa']],
  ];
  const lockedKey = (name: string, options: string[]) => makeKey(join(gluu.home, '.ssh', name), options, TYPED);
  const publicKey = (file: string) => readFileSync(`${file}.pub`, 'utf8');
  const byKey = { login: 'key', host: 'gluu' } as const;
  /** The Gluu host with a key of its own behind a jump host with another. */
  const configureKey = (jump: JumpHost, file: string) =>
    configure(
      `Host gluu\n  HostName 127.0.0.1\n  ProxyJump jump\n` +
        `Host jump\n  HostName 127.0.0.1\n  Port ${jump.port}\n  User ops\n  IdentityFile ${file}\n`,
    );
  const asRoot = () => ({ ...byKey, user: gluu.user, keyFile: gluu.keyFile });

  test.each(kinds)(
    '(%s) asks for its own passphrase, again after a slip, and never gets the stored one',
    async (name, options) => {
      const file = await lockedKey(`jump-${name}`, options);
      const jump = await jumpHost({ takes: 'publickey', authorized: [publicKey(file)] });
      configureKey(jump, file);
      const tries = ['a slip', TYPED];
      const read: string[] = [];
      const secrets = { ...noSecrets, passphrase: async () => `stored ${read.push('passphrase')}` };
      const { failure, asked } = await visit({ route: asRoot(), secrets, says: () => [tries.shift() ?? ''] });
      expect(failure).toBeUndefined();
      expect(read).toEqual([]);
      const question = { asks: 'passphrase', from: `ops@127.0.0.1:${jump.port}`, keyFile: file };
      expect(asked).toMatchObject([question, { ...question, again: true }]);
    },
  );

  test('that the jump host does not know is not asked for', async () => {
    const file = await lockedKey('stranger', ['-t', 'ed25519']);
    const jump = await jumpHost({ takes: 'publickey' });
    configureKey(jump, file);
    const { failure, asked } = await visit({ route: asRoot() });
    expect(asked).toEqual([]);
    expect(failure).toMatchObject({ code: 'ssh.login', facts: { tried: expect.stringContaining(`key ${file}`) } });
  });

  test('that nobody opens leaves the other ways in', async () => {
    const file = await lockedKey('left', ['-t', 'ed25519']);
    const jump = await jumpHost({ authorized: [publicKey(file)] });
    configureKey(jump, file);
    const says = ({ asks }: { asks: string }) => (asks === 'passphrase' ? undefined : [TYPED]);
    const visitBy = () => visit({ route: { ...asRoot(), login: 'password', user: user.name }, says });
    const { failure, asked } = await visitBy();
    expect(failure).toBeUndefined();
    expect(asked.map(({ asks }) => asks)).toEqual(['passphrase', 'password']);
    // Where its public half is not at hand it has to be asked for before it is offered.
    writeFileSync(`${file}.pub`, '');
    expect((await visitBy()).asked.map(({ asks }) => asks)).toEqual(['passphrase', 'password']);
  });

  test('that is the profile’s own is opened by what is stored for it', async () => {
    const file = await makeKey(join(gluu.home, '.ssh', 'own'), ['-t', 'ed25519'], PASSPHRASE);
    const jump = await jumpHost({ takes: 'publickey', authorized: [publicKey(file)] });
    const { failure, asked } = await visit({ route: { jumps: through(jump), login: 'key', keyFile: file } });
    expect(asked).toEqual([]);
    expect(jump.forwards()).toEqual([`127.0.0.1:${gluu.port}`]);
    expect(failure).toMatchObject({ code: 'ssh.login', stage: 'SSH login' });
  });
});

describe('an agent', () => {
  let agent: SshAgent;
  const socket = () => join(gluu.home, 'agent');
  beforeAll(async () => {
    agent = await startSshAgent(socket());
    for (const [name, type] of [['other', 'ed25519'] as const, ['held', 'ecdsa'] as const]) {
      const key = await makeKey(join(gluu.home, name), ['-t', type]);
      await agent.add(key);
    }
  });
  afterAll(() => agent.stop());

  test('logs in to a jump host whatever the profile’s own login is, and is offered to nobody', async () => {
    const jump = await jumpHost({
      takes: 'publickey',
      authorized: [readFileSync(join(gluu.home, 'held.pub'), 'utf8')],
    });
    configure(`IdentityAgent ${socket()}`);
    const { failure, asked, steps } = await visit({ route: { jumps: through(jump) } });
    expect(failure).toBeUndefined();
    expect(asked).toEqual([]);
    expect(steps[0]?.text).toBe('ops, agent with 2 keys');
    expect(jump.agentOffered()).toBe(false);
    expect(gluu.log()).not.toContain('auth-agent');
  });

  test('offers the keys of IdentityFile first, and none is tried again from its file', async () => {
    const jump = await jumpHost({ authorized: [] });
    configure(`IdentityAgent ${socket()}\nIdentityFile ${join(gluu.home, 'held')}\n`);
    const { failure } = await visit({ route: { jumps: through(jump) } });
    expect(failure).toBeUndefined();
    expect(jump.given()).toEqual([
      'ops: publickey ecdsa-sha2-nistp256',
      'ops: publickey ssh-ed25519',
      `ops: password ${TYPED}`,
    ]);
  });

  test('is asked for no other key than those of IdentityFile where IdentitiesOnly says so', async () => {
    const file = join(gluu.home, 'held.pub');
    const jump = await jumpHost({ takes: 'publickey', authorized: [readFileSync(file, 'utf8')] });
    configure(`IdentityAgent ${socket()}\nIdentitiesOnly yes\nIdentityFile ${file}\n`);
    const { failure, steps } = await visit({ route: { jumps: through(jump) } });
    expect(failure).toBeUndefined();
    expect(steps[0]?.text).toBe('ops, agent with 1 key');
  });
});

test('a jump host that shows another key than its own is given nothing and forwards nothing', async () => {
  const [jump, other] = [await jumpHost(), await jumpHost()];
  const file = join(gluu.home, '.ssh', 'known_hosts');
  const key = readFileSync(file, 'utf8').split('\n')[1]?.replace(/^\S+/, `[127.0.0.1]:${jump.port}`);
  writeFileSync(file, `${key}\n`);
  const { failure, asked } = await visit({ route: { jumps: through(jump) } });
  expect(failure).toMatchObject({
    code: 'ssh.hostKeyChanged',
    stage: `SSH jump 127.0.0.1:${jump.port}`,
    hostKey: { host: '127.0.0.1', port: jump.port, known: { file, line: 1 } },
  });
  expect([asked, jump.given(), jump.forwards(), other.connections()]).toEqual([[], [], [], 0]);
});

test('a question goes with the last who could answer it', async () => {
  const jump = await jumpHost();
  gluu.trust();
  const gone: boolean[] = [];
  const ask: AskUser = (_, signal) =>
    new Promise((resolve) => {
      signal.addEventListener('abort', () => {
        gone.push(true);
        resolve(undefined);
      });
      waiting.cancel();
    });
  const routes = createSshRoutes({ home: gluu.home, openKey: openHere, guard: everywhere, ask });
  started.push({ stop: () => routes.closeAll() });
  const way: SshRoute = { ...gluu.route, jumps: through(jump) };
  const waiting = watchedWork();
  const watched = failureOf(routes.network('a', way, noSecrets, waiting.work));
  const unwatched = failureOf(routes.network('a', way, noSecrets, unwatchedWork()));
  expect(await watched).toMatchObject({ code: 'work.cancelled' });
  expect(await unwatched).toMatchObject({ code: 'ssh.answerMissing' });
  expect(gone).toEqual([true]);
});

describe('work that nobody watches', () => {
  test.each<JumpHostOptions>([{ takes: 'password' }, { takes: 'keyboard-interactive' }])(
    'asks nothing, gives nothing, and says which host wants an answer: %o',
    async (options) => {
      const jump = await jumpHost(options);
      const { failure, asked } = await visit({ route: { jumps: through(jump) }, watched: false });
      expect(asked).toEqual([]);
      expect(jump.given()).toEqual([]);
      expect(failure).toMatchObject({
        code: 'ssh.answerMissing',
        facts: { hop: `ops@127.0.0.1:${jump.port} (jump host)`, why: 'Checks in the background ask no questions.' },
      });
    },
  );
});
