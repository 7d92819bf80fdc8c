import { createHmac, randomBytes } from 'node:crypto';
import { isAscii } from '../../src-shared/ascii';
import { looksLikeMask } from '../../src-shared/lint/sender-rules';
import type { StoredPassword, VersionFacts } from '../../src-shared/model/organization';
import type { SaltProof } from '../../src-shared/model/salt';
import { whyUnproved } from '../../src-shared/salt-words';
import { AppError } from '../app-error';
import { hideFromLog } from '../redact';
import { decrypt } from './string-encrypter';
import { compareVersions } from './version-markers';

/** Made at each start and kept nowhere, so that a mark tells nothing of what it marks. */
const markKey = randomBytes(32);

/** A text that is equal for the same stored password read with the same salt, and means something only inside this run of the app. */
export const passwordMark = (stored: string, salt: string | undefined): string =>
  createHmac('sha256', markKey)
    .update(JSON.stringify([stored, salt ?? null]))
    .digest('base64url');

interface Judged {
  salt: string;
  proof: SaltProof;
}

/** Its JavaMail sends user name and password in UTF-8; before it, letters outside ASCII matter (oxCore pom.xml). */
const FIRST_WITH_UTF_8 = '4.3.0';

/**
 * What can be said of a stored SMTP password without giving it away. Whether it decrypts tells something of the password only
 * if the salt is proved: an earlier write of this console may have used the same wrong salt. `isMask`: a row of stars or dots.
 */
export function judgePassword(
  stored: string | null,
  held: Judged | undefined,
  { least }: VersionFacts,
): { state: StoredPassword; isMask: boolean } {
  const plainly = (state: StoredPassword) => ({ state, isMask: false });
  if (stored === null || stored === '') return plainly('none');
  if (held === undefined) return plainly('noSalt');
  if (held.proof.kind === 'contradicted') return plainly('wrongSalt');
  const isProved = held.proof.kind === 'proved';
  const plain = decrypt(stored, held.salt);
  if (plain === undefined) return plainly(isProved ? 'doesNotDecrypt' : 'doesNotDecryptUnproved');
  const isMask = looksLikeMask(plain);
  if (!isProved) return { state: 'decryptsUnproved', isMask };
  const matters = !isAscii(plain) && compareVersions(least, FIRST_WITH_UTF_8) < 0;
  return { state: matters ? 'decryptsNonAscii' : 'decrypts', isMask };
}

/**
 * Decrypts a stored SMTP password with a salt that is not contradicted, and keeps it out of the log. Throws AppError
 * `smtp.passwordUnreadable` if it was encrypted with another salt, `smtp.passwordUnopened` if the salt itself may be the wrong one.
 */
export function openPassword(stored: string, { salt, proof }: Judged): string {
  const plain = decrypt(stored, salt);
  if (plain === undefined) {
    throw proof.kind === 'unproved'
      ? new AppError('smtp.passwordUnopened', { facts: { why: whyUnproved(proof.why) } })
      : new AppError('smtp.passwordUnreadable');
  }
  hideFromLog(plain);
  return plain;
}
