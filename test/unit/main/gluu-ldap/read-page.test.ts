import { expect, test } from 'vitest';
import { AppError } from '../../../../src-main/base/app-error';
import { readPage } from '../../../../src-main/gluu-ldap/snapshot';
import type { LdapSession } from '../../../../src-main/ldap/ldap-session';
import { gluuNames } from '../../../support/gluu-names';
import { ldapEntry } from '../../../support/ldap-entry';
import { snapshotOf } from './snapshot-of';

const { organizationDn } = gluuNames();
const { tree } = snapshotOf();
const group = (inum: string) => `inum=${inum},ou=groups,${organizationDn}`;

/** A session with a server whose organization has this manager group; gives what was asked for, and what of it in the first turn. */
function serverWith(managerGroup: string | undefined, names: Record<string, string>) {
  const asked: string[] = [];
  const read = async (dn: string) => {
    asked.push(dn);
    if (dn.includes('ou=groups')) {
      if (names[dn] === undefined) throw new AppError('ldap.rights');
      return ldapEntry(dn, { displayName: names[dn] });
    }
    return ldapEntry(dn, dn === organizationDn && managerGroup ? { gluuManagerGroup: managerGroup } : {});
  };
  return { session: { read } as unknown as LdapSession, asked };
}
const names = { [group('1')]: 'One', [group('2')]: 'Two' };

test('the name that was read the last time is asked for together with the entries', async () => {
  const { session, asked } = serverWith(group('1'), names);
  const before = { named: [group('1')] };
  const reading = readPage(session, tree, before);
  const atOnce = [...asked];
  expect((await reading).names).toEqual({ managerGroup: 'One' });
  expect(atOnce).toContain(group('1'));
  expect(asked).toEqual(atOnce);
});

test.each<[string, string | undefined, object, string[]]>([
  ['another group', group('2'), { managerGroup: 'Two' }, [group('2')]],
  ['no group', undefined, {}, []],
  ['an entry elsewhere', 'inum=1,ou=people,o=gluu', {}, []],
  ['a group that may not be read', group('3'), {}, [group('3')]],
])('and dropped where the server has %s by now', async (_what, managerGroup, found, named) => {
  const { session } = serverWith(managerGroup, names);
  const before = { named: [group('1')] };
  expect((await readPage(session, tree, before)).names).toEqual(found);
  expect(before.named).toEqual(named);
});
