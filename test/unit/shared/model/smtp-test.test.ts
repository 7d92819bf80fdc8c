import { describe, expect, test } from 'vitest';
import { problemOf } from '../../../../src-shared/base/problem';
import { MailTest, securityOf } from '../../../../src-shared/model/smtp-test';
import { say } from '../../../support/english';
import { LONG_TEXT_LIMIT, longTexts, unseenCharacters } from '../hostile-texts';

const mail = {
  serverId: crypto.randomUUID(),
  snapshotId: crypto.randomUUID(),
  host: 'mail.example.org',
  port: 587,
  security: 'startTls',
  requiresSsl: true,
  trustServer: false,
  until: 'send',
  vantage: 'here',
  fromName: 'Gluu Zürich "IT"',
  fromEmail: 'gluu@example.org',
  recipient: 'admin@example.org',
  login: { userName: 'gluu@example.org', password: { kind: 'stored' } },
};
const issues = (input: unknown) =>
  MailTest.safeParse(input).error?.issues.map((issue) => `${issue.path.join('.')}: ${say(problemOf(issue))}`) ?? [];
const typed = (value: unknown) => ({ ...mail, login: { userName: 'x', password: { kind: 'typed', value } } });

test('the values on the screen are taken as they are', () => {
  expect(MailTest.parse(mail)).toEqual(mail);
  const { login: _, ...withoutLogin } = mail;
  expect(MailTest.parse(withoutLogin)).toEqual(withoutLogin);
  expect(MailTest.parse({ ...mail, fromName: '' })).toEqual({ ...mail, fromName: '' });
});

test.each([
  ['a blank', ' '],
  ['quotes and colons', 'a:"b"\\c'],
  ['a tab and a line break', 'a\tb\nc'],
  ['letters beyond ASCII', 'Grüße 人 🔑'],
  ['1024 characters', 'x'.repeat(1024)],
])('a password of %s is taken, unchanged', (_, password) => {
  expect(MailTest.parse(typed(password)).login?.password).toEqual({ kind: 'typed', value: password });
});

test.each([
  ['', /Enter the password/],
  ['a\0b', /cannot be sent/],
  ['a\ud800', /cannot be sent/],
  ['x'.repeat(1025), /At most 1,024/],
  [1, /cannot be used/],
  [null, /cannot be used/],
])('the password %j is refused', (password, sentence) => {
  expect(issues(typed(password))).toEqual([expect.stringMatching(sentence)]);
});

test.each([
  [{ fromEmail: 'Gluu <gluu@example.org>' }, 'fromEmail: Enter one address only, without a name, spaces or brackets.'],
  [
    { recipient: 'a@example.org,b@example.org' },
    'recipient: Enter one address only, without a name, spaces or brackets.',
  ],
  [{ recipient: '' }, 'recipient: Enter a mail address.'],
  [
    { host: 'smtp://mail.example.org' },
    'host: Enter a host, not a web address: leave out everything up to and including ://.',
  ],
  [{ port: 0 }, 'port: A port is a number from 1 to 65535.'],
  [{ fromName: 'x'.repeat(201) }, 'fromName: At most 200 characters.'],
  [
    { login: { userName: '', password: { kind: 'stored' } } },
    'login.userName: Requires Authentication is on, but the user name is empty.',
  ],
])('%j is reported at its field', (change, told) => {
  expect(issues({ ...mail, ...change })).toEqual([told]);
});

describe('nothing the window adds gets through', () => {
  // Options of nodemailer that read files, run programs or weaken TLS.
  test.each([
    'sendmail',
    'path',
    'args',
    'tls',
    'auth',
    'attachments',
    'html',
    'raw',
    'proxy',
    'ignoreTLS',
    'debug',
    'envelope',
  ])('%s', (option) => {
    expect(issues({ ...mail, [option]: { rejectUnauthorized: false, path: '/etc/passwd' } })).toEqual([
      expect.stringContaining(`Unknown fields: ${option}.`),
    ]);
    expect(issues({ ...mail, login: { ...mail.login, [option]: true } })).toEqual([
      expect.stringContaining(`Unknown fields: ${option}.`),
    ]);
  });
  test('__proto__', () => {
    const polluted = JSON.parse(`{"__proto__":{"tls":{}},${JSON.stringify(mail).slice(1)}`);
    expect(MailTest.safeParse(polluted).success).toBe(false);
    expect('tls' in {}).toBe(false);
  });
  test('a password of another kind, or two at once', () => {
    for (const password of [{ kind: 'none' }, { kind: 'stored', value: 'x' }, { kind: 'typed' }, 'x', undefined]) {
      expect(issues({ ...mail, login: { userName: 'x', password } })).not.toEqual([]);
    }
  });
});

test.each(['\r\nBcc: eve@example.org', '\n.', '\r', '\0', '\u2028', '\u0085', '\ud800'])(
  'no header, no command and no login ends at %j',
  (text) => {
    expect(issues({ ...mail, fromName: `Gluu${text}` })).toEqual([expect.stringMatching('invisible character')]);
    expect(issues({ ...mail, fromEmail: `gluu@example.org${text}x` })).toHaveLength(1);
    expect(issues({ ...mail, recipient: `gluu@example.org${text}x` })).toHaveLength(1);
    expect(issues({ ...mail, login: { ...mail.login, userName: `gluu${text}` } })).toEqual([
      expect.stringMatching('invisible character'),
    ]);
  },
);

test.each(unseenCharacters)('%s hides in no address', (_, char) => {
  for (const field of ['fromEmail', 'recipient'] as const) {
    expect(issues({ ...mail, [field]: `gl${char}uu@example.org` })).toEqual([
      expect.stringMatching('invisible character'),
    ]);
  }
});

test.each(longTexts())(
  'a million characters of %s are refused in every field',
  (_, text) => {
    for (const field of ['host', 'fromName', 'fromEmail', 'recipient', 'security', 'serverId']) {
      expect(issues({ ...mail, [field]: text })[0]).toMatch(`${field}: `);
    }
    expect(issues(typed(text))[0]).toMatch('login.password.value: ');
  },
  LONG_TEXT_LIMIT,
);

test.each([
  [false, 25, 'none'],
  [false, 465, 'none'],
  [true, 465, 'tls'],
  [true, 587, 'startTls'],
  [true, 25, 'startTls'],
])('Requires SSL %s on port %i is %s', (requiresSsl, port, security) => {
  expect(securityOf(requiresSsl, port)).toBe(security);
});
