import { createDecipheriv, createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { ed25519Text, opensshText } from './openssh-key';
import { SshStrings, sshStrings } from './ssh-strings';

/** A PuTTY key file (PuTTY's manual, appendix C). */
export interface PuttyKey {
  version: number;
  type: string;
  /** `none` or `aes256-cbc`. */
  encryption: string;
  comment: string;
  publicKey: Buffer;
  privatePart: Buffer;
  mac: string;
}

const FIRST_LINE = /^PuTTY-User-Key-File-(\d): (\S+)$/m;

/** Reads a PuTTY key file of version 2 or 3; undefined for something else. The text has plain line ends. */
export function puttyKey(text: string): PuttyKey | undefined {
  const first = FIRST_LINE.exec(text);
  if (!first) return undefined;
  const lines = text.slice(first.index).split('\n');
  const value = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
  const bytesOf = (name: string) => {
    const at = lines.findIndex((line) => line.startsWith(`${name}: `));
    return Buffer.from(lines.slice(at + 1, at + 1 + Number(value(name) ?? 0)).join(''), 'base64');
  };
  return {
    version: Number(first[1]),
    type: first[2] ?? '',
    encryption: value('Encryption') ?? '',
    comment: value('Comment') ?? '',
    publicKey: bytesOf('Public-Lines'),
    privatePart: bytesOf('Private-Lines'),
    mac: value('Private-MAC') ?? '',
  };
}

/** What is not read here: version 3 derives its keys with Argon2, which Node 20 does not have. */
export const isArgon2 = ({ version, encryption }: PuttyKey): boolean => version > 2 && encryption !== 'none';

/** The key as OpenSSH writes it; undefined where the passphrase is wrong. Throws for what is no whole key. */
export function puttyText(key: PuttyKey, passphrase = ''): string | undefined {
  const part = key.encryption === 'none' ? key.privatePart : decrypted(key.privatePart, passphrase);
  const { type, encryption, comment, publicKey } = key;
  const sealed = sshStrings(type, encryption, comment, publicKey, part);
  const mac = (
    key.version === 2
      ? createHmac('sha1', sha1('putty-private-key-file-mac-key', encryption === 'none' ? '' : passphrase))
      : createHmac('sha256', '')
  ).update(sealed);
  const [expected, given] = [mac.digest(), Buffer.from(key.mac, 'hex')];
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  return asOpenssh(type, publicKey, part);
}

const sha1 = (...parts: (string | Buffer)[]): Buffer => {
  const hash = createHash('sha1');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** Version 2: AES-256 in CBC with keys out of SHA-1, and an initial vector of zeros. */
function decrypted(bytes: Buffer, passphrase: string): Buffer {
  const halves = [0, 1].map((count) => sha1(Buffer.from([0, 0, 0, count]), passphrase));
  const decipher = createDecipheriv('aes-256-cbc', Buffer.concat(halves).subarray(0, 32), Buffer.alloc(16));
  decipher.setAutoPadding(false);
  return Buffer.concat([decipher.update(bytes), decipher.final()]);
}

function asOpenssh(type: string, publicKey: Buffer, part: Buffer): string {
  const known = new SshStrings(publicKey);
  const hidden = new SshStrings(part);
  known.next();
  if (type === 'ssh-rsa') {
    const [e, n] = known.take(2) as [Buffer, Buffer];
    const [d, p, q, iqmp] = hidden.take(4) as [Buffer, Buffer, Buffer, Buffer];
    return opensshText(type, publicKey, [n, e, d, iqmp, p, q]);
  }
  if (type === 'ssh-ed25519') {
    const [[half], [seed]] = [known.take(1) as [Buffer], hidden.take(1) as [Buffer]];
    return ed25519Text(seed, half);
  }
  const [curve, point] = known.take(2) as [Buffer, Buffer];
  return opensshText(type, publicKey, [curve, point, ...hidden.take(1)]);
}
