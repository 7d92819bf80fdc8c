import type { Attribute, Attributes } from './attributes';
import { ChangeNumbers } from './change-number';
import { formatRdn, isWithin, normalizeDn, parentOf, parseDn, type Rdn } from './distinguished-name';
import { applyChanges, attributesFrom, type Change, checkEntry, type Entry } from './entry';
import type { Filter } from './filter';
import { LdapRefusal, ResultCode } from './ldap-codes';
import { evaluate, normalize } from './matching';
import { isOperational, stampChanged, stampNew, stampSubordinates } from './operational';
import { passwordMatches, storePassword } from './password-storage';
import { Schema, type SchemaDefinitions } from './schema';
import { rootEntry, subschemaEntry } from './server-entries';
import { subjectOf, type Viewer } from './viewer';

/** What a directory is made of; its entries come by `load`. */
export interface DirectoryOptions {
  /** Naming contexts, e.g. `o=gluu`. */
  suffixes: string[];
  /** The identity that may do everything; it needs no entry, like slapd's rootdn. */
  managerDn: string;
  managerPassword: string;
  /** Published in the subschema entry and held to; without it every attribute is allowed. */
  schema?: SchemaDefinitions;
  /** Attributes whose values no two entries of this class may share on write, like slapd's unique overlay. */
  unique?: { objectClass: string; attributes: string[] };
  /** Milliseconds since 1970. */
  now?: () => number;
}

export type Scope = 'base' | 'one' | 'sub';

/**
 * An LDAP directory in memory that behaves like slapd where a client can notice. It knows nothing of sockets.
 * Its methods throw LdapRefusal with the result code to send.
 */
export class Directory {
  readonly schema: Schema;
  readonly managerKey: string;
  private readonly entries = new Map<string, Entry>();
  private readonly suffixKeys: Set<string>;
  private readonly numbers: ChangeNumbers;
  private order = 0;

  constructor(readonly options: DirectoryOptions) {
    this.schema = new Schema(options.schema);
    this.managerKey = normalizeDn(options.managerDn);
    this.suffixKeys = new Set(options.suffixes.map(normalizeDn));
    this.numbers = new ChangeNumbers(options.now);
  }

  /** Adds an entry as slapadd does: by the manager, past the uniqueness rule. Values may be given singly or as texts. */
  load(dn: string, values: Record<string, string | Buffer | readonly (string | Buffer)[]>): void {
    const attributes = Object.entries(values).map(([name, given]) => ({
      name,
      values: (Array.isArray(given) ? given : [given]).map((value) => Buffer.from(value)),
    }));
    this.insert(dn, attributes, this.options.managerDn);
  }

  /** The entry at this DN; also the root DSE (''), also `cn=Subschema`. Throws noSuchObject, invalidDnSyntax. */
  read(dn: string): Entry {
    const key = normalizeDn(dn);
    if (key === '') return rootEntry(this.options.suffixes);
    if (key === 'cn=subschema') return subschemaEntry(this.schema.definitions);
    const entry = this.entries.get(key);
    if (!entry) throw new LdapRefusal(ResultCode.noSuchObject, '', this.nearest(key));
    return entry;
  }

  /** Entries within the scope for which the filter is true, in the order they were added. Throws noSuchObject. */
  search(base: string, scope: Scope, filter: Filter, viewer: Viewer): Entry[] {
    const start = this.read(base);
    // The root DSE and the subschema entry are no part of any naming context: nothing lies below them.
    if (start.order === 0 && scope !== 'base') throw new LdapRefusal(ResultCode.noSuchObject);
    const candidates = scope === 'base' ? [start] : this.within(start.key, scope);
    return candidates.filter((entry) => this.matches(entry, filter, viewer));
  }

  /** Whether the filter is true for this entry. */
  matches(entry: Entry, filter: Filter, viewer: Viewer): boolean {
    return evaluate(filter, subjectOf(entry, viewer, this.schema), this.schema) === true;
  }

  /** Adds an entry. Throws LdapRefusal: entryAlreadyExists, noSuchObject (no parent), constraintViolation, ... */
  add(dn: string, given: readonly Attribute[], by: string): void {
    forbidOperational(given.map(({ name }) => name));
    const { key, attributes } = this.preview(dn, given);
    for (const { name, values } of given) this.checkUnique(key, attributes, name, values);
    this.insert(dn, given, by);
  }

  /** Applies all changes or none. Throws LdapRefusal. */
  modify(dn: string, changes: readonly Change[], by: string): void {
    forbidOperational(changes.map(({ attribute }) => attribute));
    for (const { attribute, values } of changes) this.schema.checkValues(attribute, values);
    const entry = this.writable(dn);
    const changed = applyChanges(entry.attributes, changes, this.schema);
    checkEntry(ownRdn(entry.dn), changed, this.schema);
    for (const { kind, attribute, values } of changes) {
      if (kind !== 'delete') this.checkUnique(entry.key, changed, attribute, values);
    }
    entry.attributes = withStoredPasswords(changed);
    entry.operational = stampChanged(entry.operational, by, this.numbers);
  }

