import { createHmac, randomBytes } from 'node:crypto';
import { holdsFor, type Range, spansWhere } from '../../src-shared/gluu/versions';
import { looksLikeMask } from '../../src-shared/lint/sender-rules';
import { whyUnproved } from '../../src-shared/messages/salt-words';
import type { JudgedPassword, StoredPassword } from '../../src-shared/model/organization';
import type { SaltProof } from '../../src-shared/model/salt';
import { versionFamilies } from '../../src-shared/verdict/gluu-versions';
import { javaMailReleases } from '../../src-shared/verdict/java-mail';
import { mailCodes } from '../../src-shared/verdict/mail-code';
import { AppError } from '../base/app-error';
import { hideFromLog } from '../base/redact';
import { asNewGluuReads, decrypt, decryptBytes, isCiphertext, lettersIn } from './string-encrypter';

/** Made at each start and kept nowhere, so that a mark tells nothing of what it marks. */
const markKey = randomBytes(32);

/** A text that is equal for the same stored password read with the same salt, and means something only inside this run of the app. */
export const passwordMark = (stored: string, salt: string | undefined): string =>
  createHmac('sha256', markKey)
    .update(JSON.stringify([stored, salt ?? null]))
    .digest('base64url');

/** A text that is equal for the same password, however it came, and means something only inside this run of the app. */
export const loginMark = (plain: string): string =>
  createHmac('sha256', markKey)
    .update(JSON.stringify([plain]))
    .digest('base64url');

interface Judged {
  salt: string;
  proof: SaltProof;
}

/** Their JavaMail sends user name and password in ISO 8859-1, so that letters outside ASCII matter (oxCore pom.xml). */
const withoutUtf8 = spansWhere(
  versionFamilies,
  ({ reset }) => javaMailReleases[mailCodes[reset].library].sendsSecretsIn === 'lowByte',
);

/** Their oxTrust logs in with the stored text itself where that does not decrypt (GluuAppliance.java before 3.1.0). */
const undecrypted = spansWhere(versionFamilies, ({ sendsUndecrypted }) => sendsUndecrypted === true);
const usesAsStored = (version: Range): boolean => holdsFor(undecrypted, version) === 'certain';

/**
 * Whether a password is itself what this salt encrypted: each Update of oxTrust 3.1.0 and 3.1.1 encrypts once more what the page
 * shows, which is the ciphertext (UpdateOrganizationAction.java). What lies inside is not for anybody to guess.
 */
function isLayered(plain: string, salt: string): boolean {
  const inner = isCiphertext(plain) ? decrypt(plain, salt) : undefined;
  return inner !== undefined && inner !== '';
}

/**
 * What can be said of a stored SMTP password without giving it away. Whether it decrypts tells something of the password only
 * if the salt is proved: an earlier write of this console may have used the same wrong salt.
 */
export function judgePassword(stored: string | null, held: Judged | undefined, version: Range): JudgedPassword {
  const plainly = (password: StoredPassword) => ({ password, passwordIsMask: false });
  if (stored === null || stored === '') return plainly('none');
  if (held === undefined) return plainly('noSalt');
  if (held.proof.kind === 'contradicted') return plainly('wrongSalt');
  const isProved = held.proof.kind === 'proved';
  const bytes = decryptBytes(stored, held.salt);
  const letters = bytes && lettersIn(bytes);
  // A salt that is not proved is more likely the wrong one than bytes that are no text the right ones.
  if (!bytes || (!isProved && letters === 'notUtf8')) {
    if (!isProved) return plainly('doesNotDecryptUnproved');
    if (!usesAsStored(version)) return plainly('doesNotDecrypt');
    return { password: 'usedAsStored', passwordIsMask: looksLikeMask(stored), passwordMark: loginMark(stored) };
  }
  const plain = decrypt(stored, held.salt);
  const facts = {
    passwordIsMask: looksLikeMask(asNewGluuReads(bytes)),
    ...(plain === undefined ? {} : { passwordMark: loginMark(plain) }),
  };
  if (!isProved) return { password: 'decryptsUnproved', ...facts };
  if (plain !== undefined && isLayered(plain, held.salt)) return { password: 'layered', ...facts };
  const matters = letters !== 'text' || holdsFor(withoutUtf8, version) !== 'no';
  return { password: letters && matters ? byLetters[letters] : 'decrypts', ...facts };
}

const byLetters = { text: 'decryptsNonAscii', garbled: 'decryptsGarbled', notUtf8: 'decryptsDamaged' } as const;

/**
 * What Gluu of this version logs in with: a stored SMTP password, decrypted with a salt that is not contradicted, or the stored
 * text itself where that version takes it so. It is kept out of the log. Throws AppError
 * `smtp.passwordUnreadable` if it was encrypted with another salt, `smtp.passwordDamaged` if its bytes are no text,
 * `smtp.passwordUnopened` if the salt itself may be the wrong one.
 */
export function openPassword(stored: string, { salt, proof }: Judged, version: Range): string {
  const isTakenAsStored = proof.kind !== 'unproved' && usesAsStored(version) && !decryptBytes(stored, salt);
  const plain = isTakenAsStored ? stored : decrypt(stored, salt);
  if (plain === undefined) {
    if (proof.kind === 'unproved')
      throw new AppError('smtp.passwordUnopened', { facts: { why: whyUnproved(proof.why) } });
    throw new AppError(decryptBytes(stored, salt) ? 'smtp.passwordDamaged' : 'smtp.passwordUnreadable');
  }
  hideFromLog(plain);
  return plain;
}
