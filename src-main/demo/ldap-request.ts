import type { Attribute } from './attributes';
import { BerReader } from './ber';
import { MalformedMessage, readAll, readContent, readElements, readFlag, readNumber, readText } from './ber-elements';
import type { Scope } from './directory';
import type { Change } from './entry';
import type { Filter } from './filter';
import { Tag } from './ldap-codes';
import { readFilter } from './ldap-filter';

/** A control as it came (RFC 4511 section 4.1.11). */
export interface Control {
  oid: string;
  critical: boolean;
  value?: Buffer;
}

export interface BindOperation {
  kind: 'bind';
  version: number;
  dn: string;
  /** Undefined for SASL and anything else that is not simple. */
  password?: Buffer;
}
export interface SearchOperation {
  kind: 'search';
  base: string;
  scope: Scope;
  /** 0 for no limit. */
  sizeLimit: number;
  typesOnly: boolean;
  filter: Filter;
  attributes: string[];
}
interface ModifyOperation {
  kind: 'modify';
  dn: string;
  changes: Change[];
}
interface AddOperation {
  kind: 'add';
  dn: string;
  attributes: Attribute[];
}
interface CompareOperation {
  kind: 'compare';
  dn: string;
  attribute: string;
  value: Buffer;
}
interface ExtendedOperation {
  kind: 'extended';
  oid: string;
}
export type Operation =
  | BindOperation
  | SearchOperation
  | ModifyOperation
  | AddOperation
  | CompareOperation
  | ExtendedOperation
  | { kind: 'delete'; dn: string }
  | { kind: 'modifyDn' }
  | { kind: 'unbind' }
  | { kind: 'abandon' };

export interface LdapRequest {
  id: number;
  operation: Operation;
  controls: Control[];
}

const simpleCredentials = 0x80;
const extendedName = 0x80;
const scopes: readonly Scope[] = ['base', 'one', 'sub'];
const changeKinds: readonly Change['kind'][] = ['add', 'delete', 'replace'];

/** Decodes one whole LDAP message (RFC 4511 section 4.1.1). Throws MalformedMessage for anything it is not. */
export function readRequest(message: Buffer): LdapRequest {
  const outer = new BerReader(message);
  const parts = readElements(outer);
  if (outer.remain > 0) throw new MalformedMessage('bytes after the message');
  const id = readNumber(parts);
  // 0 is for the server's own notices (RFC 4511 section 4.1.1.1).
  if (id < 1) throw new MalformedMessage('message id out of range');
  const operation = readOperation(parts);
  const controls = parts.peek() === Tag.controls ? readAll(readElements(parts, Tag.controls), readControl) : [];
  return { id, operation, controls };
}

function readOperation(parts: BerReader): Operation {
  const tag = parts.peek() ?? 0;
  switch (tag) {
    case Tag.bindRequest:
      return readBind(readElements(parts, tag));
    case Tag.unbindRequest:
      readContent(parts, tag);
      return { kind: 'unbind' };
    case Tag.searchRequest:
      return readSearch(readElements(parts, tag));
    case Tag.modifyRequest:
      return readModify(readElements(parts, tag));
    case Tag.addRequest: {
      const inner = readElements(parts, tag);
      return { kind: 'add', dn: readText(inner), attributes: readAll(readElements(inner), readAttribute) };
    }
    case Tag.deleteRequest:
      return { kind: 'delete', dn: readText(parts, tag) };
    case Tag.modifyDnRequest:
      readContent(parts, tag);
      return { kind: 'modifyDn' };
    case Tag.compareRequest:
      return readCompare(readElements(parts, tag));
    case Tag.abandonRequest:
      readContent(parts, tag);
      return { kind: 'abandon' };
    case Tag.extendedRequest:
      return { kind: 'extended', oid: readText(readElements(parts, tag), extendedName) };
    default:
      throw new MalformedMessage('unknown operation');
  }
}

function readBind(inner: BerReader): BindOperation {
  const version = readNumber(inner);
  const dn = readText(inner);
  if (inner.peek() !== simpleCredentials) return { kind: 'bind', version, dn };
  return { kind: 'bind', version, dn, password: Buffer.from(readContent(inner, simpleCredentials)) };
}

function readSearch(inner: BerReader): SearchOperation {
  const base = readText(inner);
  const scope = scopes[readNumber(inner, Tag.enumerated)];
  if (scope === undefined) throw new MalformedMessage('unknown scope');
  // Aliases: the demo's trees have none, so derefAliases changes nothing.
  readNumber(inner, Tag.enumerated);
  const sizeLimit = readNumber(inner);
  // No search here takes long enough for a timeLimit.
  readNumber(inner);
  const typesOnly = readFlag(inner);
  const filter = readFilter(inner);
  const attributes = readAll(readElements(inner), (reader) => readText(reader));
  return { kind: 'search', base, scope, sizeLimit, typesOnly, filter, attributes };
}

function readModify(inner: BerReader): ModifyOperation {
  return { kind: 'modify', dn: readText(inner), changes: readAll(readElements(inner), readChange) };
}

function readChange(reader: BerReader): Change {
  const parts = readElements(reader);
  const kind = changeKinds[readNumber(parts, Tag.enumerated)];
  if (kind === undefined) throw new MalformedMessage('unknown change');
  const { name, values } = readAttribute(parts);
  return { kind, attribute: name, values };
}

function readAttribute(reader: BerReader): Attribute {
  const parts = readElements(reader);
  const name = readText(parts);
  return { name, values: readAll(readElements(parts, Tag.set), (value) => readContent(value, Tag.octetString)) };
}

function readCompare(inner: BerReader): CompareOperation {
  const dn = readText(inner);
  const assertion = readElements(inner);
  return { kind: 'compare', dn, attribute: readText(assertion), value: readContent(assertion, Tag.octetString) };
}

function readControl(reader: BerReader): Control {
  const parts = readElements(reader);
  const oid = readText(parts);
  const critical = parts.peek() === Tag.boolean && readFlag(parts);
  if (parts.remain === 0) return { oid, critical };
  return { oid, critical, value: readContent(parts, Tag.octetString) };
}
