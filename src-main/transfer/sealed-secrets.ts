import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { problem } from '../../src-shared/base/problem';
import * as z from '../../src-shared/base/zod';
import { ServerId } from '../../src-shared/model/server';
import { MAX_TRANSFERRED } from '../../src-shared/model/transfer';
import { message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { SecretTarget, secretKinds } from '../secrets/server-secrets';

/** RFC 7914 section 2: 128 MB for each guess, and about a second on an ordinary machine. */
const SCRYPT = { N: 2 ** 17, r: 8, p: 1 } as const;
/** 128 · N · r bytes and a little more: with 128 MB Node's OpenSSL and Electron's BoringSSL refuse, with 129 both run. */
const MAX_MEMORY = 192 * 1024 * 1024;
const SALT_BYTES = 32;
const KEY_BYTES = 32;
const IV_BYTES = 12; // NIST SP 800-38D section 8.2
const TAG_BYTES = 16;

const base64 = (bytes: number) =>
  z.string().refine(
    (text) => {
      const decoded = Buffer.from(text, 'base64');
      return decoded.length === bytes && decoded.toString('base64') === text;
    },
    problem(message('transfer.invalid.base64', { n: bytes })),
  );

/** Secrets under a passphrase. The cost is fixed: a file must not choose how much memory it takes to look into it. */
export const SealedSecrets = z.object({
  kdf: z.literal('scrypt'),
  N: z.literal(SCRYPT.N),
  r: z.literal(SCRYPT.r),
  p: z.literal(SCRYPT.p),
  salt: base64(SALT_BYTES),
  cipher: z.literal('aes-256-gcm'),
  iv: base64(IV_BYTES),
  tag: base64(TAG_BYTES),
  data: z.base64(),
});
export type SealedSecrets = z.output<typeof SealedSecrets>;

/** A secret with the place it may go to, so that a profile changed in the file cannot lead it elsewhere. */
export const CarriedSecret = z.object({
  serverId: ServerId,
  kind: z.enum(secretKinds),
  target: SecretTarget,
  /** Where it may really go, if the `~/.ssh/config` it was exported beside makes another place of that. */
  boundTo: SecretTarget.exactOptional(),
  value: z.string().min(1).max(65_536),
});
export type CarriedSecret = z.output<typeof CarriedSecret>;
const Inside = z.object({ secrets: z.array(CarriedSecret).max(MAX_TRANSFERRED * secretKinds.length) });

/** Seals `secrets` with AES-256-GCM under a key of the passphrase; `header` is bound to it (any plain JSON). */
export async function seal(secrets: CarriedSecret[], passphrase: string, header: object): Promise<SealedSecrets> {
  const salt = randomBytes(SALT_BYTES);
  const iv = randomBytes(IV_BYTES);
  const outside = {
    kdf: 'scrypt',
    ...SCRYPT,
    salt: salt.toString('base64'),
    cipher: 'aes-256-gcm',
    iv: iv.toString('base64'),
  } as const;
  const key = await keyOf(passphrase, salt);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(boundTo(header, outside));
  const text = Buffer.from(JSON.stringify({ secrets }));
  const data = Buffer.concat([cipher.update(text), cipher.final()]);
  key.fill(0);
  text.fill(0);
  return { ...outside, tag: cipher.getAuthTag().toString('base64'), data: data.toString('base64') };
}

/** Opens what `seal` made. Throws AppError `profiles.passphrase`, for a changed file as for a wrong passphrase. */
export async function unseal(sealed: SealedSecrets, passphrase: string, header: object): Promise<CarriedSecret[]> {
  const { tag, data, ...outside } = sealed;
  const key = await keyOf(passphrase, Buffer.from(sealed.salt, 'base64'));
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(sealed.iv, 'base64'), { authTagLength: TAG_BYTES })
    .setAAD(boundTo(header, outside))
    .setAuthTag(Buffer.from(tag, 'base64'));
  const text = decipher.update(Buffer.from(data, 'base64'));
  try {
    decipher.final();
  } catch {
    // Not passed on as the cause: it says no more than that the tag differs.
    throw new AppError('profiles.passphrase');
  } finally {
    key.fill(0);
  }
  const { secrets } = Inside.parse(JSON.parse(text.toString('utf8')));
  text.fill(0);
  return secrets;
}

type Outside = Omit<SealedSecrets, 'tag' | 'data'>;
/** The order of the fields is fixed here, whatever it is in the file. */
const boundTo = (header: object, { kdf, N, r, p, salt, cipher, iv }: Outside): Buffer =>
  Buffer.from(
    JSON.stringify([Object.entries(header).sort(([a], [b]) => (a < b ? -1 : 1)), kdf, N, r, p, salt, cipher, iv]),
  );

/** NFKC: the same passphrase typed on another system may come in another Unicode form (RFC 8265 section 4.2). */
function keyOf(passphrase: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, KEY_BYTES, { ...SCRYPT, maxmem: MAX_MEMORY }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
