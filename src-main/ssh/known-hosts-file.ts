import { appendFile, mkdir, readFile, stat } from 'node:fs/promises';
import { devNull } from 'node:os';
import path from 'node:path';
import { type Message, message, verbatim } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { safeText } from '../base/safe-text';
import { asFileFailure } from '../files/atomic-write';
import { nodeCode } from '../net/net-error';
import { hostsField, type KnownNames } from './known-host-names';
import { type KnownHostLine, keyType, linesAbout } from './known-hosts';
import { type ConfigValues, noConfig } from './ssh-config-file';

/** The files that say which host keys are known (ssh_config(5)). */
export interface KnownHostsFiles {
  /** The user's (UserKnownHostsFile). A new key goes into the first; without one it is accepted until the app ends. */
  user: readonly string[];
  /** This computer's (GlobalKnownHostsFile). */
  global: readonly string[];
  /** Those of keys that no server may show (RevokedHostKeys). */
  revoked: readonly string[];
}

const SYSTEM_FOLDER =
  process.platform === 'win32' ? path.join(process.env.ProgramData ?? 'C:\\ProgramData', 'ssh') : '/etc/ssh';
/** The defaults of ssh_config(5), by keyword. */
const USUAL = {
  userknownhostsfile: ['~/.ssh/known_hosts', '~/.ssh/known_hosts2'],
  globalknownhostsfile: ['ssh_known_hosts', 'ssh_known_hosts2'].map((name) => path.join(SYSTEM_FOLDER, name)),
  revokedhostkeys: [],
};
/** What one reads there is a few hundred bytes per host. */
const MAX_BYTES = 16 * 1024 * 1024;
/** How a key revocation list begins (PROTOCOL.krl of OpenSSH). */
const KRL = 'SSHKRL\n';

/**
 * The files the configuration names for a host, or the usual ones; `fileOf` makes paths of what it says. Throws AppError
 * `ssh.noConfig` where a command would have to be run for the known keys.
 */
export function knownHostsFiles(host: string, values: ConfigValues, fileOf: (text: string) => string): KnownHostsFiles {
  const isNone = (given: readonly string[] | undefined) => given?.[0]?.toLowerCase() === 'none';
  const command = values.get('knownhostscommand');
  if (command && !isNone(command)) throw noConfig(host, message('ssh.config.knownHostsCommand'));
  const filesOf = (keyword: keyof typeof USUAL) => {
    const given = values.get(keyword) ?? USUAL[keyword];
    return isNone(given) ? [] : given.map(fileOf).filter((file) => file !== devNull);
  };
  return {
    user: filesOf('userknownhostsfile'),
    global: filesOf('globalknownhostsfile'),
    revoked: filesOf('revokedhostkeys'),
  };
}

/**
 * What the files say of a server. A missing known_hosts is empty; a missing RevokedHostKeys is a failure, as for OpenSSH.
 * Throws AppError `ssh.knownHostsUnreadable` for one that cannot be read.
 */
export async function readKnownHosts(files: KnownHostsFiles, { all }: KnownNames): Promise<KnownHostLine[]> {
  const known = [...new Set([...files.user, ...files.global])].map(async (file) =>
    linesAbout(all, (await readText(file)) ?? '', file),
  );
  const revoked = files.revoked.map(async (file) => {
    const text = await readText(file);
    if (text === undefined) throw unreadable(file, message('ssh.knownHosts.missing'));
    if (text.startsWith(KRL)) throw unreadable(file, message('ssh.knownHosts.revocationList'));
    const lines = text.split('\n');
    const found = await linesAbout(all, lines.map((key) => `@revoked * ${key}`).join('\n'), file);
    const read = new Set(found.map(({ line }) => line));
    const wrong = lines.findIndex((line, index) => !/^[ \t]*(#|\r?$)/.test(line) && !read.has(index + 1));
    // As OpenSSH does: the key that somebody wanted to name there would be accepted.
    if (wrong >= 0) throw unreadable(file, message('ssh.knownHosts.line', { line: wrong + 1 }));
    return found;
  });
  return (await Promise.all([...known, ...revoked])).flat();
}

/** Undefined: there is no such file. */
async function readText(file: string): Promise<string | undefined> {
  try {
    const found = await stat(file);
    if (!found.isFile()) throw unreadable(file, message('ssh.knownHosts.notFile'));
    if (found.size > MAX_BYTES) throw unreadable(file, message('ssh.knownHosts.tooLarge'));
    return await readFile(file, 'utf8');
  } catch (error) {
    if (nodeCode(error) === 'ENOENT' || nodeCode(error) === 'ENOTDIR') return undefined;
    if (error instanceof AppError || !(error instanceof Error)) throw error;
    // SECURITY: without it a changed key would look like a new one.
    throw unreadable(file, verbatim(safeText(error.message)));
  }
}

const unreadable = (file: string, why: Message) => new AppError('ssh.knownHostsUnreadable', { facts: { file, why } });

/**
 * Adds one line to a known_hosts file and leaves all others as they are. A missing folder is made with mode 0700, a missing
 * file with 0600. The name is hashed if other names in the file are. Throws AppError `ssh.knownHostsUnreadable`,
 * `file.unwritable`.
 */
export async function appendKnownHost(file: string, name: string, key: Buffer): Promise<void> {
  const text = (await readText(file)) ?? '';
  const hashed = text.split('\n').some((line) => line.startsWith('|1|'));
  const start = text === '' || text.endsWith('\n') ? '' : '\n';
  const line = `${hostsField(name, hashed)} ${keyType(key)} ${key.toString('base64')}`;
  try {
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    await appendFile(file, `${start}${line}\n`, { mode: 0o600 });
  } catch (error) {
    throw asFileFailure(error, file);
  }
}
