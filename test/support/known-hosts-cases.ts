import { createHmac } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeTemporaryFolder } from './temporary-folder';

type Judgement = 'known' | 'changed' | 'unknown' | 'revoked';

export interface KnownHostsCase {
  /** `gw` by default. */
  host?: string;
  /** What its HostName says. */
  hostName?: string;
  /** 2222 by default. */
  port?: number;
  alias?: string;
  /**
   * The user's known_hosts. `{B}` and `{R}` are the server's keys (ed25519 and RSA), `{A}`, `{Q}` and `{E}` others of
   * nobody (ed25519, RSA, ECDSA); `{#name}` is a hashed name.
   */
  lines?: string[];
  /** Further files: the second of UserKnownHostsFile, GlobalKnownHostsFile, RevokedHostKeys. */
  second?: string[];
  global?: string[];
  revokedKeys?: string[];
  /** The server has an ECDSA and an RSA key, `{C}` and `{S}`, instead. */
  withoutEd25519?: boolean;
  /** What OpenSSH 9 says. */
  openssh: Judgement;
  /** What is said here where that is stricter. */
  here?: Judgement;
}

/** One case in a row: the known_hosts lines, what OpenSSH says, and what else the case has. */
const row = (openssh: Judgement, lines: string[], rest: Omit<KnownHostsCase, 'openssh' | 'lines'> = {}) => ({
  openssh,
  lines,
  ...rest,
});
const onPort22 = { port: 22 };
const prod = { alias: 'prod' };

