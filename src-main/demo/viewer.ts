import type { Entry } from './entry';
import type { Subject } from './matching';
import type { Schema } from './schema';

/** Who looks: nobody yet (no key), a person by normalised DN, or the manager. */
export interface Viewer {
  key?: string;
  isManager: boolean;
}

/**
 * Whether the viewer may see this attribute. Gluu's OpenLDAP lets every authenticated person read everything
 * (community-edition-setup, templates/slapd.conf); the demo keeps password hashes to their owner and the manager.
 */
export function maySee(viewer: Viewer, entry: Entry, schemaKey: string): boolean {
  return schemaKey !== 'userpassword' || viewer.isManager || viewer.key === entry.key;
}

/** Whether the viewer may do this to the entry: the manager everything, a person change their own ("self write"). */
export function mayWrite(viewer: Viewer, kind: 'add' | 'modify' | 'delete', entryKey: string): boolean {
  return viewer.isManager || (kind === 'modify' && viewer.key === entryKey);
}

/** The entry as a filter sees it for this viewer. */
export function subjectOf(entry: Entry, viewer: Viewer, schema: Schema): Subject {
  return {
    dn: entry.dn,
    values(attribute) {
      const key = schema.keyOf(attribute);
      if (!maySee(viewer, entry, key)) return [];
      return (entry.attributes.get(key) ?? entry.operational.get(key))?.values ?? [];
    },
    *allValues() {
      for (const [key, { values }] of entry.attributes) if (maySee(viewer, entry, key)) yield* values;
    },
  };
}
