import type { ChangedSince } from '../../src-shared/model/organization';
import { changedFields } from '../gluu-ldap/changed-fields';
import { readSnapshot, type Snapshot } from '../gluu-ldap/snapshot';
import type { Reached } from '../reach/reach';

/**
 * What somebody else changed on the server since a snapshot was read, entry by entry, with the name the server gives for the
 * last write (RFC 4512 section 3.4.4); empty if every shown setting is still the same. Throws AppError (`ldap.*`, `net.*`).
 */
export async function changedSince(loaded: Snapshot, { session, tree }: Reached): Promise<ChangedSince> {
  const now = await readSnapshot(session, tree);
  return [...now.entries].flatMap(([entry, image]) => {
    const labels = changedFields(loaded, entry, image).map(({ label }) => label);
    if (labels.length === 0) return [];
    return [{ labels, ...(image.modifiersName === undefined ? {} : { by: image.modifiersName }) }];
  });
}
