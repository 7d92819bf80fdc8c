import { LdapRefusal, ResultCode } from './ldap-codes';

/** One attribute value of a relative distinguished name, unescaped. */
interface RdnPart {
  type: string;
  value: string;
}
/** A relative distinguished name: one part, or several joined by `+`. */
export type Rdn = RdnPart[];

/** As slapd's SLAP_LDAPDN_MAXLEN; it also bounds what an unknown peer's bind can cost. */
const longest = 8192;
const attributeType = /^(?:[A-Za-z][A-Za-z0-9-]*|\d+(?:\.\d+)*)$/;

/**
 * Parses a DN in its string form (RFC 4514), spaces around `=`, `,` and `+` tolerated as slapd does.
 * Gives its RDNs, the entry's own first; an empty list for the root. Throws LdapRefusal invalidDnSyntax.
 */
export function parseDn(text: string): Rdn[] {
  if (text.length > longest) throw invalid();
  if (text.trim() === '') return [];
  const rdns: Rdn[] = [];
  let rdn: Rdn = [];
  const scan = { text, at: 0 };
  for (;;) {
    rdn.push({ type: scanType(scan), value: scanValue(scan) });
    const separator = text[scan.at++];
    if (separator === '+') continue;
    rdns.push(rdn);
    if (separator === undefined) return rdns;
    rdn = [];
  }
}

/**
 * The form in which two spellings of a DN are equal: types and values without case, runs of spaces as one,
 * parts of one RDN in order. A `,` in it always separates RDNs. Throws LdapRefusal invalidDnSyntax.
 */
export function normalizeDn(text: string): string {
  return parseDn(text).map(normalizeRdn).join(',');
}

/** An RDN in the string form of RFC 4514 section 2.4. */
export function formatRdn(rdn: Rdn): string {
  return rdn.map(({ type, value }) => `${type}=${escapeValue(value)}`).join('+');
}

/** As normalizeDn; undefined where the text is not a DN. */
export function tryNormalizeDn(text: string): string | undefined {
  try {
    return normalizeDn(text);
  } catch (error) {
    if (error instanceof LdapRefusal) return undefined;
    throw error;
  }
}

/** The normalised DN above this normalised one; '' above a single RDN. */
export function parentOf(normalized: string): string {
  const comma = normalized.indexOf(',');
  return comma < 0 ? '' : normalized.slice(comma + 1);
}

/** Whether a normalised DN is the base or lies below it. */
export function isWithin(normalized: string, base: string): boolean {
  return normalized === base || base === '' || normalized.endsWith(`,${base}`);
}

interface Scan {
  text: string;
  at: number;
}

function normalizeRdn(rdn: Rdn): string {
  return rdn
    .map(({ type, value }) => `${type.toLowerCase()}=${escapeNormalized(foldCase(value))}`)
    .sort()
    .join('+');
}

const foldCase = (value: string): string => value.normalize('NFKC').toLowerCase().trim().replace(/ +/g, ' ');
const escapeNormalized = (value: string): string => value.replace(/[\\,+=]/g, (char) => `\\${hexOf(char)}`);
const escapeValue = (value: string): string =>
  value.replace(/^[ #]|[\\"+,;<>\0]| $/g, (char) => (char === '\0' ? '\\00' : `\\${char}`));
const hexOf = (char: string): string => char.charCodeAt(0).toString(16).padStart(2, '0');

function scanType(scan: Scan): string {
  const equals = scan.text.indexOf('=', scan.at);
  if (equals < 0) throw invalid();
  const type = scan.text.slice(scan.at, equals).trim();
  if (!attributeType.test(type)) throw invalid();
  scan.at = equals + 1;
  return type;
}

/** Reads up to the next unescaped separator. Spaces at the ends go: no matching rule used here counts them. */
function scanValue(scan: Scan): string {
  const { text } = scan;
  while (text[scan.at] === ' ') scan.at++;
  if (text[scan.at] === '#') return scanHexValue(scan);
  const bytes: Buffer[] = [];
  let run = scan.at;
  for (; scan.at < text.length; scan.at++) {
    const char = text[scan.at] ?? '';
    if (char === ',' || char === '+') break;
    if ('";<>\0'.includes(char)) throw invalid();
    if (char !== '\\') continue;
    bytes.push(Buffer.from(text.slice(run, scan.at)), scanEscape(scan));
    run = scan.at + 1;
  }
  bytes.push(Buffer.from(text.slice(run, scan.at)));
  return Buffer.concat(bytes).toString('utf8').trim();
}

const escapable = ' "#+,;<=>\\';

/** At a backslash: gives the bytes it stands for and leaves `at` on its last character. */
function scanEscape(scan: Scan): Buffer {
  const next = scan.text[scan.at + 1] ?? '';
  if (next !== '' && escapable.includes(next)) {
    scan.at += 1;
    return Buffer.from(next);
  }
  const pair = scan.text.slice(scan.at + 1, scan.at + 3);
  if (!/^[0-9a-f]{2}$/i.test(pair)) throw invalid();
  scan.at += 2;
  return Buffer.from(pair, 'hex');
}

/** A value written as `#` and the hex of its BER (RFC 4514 section 2.4): kept as that text, it matches only itself. */
function scanHexValue(scan: Scan): string {
  const pairs = /#((?:[0-9a-f]{2})+) *(?=[,+]|$)/iy;
  pairs.lastIndex = scan.at;
  const [whole = '', hex = ''] = pairs.exec(scan.text) ?? [];
  if (whole === '') throw invalid();
  scan.at += whole.length;
  return `#${hex}`;
}

const invalid = (): LdapRefusal => new LdapRefusal(ResultCode.invalidDnSyntax, 'invalid DN');
