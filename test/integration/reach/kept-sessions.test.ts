import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import type { Tuning } from '../../../src-main/console/tuning';
import { createSshRoutes } from '../../../src-main/ssh/ssh-routes';
import { createWork } from '../../../src-main/work/work';
import type { Route } from '../../../src-shared/model/route';
import type { ServerDraft } from '../../../src-shared/model/server';
import { connectSteps, type Step } from '../../../src-shared/model/work';
import { selfSigned, type TestCertificate } from '../../support/certificates';
import { gluuNames } from '../../support/gluu-names';
import { gluuTree } from '../../support/gluu-tree';
import { carries } from '../../support/hostile-ldap/message';
import { startJumpHost } from '../../support/jump-host';
import { openHere } from '../../support/open-here';
import { type KeptServer, type ServerConsole, startServerConsole } from '../../support/server-console';
import { accountOn, type Slapd, type SlapdOptions, startSlapd } from '../../support/slapd';
import { startProxy, type TcpProxy } from '../../support/tcp-proxy';
import { makeTemporaryFolder } from '../../support/temporary-folder';
import { watchedWork } from '../../support/test-console';
import { everywhere } from '../ssh/ssh-bench';

const { applianceDn } = gluuNames();

let tls: TestCertificate;
let shared: Slapd;
const ends: (() => unknown)[] = [];
beforeAll(async () => {
  tls = await selfSigned();
  shared = await startSlapd({ tls, ldif: gluuTree({ version: '3.1.2' }) });
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
afterAll(() => shared.stop());

interface Visit extends ServerConsole {
  /** As the user does who asks for a check. */
  checkNow: ServerConsole['check'];
  slapd: Slapd;
  proxy: TcpProxy;
  /** Logins and connections since the visit began. */
  logins(): number;
  /** How many connections slapd has open. */
  open(): number;
}

/** A slapd that this test may end, stop and restart. */
async function ownSlapd(options: SlapdOptions = {}): Promise<Slapd> {
  const slapd = await startSlapd({ tls, ldif: gluuTree({ version: '3.1.2' }), ...options });
  ends.push(() => slapd.stop());
  return slapd;
}

async function visit(
  server: Partial<KeptServer> & { asReader?: boolean } = {},
  { slapd = shared, tuning = {} }: { slapd?: Slapd; tuning?: Tuning } = {},
): Promise<Visit> {
  const { mode = 'startTls', asReader, ...rest } = server;
  const proxy = await startProxy(mode === 'ldaps' ? slapd.ldapsPort : slapd.port);
  ends.push(() => proxy.stop());
  const console = await startServerConsole(
    { port: proxy.port, mode, pin: mode === 'plain' ? undefined : tls.sha256, ...accountOn(slapd, asReader), ...rest },
    { helpers: inject('helpers'), tuning },
  );
  ends.push(() => console.stop());
  const from = slapd.log().length;
  const count = (pattern: RegExp) => slapd.log().slice(from).match(pattern)?.length ?? 0;
  return {
    ...console,
    // From the server each time, also right after a check that has read it.
    load: (work = watchedWork()) =>
      console.calls['organization.load']({ serverId: console.serverId, again: true }, work),
    // As the window does for a server that is opened.
    check: () => console.calls['server.check']({ serverId: console.serverId, opened: true }, watchedWork()),
    checkNow: console.check,
    slapd,
    proxy,
    logins: () => count(/ BIND dn="[^"]*" method=128/g),
    open: () => count(/ ACCEPT from /g) - count(/ fd=\d+ closed/g),
  };
}

/** The draft of the server in the list, with the secrets as they are. */
async function edit(visited: Visit, change: Partial<ServerDraft>, bindPassword?: string): Promise<void> {
  const { id: serverId, pin: _, favourite: _f, foundVersion: _v, mailPins: _m, ...draft } = await visited.profile();
  const { secrets: _s, demo: _d, ...known } = draft as typeof draft & { secrets: unknown; demo: unknown };
  const keep = { kind: 'keep' };
  await visited.must('server.save', {
    serverId,
    draft: { ...known, ...change },
    bindPassword: bindPassword === undefined ? keep : { kind: 'replace', value: bindPassword },
    salt: keep,
  });
}

const untilClosed = (visited: Visit, left = 0) =>
  vi.waitFor(() => expect(visited.open()).toBe(left), { timeout: 5000, interval: 10 });

describe('one session for one server', () => {
  test.each(['plain', 'startTls', 'ldaps'] as const)('is logged in once for several calls, %s', async (mode) => {
    const visited = await visit({ mode });
    await visited.check();
    const view = await visited.load();
    expect(await visited.save({ maxLogSize: 300 }, { view })).toMatchObject({ kind: 'saved' });
    await visited.check();
    expect(visited.logins()).toBe(1);
    expect(visited.proxy.connections()).toBe(1);
    expect(visited.open()).toBe(1);
    await visited.save({ maxLogSize: 200 });
  });

  test('a check that the user asks for logs in, and its session is the one that is kept then', async () => {
    const visited = await visit();
    await visited.load();
    await visited.checkNow();
    expect(visited.logins()).toBe(2);
    await untilClosed(visited, 1);
    await visited.load();
    expect(visited.logins()).toBe(2);
  });

  test('a check of many logs in, keeps nothing of its own, and leaves alone what is kept', async () => {
    const visited = await visit();
    await visited.load();
    expect(await visited.must('health.check', { serverIds: [visited.serverId] })).toEqual({ checked: 1, reached: 1 });
    expect(visited.logins()).toBe(2);
    await untilClosed(visited, 1);
    await visited.load();
    expect(visited.logins()).toBe(2);
  });

  test('names the account each time, and shows what was not done again', async () => {
    const visited = await visit();
    await visited.check();
    const asked = () => visited.slapd.log().match(/ WHOAMI$/gm)?.length ?? 0;
    const before = asked();
    let steps: Step[] = [];
    const work = createWork(new AbortController().signal, (now) => {
      steps = now;
    });
    await visited.calls['server.check']({ serverId: visited.serverId, opened: true }, work);
    expect(asked() - before).toBe(1);
    expect(steps.map(({ name, state }) => `${name} ${state}`)).toEqual(
      connectSteps.map((name) => `${name} ${connectSteps.indexOf(name) < 4 ? 'skipped' : 'done'}`),
    );
    expect(steps[1]?.text).toEqual({ id: 'note.stillOpen' });
  });

  test('two calls at once have two connections, each its own answers, and one is kept', async () => {
    const visited = await visit();
    await visited.check();
    const [view, facts, found] = await Promise.all([
      visited.load(),
      visited.check(),
      visited.calls['users.search'](
        { serverId: visited.serverId, text: 'nobody-is-called-so', anywhere: false, offset: 0 },
        watchedWork(),
      ),
    ]);
    expect(view.fields.maxLogSize).toMatchObject({ value: 200 });
    expect(facts).toMatchObject({ boundAs: visited.slapd.bindDn, configDn: applianceDn });
    expect(found).toMatchObject({ people: [] });
    expect(visited.proxy.connections()).toBe(3);
    await untilClosed(visited, 1);
    await visited.load();
    expect(visited.proxy.connections()).toBe(3);
  });
});

describe('is closed at once', () => {
  test('at the lock', async () => {
    const visited = await visit();
    await visited.check();
    expect(visited.open()).toBe(1);
    await visited.close();
    await untilClosed(visited);
  });

  test('before the computer sleeps', async () => {
    const visited = await visit();
    await visited.check();
    visited.sleeps();
    await untilClosed(visited);
    await visited.check();
    expect(visited.logins()).toBe(2);
  });

  test('with another bind password in the profile', async () => {
    const visited = await visit();
    await visited.check();
    await edit(visited, {}, 'not the right one');
    await untilClosed(visited);
    await expect(visited.load()).rejects.toMatchObject({ code: 'ldap.credentials' });
    await edit(visited, {}, visited.slapd.password);
    await visited.load();
    expect(visited.logins()).toBe(3);
  });

  test('with another host in the profile', async () => {
    const visited = await visit();
    await visited.check();
    await edit(visited, { host: 'localhost' }, visited.slapd.password);
    await untilClosed(visited);
  });

  test('with another way of encryption', async () => {
    const visited = await visit();
    await visited.check();
    await edit(visited, { mode: 'plain' }, visited.slapd.password);
    await untilClosed(visited);
  });

  test('with the server, when that leaves the list', async () => {
    const visited = await visit();
    await visited.check();
    await visited.must('server.remove', { serverId: visited.serverId });
    await untilClosed(visited);
  });

  test('when the call that has it is cancelled', async () => {
    const visited = await visit();
    await visited.check();
    const cancel = new AbortController();
    visited.proxy.blackhole();
    const before = visited.proxy.log.length;
    const loading = visited.load(createWork(cancel.signal, () => {})).catch((error: unknown) => error);
    await vi.waitFor(() => expect(visited.proxy.log.length).toBeGreaterThan(before));
    cancel.abort();
    expect(await loading).toMatchObject({ code: 'work.cancelled' });
    visited.proxy.heal();
    await untilClosed(visited);
  });

  test('when another certificate is accepted', async () => {
    const slapd = await ownSlapd();
    const visited = await visit({}, { slapd });
    await visited.check();
    const renewed = await selfSigned(2);
    await slapd.restart({ tls: renewed });
    await expect(visited.check()).rejects.toMatchObject({ code: 'tls.changed' });
    await visited.trust(renewed.sha256, 'Test server');
    expect(await visited.check()).toMatchObject({ tls: { sha256: renewed.sha256 } });
    expect(visited.logins()).toBe(2);
  });
});

describe('a server that has ended it', () => {
  test('by a restart is read over a new connection', async () => {
    const slapd = await ownSlapd();
    const visited = await visit({}, { slapd });
    await visited.load();
    await slapd.restart();
    expect((await visited.load()).fields.maxLogSize).toMatchObject({ value: 200 });
    expect(visited.logins()).toBe(2);
  });

  test('because it was idle is read over a new connection', async () => {
    const slapd = await ownSlapd({ idleTimeout: 1 });
    const visited = await visit({ mode: 'ldaps' }, { slapd });
    await visited.load();
    await vi.waitFor(() => expect(slapd.log()).toContain(' closed (idletimeout)'), { timeout: 20_000 });
    expect((await visited.load()).fields.maxLogSize).toMatchObject({ value: 200 });
    expect(visited.logins()).toBe(2);
  });

  test.each(['plain', 'startTls', 'ldaps'] as const)(
    'in the moment of the call is read once more, %s',
    async (mode) => {
      const visited = await visit({ mode });
      await visited.load();
      visited.proxy.cut(); // nobody has heard of it yet
      expect((await visited.load()).fields.maxLogSize).toMatchObject({ value: 200 });
      expect(visited.logins()).toBe(2);
      // The second session is protected as the first: nothing of the login is readable.
      if (mode !== 'plain') expect(visited.proxy.log.includes(visited.slapd.password)).toBe(false);
    },
  );

  test('without a word is read over a new connection, after a while', async () => {
    const visited = await visit();
    await visited.load();
    void visited.proxy.dropNextRequest(); // and all that follows it on that connection
    expect((await visited.load()).fields.maxLogSize).toMatchObject({ value: 200 });
    expect(visited.logins()).toBe(2);
  });

  test('and does not come back is a failure that says so', async () => {
    const slapd = await ownSlapd();
    const visited = await visit({}, { slapd });
    await visited.load();
    await slapd.kill9();
    await visited.proxy.stop();
    await expect(visited.load()).rejects.toMatchObject({ code: 'net.refused' });
  });
});

/** The writes of the attribute behind `maxLogSize`, as slapd has them in its log. */
const writes = ({ slapd }: Visit) => slapd.log().match(/ MOD attr=gluuMaxLogSize/g)?.length ?? 0;

describe('a write', () => {
  test('goes over a new connection where the kept one is dead, once', async () => {
    const visited = await visit();
    const view = await visited.load();
    const before = writes(visited);
    void visited.proxy.dropNextRequest();
    expect(await visited.save({ maxLogSize: 301 }, { view })).toMatchObject({ kind: 'saved' });
    expect(writes(visited) - before).toBe(1);
    expect(visited.logins()).toBe(2);
    await visited.save({ maxLogSize: 200 });
  });

  test('whose answer is lost on a kept connection is not repeated', async () => {
    const visited = await visit(
      { mode: 'plain' },
      { tuning: { ldapLimits: { connectMs: 5000, operationMs: 1000 }, settlePauses: { verify: [10, 500] } } },
    );
    const view = await visited.load();
    const plan = await visited.plan({ maxLogSize: 302 }, view);
    const before = writes(visited);
    const isWrite = (bytes: Buffer) => carries('modify')(bytes) && bytes.includes('gluuMaxLogSize');
    void visited.proxy.dropNextResponse(isWrite);
    expect(await visited.update(plan)).toMatchObject({
      kind: 'saved',
      view: { fields: { maxLogSize: { value: 302 } } },
    });
    expect(writes(visited) - before).toBe(1);
    await visited.save({ maxLogSize: 200 });
  });
});

test('a password that the server changed counts with the next login: LDAP leaves a session that is logged in as it is', async () => {
  const visited = await visit({ asReader: true });
  const { reader } = visited.slapd;
  await visited.load();
  const password = (value: string) =>
    visited.slapd.modify(`dn: ${reader.dn}\nchangetype: modify\nreplace: userPassword\nuserPassword: ${value}\n`);
  await password('changed in the meantime');
  expect(await visited.check()).toMatchObject({ boundAs: reader.dn });
  visited.sleeps();
  await expect(visited.check()).rejects.toMatchObject({ code: 'ldap.credentials' });
  await password(reader.password);
});

describe('over SSH', () => {
  async function overSsh() {
    const jump = await startJumpHost({ password: 'of the SSH host' });
    ends.push(() => jump.stop());
    const home = makeTemporaryFolder('kept-over-ssh');
    mkdirSync(path.join(home, '.ssh'), { mode: 0o700 });
    jump.trust(home);
    const routes = createSshRoutes({
      home,
      openKey: openHere,
      guard: everywhere,
      ask: async () => ['of the SSH host'],
    });
    ends.push(() => routes.closeAll());
    const route: Route = {
      kind: 'ssh',
      host: '127.0.0.1',
      port: jump.port,
      user: 'root',
      login: 'password',
      jumps: [],
    };
    const visited = await visit({ mode: 'ldaps', profile: { route } }, { tuning: { routes: () => routes } });
    return { jump, routes, visited };
  }

  test('it is one channel for several calls', async () => {
    const { jump, visited } = await overSsh();
    await visited.check();
    await visited.load();
    expect(jump.forwards()).toHaveLength(1);
    expect(visited.logins()).toBe(1);
  });

  test('it ends with the SSH connection, and the next call goes the whole way again', async () => {
    const { jump, routes, visited } = await overSsh();
    await visited.check();
    routes.closeAll();
    await untilClosed(visited);
    await visited.load();
    expect(jump.connections()).toBe(2);
    expect(visited.logins()).toBe(2);
  });
});
