import { SshStrings, sshStrings, uint32 } from './ssh-strings';

const MAGIC = 'openssh-key-v1\0';
export const OPENSSH_LABEL = 'OPENSSH PRIVATE KEY';
const LINE = 70;

/** What a private key file of OpenSSH says before its private part (PROTOCOL.key of OpenSSH). */
export interface OpensshHeader {
  /** `none` where it is not encrypted. */
  cipher: string;
  kdf: string;
  publicKey: Buffer;
  /** Of the key, e.g. `ssh-ed25519`. */
  type: string;
  /** Whether the private part is there to its end. */
  isWhole: boolean;
}

/** Reads what stands before the private part; undefined for something else. `body` is the Base64 text between the marks. */
export function opensshHeader(body: string): OpensshHeader | undefined {
  const bytes = Buffer.from(body, 'base64');
  if (bytes.subarray(0, MAGIC.length).toString('latin1') !== MAGIC) return undefined;
  const strings = new SshStrings(bytes.subarray(MAGIC.length));
  const [cipher, kdf, options] = [strings.next(), strings.next(), strings.next()];
  if (!cipher || !kdf || !options || strings.number() !== 1) return undefined;
  const publicKey = strings.next();
  const type = publicKey && new SshStrings(publicKey).next();
  if (!publicKey || !type) return undefined;
  const isWhole = strings.next() !== undefined;
  const name = (text: Buffer) => text.toString('latin1');
  return { cipher: name(cipher), kdf: name(kdf), publicKey, type: name(type), isWhole };
}

/** Writes a private key without a passphrase. `fields` follow the type in its private part (sshkey.c of OpenSSH). */
export function opensshText(type: string, publicKey: Buffer, fields: readonly Buffer[]): string {
  const check = uint32(0);
  const inner = Buffer.concat([check, check, sshStrings(type, ...fields, '')]);
  const padding = Buffer.from(Array.from({ length: (8 - (inner.length % 8)) % 8 }, (_, index) => index + 1));
  const whole = Buffer.concat([
    Buffer.from(MAGIC, 'latin1'),
    sshStrings('none', 'none', ''),
    uint32(1),
    sshStrings(publicKey, Buffer.concat([inner, padding])),
  ]).toString('base64');
  const lines = whole.match(new RegExp(`.{1,${LINE}}`, 'g')) ?? [];
  return [`-----BEGIN ${OPENSSH_LABEL}-----`, ...lines, `-----END ${OPENSSH_LABEL}-----`, ''].join('\n');
}

/** The same of the two halves of an Ed25519 key, 32 bytes each (RFC 8032 section 5.1.5). */
export function ed25519Text(seed: Buffer, publicHalf: Buffer): string {
  const type = 'ssh-ed25519';
  return opensshText(type, sshStrings(type, publicHalf), [publicHalf, Buffer.concat([seed, publicHalf])]);
}
