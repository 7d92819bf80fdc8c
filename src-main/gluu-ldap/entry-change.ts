import type { FieldDefinition } from '../../src-shared/gluu/pages/page';
import type { EntryId } from '../../src-shared/model/organization';

/** What one attribute is to become. A JSON attribute changes by members, so that it can be merged with someone else's change. */
export type AttributeChange =
  | { attribute: string; kind: 'values'; field: FieldDefinition; before: readonly string[]; after: string[] }
  | {
      attribute: string;
      kind: 'members';
      before: readonly string[];
      members: ReadonlyMap<string, MemberChange>;
      /** The text a new attribute starts from. */
      template: string;
      /** A rollback to where there was no such attribute: it goes as a whole. */
      removes?: true;
    };

/** One key of a JSON attribute: what was loaded, as Gluu reads it, and what it becomes. */
export interface MemberChange {
  field: FieldDefinition | null;
  before: unknown;
  after: unknown;
  /** Of a rollback: the exact JSON text that is put back, instead of `after`; null takes the key out. */
  text?: string | null;
}

export interface EntryChange {
  entry: EntryId;
  dn: string;
  attributes: AttributeChange[];
}
