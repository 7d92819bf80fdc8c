import { describe } from 'vitest';
import type {
  MailServerFacts,
  TriedMail,
  VerdictInput,
  VerdictSettings,
} from '../../../../src-shared/verdict/verdict-input';
import { checkVerdicts } from './check-verdicts';
import { input, modernTls, newJava, openRelay, submission, submissions } from './vectors';

const modern = { ...submission, tls: modernTls };
const modernTlsPort = { ...submissions, tls: modernTls };
const selfSigned = { ...submission, certificate: 'selfSigned' } as const;
const selfSignedTlsPort = { ...submissions, certificate: 'selfSigned' } as const;
const noLogin = { authentication: false };
const plain = { requiresSsl: false, connectProtection: 'None' } as const;

describe('2.4 to 3.1.0: MailUtils, which knows STARTTLS alone', () => {
  checkVerdicts([
    ['STARTTLS with TLS 1.0', input('3.0.2'), 'sends', 'V02'],
    ['a relay that wants TLS 1.2', input('3.0.2', { seen: modern }), 'fails', 'V42'],
    ['Java without TLS 1.0', input('2.4.4', { jvm: newJava }), 'fails', 'V43'],
    ['a self-signed certificate', input('2.4.4', { seen: selfSigned }), 'fails', 'V45'],
    ['a TLS port, Requires SSL on', input('3.1.0', { seen: submissions }), 'hangs', 'V67'],
    ['a TLS port, Requires SSL off', input('3.1.0', { seen: submissions, settings: plain }), 'hangs', 'V60'],
    [
      'no login to an open relay: the session is its own',
      input('3.0.2', { seen: openRelay, settings: { ...noLogin, ...plain } }),
      'sendsInClear',
      'V11',
    ],
    ['STARTTLS stripped', input('3.0.2', { seen: { ...openRelay, loginInClear: 'usable' } }), 'sendsInClear', 'V12'],
    ['no From address is not refused by the code', input('3.0.2', { settings: { fromEmail: null } }), 'sends', 'V02'],
  ]);
});

describe('3.1.0 and 3.1.1: MailUtils trusts the host', () => {
  checkVerdicts([
    ['3.0.3, self-signed STARTTLS', input('3.0.3', { seen: selfSigned }), 'fails', 'V45'],
    ['3.1.0, test', input('3.1.0', { path: 'test', seen: selfSigned }), 'sends', 'V02'],
    ['3.1.0, reset', input('3.1.0', { seen: selfSigned }), 'sends', 'V02'],
    ['3.1.1, test', input('3.1.1', { path: 'test', seen: selfSigned }), 'sends', 'V02'],
    ['3.1.1, reset: MailService, whose factory ignores it', input('3.1.1', { seen: selfSigned }), 'fails', 'V45'],
  ]);
});

describe('3.1.1: the button still uses MailUtils, the reset mail MailService', () => {
  checkVerdicts([
    ['test without login', input('3.1.1', { path: 'test', settings: noLogin, seen: openRelay }), 'sendsInClear', 'V13'],
    [
      'reset without login',
      input('3.1.1', { path: 'reset', settings: noLogin, seen: openRelay }),
      'ignoresHost',
      'V70',
    ],
    ['test on a TLS port', input('3.1.1', { path: 'test', seen: submissions }), 'hangs', 'V67'],
    ['reset on a TLS port', input('3.1.1', { path: 'reset', seen: submissions }), 'sends', 'V01'],
  ]);
});

