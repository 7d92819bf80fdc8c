import { type Change, type Client, EqualityFilter, ExtensibleFilter, type Filter } from 'ldapts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gluuNames } from '../../support/gluu-names';
import { Assertion, changeOf } from './assertion';
import { adminPassword, dns, outcome, type Pair, type Step, startPair } from './side-by-side';

// The demo directory claims to behave like slapd where a client can notice: whatever is asked, both answer alike.
const { adminDn, applianceDn, peopleDn } = gluuNames();

let pair: Pair;
beforeAll(async () => {
  pair = await startPair();
}, 60_000);
afterAll(() => pair.stop());

describe('changing', () => {
  const dn = `inum=x,${peopleDn}`;
  const state = async (client: Client) => (await client.search(dn, { scope: 'base' })).searchEntries;

  test.each<[string, Step]>([
    [
      'a person',
      (client) =>
        client.add(dn, {
          objectClass: ['top', 'gluuPerson'],
          inum: 'x',
          uid: 'x',
          mail: 'x@y.org',
          secretQuestion: '{"password":"AbC="}',
        }),
    ],
    ['it again', (client) => client.add(dn, { objectClass: 'gluuPerson', inum: 'x' })],
    [
      'one more with her address',
      (client) => client.add(`inum=z,${peopleDn}`, { objectClass: 'gluuPerson', inum: 'z', mail: 'X@y.org' }),
    ],
    [
      'one below nothing',
      (client) => client.add(`inum=z,ou=none,${peopleDn}`, { objectClass: 'gluuPerson', inum: 'z' }),
    ],
    ['one outside', (client) => client.add('o=elsewhere', { objectClass: 'organization', o: 'elsewhere' })],
    ['one without its naming value', (client) => client.add(`inum=w,${peopleDn}`, { objectClass: 'gluuPerson' })],
    ['one without a class', (client) => client.add(`inum=z,${peopleDn}`, { inum: 'z' })],
    ['one of an unknown class', (client) => client.add(`inum=z,${peopleDn}`, { objectClass: 'nonsense', inum: 'z' })],
    [
      'one with an unknown attribute',
      (client) => client.add(`inum=z,${peopleDn}`, { objectClass: 'gluuPerson', fooBar: 'z' }),
    ],
    ['one with a bad DN', (client) => client.add(`inum=z,,${peopleDn}`, { objectClass: 'gluuPerson' })],
  ])('adding: %s', async (_, step) => {
    await pair.expectAlike(step);
    await pair.expectAlike((client) => dns(client, peopleDn, '(objectClass=*)'));
  });

  test.each<[string, Change[]]>([
    [
      'a value',
      [
        changeOf('replace', 'secretQuestion', 'a'),
        changeOf('add', 'secretQuestion', 'b'),
        changeOf('delete', 'secretQuestion', 'A'),
      ],
    ],
    ['the empty value', [changeOf('replace', 'secretQuestion', '')]],
    ['an unknown attribute', [changeOf('replace', 'fooBar', 'x')]],
    ['an unknown attribute away', [changeOf('delete', 'fooBar')]],
    ['an absent attribute away', [changeOf('delete', 'oxTrustActive')]],
    ['an absent attribute to nothing', [changeOf('replace', 'oxTrustActive')]],
    ['an absent value away', [changeOf('delete', 'secretQuestion', 'nope')]],
    ['no value in', [changeOf('add', 'secretQuestion')]],
    ['a value in that is there', [changeOf('add', 'secretQuestion', 'B')]],
    ['a value in twice', [changeOf('add', 'iname', 'x', 'X')]],
    ['to a value twice', [changeOf('replace', 'iname', 'x', 'X')]],
    ['half of it', [changeOf('replace', 'secretQuestion', 'must not stay'), changeOf('delete', 'uid', 'nope')]],
    ['the naming value away', [changeOf('delete', 'inum', 'x')]],
    ['the naming value', [changeOf('replace', 'inum', 'y')]],
    ['the classes away', [changeOf('delete', 'objectClass')]],
    ['to an unknown class', [changeOf('add', 'objectClass', 'nonsense')]],
    ['against the syntax', [changeOf('replace', 'memberOf', 'nonsense')]],
    ['a time against the syntax', [changeOf('replace', 'updatedAt', 'Wed Jan 17 12:00:00 UTC 2018')]],
    ['what the server keeps', [changeOf('replace', 'modifyTimestamp', '20200101000000Z')]],
    ["to somebody's address", [changeOf('replace', 'mail', 'USER1@gluu.example.org')]],
    ['to the same address', [changeOf('replace', 'mail', 'X@Y.org')]],
    ['to two values of what is thought single', [changeOf('replace', 'gluuStatus', 'active', 'inactive')]],
    [
      'letters by their case alone',
      [changeOf('replace', 'secretQuestion', '{"p":"AbC="}'), changeOf('delete', 'secretQuestion', '{"P":"aBc="}')],
    ],
  ])('modifying: %s', async (_, changes) => {
    await pair.expectAlike((client) => client.modify(dn, changes));
    await pair.expectAlike(state);
  });

  test.each<[string, string]>([
    ['a missing entry', `inum=none,${peopleDn}`],
    ['an entry outside', 'o=elsewhere'],
    ['the root DSE', ''],
    ['the schema', 'cn=Subschema'],
    ['no DN', 'nonsense'],
  ])('modifying %s, deleting it', async (_, target) => {
    await pair.expectAlike((client) => client.modify(target, changeOf('replace', 'secretQuestion', 'x')));
    await pair.expectAlike((client) => client.del(target));
  });

  test('under an assertion', async () => {
    const exactly = (value: string) =>
      new ExtensibleFilter({ matchType: 'secretQuestion', rule: 'caseExactMatch', value });
    const assertions: Filter[] = [
      exactly('{"p":"abc="}'),
      exactly('{"p":"AbC="}'),
      new EqualityFilter({ attribute: 'secretQuestion', value: '{"P":"ABC="}' }),
      new EqualityFilter({ attribute: 'noSuchAttribute', value: 'x' }),
    ];
    await pair.expectAlike((client) => client.modify(dn, changeOf('replace', 'secretQuestion', '{"p":"AbC="}')));
    for (const assertion of assertions) {
      await pair.expectAlike((client) =>
        client.modify(dn, changeOf('replace', 'iname', 'x'), new Assertion(assertion)),
      );
      await pair.expectAlike((client) =>
        client.modify(`inum=none,${peopleDn}`, changeOf('replace', 'iname', 'x'), new Assertion(assertion)),
      );
      await pair.expectAlike((client) => client.compare(dn, 'uid', 'x', new Assertion(assertion)));
      await pair.expectAlike((client) => client.search(dn, { scope: 'base' }, new Assertion(assertion)));
    }
  });

  test('under an assertion of entryCSN, twice with the same', async () => {
    const change = (title: string, csn: string) => (client: Client) =>
      client.modify(
        dn,
        changeOf('replace', 'iname', title),
        new Assertion(new EqualityFilter({ attribute: 'entryCSN', value: csn })),
      );
    const twice: Step = async (client) => {
      const { searchEntries } = await client.search(dn, { scope: 'base', attributes: ['entryCSN'] });
      const csn = String(searchEntries[0]?.entryCSN);
      return [
        csn.replace(/[0-9a-f]/g, 'x'),
        await outcome(client, change('one', csn)),
        await outcome(client, change('two', csn)),
      ];
    };
    expect(await pair.expectAlike(twice)).toMatchObject({
      answer: ['xxxxxxxxxxxxxx.xxxxxxZ#xxxxxx#xxx#xxxxxx', {}, { refused: 122 }],
    });
  });

  test('comparing', async () => {
    for (const [attribute = '', value = ''] of [
      ['uid', 'X'],
      ['uid', 'no'],
      ['sn', 'x'],
      ['fooBar', 'x'],
    ]) {
      await pair.expectAlike((client) => client.compare(dn, attribute, value));
    }
  });

  test('deleting', async () => {
    for (const target of [peopleDn, dn, dn, applianceDn]) await pair.expectAlike((client) => client.del(target));
  });
});

