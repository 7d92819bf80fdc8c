import { describe, expect, test } from 'vitest';
import { type CallName, contract, isCallName } from '../../../../src-shared/contract/contract';
import { wire } from '../../../../src-shared/contract/wire';
import { ChangesInput } from '../../../../src-shared/gluu/pages/changes';
import { LONG_TEXT_LIMIT, longTexts } from '../hostile-texts';

const calls = Object.keys(contract) as CallName[];
const takes = (name: CallName, input: unknown) => contract[name].input.safeParse(input).success;
const id = '0b5a8c9e-6d0f-4a2b-9c3d-1e2f3a4b5c6d';
const target = { host: 'gluu.example.org', port: 1636, mode: 'ldaps', bindDn: 'cn=directory manager' } as const;
const draft = {
  name: 'Head office',
  group: '',
  environment: 'test',
  notes: '',
  ...target,
  route: { kind: 'direct' },
  readOnly: true,
} as const;
const keep = { kind: 'keep' } as const;
const PIN = Array.from({ length: 32 }, () => 'AB').join(':');

/** An input each call takes; a call that is missing here does not compile. */
const good: Record<CallName, unknown> = {
  'app.state': undefined,
  'app.licences': undefined,
  'app.dismiss': { noticeId: 'settings' },
  'app.setTheme': { theme: 'dark' },
  'app.setTexts': { language: 'system', clock: '24', days: 'iso' },
  'app.setAutoLock': { afterMinutes: 15, withScreen: true },
  'app.lock': undefined,
  'app.blanked': { drafts: { [id]: { organizationName: 'Head office', enabled: true } } },
  'app.unlock': undefined,
  'app.keepWork': { drafts: { [id]: { organizationName: 'Head office' } } },
  'app.takeWork': undefined,
  'app.firstView': undefined,
  'app.zoom': { step: 'in' },
  'app.copy': { text: 'x' },
  'app.saveText': { name: 'mail-test.md', text: 'x' },
  'keychain.retry': undefined,
  'server.list': undefined,
  'server.save': { draft, bindPassword: keep, salt: keep },
  'server.remove': { serverId: id },
  'server.setReadOnly': { serverId: id, readOnly: true },
  'server.check': { serverId: id },
  'server.trust': { serverId: id, sha256: 'AA' },
  'server.order': { serverIds: [id] },
  'server.favourite': { serverId: id, favourite: true },
  'server.opened': { serverId: id },
  'health.view': undefined,
  'health.check': { serverIds: [id] },
  'health.pause': { paused: true },
  'health.collapse': { group: 'Customers', collapsed: true },
  'profiles.prepareExport': { serverIds: [id] },
  'profiles.export': { exportId: id },
  'profiles.open': undefined,
  'profiles.unseal': { previewId: id, passphrase: 'x' },
  'profiles.import': { previewId: id, choices: [{ row: 0, action: 'add', keepWritable: false }] },
  'profiles.forget': undefined,
  'ssh.hosts': undefined,
  'ssh.chooseKey': undefined,
  'ssh.trust': { host: 'gluu.example.org', port: 22, type: 'ssh-ed25519', sha256: 'SHA256:x' },
  'ssh.answer': { questionId: id, reply: { kind: 'answered', answers: ['x'] } },
  'discovery.find': {
    route: { kind: 'ssh', host: 'gluu.example.org', port: 22, user: 'admin', login: 'agent', jumps: [] },
    sudo: { password: 'x' },
    root: '/opt/gluu-server-3.1.2',
  },
  'discovery.paste': { findingId: 'new', text: 'encodeSalt = x', name: 'salt' },
  'discovery.open': { findingId: 'new' },
  'discovery.keep': {
    findingId: id,
    server: { name: 'Head office', group: '', environment: 'production', notes: '', readOnly: true },
    keepSshSecrets: false,
  },
  'discovery.forget': { findingId: id },
  'organization.load': { serverId: id },
  'organization.changed': { serverId: id, snapshotId: id },
  'organization.plan': { serverId: id, snapshotId: id, changes: { values: {}, secrets: {} } },
  'organization.update': { planId: id },
  'smtp.test': {
    serverId: id,
    snapshotId: id,
    host: 'mail.example.org',
    port: 587,
    security: 'startTls',
    requiresSsl: true,
    trustServer: false,
    until: 'send',
    fromName: '',
    fromEmail: 'a@example.org',
    recipient: 'b@example.org',
  },
  'smtp.scan': { serverId: id, host: 'mail.example.org', vantage: 'here' },
  'smtp.tests': { serverId: id },
  'smtp.trust': { serverId: id, host: 'mail.example.org', port: 587, vantage: 'here', sha256: 'AA' },
  'readiness.check': { serverId: id },
  'users.search': { serverId: id, text: 'ada', anywhere: false, offset: 0 },
  'users.person': { serverId: id, dn: 'inum=1,ou=people,o=1,o=gluu' },
  'users.pick': { serverId: id, address: 'ada@example.org' },
  'users.duplicates': { serverId: id },
  'users.createTest': { serverId: id, givenName: 'Test', sn: 'User', mail: 'ada@example.org' },
  'users.loginTest': { serverId: id, dn: 'inum=1,ou=people,o=1,o=gluu' },
  'users.removeTest': { serverId: id, dn: 'inum=1,ou=people,o=1,o=gluu' },
  'users.leftovers': { serverId: id },
  'reset.preview': { serverId: id, personInum: '@!1' },
  'reset.rehearse': { serverId: id, personInum: '@!1', to: 'ada@example.org' },
  'reset.request': { serverId: id, personInum: '@!1', to: 'ada@example.org' },
  'reset.withdraw': { serverId: id, runId: id },
  'reset.arrived': { serverId: id, runId: id, where: 'inbox' },
  'reset.pending': { serverId: id },
  'reset.purge': { serverId: id, which: { kind: 'expired' } },
  'reset.runs': { serverId: id },
  'mailbox.account': undefined,
  'mailbox.save': {
    draft: { host: 'imap.example.org', port: 993, mode: 'tls', user: 'ada' },
    password: keep,
  },
  'mailbox.forget': undefined,
  'mailbox.check': {
    draft: { host: 'imap.example.org', port: 993, mode: 'tls', user: 'ada' },
    password: { kind: 'stored' },
  },
  'mailbox.trust': { host: 'imap.example.org', port: 993, sha256: PIN },
  'mailbox.wait': { token: 'ABCDEFGH', since: '2026-01-02T03:04:05.000Z', limitMs: 1000 },
  'history.find': {
    sought: { words: [{ text: 'host', codes: ['smtpHost'] }], outcome: 'open', from: '2026-11-23T09:00:00.000Z' },
    limit: 50,
  },
  'history.chain': undefined,
  'history.export': { sought: { words: [], serverId: id, environment: 'production' }, format: 'undoLdif' },
  'history.rollback': { serverId: id, historyId: id },
  'history.verify': { serverId: id, historyId: id },
  'demo.start': undefined,
  'demo.restart': undefined,
  'demo.stop': undefined,
  'demo.inbox': undefined,
  'demo.message': { messageId: 'x' },
};

