import { createHash, randomBytes } from 'node:crypto';
import type { Login } from './login';

/** Which of these strings JavaMail's tokenizer finds (java.io.StreamTokenizer): text in quotes, words, comments, numbers, signs. */
const TOKEN =
  /"((?:\\[\s\S]|[^"\\\r\n])*)["\r\n]?|'(?:\\[\s\S]|[^'\\\r\n])*['\r\n]?|([0-9A-Za-z\xa0-\xff][0-9A-Za-z\xa0-\xff.-]*)|\/[^\r\n]*|-?[0-9]*\.?[0-9]+|[\s\S]/g;
/** What is left of Base64 once other signs are passed over; JavaMail gives up over anything else (BASE64DecoderStream.java). */
const WHOLE_BASE64 = /^(?:[0-9A-Za-z+/]{4})*(?:[0-9A-Za-z+/]{2}==|[0-9A-Za-z+/]{3}=)?$/;
const NONCE_BYTES = 32;
const COUNT = '00000001';
const QUALITY = 'auth';

const md5 = (...parts: readonly (string | Buffer)[]): Buffer => {
  const hash = createHash('md5');
  for (const part of parts) hash.update(typeof part === 'string' ? Buffer.from(part, 'latin1') : part);
  return hash.digest();
};
const hex = (...parts: readonly (string | Buffer)[]) => md5(...parts).toString('hex');

/** What answers a challenge of DIGEST-MD5. */
export interface DigestAnswer {
  /** The line to send, in Base64. */
  message: string;
  /** What of it the password can be guessed with. The rest is mostly the server's own words, of any length. */
  secrets: readonly string[];
  /** The server names no UTF-8, so that the low byte of each letter was hashed. */
  byLowBytes: boolean;
  /** Whether what the server says to it proves that it knows the password (RFC 2831 section 2.1.3). */
  isProvedBy(challenge: string): boolean;
}

/**
 * Answers a challenge of DIGEST-MD5 (RFC 2831) as JavaMail 1.6.7 does (DigestMD5.java): the first realm that is named, else the
 * host; `auth` whatever the server would rather have; UTF-8 only where the server names it, else the low byte of each letter, as
 * 1.4.7 always does. `host` is the one the form names, `own` the client’s nonce. Undefined where JavaMail gives up over the challenge.
 */
export function digestAnswer(
  challenge: string,
  { userName, password }: Login,
  host: string,
  own = randomBytes(NONCE_BYTES).toString('base64'),
): DigestAnswer | undefined {
  const words = wordsIn(challenge);
  if (!words) return undefined;
  const realm = words.has('realm') ? words.get('realm')?.split(',').find(Boolean) : host;
  if (realm === undefined) return undefined;
  const isUtf8 = words.get('charset')?.toLowerCase() === 'utf-8';
  const nonce = words.get('nonce') ?? 'null';
  const uri = `smtp/${host}`;
  const secret = md5(Buffer.from(`${userName}:${realm}:${password}`, isUtf8 ? 'utf8' : 'latin1'));
  const key = `${hex(secret, `:${nonce}:${own}`)}:${nonce}:${COUNT}:${own}:${QUALITY}:`;
  const response = hex(key, hex(`AUTHENTICATE:${uri}`));
  const fields = [
    `username="${userName}"`,
    `realm="${realm}"`,
    `qop=${QUALITY}`,
    `nc=${COUNT}`,
    `nonce="${nonce}"`,
    `cnonce="${own}"`,
    `digest-uri="${uri}"`,
    ...(isUtf8 ? ['charset="utf-8"'] : []),
    `response=${response}`,
  ];
  return {
    message: Buffer.from(fields.join(','), 'latin1').toString('base64'),
    secrets: [response, own],
    byLowBytes: !isUtf8,
    isProvedBy: (proof) => wordsIn(proof)?.get('rspauth') === hex(key, hex(`:${uri}`)),
  };
}

/** Names and values as JavaMail reads them: in turn, whatever is between them; a name that comes again adds to its value. */
function wordsIn(challenge: string): Map<string, string> | undefined {
  const text = challenge.replace(/[^0-9A-Za-z+/=]/g, '');
  if (!WHOLE_BASE64.test(text)) return undefined;
  const words = new Map<string, string>();
  let name: string | undefined;
  for (const [, quoted, word] of Buffer.from(text, 'base64').toString('latin1').matchAll(TOKEN)) {
    if (word !== undefined && name === undefined) {
      name = word;
      continue;
    }
    const value = quoted?.replace(/\\([\s\S])/g, '$1') ?? word;
    if (value === undefined) continue;
    const before = words.get(name ?? '');
    words.set(name ?? '', before === undefined ? value : `${before},${value}`);
    name = undefined;
  }
  return words;
}
