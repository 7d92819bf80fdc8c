import { appendFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../app-error';
import { asFileFailure } from '../files/atomic-write';
import { nodeCode } from '../net/net-error';
import { safeText } from '../safe-text';
import { type KnownHostLine, knownHostLine, parseKnownHosts } from './known-hosts';

const SYSTEM_FILE = '/etc/ssh/ssh_known_hosts';
/** What one reads there is a few hundred bytes per host. */
const MAX_BYTES = 16 * 1024 * 1024;

/** The lines of the user's files and of this computer's. A missing file is empty. Throws AppError `ssh.noConfig` for one that cannot be read. */
export async function readKnownHosts(userFiles: readonly string[]): Promise<KnownHostLine[]> {
  const read = async (file: string) => parseKnownHosts(await readText(file), file);
  return (await Promise.all([...userFiles, SYSTEM_FILE].map(read))).flat();
}

async function readText(file: string): Promise<string> {
  try {
    const bytes = await readFile(file);
    if (bytes.length > MAX_BYTES) throw unreadable(file, 'The file is too large.');
    return bytes.toString('utf8');
  } catch (error) {
    if (nodeCode(error) === 'ENOENT' || nodeCode(error) === 'ENOTDIR') return '';
    if (nodeCode(error) === undefined) throw error;
    // SECURITY: without it a changed key would look like a new one.
    throw unreadable(file, error instanceof Error ? safeText(error.message) : '');
  }
}

const unreadable = (file: string, why: string) => new AppError('ssh.noConfig', { facts: { host: file, why } });

/**
 * Adds one line to a known_hosts file and leaves all others as they are. A missing folder is made with mode 0700, a missing
 * file with 0600. The name is hashed if other names in the file are. Throws AppError `file.unwritable`.
 */
export async function appendKnownHost(file: string, name: string, key: Buffer): Promise<void> {
  const text = await readText(file);
  const hashed = text.split('\n').some((line) => line.startsWith('|1|'));
  const start = text === '' || text.endsWith('\n') ? '' : '\n';
  try {
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    await appendFile(file, `${start}${knownHostLine(name, key, hashed)}\n`, { mode: 0o600 });
  } catch (error) {
    throw asFileFailure(error, file);
  }
}
