import { createHmac, randomBytes } from 'node:crypto';
import type { FieldDefinition, Page } from '../../src-shared/gluu/pages/page';
import { copyOf } from '../../src-shared/gluu/pages/pages';
import { secretWords } from '../../src-shared/messages/secret-words';
import type { Changes, EntryId, FieldId, FieldValue, PlanRow } from '../../src-shared/model/organization';
import { type Message, mapFacts, message, type Words } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { safeText } from '../base/safe-text';
import { encodeField, encodeMember, showValue } from './field-codec';
import { readJson, setMemberTexts } from './json-text';
import { memberReader } from './smtp-configuration';
import { fieldsOf, fieldView, imageOf, type Snapshot, storedSecret, valuesOf, wordsOf } from './snapshot';

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

/** The text a new JSON attribute starts from. */
export const templateOf = ({ newJson }: Page, attribute: string): string => newJson[attribute] ?? '{}';

/** Means something only as long as this run of the app lasts: equal fingerprints, equal secrets. */
const fingerprintKey = randomBytes(32);
const fingerprint = (ciphertext: string): string =>
  createHmac('sha256', fingerprintKey).update(ciphertext).digest('hex').slice(0, 6);

/** A replaced secret: its ciphertext, and what is to be said of that. */
export interface NewSecret {
  ciphertext: string;
  note: Message;
}

/** By field; null for a secret that is cleared. */
export type NewSecrets = ReadonlyMap<FieldId, NewSecret | null>;

interface Wanted {
  field: FieldDefinition;
  /** A secret's ciphertext. */
  after: FieldValue;
  row: PlanRow;
}

/**
 * Works out exactly what is to be written for a set of changes: rows to show and attribute changes per entry. Values equal to
 * what is stored drop out. `secrets` holds those that `changes` replaces or clears, encrypted.
 * Throws AppError `input.invalid` with a sentence per field, `gluu.brokenJson` if Gluu cannot read the attribute either.
 */
export function planChanges(
  snapshot: Snapshot,
  changes: Changes,
  secrets: NewSecrets = new Map(),
): { rows: PlanRow[]; entries: EntryChange[] } {
  const typed = [...wantedValues(snapshot, changes), ...wantedSecrets(snapshot, secrets)];
  const wanted = [...typed, ...neverNull(snapshot, typed)];
  const entries = snapshot.tree.page.entries.flatMap(({ id: entry }): EntryChange[] => {
    const ofEntry = wanted.filter(({ field }) => field.entry === entry);
    const attributes = [
      ...ofEntry
        .filter(({ field }) => field.storage !== 'json')
        .map(
          ({ field, after }): AttributeChange => ({
            kind: 'values',
            attribute: field.attribute ?? '',
            field,
            before: valuesOf(field, snapshot),
            after: [...encodeField(field, after), ...(field.several ? valuesOf(field, snapshot).slice(1) : [])],
          }),
        ),
      ...jsonChanges(snapshot, ofEntry),
      ...copyChanges(snapshot, ofEntry),
    ];
    return attributes.length > 0 ? [{ entry, dn: imageOf(snapshot, entry).dn, attributes }] : [];
  });
  const rows = wanted.map(({ row }) => row);
  return { rows: inPageOrder(rows, snapshot), entries };
}

function wantedValues(snapshot: Snapshot, { values, secrets }: Changes): Wanted[] {
  const shown = new Map(fieldsOf(snapshot).map((field) => [field.id, field]));
  const problems: Record<string, Message> = {};
  const wanted: Wanted[] = [];
  for (const [id, after = null] of Object.entries(values)) {
    const field = shown.get(id);
    if (!field?.attribute || field.control === 'fact' || field.control === 'secret') {
      problems[id] = NOT_FROM_HERE;
      continue;
    }
    const { value: before } = fieldView(field, snapshot);
    const unchanged = same(before, after); // what is there already may break a rule it is not asked to keep
    const problem =
      severalValues(snapshot, field) ??
      menuProblem(snapshot, field, after) ??
      ((unchanged && before !== null) || after === null || typeof after === 'boolean'
        ? undefined
        : field.problem?.(after));
    const wrongKind =
      (field.control === 'toggle' || field.control === 'choice') !== (typeof after === 'boolean') && after !== null;
    const missing = after === null && field.required;
    if (problem || wrongKind || missing) {
      problems[id] = problem ?? message('problem.empty');
      continue;
    }
    const row = {
      ...rowOf(field, showValue(field, before), showValue(field, after)),
      ...(field.copiedTo ? { note: message('plan.copied') } : {}),
    };
    if (!unchanged) wanted.push({ field, after, row });
  }
  for (const [id, change] of Object.entries(secrets)) {
    if (change === undefined || change.kind === 'keep') continue;
    const field = shown.get(id);
    const problem = field?.control === 'secret' ? severalValues(snapshot, field) : NOT_FROM_HERE;
    if (problem) problems[id] = problem;
  }
  if (Object.keys(problems).length > 0) throw new AppError('input.invalid', { fields: problems });
  return wanted;
}

const NOT_FROM_HERE = message('plan.notFromHere');

/** Why a menu cannot be set so: the words of this server are not known, or it has none for this value. */
function menuProblem(snapshot: Snapshot, field: FieldDefinition, after: FieldValue): Message | undefined {
  if (field.control !== 'menu') return undefined;
  if (!wordsOf(field, snapshot)) return message('field.fixed.noList');
  return after === null || field.options?.some(({ value }) => value === after) ? undefined : message('problem.empty');
}

