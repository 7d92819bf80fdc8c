import { describe, expect, test } from 'vitest';
import type { Missing } from '../../../../src-shared/verdict/missing';
import { verdictOf } from '../../../../src-shared/verdict/verdict';
import type { MailServerFacts, TriedMail, VerdictInput } from '../../../../src-shared/verdict/verdict-input';
import { inEnglish } from '../../../support/english';
import { input, modernTls, newJava, openRelay, submission, submissions } from './vectors';

const { certificate: _certificate, ...noCertificate } = submission;
const { credentials: _credentials, ...untried } = submission;
const { mail: _mail, ...upToLogin } = submission;
const { firstWord: _firstWord, ...unheard } = untried;

describe('what is grave is reported, though the outcome is not known', () => {
  const plainServer: MailServerFacts = { reach: 'open', firstWord: 'greeting', startTls: 'notOffered' };
  test.each<[string, VerdictInput, RegExp | undefined]>([
    [
      'Requires SSL, and no STARTTLS on the port',
      input('3.1.2', { seen: { ...plainServer, loginInClear: 'usable' } }),
      /^Nothing is encrypted here.* password and mail unencrypted/,
    ],
    [
      'the same without a login on offer',
      input('4.5.5', { seen: { ...plainServer, loginInClear: 'none' } }),
      /^Nothing is encrypted here.* sends the mail unencrypted/,
    ],
    ['nothing is known of the server', input('3.1.2', { seen: {} }), undefined],
    ['it may be encrypted', input('3.1.2', { seen: { ...plainServer, startTls: 'accepted' } }), undefined],
    ['the host is ignored', input('3.1.2', { seen: plainServer, settings: { authentication: false } }), undefined],
    [
      'the password may not decrypt',
      input('3.1.2', { seen: plainServer, settings: { password: 'notKnown' } }),
      undefined,
    ],
  ])('%s', (_what, given, exposure) => {
    const verdict = verdictOf(given);
    if (exposure)
      expect([verdict.outcome, inEnglish(verdict.exposure)]).toEqual(['cannotKnow', expect.stringMatching(exposure)]);
    else expect(verdict.exposure).toBeUndefined();
  });
});

test('that the text of the mail was not tried is an assumption of a verdict that rests on it', () => {
  const seen: MailServerFacts = {
    ...openRelay,
    tried: { encrypted: false, loggedIn: false, answer: 'accepted', goodbye: 'answered', withoutText: true },
  };
  const assumed = (more: Partial<TriedMail>) =>
    inEnglish(
      verdictOf(input('4.5.5', { seen: { ...seen, tried: { ...seen.tried, ...more } as TriedMail } })).assumptions,
    );
  expect(assumed({})).toEqual([
    'The server accepts the text of the mail as well: only the sender and the recipient were tested.',
  ]);
  expect(assumed({ withoutText: false })).toEqual([]);
  expect(assumed({ answer: 'refused' })).toEqual([]);
});

describe('a fact that decides is named', () => {
  test.each<[string, VerdictInput, Missing['fact'][]]>([
    ['the Java runtime', input('3.1.2', { jvm: {} }), ['jvmTls10']],
    ['the certificate', input('3.1.2', { seen: noCertificate }), ['jvmTrusts']],
    ['user name and password', input('3.1.2', { seen: untried }), ['credentialsEncrypted']],
    ['whether Gluu can decrypt it', input('3.1.2', { settings: { password: 'notKnown' } }), ['password']],
    [
      'that, and then what the server says to it',
      input('3.1.2', { seen: untried, settings: { password: 'notKnown' } }),
      ['password', 'credentialsEncrypted'],
    ],
    [
      'the greeting, and not a password where the mail is refused anyway',
      input('3.1.2', { seen: { ...unheard, mail: 'refused' } }),
      ['firstWord'],
    ],
    ['sender and recipient', input('4.5.5', { seen: upToLogin }), ['mail']],
    ['TLS 1.0 at the server', input('3.1.2', { seen: { ...submission, tls: { '1.2': true } } }), ['serverTls10']],
    [
      'both ends of TLS 1.0',
      input('3.1.2', { seen: { ...submission, tls: {} }, jvm: {} }),
      ['serverTls10', 'jvmTls10'],
    ],
    [
      'TLS 1.3 alone at the server',
      input('4.5.5', {
        seen: { ...submission, tls: { '1.0': false, '1.1': false, '1.2': false, '1.3': true } },
        jvm: {},
      }),
      ['jvmTls13'],
    ],
    [
      'a span of versions that differ',
      input(
        { least: '4.1.0', most: '4.2.0' },
        { settings: { authentication: false, requiresSsl: false }, seen: openRelay },
      ),
      ['version'],
    ],
    ['a version this console does not cover', input('5.0'), ['version']],
    ['a version before 2.4', input('2.3.1'), ['version']],
    ['no version at all', input(''), ['version']],
    ['a span that reaches beyond the last', input({ least: '4.5.0', most: '5.0' }), ['version']],
  ])('%s', (_what, given, missing) => {
    const verdict = verdictOf(given);
    expect(verdict.outcome).toBe('cannotKnow');
    expect(verdict.missing.map(({ fact }) => fact)).toEqual(missing);
    expect(verdict.ruleId).toBe('V00');
    expect(verdict.possible.length).not.toBe(1);
  });

  test('without a test, the first thing missing is whether the server can be reached', () => {
    const { outcome, missing, possible } = verdictOf(input('3.1.2', { seen: {}, jvm: {} }));
    expect(outcome).toBe('cannotKnow');
    expect(missing[0]?.fact).toBe('reach');
    expect(new Set(possible)).toEqual(new Set(['sends', 'sendsInClear', 'fails', 'hangs']));
  });
});

