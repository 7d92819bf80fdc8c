import { applyEdits, modify, type ParseError, parse, parseTree } from 'jsonc-parser';
import { type Message, message } from '../../src-shared/texts/message';
import { safeText } from '../base/safe-text';

const MAX_LENGTH = 1024 * 1024;
const MAX_DEPTH = 64;

export type JsonValue = string | number | boolean | null;

/** A JSON object as it lies in an LDAP attribute: its members, and the text they came from. */
export type JsonText = { ok: true; text: string; members: ReadonlyMap<string, unknown> } | { ok: false; why: Message };

/**
 * Reads a JSON object strictly, as the Gluu Server's Jackson would have to. Refuses what cannot be changed safely: other
 * JSON than an object, a key twice, more than 1 MB, more than 64 levels. Members are a Map, so that a key `__proto__` is
 * a key and nothing more.
 */
export function readJson(text: string): JsonText {
  if (text.length > MAX_LENGTH) return { ok: false, why: message('json.tooLong') };
  if (deepest(text) > MAX_DEPTH) return { ok: false, why: message('json.tooDeep', { n: MAX_DEPTH }) };
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { ok: false, why: notJson(text) };
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    return { ok: false, why: message('json.noObject') };
  }
  const members = new Map(Object.entries(parsed));
  const keys = parseTree(text)?.children?.map((member) => String(member.children?.[0]?.value)) ?? [];
  const seen = new Set<string>();
  const twice = keys.find((key) => seen.size === seen.add(key).size);
  if (twice !== undefined) return { ok: false, why: message('json.twice', { key: safeText(twice) }) };
  return { ok: true, text, members };
}

/** Where the text stops being JSON. Never in the JavaScript engine's words: they quote the text, which may hold a secret. */
function notJson(text: string): Message {
  const errors: ParseError[] = [];
  parse(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  return first ? message('json.invalidFrom', { n: first.offset + 1 }) : message('json.invalid');
}

/**
 * Gives members of a JSON object these exact JSON texts, leaving every other byte as it is: unknown keys, their order,
 * blanks. New keys come last, without blanks, as Jackson writes them; null takes a key out. `text` has to be one that
 * readJson took.
 */
export function setMemberTexts(text: string, changes: ReadonlyMap<string, string | null>): string {
  let result = text;
  for (const [key, member] of changes) {
    if (member === null) result = applyEdits(result, modify(result, [key], undefined, {}));
    else result = applyEdits(result, [edit(result, key, member)]);
  }
  return result;
}

/** The exact JSON text of each member. `text` has to be one that readJson took. */
export function memberTexts(text: string): ReadonlyMap<string, string> {
  const members = parseTree(text)?.children ?? [];
  return new Map(
    members.flatMap(({ children: [key, value] = [] }) =>
      key && value ? [[String(key.value), text.slice(value.offset, value.offset + value.length)] as const] : [],
    ),
  );
}

/** The edit that gives a key this text. The package's own would put a blank after the colon of a new key. */
function edit(text: string, key: string, content: string) {
  const tree = parseTree(text);
  const members = tree?.children ?? [];
  const value = members.find((member) => member.children?.[0]?.value === key)?.children?.[1];
  if (value) return { offset: value.offset, length: value.length, content };
  const last = members.at(-1);
  const offset = last ? last.offset + last.length : (tree?.offset ?? 0) + 1;
  return { offset, length: 0, content: `${last ? ',' : ''}${JSON.stringify(key)}:${content}` };
}

/** How deep brackets nest outside of strings; counted before any recursive parser sees the text. */
function deepest(text: string): number {
  let depth = 0;
  let most = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (inString) {
      if (char === '\\') at += 1;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '{' || char === '[') most = Math.max(most, ++depth);
    else if (char === '}' || char === ']') depth -= 1;
  }
  return most;
}
