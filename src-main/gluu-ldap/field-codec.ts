import type { FieldDefinition, MenuOption } from '../../src-shared/gluu/pages/page';
import { hasInvisible } from '../../src-shared/model/host';
import type { FieldValue } from '../../src-shared/model/organization';
import { type Message, message, type Words } from '../../src-shared/texts/message';
import { safeText } from '../base/safe-text';
import type { JsonValue } from './json-text';

/**
 * Spellings oxTrust recognises, letter case included (oxLdap GluuBoolean.java). Any other counts as off and is deleted at
 * its next save.
 */
const ON = ['enabled', 'true', 'active'];
const OFF = ['disabled', 'false', 'inactive'];

/** What a switch is stored as, what is read as on and off, and what is said of anything else. */
const switches = {
  enabledDisabled: {
    on: 'enabled',
    off: 'disabled',
    read: (stored: string) => wordsAmong(stored, ON, OFF),
    odd: 'spelling',
  },
  // Java's Boolean.parseBoolean reads what is not `true` as false.
  trueFalse: { on: 'true', off: 'false', read: (stored: string) => stored.toLowerCase() === 'true', odd: 'spelling' },
  // RFC 4517 section 3.3.3. OpenDJ keeps other letter case as it was written.
  boolean: {
    on: 'TRUE',
    off: 'FALSE',
    read: (stored: string) => wordsAmong(stored.toUpperCase(), ['TRUE'], ['FALSE']),
    odd: 'boolean',
  },
} as const;

const wordsAmong = (word: string, on: readonly string[], off: readonly string[]): boolean | undefined =>
  on.includes(word) ? true : off.includes(word) ? false : undefined;

const switchOf = ({ storage }: FieldDefinition) =>
  storage === 'enabledDisabled' || storage === 'trueFalse' || storage === 'boolean' ? switches[storage] : undefined;

/** Reads a stored attribute as the field's value, with what is odd in it. */
export function decodeField(
  field: FieldDefinition,
  values: readonly string[],
): { value: FieldValue; oddities?: Message[] } {
  const [stored] = values;
  const result = (value: FieldValue, odd: readonly Message[] = []) => ({
    value,
    ...oddIn([...severalIn(field, values), ...odd]),
  });
  const asSwitch = switchOf(field);
  // A check box that is not stored is off; a menu of two words shows neither.
  if (stored === undefined) return result(asSwitch && field.control === 'toggle' ? false : null);
  if (asSwitch) {
    const value = asSwitch.read(stored);
    if (value !== undefined) return result(value);
    return result(null, [message(`field.odd.${asSwitch.odd}`, { stored: safeText(stored) })]);
  }
  if (field.control === 'number') {
    const number = /^\s*\d{1,10}\s*$/.test(stored) ? Number(stored) : undefined;
    return number === undefined
      ? result(null, [message('field.odd.number', { stored: safeText(stored) })])
      : result(number);
  }
  // What cannot be edited is only looked at.
  if (field.control === 'fact') return result(hasInvisible(stored) ? safeText(stored) : stored);
  return result(stored, invisibleIn(stored));
}

/** What is odd about a value, if anything is. */
export const oddIn = (oddities: Message[]): { oddities?: Message[] } => (oddities.length > 0 ? { oddities } : {});

/** A sentence where more values are stored than one. */
export function severalIn({ attribute = '', several }: FieldDefinition, { length: n }: readonly string[]): Message[] {
  if (n < 2) return [];
  return [several ? message('field.odd.first', { n }) : message('field.odd.several', { n, attribute })];
}

const MAX_QUOTED = 1000;

/** A sentence that makes visible what a stored text hides (controls, direction marks, line breaks), or nothing. */
export function invisibleIn(stored: FieldValue): Message[] {
  if (typeof stored !== 'string' || !hasInvisible(stored)) return [];
  const shown = Array.from(stored.slice(0, MAX_QUOTED), (char) =>
    hasInvisible(char) ? `\\u{${char.codePointAt(0)?.toString(16)}}` : char,
  );
  return [message('field.odd.invisible', { shown: shown.join('') })];
}

/** Reads a member of a JSON attribute as the field's value. */
export function decodeMember(field: FieldDefinition, value: unknown): FieldValue {
  if (field.control === 'menu') return optionMeant(field, value)?.value ?? null;
  if (value === undefined || value === null) return field.control === 'toggle' ? false : null;
  if (field.control === 'number') return value === 0 ? null : Number(value);
  if (field.control === 'toggle') return value === true;
  return String(value);
}

/** The values an attribute gets: none takes it away, because an empty value is refused or misread. */
export function encodeField(field: FieldDefinition, value: FieldValue): string[] {
  const asSwitch = switchOf(field);
  if (asSwitch) return [value === true ? asSwitch.on : asSwitch.off];
  const text = value === null ? '' : String(value).trim();
  return text === '' ? [] : [text];
}

/** Words for one thing differ in letter case and underscores between builds (oxCore SmtpConnectProtectionType.java). */
export const plainWord = (word: unknown): string =>
  typeof word === 'string' ? word.toLowerCase().replace(/[^a-z]/g, '') : '';

/** The option of a menu that a stored word means, in whatever spelling; undefined for any other word. */
const optionMeant = ({ options = [] }: FieldDefinition, word: unknown): MenuOption | undefined =>
  options.find(({ value }) => plainWord(value) === plainWord(word));

/** The words a server itself lists for a menu, from the member that holds the list; undefined where it holds none for each option. */
export function listedWords({ options = [] }: FieldDefinition, list: unknown): readonly string[] | undefined {
  const words = Array.isArray(list) ? list.filter((word) => typeof word === 'string') : [];
  const found = options.map(({ value }) => words.filter((word) => plainWord(word) === plainWord(value)));
  return found.length > 0 && found.every(({ length }) => length === 1) ? found.flat() : undefined;
}

/**
 * The member a JSON attribute gets: an emptied text is null, as Gluu tests for null only (PasswordReminderAction.enabled), but where
 * the field says otherwise. `words`: how the server spells the options of a menu; throws where none of them is meant.
 */
export function encodeMember(field: FieldDefinition, value: FieldValue, words: readonly string[] = []): JsonValue {
  if (field.control === 'menu') {
    const word = words.find((each) => plainWord(each) === plainWord(value));
    if (word === undefined) throw new Error(`no word for ${field.id}`);
    return word;
  }
  if (field.control === 'number') return value === null ? 0 : Number(value);
  if (field.control === 'toggle') return value === true;
  const text = value === null ? '' : String(value).trim();
  return text === '' ? (field.emptyAs ?? null) : text;
}

/** The value as it is shown in change lists, e.g. `Enabled`, `On`, `(empty)`. */
export function showValue(field: FieldDefinition, value: FieldValue | undefined): Words {
  if (field.control === 'choice' && typeof value === 'boolean')
    return message(value ? 'value.enabled' : 'value.disabled');
  if (field.control === 'toggle') return message(value === true ? 'word.on' : 'word.off');
  if (field.control === 'menu') return optionMeant(field, value)?.label ?? message('value.empty');
  return value === null || value === undefined || value === '' || field.control === 'choice'
    ? message('value.empty')
    : safeText(String(value));
}
