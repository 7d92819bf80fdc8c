import { describe, expect, test } from 'vitest';
import { placesOfAppliance, placesOfConfiguration } from '../../../../src-main/gluu-ldap/tree-places';
import { comparedMail } from '../../../../src-main/users/duplicate-mails';
import { requirePersonDn, shownText, summaryOf, TEST_MARK } from '../../../../src-main/users/people';
import { generalizedTime, isoTime } from '../../../../src-main/users/read-person';
import { addedEntry, newTestUser } from '../../../../src-main/users/test-user-entry';
import { ldapEntry } from '../../../support/ldap-entry';
import { longTexts } from '../../shared/hostile-texts';

const tree = placesOfAppliance('inum=@!1111!0002!3333,ou=appliances,o=gluu', 'o=@!1111!0001!2222,o=gluu');

describe('a person of a directory', () => {
  test('is shown harmlessly and in bounded size', () => {
    const mail = Array.from({ length: 500 }, (_, index) => `${index}\u202e@example.org`);
    const shown = summaryOf(ldapEntry('inum=1', { mail, displayName: 'x'.repeat(100_000), uid: ['a\0b'] }));
    expect(shown.mails).toHaveLength(20);
    expect(shown.moreMails).toBe(480);
    expect(shown.displayName.length).toBeLessThan(330);
    expect(JSON.stringify(shown)).not.toMatch(/\u202e|\\u0000/);
    expect(shown).toMatchObject({ inum: '', status: '', testUser: false });
  });

  test.each(longTexts())('is no harm with a value of %s', (_name, text) => {
    expect(shownText(text).length).toBeLessThan(330);
  });

  test.each([
    ['gluu-console-test-1', TEST_MARK, true],
    ['GLUU-CONSOLE-TEST-1', TEST_MARK.toUpperCase(), true],
    ['gluu-console-test-1', 'Tess', false],
    ['tess', TEST_MARK, false],
    ['x-gluu-console-test-1', TEST_MARK, false],
  ])('with uid %s and cn %s is a test user: %s', (uid, cn, expected) => {
    expect(summaryOf(ldapEntry('inum=1', { uid, cn: ['Tess', cn] })).testUser).toBe(expected);
  });

  test('lies one level below the people branch', () => {
    expect(() => requirePersonDn(tree, 'INUM=a\\,b, ou=People,o=@!1111!0001!2222,o=gluu')).not.toThrow();
    for (const dn of [
      'ou=people,o=@!1111!0001!2222,o=gluu',
      'inum=a,ou=people,o=other,o=gluu',
      'a=b,inum=a,ou=people,o=@!1111!0001!2222,o=gluu',
      'inum=a\\,ou=people\\,o=@!1111!0001!2222\\,o=gluu',
      'inum=xou=people,o=@!1111!0001!2222,o=gluu',
      'nonsense',
    ]) {
      expect(() => requirePersonDn(tree, dn)).toThrow('ldap.missing');
    }
  });
});

describe('times of a directory', () => {
  test.each([
    ['20180117091500.000Z', '2018-01-17T09:15:00.000Z'],
    ['20180117091500Z', '2018-01-17T09:15:00.000Z'],
    ['201801170915Z', '2018-01-17T09:15:00.000Z'],
    ['20180117091500.5+0130', '2018-01-17T07:45:00.500Z'],
    ['20180117091500,123456-05', '2018-01-17T14:15:00.123Z'],
  ])('are read: %s', (text, iso) => {
    expect(isoTime(text)).toBe(iso);
  });

  test.each([undefined, '', '20181317091500Z', 'Wed Jan 17 09:15:00 UTC 2018', '2018', '20180117091500'])(
    'are not read from %s',
    (text) => {
      expect(isoTime(text)).toBeUndefined();
    },
  );

  test('are written as Gluu writes them', () => {
    expect(generalizedTime(new Date('2018-01-17T09:15:00Z'))).toBe('20180117091500.000Z');
  });
});

describe('a new test user', () => {
  test('has an inum and a uid of its own each time', () => {
    const wanted = { givenName: 'Tess', sn: 'Test', mail: 't@example.org' };
    const [one, other] = [1, 2].map(() => newTestUser(tree, wanted, 'secret', '@!1111'));
    expect(one?.attributes.inum?.[0]).toMatch(/^@!1111!0001!2222!0000!([0-9A-F]{4}\.){3}[0-9A-F]{4}$/);
    expect(one?.dn).toBe(`inum=${one?.attributes.inum?.[0]},${tree.peopleDn}`);
    expect(one?.attributes.iname).toEqual([`@!1111*person*${one?.attributes.uid?.[0]}`]);
    expect(other?.dn).not.toBe(one?.dn);
    expect(other?.attributes.uid).not.toEqual(one?.attributes.uid);
  });

  test('has a UUID and no iname from 4.0 on', () => {
    const wanted = { givenName: 'Tess', sn: 'Test', mail: 't@example.org' };
    const { dn, attributes } = newTestUser(placesOfConfiguration, wanted, 'secret', '@!1111');
    expect(attributes.inum?.[0]).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(dn).toBe(`inum=${attributes.inum?.[0]},ou=people,o=gluu`);
    expect(attributes).not.toHaveProperty('iname');
    const [record] = [addedEntry(dn, attributes)];
    expect(record.changes.map(({ attribute }) => attribute)).not.toContain('iname');
  });
});

describe('a mail value as directories compare it', () => {
  test.each([
    ['Ada@Example.org', 'ada@example.org'],
    ['  a  b@x ', 'a b@x'],
    ['', ''],
  ])('%j is %j', (value, compared) => {
    expect(comparedMail(value)).toBe(compared);
  });
});
