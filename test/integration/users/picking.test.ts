import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWork } from '../../../src-main/work/work';
import { inJavaHashOrder } from '../../../src-shared/users/java-hash-order';
import { inEnglish } from '../../support/english';
import { gluuTree } from '../../support/gluu-tree';
import type { GluuVersion } from '../../support/gluu-version';
import { person, personDn, startUsersConsole, type UsersConsole } from './users-console';

const shared = 'shared@example.org';
// slapadd does not ask the overlay that keeps mail unique, as no OpenDJ before 3.1.4 does.
const more = [
  person('1000.0001', { uid: 'zoe', displayName: 'zoe', mail: shared, gluuStatus: 'active' }),
  person('1000.0002', {
    uid: 'bob',
    displayName: 'Bob',
    mail: ['b@example.org', 'Shared@Example.org'],
    gluuStatus: 'inactive',
  }),
  person('1000.0003', { uid: 'carl', displayName: 'carl', mail: shared, gluuStatus: 'active' }),
  person('1000.0004', { uid: 't1', displayName: 'Twin', mail: 'twin@example.org', gluuStatus: 'active' }),
  person('1000.0005', { uid: 't2', displayName: 'TWIN', mail: 'twin@example.org', gluuStatus: 'active' }),
  person('1000.0006', { uid: 'n1', mail: 'noname@example.org', gluuStatus: 'active' }),
  person('1000.0007', { uid: 'n2', displayName: 'Aaron', mail: 'noname@example.org', gluuStatus: 'active' }),
  person('1000.0009', { uid: 'silent', displayName: 'Silent', gluuStatus: 'active' }),
  person('1000.0008', { uid: 'formula', displayName: '=HYPERLINK("x")', mail: shared }),
];

let users: UsersConsole;
beforeAll(async () => {
  users = await startUsersConsole({ tree: { people: 1200, more } });
});
afterAll(() => users.stop());
const pick = async (address: string) => inEnglish(await users.call('users.pick', { address }));

describe('who Gluu picks for an address', () => {
  test('is the first by display name, whatever the status and the order in the directory', async () => {
    const { hits, tied, sentences } = await pick('SHARED@example.org');
    expect(hits.map(({ uid }) => uid)).toEqual(['formula', 'bob', 'carl', 'zoe']);
    expect(tied).toBe(1);
    expect(sentences[0]).toContain('4 people have this address');
    expect(sentences.join(' ')).toContain('=HYPERLINK("x") (formula) has no status');
  });

  test('is the one of Java’s hash map among equal names', async () => {
    const { hits, tied, sure, sentences } = await pick('twin@example.org');
    expect({ tied, sure }).toEqual({ tied: 2, sure: true });
    const byHash = inJavaHashOrder(['1000.0004', '1000.0005'].map(personDn), (dn) => dn);
    expect(hits.map(({ dn }) => dn)).toEqual(byHash);
    expect(sentences.join(' ')).toContain('hash table happens to return first');
  });

  test('is the one without a display name before all others', async () => {
    expect((await pick('noname@example.org')).hits[0]?.uid).toBe('n1');
  });

  test('is the only one', async () => {
    const { hits, sentences } = await pick('user7@gluu.example.org');
    expect(hits).toHaveLength(1);
    expect(sentences).toEqual(['Gluu picks User 7 (user7), the only person with this address.']);
  });

  test.each(['*', 'shared@*', 'a)(mail=*', `${','.repeat(300)}`])('is nobody for %j', async (address) => {
    expect((await pick(address)).hits).toEqual([]);
  });

  test.each<[GluuVersion, string]>([
    ['3.0.2', 'sends a mail to this address'],
    ['3.1.3', 'From 3.1.3.1 on'],
    ['3.1.5', 'sends nothing'],
    ['3.1.8', 'sends nothing'],
  ])('is nobody, and %s then %s', async (version, words) => {
    const other = await startUsersConsole({ slapd: { version, ldif: gluuTree({ version }) } });
    try {
      const { hits, sentences } = inEnglish(await other.call('users.pick', { address: 'nobody@example.org' }));
      expect(hits).toEqual([]);
      expect(sentences.join(' ')).toContain(words);
    } finally {
      await other.stop();
    }
  });
});

describe('the report of duplicate mail values', () => {
  test('lists each value that several people have, with the people in Gluu’s order', async () => {
    const report = await users.call('users.duplicates', {});
    expect(report).toMatchObject({ people: 1200 + 1 + more.length, withoutMail: 1, more: 0 });
    expect(report.withoutMailPeople).toMatchObject([{ uid: 'silent', displayName: 'Silent', mails: [] }]);
    expect(report.duplicates.map(({ mail, count }) => [mail, count])).toEqual([
      [shared, 4],
      ['noname@example.org', 2],
      ['twin@example.org', 2],
    ]);
    expect(report.duplicates[0]?.people.map(({ uid }) => uid)).toEqual(['formula', 'bob', 'carl', 'zoe']);
    expect(report.duplicates[2]?.tied).toBe(2);
  });

  test('tells how many people it has read, and ends when it is cancelled', async () => {
    const cancel = new AbortController();
    const texts: (string | undefined)[] = [];
    const work = createWork(cancel.signal, (steps) => {
      const text = inEnglish(steps).find(({ name }) => name === 'Read people')?.text;
      texts.push(text);
      if (text === '990 people read') cancel.abort();
    });
    await expect(users.call('users.duplicates', {}, work)).rejects.toMatchObject({ code: 'work.cancelled' });
    expect(texts).toContain('990 people read');
    expect(texts).not.toContain(`${1201 + more.length} people read`);
  });
});