const wrongForAll: [what: string, input: unknown][] = [
  ['null', null],
  ['a text', 'x'],
  ['a number', 1],
  ['NaN', Number.NaN],
  ['a switch', true],
  ['a bigint', 1n],
  ['a symbol', Symbol('x')],
  ['a function', () => id],
  ['a list', [id]],
  ['a map', new Map([['serverId', id]])],
  ['a date', new Date(0)],
  ['bytes', new Uint8Array(8)],
  ['an error', new Error('x')],
  ['an empty object', {}],
  ['an object of prototype keys', JSON.parse(`{"__proto__":{"serverId":"${id}"},"constructor":{"prototype":{"x":1}}}`)],
];
const cyclic: Record<string, unknown> = {};
cyclic.serverId = cyclic;
wrongForAll.push(['a circle', cyclic]);

describe.each(calls)('%s', (name) => {
  test('takes what it is made for', () => {
    expect(takes(name, good[name])).toBe(true);
  });

  test.each(wrongForAll)('refuses %s', (_, input) => {
    expect(takes(name, input)).toBe(false);
  });

  const input = good[name];
  const keys = typeof input === 'object' && input !== null ? Object.keys(input) : [];
  test.runIf(keys.length > 0).each(keys)('refuses every other kind of %s', (key) => {
    const others: unknown[] = [undefined, null, {}, [], Symbol('x'), 1n, { toString: () => id }, ['x'], new Date(0)];
    const taken = others.filter((other) => takes(name, { ...(input as object), [key]: other }));
    // Where nothing is unsaved, no draft waits.
    expect(taken).toEqual(name === 'app.blanked' || name === 'app.keepWork' ? [{}] : []);
  });

  test('has an area and a verb', () => {
    expect(name).toMatch(/^[a-z]+\.[a-zA-Z]+$/);
  });
});

