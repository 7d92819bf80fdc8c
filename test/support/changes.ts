import type { Changes, FieldId, FieldValue } from '../../src-shared/model/organization';
import type { SecretChange } from '../../src-shared/model/server';

/** What is to be changed, secrets among the values. */
export type TestChanges = Partial<Record<FieldId, FieldValue | SecretChange>>;

const isSecret = (value: unknown): value is SecretChange => typeof value === 'object' && value !== null;

/** Changes as the window sends them. */
export function changesOf(wanted: TestChanges): Changes {
  const changes: Changes = { values: {}, secrets: {} };
  for (const [id, value = null] of Object.entries(wanted)) {
    if (isSecret(value)) changes.secrets[id] = value;
    else changes.values[id] = value;
  }
  return changes;
}
