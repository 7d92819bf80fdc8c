import { type Message, message } from '../../texts/message';
import { isWithin, LATER, type Range, versionWords } from '../versions';
import { pageFor } from './pages';

/**
 * The changes this console makes on a server. It removes what it wrote itself on every version: a test user, a request of the
 * reset test.
 */
export const servedChanges = ['settings', 'rollback', 'testUser', 'resetRequest', 'purge'] as const;
export type ServedChange = (typeof servedChanges)[number];

/** Each change was tried on a tree and schema of every page and every row of the tables in between. */
export const servedVersions: Range = { least: '2.4', most: LATER };

/** Those that rest on how that version keeps its settings: they need one page that fits all versions a server may have. */
const needsPage: readonly ServedChange[] = ['settings', 'rollback'];

/** Why this console does not make this change on servers of this version; undefined for those it serves. */
export function whyNotServed(range: Range, change: ServedChange = 'settings'): Message | undefined {
  const version = versionWords(range);
  if (!isWithin(range, servedVersions))
    return message('version.notServed', { version, served: versionWords(servedVersions) });
  return needsPage.includes(change) && !pageFor(range) ? message('version.uncertain', { version }) : undefined;
}
