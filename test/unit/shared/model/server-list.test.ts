import { describe, expect, test } from 'vitest';
import type { ServerId, ServerSummary } from '../../../../src-shared/model/server';
import type { ServerHealth } from '../../../../src-shared/model/server-health';
import {
  addressText,
  ageText,
  byRecent,
  movedWithin,
  placeOf,
  searchFor,
  sectionsOf,
} from '../../../../src-shared/model/server-list';
import { languages } from '../../../../src-shared/texts/languages';
import { textsFor } from '../../../../src-shared/texts/texts-for';
import { say } from '../../../support/english';

const idOf = (number: number) => `0b5a8c9e-6d0f-4a2b-9c3d-${String(number).padStart(12, '0')}` as ServerId;
const server = (number: number, more: Partial<ServerSummary> = {}): ServerSummary => ({
  id: idOf(number),
  name: `s${number}`,
  group: '',
  environment: 'test',
  notes: '',
  host: `h${number}.example.org`,
  port: 1636,
  mode: 'ldaps',
  bindDn: 'cn=x',
  route: { kind: 'direct' },
  readOnly: false,
  demo: false,
  secrets: { bindPassword: 'none', salt: 'none', sshPassword: 'none', sshPassphrase: 'none' },
  ...more,
});
const shape = (servers: ServerSummary[]) =>
  sectionsOf(servers, searchFor('', [say]), say).map(({ kind, name, servers: members }) => [
    kind,
    name,
    members.map((one) => one.name),
  ]);

describe('the sections', () => {
  test('are favourites, those without a group, groups by name, and the demo fleet last; each server once', () => {
    expect(
      shape([
        server(1, { group: 'Zoo' }),
        server(2),
        server(3, { group: 'Alpha' }),
        server(4, { group: 'Zoo', favourite: true }),
        server(5, { group: 'Demo fleet', demo: true }),
        server(6, { group: 'Zoo' }),
      ]),
    ).toEqual([
      ['favourites', 'Favourites', ['s4']],
      ['group', 'Without a group', ['s2']],
      ['group', 'Alpha', ['s3']],
      ['group', 'Zoo', ['s1', 's6']],
      ['demo', 'Demo fleet', ['s5']],
    ]);
  });
  test('a group called Favourites is another section than the favourites', () => {
    const keys = sectionsOf(
      [server(1, { group: 'Favourites' }), server(2, { favourite: true })],
      searchFor('', [say]),
      say,
    ).map(({ key }) => key);
    expect(new Set(keys).size).toBe(2);
  });
  test('without any group there is no heading', () => {
    expect(shape([server(2), server(1)])).toEqual([['group', '', ['s2', 's1']]]);
    expect(shape([])).toEqual([]);
  });
});

test.each<[string, boolean]>([
  ['', true],
  ['HEAD', true],
  ['ldap.example.org', true],
  ['1636', true],
  ['customers', true],
  ['production', true],
  ['admin@gluu1', true],
  ['bastion', true],
  ['head production bastion', true],
  ['head staging', false],
  ['direct', false],
])('a search for “%s”: %s', (query, found) => {
  const route = {
    kind: 'ssh',
    host: 'gluu1',
    port: 22,
    user: 'admin',
    login: 'agent',
    jumps: [{ host: 'bastion', port: 22, user: 'ops' }],
  } as const;
  const one = server(1, {
    name: 'Head office',
    host: 'ldap.example.org',
    group: 'Customers',
    environment: 'production',
    route: { ...route, jumps: [...route.jumps] },
  });
  expect(searchFor(query, [say])(one, undefined, Date.now())).toBe(found);
});

