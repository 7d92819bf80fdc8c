import type { EntrySpec, FieldDefinition } from '../../src-shared/gluu/pages/page';
import { fieldsShown } from '../../src-shared/gluu/pages/pages';
import { canonicalDn } from '../../src-shared/model/dn';
import type { EntryId, FieldId, FieldView } from '../../src-shared/model/organization';
import { type Message, message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { later } from '../base/later';
import { safeText } from '../base/safe-text';
import type { LdapSession } from '../ldap/ldap-session';
import type { GluuTree, Where } from './discover';
import { decodeField, decodeMember, invisibleIn, listedWords, oddIn, severalIn } from './field-codec';
import { readJson } from './json-text';
import { memberReader, readSmtpConfiguration, type StoredSmtp } from './smtp-configuration';
import { readStoredSmtp, type SmtpFound } from './smtp-stores';

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
function specOf({ page }: Where, id: EntryId): EntrySpec {
  const spec = page.entries.find((entry) => entry.id === id);
  if (!spec) throw new Error(`no entry ${id}`);
  return spec;
}

/** Where an entry of the page lies in this tree. */
export function dnOf(tree: Where, entry: EntryId): string {
  const { anchor, rdns } = specOf(tree, entry).place;
  const anchorDn = { configuration: tree.configDn, organization: tree.organizationDn }[anchor];
  return rdns === undefined ? anchorDn : `${rdns},${anchorDn}`;
}

/** Reads one entry of the page, as far as its fields go. Throws AppError `ldap.missing` if it is not there. */
export async function readEntry(session: LdapSession, tree: Where, entry: EntryId): Promise<EntryImage> {
  const dn = dnOf(tree, entry);
  const ofEntry = tree.page.fields.filter((field) => field.entry === entry);
  const names = [
    ...new Set(ofEntry.flatMap(({ attribute, copiedTo }) => [attribute ?? [], copiedTo?.attribute ?? []].flat())),
  ];
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

export type EntryImages = Snapshot['entries'];

/** Reads these entries of the page in one piece. Throws what `readEntry` throws. */
export const readEach = async (session: LdapSession, tree: Where, entries: readonly EntryId[]): Promise<EntryImages> =>
  new Map(await Promise.all(entries.map(async (id) => [id, await readEntry(session, tree, id)] as const)));

/** What is read of a page beside where it lies. */
export type PageRead = Pick<Snapshot, 'readAt' | 'entries' | 'names'>;

/** The DNs in fields whose names were read the last time: those names are asked for together with the entries. */
export interface NamedBefore {
  named?: readonly string[];
}

/** Asks for all entries of the page in one piece; gives each as `readEntry` does. */
export function askEntries(session: LdapSession, tree: Where): (entry: EntryId) => Promise<EntryImage> {
  const asked = new Map(tree.page.entries.map(({ id }) => [id, later(readEntry(session, tree, id))]));
  return (entry) => asked.get(entry) ?? readEntry(session, tree, entry);
}

/**
 * Reads all entries of the page, or takes them as they were `asked` for, and what the entries are called whose DNs stand in their
 * fields. `before` is kept up to date. Throws what `readEntry` throws.
 */
export async function readPage(
  session: LdapSession,
  tree: Where,
  before: NamedBefore = {},
  asked = askEntries(session, tree),
): Promise<PageRead> {
  const early = new Map(before.named?.map((dn) => [dn, later(nameOf(session, dn))]));
  const read = tree.page.entries.map(async ({ id }) => [id, await asked(id)] as const);
  const entries = new Map(await Promise.all(read));
  const readAt = new Date().toISOString();
  const called = namedIn(tree, entries);
  const names = await Promise.all(called.map(async ([id, dn]) => [id, await (early.get(dn) ?? nameOf(session, dn))]));
  await Promise.allSettled(early.values());
  before.named = called.map(([, dn]) => dn);
  return { readAt, entries, names: Object.fromEntries(names.filter(([, name]) => name)) };
}

/** Reads all entries of the page. */
export const readSnapshot = async (session: LdapSession, tree: GluuTree): Promise<Snapshot> => ({
  tree,
  ...(await readPage(session, tree)),
});

/** The fields that hold the DN of an entry in the branch where such entries have names, with that DN. */
const namedIn = ({ page, organizationDn }: Where, entries: Snapshot['entries']): [FieldId, string][] =>
  page.fields.flatMap((field): [FieldId, string][] => {
    const [dn] = field.namedBelow === undefined ? [] : valuesOf(field, { entries });
    const branch = canonicalDn(`${field.namedBelow},${organizationDn}`);
    return dn !== undefined && canonicalDn(dn)?.endsWith(`,${branch}`) ? [[field.id, dn]] : [];
  });

/** What an entry is called; undefined where it cannot be read. */
async function nameOf(session: LdapSession, dn: string): Promise<string | undefined> {
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
  const stored = memberOf(field, values);
  const value = field.control === 'secret' ? null : decodeMember(field, stored);
  const odd = [...severalIn(field, values), ...invisibleIn(value)];
  return field.control === 'menu' ? menuView(field, stored, snapshot) : { id, value, ...oddIn(odd) };
}

/** A menu whose words the server does not list cannot be changed; one with a word that it does not list is not read by it. */
function menuView(field: FieldDefinition, stored: unknown, snapshot: Entries): FieldView {
  const { id } = field;
  const words = wordsOf(field, snapshot);
  const meant = decodeMember(field, stored);
  const isListed = stored === null || stored === undefined || !words || words.includes(String(stored));
  const odd = isListed && (meant !== null || stored === null || stored === undefined) ? [] : [stored];
  return {
    id,
    value: meant,
    ...oddIn(odd.map((word) => message('field.odd.otherWord', { stored: safeText(String(word)) }))),
    ...(words ? {} : { fixed: message('field.fixed.noList') }),
  };
}

/** How the server spells the options of a menu, by its own list; undefined where it has none. */
export function wordsOf(field: FieldDefinition, snapshot: Entries): readonly string[] | undefined {
  const [text] = field.wordsListedIn === undefined ? [] : valuesOf(field, snapshot);
  const json = text === undefined ? undefined : readJson(text);
  return json?.ok ? listedWords(field, json.members.get(field.wordsListedIn ?? '')) : undefined;
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

/** The text of oxSmtpConfiguration among what was read, if the mail settings of the page lie in it; else it counts as absent. */
export function smtpOf({ tree: { page }, entries }: Snapshot): StoredSmtp {
  const field = page.fields.find(({ attribute }) => attribute === 'oxSmtpConfiguration');
  return readSmtpConfiguration(field && valuesOf(field, { entries })[0]);
}

/** The mail settings of a page as they are stored, wherever they lie, with the password as it is stored. They stay in main. */
export function storedMailSettings({ tree: { page }, entries }: Snapshot): SmtpFound {
  const field = page.fields.find(({ id }) => id === 'smtpHost');
  if (!field) return { kind: 'absent' };
  const { values } = imageOf({ entries }, field.entry);
  const store = field.storage === 'json' ? 'kebabCase' : 'attributes';
  return readStoredSmtp(store, { first: (name) => values.get(name)?.[0] });
}
