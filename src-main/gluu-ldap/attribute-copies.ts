import type { FieldDefinition } from '../../src-shared/gluu/pages/page';
import { copyOf, templateOf } from '../../src-shared/gluu/pages/pages';
import type { FieldValue } from '../../src-shared/model/organization';
import { AppError } from '../base/app-error';
import type { AttributeChange, MemberChange } from './entry-change';
import { encodeMember } from './field-codec';
import { memberReader } from './smtp-configuration';
import { fieldsOf, fieldView, imageOf, type Snapshot, storedSecret } from './snapshot';

/** What a field is to become; of a secret its ciphertext. */
export interface WantedValue {
  field: FieldDefinition;
  after: FieldValue;
}

/**
 * Brings the JSON copy of attributes in step with all of them, as oxTrust does at each Update: a version that reads the copy finds
 * whole settings. Throws AppError `gluu.brokenJson`.
 */
export function copyChanges(snapshot: Snapshot, wanted: readonly WantedValue[]): AttributeChange[] {
  const touched = new Set(wanted.flatMap(({ field: { copiedTo } }) => copiedTo?.attribute ?? []));
  return [...touched].flatMap((attribute) => {
    const before = copyValues(snapshot, wanted, attribute);
    const read = memberReader(attribute, before[0]);
    if (!read.ok) throw new AppError('gluu.brokenJson', { facts: { attribute, why: read.why } });
    const template = templateOf(snapshot.tree.page, attribute);
    const initial = memberReader(attribute, template);
    const members = new Map<string, MemberChange>();
    for (const original of fieldsOf(snapshot)) {
      const copy = copyOf(original);
      const { key } = copy ?? {};
      if (copy?.attribute !== attribute || key === undefined) continue;
      const own = wanted.find(({ field }) => field.id === original.id);
      const value = own ? own.after : storedValue(original, snapshot);
      // What is not set has in the copy what oxTrust puts there, such as port 25.
      const after =
        value === null || value === '' ? (initial.ok ? initial.member(key) : null) : encodeMember(copy, value);
      if (JSON.stringify(after) !== JSON.stringify(read.member(key)) || before.length === 0)
        members.set(key, { field: copy, before: read.member(key), after });
    }
    return members.size > 0 ? [{ kind: 'members', attribute, before, members, template } as const] : [];
  });
}

const copyValues = ({ entries }: Snapshot, [first]: readonly WantedValue[], attribute: string): readonly string[] =>
  (first && imageOf({ entries }, first.field.entry).values.get(attribute)) ?? [];

/** What a field holds now; of a secret its ciphertext. */
const storedValue = (field: FieldDefinition, snapshot: Snapshot): FieldValue =>
  field.control === 'secret' ? (storedSecret(field, snapshot) ?? null) : fieldView(field, snapshot).value;