/**
 * Texts of the same JSON that must not stay null beside what is written: a Gluu from 4.4.1 on whose `key-store` is null sends no mail
 * at all (oxCore version_4.5.5 MailService.java takes the extension of the text).
 */
function neverNull(snapshot: Snapshot, wanted: readonly Wanted[]): Wanted[] {
  return fieldsOf(snapshot).flatMap((field) => {
    const isBeside = wanted.some(({ field: one }) => one.entry === field.entry && one.attribute === field.attribute);
    if (field.emptyAs === undefined || !isBeside || wanted.some(({ field: one }) => one.id === field.id)) return [];
    const read = memberReader(field.attribute ?? '', valuesOf(field, snapshot)[0]);
    if (!read.ok || read.member(field.key ?? '') !== null) return [];
    const row = rowOf(field, message('value.missing'), message('value.emptyText'));
    return [{ field, after: field.emptyAs, row: { ...row, note: message('plan.neverNull') } }];
  });
}

/** Which of several values counts is chance, so none of them is overwritten: no attribute here is SINGLE-VALUE in Gluu's schema. */
function severalValues(snapshot: Snapshot, field: FieldDefinition): Message | undefined {
  if (field.several) return undefined;
  const n = valuesOf(field, snapshot).length;
  return n > 1 ? message('plan.severalValues', { n, attribute: field.attribute ?? '' }) : undefined;
}

const same = (a: FieldValue, b: FieldValue): boolean => (a ?? '') === (b ?? '');

const wantedSecrets = (snapshot: Snapshot, secrets: NewSecrets): Wanted[] =>
  fieldsOf(snapshot).flatMap((field) => {
    const next = secrets.get(field.id);
    const stored = storedSecret(field, snapshot) ?? null;
    const after = next?.ciphertext ?? null;
    if (next === undefined || after === stored) return [];
    const row = { ...secretRow(field, stored, after, 'typed'), ...(next ? { note: next.note } : {}) };
    return [{ field, after, row }];
  });

function jsonChanges(snapshot: Snapshot, wanted: readonly Wanted[]): AttributeChange[] {
  const changes = new Map<string, AttributeChange & { kind: 'members'; members: Map<string, MemberChange> }>();
  for (const { field, after } of wanted) {
    const { attribute = '', key = '', alsoSets } = field;
    if (field.storage !== 'json') continue;
    const before = valuesOf(field, snapshot);
    const read = memberReader(attribute, before[0]);
    if (!read.ok) throw new AppError('gluu.brokenJson', { facts: { attribute, why: read.why } });
    const template = templateOf(snapshot.tree.page, attribute);
    const change = changes.get(attribute) ?? { kind: 'members', attribute, before, members: new Map(), template };
    const words = wordsOf(field, snapshot);
    change.members.set(key, { field, before: read.member(key), after: encodeMember(field, after, words) });
    if (alsoSets)
      change.members.set(alsoSets.key, { field: null, before: read.member(alsoSets.key), after: Date.now() });
    changes.set(attribute, change);
  }
  return [...changes.values()];
}

/**
 * Brings the JSON copy of attributes in step with all of them, as oxTrust does at each Update: a version that reads the copy finds
 * whole settings. Throws AppError `gluu.brokenJson`.
 */
function copyChanges(snapshot: Snapshot, wanted: readonly Wanted[]): AttributeChange[] {
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

const copyValues = ({ entries }: Snapshot, [first]: readonly Wanted[], attribute: string): readonly string[] =>
  (first && imageOf({ entries }, first.field.entry).values.get(attribute)) ?? [];

/** What a field holds now; of a secret its ciphertext. */
const storedValue = (field: FieldDefinition, snapshot: Snapshot): FieldValue =>
  field.control === 'secret' ? (storedSecret(field, snapshot) ?? null) : fieldView(field, snapshot).value;

/** The values an attribute gets, starting from what is stored now. Throws AppError `gluu.brokenJson`. */
export function valuesAfter(change: AttributeChange, now: readonly string[]): string[] {
  if (change.kind === 'values') return change.after;
  if (change.removes) return [];
  const text = now[0] ?? change.template;
  const json = readJson(text);
  if (!json.ok) throw new AppError('gluu.brokenJson', { facts: { attribute: change.attribute, why: json.why } });
  const texts = [...change.members].map(
    ([key, { after, text: exact }]) => [key, exact === undefined ? JSON.stringify(after) : exact] as const,
  );
  return [setMemberTexts(text, new Map(texts))];
}

/** A row of the change list. */
export function rowOf(field: FieldDefinition, before: Words, after: Words): PlanRow {
  return {
    field: field.id,
    label: field.label,
    attribute: field.attribute ?? '',
    ...(field.key ? { key: field.key } : {}),
    before,
    after,
    secret: false,
  };
}

/** The row of a secret, from one ciphertext to another; null or empty without one. `then`: what the next one is. */
export function secretRow(
  field: FieldDefinition,
  stored: string | null,
  next: string | null,
  then: 'typed' | 'earlier',
): PlanRow {
  const masked = (which: 'stored' | typeof then, secret: string | null) =>
    secret ? message(`secret.marked.${which}`, { fingerprint: fingerprint(secret) }) : secretWords.none;
  return { ...rowOf(field, masked('stored', stored), masked(then, next)), secret: true };
}

/** The rows in the order of that version's page, with nothing in them that could disturb a screen. */
export function inPageOrder(rows: PlanRow[], snapshot: Snapshot): PlanRow[] {
  const order = fieldsOf(snapshot).map(({ id }) => id);
  return rows
    .map((row) => ({ ...row, before: mapFacts(row.before, safeText), after: mapFacts(row.after, safeText) }))
    .sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
}
