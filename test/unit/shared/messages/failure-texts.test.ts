import { describe, expect, test } from 'vitest';
import * as texts from '../../../../src-shared/messages/failure-texts';
import { type Failure, type FailureCode, failureCodes } from '../../../../src-shared/model/failure';
import { english } from '../../../../src-shared/texts/en/english';
import { inEnglish, say } from '../../../support/english';
import { askedBy } from '../../../support/icu';

const sentencesOf = (failure: Failure) => inEnglish(texts.sentencesOf(failure));
const failureInShort = (failure: Failure) => say(texts.failureInShort(failure));

const all = (code: FailureCode, facts?: Record<string, string | number>) =>
  Object.values(sentencesOf({ code, ...(facts ? { facts } : {}) }));
const MARK = '\u2318';
/** Every fact that some sentence asks for, so that what is filled in can be told from what is written. */
const everything = Object.fromEntries(
  Object.entries(english)
    .filter(([id]) => id.startsWith('failure.'))
    .flatMap(([, text]) => askedBy(text, 'en').arguments.map((name) => [name, MARK])),
);

describe.each(failureCodes)('%s', (code) => {
  test('has its sentences, whole and in the console’s tone', () => {
    const { what, why, todo } = sentencesOf({ code, facts: everything });
    expect(what).toMatch(/^[A-Z⌘].*[.⌘]$/s);
    for (const text of [why, todo].filter((given) => given !== undefined)) expect(text).toMatch(/^([A-Z].*\S|⌘)$/s);
    for (const text of all(code)) {
      expect(text).not.toMatch(/!|\bplease\b|\boops\b|TODO|\s{2}|^\s|\s$/i);
      expect(text).not.toMatch(/[{}]/);
    }
  });

  test('reads well without its facts too: no undefined, no brace', () => {
    for (const text of all(code)) expect(text).not.toMatch(/undefined|null|NaN|\[object|[{}]/);
  });
});

test('no code is there twice, and each has its own form', () => {
  expect(new Set(failureCodes).size).toBe(failureCodes.length);
  for (const code of failureCodes) expect(code).toMatch(/^([a-z]+\.[a-zA-Z]+|internal)$/);
});

test('only a refusal beside a certificate speaks of one', () => {
  const said = (code: FailureCode) => sentencesOf({ code, facts: { user: 'ada' } }).what;
  expect(said('ssh.login')).toBe('The SSH server refused the login of ada.');
  expect(said('ssh.certificateUnused')).toContain('certificate');
});

test('no two codes say the same', () => {
  const said = failureCodes.map((code) => sentencesOf({ code }).what);
  expect(said.filter((what, at) => said.indexOf(what) !== at)).toEqual([]);
});

test.each([
  ['file.unwritable', { file: 'servers.json' }, 'The file servers.json could not be written.'],
  ['ldap.tooMuch', { limit: '8 MB in one message' }, 'accepts (limit: 8 MB in one message).'],
  ['ldap.identity', { wanted: 'cn=directory manager' }, 'reports another account than cn=directory manager.'],
  ['gluu.severalAppliances', { found: 'a and b' }, 'which is in use: a and b.'],
  ['gluu.notSupported', { version: '4.0 and later' }, 'Which Gluu this is cannot be told exactly: 4.0 and later.'],
  [
    'gluu.brokenJson',
    { attribute: 'oxSmtpConfiguration', why: 'it ends early.' },
    'oxSmtpConfiguration cannot be read: it',
  ],
  ['gluu.nameNotTyped', { name: 'meadow' }, 'Type meadow to allow this.'],
  ['smtp.clearText', { user: 'x@example.org' }, 'The password of x@example.org would be sent unencrypted'],
  ['mail.tooManyProbes', { seconds: 9 }, 'Wait 9 s, then try again. Or choose “Connect”, which'],
  ['smtp.failed', { title: 'Text refused', explanation: 'It is spam.', remedy: 'Ask.' }, 'Text refused.'],
  ['secret.unusable', { why: 'It has 23 characters.' }, 'It has 23 characters.'],
] as const)('%s tells its facts', (code, facts, told) => {
  expect(all(code, facts).join('\n')).toContain(told);
});

test.each<[FailureCode, string | undefined, string]>([
  ['net.refused', 'gluu.example.org:1636', 'Connection refused: nothing is listening on port 1636.'],
  ['net.refused', 'gluu.example.org:1636 (192.0.2.7)', 'Connection refused: nothing is listening on port 1636.'],
  ['net.refused', '[2001:db8::7]:389', 'Connection refused: nothing is listening on port 389.'],
  ['net.refused', '2001:db8::7', 'Connection refused: nothing is listening on this port.'],
  ['net.refused', undefined, 'Connection refused: nothing is listening on this port.'],
  ['tls.unexpected', 'gluu.example.org:389', 'Port 389 does not start with TLS.'],
  ['ssh.refused', 'gw.example.org:2222', 'Connection refused: no SSH server is listening on port 2222.'],
])('%s at %s names the port', (code, at, what) => {
  expect(sentencesOf({ code, ...(at === undefined ? {} : { at }) }).what).toBe(what);
});

describe('a hostile fact', () => {
  test.each(['$&', '$1', "$'", '$`', '{version}', '{{version}}', '\\', '<img src=x onerror=alert(1)>', '%s'])(
    '%s stands there as it is',
    (version) => {
      expect(sentencesOf({ code: 'gluu.notSupported', facts: { version } }).what).toContain(`exactly: ${version}.`);
    },
  );

  test('cannot add a sentence', () => {
    const facts = JSON.parse('{"__proto__":{"version":"9"},"constructor":"x","what":"y","todo":"z"}');
    expect(sentencesOf({ code: 'gluu.notSupported', facts })).toEqual(sentencesOf({ code: 'gluu.notSupported' }));
  });

  test('may be long', () => {
    const version = '{version}'.repeat(100_000);
    expect(sentencesOf({ code: 'gluu.notSupported', facts: { version } }).what).toContain(version);
  });
});

test('a failure in one line says what happened, and never shows a bare code', () => {
  expect(failureInShort({ code: 'net.refused' })).toBe(sentencesOf({ code: 'net.refused' }).what);
  expect(failureInShort({ code: 'net.refused', detail: 'their words' })).toMatch(/\. their words$/);
  for (const code of failureCodes) expect(failureInShort({ code })).not.toContain(code);
});

describe('the sentences of mail and TLS failures', () => {
  const facts = { user: 'ada', title: 'Refused', explanation: 'It said no.', remedy: 'Ask its administrator.' };
  test.each(failureCodes.filter((code) => /^(smtp|tls)\./.test(code)))('%s is explained, without a slip', (code) => {
    const { what, why = '', todo = '' } = sentencesOf({ code, facts });
    for (const text of [what, why, todo].filter(Boolean)) {
      expect(text).toMatch(/^[A-Z].*\.$/);
      expect(text).not.toMatch(/[{}!]|please/i);
    }
    expect(todo || why).not.toBe('');
    expect(`${what} ${why} ${todo}`).not.toMatch(code.startsWith('smtp.') ? /LDAP/ : /LDAP(?!S for a directory)/);
  });

  test.each(['tls.untrusted', 'tls.changed', 'tls.expected', 'tls.unexpected', 'tls.old'] as const)(
    '%s claims nothing of what Gluu would do',
    (code) => {
      const { what, why = '', todo = '' } = sentencesOf({ code });
      expect(`${what} ${why} ${todo}`).not.toMatch(/Gluu/);
    },
  );
});
