import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '../../../../src-main/base/app-error';
import { createProfileGuard, guardSave } from '../../../../src-main/calls/profile-guard';
import type { BoxWords } from '../../../../src-main/guard/box-words';
import { draftOf, openServerRegistry, type ServerRegistry } from '../../../../src-main/registry/server-registry';
import type { SaveServer } from '../../../../src-main/servers/save-server';
import { createWork } from '../../../../src-main/work/work';
import { namedHops, type Route } from '../../../../src-shared/model/route';
import type { ServerDraft, ServerId, ServerProfile } from '../../../../src-shared/model/server';
import { boxInEnglish } from '../../../support/english';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../../support/temporary-folder';

const direct: Route = { kind: 'direct' };
const overSsh = (host: string): Route => ({ kind: 'ssh', host, port: 22, user: 'admin', login: 'agent', jumps: [] });
const draft = (more: Partial<ServerDraft> = {}): ServerDraft => ({
  name: 'bank',
  group: '',
  environment: 'production',
  notes: '',
  host: 'ldap.bank.example',
  port: 1636,
  mode: 'ldaps',
  bindDn: 'cn=directory manager',
  route: direct,
  readOnly: true,
  ...more,
});
const second = (more: Partial<ServerDraft> = {}) => draft({ name: 'second', ...more });

let folder: string;
let registry: ServerRegistry;
let bank: ServerProfile;
let asked: BoxWords[];
let says: boolean;
let whenAsked: () => Promise<unknown>;
beforeEach(async () => {
  folder = makeTemporaryFolder('profile-guard');
  registry = openServerRegistry(path.join(folder, 'servers.json'));
  bank = await registry.add(draft());
  asked = [];
  says = true;
  whenAsked = async () => {};
});
afterEach(() => removeTemporaryFolder(folder));

const guard = () =>
  createProfileGuard({
    registry,
    consent: {
      async askWeakening(question) {
        asked.push(boxInEnglish(question));
        await whenAsked();
        if (!says) throw new AppError('write.notConfirmed');
      },
    },
    // "gw" is an alias of the user's own configuration.
    wayOf: async (route) =>
      namedHops(route).map((hop) => ({ ...hop, host: hop.host === 'gw' ? 'gw.example' : hop.host })),
  });
const save: SaveServer = async ({ serverId, draft }, _work, { given } = {}) => {
  if (serverId) await registry.update(serverId, draft, given);
  else await registry.add(draft, undefined, given);
  return { server: {} } as Awaited<ReturnType<SaveServer>>;
};
const keep = { kind: 'keep' } as const;
const kept = { bindPassword: keep, salt: keep, sshPassword: keep, sshPassphrase: keep };
const work = () => createWork(new AbortController().signal, () => {});
const saving = (next: ServerDraft, serverId?: ServerProfile['id']) =>
  guardSave(save, guard())({ ...kept, draft: next, ...(serverId ? { serverId } : {}) }, work());
const messages = () => asked.map(({ message }) => message);

