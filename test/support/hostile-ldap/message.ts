import {
  element,
  enumerated,
  integer,
  octetString,
  octets,
  readElement,
  readElements,
  readUnsigned,
  sequence,
} from './ber';

/** The operations of RFC 4511 by the tag of their request; two extended ones have names of their own. */
const requestTags: Record<number, LdapOperation> = {
  96: 'bind',
  66: 'unbind',
  99: 'search',
  102: 'modify',
  104: 'add',
  74: 'delete',
  108: 'modifyDn',
  110: 'compare',
  80: 'abandon',
  119: 'extended',
};
export type LdapOperation =
  | 'bind'
  | 'unbind'
  | 'search'
  | 'modify'
  | 'add'
  | 'delete'
  | 'modifyDn'
  | 'compare'
  | 'abandon'
  | 'extended'
  | 'whoami'
  | 'startTls';

const responseTags: Partial<Record<LdapOperation, number>> = {
  bind: 0x61,
  search: 0x65,
  modify: 0x67,
  add: 0x69,
  delete: 0x6b,
  modifyDn: 0x6d,
  compare: 0x6f,
  extended: 0x78,
  whoami: 0x78,
  startTls: 0x78,
};

const startTlsOid = '1.3.6.1.4.1.1466.20037';
const whoamiOid = '1.3.6.1.4.1.4203.1.11.3';
const disconnectionOid = '1.3.6.1.4.1.1466.20036';

/** A request as a client sent it. */
export interface LdapRequest {
  messageId: number;
  operation: LdapOperation;
  /** The DN that the operation is about: bind DN, search base, entry to modify; empty for extended operations. */
  dn: string;
  /** Of a search: base, one or sub. */
  scope?: 'base' | 'one' | 'sub';
  /** Whether it came over TLS. */
  secured: boolean;
  /** The whole LDAPMessage in BER. */
  bytes: Buffer;
}

/** Reads one whole LDAPMessage (RFC 4511 section 4.1.1). Throws if it is not one. */
export function readRequest(bytes: Buffer, secured = false): LdapRequest {
  const [message] = readElements(bytes);
  const [id, protocolOp] = message?.tag === 0x30 ? readElements(message.content) : [];
  const operation = protocolOp && requestTags[protocolOp.tag];
  if (id === undefined || protocolOp === undefined || operation === undefined) throw new Error('not an LDAP request');
  const about = { messageId: readUnsigned(id.content), secured, bytes };
  if (operation === 'delete') return { ...about, operation, dn: protocolOp.content.toString() };
  if (operation === 'unbind' || operation === 'abandon') return { ...about, operation, dn: '' };
  const parts = readElements(protocolOp.content);
  if (operation === 'extended') return { ...about, operation: extendedOperation(parts[0]?.content), dn: '' };
  if (operation !== 'search') {
    // A bind request begins with the protocol version, all others with the DN.
    return { ...about, operation, dn: parts[operation === 'bind' ? 1 : 0]?.content.toString() ?? '' };
  }
  const scope = (['base', 'one', 'sub'] as const)[readUnsigned(parts[1]?.content ?? Buffer.alloc(0))] ?? 'sub';
  return { ...about, operation, dn: parts[0]?.content.toString() ?? '', scope };
}

function extendedOperation(oid: Buffer | undefined): LdapOperation {
  if (oid?.toString() === startTlsOid) return 'startTls';
  return oid?.toString() === whoamiOid ? 'whoami' : 'extended';
}

/** Takes the whole messages off the front of `bytes`; `rest` is what has not fully arrived. */
export function splitMessages(bytes: Buffer): { messages: Buffer[]; rest: Buffer } {
  const messages: Buffer[] = [];
  let rest = bytes;
  for (let next = readElement(rest); next !== undefined; next = readElement(rest)) {
    messages.push(rest.subarray(0, next.end));
    rest = rest.subarray(next.end);
  }
  return { messages, rest };
}

/** A test for bytes from a client: whether they hold a whole request of that operation. False for anything encrypted. */
export const carries =
  (operation: LdapOperation) =>
  (bytes: Buffer): boolean => {
    // Other protocols begin with another tag; a TLS record with 22 or 23.
    if (bytes[0] !== 0x30) return false;
    return splitMessages(bytes).messages.some((message) => readRequest(message).operation === operation);
  };

export interface Outcome {
  code: number;
  message?: string;
  matchedDn?: string;
  /** URIs of a referral. */
  referral?: string[];
}

const resultParts = ({ code, message = '', matchedDn = '', referral }: Outcome): Buffer[] => [
  enumerated(code),
  octets(matchedDn),
  octets(message),
  ...(referral === undefined ? [] : [element(0xa3, ...referral.map((uri) => octets(uri)))]),
];

const message = (messageId: number, protocolOp: Buffer, ...controls: Buffer[]): Buffer =>
  sequence(integer(messageId), protocolOp, ...(controls.length === 0 ? [] : [element(0xa0, ...controls)]));

/** The final answer to a request: an LDAPResult in the response of its operation. Throws for those without an answer. */
export function result({ messageId, operation }: LdapRequest, outcome: Outcome, ...controls: Buffer[]): Buffer {
  const tag = responseTags[operation];
  if (tag === undefined) throw new Error(`no answer belongs to ${operation}`);
  return message(messageId, element(tag, ...resultParts(outcome)), ...controls);
}

/** The answer to Who am I? (RFC 4532); null leaves the response value out. */
export const whoamiResult = ({ messageId }: LdapRequest, authzId: string | null): Buffer =>
  message(messageId, element(0x78, ...resultParts({ code: 0 }), ...(authzId === null ? [] : [octets(authzId, 0x8b)])));

/** An unsolicited Notice of Disconnection (RFC 4511 section 4.4.1). */
export const disconnection = (outcome: Outcome): Buffer =>
  message(0, element(0x78, ...resultParts(outcome), octets(disconnectionOid, 0x8a)));

/** A SearchResultEntry. Pairs, because an object could not hold an attribute named `__proto__`. */
export function searchEntry(messageId: number, dn: string, attributes: [string, string[]][]): Buffer {
  const list = attributes.map(([name, values]) =>
    sequence(octets(name), element(0x31, ...values.map((value) => octets(value)))),
  );
  return message(messageId, element(0x64, octets(dn), sequence(...list)));
}

/** A SearchResultReference (RFC 4511 section 4.5.3) to these URIs. */
export const searchReference = (messageId: number, uris: string[]): Buffer =>
  message(messageId, element(0x73, ...uris.map((uri) => octets(uri))));

/** The response control of paged results (RFC 2696). */
export const pagedResults = (cookie: string): Buffer =>
  sequence(octets('1.2.840.113556.1.4.319'), octets(sequence(integer(0), octets(cookie)), octetString));
