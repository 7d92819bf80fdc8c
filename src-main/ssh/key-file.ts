import { createPrivateKey } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { AppError } from '../app-error';
import { type ParsedKey, parseKey } from './ssh-client';
import { fileTrouble } from './ssh-failure';

/** The largest private key one meets, RSA with 16384 bits, takes 13 KB. */
const MAX_BYTES = 64 * 1024;

/** A key file that only its passphrase opens. */
export interface LockedKey {
  publicKey: ParsedKey | undefined;
  /** Gives undefined for a wrong passphrase. Throws AppError `ssh.keyUnreadable` for what is no private key. */
  open(passphrase: string): ParsedKey | undefined;
}

/**
 * Reads a private key file in OpenSSH's own format or in PEM (PKCS #1, SEC 1, PKCS #8 for RSA and ECDSA), and in PuTTY's. Of a
 * public key file it gives the public key. Throws AppError `ssh.keyUnreadable`.
 */
export async function readKeyFile(file: string): Promise<ParsedKey | LockedKey> {
  const text = toPkcs1IfPkcs8(await readText(file));
  const key = parseSingle(text.plain, undefined);
  if (!(key instanceof Error) && !key.isPrivateKey()) return key;
  if (!text.encrypted && !isEncrypted(key)) return asPrivate(key, file);
  return {
    publicKey: await readPublicKey(file),
    open(passphrase) {
      const opened = parseSingle(text.plain, passphrase, text.encrypted);
      return opened instanceof Error ? undefined : asPrivate(opened, file);
    },
  };
}

/** AppError `ssh.keyUnreadable` for a public key that nobody could sign for. */
export const onlyPublic = (file: string, why: string): AppError =>
  failed('ssh.keyUnreadable', file, `It is a public key. ${why}`);

/** AppError `ssh.passphrase`. */
export const stillLocked = (file: string, why: string): AppError => failed('ssh.passphrase', file, why);

function asPrivate(key: ParsedKey | Error, file: string): ParsedKey {
  if (key instanceof Error) throw failed('ssh.keyUnreadable', file, 'It is no private key in a known format.');
  return key;
}

const failed = (code: 'ssh.keyUnreadable' | 'ssh.passphrase', file: string, why: string) =>
  new AppError(code, { facts: { file, why } });

/**
 * The public half of a key, from the file itself or from the `.pub` file beside it, which ssh-keygen makes. Gives undefined
 * where neither has it: other ways are left then, so no trouble with it is told.
 */
export async function readPublicKey(keyFile: string): Promise<ParsedKey | undefined> {
  for (const file of [`${keyFile}.pub`, keyFile]) {
    const key = parseSingle(await readText(file).catch(() => ''), undefined);
    if (!(key instanceof Error) && !key.isPrivateKey()) return key;
  }
  return undefined;
}

async function readText(file: string): Promise<string> {
  try {
    const { size } = await stat(file);
    if (size > MAX_BYTES) throw failed('ssh.keyUnreadable', file, 'It is too large for a key.');
    return await readFile(file, 'utf8');
  } catch (error) {
    const why = fileTrouble(error);
    if (why === undefined) throw error;
    throw failed('ssh.keyUnreadable', file, why);
  }
}

interface KeyText {
  plain: string;
  /** PKCS #8 that only a passphrase opens. */
  encrypted: boolean;
}

/** ssh2 knows no PKCS #8 (`BEGIN PRIVATE KEY`), which openssl writes. */
function toPkcs1IfPkcs8(text: string): KeyText {
  if (/-----BEGIN ENCRYPTED PRIVATE KEY-----/.test(text)) return { plain: text, encrypted: true };
  return { plain: /-----BEGIN PRIVATE KEY-----/.test(text) ? converted(text, undefined) : text, encrypted: false };
}

function converted(pem: string, passphrase: string | undefined): string {
  try {
    const key = createPrivateKey({ key: pem, ...(passphrase === undefined ? {} : { passphrase }) });
    if (key.asymmetricKeyType === 'rsa') return String(key.export({ type: 'pkcs1', format: 'pem' }));
    return key.asymmetricKeyType === 'ec' ? String(key.export({ type: 'sec1', format: 'pem' })) : '';
  } catch {
    return ''; // OpenSSL's words for a wrong passphrase differ from release to release; '' is no key either
  }
}

function parseSingle(text: string, passphrase: string | undefined, isPkcs8 = false): ParsedKey | Error {
  const plain = isPkcs8 ? converted(text, passphrase) : text;
  const parsed: ParsedKey | ParsedKey[] | Error = parseKey(plain, isPkcs8 ? undefined : passphrase);
  return Array.isArray(parsed) ? (parsed[0] ?? new Error('no key')) : parsed;
}

/** The words are ssh2's own (its keyParser.js). */
const isEncrypted = (key: ParsedKey | Error): boolean =>
  key instanceof Error && /encrypted|passphrase/i.test(key.message);
