import type { SmtpSettings } from '../../src-shared/model/smtp-settings';
import { type Message, message } from '../../src-shared/texts/message';
import { booleanOf, intOf, stringOf } from './jackson';
import { type JsonText, readJson } from './json-text';

/**
 * The settings Gluu from 3.1.2 on keeps in `oxSmtpConfiguration`; null is Java's null. `requires-ssl` counts up to 4.4.0; from 4.4.1 on
 * `connect-protection`, as it is spelt there, and what concerns the key store.
 */
export interface SmtpConfiguration {
  host: string | null;
  port: number;
  password: string | null;
  'requires-ssl': boolean;
  'trust-host': boolean;
  'from-name': string | null;
  'from-email-address': string | null;
  'requires-authentication': boolean;
  'user-name': string | null;
  'connect-protection': string | null;
  'key-store': string | null;
  'key-store-password': string | null;
  'key-store-alias': string | null;
  'signing-algorithm': string | null;
}

export type StoredSmtp =
  | { kind: 'absent' }
  | { kind: 'json'; json: Extract<JsonText, { ok: true }>; settings: SmtpConfiguration }
  | { kind: 'broken'; why: Message; raw: string };

/** Reads the attribute as Jackson 1.9.13 does, its conversions included (`"587"` is 587, `1` is true). `broken` is what makes it throw. */
export function readSmtpConfiguration(text: string | undefined): StoredSmtp {
  if (text === undefined) return { kind: 'absent' };
  const json = readJson(text);
  if (!json.ok) return { kind: 'broken', why: json.why, raw: text };
  try {
    return { kind: 'json', json, settings: settingsOf(json.members) };
  } catch (error) {
    if (error instanceof NotConvertible) return { kind: 'broken', why: error.why, raw: text };
    throw error;
  }
}

/** What 4.4.1 and later find as key store: its text, its password and its alias (oxCore version_4.5.5 MailService.java). */
export function keyStoreOf(stored: StoredSmtp): SmtpSettings['keyStore'] {
  if (stored.kind !== 'json') return undefined;
  const { members } = stored.json;
  const [file, ...others] = ['key-store', 'key-store-password', 'key-store-alias'].map(
    (key) => members.get(key) ?? null,
  );
  if (file === null) return 'null';
  return [file, ...others].every((value) => value !== null && value !== '') ? 'set' : 'notSet';
}

/**
 * Reads members of a JSON attribute by key, as Gluu itself would: those of `oxSmtpConfiguration` with Jackson's conversions,
 * so that a value is the same before and after Gluu wrote the text again. An absent attribute has Gluu's own initial values.
 */
export function memberReader(
  attribute: string,
  text: string | undefined,
): { ok: true; member: (key: string) => unknown } | { ok: false; why: Message } {
  if (attribute !== 'oxSmtpConfiguration') {
    const json = readJson(text ?? '{}');
    return json.ok ? { ok: true, member: (key) => json.members.get(key) ?? null } : json;
  }
  const smtp = readSmtpConfiguration(text ?? '{}');
  if (smtp.kind !== 'json') return { ok: false, why: smtp.kind === 'broken' ? smtp.why : message('json.invalid') };
  const { json, settings } = smtp;
  return {
    ok: true,
    member: (key) =>
      (Object.hasOwn(settings, key) ? settings[key as keyof SmtpConfiguration] : json.members.get(key)) ?? null,
  };
}

/** The key from 3.1.2 on, by the one that 3.1.1 and older write (oxCore SmtpConfiguration.java; the others are the same). */
export const formerKeys: Readonly<Record<string, keyof SmtpConfiguration>> = {
  requiresSsl: 'requires-ssl',
  fromName: 'from-name',
  fromEmailAddress: 'from-email-address',
  requiresAuthentication: 'requires-authentication',
  userName: 'user-name',
};

/** The keys of an earlier Gluu that lie there without their new names beside them: this one reads nothing of them. */
export function unreadOldKeys(stored: StoredSmtp): string[] {
  if (stored.kind !== 'json') return [];
  const { members } = stored.json;
  return Object.entries(formerKeys).flatMap(([old, now]) => (members.has(old) && !members.has(now) ? [old] : []));
}

class NotConvertible extends Error {
  constructor(readonly why: Message) {
    super(why.id);
  }
}

function settingsOf(members: ReadonlyMap<string, unknown>): SmtpConfiguration {
  function read<Value>(
    key: string,
    convert: (value: unknown) => Value | undefined,
    wanted: 'text' | 'flag' | 'number',
  ): Value {
    const found = convert(members.get(key));
    if (found !== undefined) return found;
    const kind = Array.isArray(members.get(key)) ? 'list' : typeof members.get(key);
    throw new NotConvertible(message(`json.wanted.${wanted}`, { key, kind }));
  }
  const text = (key: string) => read(key, stringOf, 'text');
  const laterText = (key: string) => stringOf(members.get(key)) ?? null;
  const onOff = (key: string) => read(key, booleanOf, 'flag');
  return {
    host: text('host'),
    port: read('port', intOf, 'number'),
    password: text('password'),
    'requires-ssl': onOff('requires-ssl'),
    'trust-host': onOff('trust-host'),
    'from-name': text('from-name'),
    'from-email-address': text('from-email-address'),
    'requires-authentication': onOff('requires-authentication'),
    'user-name': text('user-name'),
    // Older versions read nothing under these keys, so nothing there can be wrong for them.
    'connect-protection': laterText('connect-protection'),
    'key-store': laterText('key-store'),
    'key-store-password': laterText('key-store-password'),
    'key-store-alias': laterText('key-store-alias'),
    'signing-algorithm': laterText('signing-algorithm'),
  };
}
