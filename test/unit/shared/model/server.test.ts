import { describe, expect, test } from 'vitest';
import { problemOf, problemsOf } from '../../../../src-shared/base/problem';
import {
  HostName,
  knownBindDns,
  MailPin,
  mailPlace,
  Pin,
  Port,
  SaltChange,
  SecretChange,
  ServerDraft,
  ServerId,
} from '../../../../src-shared/model/server';
import { inEnglish, say } from '../../../support/english';
import { serverDraft } from '../../../support/server-draft';
import { LONG_TEXT_LIMIT, longTexts, unseenCharacters } from '../hostile-texts';

const draft = serverDraft();
const issues = (input: unknown) =>
  ServerDraft.safeParse(input).error?.issues.map((issue) => `${issue.path.join('.')}: ${say(problemOf(issue))}`) ?? [];

test('a filled form is a draft, without blanks around', () => {
  const typed = { ...draft, name: ' Head office ', host: ' gluu.example.org ', bindDn: ' cn=directory manager ' };
  expect(ServerDraft.parse(typed)).toEqual(draft);
});

describe('the way of a trusted mail certificate', () => {
  const pin = {
    host: 'mail.example.org',
    port: 587,
    sha256: Array(32).fill('AB').join(':'),
    acceptedAt: '2026-11-29T12:00:00.000Z',
  };
  const hops = [
    { host: 'gw.example.org', port: 22, user: 'ada' },
    { host: '::1', port: 2222, user: 'root' },
  ] as const;
  const [jump, last] = hops;

  test('is as a route has it', () => {
    const route = { kind: 'ssh', ...last, login: 'agent', jumps: [jump] } as const;
    const place = mailPlace({ route: { ...route, jumps: [...route.jumps] } }, 'mail.example.org', 587, 'server');
    expect(place.via).toBe('ada@gw.example.org → root@[::1]:2222');
    expect(MailPin.safeParse({ ...pin, via: place.via }).success).toBe(true);
  });

  test.each([
    ['empty', ''],
    ['without a user', 'gw.example.org'],
    ['a line of another kind', 'ada@gw.example.org Host: mail.bank.example'],
    ['a user with blanks', 'Host: b@gw'],
    ['without its end', 'ada@gw → '],
    ['longer than any', `a@${'b'.repeat(5000)}`],
  ])('is not %s: each host of it is a line of a box', (_, via) => {
    expect(MailPin.safeParse({ ...pin, via }).success).toBe(false);
  });
});

test.each(knownBindDns)('%s can be bound with', (bindDn) => {
  expect(issues({ ...draft, bindDn })).toEqual([]);
});

test.each([
  [{ name: '' }, ['name: Give the server a name.']],
  [{ name: '   ' }, ['name: Give the server a name.']],
  [{ name: 'x'.repeat(81) }, ['name: At most 80 characters.']],
  [{ group: 'a\u202eb' }, ['group: It contains an invisible character. Type it again.']],
  [{ notes: 'x'.repeat(4001) }, ['notes: At most 4,000 characters.']],
  [{ host: '' }, ['host: Enter a host name or an address.']],
  [{ host: 'gluu.example:1636' }, ['host: Leave out the port: it has its own field.']],
  [{ port: 0 }, ['port: A port is a number from 1 to 65535.']],
  [{ port: '1636' }, ['port: A port is a number from 1 to 65535.']],
  [{ port: Number.NaN }, ['port: A port is a number from 1 to 65535.']],
  [{ bindDn: '' }, ['bindDn: Enter the DN to log in with, for example cn=directory manager.']],
  [{ bindDn: 'admin' }, ['bindDn: This is not a DN. A DN looks like cn=directory manager,o=gluu.']],
])('%j is reported at its field', (change, told) => {
  expect(issues({ ...draft, ...change })).toEqual(told);
});

test.each([
  ['environment', 'prod'],
  ['mode', 'ldap'],
  ['mode', '__proto__'],
  ['readOnly', 'yes'],
  ['readOnly', 1],
  ['notes', null],
  ['name', ['Head office']],
  ['host', { toString: () => 'gluu.example.org' }],
])('%s cannot be %j', (field, value) => {
  expect(issues({ ...draft, [field]: value })).toEqual([expect.stringMatching(`^${field}: `)]);
});