test.each<[string, number[]]>([
  ['reached', [1, 4]],
  ['not reached', [2]],
  ['failed', [2]],
  ['not checked', [3]],
  ['3.1.8', [1]],
  ['certificate', [1, 2]],
  ['certificate reached', [1]],
  ['ssh', [2]],
  ['read only', [3]],
  ['writable', [1, 2, 4]],
  ['starttls', [4]],
])('a search for what is known, “%s”', (query, found) => {
  const now = Date.parse('2026-11-29T09:00:00Z');
  const ssh = { kind: 'ssh', host: 'gluu1', port: 22, user: 'admin', login: 'agent', jumps: [] } as const;
  const listed: [ServerSummary, ServerHealth][] = [
    [server(1), { state: 'ok', version: '3.1.8', certificateValidTo: '2026-12-05T00:00:00Z' }],
    [
      server(2, { route: { ...ssh, jumps: [] }, host: 'localhost' }),
      { state: 'failed', version: '3.1.2', certificateValidTo: '2026-11-01T00:00:00Z' },
    ],
    [server(3, { readOnly: true }), { state: 'unknown' }],
    [server(4, { mode: 'startTls' }), { state: 'ok', certificateValidTo: '2027-12-05T00:00:00Z' }],
  ];
  const numbers = listed.flatMap(([one, health], index) =>
    searchFor(query, [say])(one, health, now) ? [index + 1] : [],
  );
  expect(numbers).toEqual(found);
});

describe.each(languages)('what is known is searched for in %s', async (language) => {
  const { say: says } = await textsFor({ language, locale: language, clock: 'language', days: 'language' });
  const found = (query: string, one: ServerSummary, state: ServerHealth['state'] = 'ok') =>
    searchFor(query, [says, say])(one, { state }, Date.now());
  const reached = says('servers.search.reached');
  const notReached = says('servers.search.notReached');

  test('by its state', () => {
    expect([found(reached, server(1)), found(reached, server(1), 'failed')]).toEqual([true, false]);
    expect([found(notReached, server(1)), found(notReached, server(1), 'failed')]).toEqual([false, true]);
  });

  test('by what may be done to it', () => {
    const [open, closed] = [server(1), server(1, { readOnly: true })];
    const writable = says('servers.search.writable');
    const readOnly = says('servers.search.readOnly');
    expect([found(writable, open), found(writable, closed)]).toEqual([true, false]);
    expect([found(readOnly, open), found(readOnly, closed)]).toEqual([false, true]);
  });

  test('and in English', () => {
    expect([found('read-only', server(1)), found('read-only', server(1, { readOnly: true }))]).toEqual([false, true]);
  });
});

test('a server behind SSH is where its route ends, not on this computer', () => {
  const route = { kind: 'ssh', host: 'gluu1', port: 22, user: 'admin', login: 'agent', jumps: [] } as const;
  expect(placeOf(server(1))).toBe('h1.example.org:1636');
  expect(placeOf(server(1, { route: { ...route, jumps: [] }, host: 'localhost' }))).toBe('gluu1');
  expect(placeOf(server(1, { route: { ...route, jumps: [] } }))).toBe('h1.example.org:1636');
  expect(say(addressText(server(1)))).toBe('h1.example.org:1636');
  expect(say(addressText(server(1, { route: { ...route, jumps: [] } })))).toBe('h1.example.org:1636 via admin@gluu1');
});

describe('moving', () => {
  const [a, b, c, d, e] = [1, 2, 3, 4, 5].map(idOf) as [ServerId, ServerId, ServerId, ServerId, ServerId];
  test('changes the places of its own section only', () => {
    const all = [a, b, c, d, e];
    expect(movedWithin(all, [a, c, e], e, 0)).toEqual([e, b, a, d, c]);
    expect(movedWithin(all, [a, c, e], a, 1)).toEqual([c, b, a, d, e]);
    expect(movedWithin(all, [a, c, e], a, 2)).toEqual([c, b, e, d, a]);
    expect(movedWithin(all, [b], b, 0)).toEqual(all);
  });
});

test('last opened comes first, the others as they stand', () => {
  const all = [1, 2, 3, 4].map((number) => server(number));
  const openedAt = { [idOf(3)]: '2026-11-23T09:00:00Z', [idOf(2)]: '2026-11-23T10:00:00Z' };
  expect(byRecent(all, openedAt).map(({ name }) => name)).toEqual(['s2', 's3', 's1', 's4']);
});

test.each([
  [0, 'now'],
  [59_999, 'now'],
  [60_000, '1 min'],
  [59 * 60_000, '59 min'],
  [3_600_000, '1 h'],
  [23.9 * 3_600_000, '23 h'],
  [86_400_000, '1 day'],
  [12 * 86_400_000, '12 days'],
  [-5000, 'now'],
])('%d ms ago is %s', (ms, text) => {
  const now = Date.parse('2026-11-23T10:00:00Z');
  expect(say(ageText(new Date(now - ms).toISOString(), now))).toBe(text);
});