describe('asks outside the window before', () => {
  const production = 'Save second as Test on the host of bank?';
  const writable = (label: string) => `Allow writing to second (${label})?`;

  test.each<[string, Partial<ServerDraft>, string]>([
    ['a second profile makes a production server a test', { environment: 'test' }, production],
    ['the same in other spelling', { environment: 'test', host: 'LDAP.Bank.example.' }, production],
    [
      'the same with another bind DN and encryption',
      { environment: 'test', bindDn: 'cn=x', mode: 'plain' },
      production,
    ],
  ])('%s', async (_, more, message) => {
    await saving(second(more));
    expect(messages()).toEqual([message]);
    says = false;
    await expect(saving(second({ ...more, name: 'second' }))).rejects.toMatchObject({ code: 'write.notConfirmed' });
    expect(registry.list()).toHaveLength(2);
  });

  test('a second profile opens a place that another one keeps read-only', async () => {
    const host = 'test.bank.example';
    await registry.add(draft({ name: 'rehearsal', environment: 'test', host }));
    await saving(second({ environment: 'test', host, readOnly: false }));
    expect(messages()).toEqual([writable('Test')]);
  });

  test('no second profile of production, which is stored read-only whatever it says', async () => {
    await saving(second({ readOnly: false }));
    expect(messages()).toEqual([]);
  });

  test('another profile is moved there', async () => {
    const { id } = await registry.add(second({ environment: 'test', host: 'elsewhere.example', readOnly: false }));
    await saving(second({ environment: 'test', readOnly: false }), id);
    expect(asked).toEqual([
      {
        message: 'Save second with fewer guards?',
        lines: [
          production,
          'bank (Production) is on the same host.',
          'Its host: ldap.bank.example',
          'Port: 1636',
          'You can then write to it without typing its name.',
          'Host: ldap.bank.example',
          'Port: 1636',
          '',
          writable('Test'),
          'bank (Production) is on the same host.',
          'Its host: ldap.bank.example',
          'Port: 1636',
          'Host: ldap.bank.example',
          'Port: 1636',
          'Each write is still confirmed.',
        ],
        yes: 'Save it anyway',
      },
    ]);
  });

  test('a guarded server is led to another place, which leaves the first one without a guard', async () => {
    for (const more of [{ host: 'localhost', route: overSsh('gw.example') }, { host: 'other.example' }]) {
      says = false;
      await expect(saving(draft(more), bank.id)).rejects.toMatchObject({ code: 'write.notConfirmed' });
    }
    expect(messages()).toEqual(Array(2).fill('Point bank (Production) at another host?'));
    expect(asked[1]?.lines.slice(0, 4)).toEqual([
      'From host: ldap.bank.example',
      'Port: 1636',
      'To host: other.example',
      'Port: 1636',
    ]);
  });

  test('one is made a test, or can be written to, whatever its environment', async () => {
    await saving(draft({ environment: 'test' }), bank.id);
    await saving(draft({ environment: 'test', readOnly: false }), bank.id);
    expect(messages()).toEqual(['Change bank from Production to Test?', 'Allow writing to bank (Test)?']);
  });

  test('an alias of ~/.ssh/config leads to the same place', async () => {
    await registry.add(draft({ name: 'behind', host: 'localhost', route: overSsh('gw.example') }));
    await saving(second({ environment: 'test', host: 'localhost', route: overSsh('gw') }));
    expect(messages()).toEqual(['Save second as Test on the host of behind?']);
  });

  test.each([
    ['an SSH host in other spelling', overSsh('GW.example.')],
    ['another user of the SSH host', { ...overSsh('gw.example'), user: 'root' }],
  ])('%s leads to the same place', async (_, route) => {
    await registry.add(draft({ name: 'behind', host: 'localhost', route: overSsh('gw.example') }));
    await saving(second({ environment: 'test', host: 'localhost', route }));
    expect(messages()).toEqual(['Save second as Test on the host of behind?']);
  });

  test.each<[string, Partial<ServerDraft>, Partial<ServerDraft>]>([
    ['another port of the host', {}, { port: 389, mode: 'plain' }],
    ['a host name by another way', {}, { route: overSsh('gw') }],
    ['a public address by another way', { host: '203.0.113.7' }, { host: '203.0.113.7', route: overSsh('gw') }],
    ['another name of loopback', { host: 'localhost' }, { host: '127.0.0.1' }],
    ['IPv6 loopback', { host: 'localhost' }, { host: '::1' }],
    ['loopback within IPv6', { host: 'localhost' }, { host: '::ffff:127.0.0.1' }],
    ['another address of loopback', { host: '127.0.0.1' }, { host: '127.0.1.1' }],
    ['the address that means all', { host: '127.0.0.1' }, { host: '0.0.0.0' }],
    ['a name of loopback in /etc/hosts', { host: '127.0.0.1' }, { host: 'ip6-localhost' }],
    [
      'another port of loopback behind SSH',
      { host: 'localhost', route: overSsh('gw.example') },
      { host: '127.0.0.1', port: 1389, mode: 'plain', route: overSsh('gw') },
    ],
    [
      'the SSH host itself, where loopback behind it is guarded',
      { host: 'localhost', route: overSsh('gw.example') },
      { host: 'gw.example', port: 389, mode: 'plain' },
    ],
    [
      'loopback behind SSH, where the SSH host is guarded',
      { host: 'gw.example' },
      { host: 'localhost', route: overSsh('gw') },
    ],
    [
      'the SSH host by its bare name behind itself',
      { host: 'localhost', route: overSsh('gluu') },
      { host: 'gluu', port: 389, route: overSsh('gluu') },
    ],
    [
      'loopback behind another port of the SSH host',
      { host: 'localhost', route: overSsh('gw.example') },
      { host: 'localhost', route: { ...overSsh('gw.example'), port: 2222 } as Route },
    ],
  ])('%s leads to the same host', async (_, guarded, more) => {
    await registry.add(draft({ name: 'guarded', host: 'guarded.example', ...guarded }));
    const { host = 'guarded.example' } = guarded;
    await saving(second({ environment: 'test', readOnly: false, host, ...more }));
    expect(asked.flatMap(({ lines }) => lines)).toContain('guarded (Production) is on the same host.');
  });

  test('an address in other spelling is the same place', async () => {
    await registry.add(draft({ name: 'by address', host: '2001:db8::10' }));
    await saving(second({ environment: 'test', host: '2001:DB8:0::0010' }));
    expect(messages()).toEqual(['Save second as Test on the host of by address?']);
  });
});

