import { readFileSync, writeFileSync } from 'node:fs';
import type { FileState } from '../../../src-main/files/versioned-file';
import type { ServerRegistry } from '../../../src-main/registry/server-registry';
import type { ServerDraft, ServerProfile } from '../../../src-shared/model/server';
import { serverDraft } from '../../support/server-draft';

/** A server as the list holds it; the number makes its name and its id. */
export const serverProfile = (number: number, about: Partial<ServerDraft> = {}): ServerProfile =>
  ({
    ...serverDraft({ name: `Büro ${number} 🔑`, ...about }),
    id: `8c2d5f0e-52a1-4a53-9a3c-${String(number).padStart(12, '0')}`,
  }) as ServerProfile;

/** The longest notes a server may have, all of one digit, so that a mix of two saves shows. */
const notesOf = (save: number): string => `${save} ${String(save % 10).repeat(3900)}`;
const saveOf = ({ notes = '' }: Partial<ServerProfile>): number => Number(notes.split(' ')[0] || 0);

/** Puts a list of so many servers at `file`, as this version of the app writes it, or as version 1 did: without routes. */
export function putServers(file: string, count: number, schemaVersion: 1 | 2 = 2): void {
  const servers = Array.from({ length: count }, (_, number) => serverProfile(number, { notes: notesOf(0) }));
  const withoutRoutes = servers.map(({ route: _, ...server }) => server);
  const content = { schemaVersion, servers: schemaVersion === 1 ? withoutRoutes : servers };
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
}

/**
 * The number of the save that the registry's list comes from. Throws unless the list is whole: all servers there, the
 * first as that save left it, the others as `putServers` did.
 */
export function wholeSave(registry: ServerRegistry, count: number): number {
  const [first, ...others] = registry.list();
  const save = saveOf(first ?? {});
  const expected = Array.from({ length: count }, (_, number) =>
    serverProfile(number, { notes: notesOf(number === 0 ? save : 0) }),
  );
  if (JSON.stringify(sorted([first, ...others])) !== JSON.stringify(sorted(expected)))
    throw new Error(`the list of ${others.length + 1} servers is a mix of two saves`);
  return save;
}

/** The order of an object's keys says nothing. */
const sorted = (servers: readonly (ServerProfile | undefined)[]) =>
  servers.map((server) => Object.entries(server ?? {}).sort(([one], [other]) => (one < other ? -1 : 1)));

/** The form of the list on the disk. */
export const schemaVersionOf = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8')).schemaVersion;

/** One line of what `file-save-servers.ts` writes. */
export type SaveReport =
  | { kind: 'opened'; state: FileState; servers: number }
  | { kind: 'saved'; number: number }
  | { kind: 'refused'; code: string; detail: string };

/** What it is to do; handed over as JSON in its first argument. */
export interface SaveTask {
  file: string;
  saves: number;
  umask?: number;
  /** Gives up root's rights first. */
  asUser?: number;
  /** Temporary files get foreseeable names, so that strace can be told which one to fail. */
  namedTemporaries?: boolean;
}

/** Saves the first server's profile once more, as the console does when a server is edited. */
export async function saveFirst(registry: ServerRegistry): Promise<number> {
  const [first] = registry.list();
  if (!first) throw new Error('the list has no server to save');
  const { id, ...profile } = first;
  const number = saveOf(first) + 1;
  await registry.update(id, { ...serverDraft(profile), notes: notesOf(number) });
  return number;
}
