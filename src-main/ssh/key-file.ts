import { readFile, stat } from 'node:fs/promises';
import { type Message, message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { keyFault } from './key-faults';
import { type KeyForm, keyForm, keyText } from './key-forms';
import { type OpenedKey, type OpenKey, openNow } from './open-key';
import { fileTrouble } from './ssh-failure';
import { type ParsedKey, parseKey } from './ssh2';

/** The largest private key one meets, RSA with 16384 bits, takes 13 KB. */
const MAX_BYTES = 64 * 1024;

/** A key file that only its passphrase opens. */
export interface LockedKey {
  publicKey: ParsedKey | undefined;
  /** Gives undefined for a wrong passphrase. Throws AppError `ssh.keyUnreadable` for what is no private key, and what `OpenKey` throws. */
  open(passphrase: string, signal: AbortSignal): Promise<ParsedKey | undefined>;
}

/**
 * Reads a private key file in OpenSSH's own format, in PEM (PKCS #1, SEC 1, PKCS #8), or PuTTY's, whatever text stands around
 * the key. Of a public key file it gives the public key. Throws AppError `ssh.keyUnreadable`.
 */
export async function readKeyFile(file: string, openKey: OpenKey): Promise<ParsedKey | LockedKey> {
  const text = await readText(file);
  const form = keyForm(text);
  if (!form) {
    const publicKey = publicKeyIn(text);
    if (publicKey) return publicKey;
    if (/^-----BEGIN (?:RSA )?PUBLIC KEY-----/m.test(text)) throw unreadable(file, message('ssh.key.publicOnly'));
    throw unreadable(file, message('ssh.key.format'));
  }
  const fault = keyFault(form, file);
  if (fault !== undefined) throw unreadable(file, fault);
  if (!isLocked(form)) {
    const key = parsed(openNow(form), file);
    if (key === undefined) throw unreadable(file, message('ssh.key.damaged'));
    return key;
  }
  return {
    publicKey: publicHalf(form) ?? (await readPublicKey(file)),
    open: async (passphrase, signal) => parsed(await openKey(text, passphrase, signal), file),
  };
}

/** AppError `ssh.passphrase`. */
export const stillLocked = (file: string, why: Message): AppError =>
  new AppError('ssh.passphrase', { facts: { file, why } });

/** AppError `ssh.keyUnreadable`. */
export const unreadable = (file: string, why: Message): AppError =>
  new AppError('ssh.keyUnreadable', { facts: { file, why } });

/**
 * The public half of a key, from the `.pub` file beside it, which ssh-keygen makes, or from the file itself. Gives undefined
 * where neither has it: other ways are left then, so no trouble with it is reported.
 */
export async function readPublicKey(keyFile: string): Promise<ParsedKey | undefined> {
  for (const file of [`${keyFile}.pub`, keyFile]) {
    const text = await readText(file).catch(() => '');
    const form = keyForm(text);
    const key = form ? publicHalf(form) : publicKeyIn(text);
    if (key) return key;
  }
  return undefined;
}

async function readText(file: string): Promise<string> {
  try {
    const { size } = await stat(file);
    if (size > MAX_BYTES) throw unreadable(file, message('ssh.key.tooLarge'));
    return keyText(await readFile(file));
  } catch (error) {
    const why = fileTrouble(error);
    if (why === undefined) throw error;
    throw unreadable(file, why);
  }
}

function isLocked(form: KeyForm): boolean {
  if (form.kind === 'openssh') return form.header.cipher !== 'none';
  return form.kind === 'putty' ? form.key.encryption !== 'none' : form.encryption !== undefined;
}

/** The formats of OpenSSH and PuTTY have it beside the encrypted part. */
function publicHalf(form: KeyForm): ParsedKey | undefined {
  if (form.kind === 'pem') return undefined;
  return keyOf(form.kind === 'openssh' ? form.header.publicKey : form.key.publicKey);
}

/** The first line that is a public key, or the key of RFC 4716. A certificate is not one. */
function publicKeyIn(text: string): ParsedKey | undefined {
  const lines = text.split('\n').filter((line) => /^(ssh|ecdsa)-\S{1,40} \S/.test(line) && !line.includes('-cert-v0'));
  return [...lines, ...ssh2Public(text)].map(keyOf).find((key) => key !== undefined && !key.isPrivateKey());
}

/** The key between the marks of RFC 4716. ssh2 does not read the quoted comment that ssh-keygen writes into it. */
function ssh2Public(text: string): Buffer[] {
  const [, body] = /^---- BEGIN SSH2 PUBLIC KEY ----\n([\s\S]*?)^---- END/m.exec(text) ?? [];
  if (body === undefined) return [];
  const lines = body.replaceAll('\\\n', '').split('\n');
  return [Buffer.from(lines.filter((line) => !line.includes(':')).join(''), 'base64')];
}

function keyOf(text: string | Buffer): ParsedKey | undefined {
  const key: ParsedKey | ParsedKey[] | Error = parseKey(text);
  return key instanceof Error || Array.isArray(key) ? undefined : key;
}

function parsed(opened: OpenedKey, file: string): ParsedKey | undefined {
  if ('wrongPassphrase' in opened) return undefined;
  if ('unreadable' in opened) throw unreadable(file, opened.unreadable);
  const key = keyOf(opened.text);
  if (!key?.isPrivateKey()) throw unreadable(file, message('ssh.key.unreadable'));
  return key;
}
