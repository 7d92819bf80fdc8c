import { describe } from 'vitest';
import { checkVerdicts } from './check-verdicts';
import { input, newJava, openRelay, submission, submissions } from './vectors';

const selfSigned = { ...submission, certificate: 'selfSigned' } as const;
const selfSignedTlsPort = { ...submissions, certificate: 'selfSigned' } as const;
const plain = { requiresSsl: false, connectProtection: 'None' } as const;
const tls = { connectProtection: 'SslTls' } as const;

describe('4.4.1 to 4.5.5: sendMail', () => {
  checkVerdicts([
    ['StartTls', input('4.5.5'), 'sends', 'V02'],
    ['StartTls on a TLS port', input('4.5.5', { seen: selfSignedTlsPort }), 'sends', 'V01'],
    ['StartTls not offered', input('4.5.5', { seen: openRelay }), 'sendsInClear', 'V13'],
    ['SslTls', input('4.4.1', { settings: tls, seen: submissions }), 'sends', 'V01'],
    [
      'SslTls, expired: nobody looks',
      input('4.4.1', { settings: tls, seen: { ...submissions, certificate: 'expired' } }),
      'sends',
      'V01',
    ],
    ['SslTls on a STARTTLS port', input('4.5.0', { settings: tls }), 'fails', 'V46'],
    [
      'SslTls on a web server',
      input('4.5.0', { settings: tls, seen: { reach: 'open', firstWord: 'other' } }),
      'fails',
      'V46',
    ],
    [
      'SslTls, no common TLS version',
      input('4.5.0', {
        settings: tls,
        seen: { ...submissions, tls: { '1.0': true, '1.1': true, '1.2': false, '1.3': false } },
        jvm: newJava,
      }),
      'fails',
      'V44',
    ],
    ['no connect-protection stored: plain', input('4.5.5', { settings: { connectProtection: null } }), 'fails', 'V53'],
    ['TLS port, plain', input('4.5.5', { settings: plain, seen: submissions }), 'hangs', 'V60'],
    [
      'no key store: the button sends unsigned mail',
      input('4.5.5', { path: 'test', seen: openRelay }),
      'sendsInClear',
      'V13',
    ],
    [
      'login not offered under TLS',
      input('4.5.5', { seen: { ...submission, loginEncrypted: 'none', needsLogin: false } }),
      'sends',
      'V03',
    ],
    [
      'only mechanisms JavaMail lacks',
      input('4.5.5', { seen: { ...submission, loginEncrypted: 'unusable' } }),
      'fails',
      'V50',
    ],
    ['wrong password', input('4.5.5', { seen: { ...submission, credentials: 'refused' } }), 'fails', 'V51'],
    ['recipient refused', input('4.5.5', { seen: { ...submission, mail: 'refused' } }), 'fails', 'V56'],
    [
      'off, login in clear',
      input('4.5.5', { settings: plain, seen: { ...openRelay, loginInClear: 'usable' } }),
      'sendsInClear',
      'V10',
    ],
  ]);
});

describe('what is stored beside the values', () => {
  const nothing = { seen: {}, jvm: {} };
  const stored = (version: string, settings: Parameters<typeof input>[1] & object, path: 'test' | 'reset' = 'reset') =>
    input(version, { ...nothing, ...settings, path });
  const other = { settings: { connectProtectionStored: 'otherBuild' } } as const;
  const upgraded = { settings: { connectProtection: null, connectProtectionStored: 'missing' } } as const;
  checkVerdicts([
    ['key-store null: no test', stored('4.4.1', { settings: { keyStore: 'null' } }, 'test'), 'fails', 'V28'],
    ['key-store null: no reset', stored('4.5.5', { settings: { keyStore: 'null' } }), 'fails', 'V28'],
    ['key-store null: in later releases as well', stored('4.5.15', { settings: { keyStore: 'null' } }), 'fails', 'V28'],
    ['key-store null, 4.4.0 has none', input('4.4.0', { settings: { keyStore: 'null' } }), 'sends', 'V02'],
    [
      'key-store null comes before the host',
      stored('4.5.5', { settings: { keyStore: 'null', host: null } }),
      'fails',
      'V28',
    ],
    ['the word of another build, 4.4.1', stored('4.4.1', other), 'fails', 'V29'],
    ['the word of another build, 4.5.0', stored('4.5.0', other, 'test'), 'fails', 'V29'],
    ['the word of another build, 4.5.1: plain', input('4.5.1', { ...other, seen: openRelay }), 'sendsInClear', 'V11'],
    ['the word of another build, 4.4.0: not read', input('4.4.0', other), 'sends', 'V02'],
    ['upgraded from 4.4.0, where TLS is demanded', input('4.4.1', upgraded), 'fails', 'V53'],
    ['upgraded from 4.4.0, where it is not', input('4.5.5', { ...upgraded, seen: openRelay }), 'sendsInClear', 'V11'],
  ]);
});

describe('4.4.1 to 4.5.5: sendMailSigned, behind the button when the key store is set', () => {
  const signed = (given: Parameters<typeof input>[1] = {}) =>
    input('4.5.5', { ...given, path: 'test', settings: { keyStore: 'set', ...given.settings } });
  checkVerdicts([
    ['StartTls', signed(), 'sends', 'V02'],
    ['StartTls not offered', signed({ seen: openRelay }), 'fails', 'V41'],
    [
      'the reset mail is unsigned all the same',
      { ...signed({ seen: openRelay }), path: 'reset' },
      'sendsInClear',
      'V13',
    ],
    ['StartTls, self-signed TLS port', signed({ seen: selfSignedTlsPort }), 'hangs', 'V64'],
    [
      'the same with Trust Server',
      signed({ seen: selfSignedTlsPort, settings: { trustServer: true } }),
      'sends',
      'V01',
    ],
    [
      'StartTls, self-signed, Trust Server',
      signed({ seen: selfSigned, settings: { trustServer: true } }),
      'fails',
      'V45',
    ],
    ['SslTls', signed({ settings: tls, seen: submissions }), 'sends', 'V01'],
    [
      'SslTls, self-signed, Trust Server',
      signed({ settings: { ...tls, trustServer: true }, seen: selfSignedTlsPort }),
      'fails',
      'V45',
    ],
    ['SslTls on a STARTTLS port', signed({ settings: tls }), 'fails', 'V46'],
    ['None', signed({ settings: plain, seen: openRelay }), 'sendsInClear', 'V11'],
    [
      'a key store typed and not saved: the stored one signs, and there is none',
      signed({ settings: { keyStore: 'notSet', keyStoreTyped: 'set' }, seen: {} }),
      'fails',
      'V19',
    ],
    [
      'a key store taken out of the form: the mail is not signed',
      signed({ settings: { keyStoreTyped: 'notSet' }, seen: openRelay }),
      'sendsInClear',
      'V13',
    ],
    ['a key store that does not open', signed({ settings: { keyStore: 'unreadable' }, seen: {} }), 'fails', 'V26'],
  ]);
});
