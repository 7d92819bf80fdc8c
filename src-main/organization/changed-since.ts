import type { ChangedSince } from '../../src-shared/model/organization';
import { changedFields } from '../gluu-ldap/changed-fields';
import type { PageRead, Snapshot } from '../gluu-ldap/snapshot';

/**
 * What somebody else changed on the server since a snapshot was read, entry by entry, with the name the server gives for the
 * last write (RFC 4512 section 3.4.4); empty if every shown setting is still the same.
 */
export function changedSince(loaded: Snapshot, now: PageRead): ChangedSince {
  return [...now.entries].flatMap(([entry, image]) => {
    const labels = changedFields(loaded, entry, image).map(({ label }) => label);
    if (labels.length === 0) return [];
    return [{ labels, ...(image.modifiersName === undefined ? {} : { by: image.modifiersName }) }];
  });
}