describe('binding', () => {
  test.each<[string, Step]>([
    ['as the manager', (client) => client.bind(pair.slapd.bindDn.toUpperCase(), pair.slapd.password)],
    ['with a wrong password', (client) => client.bind(pair.slapd.bindDn, 'wrong')],
    ['without a password', (client) => client.bind(pair.slapd.bindDn, '')],
    ['without a DN', (client) => client.bind('', 'x')],
    ['without both', (client) => client.bind('', '')],
    ['with no DN', (client) => client.bind('nonsense', 'x')],
    ['as nobody', (client) => client.bind('cn=nobody,o=gluu', 'x')],
    ['as an entry without a password', (client) => client.bind(peopleDn, 'x')],
    ['with an unknown extended request', (client) => client.exop('1.2.3.4')],
    ['as a person', (client) => client.bind(adminDn, adminPassword)],
    ['who changes herself', (client) => client.modify(adminDn, changeOf('replace', 'secretQuestion', 'x'))],
    ['who changes another entry', (client) => client.modify(applianceDn, changeOf('replace', 'gluuMaxLogSize', '300'))],
    ['who deletes herself', (client) => client.del(adminDn)],
    ['who reads', (client) => dns(client, 'o=gluu', '(objectClass=gluuAppliance)')],
    ['with a wrong password again', (client) => client.bind(adminDn, 'wrong')],
    [
      'and changes something all the same',
      (client) => client.modify(adminDn, changeOf('replace', 'secretQuestion', 'y')),
    ],
  ])('%s', async (_, step) => {
    await pair.expectAlike(step);
  });
});
