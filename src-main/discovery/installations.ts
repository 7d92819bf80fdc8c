import type { Installation } from '../../src-shared/model/discovery';
import { AppError } from '../base/app-error';
import { safeText } from '../base/safe-text';
import type { RemoteEntry, RemoteFiles } from '../ssh/remote-files';

/** Folders of Gluu's chroots: `gluu-server-3.1.2` up to 3.x, `gluu-server` in 4.x (Gluu's installation pages). */
const CHROOT = /^gluu-server(?:-?(\d{1,2}(?:\.[\w.]{1,15})?))?$/;
const MAX_INSTALLATIONS = 20;
const CONFIGURATION_FOLDERS = ['etc/gluu/conf', 'opt/tomcat/conf'];
/** Where the services of an installation log to: 3.x and 4.x, OpenDJ, 2.4. */
const LOG_FOLDERS = ['opt/gluu/jetty/identity/logs', 'opt/opendj/logs', 'opt/tomcat/logs'];

/** A path inside an installation. */
export const within = (root: string, path: string): string => (root === '/' ? `/${path}` : `${root}/${path}`);

/**
 * Finds the Gluu installations of a host: chroots in /opt, and the package layout without one. The one that seems to run
 * comes first, then the one that logged last, then the newest version. A folder that may not be looked into counts: its
 * files may be readable through sudo. Throws what RemoteFiles throws, but for missing and denied folders.
 */
export async function findInstallations(files: RemoteFiles, signal: AbortSignal): Promise<Installation[]> {
  const inOpt = (await look(files, '/opt', signal)).entries;
  const chroots = inOpt
    .filter(({ name, kind }) => CHROOT.test(name) && (kind === 'folder' || kind === 'link'))
    .slice(0, MAX_INSTALLATIONS);
  const found: Installation[] = [];
  for (const { name } of chroots) found.push(await describe(files, `/opt/${name}`, 'chroot', signal));
  if (await hasConfiguration(files, signal)) found.push(await describe(files, '/', 'package', signal));
  return found.sort(byLikelihood);
}

/** Without a chroot there is no folder that speaks for itself: only the configuration does. */
async function hasConfiguration(files: RemoteFiles, signal: AbortSignal): Promise<boolean> {
  for (const folder of CONFIGURATION_FOLDERS) {
    const { entries, state } = await look(files, `/${folder}`, signal);
    const isGluus = folder.includes('gluu') && state !== 'missing';
    if (isGluus || entries.some(({ name }) => name === 'ox-ldap.properties')) return true;
  }
  return false;
}

async function describe(
  files: RemoteFiles,
  root: string,
  layout: Installation['layout'],
  signal: AbortSignal,
): Promise<Installation> {
  const version = await versionOf(files, root, signal);
  // A chroot that runs has its own /proc mounted; the host's own /proc says nothing of Gluu.
  const runs = layout === 'chroot' && (await look(files, within(root, 'proc'), signal)).entries.length > 0;
  const lastLog = await newestLog(files, root, signal);
  return {
    root,
    layout,
    state: runs ? 'runs' : 'unknown',
    ...(version ? { version } : {}),
    ...(lastLog ? { lastLog } : {}),
  };
}

async function versionOf(files: RemoteFiles, root: string, signal: AbortSignal): Promise<string | undefined> {
  const named = CHROOT.exec(root.slice(root.lastIndexOf('/') + 1))?.[1];
  // `gluu-server24` was a folder's name too: only with a dot it is surely a version.
  if (named?.includes('.')) return named;
  const names = new Set((await look(files, within(root, 'etc/gluu/conf'), signal)).entries.map(({ name }) => name));
  if (names.has('gluu-ldap.properties') || names.has('gluu.properties')) return '4.x';
  if (names.has('ox-ldap.properties')) return '3.x';
  const tomcat = (await look(files, within(root, 'opt/tomcat/conf'), signal)).entries;
  return tomcat.some(({ name }) => name === 'ox-ldap.properties') ? '2.x' : undefined;
}

async function newestLog(files: RemoteFiles, root: string, signal: AbortSignal): Promise<string | undefined> {
  let newest: string | undefined;
  for (const folder of LOG_FOLDERS) {
    for (const { kind, modified } of (await look(files, within(root, folder), signal)).entries) {
      if (kind !== 'file' || modified === undefined) continue;
      if (newest === undefined || modified > newest) newest = safeText(modified);
    }
  }
  return newest;
}

/** A folder's entries; one that is not there or may not be read has none, which is what is asked. */
async function look(
  files: RemoteFiles,
  folder: string,
  signal: AbortSignal,
): Promise<{ state: 'read' | 'denied' | 'missing'; entries: RemoteEntry[] }> {
  try {
    return { state: 'read', entries: await files.list(folder, signal) };
  } catch (error) {
    if (error instanceof AppError && error.code === 'ssh.fileMissing') return { state: 'missing', entries: [] };
    if (error instanceof AppError && error.code === 'ssh.fileDenied') return { state: 'denied', entries: [] };
    throw error;
  }
}

const byNumbers = new Intl.Collator('en', { numeric: true });

function byLikelihood(one: Installation, other: Installation): number {
  const runs = Number(other.state === 'runs') - Number(one.state === 'runs');
  if (runs !== 0) return runs;
  const logged = (other.lastLog ?? '').localeCompare(one.lastLog ?? '');
  return logged || byNumbers.compare(other.version ?? '', one.version ?? '');
}