/** What known_hosts can say of a server, by title. Measured with OpenSSH 9.2; a test compares each with the installed ssh. */
export const knownHostsCases: Record<string, KnownHostsCase> = {
  'the key of its port': row('known', ['[gw]:2222 {B}']),
  'another key of its port, its own without': row('changed', ['[gw]:2222 {A}', 'gw {B}']),
  'another key of every host, its own without the port': row('changed', ['* {A}', 'gw {B}']),
  'its key without the port': row('known', ['gw {B}']),
  'another key without the port': row('unknown', ['gw {A}']),
  'the key of another port': row('unknown', ['[gw]:2223 {B}']),
  'its key on port 22': row('known', ['gw {B}'], onPort22),
  'another key on port 22': row('changed', ['gw {A}'], onPort22),
  'port 22 in brackets': row('unknown', ['[gw]:22 {B}'], onPort22),
  'another port, seen from port 22': row('unknown', ['[gw]:2222 {A}'], onPort22),

  'its alias': row('known', ['prod {B}'], prod),
  'its alias in capitals': row('known', ['prod {B}'], { alias: 'PROD' }),
  'another key of its alias, its own as the host': row('changed', ['prod {A}', 'gw {B}'], prod),
  'its key as the host, with an alias': row('unknown', ['gw {B}'], prod),
  'its key as host and port, with an alias': row('unknown', ['[gw]:2222 {B}'], prod),
  'its alias with a port': row('unknown', ['[prod]:2222 {B}'], prod),
  'an alias that is its own name': row('unknown', ['gw {B}'], { alias: '[gw]:2222' }),

  'one of several keys': row('known', ['[gw]:2222 {A}', '[gw]:2222 {B}']),
  'a key of a type it does not have': row('changed', ['[gw]:2222 {E}']),
  'its RSA key alone': row('known', ['[gw]:2222 {R}']),
  'its RSA key alone, without the port': row('unknown', ['gw {R}']),
  'its RSA key, and the other one without the port': row('known', ['[gw]:2222 {R}', 'gw {B}']),
  'another RSA key, and the right one of the other type without the port': row('changed', ['[gw]:2222 {Q}', 'gw {B}']),
  'its RSA key before another ed25519 key': row('changed', ['[gw]:2222 {R}', '[gw]:2222 {A}']),
  'its RSA key after another ed25519 key': row('changed', ['[gw]:2222 {A}', '[gw]:2222 {R}']),
  'its RSA key, and one of the type that is usual but missing': row('changed', ['[gw]:2222 {A}', '[gw]:2222 {S}'], {
    withoutEd25519: true,
  }),
  'its RSA key before another ECDSA key': row('changed', ['[gw]:2222 {S}', '[gw]:2222 {E}'], { withoutEd25519: true }),
  'its RSA key, where ECDSA is usual': row('known', ['[gw]:2222 {S}'], { withoutEd25519: true }),

  'several names': row('known', ['other,[gw]:2222,[127.0.0.1]:2222 {B}']),
  'a star for the host': row('known', ['[*]:2222 {B}']),
  'a star for the port': row('known', ['[gw]:* {B}']),
  'a question mark': row('known', ['[g?]:2222 {B}']),
  'a negated name before a star': row('unknown', ['![gw]:2222,*:2222 {B}']),
  'a negated name after a star': row('known', ['*,![gw]:2222 {A}', 'gw {B}']),
  'a negated host, with a port': row('known', ['*,!gw {B}']),
  'a negated host on port 22': row('unknown', ['*,!gw {B}'], onPort22),
  'a negated name alone': row('unknown', ['!gw {B}'], onPort22),
  'capitals in the file': row('known', ['[GW]:2222 {B}']),
  'capitals in the host': row('changed', ['[gw]:2222 {A}', 'gw {B}'], { host: 'GW' }),
  'a pattern as long as may be': row('known', [`[gw]:2222,${'x'.repeat(1022)} {B}`]),
  'a longer pattern': row('unknown', [`[gw]:2222,${'x'.repeat(1023)} {B}`]),

  'a hashed name': row('known', ['{#[gw]:2222} {B}']),
  'a hashed name without the port': row('known', ['{#gw} {B}']),
  'another key of a hashed name': row('changed', ['{#[gw]:2222} {A}', 'gw {B}']),
  'a hashed alias': row('changed', ['{#prod} {A}', 'prod.example,gw {B}'], prod),
  'a hashed name in capitals': row('unknown', ['{#[GW]:2222} {B}']),
  'a hashed name with something behind it': row('unknown', ['{#[gw]:2222}|x {B}']),
  'a hashed name in a list': row('unknown', ['{#[gw]:2222},[gw]:2222 {B}']),
  'an unknown hash': row('unknown', ['|2|x,[gw]:2222 {B}']),
  'a hashed name with a short salt': row('unknown', ['|1|YQ==|YQ==,[gw]:2222 {B}']),

  'an IPv6 address in another form': row('changed', ['[2001:db8::1]:2222 {A}'], { host: '2001:DB8::0001' }),
  'an IPv6 address with its port': row('known', ['[::1]:2222 {B}'], { host: '0:0:0:0:0:0:0:1' }),
  'an IPv6 address on port 22': row('known', ['::1 {B}'], { host: '::1', port: 22 }),
  'an IPv4 address in an IPv6 one': row('changed', ['[::ffff:127.0.0.1]:2222 {A}'], { host: '::ffff:7f00:1' }),
  'a short IPv4 address': row('changed', ['[127.0.0.1]:2222 {A}'], { hostName: '127.1' }),
  'a dot at the end': row('unknown', ['[gw]:2222 {B}'], { host: 'gw.' }),
  'a dot at the end in both': row('known', ['[gw.]:2222 {B}'], { host: 'gw.' }),

  'a revoked key': row('revoked', ['[gw]:2222 {B}', '@revoked [gw]:2222 {B}']),
  'a key revoked for every host': row('revoked', ['@revoked * {B}', '[gw]:2222 {B}']),
  'a key revoked for a hashed name': row('revoked', ['@revoked {#[gw]:2222} {B}']),
  'a key revoked for its alias': row('revoked', ['prod {B}', '@revoked prod {B}'], prod),
  'another revoked key': row('known', ['[gw]:2222 {B}', '@revoked * {A}']),
  'a key revoked for another host': row('known', ['[gw]:2222 {B}', '@revoked other {B}']),
  'a revoked key, and a valid one of another type': row('known', [
    '[gw]:2222 {A}',
    '[gw]:2222 {R}',
    '@revoked [gw]:2222 {A}',
  ]),
  'a key revoked without the port': row('known', ['[gw]:2222 {B}', '@revoked gw {B}'], { here: 'revoked' }),
  'a key revoked without the port, otherwise new': row('unknown', ['@revoked gw {B}'], { here: 'revoked' }),
  'a key revoked for the host, with an alias': row('known', ['prod {B}', '@revoked gw {B}'], {
    ...prod,
    here: 'revoked',
  }),
  'a tab behind the marker': row('known', ['[gw]:2222 {B}', '@revoked\t* {B}'], { here: 'revoked' }),
  'a sign of comments behind the marker': row('revoked', ['[gw]:2222 {B}', '@revoked #x,* {B}']),
  'a marker in capitals': row('known', ['[gw]:2222 {B}', '@REVOKED * {B}']),
  'two markers': row('known', ['[gw]:2222 {B}', '@revoked @revoked * {B}']),
  'a key in RevokedHostKeys': row('revoked', ['[gw]:2222 {B}'], { revokedKeys: ['# a comment', '{B} lost\r'] }),
  'another key in RevokedHostKeys': row('known', ['[gw]:2222 {B}'], { revokedKeys: ['{A}'] }),
  'the key of an authority': row('unknown', ['@cert-authority * {B}']),
  'an authority, and its key without the port': row('known', ['@cert-authority * {A}', 'gw {B}']),

  'nothing at all': row('unknown', []),
  'its key in the second file': row('known', ['other {A}'], { second: ['[gw]:2222 {B}'] }),
  'another key in the second file': row('changed', ['gw {B}'], { second: ['[gw]:2222 {A}'] }),
  'its key in the first file, another in the second': row('known', ['[gw]:2222 {B}'], { second: ['[gw]:2222 {A}'] }),
  'its key in the global file': row('known', [], { global: ['[gw]:2222 {B}'] }),
  'another key in the global file': row('changed', ['gw {B}'], { global: ['[gw]:2222 {A}'] }),
  'a revoked key in the global file': row('revoked', ['[gw]:2222 {B}'], { global: ['@revoked * {B}'] }),

  'a comment behind the key': row('known', ['[gw]:2222 {B} a comment']),
  'lines that end as in Windows': row('known', ['other {A}\r', '[gw]:2222 {B}\r', '\r']),
  'tabs and blanks in front': row('known', [' \t[gw]:2222\t {B}']),
  'a line that is commented out': row('known', [' #[gw]:2222 {A}', '#,[gw]:2222 {A}', 'gw {B}']),
  'a very long line': row('changed', [`[gw]:2222 {A} ${'x'.repeat(100_000)}`, 'gw {B}']),
  'a very long list': row('changed', [`${'other,'.repeat(20_000)}[gw]:2222 {A}`, 'gw {B}']),
  'a key that was cut off': row('known', ['[gw]:2222 {A cut off}', 'gw {B}']),
  'a key with a sign that is not base64': row('unknown', ['[gw]:2222 {B garbled}']),
  'a key under the name of another type': row('unknown', ['[gw]:2222 {B as ssh-rsa}']),
  'white space inside a key': row('changed', ['[gw]:2222 {A spaced}', 'gw {B}']),
  'an RSA key under the name of a signature': row('changed', ['[gw]:2222 {Q as rsa-sha2-256}', 'gw {R}', 'gw {B}']),
  'its RSA key under the name of a signature': row('known', ['[gw]:2222 {R as rsa-sha2-512}']),
  'a NUL behind the key': row('changed', ['[gw]:2222 {A}\0x', 'gw {B}']),
  'a NUL inside the key': row('known', ['[gw]:2222 {A nul}', 'gw {B}']),
  'a line of SSH 1': row('known', ['[gw]:2222 1024 35 1234567890', 'gw {B}']),
  'a line without a key': row('known', ['[gw]:2222', '[gw]:2222 ssh-ed25519', 'gw {B}']),
  'a byte order mark': row('unknown', ['\uFEFF[gw]:2222 {B}']),
  'a key of a type nobody knows': row('known', ['[gw]:2222 {odd}', 'gw {B}'], { here: 'changed' }),
};

