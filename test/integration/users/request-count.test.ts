import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { UserPage } from '../../../src-shared/model/user';
import { startUsersConsole, type UsersConsole } from './users-console';

/** Longer than the console needs to go on with an answer, so that whatever waits for none leaves before the next is there. */
const LATE_MS = 150;

let users: UsersConsole;
beforeAll(async () => {
  users = await startUsersConsole({ tree: { people: 170 } });
  await search('', 0); // from here on there is a session
});
afterAll(() => users.stop());

const search = (text: string, offset: number): Promise<UserPage> =>
  users.call('users.search', { text, anywhere: false, offset });
const uids = (pages: UserPage[]) => pages.flatMap(({ people }) => people.map(({ uid }) => uid));

/** What slapd was asked meanwhile, by its own log: logins, and searches for people. */
async function requestsOf(use: () => Promise<unknown>): Promise<{ logins: number; searches: number }> {
  const { slapd } = users;
  const from = slapd.log().length;
  await use();
  const mark = randomBytes(8).toString('hex');
  await slapd.search('o=gluu', `(o=${mark})`, [], { scope: 'base' });
  await vi.waitFor(() => expect(slapd.log()).toContain(mark));
  const log = slapd.log().slice(from);
  const count = (line: RegExp) => [...log.matchAll(line)].length;
  return {
    logins: count(/ BIND dn=".*" method=128$/gm) - 1, // the one that asked for the mark
    searches: count(/ SRCH base="ou=people,.*objectClass=gluuPerson/g),
  };
}

test.each([
  ['uid', 'user77'],
  ['mail', 'user77@gluu.example.org'],
])('one of many people, by %s, is one search on the session that is kept', async (_what, text) => {
  let page: UserPage | undefined;
  expect(await requestsOf(async () => (page = await search(text, 0)))).toEqual({ logins: 0, searches: 1 });
  expect(page).toMatchObject({ people: [{ uid: 'user77' }], next: 1, onlyExact: true });
  expect(await requestsOf(async () => (page = await search(text, 1)))).toEqual({ logins: 0, searches: 1 });
  expect(page).toEqual({ people: [], offset: 1 });
});

test('each further page is one search, whatever else is read in between', async () => {
  const pages = [await search('', 0)];
  while (pages.at(-1)?.next !== undefined) {
    const offset = pages.at(-1)?.next ?? 0;
    const [first] = pages[0]?.people ?? [];
    await users.call('users.person', { dn: first?.dn ?? '' });
    const asked = await requestsOf(async () => pages.push(await search('', offset)));
    expect(asked).toEqual({ logins: 0, searches: 1 });
  }
  expect(pages).toHaveLength(4);
  expect(new Set(uids(pages)).size).toBe(171);
});

test('a page is right after the session is gone, and the one after it is one search again', async () => {
  const whole = [await search('', 0), await search('', 50), await search('', 100), await search('', 150)];
  await search('', 0);
  users.proxy.cut();
  let page: UserPage | undefined;
  expect(await requestsOf(async () => (page = await search('', 50)))).toEqual({ logins: 1, searches: 2 });
  expect(page).toEqual(whole[1]);
  expect(await requestsOf(async () => (page = await search('', 100)))).toEqual({ logins: 0, searches: 1 });
  expect(page).toEqual(whole[2]);
  expect(await search('', 150)).toEqual(whole[3]);
});

test('searches at once have a session each, and go on as each should', async () => {
  const alone: Record<string, UserPage[]> = {};
  for (const text of ['', 'user1']) {
    const first = await search(text, 0);
    alone[text] = [first, await search(text, first.next ?? 0)];
  }
  const firsts = await Promise.all(['', 'user1'].map((text) => search(text, 0)));
  const seconds = await Promise.all(['', 'user1'].map((text, index) => search(text, firsts[index]?.next ?? 0)));
  expect([firsts[0], seconds[0]]).toEqual(alone['']);
  expect([firsts[1], seconds[1]]).toEqual(alone.user1);
});

test('what is read whole keeps the session, and a search after it is right', async () => {
  const first = await search('', 0);
  const second = await search('', 50);
  await search('', 0);
  const { people } = await users.call('users.duplicates', {});
  expect(people).toBe(171);
  expect(await requestsOf(async () => expect(await search('', 50)).toEqual(second))).toEqual({
    logins: 0,
    searches: 2,
  });
  expect(await search('', 0)).toEqual(first);
});

test('one of many people, and the next page, cost one round trip together with all that finds the tree', async () => {
  const { proxy } = users;
  const turnsOf = async (use: () => Promise<unknown>) => {
    const before = proxy.turns();
    await use();
    return proxy.turns() - before;
  };
  await search('', 0);
  proxy.delay(LATE_MS);
  try {
    expect(await turnsOf(() => search('', 50))).toBe(1);
    expect(await turnsOf(() => search('user77', 0))).toBe(1);
    expect(await turnsOf(() => search('user77', 1))).toBe(1);
    expect(await turnsOf(() => search('user77@gluu.example.org', 0))).toBe(1);
    // Nobody is exactly that, so that is known before the others are looked for.
    expect(await turnsOf(() => search('user', 0))).toBe(2);
  } finally {
    proxy.delay(0);
  }
});
