import type { Page } from '../../src-shared/gluu/pages/page';
import { pageNear } from '../../src-shared/gluu/pages/pages';
import { type ServedChange, whyNotServed } from '../../src-shared/gluu/pages/served-versions';
import { ofForm, type TreeForm } from '../../src-shared/gluu/tree-versions';
import { isWithin, overlap, type Range, shortSpanText, spanOf, versionWords } from '../../src-shared/gluu/versions';
import { leafValue } from '../../src-shared/model/dn';
import type { VersionFacts } from '../../src-shared/model/version';
import { message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { later } from '../base/later';
import { safeText } from '../base/safe-text';
import type { LdapEntry } from '../ldap/ldap-entry';
import { filter, type LdapSession } from '../ldap/ldap-session';
import { type SaltEvidence, saltEvidence } from './salt-proof';
import { findVersion, readRoot, type SchemaSeen, type ServerRoot, type WriteGuard } from './server-schema';
import { APPLIANCES, placesOfAppliance, placesOfConfiguration, SUFFIX, type TreePlaces } from './tree-places';

/** A Gluu tree: where it keeps what this console reads, and what was found of it. */
export interface GluuTree extends TreePlaces {
  version: VersionFacts;
  /** Its Organization Configuration. Of versions that have none here nothing is changed (`requireServed`). */
  page: Page;
  vendor: string;
  organizationName: string;
  linkBase?: string;
  /** The schema lets a reset request have `exp` and `del`. */
  requestsExpire: boolean;
  guard: WriteGuard;
  /** By which a salt is judged, as it was when the tree was found. */
  saltEvidence: SaltEvidence;
}

/** Of `o=gluu` itself it is the class in 4.x. */
const ORGANIZATION = 'gluuOrganization';

/** What has to be known of a tree to read in it. */
export type Where = Pick<GluuTree, 'version' | 'page' | 'guard' | keyof TreePlaces>;

/** What is kept of a tree to look there first the next time. */
export const whereOf = ({
  vendor: _,
  requestsExpire: _expire,
  organizationName: _name,
  linkBase: _base,
  saltEvidence: _salt,
  ...where
}: GluuTree): Where => where;

/** What was found the last time. It says what to ask for at once; nothing of the tree is believed before it was found again. */
export interface TreeSeen {
  where: Where;
  schema: SchemaSeen;
}

type Place = Omit<GluuTree, keyof Known>;
type Known = Pick<GluuTree, 'version' | 'page' | 'vendor' | 'guard' | 'requestsExpire'>;

/** What is found of a server; each is there, or fails, when its answers are. */
export interface Looking<R> {
  /** The entries of the tree, as `placeOf` finds them. */
  place: Promise<Place>;
  known: Promise<Known>;
  schema: Promise<SchemaSeen>;
  /** What was read of the tree that was found. */
  read: Promise<R>;
  /** Resolves once nothing that was asked is still on its way. */
  over: Promise<unknown>;
}

/**
 * Looks for a Gluu tree, its version, and reads of it what `read` reads. All of that leaves in one piece where the tree is still
 * as it was `seen`; where it is not, what was read is dropped and read again. A server that was never seen takes two pieces, three
 * if it has several appliances. `read` writes nothing, and may be called twice. Never throws; what it gives fails with what
 * `placeOf`, `findVersion` and `read` throw.
 */
export function look<R>(
  session: LdapSession,
  seen: TreeSeen | undefined,
  read: (where: Where) => Promise<R>,
): Looking<R> {
  const asked = {
    suffix: later(session.read(SUFFIX, ['objectClass', 'displayName'])),
    appliances: later(findAppliances(session)),
    organizations: later(
      session.children(SUFFIX, filter.equals('objectClass', ORGANIZATION), ['o', 'displayName'], 20),
    ),
    oxtrust: new Map(seen ? [[seen.where.oxtrustDn, later(readOxtrust(session, seen.where.oxtrustDn))]] : []),
  };
  const root = later(readRoot(session));
  const schema = later(findVersion(session, root, seen?.schema));
  const early = seen && later(read(seen.where));

  const known = later(knownOf(root, schema, asked.suffix));
  const place = later(placeOf(session, asked));
  const readThere = async (): Promise<R> => {
    const where = { ...((await onlyPlace(asked)) ?? (await place)), ...(await known) };
    if (early && isSameWhere(seen.where, where)) return early;
    await early?.catch(() => {}); // two readings at once could ask for the same page of a search
    return read(where);
  };
  const found = later(readThere());
  const over = Promise.allSettled([...Object.values(asked), ...asked.oxtrust.values(), schema, early, place, found]);
  return { place, known, schema, read: found, over };
}

interface Asked {
  suffix: Promise<LdapEntry | undefined>;
  appliances: Promise<string[]>;
  organizations: Promise<{ entries: LdapEntry[] }>;
  oxtrust: Map<string, Promise<LdapEntry | undefined>>;
}

async function knownOf(
  root: Promise<ServerRoot>,
  schema: Promise<SchemaSeen>,
  suffix: Promise<LdapEntry | undefined>,
): Promise<Known> {
  const { vendor, guard } = await root;
  const { version: told, requestsExpire } = await schema;
  const version = versionIn(told, isOf4(await suffix) ? 'configuration' : 'appliance');
  return { version, page: pageNear(version), vendor, guard, requestsExpire };
}

/** What schema and form of the tree say together. Where they are at odds it is all that either says: then nothing is certain. */
function versionIn(told: VersionFacts, form: TreeForm): VersionFacts {
  const ofTree = ofForm(form);
  if (isWithin(told, ofTree)) return told;
  const both = overlap(told, ofTree) ?? spanOf(told, ofTree);
  return { ...both, because: [...told.because, message('version.because.tree', { entry: entryOf[form] })] };
}
const entryOf: Record<TreeForm, string> = { appliance: 'gluuAppliance', configuration: 'gluuConfiguration' };

/** Where the page's entries lie if there is one appliance and one organization: then nothing that oxTrust says could change it. */
async function onlyPlace({ suffix, appliances, organizations }: Asked): Promise<TreePlaces | undefined> {
  if (isOf4(await suffix)) return placesOfConfiguration;
  const [dns, { entries }] = [await appliances, await organizations];
  const [applianceDn, organization] = [dns[0], entries[0]];
  if (dns.length !== 1 || entries.length !== 1 || !applianceDn || !organization) return undefined;
  return placesOfAppliance(applianceDn, organization.dn);
}

/** Whether what was read at one place is what would be read at the other. */
const isSameWhere = (one: Where, other: Where): boolean =>
  one.page === other.page &&
  (['version', 'guard', 'configDn', 'organizationDn'] as const).every(
    (key) => JSON.stringify(one[key]) === JSON.stringify(other[key]),
  );

/** From 4.0 on the suffix is the organization. Branches of an older tree may still lie beside it after an upgrade. */
const isOf4 = (suffix: LdapEntry | undefined): boolean => suffix?.has('objectClass', ORGANIZATION) ?? false;

/**
 * Finds the entries with the settings, the organization and oxTrust's configuration. Throws AppError `gluu.noTree` if there is
 * no Gluu tree, `gluu.severalAppliances` if it cannot tell which one is in use.
 */
async function placeOf(session: LdapSession, asked: Asked): Promise<Place> {
  const suffix = await asked.suffix;
  if (!suffix) throw new AppError('gluu.noTree', { at: session.at });
  if (!isOf4(suffix)) return placeOfAppliance(session, asked);
  const places = placesOfConfiguration;
  const entry = await askOxtrust(session, asked, places.oxtrustDn);
  return { ...places, ...aboutTree(suffix, entry, oxtrustConf(entry, places.form)) };
}

async function placeOfAppliance(session: LdapSession, asked: Asked): Promise<Place> {
  const appliances = await asked.appliances;
  const organizations = await asked.organizations;

  const candidates = await Promise.all(
    appliances.map(async (applianceDn) => {
      const entry = await askOxtrust(session, asked, placesOfAppliance(applianceDn, '').oxtrustDn);
      return { applianceDn, entry, conf: oxtrustConf(entry, 'appliance') };
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
  const places = placesOfAppliance(chosen.applianceDn, organization.dn);
  return { ...places, ...aboutTree(organization, chosen.entry, chosen.conf) };
}

const aboutTree = (organization: LdapEntry, oxtrust: LdapEntry | undefined, conf: ReturnType<typeof oxtrustConf>) => ({
  organizationName: safeText(organization.first('displayName') ?? ''),
  ...(conf?.linkBase ? { linkBase: safeText(conf.linkBase) } : {}),
  saltEvidence: saltEvidence(oxtrust),
});

async function findAppliances(session: LdapSession): Promise<string[]> {
  try {
    const found = await session.children(APPLIANCES, filter.equals('objectClass', 'gluuAppliance'), ['inum'], 20);
    return found.entries.map(({ dn }) => dn);
  } catch (error) {
    if (error instanceof AppError && error.code === 'ldap.missing') return [];
    throw error;
  }
}

/** As it was asked for already, if it was. */
const askOxtrust = (session: LdapSession, { oxtrust }: Asked, dn: string): Promise<LdapEntry | undefined> =>
  oxtrust.get(dn) ?? readOxtrust(session, dn);

/** An account that may not read the entry can still do all that needs nothing of it. */
async function readOxtrust(session: LdapSession, dn: string): Promise<LdapEntry | undefined> {
  try {
    return await session.read(dn, ['oxTrustConfApplication']);
  } catch (error) {
    if (error instanceof AppError && error.code === 'ldap.rights') return undefined;
    throw error;
  }
}

/** oxTrust's own word on which appliance and organization it uses (`oxTrustConfApplication`, a JSON text). */
function oxtrustConf(entry: LdapEntry | undefined, form: TreeForm) {
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
  return { orgInum: own('orgInum'), applianceInum: own('applianceInum'), linkBase: own(ofForm(form).linkBaseKey) };
}

/** Throws AppError `gluu.notSupported` for a version that this console does not change so. */
export function requireServed(version: VersionFacts, change: ServedChange): void {
  if (whyNotServed(version, change)) throw notSupported(version);
}

/** What is refused for the version of a server. */
export const notSupported = (version: Range): AppError =>
  new AppError('gluu.notSupported', {
    facts: { version: versionWords(version), found: shortSpanText(version) },
  });
