import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { guardReach, guardRoutes } from '../../../src-main/calls/guarded-reach';
import { createAskOnce } from '../../../src-main/guard/ask-once';
import type { BoxWords } from '../../../src-main/guard/box-words';
import { createClearText } from '../../../src-main/guard/clear-text';
import type { Question } from '../../../src-main/guard/confirm';
import { openConfirmedPlaces } from '../../../src-main/guard/confirmed-places';
import { createPlaces } from '../../../src-main/guard/places';
import { createNetworks } from '../../../src-main/reach/networks';
import { createReach } from '../../../src-main/reach/reach';
import { knownServers, secretTargetOf } from '../../../src-main/registry/known-servers';
import { openServerRegistry } from '../../../src-main/registry/server-registry';
import { serverSecrets } from '../../../src-main/secrets/server-secrets';
import { createSshRoutes, type SshRoutes } from '../../../src-main/ssh/ssh-routes';
import { unwatchedWork } from '../../../src-main/work/work';
import type { ServerDraft, ServerProfile } from '../../../src-shared/model/server';
import { boxInEnglish, inEnglish } from '../../support/english';
import { memoryKeychain } from '../../support/fake-keychain';
import { type JumpHost, startJumpHost } from '../../support/jump-host';
import { openHere } from '../../support/open-here';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../support/temporary-folder';
import { failureOf, watchedWork } from './ssh-bench';

const STORED = 'stored for the Gluu host';
const TYPED = 'typed for a jump host';

let home: string;
const started: { stop(): unknown }[] = [];
beforeEach(() => {
  home = makeTemporaryFolder('confirmed-way');
  mkdirSync(path.join(home, '.ssh'), { mode: 0o700 });
});
afterEach(async () => {
  for (const each of started.splice(0).reverse()) await each.stop();
  removeTemporaryFolder(home);
});

const configure = (text: string) => writeFileSync(path.join(home, '.ssh', 'config'), text);
/** What `~/.ssh/config` says of the alias `gluu`. */
const gluuIs = (host: JumpHost, more = '') => `Host gluu\n  HostName 127.0.0.1\n  Port ${host.port}\n  ${more}\n`;

async function sshHost(password: string): Promise<JumpHost> {
  const host = await startJumpHost({ password });
  started.push(host);
  host.trust(home);
  return host;
}

/**
 * The parts of main that are between the window and SSH servers, with a user who says `says` to every box. `meanwhile` happens
 * after each look at where a route leads.
 */
function startConsole(says: (box: BoxWords) => boolean = () => true, meanwhile = async () => {}) {
  const boxes: BoxWords[] = [];
  const confirm = async (question: Question) => {
    const box = boxInEnglish(question);
    boxes.push(box);
    return { yes: says(box), boxTicked: false };
  };
  const confirmed = openConfirmedPlaces(path.join(home, 'places.json'));
  const places = createPlaces({ confirmed, confirm, isOwn: () => false });
  const clearText = createClearText({ ask: createAskOnce({ confirm }), isOwn: () => false });
  const guard = guardRoutes(places);
  const routes = createSshRoutes({ home, openKey: openHere, guard, ask: async () => [TYPED] });
  started.push({ stop: () => routes.closeAll() });
  const registry = openServerRegistry(path.join(home, 'servers.json'));
  const secrets = serverSecrets(memoryKeychain());
  const servers = knownServers(registry, secrets, () => {}, routes.way);
  const networkOf = createNetworks(routes, servers, guard.check);
  const wayOf: SshRoutes['way'] = async (...route) => {
    const way = await routes.way(...route);
    await meanwhile();
    return way;
  };
  const reach = guardReach(
    createReach(servers, () => {}, networkOf),
    servers,
    { places, clearText },
    wayOf,
  );
  return { boxes, places, routes, registry, secrets, servers, networkOf, reach };
}
type Console = ReturnType<typeof startConsole>;

const draft: ServerDraft = {
  ...{ name: 'gluu', group: '', environment: 'test', notes: '', host: 'localhost', port: 1636, mode: 'ldaps' },
  ...{ bindDn: 'cn=directory manager', readOnly: false },
  route: { kind: 'ssh', host: 'gluu', port: 22, user: 'ada', login: 'password', jumps: [] },
};
async function withSecret({ registry, secrets, servers }: Console, changes: Partial<ServerDraft> = {}) {
  const profile = await registry.add({ ...draft, ...changes });
  const target = await servers.secretTarget(profile, 'sshPassword');
  if (!target) throw new Error('the route has no use for it');
  await secrets.put(profile.id, 'sshPassword', STORED, target);
  return profile;
}
const go = ({ networkOf }: Console, profile: ServerProfile, work = watchedWork().work) =>
  failureOf(networkOf(profile, work));

