import type { FieldDefinition, Page } from '../../src-shared/gluu/pages/page';
import { fieldAmong } from '../../src-shared/gluu/pages/pages';
import type { HistoryChange, HistoryEntry } from '../../src-shared/model/history';
import type { EntryId, PlanRow, RollbackRow } from '../../src-shared/model/organization';
import { type Message, message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import {
  type AttributeChange,
  type EntryChange,
  inPageOrder,
  type MemberChange,
  rowOf,
  secretRow,
  templateOf,
} from '../gluu-ldap/change-plan';
import { decodeField, showValue } from '../gluu-ldap/field-codec';
import { memberTexts, readJson } from '../gluu-ldap/json-text';
import type { EntryImage, Snapshot } from '../gluu-ldap/snapshot';
import type { SecretPlace } from '../history/before-images';
import { isSide, memberText } from './history-of-change';
import { conflictRow, memberConflict, memberRow, readerOf, reading, secretConflict } from './rollback-rows';

/** What putting a write's before-image back would change, or which values someone changed since. */
export type Rollback =
  | { kind: 'plan'; rows: PlanRow[]; entries: EntryChange[] }
  | { kind: 'conflict'; rows: RollbackRow[] };

/** An entry of the page as it is now. */
interface Place {
  page: Page;
  entry: EntryId;
  image: EntryImage;
}

/** Gives the exact JSON text of a secret from before the write. */
type OpenSecret = (place: SecretPlace) => Promise<string | null>;

interface Found {
  rows: PlanRow[];
  conflicts: RollbackRow[];
  change?: AttributeChange;
}

/**
 * Compares every value a write left with what the server holds now. What is still as written goes back to what was before,
 * byte for byte; what is back already drops out; anything else is a conflict, and then nothing is planned. Of a JSON
 * attribute only the keys of that write count. Throws AppError `history.noRollback`, `history.imageGone`, `gluu.brokenJson`.
 */
export async function planRollback(entry: HistoryEntry, snapshot: Snapshot, open: OpenSecret): Promise<Rollback> {
  const rows: PlanRow[] = [];
  const conflicts: RollbackRow[] = [];
  const entries: EntryChange[] = [];
  for (const { dn, changes } of entry.entries) {
    const [id, image] = [...snapshot.entries].find(([, read]) => read.dn === dn) ?? [];
    if (!id || !image) throw noRollback(message('history.noRollback.entryGone'));
    const place = { page: snapshot.tree.page, entry: id, image };
    const attributes: AttributeChange[] = [];
    for (const attribute of new Set(changes.map((change) => change.attribute))) {
      const ofAttribute = changes.filter((change) => change.attribute === attribute);
      const found = await forAttribute(place, attribute, ofAttribute, open);
      rows.push(...found.rows);
      conflicts.push(...found.conflicts);
      if (found.change) attributes.push(found.change);
    }
    if (attributes.length > 0) entries.push({ entry: id, dn, attributes });
  }
  return conflicts.length > 0
    ? { kind: 'conflict', rows: conflicts }
    : { kind: 'plan', rows: inPageOrder(rows, snapshot), entries };
}

/** Why a write cannot be put back. */
export const noRollback = (why: Message): AppError => new AppError('history.noRollback', { facts: { why } });

async function forAttribute(
  place: Place,
  attribute: string,
  changes: readonly HistoryChange[],
  open: OpenSecret,
): Promise<Found> {
  const now = place.image.values.get(attribute) ?? [];
  const [change] = changes;
  if (change && change.key === undefined) return forValues(place, change, now, open);
  return forMembers(place, attribute, changes, now, open);
}

async function forValues(
  place: Place,
  change: HistoryChange,
  now: readonly string[],
  open: OpenSecret,
): Promise<Found> {
  const { attribute } = change;
  const field = fieldIn(place, attribute, undefined);
  if (!field) throw noRollback(message('history.noRollback.attribute', { attribute }));
  if (isSide(change, now, 'before')) return { rows: [], conflicts: [] };
  if (change.secret || field.control === 'secret') return forSecret(place, field, change, now, open);
  const before = change.before ?? [];
  const show = (values: readonly string[]) => showValue(field, decodeField(field, values).value);
  if (!isSide(change, now, 'after')) {
    const row = conflictRow(change, field, show(before), show(change.after ?? []), show(now));
    return { rows: [], conflicts: [row] };
  }
  return {
    rows: [rowOf(field, show(now), show(before))],
    conflicts: [],
    change: { kind: 'values', attribute, field, before: now, after: [...before] },
  };
}

async function forSecret(
  { image: { dn } }: Place,
  field: FieldDefinition,
  change: HistoryChange,
  now: readonly string[],
  open: OpenSecret,
): Promise<Found> {
  const { attribute } = change;
  if (!isSide(change, now, 'after')) return { rows: [], conflicts: [secretConflict(change, field, now.length === 0)] };
  const before = change.secret ? await open({ dn, attribute }) : (change.before?.[0] ?? null);
  return {
    rows: [secretRow(field, now[0] ?? null, before, 'earlier')],
    conflicts: [],
    change: { kind: 'values', attribute, field, before: now, after: before === null ? [] : [before] },
  };
}

async function forMembers(
  place: Place,
  attribute: string,
  changes: readonly HistoryChange[],
  now: readonly string[],
  open: OpenSecret,
): Promise<Found> {
  const stored = now.length > 1 ? undefined : readJson(now[0] ?? '{}');
  if (!stored?.ok) {
    const why = stored ? stored.why : message('writes.severalValues', { n: now.length });
    throw new AppError('gluu.brokenJson', { facts: { attribute, why } });
  }
  const found: Found = { rows: [], conflicts: [] };
  const members = new Map<string, MemberChange>();
  const read = readerOf(attribute, now[0]);
  for (const change of changes) {
    const { key = '' } = change;
    const field = fieldIn(place, attribute, key);
    const text = memberText(now, key);
    if (stands(change, text, 'before', now.length > 0)) continue;
    if (!stands(change, text, 'after', now.length > 0)) {
      // A stamp or a copy that oxTrust sets by itself is no one's change, and stays.
      if (field && !field.isCopy) found.conflicts.push(memberConflict(change, field, text[0]));
      continue;
    }
    const before = change.secret ? await open({ dn: place.image.dn, attribute, key }) : (change.before?.[0] ?? null);
    const after = reading(attribute, key, before);
    members.set(key, { field: field ?? null, before: read(key), after, text: before });
    if (field && !field.isCopy) found.rows.push(memberRow(field, read(key), after));
  }
  if (members.size === 0) return found;
  const base = { kind: 'members', attribute, before: now, members, template: '{}' } as const;
  if (!changes.some(({ added }) => added)) return { ...found, change: base };

  const template = templateOf(place.page, attribute);
  const others = [...memberTexts(now[0] ?? '{}')].filter(([key]) => !changes.some((change) => change.key === key));
  const initial = memberTexts(template);
  for (const [key, text] of others) {
    const first = initial.get(key);
    const value = reading(attribute, key, text);
    const field = fieldIn(place, attribute, key);
    if (first === undefined || !same(value, reading(attribute, key, first))) {
      found.conflicts.push(memberConflict(namedAfter(field, attribute, key, first), field, text));
    }
    members.set(key, { field: field ?? null, before: value, after: null, text: null });
  }
  // In the order of the text, in which a rollback of this rollback brings them back.
  const inOrder = [...memberTexts(now[0] ?? '{}').keys()].flatMap((key) => {
    const member = members.get(key);
    return member ? [[key, member] as const] : [];
  });
  return { ...found, change: { ...base, members: new Map(inOrder), removes: true } };
}

const fieldIn = ({ page, entry }: Place, attribute: string, key: string | undefined): FieldDefinition | undefined =>
  fieldAmong(
    page.fields.filter((field) => field.entry === entry),
    attribute,
    key,
  );

/** A key that the write brought along with a new attribute. */
const namedAfter = (
  field: FieldDefinition | undefined,
  attribute: string,
  key: string,
  first: string | undefined,
): HistoryChange => ({
  field: field?.id ?? key,
  attribute,
  key,
  before: null,
  after: first === undefined ? null : [first],
});

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** As `isSide`, or the same to Gluu. `stored`: whether the attribute is there at all. */
function stands(change: HistoryChange, now: readonly string[], side: 'before' | 'after', stored: boolean): boolean {
  if (isSide(change, now, side)) return true;
  if (change.secret || !stored) return false;
  const { attribute, key = '' } = change;
  return same(reading(attribute, key, now[0] ?? null), reading(attribute, key, change[side]?.[0] ?? null));
}