describe('3.1.2 to 4.1.3: a TLS factory, its fallback, and a dropped session', () => {
  checkVerdicts([
    ['a TLS port', input('3.1.2', { seen: submissions }), 'sends', 'V01'],
    ['a STARTTLS port, after the factory failed', input('3.1.8'), 'sends', 'V02'],
    [
      'a name that does not match',
      input('3.1.2', { seen: { ...submissions, certificate: 'wrongHost' } }),
      'sends',
      'V01',
    ],
    ['STARTTLS wants TLS 1.2', input('4.0', { seen: modern }), 'fails', 'V42'],
    ['a TLS port wants TLS 1.2', input('4.1.3', { seen: modernTlsPort }), 'hangs', 'V61'],
    ['Java without TLS 1.0, STARTTLS', input('3.1.2', { jvm: newJava }), 'fails', 'V43'],
    ['Java without TLS 1.0, TLS port', input('3.1.2', { seen: submissions, jvm: newJava }), 'hangs', 'V62'],
    ['self-signed, STARTTLS', input('3.1.2', { seen: selfSigned }), 'fails', 'V45'],
    [
      'self-signed, STARTTLS, Trust Server on',
      input('3.1.2', { seen: selfSigned, settings: { trustServer: true } }),
      'fails',
      'V45',
    ],
    ['self-signed, TLS port', input('3.1.2', { seen: selfSignedTlsPort }), 'hangs', 'V64'],
    [
      'self-signed, but imported into cacerts',
      input('3.1.2', { seen: selfSignedTlsPort, jvm: { tls10: true, trustsCertificate: true } }),
      'sends',
      'V01',
    ],
    [
      'trusted here, but not by Java',
      input('3.1.2', { jvm: { tls10: true, trustsCertificate: false } }),
      'fails',
      'V45',
    ],
    ['STARTTLS never answered', input('3.1.2', { seen: { ...submission, startTls: 'silent' } }), 'hangs', 'V68'],
    [
      'STARTTLS after a 530 to AUTH never answered',
      input('4.4.0', {
        settings: { requiresSsl: false },
        seen: { ...submission, startTls: 'silent', loginInClear: 'usable', credentials: 'wantsTls' },
      }),
      'hangs',
      'V68',
    ],
    ['STARTTLS refused', input('3.1.2', { seen: { ...submission, startTls: 'refused' } }), 'fails', 'V40'],
    [
      'no STARTTLS: downgrade with the password',
      input('3.1.9', { seen: { ...openRelay, loginInClear: 'usable' } }),
      'sendsInClear',
      'V12',
    ],
    ['no STARTTLS, no AUTH', input('3.1.9', { seen: openRelay }), 'sendsInClear', 'V13'],
    ['Requires SSL off, server insists', input('3.1.2', { settings: plain }), 'fails', 'V53'],
    [
      'Requires SSL off, login only after TLS',
      input('3.1.2', { settings: plain, seen: { ...submission, needsTls: false } }),
      'fails',
      'V55',
    ],
    ['Requires SSL off, TLS port', input('3.1.2', { settings: plain, seen: submissions }), 'hangs', 'V60'],
    ['no login', input('4.1.3', { settings: noLogin }), 'ignoresHost', 'V70'],
    [
      'no login, nothing known of the server',
      input('3.1.2', { settings: noLogin, seen: {}, jvm: {} }),
      'ignoresHost',
      'V70',
    ],
    ['a version between two that are listed', input('4.1.9', { settings: noLogin }), 'ignoresHost', 'V70'],
    ['silent', input('3.1.2', { seen: { ...submission, firstWord: 'silent' } }), 'hangs', 'V65'],
    ['nothing listens', input('3.1.2', { seen: { reach: 'refused' } }), 'fails', 'V31'],
    ['packets dropped', input('3.1.2', { seen: { reach: 'noAnswer' } }), 'hangs', 'V66'],
    ['no such name', input('3.1.2', { seen: { reach: 'unknownName' } }), 'fails', 'V30'],
    ['a web server', input('3.1.2', { seen: { reach: 'open', firstWord: 'other' } }), 'fails', 'V32'],
    [
      'AUTH answered with 530: TLS after all, trust honoured as no factory is set',
      input('3.1.2', { settings: plain, seen: { ...selfSigned, loginInClear: 'usable' } }),
      'sends',
      'V02',
    ],
  ]);
});

describe('4.2.0 to 4.4.0: the session is kept; from 4.3.0 another JavaMail', () => {
  const relayed = { settings: { ...noLogin, ...plain }, seen: openRelay };
  checkVerdicts([
    ['no login, 4.2.0', input('4.2.0', relayed), 'sendsInClear', 'V11'],
    ['no login where one is needed', input('4.2.2', { settings: noLogin }), 'fails', 'V54'],
    ['4.2.0 offers TLS 1.0 alone', input('4.2.0', { seen: modern }), 'fails', 'V42'],
    ['4.2.3 still offers TLS 1.0 alone', input('4.2.3', { seen: modern }), 'fails', 'V42'],
    ['4.3.0 offers what Java offers', input('4.3.0', { seen: modern, jvm: newJava }), 'sends', 'V02'],
    [
      'a server of TLS 1.0 alone, new Java',
      input('4.4.0', {
        seen: { ...submission, tls: { '1.0': true, '1.1': false, '1.2': false, '1.3': false } },
        jvm: newJava,
      }),
      'fails',
      'V44',
    ],
    [
      'the same on a TLS port',
      input('4.4.0', {
        seen: { ...submissions, tls: { '1.0': true, '1.1': false, '1.2': false, '1.3': false } },
        jvm: newJava,
      }),
      'hangs',
      'V63',
    ],
    ['self-signed TLS port: ssl.trust counts', input('4.4', { seen: selfSignedTlsPort }), 'sends', 'V01'],
    ['self-signed STARTTLS: it does not', input('4.4', { seen: selfSigned }), 'fails', 'V45'],
    [
      'connect-protection is not read',
      input('4.4.0', { settings: { requiresSsl: false, connectProtection: 'SslTls' } }),
      'fails',
      'V53',
    ],
  ]);
});

