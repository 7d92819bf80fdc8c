import type { ConfigEntry, FieldDefinition } from '../../src-shared/model/organization-fields';
import { readSmtpConfiguration } from './smtp-configuration';
import { type EntryImage, fieldsOf, fieldView, type Snapshot } from './snapshot';

/**
 * The fields of one entry whose values differ between what was loaded and what the entry holds now, as Gluu reads them: the
 * status timer, which rewrites the same values in another form every minute, changes none. A secret counts by its ciphertext.
 */
export function changedFields(loaded: Snapshot, entry: ConfigEntry, now: EntryImage): FieldDefinition[] {
  const smtp = entry === 'appliance' ? readSmtpConfiguration(now.values.get('oxSmtpConfiguration')?.[0]) : loaded.smtp;
  const present: Snapshot = { ...loaded, entries: { ...loaded.entries, [entry]: now }, smtp };
  return fieldsOf(loaded.tree.version).filter(
    (field) => field.entry === entry && field.attribute && shown(field, loaded) !== shown(field, present),
  );
}

function shown(field: FieldDefinition, snapshot: Snapshot): string {
  if (field.control !== 'secret') return JSON.stringify(fieldView(field, snapshot));
  return JSON.stringify(snapshot.smtp.kind === 'json' ? snapshot.smtp.settings.password : snapshot.smtp.kind);
}