  /** Deletes a leaf. Throws LdapRefusal: noSuchObject, notAllowedOnNonLeaf. */
  remove(dn: string): void {
    const { key } = this.writable(dn);
    if (this.hasChildren(key)) {
      throw new LdapRefusal(ResultCode.notAllowedOnNonLeaf, 'subordinate objects must be deleted first');
    }
    this.entries.delete(key);
    this.noteChildren(parentOf(key));
  }

  /** The entry as an add with these attributes would make it, for an assertion over it; nothing is stored. */
  preview(dn: string, given: readonly Attribute[]): Entry {
    const attributes = attributesFrom(ownRdn(dn), given, this.schema);
    return { dn, key: normalizeDn(dn), order: 0, attributes, operational: new Map() };
  }

  /** Whether this DN may bind with this password; false also for an entry that does not exist. Throws invalidDnSyntax. */
  authenticates(dn: string, password: Buffer): boolean {
    const key = normalizeDn(dn);
    if (key === this.managerKey) return password.equals(Buffer.from(this.options.managerPassword));
    const stored = this.entries.get(key)?.attributes.get('userpassword')?.values ?? [];
    return stored.some((value) => passwordMatches(value, password));
  }

  private insert(dn: string, given: readonly Attribute[], by: string): void {
    const { key, attributes } = this.preview(dn, given);
    this.checkContext(key);
    if (this.entries.has(key)) throw new LdapRefusal(ResultCode.entryAlreadyExists);
    const parent = this.entries.get(parentOf(key));
    if (!parent && !this.suffixKeys.has(key)) throw new LdapRefusal(ResultCode.noSuchObject, '', this.nearest(key));
    checkEntry(ownRdn(dn), attributes, this.schema);
    // Below an entry, its spelling of the DN counts, not the request's.
    const spelled = parent ? `${formatRdn(ownRdn(dn))},${parent.dn}` : parseDn(dn).map(formatRdn).join(',');
    this.order += 1;
    const operational = stampNew(spelled, by, this.numbers);
    this.entries.set(key, {
      dn: spelled,
      key,
      order: this.order,
      attributes: withStoredPasswords(attributes),
      operational,
    });
    this.noteChildren(parentOf(key));
  }

  private writable(dn: string): Entry {
    this.checkContext(normalizeDn(dn));
    return this.read(dn);
  }

  private checkContext(key: string): void {
    for (const suffix of this.suffixKeys) if (isWithin(key, suffix)) return;
    throw new LdapRefusal(ResultCode.unwillingToPerform, 'no global superior knowledge');
  }

  private within(base: string, scope: 'one' | 'sub'): Entry[] {
    const belongs = (key: string) => (scope === 'one' ? parentOf(key) === base : isWithin(key, base));
    return [...this.entries.values()].filter(({ key }) => belongs(key));
  }

  private hasChildren(key: string): boolean {
    return this.within(key, 'one').length > 0;
  }

  private noteChildren(key: string): void {
    const entry = this.entries.get(key);
    if (entry) entry.operational = stampSubordinates(entry.operational, this.hasChildren(key));
  }

  private nearest(key: string): string {
    for (let above = parentOf(key); above !== ''; above = parentOf(above)) {
      const entry = this.entries.get(above);
      if (entry) return entry.dn;
    }
    return '';
  }

  private checkUnique(key: string, attributes: Attributes, attribute: string, values: readonly Buffer[]): void {
    const { unique } = this.options;
    const schemaKey = this.schema.keyOf(attribute);
    if (!unique?.attributes.some((name) => this.schema.keyOf(name) === schemaKey)) return;
    if (!isOfClass(attributes, unique.objectClass)) return;
    const rule = this.schema.ruleOf(attribute);
    const wanted = new Set(values.map((value) => normalize(rule, value)));
    for (const entry of this.entries.values()) {
      if (entry.key === key || !isOfClass(entry.attributes, unique.objectClass)) continue;
      if (entry.attributes.get(schemaKey)?.values.some((value) => wanted.has(normalize(rule, value)))) {
        throw new LdapRefusal(ResultCode.constraintViolation, 'some attributes not unique');
      }
    }
  }
}

const ownRdn = (dn: string): Rdn => parseDn(dn)[0] ?? [];

function isOfClass(attributes: Attributes, objectClass: string): boolean {
  const wanted = objectClass.toLowerCase();
  return attributes.get('objectclass')?.values.some((value) => value.toString().toLowerCase() === wanted) ?? false;
}

function forbidOperational(names: readonly string[]): void {
  const name = names.find(isOperational);
  if (name !== undefined)
    throw new LdapRefusal(ResultCode.constraintViolation, `${name}: no user modification allowed`);
}

/** Passwords arrive in clear text and are never kept so (gluu-facts: "the server hashes it"). */
function withStoredPasswords(attributes: Attributes): Attributes {
  const password = attributes.get('userpassword');
  if (!password) return attributes;
  return new Map(attributes).set('userpassword', { ...password, values: password.values.map(storePassword) });
}
