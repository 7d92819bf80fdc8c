import type { Attribute, Attributes } from './attributes';
import type { Rdn } from './distinguished-name';
import { LdapRefusal, ResultCode } from './ldap-codes';
import { normalize } from './matching';
import type { Schema } from './schema';

export interface Entry {
  /** As it was written when the entry was added. */
  readonly dn: string;
  /** The normalised DN. */
  readonly key: string;
  /** Grows with every added entry; searches answer in this order. */
  readonly order: number;
  attributes: Attributes;
  /** entryCSN, entryUUID, createTimestamp, ...: sent only when asked for (RFC 4512 section 3.4). */
  operational: Attributes;
}

/** One change of a modify request (RFC 4511 section 4.6). */
export interface Change {
  kind: 'add' | 'delete' | 'replace';
  attribute: string;
  values: Buffer[];
}

/**
 * Builds a new entry's attributes from an add request; the values its RDN names are added where they are missing,
 * as slapd does. Throws LdapRefusal.
 */
export function attributesFrom(rdn: Rdn, given: readonly Attribute[], schema: Schema): Attributes {
  const attributes: Attributes = new Map();
  for (const { name, values } of given) applyChange(attributes, { kind: 'add', attribute: name, values }, schema);
  for (const { type, value } of missingRdnParts(rdn, attributes, schema)) {
    applyChange(attributes, { kind: 'add', attribute: type, values: [Buffer.from(value)] }, schema);
  }
  return attributes;
}

/**
 * Applies changes in their order to a copy and gives the copy, so either all of them happen or none
 * (RFC 4511 section 4.6). Throws LdapRefusal.
 */
export function applyChanges(attributes: Attributes, changes: readonly Change[], schema: Schema): Attributes {
  const changed: Attributes = new Map(
    [...attributes].map(([key, { name, values }]) => [key, { name, values: [...values] }]),
  );
  for (const change of changes) applyChange(changed, change, schema);
  return changed;
}

/** Checks what every entry needs: an object class, and the values its RDN names. Throws LdapRefusal. */
export function checkEntry(rdn: Rdn, attributes: Attributes, schema: Schema): void {
  if (!attributes.has('objectclass')) {
    throw new LdapRefusal(ResultCode.objectClassViolation, 'no objectClass attribute');
  }
  const [missing] = missingRdnParts(rdn, attributes, schema);
  if (!missing) return;
  throw new LdapRefusal(
    ResultCode.namingViolation,
    `value of naming attribute '${missing.type}' is not present in entry`,
  );
}

function missingRdnParts(rdn: Rdn, attributes: Attributes, schema: Schema): Rdn {
  return rdn.filter(({ type, value }) => {
    const rule = schema.ruleOf(type);
    const wanted = normalize(rule, Buffer.from(value));
    const values = attributes.get(schema.keyOf(type))?.values ?? [];
    return !values.some((other) => normalize(rule, other) === wanted);
  });
}

function applyChange(attributes: Attributes, change: Change, schema: Schema): void {
  const { attribute, values } = change;
  schema.checkValues(attribute, values);
  const key = schema.keyOf(attribute);
  const present = attributes.get(key);
  switch (change.kind) {
    case 'add':
      if (values.length === 0) throw new LdapRefusal(ResultCode.protocolError, `${attribute}: no values given`);
      keep(attributes, key, attribute, withAdded(present?.values ?? [], values, attribute, schema));
      return;
    case 'replace':
      keep(attributes, key, attribute, withAdded([], values, attribute, schema));
      return;
    case 'delete':
      if (present === undefined) throw new LdapRefusal(ResultCode.noSuchAttribute, `${attribute}: no such attribute`);
      keep(attributes, key, attribute, withoutDeleted(present.values, values, attribute, schema));
  }
}

function keep(attributes: Attributes, key: string, attribute: string, values: Buffer[]): void {
  if (values.length === 0) attributes.delete(key);
  else attributes.set(key, { name: attributes.get(key)?.name ?? attribute, values });
}

function withAdded(present: readonly Buffer[], added: readonly Buffer[], attribute: string, schema: Schema): Buffer[] {
  const rule = schema.ruleOf(attribute);
  const taken = new Set(present.map((value) => normalize(rule, value)));
  added.forEach((value, index) => {
    const normalized = normalize(rule, value);
    if (normalized !== undefined && taken.has(normalized)) {
      throw new LdapRefusal(ResultCode.attributeOrValueExists, `${attribute}: value #${index} already exists`);
    }
    taken.add(normalized);
  });
  // Copies: the request's values are views into the connection's receive buffer.
  return [...present, ...added.map((value) => Buffer.from(value))];
}

function withoutDeleted(present: Buffer[], deleted: readonly Buffer[], attribute: string, schema: Schema): Buffer[] {
  if (deleted.length === 0) return [];
  const rule = schema.ruleOf(attribute);
  const left = new Map(present.map((value) => [normalize(rule, value) ?? value.toString('latin1'), value]));
  for (const value of deleted) {
    if (!left.delete(normalize(rule, value) ?? value.toString('latin1'))) {
      throw new LdapRefusal(ResultCode.noSuchAttribute, `${attribute}: no such value`);
    }
  }
  return [...left.values()];
}
