import type { Page } from '../../src-shared/gluu/pages/page';
import { type ServedChange, whyNotServed } from '../../src-shared/gluu/served-versions';
import { treesFor } from '../../src-shared/gluu/tree-versions';
import { type Range, shortSpanText, versionWords } from '../../src-shared/gluu/versions';
import { leafValue } from '../../src-shared/model/dn';
import type { VersionFacts } from '../../src-shared/model/version';
import { message, verbatim } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { safeText } from '../base/safe-text';
import type { LdapEntry } from '../ldap/ldap-entry';
import { filter, type LdapSession } from '../ldap/ldap-session';
import { type SaltEvidence, saltEvidence } from './salt-proof';
import { namesIn, versionOf } from './version-markers';

/** How a server can guard a write: RFC 4528 with a token that changes with every write, with old values, or not at all. */
export interface WriteGuard {
  assertion: boolean;
  /** Operational attribute that changes with each modification of an entry. Never modifyTimestamp: it has whole seconds. */
  token?: 'entryCSN' | 'etag';
}

/** Where a Gluu 2.x or 3.x tree keeps what this console reads (community-edition-setup 3.1.2, templates/*.ldif). */
export interface GluuTree {
  version: VersionFacts;
  /** Its Organization Configuration. Of versions that have none here nothing is changed (`requireServed`). */
  page: Page;
  vendor: string;
  applianceDn: string;
  organizationDn: string;
  oxtrustDn: string;
  organizationName: string;
  linkBase?: string;
  guard: WriteGuard;
  /** By which a salt is judged, as it was when the tree was found. */
  saltEvidence: SaltEvidence;
}

const ASSERTION_OID = '1.3.6.1.1.12';
const SUFFIX = 'o=gluu';
const APPLIANCES = `ou=appliances,${SUFFIX}`;

export interface ServerRoot {
  vendor: string;
  guard: WriteGuard;
  subschemaDn: string;
}

/** Reads the root DSE: who made the server, how it can guard writes, where its schema is. */
export async function readRoot(session: LdapSession): Promise<ServerRoot> {
  const root = await session.read('', [
    'objectClass',
    'vendorName',
    'vendorVersion',
    'supportedControl',
    'subschemaSubentry',
  ]);
  const openLdap = root?.has('objectClass', 'OpenLDAProotDSE') ?? false;
  const vendor = openLdap
    ? 'OpenLDAP'
    : safeText([root?.first('vendorName'), root?.first('vendorVersion')].filter(Boolean).join(' ')) || 'LDAP server';
  const assertion = root?.has('supportedControl', ASSERTION_OID) ?? false;
  const token = openLdap ? 'entryCSN' : /opendj|wren|forgerock|opends/i.test(vendor) ? 'etag' : undefined;
  return {
    vendor,
    guard: { assertion, ...(token ? { token } : {}) },
    subschemaDn: root?.first('subschemaSubentry') ?? 'cn=subschema',
  };
}

/** Finds the version by the server's schema (version-markers.ts). Throws what `LdapSession.read` throws. */
export async function readVersion(session: LdapSession, root: ServerRoot): Promise<VersionFacts> {
  const schema = await session.read(root.subschemaDn, ['attributeTypes', 'objectClasses']);
  return versionOf({
    attributes: namesIn(schema?.values('attributeTypes') ?? []),
    classes: namesIn(schema?.values('objectClasses') ?? []),
  });
}

/**
 * Finds the appliance, organization and configuration entries. Throws AppError `gluu.noTree` if there is no Gluu tree of
 * 2.x or 3.x, `gluu.notSupported` for a 4.x tree, `gluu.severalAppliances` if it cannot tell which one is in use.
 */
