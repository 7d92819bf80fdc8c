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
