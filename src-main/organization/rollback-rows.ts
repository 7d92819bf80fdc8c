import type { FieldDefinition } from '../../src-shared/gluu/pages/page';
import { nameOf } from '../../src-shared/history/changed-field';
import { secretWords } from '../../src-shared/messages/secret-words';
import type { HistoryChange } from '../../src-shared/model/history';
import type { PlanRow, RollbackRow } from '../../src-shared/model/organization';
import { mapFacts, message, type Words } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { safeText } from '../base/safe-text';
import { rowOf, secretRow } from '../gluu-ldap/change-plan';
import { decodeMember, showValue } from '../gluu-ldap/field-codec';
import { setMemberTexts } from '../gluu-ldap/json-text';
import { memberReader } from '../gluu-ldap/smtp-configuration';
import { isUnset } from './history-of-change';

/** How Gluu reads the keys of a JSON attribute, which may be one it writes again in other words. Throws `gluu.brokenJson`. */
export function readerOf(attribute: string, text: string | undefined): (key: string) => unknown {
  const read = memberReader(attribute, text);
  if (!read.ok) throw new AppError('gluu.brokenJson', { facts: { attribute, why: read.why } });
  return read.member;
}

/** How Gluu reads one key with this JSON text; null: without the key. */
export const reading = (attribute: string, key: string, text: string | null): unknown =>
  readerOf(attribute, text === null ? '{}' : setMemberTexts('{}', new Map([[key, text]])))(key);

/** The row of a key that goes from one value to another. */
export function memberRow(field: FieldDefinition, now: unknown, next: unknown): PlanRow {
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  if (field.control === 'secret') return secretRow(field, text(now), text(next), 'earlier');
  return rowOf(field, showValue(field, decodeMember(field, now)), showValue(field, decodeMember(field, next)));
}

/** The row of a key that is neither as the write found it nor as it left it. */
export function memberConflict(
  change: HistoryChange,
  field: FieldDefinition | undefined,
  now: string | undefined,
): RollbackRow {
  const { attribute, key = '' } = change;
  if (change.secret || field?.control === 'secret') return secretConflict(change, field, isUnset(now));
  const show = (text: string | null) => {
    const value = reading(attribute, key, text);
    return field ? showValue(field, decodeMember(field, value)) : (text ?? message('value.empty'));
  };
  return conflictRow(
    change,
    field,
    show(change.before?.[0] ?? null),
    show(change.after?.[0] ?? null),
    show(now ?? null),
  );
}

/** The same of a secret; `isGone`: none is stored now. */
export function secretConflict(
  change: HistoryChange,
  field: FieldDefinition | undefined,
  isGone: boolean,
): RollbackRow {
  const { none, stored, set, replaced, another } = secretWords;
  const written = change.unset === 'after' ? none : change.unset === 'before' ? set : replaced;
  return conflictRow(change, field, change.unset === 'before' ? none : stored, written, isGone ? none : another);
}

/** The same of values that are shown as they are. */
export const conflictRow = (
  change: HistoryChange,
  field: FieldDefinition | undefined,
  before: Words,
  written: Words,
  now: Words,
): RollbackRow => ({
  label: field?.label ?? nameOf(change, 'organization'),
  attribute: change.attribute,
  ...(change.key === undefined ? {} : { key: change.key }),
  before: mapFacts(before, safeText),
  written: mapFacts(written, safeText),
  now: mapFacts(now, safeText),
});
