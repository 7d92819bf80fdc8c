import { isAscii } from '../ascii';
import { javaMailReleases } from './java-mail';
import type { Situation } from './preconditions';
import type { PasswordLetters } from './verdict-input';

/**
 * How the letters outside ASCII of user name and password reach the mail server: in UTF-8 or in ISO 8859-1 as they were typed,
 * or as other letters altogether.
 */
export type SecretEncoding = 'utf8' | 'latin1' | 'damaged';

/**
 * What the decrypter of a version and the release of JavaMail make of a stored password together, as measured. The old
 * decrypter makes a character of each byte; JavaMail 1.4.7 sends the low byte of each character, which undoes that.
 */
const decrypted: Record<'bytes' | 'utf8', Record<'lowByte' | 'utf8', Record<PasswordLetters, SecretEncoding>>> = {
  bytes: {
    lowByte: { text: 'utf8', garbled: 'damaged', notUtf8: 'latin1' },
    utf8: { text: 'damaged', garbled: 'damaged', notUtf8: 'damaged' },
  },
  utf8: {
    lowByte: { text: 'latin1', garbled: 'utf8', notUtf8: 'damaged' },
    utf8: { text: 'utf8', garbled: 'damaged', notUtf8: 'damaged' },
  },
};

function passwordEncoding({ code, path, settings, family }: Situation): SecretEncoding {
  const { passwordLetters, passwordTyped } = settings;
  if (passwordLetters === undefined) return 'utf8';
  const { sendsSecretsIn } = javaMailReleases[code.library];
  if (path === 'test' && passwordTyped === true) return sendsSecretsIn === 'utf8' ? 'utf8' : 'latin1';
  return decrypted[family?.decryptsTo ?? 'utf8'][sendsSecretsIn][passwordLetters];
}

/** How user name and password reach the server in this situation; the worse of the two. */
export function secretEncoding(situation: Situation): SecretEncoding {
  const { userName } = situation.settings;
  const password = passwordEncoding(situation);
  const isSentAsTyped = javaMailReleases[situation.code.library].sendsSecretsIn === 'utf8' || isAscii(userName ?? '');
  return isSentAsTyped || password === 'damaged' ? password : 'latin1';
}
