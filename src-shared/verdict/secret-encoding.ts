import { isAscii } from '../base/ascii';
import type { JavaMailMethod } from '../model/mail-server';
import type { PasswordLetters } from '../model/smtp-settings';
import { javaMailReleases } from './java-mail';
import type { Situation } from './preconditions';

/**
 * How the letters outside ASCII of user name and password reach the mail server: `asTyped`, in UTF-8 or, by NTLM, in UTF-16; in
 * ISO 8859-1; or as other letters altogether.
 */
export type SecretEncoding = 'asTyped' | 'latin1' | 'damaged';

/**
 * What the decrypter of a version and the release of JavaMail make of a stored password together, as measured. The old
 * decrypter makes a character of each byte; JavaMail 1.4.7 sends the low byte of each character, which undoes that.
 */
const decrypted: Record<'bytes' | 'utf8', Record<'lowByte' | 'utf8', Record<PasswordLetters, SecretEncoding>>> = {
  bytes: {
    lowByte: { text: 'asTyped', garbled: 'damaged', notUtf8: 'latin1' },
    utf8: { text: 'damaged', garbled: 'damaged', notUtf8: 'damaged' },
  },
  utf8: {
    lowByte: { text: 'latin1', garbled: 'asTyped', notUtf8: 'damaged' },
    utf8: { text: 'asTyped', garbled: 'damaged', notUtf8: 'damaged' },
  },
};

function passwordBytes({ code, path, settings, family }: Situation): SecretEncoding {
  const { passwordLetters, passwordTyped } = settings;
  if (passwordLetters === undefined) return 'asTyped';
  const { sendsSecretsIn } = javaMailReleases[code.library];
  if (path === 'test' && passwordTyped === true) return sendsSecretsIn === 'utf8' ? 'asTyped' : 'latin1';
  return decrypted[family?.decryptsTo ?? 'utf8'][sendsSecretsIn][passwordLetters];
}

/** NTLM makes UTF-16 of the text itself (Ntlm.java calcNTHash, of 1.4.7 and 1.6.7), so only the decrypter can spoil it. */
function byNtlm({ path, settings, family }: Situation): SecretEncoding {
  const { passwordLetters, passwordTyped } = settings;
  if (passwordLetters === undefined || (path === 'test' && passwordTyped === true)) return 'asTyped';
  return passwordLetters === 'text' && family?.decryptsTo !== 'bytes' ? 'asTyped' : 'damaged';
}

/**
 * How user name and password reach the server in this situation, by this login method. Both have to come in the encoding the
 * server compares in: where they come in two, no server takes them.
 */
export function secretEncoding(situation: Situation, method: JavaMailMethod | undefined): SecretEncoding {
  if (method === 'NTLM') return byNtlm(situation);
  const { userName } = situation.settings;
  const password = passwordBytes(situation);
  const isSentAsTyped = javaMailReleases[situation.code.library].sendsSecretsIn === 'utf8' || isAscii(userName ?? '');
  if (isSentAsTyped) return password;
  const isOfAscii = situation.settings.passwordLetters === undefined;
  return isOfAscii || password === 'latin1' ? 'latin1' : 'damaged';
}
