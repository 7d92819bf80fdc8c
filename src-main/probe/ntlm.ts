import { createCipheriv, createHmac, randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import type { Login } from './login';
import { md4 } from './md4';

/** Flags of MS-NLMP section 2.2.2.5. */
const UNICODE = 0x1;
const OEM = 0x2;
const NTLM = 0x200;
const DOMAIN_SUPPLIED = 0x1000;
const WORKSTATION_SUPPLIED = 0x2000;
const ALWAYS_SIGN = 0x8000;
const EXTENDED_SESSION_SECURITY = 0x80000;
const TARGET_INFO = 0x800000;

const SIGNATURE = Buffer.from('NTLMSSP\0');
const TYPE_1_BYTES = 32;
const TYPE_3_BYTES = 64;
/** Up to the end of the server's challenge. */
const TYPE_2_BYTES = 32;
/** JavaMail 1.6 has no room for a longer answer, and gives up. */
const MAX_TYPE_3 = 512;
/** What the field for the length of a part holds (MS-NLMP section 2.2.1). */
const MAX_PART = 0xffff;
/** From 1601 to 1970, in milliseconds. */
const WINDOWS_EPOCH = 11_644_473_600_000n;

/** What goes into the messages beside challenge and login; all but `version1` is given by tests alone. */
interface Circumstances {
  machine: string;
  version1: boolean;
  /** The client's nonce. */
  own: Buffer;
  now: number;
}

/** Up to the first dot, as JavaMail takes the name of the machine it runs on. */
const workstation = () => hostname().split('.')[0] ?? '';
const utf16 = (text: string) => Buffer.from(text, 'utf16le');

/** A user name may have its Windows domain before a backslash. JavaMail is given no other domain by Gluu. */
function accountOf(userName: string): { domain: string; user: string } {
  const at = userName.indexOf('\\');
  if (at < 0) return { domain: '', user: userName };
  return { domain: userName.slice(0, at).toUpperCase(), user: userName.slice(at + 1) };
}

/**
 * The first message of NTLM, in Base64, as JavaMail 1.6.7 sends it (Ntlm.java generateType1Msg); with `version1` as 1.4.7 does,
 * which has no other. Undefined for a domain that no message can hold.
 */
export function ntlmBeginning(
  { userName }: Pick<Login, 'userName'>,
  { machine = workstation(), version1 = false }: Partial<Circumstances> = {},
): string | undefined {
  const { domain } = accountOf(userName);
  if (domain.length > MAX_PART) return undefined;
  const message = Buffer.alloc(TYPE_1_BYTES);
  SIGNATURE.copy(message);
  message.writeUInt32LE(1, 8);
  const flags = UNICODE | OEM | NTLM | WORKSTATION_SUPPLIED | ALWAYS_SIGN | (version1 ? 0 : EXTENDED_SESSION_SECURITY);
  message.writeUInt32LE(flags | (domain === '' ? 0 : DOMAIN_SUPPLIED), 12);
  pointTo(message, 16, domain.length, TYPE_1_BYTES + machine.length);
  pointTo(message, 24, machine.length, TYPE_1_BYTES);
  return Buffer.concat([message, Buffer.from(machine + domain, 'latin1')]).toString('base64');
}

/** What begins an answer of version 2 (MS-NLMP section 2.2.2.8). */
const PROOF_BYTES = 16;

/**
 * The answer to a server's challenge, in Base64, as JavaMail 1.6.7 gives it (Ntlm.java generateType3Msg): NTLM version 2 where
 * the server agrees to it, else version 1. `secrets`: the parts, in hex, that the password can be guessed from. Undefined where
 * JavaMail gives up over the challenge, or over a user name for which it has no room.
 */
export function ntlmAnswer(
  challenge: string,
  { userName, password }: Login,
  { machine = workstation(), version1 = false, ...chance }: Partial<Circumstances> = {},
): { message: string; secrets: string[]; byVersion2: boolean } | undefined {
  const type2 = decoded(challenge.trim());
  if (type2.length < TYPE_2_BYTES) return undefined;
  const { domain, user } = accountOf(userName);
  const nonce = type2.subarray(24, 32);
  const isNewer = !version1 && (type2.readUInt32LE(20) & EXTENDED_SESSION_SECURITY) !== 0;
  const target = isNewer ? targetInfo(type2) : Buffer.alloc(0);
  if (!target) return undefined;
  const [lm, nt] = isNewer
    ? newerResponses(hmacMd5(ntHash(password), utf16(user.toUpperCase() + domain)), nonce, target, chance)
    : [desResponse(lmHash(password), nonce), desResponse(ntHash(password), nonce)];
  const parts: readonly [at: number, part: Buffer][] = [
    [28, utf16(domain)],
    [36, utf16(user)],
    [44, utf16(machine)],
    [12, lm],
    [20, nt],
  ];
  if (parts.reduce((sum, [, part]) => sum + part.length, TYPE_3_BYTES) > MAX_TYPE_3) return undefined;
  const message = Buffer.alloc(TYPE_3_BYTES);
  SIGNATURE.copy(message);
  message.writeUInt32LE(3, 8);
  let offset = TYPE_3_BYTES;
  for (const [at, part] of parts) {
    pointTo(message, at, part.length, offset);
    offset += part.length;
  }
  // The place of a session key, which has no bytes. The flags stay 0 in 1.6: it sets them in a copy that is not sent.
  message.writeUInt16LE(offset, 56);
  if (version1) message.writeUInt32LE(UNICODE | NTLM | ALWAYS_SIGN, 60);
  const whole = Buffer.concat([message, ...parts.map(([, part]) => part)]);
  const secrets = [lm, nt].flatMap((part) => [part, part.subarray(0, PROOF_BYTES)]).map((part) => part.toString('hex'));
  return { message: whole.toString('base64'), secrets, byVersion2: isNewer };
}

/** Length, room and place of a part (MS-NLMP section 2.2.1). */
function pointTo(message: Buffer, at: number, length: number, offset: number): void {
  message.writeUInt16LE(length, at);
  message.writeUInt16LE(length, at + 2);
  message.writeUInt32LE(offset, at + 4);
}

/** JavaMail wants whole groups of four (BASE64DecoderStream.java decode). */
const decoded = (text: string) => (text.length % 4 === 0 ? Buffer.from(text, 'base64') : Buffer.alloc(0));

/** Undefined where it does not lie inside the message. */
function targetInfo(type2: Buffer): Buffer | undefined {
  if ((type2.readUInt32LE(20) & TARGET_INFO) === 0) return Buffer.alloc(0);
  if (type2.length < 48) return undefined;
  const [length, offset] = [type2.readUInt16LE(40), type2.readUInt32LE(44)];
  return offset + length <= type2.length ? type2.subarray(offset, offset + length) : undefined;
}

const hmacMd5 = (key: Buffer, text: Buffer) => createHmac('md5', key).update(text).digest();
const ntHash = (password: string) => md4(utf16(password));

/** MS-NLMP section 3.3.2. */
function newerResponses(
  key: Buffer,
  nonce: Buffer,
  target: Buffer,
  { own = randomBytes(8), now = Date.now() }: Partial<Circumstances>,
): [lm: Buffer, nt: Buffer] {
  const time = Buffer.alloc(8);
  time.writeBigUInt64LE((BigInt(now) + WINDOWS_EPOCH) * 10_000n);
  const none = Buffer.alloc(4);
  const blob = Buffer.concat([Buffer.from([1, 1, 0, 0, 0, 0, 0, 0]), time, own, none, target, none]);
  const proved = (part: Buffer) => Buffer.concat([hmacMd5(key, Buffer.concat([nonce, part])), part]);
  return [proved(own), proved(blob)];
}

/** MS-NLMP section 3.3.1 LMOWFv1. What ISO 8859-1 lacks, Java makes a question mark. */
function lmHash(password: string): Buffer {
  const letters = Buffer.from(password.toUpperCase().replace(/[^\0-\xff]/gu, '?'), 'latin1');
  const padded = Buffer.concat([letters.subarray(0, 14), Buffer.alloc(14)]);
  const magic = Buffer.from('KGS!@#$%');
  return Buffer.concat([des(padded.subarray(0, 7), magic), des(padded.subarray(7, 14), magic)]);
}

/** MS-NLMP section 6: a hash of 16 bytes makes three keys of seven, the last one filled up with zeros. */
function desResponse(hash: Buffer, nonce: Buffer): Buffer {
  const keys = Buffer.concat([hash, Buffer.alloc(5)]);
  return Buffer.concat([0, 7, 14].map((at) => des(keys.subarray(at, at + 7), nonce)));
}

/**
 * One block of DES. Three times the same key make DES of Triple DES: Node's OpenSSL 3 has no DES by itself, Electron's BoringSSL
 * knows Triple DES by this name only.
 */
function des(sevenBytes: Buffer, block: Buffer): Buffer {
  const bits = [...sevenBytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const key = Buffer.from((bits.match(/.{7}/g) ?? []).map((seven) => Number.parseInt(`${seven}0`, 2)));
  const cipher = createCipheriv('des-ede3', Buffer.concat([key, key, key]), null);
  cipher.setAutoPadding(false);
  return Buffer.concat([cipher.update(block), cipher.final()]);
}
