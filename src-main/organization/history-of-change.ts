import { createHash, randomBytes } from 'node:crypto';
import type { FieldDefinition } from '../../src-shared/gluu/pages/page';
import type { HistoryBegun, HistoryChange, HistoryEntry } from '../../src-shared/model/history';
import type { EntryChange } from '../gluu-ldap/entry-change';
import type { AttributeImages } from '../gluu-ldap/guarded-write';
import { memberTexts, readJson } from '../gluu-ldap/json-text';
import type { SecretPlace } from '../history/before-images';

export type MergedWith = NonNullable<HistoryEntry['entries'][number]['mergedWith']>;

/** One entry that is about to be written. */
export interface Written {
  change: EntryChange;
  images: AttributeImages;
  mergedWith?: MergedWith;
}

/**
 * What the history leaves out and a rollback needs: each secret before the write, null if absent; of a secret in JSON its exact
 * JSON text.
 */
export function secretsBefore(writes: readonly Written[]): { place: SecretPlace; before: string | null }[] {
  return writes.flatMap(({ change: { dn, attributes }, images }) =>
    attributes.flatMap((change) => {
      const { attribute } = change;
      const before = images.get(attribute)?.before ?? [];
      if (change.kind === 'values')
        return isSecret(change.field) ? [{ place: { dn, attribute }, before: before[0] ?? null }] : [];
      return [...change.members]
        .filter(([, { field }]) => isSecret(field))
        .map(([key]) => ({ place: { dn, attribute, key }, before: memberText(before, key)[0] ?? null }));
    }),
  );
}

const isSecret = (field: FieldDefinition | null): boolean => field?.control === 'secret';

/** The history's record of entries that are about to be written. Secrets leave a salted mark, never a value. */
export const begunEntries = (writes: readonly Written[]): HistoryBegun['entries'] =>
  writes.map(({ change, images, mergedWith }) => ({
    dn: change.dn,
    ...(mergedWith ? { mergedWith } : {}),
    changes: changesOf(change, images),
  }));

function changesOf(change: EntryChange, images: AttributeImages): HistoryChange[] {
  return change.attributes.flatMap((attribute): HistoryChange[] => {
    const image = images.get(attribute.attribute);
    if (!image) return [];
    if (attribute.kind === 'values') {
      const { field } = attribute;
      return [changeOf(field, { field: field.id, attribute: attribute.attribute }, image.before, image.after)];
    }
    return [...attribute.members].map(([key, { field }]) => {
      const place = {
        field: field?.id ?? key,
        attribute: attribute.attribute,
        key,
        ...(image.before.length === 0 ? { added: true as const } : {}),
      };
      return changeOf(field, place, memberText(image.before, key), memberText(image.after, key));
    });
  });
}

/** From one to another of what the history keeps: the values of an attribute, or the exact JSON text of a key. */
function changeOf(
  field: FieldDefinition | null,
  place: Pick<HistoryChange, 'field' | 'attribute' | 'key' | 'added'>,
  before: readonly string[],
  after: readonly string[],
): HistoryChange {
  if (!isSecret(field)) return { ...place, before: listOrNull(before), after: listOrNull(after) };
  const nonce = randomBytes(16).toString('hex');
  const [then, next] = [jsonTexts(place, before), jsonTexts(place, after)];
  const unset = isUnset(then[0]) ? 'before' : isUnset(next[0]) ? 'after' : undefined;
  return {
    ...place,
    ...(unset ? { unset } : {}),
    before: null,
    after: null,
    secret: true,
    mark: { nonce, before: mark(nonce, then), after: mark(nonce, next) },
  };
}

/** Values of an attribute as JSON texts, which those of a key are already. */
const jsonTexts = ({ key }: Pick<HistoryChange, 'key'>, values: readonly string[]): readonly string[] =>
  key === undefined ? values.map((value) => JSON.stringify(value)) : values;

/** Whether the JSON text of a secret says that none is set. */
export const isUnset = (member: string | undefined): boolean =>
  member === undefined || member === 'null' || member === '""';

const listOrNull = (values: readonly string[]): string[] | null => (values.length === 0 ? null : [...values]);

const mark = (nonce: string, values: readonly string[]): string =>
  createHash('sha256')
    .update(`${nonce}\n${plainest(values[0])}`)
    .digest('hex');

/** A JSON member as the history keeps it: its exact JSON text, or nothing if it is absent. */
export function memberText(values: readonly string[], key: string): string[] {
  const text = values[0] ?? '{}';
  const member = readJson(text).ok ? memberTexts(text).get(key) : undefined;
  return member === undefined ? [] : [member];
}

/** Of all texts of a JSON value the one without blanks and needless escapes: the value counts, however it is written. */
const plainest = (member: string | undefined): string =>
  member === undefined ? '' : JSON.stringify(JSON.parse(member));

export type HowItEnded =
  | { kind: 'saved' | 'notSaved' | 'unknown' }
  /** Some entries hold all their changes, and the others none of theirs. */
  | { kind: 'partly'; savedDns: string[] };

/**
 * Tells from what a write's entries hold now how it ended when nobody saw it end: `saved` if every change of it is there,
 * `notSaved` if none is, `unknown` if an entry is in neither state (someone wrote since). `valuesOf` gives the present
 * values of an attribute of the entry `dn`.
 */
export function howItEnded(
  { entries }: HistoryEntry,
  valuesOf: (dn: string, attribute: string) => readonly string[],
): HowItEnded {
  const found = entries.map(({ dn, changes }) => {
    const is = (side: 'before' | 'after') =>
      changes.every((change) => {
        const stored = valuesOf(dn, change.attribute);
        return isSide(change, change.key === undefined ? stored : memberText(stored, change.key), side);
      });
    return { dn, after: is('after'), before: is('before') };
  });
  if (found.every(({ after }) => after)) return { kind: 'saved' };
  if (found.every(({ before }) => before)) return { kind: 'notSaved' };
  if (!found.every(({ after, before }) => after || before)) return { kind: 'unknown' };
  return { kind: 'partly', savedDns: found.flatMap(({ dn, after }) => (after ? dn : [])) };
}

/** Whether `now`, the values of a change's attribute or the JSON text of its key, is what a write found or left. */
export function isSide(change: HistoryChange, now: readonly string[], side: 'before' | 'after'): boolean {
  if (change.mark) return mark(change.mark.nonce, jsonTexts(change, now)) === change.mark[side];
  const then = change[side] ?? [];
  const plain = (values: readonly string[]) => (change.key === undefined ? [...values] : values.map(plainest)).sort();
  const sorted = plain(now);
  return then.length === now.length && plain(then).every((value, index) => value === sorted[index]);
}