describe('settings that decide alone', () => {
  const unknown = { seen: {}, jvm: {} };
  const only = (settings: Partial<VerdictInput['settings']>) => ({ ...unknown, settings });
  checkVerdicts([
    ['no host', input('3.1.2', only({ host: null })), 'fails', 'V20'],
    ['an empty host comes before the dropped session', input('3.1.2', only({ host: '', ...noLogin })), 'fails', 'V20'],
    ['no port', input('3.1.2', only({ port: 0 })), 'fails', 'V21'],
    ['no From address', input('4.5.5', only({ fromEmail: '' })), 'fails', 'V22'],
    ['no user name', input('3.1.2', only({ userName: null })), 'fails', 'V23'],
    ['an empty user name is one', input('4.2.0', { settings: { userName: '' } }), 'sends', 'V02'],
    ['no password', input('3.1.2', only({ password: 'none' })), 'fails', 'V24'],
    ['a password of another salt', input('3.1.2', only({ password: 'unreadable' })), 'fails', 'V25'],
    [
      'no password is needed without login',
      input('4.2.0', { settings: { ...noLogin, password: 'none' }, seen: openRelay }),
      'sendsInClear',
      'V13',
    ],
    ['4.3.0 tests what was saved', input('4.3.0', { path: 'test', settings: { passwordTyped: true } }), 'fails', 'V27'],
    [
      '4.3.0, a password is stored beside: whether the server takes that one was not tried',
      input('4.3.0', { path: 'test', settings: { passwordTyped: true, passwordStored: 'readable' } }),
      'cannotKnow',
      'V00',
    ],
    [
      '4.3.0, and the server offers no login',
      input('4.3.0', {
        path: 'test',
        settings: { passwordTyped: true, passwordStored: 'readable' },
        seen: openRelay,
      }),
      'sendsInClear',
      'V13',
    ],
    [
      '4.3.0, the stored one does not decrypt',
      input('4.3.0', { path: 'test', settings: { passwordTyped: true, passwordStored: 'unreadable' } }),
      'fails',
      'V27',
    ],
    ['4.3.1 tests what is typed', input('4.3.1', { path: 'test', settings: { passwordTyped: true } }), 'sends', 'V02'],
  ]);
});

describe('letters outside ASCII, where the server compares UTF-8', () => {
  const letters = (version: string, settings: Partial<VerdictSettings>) =>
    input(version, { path: 'test', settings: { passwordLetters: 'text', ...settings } });
  const typed = { passwordTyped: true } as const;
  const garbled = { passwordLetters: 'garbled' } as const;
  const user = { userName: 'grün', passwordLetters: undefined } as const;
  checkVerdicts([
    ['stored, up to 4.2.2: the two faults cancel out', letters('4.2.2', {}), 'sends', 'V02'],
    ['stored, 4.2.3', letters('4.2.3', {}), 'fails', 'V52'],
    ['stored, from 4.3', letters('4.4.0', {}), 'sends', 'V02'],
    ['typed, up to 4.2.2', letters('3.1.2', typed), 'fails', 'V52'],
    ['typed, 4.2.3', letters('4.2.3', typed), 'fails', 'V52'],
    ['typed, from 4.3', letters('4.3.1', typed), 'sends', 'V02'],
    ['saved again by the page', letters('3.1.2', garbled), 'fails', 'V52'],
    [
      'typed, it still reaches the reset mail',
      input('3.1.2', { path: 'reset', settings: { passwordLetters: 'text', ...typed } }),
      'sends',
      'V02',
    ],
    ['in the user name, up to 4.2.3', letters('4.2.3', user), 'fails', 'V52'],
    ['in the user name, from 4.3', letters('4.3.1', user), 'sends', 'V02'],
    [
      'user name and password in two encodings',
      input('3.1.2', {
        settings: { passwordLetters: 'text', userName: 'grün' },
        seen: { ...submission, credentials: 'refused', takesLatin1: true },
      }),
      'fails',
      'V52',
    ],
    [
      'a server that compares ISO 8859-1',
      input('4.2.3', {
        settings: { passwordLetters: 'text' },
        seen: { ...submission, credentials: 'refused', takesLatin1: true },
      }),
      'sends',
      'V02',
    ],
  ]);
});

