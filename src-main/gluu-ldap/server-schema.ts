import { createHash } from 'node:crypto';
import type { VersionFacts } from '../../src-shared/model/version';
import { later } from '../base/later';
import { safeText } from '../base/safe-text';
import type { LdapEntry } from '../ldap/ldap-entry';
import type { LdapSession } from '../ldap/ldap-session';
import { allows, namesIn, unread, versionOf } from './version-markers';

/** How a server can guard a write: RFC 4528 with a token that changes with every write, with old values, or not at all. */
export interface WriteGuard {
  assertion: boolean;
  /** Operational attribute that changes with each modification of an entry. Never modifyTimestamp: it has whole seconds. */
  token?: 'entryCSN' | 'etag';
}

export interface ServerRoot {
  vendor: string;
  guard: WriteGuard;
  subschemaDn: string;
}

/** What the definitions of a schema tell. */
interface Told {
  version: VersionFacts;
  /** A reset request may have `exp` and `del`. */
  requestsExpire: boolean;
}

/** What the schema of a server told of its version, and by what it is seen that it may tell something else by now. */
export interface SchemaSeen extends Told {
  vendor: string;
  dn: string;
  /** When the server says that it was changed; absent where it does not. */
  changed?: string;
  /** When it was read, in ms since 1970. */
  readAt: number;
}

const ASSERTION_OID = '1.3.6.1.1.12';

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
    subschemaDn: root?.first('subschemaSubentry') ?? OPENLDAP_SCHEMA,
  };
}

const OPENLDAP_SCHEMA = 'cn=subschema';
/** Where the servers that Gluu comes with keep their schema. */
const USUAL_SCHEMAS = [OPENLDAP_SCHEMA, 'cn=schema'];
const DEFINITIONS = ['attributeTypes', 'objectClasses'] as const;
const CHANGED = 'modifyTimestamp';

/** OpenLDAP tells of a schema when the server was started, not when it was changed, so that it is read again now and then. */
const LASTS_MS = 5 * 60_000;

/**
 * Finds the version by the server's schema (version-markers.ts). That is long, so it is read again only where the root DSE or
 * the schema's own date differ from what was `seen` within the last five minutes, or the server gives no date. Asks in the same
 * turn in which it is called, at the place where the schema was seen or is usual. Throws what `LdapSession.read` and `root` throw.
 */
export async function findVersion(
  session: LdapSession,
  root: Promise<ServerRoot>,
  seen: SchemaSeen | undefined,
): Promise<SchemaSeen> {
  const age = Date.now() - (seen?.readAt ?? 0);
  const isFresh = seen?.changed !== undefined && age >= 0 && age < LASTS_MS; // the clock may have been set back
  const guesses = seen ? [seen.dn] : USUAL_SCHEMAS;
  const asked = new Map(guesses.map((dn) => [dn.toLowerCase(), askSchema(session, dn, !isFresh)]));
  const { subschemaDn: dn, vendor } = await root;
  const found = asked.get(dn.toLowerCase());
  if (isFresh && (await found)?.first(CHANGED) === seen.changed && vendor === seen.vendor) return seen;
  const schema = await (found && !isFresh ? found : askSchema(session, dn, true));
  return { dn, vendor, readAt: Date.now(), ...toldBy(schema) };
}

const askSchema = (session: LdapSession, dn: string, isWhole: boolean): Promise<LdapEntry | undefined> =>
  later(session.read(dn, isWhole ? [CHANGED, ...DEFINITIONS] : [CHANGED]));

function toldBy(schema: LdapEntry | undefined): Told & Pick<SchemaSeen, 'changed'> {
  const told = whatIsTold(schema);
  const date = schema?.first(CHANGED);
  // Whoever learnt nothing of the schema asks for all of it the next time.
  return { ...told, ...(date === undefined || told.version === unread ? {} : { changed: date }) };
}

/** By the hash of their definitions: to look through two thousand takes longer than all else of a visit, and many servers have the same. */
const known = new Map<string, Told>();
const MAX_KNOWN = 100;

function whatIsTold(schema: LdapEntry | undefined): Told {
  if (!schema) return { version: unread, requestsExpire: false };
  const key = DEFINITIONS.map((name) => hashOf(schema.encoded(name))).join();
  const before = known.get(key);
  if (before) return before;
  const [attributes, classes] = [namesIn(schema.values('attributeTypes')), namesIn(schema.values('objectClasses'))];
  const told = {
    version: versionOf({ attributes, classes }),
    requestsExpire: allows(classes, 'gluuPasswordResetRequest', ['exp', 'del']),
  };
  const [oldest = ''] = known.keys();
  if (known.size === MAX_KNOWN) known.delete(oldest);
  known.set(key, told);
  return told;
}

const hashOf = (encoded: Buffer): string => createHash('sha256').update(encoded).digest('base64');
