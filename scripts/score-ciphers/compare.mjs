// What the app's cipher makes of one test vector, compared with what the Gluu Server's own makes of it.
import { AppError } from '../../src-main/base/app-error.ts';
import { asNewGluuReads, asOldGluuReads, decryptBytes, encrypt } from '../../src-main/gluu-ldap/string-encrypter.ts';
import { saltProblem } from '../../src-shared/model/server.ts';

const OLD = 'decrypt_2.4.4_to_4.2.2';
const NEW = 'decrypt_4.2.3_up';

const isText = (value) => typeof value === 'string';

/** What `run` gives, or the reason why the cipher refused. Anything but a refusal is a fault of the cipher. */
function attempt(run) {
  try {
    return { given: run() };
  } catch (error) {
    if (error instanceof AppError) return { refused: error.code };
    return { fault: `it failed with ${error}` };
  }
}

/** What `read` makes of the decrypted bytes; undefined where they do not decrypt. */
function readBy(read, cipher, salt) {
  const bytes = decryptBytes(cipher, salt);
  return bytes && read(bytes);
}

const differs = (what, { given, refused, fault }, wanted) => {
  if (fault) return `${what}: ${fault}`;
  if (given === wanted) return undefined;
  return `${what} is ${refused ? `refused (${refused})` : JSON.stringify(given)}, not ${JSON.stringify(wanted)}`;
};

/** Why the cipher and a case of `encrypt` disagree, or undefined. `salts` has the texts of the salts by name. */
export function problemOfEncryption(vector, salts) {
  const salt = salts.get(vector?.salt);
  const { plain, cipher, error } = vector ?? {};
  if (!isText(salt) || !isText(plain)) return 'the vector has no known salt or no plain text';
  const encrypted = attempt(() => encrypt(plain, salt));
  if (isText(error)) {
    if (encrypted.fault) return encrypted.fault;
    return encrypted.refused ? undefined : `it is encrypted, and Gluu refuses: ${error}`;
  }
  if (![cipher, vector[OLD], vector[NEW]].every(isText)) return 'the vector has neither an error nor all three results';
  return (
    differs('the ciphertext', encrypted, cipher) ??
    differs(
      'decrypted, it',
      attempt(() => readBy(asNewGluuReads, cipher, salt)),
      vector[NEW],
    ) ??
    differs(
      'as Gluu up to 4.2.2 reads it, it',
      attempt(() => asOldGluuReads(plain)),
      vector[OLD],
    )
  );
}

/** Why the cipher and a case of `decrypt` disagree, or undefined. */
export function problemOfDecryption(vector) {
  const { salt, cipher } = vector ?? {};
  const [older, newer] = [vector?.['3.1.2'], vector?.['4.5.5']];
  const isResult = (result) => isText(result?.ok) !== isText(result?.error);
  if (!isText(salt) || !isText(cipher) || !isResult(older) || !isResult(newer)) return 'the vector is not complete';
  const decrypted = (read) => attempt(() => readBy(read, cipher, salt));
  return (
    differsFromResult('4.5.5', decrypted(asNewGluuReads), newer) ??
    differsFromResult('3.1.2', decrypted(asOldGluuReads), older)
  );
}

function differsFromResult(version, outcome, result) {
  if (isText(result.ok)) return differs(`as ${version} decrypts it, it`, outcome, result.ok);
  if (outcome.fault) return outcome.fault;
  return isText(outcome.given) ? `it is decrypted, and ${version} refuses: ${result.error}` : undefined;
}

/** Why the cipher takes a salt that Gluu refuses, or undefined. */
export function problemOfBadSalt(salt) {
  if (!isText(salt)) return 'the salt is not a text';
  if (saltProblem(salt) === undefined) return 'the salt is taken, and Gluu refuses it';
  const encrypted = attempt(() => encrypt('a', salt));
  return encrypted.fault ?? (encrypted.refused ? undefined : 'it encrypts, and Gluu refuses it');
}