describe('letters outside ASCII by NTLM, which makes UTF-16 of the text itself', () => {
  const seen = { ...submission, loginMethods: { encrypted: 'NTLM' } } as const;
  const letters = (version: string, settings: Partial<VerdictSettings>) =>
    input(version, { path: 'test', settings: { passwordLetters: 'text', ...settings }, seen });
  const typed = { passwordTyped: true } as const;
  const user = { userName: 'grün', passwordLetters: undefined } as const;
  checkVerdicts([
    ['stored, up to 4.2.2: the decrypter spoils it', letters('4.2.2', {}), 'fails', 'V52'],
    ['stored, 4.2.3', letters('4.2.3', {}), 'sends', 'V02'],
    ['stored, from 4.3', letters('4.4.0', {}), 'sends', 'V02'],
    ['typed, up to 4.2.2', letters('3.1.2', typed), 'sends', 'V02'],
    ['typed, 4.2.3', letters('4.2.3', typed), 'sends', 'V02'],
    ['saved again by the page', letters('3.1.2', { passwordLetters: 'garbled' }), 'fails', 'V52'],
    ['bytes that are no UTF-8', letters('4.2.3', { passwordLetters: 'notUtf8' }), 'fails', 'V52'],
    ['in the user name, up to 4.2.3', letters('4.2.3', user), 'sends', 'V02'],
  ]);
});

describe('what was tried in just this way', () => {
  const of = (tried: Partial<TriedMail>, seen: Partial<MailServerFacts> = {}) =>
    input('4.4.0', {
      path: 'test',
      seen: { ...submission, ...seen, tried: { encrypted: true, loggedIn: true, answer: 'accepted', ...tried } },
    });
  checkVerdicts([
    ['taken, QUIT answered', of({ goodbye: 'answered' }), 'sends', 'V02'],
    ['QUIT is never answered', of({ goodbye: 'silent' }), 'hangs', 'V69'],
    ['a reset at QUIT', of({ goodbye: 'reset' }), 'fails', 'V59'],
    ['refused at DATA or behind the text', of({ answer: 'refused', goodbye: 'answered' }), 'fails', 'V56'],
    ['refused, and RSET or QUIT never answered', of({ answer: 'refused', goodbye: 'silent' }), 'hangs', 'V68'],
    ['accepted with another code', of({ answer: 'otherCode', goodbye: 'answered' }), 'fails', 'V58'],
    ['closed', of({ answer: 'closed' }), 'fails', 'V49'],
    ['silent', of({ answer: 'silent' }), 'hangs', 'V68'],
    ['out of step', of({ answer: 'outOfStep', goodbye: 'answered' }), 'fails', 'V48'],
    ['out of step, with nothing left for QUIT', of({ answer: 'outOfStep', goodbye: 'silent' }), 'hangs', 'V68'],
    ['another way was tried', of({ encrypted: false, answer: 'refused' }), 'sends', 'V02'],
    ['EHLO and HELO refused', of({}, { hello: 'refused' }), 'fails', 'V47'],
    ['EHLO never answered', of({}, { hello: 'silent' }), 'hangs', 'V68'],
    ['a login that fails in another way', of({}, { credentials: 'failed' }), 'fails', 'V57'],
    ['a login that is never answered', of({}, { credentials: 'silent' }), 'hangs', 'V68'],
  ]);
});

describe('rows of single versions', () => {
  const selfSigned = { ...submission, certificate: 'selfSigned' } as const;
  checkVerdicts([
    ['MailUtils up to 3.0.3 trusts no unknown certificate', input('3.0.2', { seen: selfSigned }), 'fails', 'V45'],
    ['MailUtils of 3.1.0 trusts every one', input('3.1.0', { seen: selfSigned }), 'sends', 'V02'],
    ['so does the test of 3.1.1', input('3.1.1', { path: 'test', seen: selfSigned }), 'sends', 'V02'],
    [
      'up to 3.0.3 the undecrypted text is the password',
      input('3.0.2', { settings: { password: 'unreadable' } }),
      'sends',
      'V02',
    ],
    ['from 3.1.0 there is none', input('3.1.0', { settings: { password: 'unreadable' } }), 'fails', 'V25'],
    [
      '4.4.1 without key-store sends nothing',
      input('4.4.1', { path: 'reset', settings: { keyStore: 'null' } }),
      'fails',
      'V28',
    ],
    ['4.4.0 does not mind', input('4.4.0', { path: 'reset', settings: { keyStore: 'null' } }), 'sends', 'V02'],
  ]);
});
