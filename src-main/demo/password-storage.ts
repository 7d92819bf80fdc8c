import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const schemes: Record<string, { algorithm: string; length: number }> = {
  SSHA: { algorithm: 'sha1', length: 20 },
  SSHA512: { algorithm: 'sha512', length: 64 },
};
const stored = /^\{([A-Za-z0-9]+)\}(.+)$/s;

/**
 * What the directory keeps of a password somebody wrote in clear text: `{SSHA512}`, as Gluu's OpenDJ does
 * ("Salted SHA-512"). A value that already names a scheme is kept as it is (allow-pre-encoded-passwords).
 */
export function storePassword(value: Buffer): Buffer {
  if (stored.test(value.toString('latin1'))) return value;
  const salt = randomBytes(8);
  const digest = createHash('sha512').update(value).update(salt).digest();
  return Buffer.from(`{SSHA512}${Buffer.concat([digest, salt]).toString('base64')}`);
}

/** Whether a stored `{SSHA}` or `{SSHA512}` value stands for this password; false for any other scheme. */
export function passwordMatches(value: Buffer, password: Buffer): boolean {
  const [, name = '', encoded = ''] = stored.exec(value.toString('latin1')) ?? [];
  const key = name.toUpperCase();
  const scheme = Object.hasOwn(schemes, key) ? schemes[key] : undefined;
  const bytes = Buffer.from(encoded, 'base64');
  if (scheme === undefined || bytes.length < scheme.length) return false;
  const salt = bytes.subarray(scheme.length);
  const digest = createHash(scheme.algorithm).update(password).update(salt).digest();
  return timingSafeEqual(digest, bytes.subarray(0, scheme.length));
}
