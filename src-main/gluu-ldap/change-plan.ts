import { createHmac, randomBytes } from 'node:crypto';
import { secretWords } from '../../src-shared/messages/secret-words';
import type { Changes, FieldValue, PlanRow } from '../../src-shared/model/organization';
import {
  type ConfigEntry,
  type FieldDefinition,
  type FieldId,
  fieldOf,
} from '../../src-shared/model/organization-fields';
import { AppError } from '../base/app-error';
import { safeText } from '../base/safe-text';
import { encodeField, encodeMember, showValue } from './field-codec';
import { type JsonValue, readJson, setMemberTexts } from './json-text';
import { memberReader, NEW_SMTP_JSON } from './smtp-configuration';
import { configEntries, fieldsOf, fieldView, type Snapshot } from './snapshot';

/** What one attribute is to become. A JSON attribute changes by members, so that it can be merged with someone else's change. */
export type AttributeChange =
  | { attribute: string; kind: 'values'; field: FieldId; before: readonly string[]; after: string[] }
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
  field: FieldId | null;
  before: unknown;
  after: unknown;
  /** Of a rollback: the exact JSON text that is put back, instead of `after`; null takes the key out. */
  text?: string | null;
}

export interface EntryChange {
  entry: ConfigEntry;
  dn: string;
  attributes: AttributeChange[];
}

/** The text a new JSON attribute starts from. */
export const templates: Record<string, string> = { oxSmtpConfiguration: NEW_SMTP_JSON, oxWebKeysSettings: '{}' };

/** Means something only as long as this run of the app lasts: equal fingerprints, equal secrets. */
const fingerprintKey = randomBytes(32);
const fingerprint = (ciphertext: string): string =>
  createHmac('sha256', fingerprintKey).update(ciphertext).digest('hex').slice(0, 6);

/** A replaced SMTP password: its ciphertext, and what is to be said of that. */
export interface NewPassword {
  ciphertext: string;
  note: string;
}

/**
 * Works out exactly what is to be written for a set of changes: rows to show and attribute changes per entry. Values equal to
 * what is stored drop out. `password` is null for a cleared SMTP password, undefined for a kept one.
 * Throws AppError `input.invalid` with a sentence per field, `gluu.brokenJson` if Gluu cannot read the attribute either.
 */
export function planChanges(
  snapshot: Snapshot,
  changes: Changes,
  password: NewPassword | null | undefined,
): { rows: PlanRow[]; entries: EntryChange[] } {
  const wanted = changedFields(snapshot, changes);
  const encrypted = password === null ? null : password?.ciphertext;
  const newPassword = encrypted === storedPassword(snapshot) ? undefined : encrypted;
  const rows = wanted.map(({ field, before, after }) =>
    rowOf(field, showValue(field, before), showValue(field, after)),
  );
  if (newPassword !== undefined) rows.push(passwordRow(snapshot, newPassword, password?.note));

  const entries = configEntries.flatMap((entry): EntryChange[] => {
    const attributes = [
      ...wanted
        .filter(({ field }) => field.entry === entry && field.storage !== 'json')
        .map(({ field, after }): AttributeChange => {
          const attribute = field.attribute ?? '';
          return {
            kind: 'values',
            attribute,
            field: field.id as FieldId,
            before: snapshot.entries[entry].values.get(attribute) ?? [],
            after: encodeField(field, after),
          };
        }),
      ...jsonChanges(snapshot, entry, wanted, newPassword),
    ];
    return attributes.length > 0 ? [{ entry, dn: snapshot.entries[entry].dn, attributes }] : [];
  });
  return { rows: inPageOrder(rows, snapshot), entries };
}

interface Wanted {
  field: FieldDefinition;
  before: FieldValue;
  after: FieldValue;
}

function changedFields(snapshot: Snapshot, changes: Changes): Wanted[] {
  const shown = new Map(fieldsOf(snapshot.tree.version).map((field) => [field.id, field]));
  const problems: Record<string, string> = {};
  const wanted: Wanted[] = [];
  for (const [id, after] of Object.entries(changes.values) as [FieldId, FieldValue][]) {
    const field = shown.get(id);
    if (!field?.attribute || field.control === 'fact' || field.control === 'secret') {
      problems[id] = 'This cannot be changed from here.';
      continue;
    }
    const { value: before } = fieldView(field, snapshot);
    const unchanged = same(before, after); // what is there already may break a rule it is not asked to keep
    const problem =
      severalValues(snapshot, field) ??
      ((unchanged && before !== null) || after === null || typeof after === 'boolean'
        ? undefined
        : field.problem?.(after));
    const wrongKind =
      (field.control === 'toggle' || field.control === 'choice') !== (typeof after === 'boolean') && after !== null;
    const required = after === null && (id === 'organizationName' || id === 'maxLogSize');
    if (problem || wrongKind || required) {
      problems[id] = problem ?? 'This needs a value.';
      continue;
    }
    if (!unchanged) wanted.push({ field, before, after });
  }
  const several = severalValues(snapshot, fieldOf('smtpPassword'));
  if (several && changes.smtpPassword.kind !== 'keep') problems.smtpPassword = several;
  if (Object.keys(problems).length > 0) throw new AppError('input.invalid', { fields: problems });
  return wanted;
}

