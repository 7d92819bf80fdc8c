import { type Element, elementAt, tag } from './ber-frame';
import { PAGED_RESULTS } from './message-grammar';

/** An attribute of an entry: its description, and its values as they were sent, for `valuesIn`. Many are never looked at. */
export type RawAttribute = readonly [type: string, encoded: Buffer];

/** What a server answered (RFC 4511 section 4.1.1). */
export interface LdapMessage {
  id: number;
  /** The tag of the protocol operation. */
  operation: number;
  /** Result code (RFC 4511 section 4.1.9); 0 for entries and references, which have none. */
  code: number;
  diagnostic: string;
  /** URIs that a result points to, at most eight. */
  referral: string[];
  entry?: { dn: string; attributes: RawAttribute[] };
  /** The value of an extended response, as text. */
  value?: string;
  /** The cookie of the paged results control (RFC 2696), which belongs to the end of a search; empty on the last page. */
  cookie?: Uint8Array;
}

const MAX_REFERRALS = 8;
const RESPONSE_VALUE = 0x8b;
const WITHOUT_RESULT: number[] = [tag.searchEntry, tag.searchReference, tag.intermediateResponse];

/**
 * Reads one whole LDAP message that `checkMessage` has passed, to the last of its elements: so each of them is what the grammar
 * says, and the time it takes grows with their number only. Text is UTF-8, with U+FFFD for bytes that are not.
 */
export function readMessage(bytes: Buffer): LdapMessage {
  const [id, body, controls] = partsOf(bytes, elementIn(bytes, 0));
  const operation = body?.tag ?? 0;
  const message: LdapMessage = { id: numberOf(bytes, id), operation, code: 0, diagnostic: '', referral: [] };
  if (operation === tag.searchEntry) message.entry = entryOf(bytes, body);
  if (WITHOUT_RESULT.includes(operation)) return message;
  const [code, , diagnostic, ...more] = partsOf(bytes, body);
  message.code = numberOf(bytes, code);
  message.diagnostic = textOf(bytes, diagnostic);
  const referral = more.find((part) => part.tag === tag.referral);
  message.referral = partsOf(bytes, referral, MAX_REFERRALS).map((uri) => textOf(bytes, uri));
  const value = operation === tag.extendedResponse && more.find((part) => part.tag === RESPONSE_VALUE);
  if (value) message.value = textOf(bytes, value);
  const cookie = cookieIn(bytes, controls);
  if (cookie) message.cookie = cookie;
  return message;
}

function entryOf(bytes: Buffer, body: Element | undefined): { dn: string; attributes: RawAttribute[] } {
  const [dn, list] = partsOf(bytes, body);
  const attributes = partsOf(bytes, list).map((attribute): RawAttribute => {
    const [type, values] = partsOf(bytes, attribute);
    return [textOf(bytes, type), bytes.subarray(values?.start, values?.end)];
  });
  return { dn: textOf(bytes, dn), attributes };
}

/** The bytes of each value of an attribute, as parts of those of the message. */
export const valuesIn = (encoded: Buffer): Buffer[] =>
  partsOf(encoded, { tag: 0, start: 0, end: encoded.length }).map(({ start, end }) => encoded.subarray(start, end));

/** A copy: it is kept until the next page, and all that came with it would be kept with a part of it. */
function cookieIn(bytes: Buffer, controls: Element | undefined): Uint8Array | undefined {
  for (const control of partsOf(bytes, controls)) {
    const [type, ...more] = partsOf(bytes, control);
    const value = more.find((part) => part.tag === 0x04);
    if (!value || textOf(bytes, type) !== PAGED_RESULTS) continue;
    const [, cookie] = partsOf(bytes, elementIn(bytes, value.start));
    return new Uint8Array(bytes.subarray(cookie?.start, cookie?.end));
  }
  return undefined;
}

/** The elements inside one, the first `most` of them. */
function partsOf(bytes: Buffer, whole: Element | undefined, most = Number.POSITIVE_INFINITY): Element[] {
  const parts: Element[] = [];
  for (let at = whole?.start ?? 0; whole && at < whole.end && parts.length < most; ) {
    const part = elementIn(bytes, at);
    parts.push(part);
    at = part.end;
  }
  return parts;
}

/** The element at `at` of bytes that were checked. Anything else is a bug here, not a server's doing. */
function elementIn(bytes: Buffer, at: number): Element {
  const element = elementAt(bytes, at);
  if (typeof element === 'string' || element.end > bytes.length) throw new Error('an unchecked LDAP message');
  return element;
}

/** Without a sign, which no number of RFC 4511 has. */
function numberOf(bytes: Buffer, element: Element | undefined): number {
  let number = 0;
  for (let at = element?.start ?? 0; at < (element?.end ?? 0); at += 1) number = number * 256 + (bytes[at] as number);
  return number;
}

const textOf = (bytes: Buffer, element: Element | undefined): string =>
  element ? bytes.toString('utf8', element.start, element.end) : '';
