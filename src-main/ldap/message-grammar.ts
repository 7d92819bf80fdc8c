import { elementAt, tag } from './ber-frame';

/** What one element of an LDAP message has to be (RFC 4511; names as there). */
type Rule = { name: string; tag: number; optional?: true } & Content;
type Content =
  | { is: 'octets' }
  | { is: 'number' }
  | { is: 'boolean' }
  /** Elements of exactly these kinds in this order. */
  | { is: 'fields'; fields: readonly Rule[] }
  /** Any number of elements of one kind. */
  | { is: 'list'; of: Rule }
  /** One of several kinds, told by its tag. */
  | { is: 'choice'; of: Readonly<Record<number, Rule>> };

const octets = (name: string, own = 0x04): Rule => ({ name, tag: own, is: 'octets' });
const number = (name: string, own = 0x02): Rule => ({ name, tag: own, is: 'number' });
const list = (name: string, own: number, of: Rule): Rule => ({ name, tag: own, is: 'list', of });
const fields = (name: string, own: number, ...parts: Rule[]): Rule => ({ name, tag: own, is: 'fields', fields: parts });
const optional = (rule: Rule): Rule => ({ ...rule, optional: true });

/** RFC 4511 section 4.1.9. */
const resultFields: Rule[] = [
  number('resultCode', 0x0a),
  octets('matchedDN'),
  octets('diagnosticMessage'),
  optional(list('referral', tag.referral, octets('URI'))),
];
const result = (name: string, own: number, ...more: Rule[]): Rule => fields(name, own, ...resultFields, ...more);

const attribute = fields('PartialAttribute', 0x30, octets('type'), list('vals', 0x31, octets('AttributeValue')));

/** Everything a server may answer. The last two belong to requests that are never made here, and mean no harm. */
const operations: Rule[] = [
  result('BindResponse', tag.bindResponse, optional(octets('serverSaslCreds', 0x87))),
  fields('SearchResultEntry', tag.searchEntry, octets('objectName'), list('attributes', 0x30, attribute)),
  result('SearchResultDone', tag.searchDone),
  list('SearchResultReference', tag.searchReference, octets('URI')),
  result('ModifyResponse', tag.modifyResponse),
  result('AddResponse', tag.addResponse),
  result('DelResponse', tag.deleteResponse),
  result(
    'ExtendedResponse',
    tag.extendedResponse,
    optional(octets('responseName', 0x8a)),
    optional(octets('responseValue', 0x8b)),
  ),
  fields(
    'IntermediateResponse',
    tag.intermediateResponse,
    optional(octets('responseName', 0x80)),
    optional(octets('responseValue', 0x81)),
  ),
  result('ModifyDNResponse', 0x6d),
  result('CompareResponse', 0x6f),
];

const control = fields(
  'Control',
  0x30,
  octets('controlType'),
  optional({ name: 'criticality', tag: 0x01, is: 'boolean' }),
  optional(octets('controlValue')),
);

const message = fields(
  'LDAPMessage',
  tag.message,
  number('messageID'),
  { name: 'protocolOp', tag: 0, is: 'choice', of: Object.fromEntries(operations.map((rule) => [rule.tag, rule])) },
  optional(list('controls', 0xa0, control)),
);

/** RFC 2696 section 2: the one control that is asked for here, and whose value is read. Any other is of no concern. */
export const PAGED_RESULTS = '1.2.840.113556.1.4.319';
const pagedResults = fields('realSearchControlValue', 0x30, number('size'), octets('cookie'));

/** Thrown by the walk, with what is wrong and where; never leaves this file. */
class Violation extends Error {}

/**
 * Walks a whole message once and demands that every element ends inside its parent and has the tag that the grammar of its
 * operation allows at that place, the value of the paged results control included: `readMessage` relies on both. Gives how many
 * elements there are, or in words what is wrong; it stops at `limit` elements, and the time it takes grows with their number only.
 */
export function checkMessage(bytes: Uint8Array, limit: number): number | string {
  const walk = new Walk(bytes, limit);
  try {
    const end = walk.element(0, bytes.length, message);
    if (end !== bytes.length) throw new Violation('bytes after its end');
    for (const { type, value } of walk.controls) checkControl(type, value, limit);
    return walk.count;
  } catch (error) {
    if (error instanceof Violation) return error.message;
    throw error;
  }
}

function checkControl(type: string, value: Uint8Array | undefined, limit: number): void {
  if (type !== PAGED_RESULTS || value === undefined) return;
  if (new Walk(value, limit).element(0, value.length, pagedResults) !== value.length) {
    throw new Violation('bytes after the end of the paged results control');
  }
}

class Walk {
  count = 0;
  readonly controls: { type: string; value: Uint8Array | undefined }[] = [];
  readonly #bytes: Uint8Array;
  readonly #limit: number;

  constructor(bytes: Uint8Array, limit: number) {
    this.#bytes = bytes;
    this.#limit = limit;
  }

  /** Checks the element at `at`, which has to end by `parentEnd`, and gives where it ends. Goes as deep as the grammar does. */
  element(at: number, parentEnd: number, rule: Rule): number {
    const found = at < parentEnd ? elementAt(this.#bytes, at) : undefined;
    if (found === undefined) throw new Violation(`no ${rule.name}`);
    if (typeof found === 'string')
      throw new Violation(`${rule.name}: a length that LDAP does not allow, at byte ${at}`);
    if (found.end > parentEnd) throw new Violation(`${rule.name}: it ends outside what holds it, at byte ${at}`);
    const own = rule.is === 'choice' ? rule.of[found.tag] : rule;
    if (!own || own.tag !== found.tag) throw new Violation(`${rule.name}: the tag ${hex(found.tag)} at byte ${at}`);
    this.count += 1;
    // The caller refuses a message with so many, so the rest need not be looked at.
    if (this.count > this.#limit) return found.end;
    this.#content(found.start, found.end, own);
    return found.end;
  }

  #content(start: number, end: number, rule: Rule): void {
    if (rule.is === 'fields') this.#fields(start, end, rule);
    if (rule.is === 'list') {
      for (let at = start; at < end && this.count <= this.#limit; ) at = this.element(at, end, rule.of);
    }
    const length = end - start;
    // RFC 4511 has no number beyond 2^31 - 1.
    if (rule.is === 'number' && (length < 1 || length > 4))
      throw new Violation(`${rule.name}: a number of ${length} bytes`);
    if (rule.is === 'boolean' && length !== 1) throw new Violation(`${rule.name}: a truth value of ${length} bytes`);
  }

  #fields(start: number, end: number, { name, fields: rules }: Rule & { is: 'fields' }): void {
    let at = start;
    const contents: Uint8Array[] = [];
    for (const rule of rules) {
      if (this.count > this.#limit) return;
      if (rule.optional && (at >= end || this.#bytes[at] !== rule.tag)) continue;
      const next = this.element(at, end, rule);
      if (name === control.name && rule.is === 'octets') contents.push(this.#contentOf(at, next));
      at = next;
    }
    if (at < end && this.count <= this.#limit)
      throw new Violation(`${name}: the tag ${hex(this.#bytes[at] ?? 0)} at byte ${at}`);
    const [type, value] = contents;
    if (type) this.controls.push({ type: Buffer.from(type).toString('latin1'), value });
  }

  #contentOf(at: number, end: number): Uint8Array {
    const element = elementAt(this.#bytes, at);
    return typeof element === 'string' ? new Uint8Array() : this.#bytes.subarray(element.start, end);
  }
}

const hex = (value: number): string => `0x${value.toString(16).padStart(2, '0')}`;