test.each(Object.keys(draft))('nothing goes without %s', (field) => {
  const { [field as keyof typeof draft]: _, ...rest } = draft;
  expect(issues(rest)).toEqual([expect.stringMatching(`^${field}: `)]);
});

test.each(unseenCharacters)('%s is refused in name, host and bind DN', (_, char) => {
  for (const field of ['name', 'group', 'host', 'bindDn'] as const) {
    expect(issues({ ...draft, [field]: `${draft[field]}x${char}x` })).toEqual([
      expect.stringMatching('invisible character'),
    ]);
  }
});

describe('what else the window sends', () => {
  test('is dropped: identity, pins and demo are not for a form to say', () => {
    const extended = { ...draft, id: crypto.randomUUID(), pin: { sha256: 'x' }, demo: true, ca: 'x', tlsOptions: {} };
    expect(ServerDraft.parse(extended)).toEqual(draft);
  });

  test('does not reach the prototype', () => {
    const parsed = ServerDraft.parse(JSON.parse(`{"__proto__":{"polluted":1},${JSON.stringify(draft).slice(1)}`));
    expect('polluted' in parsed).toBe(false);
    expect(Object.keys(parsed)).not.toContain('__proto__');
    expect('polluted' in {}).toBe(false);
  });
});

test('a server’s id is a UUID and nothing a path could be made of', () => {
  expect(ServerId.safeParse(crypto.randomUUID()).success).toBe(true);
  for (const id of ['', '..', '../x', '__proto__', `${crypto.randomUUID()}\n`, `${crypto.randomUUID()}/..`, 1, null]) {
    expect(ServerId.safeParse(id).success).toBe(false);
  }
});

test('a pin is a SHA-256 in upper-case pairs', () => {
  const sha256 = Array.from({ length: 32 }, () => 'AB').join(':');
  const acceptedAt = new Date().toISOString();
  expect(Pin.safeParse({ sha256, acceptedAt }).success).toBe(true);
  for (const wrong of [
    '',
    sha256.toLowerCase(),
    sha256.slice(3),
    `${sha256}:AB`,
    `${sha256}\n`,
    sha256.replaceAll(':', ''),
  ]) {
    expect(Pin.safeParse({ sha256: wrong, acceptedAt }).success).toBe(false);
  }
  expect(Pin.safeParse({ sha256, acceptedAt: 'yesterday' }).success).toBe(false);
});

test('a secret is kept, replaced or cleared', () => {
  expect(SecretChange.parse({ kind: 'keep' })).toEqual({ kind: 'keep' });
  expect(SecretChange.parse({ kind: 'replace', value: ' geheim ' })).toEqual({ kind: 'replace', value: ' geheim ' });
  expect(SecretChange.parse({ kind: 'clear', value: 'x' })).toEqual({ kind: 'clear' });
  for (const wrong of [{}, { kind: 'read' }, { kind: 'replace' }, { kind: 'replace', value: '' }, 'keep', null]) {
    expect(SecretChange.safeParse(wrong).success).toBe(false);
  }
  expect(SecretChange.safeParse({ kind: 'replace', value: 'x'.repeat(65_537) }).success).toBe(false);
});

test.each(longTexts())(
  'a million characters of %s are refused in every field',
  (_, text) => {
    for (const field of ['name', 'group', 'notes', 'host', 'bindDn']) {
      // A million blanks are an empty group.
      if (field === 'group' && text.trim() === '') continue;
      expect(issues({ ...draft, [field]: text })[0]).toMatch(`${field}: `);
    }
    expect(HostName.safeParse(text).success).toBe(false);
    expect(Port.safeParse(text).success).toBe(false);
  },
  LONG_TEXT_LIMIT,
);

test('a salt is taken without blanks around, as the properties file has it', () => {
  const key = 'abcdefghijklMNOPQRST0123';
  expect(SaltChange.parse({ kind: 'replace', value: ` \t${key}\n` })).toEqual({ kind: 'replace', value: key });
  const refused = SaltChange.safeParse({ kind: 'replace', value: ` ${key.slice(1)} ` }).error;
  expect(inEnglish(problemsOf(refused ?? expect.unreachable()))).toEqual({
    value: 'A salt has at least 24 characters.',
  });
  expect(SaltChange.parse({ kind: 'keep' })).toEqual({ kind: 'keep' });
});