describe('each host on the way', () => {
  test('is named as it really is, in one question, before anything is opened; also what only the configuration brings', async () => {
    const [jump, gluu] = [await sshHost(TYPED), await sshHost(STORED)];
    configure(gluuIs(gluu, `ProxyJump ssh://ops@127.0.0.1:${jump.port}`));
    const knocks: number[] = [];
    const app = startConsole(() => knocks.push(jump.connections() + gluu.connections()) > 0);
    expect(await go(app, await withSecret(app))).toBeUndefined();
    expect(app.boxes).toHaveLength(1);
    expect(app.boxes[0]).toMatchObject({
      message: 'Connect to 127.0.0.1?',
      lines: expect.arrayContaining([
        'Over SSH through: 127.0.0.1 (a ProxyJump of ~/.ssh/config)',
        `Port: ${jump.port}`,
        'To: 127.0.0.1 (gluu in ~/.ssh/config)',
        `Port: ${gluu.port}`,
        'As seen from the far end of the SSH route.',
      ]),
    });
    expect(knocks).toEqual([0]);
    expect([jump.given(), gluu.given()]).toEqual([[`ops: password ${TYPED}`], [`ada: password ${STORED}`]]);
  });

  test('is connected to only if the user says yes', async () => {
    const [jump, gluu] = [await sshHost(TYPED), await sshHost(STORED)];
    configure(gluuIs(gluu, `ProxyJump ops@127.0.0.1:${jump.port}`));
    const app = startConsole(() => false);
    expect(await go(app, await withSecret(app))).toMatchObject({ code: 'place.notAllowed' });
    expect(jump.connections() + gluu.connections()).toBe(0);
  });

  test('is not asked about, and not connected to, for work that nobody watches', async () => {
    const gluu = await sshHost(STORED);
    configure(gluuIs(gluu));
    const app = startConsole();
    expect(await go(app, await withSecret(app), unwatchedWork())).toMatchObject({ code: 'place.notAllowed' });
    expect([app.boxes.length, gluu.connections()]).toEqual([0, 0]);
  });

  test('is the one that was confirmed, though the configuration changes behind the open question', async () => {
    const [shown, other] = [await sshHost(STORED), await sshHost(STORED)];
    configure(gluuIs(shown));
    const app = startConsole(() => {
      configure(gluuIs(other));
      return true;
    });
    expect(await go(app, await withSecret(app))).toBeUndefined();
    expect(shown.given()).toEqual([`ada: password ${STORED}`]);
    expect(other.connections()).toBe(0);
  });

  test('is asked about again where the configuration makes another host of it', async () => {
    const [before, after] = [await sshHost(STORED), await sshHost(STORED)];
    configure(gluuIs(before));
    const app = startConsole(({ lines }) => !lines.join().includes(String(after.port)));
    const profile = await withSecret(app);
    expect(await go(app, profile)).toBeUndefined();
    configure(gluuIs(after));
    expect(await go(app, profile)).toMatchObject({ code: 'place.notAllowed' });
    expect(after.connections()).toBe(0);
  });

  test('is another place behind another host', async () => {
    const [jump, gluu] = [await sshHost(TYPED), await sshHost(STORED)];
    configure(gluuIs(gluu));
    const app = startConsole();
    const profile = await withSecret(app);
    await go(app, profile);
    configure(gluuIs(gluu, `ProxyJump ops@127.0.0.1:${jump.port}`));
    await go(app, profile);
    expect(app.boxes).toHaveLength(2);
  });

  test('leads only to what was confirmed for its far end', async () => {
    const gluu = await sshHost(STORED);
    configure(gluuIs(gluu));
    const app = startConsole();
    const profile = await withSecret(app);
    const network = await app.networkOf(profile, watchedWork().work);
    const { signal } = new AbortController();
    const open = (port: number) =>
      failureOf(network.connect([{ address: '127.0.0.1', family: 4 }], { host: 'localhost', port }, signal, 2000));
    expect(await open(1636)).toMatchObject({ code: 'place.notAllowed', facts: { place: 'localhost:1636' } });
    expect(gluu.forwards()).toEqual([]);
    const way = await app.routes.way(profile.route);
    await app.places.allow({ host: 'localhost', ports: [1636], why: 'LDAP', way }, watchedWork().work);
    expect(await open(1636)).toMatchObject({ code: expect.stringMatching(/^ssh\./) });
    expect(gluu.forwards()).toEqual(['127.0.0.1:1636']);
  });

  test('is the only one: a profile that is moved while its route is looked up is not followed', async () => {
    const [gluu, elsewhere] = [await sshHost(STORED), await sshHost(STORED)];
    configure(gluuIs(gluu));
    let move = async () => {};
    const app = startConsole(
      () => true,
      () => move(),
    );
    const profile = await withSecret(app);
    const check = () => failureOf(app.reach(profile.id, watchedWork().work, async () => {}));
    expect(await check()).toMatchObject({ code: 'ssh.targetRefused' });
    const moved: ServerDraft = { ...draft, host: '127.0.0.1', port: elsewhere.port, route: { kind: 'direct' } };
    let looks = 0;
    move = async () => {
      looks += 1;
      // The last look before the server is reached.
      if (looks === 2) await app.registry.update(profile.id, moved);
    };
    expect(await check()).toMatchObject({ code: 'place.notAllowed', facts: { place: `127.0.0.1:${elsewhere.port}` } });
    expect(app.registry.get(profile.id).port).toBe(elsewhere.port);
    expect(elsewhere.connections()).toBe(0);
  });

  test('and the LDAP server behind it stand in one question', async () => {
    const [jump, gluu] = [await sshHost(TYPED), await sshHost(STORED)];
    configure(gluuIs(gluu, `ProxyJump ops@127.0.0.1:${jump.port}`));
    const app = startConsole();
    const profile = await withSecret(app);
    await failureOf(app.reach(profile.id, watchedWork().work, async () => {}));
    expect(app.boxes.map(({ lines }) => lines.slice(0, 9))).toEqual([
      [
        'Purpose: Read the configuration over LDAP',
        'Server: gluu',
        'Over SSH through: 127.0.0.1 (a ProxyJump of ~/.ssh/config)',
        `Port: ${jump.port}`,
        'Over SSH through: 127.0.0.1 (gluu in ~/.ssh/config)',
        `Port: ${gluu.port}`,
        'To: localhost',
        'Port: 1636',
        'As seen from the far end of the SSH route.',
      ],
    ]);
  });
});