/** The text of a public key, `type base64`, by the letter the cases give it. */
export type CaseKeys = Record<string, string>;

/** A public key as the protocol carries it. */
export function publicKey(type: string, ...fields: Buffer[]): Buffer {
  const strings = [Buffer.from(type), ...fields].flatMap((field) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(field.length);
    return [length, field];
  });
  return Buffer.concat(strings);
}

export const asText = (type: string, key: Buffer): string => `${type} ${key.toString('base64')}`;

function fill(line: string, keys: CaseKeys): string {
  const { A = '', B = '', Q = '', R = '' } = keys;
  const odd = asText('ssh-odd', publicKey('ssh-odd', Buffer.alloc(32, 7)));
  const all: CaseKeys = {
    ...keys,
    odd,
    'A cut off': A.slice(0, -12),
    'B garbled': `${B.slice(0, 40)}!${B.slice(40)}`,
    'A spaced': `${A.slice(0, 40)}\f${A.slice(40, 60)}\v\r${A.slice(60)}\f`,
    'A nul': `${A.slice(0, 40)}\0${A.slice(40)}`,
    'B as ssh-rsa': B.replace('ssh-ed25519', 'ssh-rsa'),
    'Q as rsa-sha2-256': Q.replace('ssh-rsa', 'rsa-sha2-256'),
    'R as rsa-sha2-512': R.replace('ssh-rsa', 'rsa-sha2-512'),
  };
  return line.replace(/\{(#?)([^{}]+)\}/g, (_, isName, text: string) => (isName ? hashed(text) : (all[text] ?? '')));
}

function hashed(name: string): string {
  const salt = createHmac('sha1', 'salt').update(name).digest();
  return `|1|${salt.toString('base64')}|${createHmac('sha1', salt).update(name).digest('base64')}`;
}

/** Writes the files of a case into `home/.ssh`, over those of an earlier one, and gives the SSH configuration's path. */
export function writeCase(home: string, each: KnownHostsCase, keys: CaseKeys): string {
  const folder = join(home, '.ssh');
  removeTemporaryFolder(folder);
  mkdirSync(folder, { mode: 0o700 });
  const put = (name: string, lines: string[] | undefined) => {
    const file = join(folder, name);
    if (lines) writeFileSync(file, lines.map((line) => fill(line, keys)).join('\n'));
    return file;
  };
  const config = [
    `UserKnownHostsFile ${put('known_hosts', each.lines)} ${put('second', each.second)}`,
    `GlobalKnownHostsFile ${put('global', each.global)}`,
    ...(each.hostName === undefined ? [] : [`HostName ${each.hostName}`]),
    ...(each.alias === undefined ? [] : [`HostKeyAlias ${each.alias}`]),
    ...(each.revokedKeys ? [`RevokedHostKeys ${put('revoked', each.revokedKeys)}`] : []),
  ];
  writeFileSync(join(folder, 'config'), `${config.join('\n')}\n`, { mode: 0o600 });
  return join(folder, 'config');
}
