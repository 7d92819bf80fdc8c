import { isUtf8 } from 'node:buffer';
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { saltProblem } from '../../src-shared/model/server';
import type { PasswordLetters } from '../../src-shared/model/smtp-settings';
import { message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';

/** DESede/ECB/PKCS5Padding. Electron's BoringSSL knows this cipher by the short name only; Node's OpenSSL takes both. */
const CIPHER = 'des-ede3';
const KEY_BYTES = 24;

/**
 * Encrypts as the Gluu Server does (oxCore StringEncrypter.java: DESedeKeySpec over the salt's first 24 UTF-8 bytes, UTF-8
 * plain text, Base64 without line breaks). Takes any text that is not blank. Throws AppError `gluu.noSalt` for a short salt.
 */
export function encrypt(plain: string, salt: string): string {
  if (javaTrim(plain) === '') throw new AppError('input.invalid', { reason: message('failure.reason.blankPassword') });
  const cipher = createCipheriv(CIPHER, keyOf(salt), null);
  return Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]).toString('base64');
}

/** A surrogate in UTF-8, whole or not: Java replaces it by one U+FFFD, TextDecoder by two or three. In bytes as Latin-1. */
const SURROGATE = /\xed[\xa0-\xbf][\x80-\xbf]?/g;
const REPLACEMENT = Buffer.from('\ufffd').toString('latin1');

/**
 * The text that bytes are to Gluu 4.2.3 and later: UTF-8, with U+FFFD for bytes that are not UTF-8 (`new String(bytes, UTF_8)`: JDK
 * java/lang/String.java decodeUTF8).
 */
export function asNewGluuReads(bytes: Buffer): string {
  const replaced = Buffer.from(bytes.toString('latin1').replace(SURROGATE, REPLACEMENT), 'latin1');
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(replaced);
}

/** How letters outside ASCII of a password are stored; undefined where it has none. */
export function lettersIn(bytes: Buffer): PasswordLetters | undefined {
  if (bytes.every((byte) => byte < 0x80)) return undefined;
  if (!isUtf8(bytes)) return 'notUtf8';
  return /^[\0-\x7f\uff80-\uffff]*$/.test(bytes.toString('utf8')) ? 'garbled' : 'text';
}

/**
 * Decrypts what a Gluu Server stored. Gives undefined if it was not encrypted with this salt (bad padding, or bytes that
 * are no UTF-8). Throws AppError `gluu.noSalt` for a short salt.
 */
export function decrypt(stored: string, salt: string): string | undefined {
  const bytes = decryptBytes(stored, salt);
  try {
    return bytes && new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined; // that it is no text is the answer, not a fault
  }
}

/**
 * The bytes that were encrypted; undefined if the padding is not sound, as with all but one wrong salt in 255. Base64 is read
 * as leniently as there: line breaks, missing padding and the URL alphabet are taken. Throws AppError `gluu.noSalt` for a
 * short salt.
 */
export function decryptBytes(stored: string, salt: string): Buffer | undefined {
  const key = keyOf(salt);
  try {
    const decipher = createDecipheriv(CIPHER, key, null);
    return Buffer.concat([decipher.update(stored, 'base64'), decipher.final()]);
  } catch {
    return undefined; // a wrong key shows as bad padding: that is the answer, not a fault
  }
}

/**
 * What the Gluu Server's own decrypt gives up to 4.2.2: it casts each byte to a character with sign extension, so bytes from
 * 0x80 come out as U+FF80 to U+FFFF (oxCore StringEncrypter.java before 4.2.3).
 */
export const asOldGluuReads = (plain: string | Buffer): string =>
  Array.from(typeof plain === 'string' ? Buffer.from(plain, 'utf8') : plain, (byte) =>
    String.fromCharCode(byte < 0x80 ? byte : 0xff00 + byte),
  ).join('');

/** Takes away what Java's String.trim() does: characters up to U+0020, and no others. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what Java trims
const javaTrim = (text: string): string => text.replace(/^[\u0000-\u0020]+|[\u0000-\u0020]+$/g, '');

function keyOf(salt: string): Buffer {
  if (saltProblem(salt)) throw new AppError('gluu.noSalt', { reason: message('failure.reason.shortSalt') });
  return Buffer.from(salt, 'utf8').subarray(0, KEY_BYTES);
}

/** Whether this is what Gluu stores: padded Base64 of whole DES blocks. Anything else is plain text, as after a change by hand. */
export function isCiphertext(stored: string): boolean {
  const text = stored.replace(/\s/g, '');
  const bytes = Buffer.from(text, 'base64');
  return bytes.length > 0 && bytes.length % 8 === 0 && bytes.toString('base64') === text;
}