test('asks nothing where no guard is taken away', async () => {
  await saving(second());
  await saving(second({ environment: 'test', host: 'localhost', route: overSsh('gw') }));
  await saving(second({ environment: 'test', host: 'new.example', readOnly: false }));
  await saving(draft({ name: 'renamed', notes: 'x', group: 'y', bindDn: 'cn=other', mode: 'startTls' }), bank.id);
  expect(asked).toEqual([]);
});

test.each<[string, Partial<ServerDraft>, Partial<ServerDraft>]>([
  ['ports of loopback here, where tunnels end', { host: '127.0.0.1', port: 1636 }, { host: 'localhost', port: 1637 }],
  [
    'SSH hosts behind tunnels',
    { host: 'localhost', route: { ...overSsh('127.0.0.1'), port: 2201 } as Route },
    { host: 'localhost', route: { ...overSsh('127.0.0.1'), port: 2202 } as Route },
  ],
  ['a private address in two networks', { host: '10.0.0.5' }, { host: '10.0.0.5', route: overSsh('gw') }],
  [
    'a bare name in two networks',
    { host: 'gluu', route: overSsh('one.example') },
    { host: 'gluu', route: overSsh('gw') },
  ],
  ['loopback here and behind SSH', { host: 'localhost' }, { host: 'localhost', route: overSsh('gw') }],
])('asks nothing for %s', async (_, guarded, more) => {
  await registry.add(draft({ name: 'guarded', ...guarded }));
  await saving(second({ environment: 'test', readOnly: false, ...more }));
  expect(asked).toEqual([]);
});

test('looks up each route once, also for a thousand servers', async () => {
  const many = Array.from({ length: 1000 }, (_, index) => ({
    ...draft({
      name: `server ${index}`,
      environment: 'test',
      host: 'localhost',
      route: overSsh(`gw${index % 10}.example`),
    }),
    id: randomUUID() as ServerId,
  }));
  await registry.importProfiles(many.slice(0, 500), []);
  let looked = 0;
  const { weigh } = createProfileGuard({
    registry,
    consent: { askWeakening: async () => {} },
    async wayOf(route) {
      looked += 1;
      return namedHops(route);
    },
  });
  const { weakenings, given } = await weigh(many.map((next) => ({ next: { ...draftOf(next), readOnly: false } })));
  expect(given(registry.list())).toBe(true);
  expect(weakenings.map(({ length }) => length)).toEqual(Array(1000).fill(1));
  expect(looked).toBe(11); // the bank’s is direct
});

test('asks no second time for what was agreed to', async () => {
  await saving(second({ environment: 'test', readOnly: false }));
  const [, added] = registry.list();
  await saving({ ...second({ environment: 'test', readOnly: false }), notes: 'edited' }, added?.id);
  expect(asked).toHaveLength(1);
});

describe('saves nothing where, behind the open question,', () => {
  const changed = { code: 'write.changed' };
  const lower = () => saving(second({ environment: 'test' }));

  test('the guarded server is moved, changed or removed', async () => {
    for (const change of [
      () => registry.update(bank.id, draft({ host: 'other.example' })),
      () => registry.update(bank.id, draft({ name: 'harmless' })),
      () => registry.remove(bank.id),
    ]) {
      const list = registry.list();
      whenAsked = change;
      await expect(lower()).rejects.toMatchObject(changed);
      expect(registry.list().map(({ name }) => name)).not.toContain('second');
      await registry.importProfiles(
        list.filter(({ id }) => !registry.list().some((one) => one.id === id)),
        [...list],
      );
    }
  });

  test('the profile itself is changed', async () => {
    whenAsked = () => registry.update(bank.id, draft({ host: 'other.example' }));
    await expect(saving(draft({ environment: 'test' }), bank.id)).rejects.toMatchObject(changed);
    expect(registry.get(bank.id)).toMatchObject({ environment: 'production', host: 'other.example' });
  });

  test('or while it is being saved, a server at its place is added', async () => {
    const slow: SaveServer = async (input, own, more) => {
      await registry.add(draft({ name: 'third' }));
      return save(input, own, more);
    };
    const next = second({ host: bank.host });
    await expect(guardSave(slow, guard())({ ...kept, draft: next }, work())).rejects.toMatchObject(changed);
    expect(registry.list().map(({ name }) => name)).toEqual(['bank', 'third']);
  });
});

test('a certificate is trusted only for the place it was shown for', async () => {
  const pin = { sha256: Array(32).fill('AB').join(':'), acceptedAt: '2026-01-01T00:00:00.000Z' };
  const moved = await registry.update(bank.id, { ...draftOf(bank), host: 'other.example' });
  await expect(registry.pin(bank.id, pin, bank)).rejects.toMatchObject({ code: 'write.changed' });
  expect(registry.get(bank.id).pin).toBeUndefined();
  await registry.pin(bank.id, pin, moved);
  expect(registry.get(bank.id).pin).toEqual(pin);
});
