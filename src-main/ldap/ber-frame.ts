/** One element of BER with definite length (ITU-T X.690 8.1): its tag and where its content lies. */
export interface Element {
  tag: number;
  start: number;
  end: number;
}

/**
 * Reads the header of the element at `at`. Gives 'more' if the header itself is not complete yet, 'bad' if LDAP does not
 * allow it: indefinite length (RFC 4511 section 5.1) or a length of more than four bytes. `end` may lie beyond the bytes.
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

/** Tags of the protocol operations a client may receive (RFC 4511), and of what is looked at inside them. */
export const tag = {
  message: 0x30,
  referral: 0xa3,
  bindResponse: 0x61,
  searchEntry: 0x64,
  searchDone: 0x65,
  modifyResponse: 0x67,
  addResponse: 0x69,
  deleteResponse: 0x6b,
  searchReference: 0x73,
  extendedResponse: 0x78,
  intermediateResponse: 0x79,
} as const;

/** The protocol operation's tag and the message id of a whole LDAPMessage that `checkMessage` has passed. */
export function headOf(message: Uint8Array): { id: number; operation: number; body: Element } {
  const id = inside(message, inside(message, 0).start);
  const body = inside(message, id.end);
  return { id: unsigned(message, id), operation: body.tag, body };
}

/** What follows the message id of such a message: the operation, and the controls if there are any. */
export const bodyOf = (message: Uint8Array): Uint8Array => {
  const outer = inside(message, 0);
  return message.subarray(inside(message, outer.start).end, outer.end);
};

export interface LdapResult {
  code: number;
  diagnostic: string;
  /** URIs, at most eight. */
  referral: string[];
}

const MAX_REFERRALS = 8;

/** Code, diagnostic message and referral of a response that begins with an LDAPResult (RFC 4511 section 4.1.9) and was checked. */
export function resultOf(message: Uint8Array, body: Element): LdapResult {
  const code = inside(message, body.start);
  const matched = inside(message, code.end);
  const diagnostic = inside(message, matched.end);
  const next = diagnostic.end < body.end ? inside(message, diagnostic.end) : undefined;
  return {
    code: unsigned(message, code),
    diagnostic: textOf(message, diagnostic),
    referral: next?.tag === tag.referral ? textsIn(message, next) : [],
  };
}

/** The element at `at` of bytes that were checked. Anything else is a bug here, not a server's doing. */
function inside(bytes: Uint8Array, at: number): Element {
  const element = elementAt(bytes, at);
  if (typeof element === 'string' || element.end > bytes.length) throw new Error('an unchecked LDAP message');
  return element;
}

function unsigned(message: Uint8Array, { start, end }: Element): number {
  let number = 0;
  for (let at = start; at < end; at += 1) number = number * 256 + (message[at] as number);
  return number;
}

const textOf = (message: Uint8Array, { start, end }: Element): string =>
  Buffer.from(message.subarray(start, end)).toString('utf8');

function textsIn(message: Uint8Array, { start, end }: Element): string[] {
  const texts: string[] = [];
  for (let at = start; at < end && texts.length < MAX_REFERRALS; ) {
    const text = inside(message, at);
    texts.push(textOf(message, text));
    at = text.end;
  }
  return texts;
}