export async function findTree(session: LdapSession): Promise<Omit<GluuTree, 'version' | 'page' | 'vendor' | 'guard'>> {
  const suffix = await session.read(SUFFIX, ['objectClass']);
  if (!suffix) throw new AppError('gluu.noTree', { at: session.at });
  if (suffix.has('objectClass', 'gluuOrganization')) {
    throw notSupported(await versionOf4(session), session.at);
  }
  const appliances = await findAppliances(session);
  const organizations = await session.children(
    SUFFIX,
    filter.equals('objectClass', 'gluuOrganization'),
    ['o', 'displayName'],
    20,
  );

  const candidates = await Promise.all(
    appliances.map(async (applianceDn) => {
      const entry = await readOxtrust(session, oxtrustDnOf(applianceDn));
      return { applianceDn, entry, conf: oxtrustConf(entry) };
    }),
  );
  const inUse = candidates.filter(({ applianceDn, conf }) => conf && conf.applianceInum === leafValue(applianceDn));
  const chosen = candidates.length === 1 ? candidates[0] : inUse.length === 1 ? inUse[0] : undefined;
  if (!chosen) {
    const found = appliances.map((dn) => safeText(leafValue(dn) ?? dn)).join(', ');
    throw new AppError(appliances.length === 0 ? 'gluu.noTree' : 'gluu.severalAppliances', {
      at: session.at,
      facts: { found },
    });
  }

  const organization =
    organizations.entries.find(({ dn }) => leafValue(dn) === chosen.conf?.orgInum) ??
    (organizations.entries.length === 1 ? organizations.entries[0] : undefined);
  if (!organization)
    throw new AppError('gluu.noTree', { at: session.at, reason: message('failure.reason.noOrganization') });
  return {
    applianceDn: chosen.applianceDn,
    organizationDn: organization.dn,
    oxtrustDn: oxtrustDnOf(chosen.applianceDn),
    organizationName: safeText(organization.first('displayName') ?? ''),
    ...(chosen.conf?.linkBase ? { linkBase: safeText(chosen.conf.linkBase) } : {}),
    saltEvidence: saltEvidence(chosen.entry),
  };
}

/** Which 4.x, as far as its schema tells. */
async function versionOf4(session: LdapSession): Promise<Range | undefined> {
  const version = await readVersion(session, await readRoot(session));
  return treesFor(version).every(({ series }) => series === '4.x') ? version : undefined;
}

async function findAppliances(session: LdapSession): Promise<string[]> {
  try {
    const found = await session.children(APPLIANCES, filter.equals('objectClass', 'gluuAppliance'), ['inum'], 20);
    return found.entries.map(({ dn }) => dn);
  } catch (error) {
    if (error instanceof AppError && error.code === 'ldap.missing') return [];
    throw error;
  }
}

const oxtrustDnOf = (applianceDn: string): string => `ou=oxtrust,ou=configuration,${applianceDn}`;

/** An account that may not read the entry can still do all that needs nothing of it. */
async function readOxtrust(session: LdapSession, dn: string): Promise<LdapEntry | undefined> {
  try {
    return await session.read(dn, ['oxTrustConfApplication']);
  } catch (error) {
    if (error instanceof AppError && error.code === 'ldap.rights') return undefined;
    throw error;
  }
}

/** Reads by what a salt is judged, as it is now. Throws AppError (`ldap.*`, `net.*`). */
export const readSaltEvidence = async (session: LdapSession, { oxtrustDn }: GluuTree): Promise<SaltEvidence> =>
  saltEvidence(await readOxtrust(session, oxtrustDn));

/** oxTrust's own word on which appliance and organization it uses (`oxTrustConfApplication`, a JSON text). */
function oxtrustConf(entry: LdapEntry | undefined) {
  const text = entry?.first('oxTrustConfApplication');
  if (text === undefined) return undefined;
  let conf: unknown;
  try {
    conf = JSON.parse(text);
  } catch {
    return undefined; // a cluster of appliances is then told apart by the other candidates
  }
  const own = (key: string) =>
    typeof conf === 'object' && conf !== null && Object.hasOwn(conf, key)
      ? String((conf as Record<string, unknown>)[key])
      : undefined;
  return { orgInum: own('orgInum'), applianceInum: own('applianceInum'), linkBase: own('applianceUrl') };
}

/** What this console refuses for the version of a server; undefined: some version of 4.x. `found`: the version in short. */
export const notSupported = (version: Range | undefined, at?: string): AppError =>
  new AppError('gluu.notSupported', {
    ...(at === undefined ? {} : { at }),
    facts: version
      ? { version: versionWords(version), found: shortSpanText(version) }
      : { version: verbatim(SOME_4), found: SOME_4 },
  });
const SOME_4 = '4.x';

/** Throws AppError `gluu.notSupported` for a version that this console does not change so. */
export function requireServed(version: VersionFacts, change: ServedChange): void {
  if (whyNotServed(version, change)) throw notSupported(version);
}
