import { type HeaderField, shown, type Token, tokensOf } from './mail-header-fields';

const MAX_FIELDS = 20;
const MAX_RESULTS = 50;
const MAX_PROPERTIES = 20;

/** One `method=result` of an Authentication-Results field. `comment` and property values are as they came. */
export interface AuthenticationResult {
  /** In lower case, without a version, e.g. `dkim`. */
  method: string;
  /** In lower case, e.g. `pass`. */
  result: string;
  /** The comment behind the result. */
  comment?: string;
  /** `ptype.property` in lower case, e.g. `header.d`. */
  properties: { name: string; value: string }[];
}

export interface Authentication {
  results: AuthenticationResult[];
  /** The server in whose name they are (authserv-id), safe to show; Microsoft leaves it out. */
  saidBy?: string;
  /** Others in whose name there are results, safe to show; empty where a field names nobody. */
  others: string[];
}

/**
 * Reads the Authentication-Results of a message (RFC 8601 section 2.2). Counts are those in the name that stands topmost,
 * which is the last server's: results further below may have come with the message (sections 1.6 and 7.1).
 */
export function readAuthentication(fields: readonly HeaderField[]): Authentication {
  const read = fields
    .filter(({ name }) => name === 'authentication-results')
    .slice(0, MAX_FIELDS)
    .map(({ value }) => readField(value));
  const top = read[0];
  if (!top) return { results: [], others: [] };
  const same = (id: string | undefined) => id?.toLowerCase() === top.id?.toLowerCase();
  const results = read.filter(({ id }) => same(id)).flatMap((each) => each.results);
  const others = read.filter(({ id }) => !same(id)).map(({ id }) => (id ? shown(id) : ''));
  return {
    results: results.slice(0, MAX_RESULTS),
    ...(top.id ? { saidBy: shown(top.id) } : {}),
    others: [...new Set(others)],
  };
}

function readField(value: string): { id?: string; results: AuthenticationResult[] } {
  const parts = partsOf(tokensOf(value));
  const first = parts[0]?.find(({ kind }) => kind === 'word')?.text;
  // Exchange Online begins with the first result.
  const id = first !== undefined && !first.includes('=') ? first : undefined;
  const results = (id === undefined ? parts : parts.slice(1)).flatMap((part) => resultOf(part) ?? []);
  return { ...(id === undefined ? {} : { id }), results: results.slice(0, MAX_RESULTS) };
}

/** The tokens between semicolons, with `a = b` made one word. */
function partsOf(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'semicolon') {
      parts.push([]);
      continue;
    }
    const part = parts.at(-1) ?? [];
    const before = part.at(-1);
    const joins = token.kind === 'word' && before?.kind === 'word';
    if (joins && (token.text.startsWith('=') || endsOpen(before.text))) {
      part[part.length - 1] = { kind: 'word', text: before.text + token.text };
    } else part.push(token);
  }
  return parts;
}

/** `name=` still lacks its value; a value may well end with `=` itself, as Base64 does. */
const endsOpen = (word: string): boolean => word.indexOf('=') === word.length - 1 && word.length > 0;

function resultOf(part: readonly Token[]): AuthenticationResult | undefined {
  const words = part.filter(({ kind }) => kind === 'word').map(({ text }) => pairOf(text));
  const [head, ...rest] = words;
  if (!head) return undefined;
  const comment = part.find(({ kind }) => kind === 'comment')?.text;
  return {
    method: (head.name.split('/')[0] ?? '').toLowerCase(),
    result: head.value.toLowerCase(),
    ...(comment ? { comment } : {}),
    properties: rest.slice(0, MAX_PROPERTIES).flatMap((pair) => pair ?? []),
  };
}

function pairOf(word: string): { name: string; value: string } | undefined {
  const sign = word.indexOf('=');
  return sign > 0 ? { name: word.slice(0, sign).toLowerCase(), value: word.slice(sign + 1) } : undefined;
}
