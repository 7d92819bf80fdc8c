import { randomBytes } from 'node:crypto';
import {
  type PersonAttribute,
  personAttributes,
  personCode,
  REQUESTS_CODE,
} from '../../src-shared/history/changed-field';
import { escapeDnValue, leafValue } from '../../src-shared/model/dn';
import type { HistoryBegun, HistoryChange } from '../../src-shared/model/history';
import { type NewTestUser, TEST_UID_PREFIX } from '../../src-shared/model/user';
import { AppError } from '../base/app-error';
import type { GluuTree } from '../gluu-ldap/discover';
import { readJson } from '../gluu-ldap/json-text';
import type { LdapEntry } from '../ldap/ldap-entry';
import type { LdapSession } from '../ldap/ldap-session';
import { peopleDn, TEST_MARK } from './people';
import { generalizedTime } from './read-person';

type Attributes = { objectClass: string[] } & Record<PersonAttribute, string[]>;

/** What is read of a test user before it is removed. Never its password, nor its secret answer. */
export const keptAttributes = personAttributes.filter((attribute) => attribute !== 'userPassword');

/**
 * The entry of a new test user as oxTrust 3.x makes one (UpdatePersonAction.save, PersonService.addPerson and
 * generateInumForNewPerson, oxCore INumGenerator): person class and custom class, inum below the organization's with four
 * groups of four hexadecimal digits, iname, cn, clear password for the server to hash, creation time; and the two marks of
 * this console. `orgIname` is the setting of oxTrust. Throws AppError `gluu.noTree` for an organization without a name.
 */
export function newTestUser(
  tree: Pick<GluuTree, 'organizationDn'>,
  { givenName, sn, mail }: Pick<NewTestUser, 'givenName' | 'sn' | 'mail'>,
  password: string,
  orgIname: string,
): { dn: string; attributes: Attributes } {
  const orgInum = leafValue(tree.organizationDn);
  if (orgInum === undefined) throw new AppError('gluu.noTree');
  const groups = randomBytes(8).toString('hex').toUpperCase().match(/.{4}/g) ?? [];
  const inum = `${orgInum}!0000!${groups.join('.')}`;
  const uid = `${TEST_UID_PREFIX}${randomBytes(4).toString('hex')}`;
  const displayName = `${givenName} ${sn}`;
  return {
    dn: `inum=${escapeDnValue(inum)},${peopleDn(tree)}`,
    attributes: {
      objectClass: ['top', 'gluuPerson', 'gluuCustomPerson'],
      inum: [inum],
      iname: [`${orgIname}*person*${uid}`],
      uid: [uid],
      givenName: [givenName],
      sn: [sn],
      displayName: [displayName],
      cn: [`${givenName} ${displayName}`, TEST_MARK],
      mail: [mail],
      gluuStatus: ['active'],
      oxCreationTimestamp: [generalizedTime(new Date())],
      userPassword: [password],
    },
  };
}

/** oxTrust's setting for inames; empty as installed. A configuration that cannot be read counts as that. */
export async function readOrgIname(session: LdapSession, { oxtrustDn }: Pick<GluuTree, 'oxtrustDn'>): Promise<string> {
  const entry = await session.read(oxtrustDn, ['oxTrustConfApplication']);
  const json = readJson(entry?.first('oxTrustConfApplication') ?? '{}');
  const found = json.ok ? json.members.get('orgIname') : undefined;
  return typeof found === 'string' ? found.slice(0, 200) : '';
}

type HistoryOfEntry = HistoryBegun['entries'][number];

/** The history's record of an entry that comes. Its password leaves its place, and no mark: a mark of one could be guessed at. */
export const addedEntry = (dn: string, attributes: Attributes): HistoryOfEntry => ({
  dn,
  operation: 'add',
  changes: personAttributes.map((attribute): HistoryChange => {
    const place = { field: personCode(attribute), attribute, before: null };
    return attribute === 'userPassword'
      ? { ...place, after: null, secret: true, unset: 'before' }
      : { ...place, after: attributes[attribute] };
  }),
});

/** The history's record of an entry that goes, as it was read with `keptAttributes`. */
export const removedEntry = (entry: LdapEntry): HistoryOfEntry => ({
  dn: entry.dn,
  operation: 'delete',
  changes: keptAttributes
    .filter((attribute) => entry.first(attribute) !== undefined)
    .map((attribute) => ({
      field: personCode(attribute),
      attribute,
      before: entry.values(attribute),
      after: null,
    })),
});

/**
 * The history's record of reset requests that go. It names the branch and not the entries: the name of a request is the
 * secret in its link.
 */
export const removedRequests = (branchDn: string, inum: string, count: number): HistoryOfEntry => ({
  dn: branchDn,
  operation: 'delete',
  changes: [{ field: REQUESTS_CODE, count, attribute: 'personInum', before: [inum], after: null }],
});
