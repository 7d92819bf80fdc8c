import type { VersionFacts } from '../model/version';
import { compareVersions, spanText } from './versions';

/**
 * The changes this console makes on a server. It removes what it wrote itself on every version: a test user, a request of the
 * reset test.
 */
export const servedChanges = ['settings', 'rollback', 'testUser', 'resetRequest', 'purge'] as const;
export type ServedChange = (typeof servedChanges)[number];

/** From 3.1.2 on the SMTP settings are one JSON text; 4.0 moved the tree. Each change was tried on the trees in between. */
const tried = { from: '3.1.2', before: '4.0' };
const served: Record<ServedChange, { from: string; before: string }> = {
  settings: tried,
  rollback: tried,
  testUser: tried,
  resetRequest: tried,
  purge: tried,
};

/** Why this console does not make this change on servers of this version; undefined for those it serves. */
export const whyNotServed = (
  { least, most }: Pick<VersionFacts, 'least' | 'most'>,
  change: ServedChange = 'settings',
): string | undefined =>
  compareVersions(least, served[change].from) >= 0 && compareVersions(most, served[change].before) < 0
    ? undefined
    : `This is Gluu ${spanText({ least, most })}; this console changes 3.1.2 to 3.1.9 only.`;
