import { compareVersions } from '../../src-shared/gluu/versions';
import { canonicalDn } from '../../src-shared/model/dn';
import type { FieldView } from '../../src-shared/model/organization';
import {
  type ConfigEntry,
  type FieldDefinition,
  type FieldId,
  organizationFields,
} from '../../src-shared/model/organization-fields';
import type { VersionFacts } from '../../src-shared/model/version';
import { AppError } from '../base/app-error';
import { safeText } from '../base/safe-text';
import type { LdapSession } from '../ldap/ldap-session';
import type { GluuTree } from './discover';
import { decodeField, decodeMember, invisibleIn } from './field-codec';
import { readJson } from './json-text';
import { readSmtpConfiguration, type StoredSmtp } from './smtp-configuration';

export const configEntries = ['appliance', 'organization', 'oxauth'] as const satisfies readonly ConfigEntry[];

/** The attributes of one entry, byte for byte as text, with the token that changes whenever the entry does. */
export interface EntryImage {
  dn: string;
  values: ReadonlyMap<string, readonly string[]>;
  token?: string;
  /** Whose write it was that left the entry so (RFC 4512 section 3.4.4); absent where the server does not tell. */
  modifiersName?: string;
}

/** Everything Organization Configuration shows, as it was read at one moment. Stays in main. */
export interface Snapshot {
  tree: GluuTree;
  readAt: string;
  entries: Record<ConfigEntry, EntryImage>;
  smtp: StoredSmtp;
  /** The display name of the manager group, which the organization entry has as a DN. */
  managerGroupName?: string;
}

/** The attributes of an entry that fields live in. */
const attributesOf = (entry: ConfigEntry): string[] => [
  ...new Set(
    organizationFields.flatMap((field: FieldDefinition) =>
      field.entry === entry && field.attribute ? [field.attribute] : [],
    ),
  ),
];

/** Where a configuration entry lies in this tree. */
export const dnOf = (tree: GluuTree, entry: ConfigEntry): string =>
  ({ appliance: tree.applianceDn, organization: tree.organizationDn, oxauth: tree.oxauthDn })[entry];

/** Reads one configuration entry. Throws AppError `ldap.missing` if it is not there. */
export async function readEntry(session: LdapSession, tree: GluuTree, entry: ConfigEntry): Promise<EntryImage> {
  const dn = dnOf(tree, entry);
  const names = attributesOf(entry);
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

/** Reads all configuration entries. */
export async function readSnapshot(session: LdapSession, tree: GluuTree): Promise<Snapshot> {
  const [appliance, organization, oxauth] = await Promise.all(
    configEntries.map((entry) => readEntry(session, tree, entry)),
  );
  if (!appliance || !organization || !oxauth) throw new Error('an entry was not read');
  const managerGroupName = await groupName(session, tree, organization.values.get('gluuManagerGroup')?.[0]);
  return {
    tree,
    readAt: new Date().toISOString(),
    entries: { appliance, organization, oxauth },
    smtp: readSmtpConfiguration(appliance.values.get('oxSmtpConfiguration')?.[0]),
    ...(managerGroupName ? { managerGroupName } : {}),
  };
}

/** What a group of this organization is called; undefined for any other entry, and where it cannot be read. */
async function groupName(
  session: LdapSession,
  { organizationDn }: GluuTree,
  dn: string | undefined,
): Promise<string | undefined> {
  const branch = canonicalDn(`ou=groups,${organizationDn}`);
  if (dn === undefined || !canonicalDn(dn)?.endsWith(`,${branch}`)) return undefined;
  try {
    return safeText((await session.read(dn, ['displayName']))?.first('displayName') ?? '');
  } catch (error) {
    if (error instanceof AppError && (error.code === 'ldap.rights' || error.code === 'ldap.missing')) return undefined;
    throw error;
  }
}

/** The fields that version's page shows, in its order. */
export const fieldsOf = (version: VersionFacts): FieldDefinition[] =>
  organizationFields.filter(
    (field: FieldDefinition) =>
      (!field.since || compareVersions(version.least, field.since) >= 0) &&
      (!field.until || compareVersions(version.least, field.until) <= 0),
  );

/** What one field holds in a set of entries. A member of a JSON attribute that cannot be read is null. */
export function fieldView(field: FieldDefinition, snapshot: Snapshot): FieldView {
  const id = field.id as FieldId;
  const values = field.attribute ? (snapshot.entries[field.entry].values.get(field.attribute) ?? []) : [];
  if (field.storage !== 'json') return { id, ...decodeField(field, values) };
  const value = field.control === 'secret' ? null : decodeMember(field, memberOf(field, snapshot));
  const several =
    values.length > 1 ? `${values.length} values are stored in ${field.attribute}; Gluu reads the first it gets.` : '';
  const oddity = `${several} ${invisibleIn(value)}`.trim();
  return { id, value, ...(oddity ? { oddity } : {}) };
}

function memberOf(field: FieldDefinition, snapshot: Snapshot): unknown {
  if (field.attribute === 'oxSmtpConfiguration') {
    const settings = snapshot.smtp.kind === 'json' ? snapshot.smtp.settings : undefined;
    return settings?.[field.key as keyof typeof settings];
  }
  const json = readJson(snapshot.entries[field.entry].values.get(field.attribute ?? '')?.[0] ?? '{}');
  return json.ok ? json.members.get(field.key ?? '') : undefined;
}
