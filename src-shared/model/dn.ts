import { hasInvisible } from './host';

/** One `attribute=value` of a relative distinguished name; the value is unescaped. */
interface Ava {
  attribute: string;
  value: string;
}
export type Rdn = Ava[];

const ATTRIBUTE = /^([a-z][a-z0-9-]*|\d+(\.\d+)+)$/i;
const ESCAPED = /^["+,;<>=\\ #]/;

/**
 * Reads a distinguished name in the string form of RFC 4514 section 2 into its relative names, leaf first.
 * Gives undefined for a text that is none. Hex-pair escapes are decoded as UTF-8.
 */
export function parseDn(text: string): Rdn[] | undefined {
  if (text === '') return [];
  const rdns: Rdn[] = [];
  let rdn: Rdn = [];
  let at = 0;
  for (;;) {
    const equals = text.indexOf('=', at);
    if (equals < 0) return undefined;
    const attribute = text.slice(at, equals).trim();
    if (!ATTRIBUTE.test(attribute)) return undefined;
    const read = readValue(text, equals + 1);
    if (!read || read.value === '') return undefined;
    rdn.push({ attribute, value: read.value });
    if (read.end === text.length || text[read.end] !== '+') {
      rdns.push(rdn);
      rdn = [];
    }
    if (read.end === text.length) return rdns;
    at = read.end + 1;
  }
}

function readValue(text: string, from: number): { value: string; end: number } | undefined {
  let value = '';
  let kept = 0; // an escaped blank at the end belongs to the value
  let at = from;
  while (text[at] === ' ') at += 1;
  while (at < text.length && text[at] !== ',' && text[at] !== '+') {
    const char = text[at] as string;
    if (char === '\\') {
      const hex = /^(?:\\[0-9a-f]{2})+/i.exec(text.slice(at));
      if (hex) {
        value += decodeURIComponentSafe(hex[0].replaceAll('\\', '%'));
        at += hex[0].length;
      } else if (ESCAPED.test(text.slice(at + 1))) {
        value += text[at + 1];
        at += 2;
      } else return undefined;
      kept = value.length;
      continue;
    }
    if (char === '"' || char === ';' || char === '<' || char === '>') return undefined;
    value += char;
    at += 1;
    if (char !== ' ') kept = value.length;
  }
  return { value: value.slice(0, kept), end: at };
}

function decodeURIComponentSafe(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '\ufffd'; // not UTF-8: it can equal nothing we know
  }
}

/** Says what is wrong with a DN that is to be bound with, or undefined when it can be used. */
export function dnProblem(dn: string): string | undefined {
  if (dn === '') return 'Enter the DN to log in with, for example cn=directory manager.';
  if (hasInvisible(dn)) return 'The DN contains an invisible character. Type it again.';
  return parseDn(dn) ? undefined : 'This is not a DN. It looks like cn=directory manager,o=gluu.';
}

/** Brings a DN into one spelling for comparing: names and values in lower case, blanks folded; undefined if it is no DN. */
export function canonicalDn(dn: string): string | undefined {
  const fold = ({ attribute, value }: Ava) =>
    `${attribute.toLowerCase()}=${value
      .toLowerCase()
      .replace(/\s+/g, ' ')
      .replace(/[\\,+="<>;]/g, '\\$&')}`;
  return parseDn(dn)
    ?.map((rdn) => rdn.map(fold).sort().join('+'))
    .join(',');
}

/** The value of the leaf's first attribute, e.g. `x` of `inum=x,ou=appliances,o=gluu`; undefined if it is no DN. */
export const leafValue = (dn: string): string | undefined => parseDn(dn)?.[0]?.[0]?.value;

/** Escapes a text for use as a value inside a DN (RFC 4514 section 2.4), control characters included. */
export const escapeDnValue = (value: string): string =>
  value
    .replace(/[\\,+"<>;=]/g, '\\$&')
    .replace(/^[ #]/, '\\$&')
    .replace(/ $/, '\\ ')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to be escaped
    .replace(/[\u0000-\u001f\u007f]/g, (char) => `\\${char.charCodeAt(0).toString(16).padStart(2, '0')}`);
