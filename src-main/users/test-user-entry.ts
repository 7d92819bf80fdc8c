import { randomBytes, randomUUID } from 'node:crypto';
import type { TreeForm } from '../../src-shared/gluu/tree-versions';
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
import { TEST_MARK } from './people';
import { generalizedTime } from './read-person';

type Attributes = { objectClass: string[] } & Partial<Record<PersonAttribute, string[]>>;

/** What is read of a test user before it is removed. Never its password, nor its secret answer. */
export const keptAttributes = personAttributes.filter((attribute) => attribute !== 'userPassword');

/** What names a new person, by the form of the tree. `orgIname`: the setting of oxTrust. */
const namesOf: Record<
  TreeForm,
  (organizationDn: string, uid: string, orgIname: string) => { inum: string; iname?: string }
> = {
  /** Below the organization's, with four groups of four hexadecimal digits (oxCore INumGenerator). */
  appliance(organizationDn, uid, orgIname) {
    const orgInum = leafValue(organizationDn);
    if (orgInum === undefined) throw new AppError('gluu.noTree');
    const groups = randomBytes(8).toString('hex').toUpperCase().match(/.{4}/g) ?? [];
    return { inum: `${orgInum}!0000!${groups.join('.')}`, iname: `${orgIname}*person*${uid}` };
  },
  /** 4.0 and later have no iname (oxTrust version_4.0 PersonService.java). */
  configuration: () => ({ inum: randomUUID() }),
};

/**
 * The entry of a new test user as oxTrust makes one (UpdatePersonAction.save, PersonService.addPerson and
 * generateInumForNewPerson): person class and custom class, inum, iname where that version has them, cn, clear password for the
 * server to hash, creation time; and the two marks of this console. `orgIname` is the setting of oxTrust. Throws AppError
 * `gluu.noTree` for an organization without a name.
 */
export function newTestUser(
  { form, organizationDn, peopleDn }: Pick<GluuTree, 'form' | 'organizationDn' | 'peopleDn'>,
  { givenName, sn, mail }: Pick<NewTestUser, 'givenName' | 'sn' | 'mail'>,
  password: string,
  orgIname: string,
): { dn: string; attributes: Attributes } {
  const uid = `${TEST_UID_PREFIX}${randomBytes(4).toString('hex')}`;
  const displayName = `${givenName} ${sn}`;
  const { inum, iname } = namesOf[form](organizationDn, uid, orgIname);
  return {
    dn: `inum=${escapeDnValue(inum)},${peopleDn}`,
    attributes: {
      objectClass: ['top', 'gluuPerson', 'gluuCustomPerson'],
      inum: [inum],
      ...(iname === undefined ? {} : { iname: [iname] }),
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
  changes: personAttributes.flatMap((attribute): HistoryChange[] => {
    const place = { field: personCode(attribute), attribute, before: null };
    const after = attributes[attribute];
    if (after === undefined) return [];
    return [
      attribute === 'userPassword' ? { ...place, after: null, secret: true, unset: 'before' } : { ...place, after },
    ];
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
