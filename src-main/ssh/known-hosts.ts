import { createHash, createHmac, randomBytes } from 'node:crypto';
import { DEFAULT_SSH_PORT } from '../../src-shared/model/route';
import type { Endpoint } from '../net/tcp';
import { matchesPatternList } from './host-pattern';

/** One line of a known_hosts file (sshd(8), SSH_KNOWN_HOSTS FILE FORMAT). */
export interface KnownHostLine {
  file: string;
  /** From 1 on. */
  line: number;
  marker?: 'revoked' | 'cert-authority';
  /** Patterns separated by commas, or one hashed name. */
  hosts: string;
  /** The public key as the protocol carries it. */
  key: Buffer;
}

export type HostKeyVerdict =
  | { kind: 'known' }
  /** `authority`: a line names a certificate authority for this host, which is not used here. */
  | { kind: 'unknown'; authority: boolean }
  | { kind: 'changed' | 'revoked'; known: KnownHostLine };

const HASHED = '|1|';
const MAX_LINE = 64 * 1024;

/** The name under which known_hosts keeps a host: the port is part of it unless it is 22. */
export const knownHostName = ({ host, port }: Endpoint): string =>
  port === DEFAULT_SSH_PORT ? host.toLowerCase() : `[${host.toLowerCase()}]:${port}`;

/** The fingerprint of a public key as OpenSSH prints it: `SHA256:` and base64 without padding. */
export const fingerprint = (key: Buffer): string =>
  `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;

/** The type a public key names itself (RFC 4253 section 6.6), e.g. `ssh-ed25519`; '' if the bytes are no key. */
export function keyType(key: Buffer): string {
  if (key.length < 4) return '';
  const length = key.readUInt32BE(0);
  const type = key.subarray(4, 4 + length).toString('latin1');
  return length <= 64 && key.length > 4 + length && /^[!-~]+$/.test(type) ? type : '';
}

/** Reads a known_hosts file. Lines it does not understand, e.g. those of SSH 1, are left out, as OpenSSH does. */
export function parseKnownHosts(text: string, file: string): KnownHostLine[] {
  return text.split('\n').flatMap((raw, index) => parseLine(raw, file, index + 1) ?? []);
}

function parseLine(raw: string, file: string, line: number): KnownHostLine | undefined {
  const text = raw.trim();
  if (text === '' || text.startsWith('#') || text.length > MAX_LINE) return undefined;
  const words = text.split(/[ \t]+/);
  const marker = words[0]?.startsWith('@') ? words.shift()?.slice(1) : undefined;
  if (marker !== undefined && marker !== 'revoked' && marker !== 'cert-authority') return undefined;
  const [hosts, type, base64] = words;
  if (hosts === undefined || type === undefined || base64 === undefined) return undefined;
  const key = Buffer.from(base64, 'base64');
  if (keyType(key) !== type) return undefined;
  return { file, line, hosts, key, ...(marker === undefined ? {} : { marker }) };
}

/** Whether a line is about a host, by the name that `knownHostName` gives it. */
export function isAbout({ hosts }: KnownHostLine, name: string): boolean {
  if (!hosts.startsWith(HASHED)) return matchesPatternList(name, hosts.split(','));
  const [salt = '', hash = ''] = hosts.slice(HASHED.length).split('|');
  return hashName(name, Buffer.from(salt, 'base64')) === hash;
}

const hashName = (name: string, salt: Buffer): string => createHmac('sha1', salt).update(name).digest('base64');

/**
 * What known_hosts says of the key a host shows. A host that is known by other keys only is `changed`, also if those are of
 * another type: the types known are asked for first (`knownTypes`), so an honest server would have shown one of them.
 * A key known for the host without its port is taken too, as OpenSSH does.
 */
export function judgeHostKey(lines: readonly KnownHostLine[], name: string, host: string, key: Buffer): HostKeyVerdict {
  const about = lines.filter((line) => isAbout(line, name));
  const withoutPort = lines.filter((line) => isAbout(line, host.toLowerCase()));
  const same = (line: KnownHostLine) => line.key.equals(key);
  const revoked = [...about, ...withoutPort].find((line) => line.marker === 'revoked' && same(line));
  if (revoked) return { kind: 'revoked', known: revoked };
  const plain = about.filter(({ marker }) => marker === undefined);
  if (plain.some(same) || withoutPort.some((line) => line.marker === undefined && same(line))) return { kind: 'known' };
  const other = plain.find((line) => keyType(line.key) === keyType(key)) ?? plain[0];
  if (other) return { kind: 'changed', known: other };
  return { kind: 'unknown', authority: about.some(({ marker }) => marker === 'cert-authority') };
}

/** The types of the keys a host is known by, in the order of the file. */
export function knownTypes(lines: readonly KnownHostLine[], name: string, host: string): string[] {
  const about = (wanted: string) => lines.filter((line) => line.marker === undefined && isAbout(line, wanted));
  const exact = about(name);
  const found = exact.length > 0 ? exact : about(host.toLowerCase());
  return [...new Set(found.map(({ key }) => keyType(key)))];
}

/** A line for a host and its key, without the line's end. Hashed, the name cannot be read from it any more. */
export function knownHostLine(name: string, key: Buffer, hashed: boolean): string {
  const salt = randomBytes(20);
  const hosts = hashed ? `${HASHED}${salt.toString('base64')}|${hashName(name, salt)}` : name;
  return `${hosts} ${keyType(key)} ${key.toString('base64')}`;
}
