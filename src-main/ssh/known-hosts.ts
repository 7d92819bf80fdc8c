import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { isAbout, type KnownNames } from './known-host-names';

/** One line of a known_hosts file (sshd(8), SSH_KNOWN_HOSTS FILE FORMAT) that is about a server. */
export interface KnownHostLine {
  file: string;
  /** From 1 on. */
  line: number;
  marker?: 'revoked' | 'cert-authority';
  /** Those of the server's names that it is about. */
  names: readonly string[];
  /** The public key as the protocol carries it. */
  key: Buffer;
}

export type HostKeyVerdict =
  /** `withoutPort`: only under this name, not under that of the port. */
  | { kind: 'known'; withoutPort?: string }
  /**
   * `authority`: a line names a certificate authority for this host, which is not used here. `withoutPort`: the host has
   * another key without the port.
   */
  | { kind: 'unknown'; authority: boolean; withoutPort?: KnownHostLine }
  | { kind: 'changed' | 'revoked'; known: KnownHostLine };

/** A big file has a hundred thousand hashed names: the rest of main gets its turn in between. */
const LINES_AT_ONCE = 4096;

/** The fingerprint of a public key as OpenSSH prints it: `SHA256:` and base64 without padding. */
export const fingerprint = (key: Buffer): string =>
  `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;

/** The type a public key names itself (RFC 4253 section 6.6), e.g. `ssh-ed25519`; '' if the bytes are no key. */
export function keyType(key: Buffer): string {
  if (key.length < 4) return '';
  const length = key.readUInt32BE(0);
  const type = key.subarray(4, 4 + length).toString('latin1');
  if (length > 64 || !/^[!-~]+$/.test(type) || key.length <= 4 + length) return '';
  // Certificates have numbers among their strings (PROTOCOL.certkeys of OpenSSH).
  return type.includes('-cert-v') || isWhole(key) ? type : '';
}

/** Whether these bytes are strings with their lengths and nothing else: a key that was cut off is not. */
function isWhole(key: Buffer): boolean {
  let at = 0;
  while (at + 4 <= key.length) at += 4 + key.readUInt32BE(at);
  return at === key.length;
}

/** The lines of a known_hosts file about any of these names. What is not a line with a key is left out, as OpenSSH does. */
export async function linesAbout(names: readonly string[], text: string, file: string): Promise<KnownHostLine[]> {
  const found: KnownHostLine[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    if (index % LINES_AT_ONCE === LINES_AT_ONCE - 1) await setImmediate();
    const line = parseLine(raw, names);
    if (line) found.push({ file, line: index + 1, ...line });
  }
  return found;
}

/** A line may name the type of an RSA key by the way it signs (keyimpls of OpenSSH). */
const TYPE_OF: Record<string, string> = { 'rsa-sha2-256': 'ssh-rsa', 'rsa-sha2-512': 'ssh-rsa' };

function parseLine(raw: string, wanted: readonly string[]): Omit<KnownHostLine, 'file' | 'line'> | undefined {
  // OpenSSH reads a line up to the first NUL, as C does.
  const [text = ''] = raw.split('\0', 1);
  const words = text.split(/[ \t]+/, 5);
  if (words[0] === '') words.shift();
  if (words[0]?.startsWith('#')) return undefined;
  const marker = words[0]?.startsWith('@') ? words.shift()?.slice(1) : undefined;
  if (marker !== undefined && marker !== 'revoked' && marker !== 'cert-authority') return undefined;
  const [hosts = '', type = '', encoded = ''] = words;
  if (type === '') return undefined;
  const names = wanted.filter((name) => isAbout(hosts, name));
  if (names.length === 0) return undefined;
  // Of what is not base64, OpenSSH skips white space alone; Node skips all of it.
  const base64 = encoded.replace(/[\r\v\f]/g, '');
  const key = Buffer.from(base64, 'base64');
  if (keyType(key) !== (TYPE_OF[type] ?? type) || key.toString('base64') !== base64) return undefined;
  return { names, key, ...(marker === undefined ? {} : { marker }) };
}

const plainLines = (lines: readonly KnownHostLine[], name: string | undefined): KnownHostLine[] =>
  lines.filter((line) => line.marker === undefined && name !== undefined && line.names.includes(name));

/**
 * What known_hosts says of the key a server shows, as check_host_key of OpenSSH 9 does: one of the keys under its name is
 * known, and any other has changed, even one of another type. Only where no key stands under its name, the host without
 * the port counts, and only to vouch for its own keys. Stricter than OpenSSH: a key that was revoked under any name of
 * the server is refused.
 */
export function judgeHostKey(lines: readonly KnownHostLine[], names: KnownNames, key: Buffer): HostKeyVerdict {
  const same = (line: KnownHostLine) => line.key.equals(key);
  const revoked = lines.find((line) => line.marker === 'revoked' && same(line));
  if (revoked) return { kind: 'revoked', known: revoked };
  const plain = plainLines(lines, names.name);
  if (plain.some(same)) return { kind: 'known' };
  const other = plain.find((line) => keyType(line.key) === keyType(key)) ?? plain[0];
  if (other) return { kind: 'changed', known: other };
  const { withoutPort } = names;
  const bare = plainLines(lines, withoutPort);
  if (withoutPort !== undefined && bare.some(same)) return { kind: 'known', withoutPort };
  const lookedUp = (line: KnownHostLine) => [names.name, withoutPort].some((name) => line.names.includes(name ?? ''));
  const authority = lines.some((line) => line.marker === 'cert-authority' && lookedUp(line));
  return { kind: 'unknown', authority, ...(bare[0] ? { withoutPort: bare[0] } : {}) };
}

/**
 * The types of the keys a server is known by under its own name, as order_hostkeyalgs of OpenSSH finds them: of each type
 * the first key counts, and not if it was revoked.
 */
export function knownTypes(lines: readonly KnownHostLine[], { name }: KnownNames): Set<string> {
  const text = ({ key }: KnownHostLine) => key.toString('base64');
  const revoked = new Set(lines.filter((line) => line.marker === 'revoked' && line.names.includes(name)).map(text));
  const firsts = new Map<string, KnownHostLine>();
  for (const line of plainLines(lines, name)) if (!firsts.has(keyType(line.key))) firsts.set(keyType(line.key), line);
  return new Set([...firsts].flatMap(([type, line]) => (revoked.has(text(line)) ? [] : [type])));
}
