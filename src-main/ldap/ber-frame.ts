/** One element of BER with definite length (ITU-T X.690 8.1): its tag and where its content lies. */
export interface Element {
  tag: number;
  start: number;
  end: number;
}

/**
 * Reads the header of the element at `at`. Gives 'more' if the header itself is not complete yet, 'bad' if it is none that
 * LDAP allows: indefinite length (RFC 4511 section 5.1) or a length of more than four bytes. `end` may lie beyond the bytes.
 */
export function elementAt(bytes: Uint8Array, at: number): Element | 'more' | 'bad' {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined) return 'more';
  if (first < 0x80) return { tag, start: at + 2, end: at + 2 + first };
  const count = first & 0x7f;
  if (count === 0 || count > 4) return 'bad';
  if (bytes.length < at + 2 + count) return 'more';
  let length = 0;
  for (let index = 0; index < count; index += 1) length = length * 256 + (bytes[at + 2 + index] as number);
  return { tag, start: at + 2 + count, end: at + 2 + count + length };
}

/** Tags of RFC 4511 that are looked at before the LDAP library sees a message. */
export const tag = {
  message: 0x30,
  integer: 0x02,
  enumerated: 0x0a,
  searchEntry: 0x64,
  searchDone: 0x65,
  searchReference: 0x73,
  extendedResponse: 0x78,
  intermediateResponse: 0x79,
  referral: 0xa3,
} as const;

/** The protocol operation's tag and the message id of a whole LDAPMessage; undefined if it is none. */
export function headOf(message: Uint8Array): { id: number; operation: number; body: Element } | undefined {
  const outer = elementAt(message, 0);
  if (typeof outer === 'string' || outer.tag !== tag.message || outer.end > message.length) return undefined;
  const id = elementAt(message, outer.start);
  if (typeof id === 'string' || id.tag !== tag.integer || !isNumber(id) || id.end > outer.end) return undefined;
  const body = elementAt(message, id.end);
  if (typeof body === 'string' || body.end > outer.end) return undefined;
  return { id: unsigned(message, id), operation: body.tag, body };
}

/**
 * How many elements there are in `message`, those inside of others included; counts no further than `limit`. Where the bytes
 * stop making sense it stops too: what comes there is for a parser to refuse.
 */
export function elementsIn(message: Uint8Array, limit: number): number {
  let count = 0;
  for (let at = 0; at < message.length && count < limit; count += 1) {
    const element = elementAt(message, at);
    if (typeof element === 'string' || element.end > message.length) break;
    at = element.tag & CONSTRUCTED ? element.start : element.end;
  }
  return count;
}

/** Where the attribute names of a search result entry lie (RFC 4511 section 4.5.2); ends where the bytes make no sense. */
export function* attributeNames(message: Uint8Array, body: Element): Generator<Element> {
  const name = elementAt(message, body.start);
  const list = typeof name === 'string' ? name : elementAt(message, name.end);
  if (typeof list === 'string' || list.end > body.end) return;
  for (let at = list.start; at < list.end; ) {
    const attribute = elementAt(message, at);
    const type = typeof attribute === 'string' ? attribute : elementAt(message, attribute.start);
    if (typeof attribute === 'string' || typeof type === 'string' || type.end > list.end) return;
    yield type;
    at = attribute.end;
  }
}

/** The bit of a tag that says that an element is made of elements (ITU-T X.690 8.1.2.5). */
const CONSTRUCTED = 0x20;

/** RFC 4511 has no number beyond 2^31 - 1. */
const isNumber = ({ start, end }: Element): boolean => end > start && end - start <= 4;

function unsigned(message: Uint8Array, { start, end }: Element): number {
  let number = 0;
  for (let at = start; at < end; at += 1) number = number * 256 + (message[at] as number);
  return number;
}

export interface LdapResult {
  code: number;
  diagnostic: string;
  /** URIs, at most eight. */
  referral: string[];
}

const MAX_REFERRALS = 8;

/** Code, diagnostic message and referral of a response whose operation begins with an LDAPResult (RFC 4511 section 4.1.9). */
export function resultOf(message: Uint8Array, body: Element): LdapResult | undefined {
  const code = elementAt(message, body.start);
  if (typeof code === 'string' || code.tag !== tag.enumerated || !isNumber(code) || code.end > body.end)
    return undefined;
  const matched = elementAt(message, code.end);
  if (typeof matched === 'string' || matched.end > body.end) return undefined;
  const diagnostic = elementAt(message, matched.end);
  if (typeof diagnostic === 'string' || diagnostic.end > body.end) return undefined;
  return {
    code: unsigned(message, code),
    diagnostic: textOf(message, diagnostic),
    referral: urisOf(message, elementAt(message, diagnostic.end), body.end),
  };
}

const textOf = (message: Uint8Array, { start, end }: Element): string =>
  Buffer.from(message.subarray(start, end)).toString('utf8');

/** The texts of a Referral (RFC 4511 section 4.1.10); none if that element is another one. */
function urisOf(message: Uint8Array, list: ReturnType<typeof elementAt>, limit: number): string[] {
  const uris: string[] = [];
  if (typeof list === 'string' || list.tag !== tag.referral || list.end > limit) return uris;
  for (let at = list.start; at < list.end && uris.length < MAX_REFERRALS; ) {
    const uri = elementAt(message, at);
    if (typeof uri === 'string' || uri.end > list.end) break;
    uris.push(textOf(message, uri));
    at = uri.end;
  }
  return uris;
}
