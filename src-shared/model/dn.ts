import { type Message, message } from '../texts/message';
import { hasInvisible } from './host';

/** One `attribute=value` of a relative distinguished name; the value is unescaped. */
interface Ava {
  attribute: string;
  value: string;
}
export type Rdn = Ava[];

interface Read {
  value: string;
  /** Where the reading stopped: at a `,`, at a `+` or at the end of the text. */
  end: number;
}

/** RFC 4512 section 1.4, descr and numericoid. RFC 4514 wants no blanks around, RFC 2253 had its readers take them. */
const NAME = / *([a-z][a-z0-9-]*|(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*))+) *= */iy;
const PLAIN = /[^\\,+"<>;\0 ]+| +/y;
const HEX_PAIRS = /(?:\\[0-9a-f]{2})+/iy;
const ESCAPED = /\\(["+,;<>\\ #=])/y;
const HEX_STRING = /#((?:[0-9a-f]{2})+) *(?=[,+]|$)/iy;
/** A text in BER, up to 127 bytes: OCTET STRING, UTF8String, PrintableString or IA5String. */
const BER_TEXT = /^(?:04|0c|13|16)([0-7][0-9a-f])((?:[0-9a-f]{2})+)$/i;
/**
 * The usual spelling, of which the canonical one differs by the case of its letters alone: plain names, printable ASCII, no
 * escapes, single blanks inside values. Each character has one place to go, so it takes one pass.
 */
const USUAL =
  /^(?:[A-Za-z][A-Za-z0-9-]*=[!$-*\-.-:?-[\]-~][!#$-*\-.-:?-[\]-~]*(?: [!#$-*\-.-:?-[\]-~]+)*(?:,(?=.)|$))+$/;
/** OpenLDAP takes no longer one (SLAP_LDAPDN_MAXLEN). A name of megabytes, which a server can send, would take seconds to read. */
const MOST = 8192;
const NOT_UTF8 = '\ufffd'; // it can equal nothing we know

/**
 * Reads a distinguished name in the string form of RFC 4514 section 2 into its relative names, leaf first; the empty
 * text is the root, with none. Gives undefined for a text that is no DN or a longer one than directories have, and for a value that is empty or, as a
 * `#hexstring`, no text: nothing in a Gluu tree is named so. Bytes that are no UTF-8 become U+FFFD.
 */
export function parseDn(text: string): Rdn[] | undefined {
  if (text === '') return [];
  if (text.length > MOST) return undefined;
  let rdn: Rdn = [];
  const rdns = [rdn];
  for (let at = 0; ; at += 1) {
    const name = matchAt(NAME, text, at);
    if (!name) return undefined;
    const read = readValue(text, at + name[0].length);
    if (!read || read.value === '') return undefined;
    rdn.push({ attribute: name[1] ?? '', value: read.value });
    at = read.end;
    if (at === text.length) return rdns;
    if (text[at] === ',') {
      rdn = [];
      rdns.push(rdn);
    } else if (text[at] !== '+') return undefined;
  }
}

function readValue(text: string, from: number): Read | undefined {
  if (text[from] === '#') return readHexString(text, from);
  let value = '';
  let at = from;
  let kept = 0; // an escaped blank at the end belongs to the value, others do not
  for (;;) {
    const hex = matchAt(HEX_PAIRS, text, at);
    const escaped = hex ? undefined : matchAt(ESCAPED, text, at);
    const plain = hex || escaped ? undefined : matchAt(PLAIN, text, at);
    const found = hex ?? escaped ?? plain;
    if (!found) return { value: value.slice(0, kept), end: at };
    value += hex ? fromUtf8(hex[0].replaceAll('\\', '')) : (escaped?.[1] ?? found[0]);
    at += found[0].length;
    if (!plain?.[0].startsWith(' ')) kept = value.length;
  }
}

function readHexString(text: string, from: number): Read | undefined {
  const found = matchAt(HEX_STRING, text, from);
  const ber = BER_TEXT.exec(found?.[1] ?? '');
  if (!found || !ber) return undefined;
  const [, length = '', content = ''] = ber;
  if (content.length !== 2 * Number.parseInt(length, 16)) return undefined;
  return { value: fromUtf8(content), end: from + found[0].length };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

function fromUtf8(hex: string): string {
  try {
    return decodeURIComponent(hex.replace(/../g, '%$&'));
  } catch {
    return NOT_UTF8;
  }
}

/** Says what is wrong with a DN that is to be bound with, or undefined when it can be used. */
export function dnProblem(dn: string): Message | undefined {
  if (dn === '') return message('problem.dn.empty');
  if (hasInvisible(dn)) return message('problem.dn.invisible');
  return parseDn(dn) ? undefined : message('problem.dn.form');
}

/**
 * Brings a DN into one spelling for comparing: names and values in lower case, compatible characters and runs of blanks
 * made one (RFC 4518, the part of it that matters for caseIgnoreMatch); undefined if it is no DN.
 */
export function canonicalDn(dn: string): string | undefined {
  // Of the hundred thousand names that a server may send nearly all are such, and reading one in full takes ten times as long.
  return dn.length <= MOST && USUAL.test(dn) ? dn.toLowerCase() : canonicalDnInFull(dn);
}

/** The same for a name in any spelling. */
export function canonicalDnInFull(dn: string): string | undefined {
  const fold = ({ attribute, value }: Ava) => `${attribute.toLowerCase()}=${escapeDnValue(folded(value))}`;
  return parseDn(dn)
    ?.map((rdn) => rdn.map(fold).sort().join('+'))
    .join(',');
}

const folded = (value: string): string => value.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');

/** The value of the leaf's first attribute, e.g. `x` of `inum=x,ou=appliances,o=gluu`; undefined if it is no DN. */
export const leafValue = (dn: string): string | undefined => parseDn(dn)?.[0]?.[0]?.value;

/** Escapes a text for use as a value inside a DN (RFC 4514 section 2.4), control characters included. */
export const escapeDnValue = (value: string): string =>
  value.replace(/^[ #]| $|[\\,+"<>;=]|\p{Cc}/gu, (char) =>
    /\p{Cc}/u.test(char) ? encodeURIComponent(char).replaceAll('%', '\\') : `\\${char}`,
  );