describe('a stored SSH password', () => {
  test.each<[string, (gluu: JumpHost, other: JumpHost) => string]>([
    ['another host', (_, other) => gluuIs(other)],
    ['a jump host before it', (gluu, other) => gluuIs(gluu, `ProxyJump ops@127.0.0.1:${other.port}`)],
    ['another name of the host', (gluu) => `Host gluu\n  HostName localhost\n  Port ${gluu.port}\n`],
  ])('stays here once ~/.ssh/config makes %s of the alias', async (_, changed) => {
    const [gluu, other] = [await sshHost(STORED), await sshHost(TYPED)];
    configure(gluuIs(gluu));
    const app = startConsole();
    const profile = await withSecret(app);
    configure(changed(gluu, other));
    const failure = await go(app, profile);
    if (failure?.code === 'ssh.hostKeyUnknown') {
      await app.routes.acceptHostKey(failure.hostKey as never);
      expect(await go(app, profile)).toMatchObject({ code: 'secret.bound' });
    } else {
      expect(failure).toMatchObject({ code: 'secret.bound', stage: 'SSH login' });
      expect(inEnglish(failure?.reason)).toContain(`Typed for: 127.0.0.1:${gluu.port} (ssh) as ada. Now: 127.0.0.1:`);
    }
    expect([...gluu.given(), ...other.given()].join()).not.toContain(STORED);
    await app.servers.lookAtSecrets();
    expect(app.servers.summary(profile.id).secrets.sshPassword).toBe('boundElsewhere');
  });

  test('of an earlier version is used where the profile names the host itself, and typed again where it has an alias', async () => {
    const gluu = await sshHost(STORED);
    configure(gluuIs(gluu));
    const app = startConsole();
    const literal = { ...draft, route: { ...draft.route, host: '127.0.0.1', port: gluu.port } } as ServerDraft;
    for (const [changes, code] of [[literal, undefined] as const, [draft, 'secret.bound'] as const]) {
      const profile = await app.registry.add(changes);
      const target = secretTargetOf(profile, 'sshPassword');
      if (target) await app.secrets.put(profile.id, 'sshPassword', STORED, target);
      expect((await go(app, profile))?.code).toBe(code);
      app.routes.closeAll();
    }
  });

  test('serves another server over the same connection only where the way is the same', async () => {
    const [gluu, other] = [await sshHost(STORED), await sshHost('of another')];
    configure(gluuIs(gluu));
    const app = startConsole();
    const [one, two] = [await withSecret(app), await app.registry.add({ ...draft, name: 'two' })];
    expect(await go(app, one)).toBeUndefined();
    expect(await go(app, two)).toBeUndefined();
    expect(gluu.connections()).toBe(1);
    configure(gluuIs(other));
    expect(await go(app, two)).toMatchObject({ code: 'ssh.login' });
    expect(other.given()).not.toContain(`ada: password ${STORED}`);
  });
});
