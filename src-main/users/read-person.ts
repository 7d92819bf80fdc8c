import { canonicalDn } from '../../src-shared/model/dn';
import type { Person, SecretQuestion } from '../../src-shared/model/user';
import { AppError } from '../base/app-error';
import type { GluuTree } from '../gluu-ldap/discover';
import { filter } from '../ldap/ldap-filter';
import type { LdapSession } from '../ldap/ldap-session';
import { isPerson, requirePersonDn, shownText, summaryAttributes, summaryOf } from './people';

const MAX_GROUPS = 50;
const times = ['oxCreationTimestamp', 'updatedAt', 'createTimestamp', 'modifyTimestamp'] as const;
type Tree = Pick<GluuTree, 'peopleDn' | 'groupsDn'>;

/**
 * Reads one person. Neither the secret question nor its answer is asked for, only whether they are there. Throws
 * AppError `ldap.missing` for a DN that is no person's.
 */
export async function readPerson(session: LdapSession, tree: Tree, dn: string): Promise<Person> {
  requirePersonDn(tree, dn);
  const entry = await session.read(
    dn,
    [...summaryAttributes, 'givenName', 'sn', 'memberOf', 'objectClass', ...times],
    isPerson,
  );
  if (!entry) throw new AppError('ldap.missing', { at: session.at });
  const memberOf = entry.values('memberOf');
  const groups: string[] = [];
  for (const group of memberOf.slice(0, MAX_GROUPS)) groups.push(await groupName(session, tree, group));
  const created = isoTime(entry.first('oxCreationTimestamp') ?? entry.first('createTimestamp'));
  const updated = isoTime(entry.first('updatedAt') ?? entry.first('modifyTimestamp'));
  return {
    ...summaryOf(entry),
    givenName: shownText(entry.first('givenName')),
    sn: shownText(entry.first('sn')),
    secretQuestion: await secretQuestion(session, dn),
    groups,
    moreGroups: Math.max(0, memberOf.length - MAX_GROUPS),
    ...(created ? { created } : {}),
    ...(updated ? { updated } : {}),
  };
}

/** A base search with a filter tells that a value exists without sending it. */
async function secretQuestion(session: LdapSession, dn: string): Promise<SecretQuestion> {
  const has = async (attribute: string) => (await session.read(dn, ['1.1'], filter.present(attribute))) !== undefined;
  if (!(await has('secretQuestion'))) return 'none';
  return (await has('secretAnswer')) ? 'set' : 'questionOnly';
}

async function groupName(session: LdapSession, { groupsDn }: Tree, dn: string): Promise<string> {
  if (!canonicalDn(dn)?.endsWith(`,${canonicalDn(groupsDn)}`)) return shownText(dn);
  const group = await session.read(dn, ['displayName']);
  return shownText(group?.first('displayName')) || shownText(dn);
}

const GENERALIZED_TIME = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(?:[.,](\d{1,3})\d*)?(Z|[+-]\d\d(?:\d\d)?)$/;

/** Reads a generalized time (RFC 4517 section 3.3.13) with minutes; undefined for anything else. Gives ISO 8601 in UTC. */
export function isoTime(text: string | undefined): string | undefined {
  const found = GENERALIZED_TIME.exec(text ?? '');
  if (!found) return undefined;
  const [, year, month, day, hour, minute, second = '00', fraction = '0', zone = 'Z'] = found;
  const offset = zone === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(3) || '00'}`;
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.padEnd(3, '0')}${offset}`);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}

/** Writes a time as Gluu does, e.g. `20180117091500.000Z`. */
export const generalizedTime = (time: Date): string => time.toISOString().replace(/[-:T]/g, '');