/** Which of several values counts is chance, so none of them is overwritten: no attribute here is SINGLE-VALUE in Gluu's schema. */
function severalValues(snapshot: Snapshot, { entry, attribute = '' }: FieldDefinition): string | undefined {
  const count = snapshot.entries[entry].values.get(attribute)?.length ?? 0;
  return count > 1
    ? `${count} values are stored in ${attribute} where one is meant. Remove all but one with an LDAP editor, then load again.`
    : undefined;
}

const same = (a: FieldValue, b: FieldValue): boolean => (a ?? '') === (b ?? '');

function jsonChanges(
  snapshot: Snapshot,
  entry: ConfigEntry,
  wanted: readonly Wanted[],
  encryptedPassword: string | null | undefined,
): AttributeChange[] {
  const members = new Map<string, Map<string, MemberChange>>();
  const loaded = (attribute: string) => {
    const read = memberReader(attribute, snapshot.entries[entry].values.get(attribute)?.[0]);
    if (!read.ok) throw new AppError('gluu.brokenJson', { facts: { attribute, why: read.why } });
    return read.member;
  };
  const set = (field: FieldId | null, attribute: string, key: string, after: JsonValue) => {
    const ofAttribute = members.get(attribute) ?? new Map();
    ofAttribute.set(key, { field, before: loaded(attribute)(key), after });
    members.set(attribute, ofAttribute);
  };
  for (const { field, after } of wanted) {
    if (field.entry !== entry || field.storage !== 'json' || !field.attribute || !field.key) continue;
    set(field.id as FieldId, field.attribute, field.key, encodeMember(field, after));
    // oxTrust stamps the change of its server address (UpdateOrganizationAction.saveWebKeySettings, epoch milliseconds).
    if (field.id === 'serverIp') set(null, field.attribute, 'update_at', Date.now());
  }
  if (entry === 'appliance' && encryptedPassword !== undefined) {
    set('smtpPassword', 'oxSmtpConfiguration', 'password', encryptedPassword);
  }
  return [...members].map(([attribute, ofAttribute]) => ({
    kind: 'members',
    attribute,
    before: snapshot.entries[entry].values.get(attribute) ?? [],
    members: ofAttribute,
    template: templates[attribute] ?? '{}',
  }));
}

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
export function rowOf(field: FieldDefinition, before: string, after: string): PlanRow {
  return {
    field: field.id as FieldId,
    label: field.label,
    attribute: field.attribute ?? '',
    ...(field.key ? { key: field.key } : {}),
    before,
    after,
    secret: false,
  };
}

const storedPassword = ({ smtp }: Snapshot): string | null => (smtp.kind === 'json' ? smtp.settings.password : null);

/** The row of the SMTP password, from one ciphertext to another; null or empty without one. `nextWords`: what the next one is. */
export function secretRow(stored: string | null, next: string | null, nextWords: string): PlanRow {
  const told = (words: string, secret: string | null) =>
    secret ? `${words}, fingerprint ${fingerprint(secret)}` : secretWords.none;
  return {
    ...rowOf(fieldOf('smtpPassword'), told(secretWords.stored, stored), told(nextWords, next)),
    secret: true,
  };
}

const passwordRow = (snapshot: Snapshot, encrypted: string | null, note: string | undefined): PlanRow => ({
  ...secretRow(storedPassword(snapshot), encrypted, secretWords.typed),
  ...(note === undefined ? {} : { note }),
});

/** The rows in the order of that version's page, with nothing in them that could disturb a screen. */
export function inPageOrder(rows: PlanRow[], snapshot: Snapshot): PlanRow[] {
  const order = fieldsOf(snapshot.tree.version).map(({ id }) => id);
  return rows
    .map((row) => ({ ...row, before: safeText(row.before), after: safeText(row.after) }))
    .sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
}