test('ids are UUIDs everywhere', () => {
  for (const name of calls) {
    const input = good[name];
    if (typeof input !== 'object' || input === null) continue;
    for (const key of Object.keys(input).filter((key) => /^(server|snapshot|plan|history)Id$/.test(key))) {
      for (const wrong of [
        '',
        '..',
        '../../etc/passwd',
        '__proto__',
        `${id}\0`,
        `${id}\n`,
        id.slice(1),
        'x'.repeat(1_000_000),
      ]) {
        expect({ name, key, wrong, taken: takes(name, { ...input, [key]: wrong }) }).toMatchObject({ taken: false });
      }
    }
  }
});

test('only calls are calls', () => {
  expect(calls.every(isCallName)).toBe(true);
  const others = [
    '',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'app',
    'app.',
    'APP.STATE',
    ' app.state',
  ];
  expect([...others, null, undefined, 1, ['app.state'], { toString: () => 'app.state' }].filter(isCallName)).toEqual(
    [],
  );
});

test('no call reads a secret: none has a name that says so', () => {
  expect(calls.filter((name) => /\.(get|read|reveal)|password|secret|salt/i.test(name))).toEqual([]);
});

test('no call takes a path, a program, a URL or a DN to read from', () => {
  const shapes = JSON.stringify(Object.values(good)).match(/"(\w+)":/g) ?? [];
  expect(
    shapes.filter((key) => /path|file|url|href|command|args|options|filter|attributes|control/i.test(key)),
  ).toEqual([]);
});

describe('changes', () => {
  const changes = (values: unknown) => ChangesInput.safeParse({ values, secrets: {} }).success;
  test('name known fields only', () => {
    expect(changes({ smtpHost: 'x', smtpPort: 25, scim: true, contactEmail: null })).toBe(true);
    expect(changes({ smtphost: 'x' })).toBe(false);
    expect(changes({ constructor: 'x' })).toBe(false);
    expect(changes({ 'smtpHost,objectClass': 'x' })).toBe(false);
    const secrets = (named: unknown) => ChangesInput.safeParse({ values: {}, secrets: named }).success;
    expect(secrets({ smtpPassword: { kind: 'clear' } })).toBe(true);
    expect(secrets({ smtppassword: { kind: 'clear' } })).toBe(false);
  });
  test('hold plain values only', () => {
    for (const value of [{}, [], ['x'], undefined, 1n, Number.NaN, Number.POSITIVE_INFINITY, 'x'.repeat(10_001)]) {
      expect({ value, taken: changes({ smtpHost: value }) }).toMatchObject({ taken: false });
    }
  });
  test('leave the prototype alone', () => {
    const parsed = ChangesInput.safeParse(JSON.parse('{"values":{"__proto__":{"smtpHost":"x"}},"secrets":{}}'));
    expect(parsed.data?.values.smtpHost).toBeUndefined();
    expect('smtpHost' in {}).toBe(false);
  });
});

test('the channels are four, and told apart', () => {
  expect(new Set(Object.values(wire)).size).toBe(4);
  for (const channel of Object.values(wire)) expect(channel).toMatch(/^gluu:[a-z]+$/);
});

test.each(longTexts())(
  'a million characters of %s are refused wherever a text is short',
  (_, text) => {
    for (const name of calls) {
      const input = good[name];
      if (typeof input !== 'object' || input === null || ['app.copy', 'app.saveText'].includes(name)) continue;
      for (const key of Object.keys(input)) {
        expect({ name, key, taken: takes(name, { ...input, [key]: text }) }).toMatchObject({ taken: false });
      }
    }
  },
  LONG_TEXT_LIMIT,
);
