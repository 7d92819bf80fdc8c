import { type Message, message } from '../texts/message';
import { isWithin, type Range, versionWords } from './versions';

/**
 * The changes this console makes on a server. It removes what it wrote itself on every version: a test user, a request of the
 * reset test.
 */
export const servedChanges = ['settings', 'rollback', 'testUser', 'resetRequest', 'purge'] as const;
export type ServedChange = (typeof servedChanges)[number];

/** From 3.1.2 on the SMTP settings are one JSON text; 4.0 moved the tree. Each change was tried on the trees in between. */
const tried: Range = { least: '3.1.2', most: '3.1.9' };
const served: Record<ServedChange, Range> = {
  settings: tried,
  rollback: tried,
  testUser: tried,
  resetRequest: tried,
  purge: tried,
};

/** The versions that this console changes anything of. */
export const servedVersions = tried;

/** Why this console does not make this change on servers of this version; undefined for those it serves. */
export const whyNotServed = (range: Range, change: ServedChange = 'settings'): Message | undefined =>
  isWithin(range, served[change])
    ? undefined
    : message('version.notServed', { version: versionWords(range), served: versionWords(served[change]) });