describe('a fact that changes nothing is not asked for', () => {
  test.each<[string, VerdictInput, string, string[]]>([
    [
      'Java, where the server refuses TLS 1.0',
      input('3.1.2', { seen: { ...submission, tls: modernTls }, jvm: {} }),
      'fails',
      ['V42'],
    ],
    ['Java, where 1.6 has TLS 1.2 anyway', input('4.5.5', { jvm: {} }), 'sends', ['V02']],
    [
      'the certificate, where ssl.trust counts',
      input('4.5.5', { seen: { ...noCertificate, firstWord: 'tls' } }),
      'sends',
      ['V01'],
    ],
    [
      'TLS at a silent server',
      input('3.1.2', { seen: { reach: 'open', firstWord: 'silent' }, jvm: {} }),
      'hangs',
      ['V65'],
    ],
    ['a span within one family', input({ least: '3.1.6', most: '3.1.9' }), 'sends', ['V02']],
    ['a span of families that agree', input({ least: '4.3.0', most: '4.5.5' }), 'sends', ['V02']],
  ])('%s', (_what, given, outcome, rules) => {
    const verdict = verdictOf(given);
    expect(verdict.outcome).toBe(outcome);
    expect(verdict.reasons.map(({ ruleId }) => ruleId)).toEqual(rules);
    expect(verdict.missing).toEqual([]);
  });

  test('one outcome for several reasons names each, and what is known to hold first', () => {
    const seen: MailServerFacts = { ...submissions, tls: {} };
    const { outcome, reasons } = verdictOf(input('3.1.2', { seen: { ...seen, certificate: 'expired' }, jvm: {} }));
    expect(outcome).toBe('hangs');
    expect(reasons.map(({ ruleId }) => ruleId)).toEqual(['V64', 'V62', 'V61']);
  });
});

describe('what an outcome takes for granted', () => {
  const roots = ['The Java runtime of the Gluu Server trusts the same certificate authorities as this workstation.'];
  test.each<[string, VerdictInput, string[]]>([
    ['a certificate that counts', input('3.1.2'), roots],
    ['a certificate Java is known to trust', input('3.1.2', { jvm: { tls10: true, trustsCertificate: true } }), []],
    ['a certificate nobody looks at', input('4.5.5', { seen: submissions, jvm: newJava }), []],
    ['no TLS at all', input('3.1.2', { seen: openRelay }), []],
  ])('%s', (_what, given, assumptions) => {
    expect(inEnglish(verdictOf(given).assumptions)).toEqual(assumptions);
  });
});

test('a password of which nothing is known does not matter where none is needed', () => {
  const noLogin = { authentication: false } as const;
  const known = input('4.2.0', { settings: { ...noLogin, password: 'none' }, seen: openRelay });
  expect(verdictOf({ ...known, settings: { ...known.settings, password: 'notKnown' } }).outcome).toBe('sendsInClear');
});

test('a password of which nothing is known does not matter where the mail fails anyway', () => {
  const onlyTls12 = { ...submission, tls: { '1.0': false, '1.1': false, '1.2': true } };
  const known = verdictOf(input('3.1.2', { seen: onlyTls12 }));
  const open = verdictOf(input('3.1.2', { seen: onlyTls12, settings: { password: 'notKnown' } }));
  expect([open.outcome, open.ruleId, open.missing]).toEqual(['fails', known.ruleId, []]);
});

test('a password that is tested as it was typed needs no salt; the reset mail needs it', () => {
  const typed = { password: 'notKnown', passwordTyped: true } as const;
  const of = (path: VerdictInput['path']) => verdictOf(input('3.1.2', { path, settings: typed }));
  expect(of('test').outcome).toBe('sends');
  expect(of('reset').missing.map(({ fact }) => fact)).toEqual(['password']);
});
