import type { FieldDefinition } from '../../src-shared/gluu/pages/page';
import type { EntryId } from '../../src-shared/model/organization';
import { type EntryImage, fieldsOf, fieldView, type Snapshot, storedSecret } from './snapshot';

/**
 * The fields of one entry whose values differ between what was loaded and what the entry holds now, as Gluu reads them: the
 * status timer, which rewrites the same values in another form every minute, changes none. A secret counts by its ciphertext.
 */
export function changedFields(loaded: Snapshot, entry: EntryId, now: EntryImage): FieldDefinition[] {
  const present = { entries: new Map([[entry, now]]) };
  return fieldsOf(loaded).filter(
    (field) => field.entry === entry && field.attribute && shown(field, loaded) !== shown(field, present),
  );
}

function shown(field: FieldDefinition, snapshot: Pick<Snapshot, 'entries'>): string {
  const secret = field.control === 'secret' ? { stored: storedSecret(field, snapshot) } : {};
  return JSON.stringify([fieldView(field, snapshot), secret]);
}
