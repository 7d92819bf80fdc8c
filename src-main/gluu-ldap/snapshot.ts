import type { EntrySpec, FieldDefinition } from '../../src-shared/gluu/pages/page';
import { fieldsShown } from '../../src-shared/gluu/pages/pages';
import { canonicalDn } from '../../src-shared/model/dn';
import type { EntryId, FieldId, FieldView } from '../../src-shared/model/organization';
import type { Message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { safeText } from '../base/safe-text';
import type { LdapSession } from '../ldap/ldap-session';
import type { GluuTree } from './discover';
import { decodeField, decodeMember, invisibleIn, oddIn, severalIn } from './field-codec';
import { memberReader, readSmtpConfiguration, type StoredSmtp } from './smtp-configuration';

/** The attributes of one entry, byte for byte as text, with the token that changes whenever the entry does. */
export interface EntryImage {
  dn: string;
  values: ReadonlyMap<string, readonly string[]>;
  token?: string;
  /** Whose write it was that left the entry so (RFC 4512 section 3.4.4); absent where the server does not say. */
  modifiersName?: string;
}

/** Everything Organization Configuration shows, as it was read at one moment. Stays in main. */
export interface Snapshot {
  tree: GluuTree;
  readAt: string;
  /** Of each entry of the page. */
  entries: ReadonlyMap<EntryId, EntryImage>;
  /** What the entries are called that fields hold as DNs. */
  names: Partial<Record<FieldId, string>>;
}

type Entries = Pick<Snapshot, 'entries'>;

/** An entry of a tree's page; throws for one that the page does not have. */
function specOf({ page }: GluuTree, id: EntryId): EntrySpec {
  const spec = page.entries.find((entry) => entry.id === id);
  if (!spec) throw new Error(`no entry ${id}`);
  return spec;
}

/** Where an entry of the page lies in this tree. */
export function dnOf(tree: GluuTree, entry: EntryId): string {
  const { anchor, rdns } = specOf(tree, entry).place;
  const anchorDn = { appliance: tree.applianceDn, organization: tree.organizationDn }[anchor];
  return rdns === undefined ? anchorDn : `${rdns},${anchorDn}`;
}

/** Reads one entry of the page, as far as its fields go. Throws AppError `ldap.missing` if it is not there. */
export async function readEntry(session: LdapSession, tree: GluuTree, entry: EntryId): Promise<EntryImage> {
  const dn = dnOf(tree, entry);
  const ofEntry = tree.page.fields.filter((field) => field.entry === entry);
  const names = [...new Set(ofEntry.flatMap(({ attribute }) => attribute ?? []))];
  const { token } = tree.guard;
  const found = await session.read(dn, [...names, ...(token ? [token] : []), 'modifiersName']);
  if (!found) throw new AppError('ldap.missing', { at: session.at, facts: { dn } });
  const tokenValue = token ? found.first(token) : undefined;
  const modifiersName = found.first('modifiersName');
  return {
    dn,
    values: new Map(names.map((name) => [name, found.values(name)])),
    ...(tokenValue === undefined ? {} : { token: tokenValue }),
    ...(modifiersName === undefined ? {} : { modifiersName: safeText(modifiersName) }),
  };
}

/** Reads all entries of the page. */
export async function readSnapshot(session: LdapSession, tree: GluuTree): Promise<Snapshot> {
  const read = tree.page.entries.map(async ({ id }) => [id, await readEntry(session, tree, id)] as const);
  const entries = new Map(await Promise.all(read));
  return { tree, readAt: new Date().toISOString(), entries, names: await namesIn(session, tree, entries) };
}

/** What the entries are called whose DNs stand in fields. */
async function namesIn(session: LdapSession, tree: GluuTree, entries: Snapshot['entries']): Promise<Snapshot['names']> {
  const names: Snapshot['names'] = {};
  for (const field of tree.page.fields) {
    if (field.namedBelow === undefined) continue;
    const branch = `${field.namedBelow},${tree.organizationDn}`;
    const name = await nameOf(session, branch, valuesOf(field, { entries })[0]);
    if (name) names[field.id] = name;
  }
  return names;
}

/** What an entry of this branch is called; undefined for any other entry, and where it cannot be read. */
async function nameOf(session: LdapSession, branchDn: string, dn: string | undefined): Promise<string | undefined> {
  if (dn === undefined || !canonicalDn(dn)?.endsWith(`,${canonicalDn(branchDn)}`)) return undefined;
  try {
    return safeText((await session.read(dn, ['displayName']))?.first('displayName') ?? '');
  } catch (error) {
    if (error instanceof AppError && (error.code === 'ldap.rights' || error.code === 'ldap.missing')) return undefined;
    throw error;
  }
}

/** The fields that this server's page shows, in its order. */
export const fieldsOf = ({ tree }: Pick<Snapshot, 'tree'>): FieldDefinition[] => fieldsShown(tree.page, tree.version);

/** The entry as it was read; throws for one that was not. */
export function imageOf({ entries }: Entries, entry: EntryId): EntryImage {
  const image = entries.get(entry);
  if (!image) throw new Error(`the entry ${entry} was not read`);
  return image;
}

/** The values of the attribute that a field lies in. */
export const valuesOf = ({ entry, attribute }: FieldDefinition, snapshot: Entries): readonly string[] =>
  (attribute && imageOf(snapshot, entry).values.get(attribute)) || [];

/** What one field holds in a set of entries. A member of a JSON attribute that cannot be read is null. */
export function fieldView(field: FieldDefinition, snapshot: Entries): FieldView {
  const { id } = field;
  const values = valuesOf(field, snapshot);
  if (field.control !== 'secret' && field.storage !== 'json') return { id, ...decodeField(field, values) };
  const value = field.control === 'secret' ? null : decodeMember(field, memberOf(field, values));
  return { id, value, ...oddIn([...severalIn(field, values), ...invisibleIn(value)]) };
}

/** The ciphertext of a secret as it is stored; null where none is, undefined where the JSON text it lies in cannot be read. */
export function storedSecret(field: FieldDefinition, snapshot: Entries): string | null | undefined {
  const values = valuesOf(field, snapshot);
  const stored = field.storage === 'json' ? memberOf(field, values) : (values[0] ?? null);
  return stored === undefined || typeof stored === 'string' ? stored : null;
}

function memberOf({ attribute = '', key = '' }: FieldDefinition, [text]: readonly string[]): unknown {
  const read = memberReader(attribute, text);
  return read.ok ? read.member(key) : undefined;
}

/** By attribute, the JSON texts among what was read that Gluu itself cannot read, with the reason. */
export function brokenIn({ tree: { page }, entries }: Snapshot): Map<string, { why: Message; raw: string }> {
  const broken = new Map<string, { why: Message; raw: string }>();
  for (const field of page.fields) {
    const [raw] = field.storage === 'json' ? valuesOf(field, { entries }) : [];
    const read = raw === undefined ? undefined : memberReader(field.attribute ?? '', raw);
    if (raw !== undefined && read && !read.ok) broken.set(field.attribute ?? '', { why: read.why, raw });
  }
  return broken;
}

/** The mail settings among what was read; absent on a page without. */
export function smtpOf({ tree: { page }, entries }: Snapshot): StoredSmtp {
  const field = page.fields.find(({ attribute }) => attribute === 'oxSmtpConfiguration');
  return readSmtpConfiguration(field && valuesOf(field, { entries })[0]);
}
