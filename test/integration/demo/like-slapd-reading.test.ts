import { AndFilter, OrFilter } from 'ldapts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gluuNames } from '../../support/gluu-names';
import { dns, type Pair, startPair } from './side-by-side';

// The demo directory claims to behave like slapd where a client can notice: whatever is asked, both answer alike.
const { adminDn, peopleDn } = gluuNames();

let pair: Pair;
beforeAll(async () => {
  pair = await startPair();
}, 60_000);
afterAll(() => pair.stop());

describe('filters', () => {
  test.each([
    ['(uid=USER1)', 1],
    ['(displayName=user   1)', 1],
    ['(displayName= user 1 )', 1],
    ['(displayName=User*)', 3],
    ['(displayName=*ser*2)', 1],
    ['(displayName=*2*ser*)', 0],
    ['(mail=*@GLUU.example.org)', 4],
    ['(rfc822Mailbox=user1@gluu.example.org)', 1],
    ['(userid=user1)', 1],
    ['(!(uid=user1))', 16],
    ['(noSuchAttribute=x)', 0],
    ['(!(noSuchAttribute=x))', 0],
    ['(|(noSuchAttribute=x)(uid=user1))', 1],
    ['(&(noSuchAttribute=x)(uid=user1))', 0],
    [`(member=${adminDn.toUpperCase()})`, 1],
    ['(member=nonsense)', 0],
    ['(!(member=nonsense))', 0],
    ['(uid:caseExactMatch:=user1)', 1],
    ['(uid:caseExactMatch:=USER1)', 0],
    ['(uid:2.5.13.5:=user1)', 1],
    ['(uid:noSuchRule:=user1)', 0],
    ['(&(objectClass=gluuPerson)(ou:dn:=people))', 4],
    ['(gluuLastUpdate<=20180117091500.000Z)', 1],
    ['(gluuLastUpdate>=20180117091501Z)', 0],
    ['(gluuLastUpdate=20180117091500Z)', 1],
    ['(createTimestamp<=20990101000000Z)', 17],
    ['(entryUUID=*)', 17],
    ['(hasSubordinates=TRUE)', 8],
    ['(uid=)', 0],
  ])('%s', async (filter, count) => {
    const found = await pair.expectAlike((client) => dns(client, 'o=gluu', filter));
    // Or both might be wrong together.
    expect(found).toMatchObject({ answer: { length: count } });
  });

  test.each([
    ['and', new AndFilter({ filters: [] }), 17],
    ['or', new OrFilter({ filters: [] }), 0],
  ])('%s of none', async (_, filter, count) => {
    const found = await pair.expectAlike((client) => dns(client, 'o=gluu', filter));
    expect(found).toMatchObject({ answer: { length: count } });
  });

  test.each(['base', 'one', 'sub'] as const)('scope %s', async (scope) => {
    await pair.expectAlike((client) => dns(client, 'O=Gluu', '(objectClass=*)', scope));
  });
});

describe('reading', () => {
  test.each<[string, string[]]>([
    ['all user attributes', []],
    ['named ones, in any case, by any name', ['UID', 'commonName', 'noSuchAttribute']],
    ['none', ['1.1']],
    ['all and none', ['*', '1.1']],
  ])('%s', async (_, attributes) => {
    await pair.expectAlike(async (client) => {
      const dn = String((await dns(client, peopleDn, '(uid=user1)'))[0]);
      return (await client.search(dn, { scope: 'base', attributes })).searchEntries;
    });
  });

  test.each<[string, 'base' | 'one' | 'sub']>([
    ['o=missing,o=gluu', 'base'],
    ['o=elsewhere', 'base'],
    ['', 'one'],
    ['', 'sub'],
    ['cn=Subschema', 'one'],
    ['cn=Subschema', 'sub'],
  ])('what is not there: %s, scope %s', async (base, scope) => {
    expect(await pair.expectAlike((client) => client.search(base, { scope }))).toEqual({ refused: 32 });
  });

  test('the root DSE and the schema entry without asking for more', async () => {
    for (const base of ['', 'cn=Subschema']) {
      await pair.expectAlike(async (client) => (await client.search(base, { scope: 'base' })).searchEntries);
    }
  });

  test('in pages', async () => {
    await pair.expectAlike(async (client) => {
      const sizes: number[] = [];
      const all = client.searchPaginated('o=gluu', { paged: { pageSize: 7 }, attributes: ['1.1'] });
      for await (const { searchEntries } of all) sizes.push(searchEntries.length);
      return sizes;
    });
  });
});
