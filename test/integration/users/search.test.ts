import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWork } from '../../../src-main/work/work';
import type { UserPage } from '../../../src-shared/model/user';
import { names, person, personDn, startUsersConsole, type UsersConsole } from './users-console';

let users: UsersConsole;
const hostile = '\u202egnp.exe\u0007';
const odd = [
  '*',
  '(uid=*)',
  'a)(uid=*',
  '\\2a',
  '*)(objectClass=*',
  'x,ou=people',
  '\\',
  '()',
  ' #"+;<>= ',
  '%00',
  'é人',
];
beforeAll(async () => {
  users = await startUsersConsole({
    tree: {
      people: 120,
      more: [
        person('0000.0001', {
          uid: 'ada',
          givenName: 'Ada',
          sn: 'Novak',
          displayName: 'Ada Novak',
          mail: ['ada@example.org', 'a.novak@example.org'],
          gluuStatus: 'inactive',
          memberOf: [`inum=${names.orgInum}!0003!60B7,${names.groupsDn}`, 'cn=elsewhere,o=gluu'],
          secretQuestion: 'First school',
          secretAnswer: 'Brook Lane',
          oxCreationTimestamp: '20180117091500.000Z',
        }),
        person('0000.0002', { uid: 'user', givenName: 'Lea', sn: 'Exact', displayName: 'User', secretQuestion: 'Pet' }),
        person('0000.0003', { uid: 'evil', displayName: hostile, givenName: '<b>x</b>', mail: 'e@example.org' }),
        person('0000.0004', { displayName: 'Nobody' }),
        ...odd.map((text, index) =>
          person(`000A.${index}`, { uid: `odd${index}`, sn: text, displayName: `Odd ${index}` }),
        ),
        {
          dn: `oxGuid=1,${personDn('0000.0001')}`,
          attributes: { objectClass: ['top', 'gluuPasswordResetRequest'], oxGuid: '1' },
        },
      ],
    },
  });
});
afterAll(() => users.stop());

const search = (text: string, more: { anywhere?: boolean; offset?: number } = {}): Promise<UserPage> =>
  users.call('users.search', { text, anywhere: false, offset: 0, ...more });
const uids = ({ people }: UserPage) => people.map(({ uid }) => uid);

describe('a search for people', () => {
  test.each([
    ['uid', 'ADA'],
    ['one of several mail values', 'A.Novak@example.org'],
    ['inum', `${names.orgInum}!0000!0000.0001`],
    ['the beginning of a last name', 'nov'],
    ['the beginning of a mail value', 'a.nov'],
  ])('finds by %s', async (_what, text) => {
    expect(uids(await search(text))).toEqual(['ada']);
  });

  test('looks inside of words only when asked', async () => {
    expect(uids(await search('ovak'))).toEqual([]);
    expect(uids(await search('ovak', { anywhere: true }))).toEqual(['ada']);
    expect(uids(await search('0000.0001', { anywhere: true }))).toContain('ada');
  });

  test('gives the exact hit first and by itself, then the others in pages of 50 that meet', async () => {
    const exact = await search('user');
    expect(exact).toMatchObject({ offset: 0, next: 1, onlyExact: true });
    expect(uids(exact)).toEqual(['user']);
    const first = await search('user', { offset: 1 });
    expect(first.people).toHaveLength(50);
    expect(first.next).toBe(51);
    const second = await search('user', { offset: 51 });
    const third = await search('user', { offset: 101 });
    expect(third.next).toBeUndefined();
    const all = [exact, first, second, third].flatMap(uids);
    expect(all).toHaveLength(122); // 120 people, the exact one, and the administrator called User
    expect(new Set(all).size).toBe(122);
    expect((await search('user', { offset: 5000 })).people).toEqual([]);
  });

  test('lists everybody for the empty text, and people only', async () => {
    const page = await search('', { offset: 100 });
    expect(page.people.length).toBe(120 + 1 + 4 + odd.length - 100);
    expect(page.people.every(({ inum }) => inum !== '')).toBe(true);
  });

  test.each(odd)('takes %j as text, never as syntax', async (text) => {
    const at = odd.indexOf(text);
    const found = uids(await search(text.trim()));
    const begins = odd.flatMap((other, index) => (other.trim().startsWith(text.trim()) ? [`odd${index}`] : []));
    expect(found).toContain(`odd${at}`);
    expect(found.sort()).toEqual(begins.sort());
  });

  test('shows hostile values harmlessly', async () => {
    const { people } = await search('evil');
    expect(people[0]?.displayName).toBe('\\u{202e}gnp.exe\\u{7}');
  });

  test('ends at once when it is cancelled', async () => {
    const cancel = new AbortController();
    const work = createWork(cancel.signal, (steps) => {
      if (steps.some(({ name, state }) => name === 'Search' && state === 'running')) cancel.abort();
    });
    await expect(users.call('users.search', { text: '', anywhere: true, offset: 0 }, work)).rejects.toMatchObject({
      code: 'work.cancelled',
    });
  });

  test('says so when the server ends it by its size limit', async () => {
    const limited = await startUsersConsole({ tree: { people: 120 }, slapd: { sizeLimit: 20 }, asReader: true });
    try {
      await expect(limited.call('users.search', { text: 'user', anywhere: false, offset: 0 })).rejects.toMatchObject({
        code: 'ldap.limit',
      });
    } finally {
      await limited.stop();
    }
  });
});

describe('a person', () => {
  test('is shown with mail values, status, groups and times, and never with the secret answer', async () => {
    const found = await users.call('users.person', { dn: personDn('0000.0001') });
    expect(found).toMatchObject({
      uid: 'ada',
      mails: ['ada@example.org', 'a.novak@example.org'],
      status: 'inactive',
      secretQuestion: 'set',
      groups: ['Gluu Manager Group', 'cn=elsewhere,o=gluu'],
      created: '2018-01-17T09:15:00.000Z',
      testUser: false,
    });
    expect(JSON.stringify(found)).not.toContain('Brook Lane');
    expect(users.slapd.log()).not.toMatch(/attr=.*secretAnswer/);
    expect(found.updated).toMatch(/^\d{4}-/);
  });

  test('has a question without an answer, or none', async () => {
    expect((await users.call('users.person', { dn: personDn('0000.0002') })).secretQuestion).toBe('questionOnly');
    expect((await users.call('users.person', { dn: personDn('0000.0004') })).secretQuestion).toBe('none');
  });

  test.each([
    names.applianceDn,
    names.peopleDn,
    `oxGuid=1,${personDn('0000.0001')}`,
    'nonsense',
    '',
    personDn('FFFF.FFFF'),
  ])('is not found at %s', async (dn) => {
    await expect(users.call('users.person', { dn })).rejects.toMatchObject({ code: 'ldap.missing' });
  });
});
