import type { FieldDefinition } from '../../src-shared/gluu/pages/page';
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
  if (stored === undefined) return result(null);
  if (field.storage === 'enabledDisabled') {
    if (ON.includes(stored)) return result(true);
    if (OFF.includes(stored)) return result(false);
    return result(null, [message('field.odd.spelling', { stored: safeText(stored) })]);
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
export const severalIn = ({ attribute = '' }: FieldDefinition, { length: n }: readonly string[]): Message[] =>
  n > 1 ? [message('field.odd.several', { n, attribute })] : [];

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
  if (value === undefined || value === null) return field.control === 'toggle' ? false : null;
  if (field.control === 'number') return value === 0 ? null : Number(value);
  if (field.control === 'toggle') return value === true;
  return String(value);
}

/** The values an attribute gets: none takes it away, because an empty value is refused or misread. */
export function encodeField(field: FieldDefinition, value: FieldValue): string[] {
  if (field.storage === 'enabledDisabled') return [value === true ? 'enabled' : 'disabled'];
  const text = value === null ? '' : String(value).trim();
  return text === '' ? [] : [text];
}

/**
 * Texts that must not be null: a Gluu from 4.4.1 on whose `key-store` is null sends no mail at all (oxCore version_4.5.5
 * MailService.java `init` takes the extension of the text).
 */
const NEVER_NULL: readonly string[] = ['key-store'];

/** The member a JSON attribute gets: an emptied text is null, as Gluu tests for null only (PasswordReminderAction.enabled). */
export function encodeMember(field: FieldDefinition, value: FieldValue): JsonValue {
  if (field.control === 'number') return value === null ? 0 : Number(value);
  if (field.control === 'toggle') return value === true;
  const text = value === null ? '' : String(value).trim();
  return text === '' && !NEVER_NULL.includes(field.key ?? '') ? null : text;
}

/** The value as it is shown in change lists, e.g. `Enabled`, `On`, `(empty)`. */
export function showValue(field: FieldDefinition, value: FieldValue | undefined): Words {
  if (field.control === 'choice' && typeof value === 'boolean')
    return message(value ? 'value.enabled' : 'value.disabled');
  if (field.control === 'toggle') return message(value === true ? 'word.on' : 'word.off');
  return value === null || value === undefined || value === '' || field.control === 'choice'
    ? message('value.empty')
    : safeText(String(value));
}
