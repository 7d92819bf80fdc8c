import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { filter, type LdapSession } from '../../../src-main/ldap/ldap-session';
import { type PeopleFinder, peopleFinder } from '../../../src-main/users/find-people';
import type { UserPage } from '../../../src-shared/model/user';
import { gluuTree } from '../../support/gluu-tree';
import { startHostileLdap } from '../../support/hostile-ldap';
import { pagedResults, result, searchEntry } from '../../support/hostile-ldap/message';
import { writeLdif } from '../../support/ldif';
import { lendSlapd } from '../../support/lent-slapd';
import type { Slapd } from '../../support/slapd';
import { runConnect } from '../ldap/run-connect';
import { scriptedLdap } from '../ldap/scripted-ldap';
import { names, person, personDn } from './users-console';

const tree = { peopleDn: names.peopleDn };
const uids = (pages: UserPage[]) => pages.flatMap(({ people }) => people.map(({ uid }) => uid));

let slapd: Slapd;
let finder: PeopleFinder;
beforeAll(async () => {
  const more = [
    person('0000.0001', { uid: 'user', displayName: 'User', mail: 'user@example.org' }),
    person('0000.0002', { uid: 'ada', displayName: 'Ada', mail: ['ada@example.org', 'user'] }),
  ];
  slapd = await lendSlapd({ ldif: gluuTree({ version: '3.1.2', people: 170, more }) });
});
afterAll(() => slapd.stop());
beforeEach(() => {
  finder = peopleFinder();
});

interface Asks {
  session: LdapSession;
  page(text: string, offset: number, anywhere?: boolean): Promise<UserPage>;
  /** All pages, each from where the one before says that the next begins. */
  pages(text: string): Promise<UserPage[]>;
}

/** Uses one session; the failures of what is done with it are those of the test. */
async function onSession(use: (asks: Asks) => Promise<void>, port = slapd.port): Promise<void> {
  let ended: unknown;
  const { failure } = await runConnect(
    { port, bindDn: slapd.bindDn },
    {
      password: slapd.password,
      use: async (session) => {
        const memory = {};
        const page: Asks['page'] = async (text, offset, anywhere = false) =>
          finder.take(memory, await finder.read(session, memory, tree, { text, anywhere, offset }, () => {}));
        const pages = async (text: string) => {
          const all = [await page(text, 0)];
          for (let last = all[0]; last?.next !== undefined; last = all.at(-1)) all.push(await page(text, last.next));
          return all;
        };
        await use({ session, page, pages }).catch((error: unknown) => {
          ended = error;
        });
      },
    },
  );
  if (ended) throw ended;
  expect(failure).toBeUndefined();
}

/** All pages of a search, on a separate session. */
async function allOf(text: string): Promise<UserPage[]> {
  const all: UserPage[] = [];
  await onSession(async ({ pages }) => void all.push(...(await pages(text))));
  return all;
}

/** How many searches for people slapd is asked meanwhile, by its own log. */
async function searchesOf(use: () => Promise<unknown>): Promise<number> {
  const from = slapd.log().length;
  await use();
  const mark = randomBytes(8).toString('hex');
  await slapd.search('o=gluu', `(o=${mark})`, [], { scope: 'base' });
  await vi.waitFor(() => expect(slapd.log()).toContain(mark));
  return [
    ...slapd
      .log()
      .slice(from)
      .matchAll(/ SRCH base="ou=people,.*objectClass=gluuPerson/g),
  ].length;
}

describe('how often a server is asked', () => {
  test('once for who is exactly sought, who is given out at once; once more for the others', () =>
    onSession(async ({ page }) => {
      let first: UserPage | undefined;
      expect(await searchesOf(async () => (first = await page('user', 0)))).toBe(1);
      expect(first).toMatchObject({ offset: 0, next: 2, onlyExact: true });
      expect(uids([first as UserPage]).sort()).toEqual(['ada', 'user']);
      let others: UserPage | undefined;
      expect(await searchesOf(async () => (others = await page('user', 2)))).toBe(1);
      expect(others).toMatchObject({ offset: 2, next: 52 });
      expect(others?.onlyExact).toBeUndefined();
      expect(uids([others as UserPage]).filter((uid) => ['ada', 'user'].includes(uid))).toEqual([]);
    }));

  test('twice where nobody is exactly that, and then all who begin with it are there', () =>
    onSession(async ({ page }) => {
      let found: UserPage | undefined;
      expect(await searchesOf(async () => (found = await page('user17', 0)))).toBe(1);
      expect(found).toMatchObject({ next: 1, onlyExact: true });
      expect(await searchesOf(async () => (found = await page('ser17', 0, true)))).toBe(2);
      expect(uids([found as UserPage]).sort()).toEqual(['user17', 'user170']);
      expect(found?.next).toBeUndefined();
    }));

  test('never for the place of a search that another one has overtaken', () =>
    onSession(async ({ session }) => {
      const everybody = {
        base: names.peopleDn,
        wanted: filter.equals('objectClass', 'gluuPerson'),
        attributes: ['uid'],
      };
      const { next } = await session.page(everybody, 10);
      await session.page(everybody, 10);
      const asked = await searchesOf(() =>
        expect(session.page(everybody, 10, next)).rejects.toMatchObject({ code: 'ldap.unwilling' }),
      );
      expect(asked).toBe(0);
    }));

  test('once for each further page', () =>
    onSession(async ({ page, session }) => {
      for (const [text, first] of [
        ['', 0],
        ['user', 2],
      ] as const) {
        let next: number | undefined = first;
        if (first > 0) await page(text, 0);
        while (next !== undefined) {
          const offset: number = next;
          expect(await searchesOf(async () => ({ next } = await page(text, offset)))).toBe(1);
          await session.read(personDn('0000.0001'), ['uid']); // what is read in between takes nothing away
        }
      }
    }));
});

describe('pages', () => {
  test.each([
    ['', '(uid=*)'],
    ['user', '(|(uid=user*)(mail=user*)(displayName=user*)(givenName=user*)(sn=user*))'],
  ])('of %j meet, with each person once', (text, wanted) =>
    onSession(async ({ pages }) => {
      const found = uids(await pages(text));
      const known = await slapd.search(names.peopleDn, `(&(objectClass=gluuPerson)${wanted})`, ['uid']);
      expect(found.toSorted()).toEqual(known.flatMap((entry) => entry.get('uid') ?? []).toSorted());
      expect(found.length).toBeGreaterThan(170);
    }),
  );

  test.each(['', 'user'])('of %j are the same where each is read on a separate session', async (text) => {
    for (const page of await allOf(text)) {
      await onSession(async (asks) => expect(await asks.page(text, page.offset)).toEqual(page));
    }
  });

  test('are right whatever is sought in between on the session, and after a jump back', async () => {
    const alone = { '': await allOf(''), user: await allOf('user') };
    await onSession(async ({ page, session }) => {
      for (const at of [0, 1, 2, 1, 0, 1]) {
        for (const text of ['', 'user'] as const) {
          expect(await page(text, alone[text][at]?.offset ?? -1), `${text} ${at}`).toEqual(alone[text][at]);
        }
      }
      await page('', 0);
      await session.pages(names.peopleDn, filter.present('uid'), ['uid'], 10).next();
      expect(await page('', 50)).toEqual(alone[''][1]);
    });
  });

  test('of two sessions at once do not mix', async () => {
    const atOnce = await Promise.all([allOf('user'), allOf('user1'), allOf('')]);
    expect(atOnce).toEqual([await allOf('user'), await allOf('user1'), await allOf('')]);
  });

  test('lose nobody and repeat nobody while others write', () =>
    onSession(async ({ page }) => {
      const first = await page('', 0);
      const [gone, stays] = first.people.map(({ dn }) => dn);
      const added = writeLdif([person('0000.0003', { uid: 'new', displayName: 'New' })]);
      const changes = [
        `dn: ${gone}\nchangetype: delete`,
        `dn: ${stays}\nchangetype: modify\nreplace: sn\nsn: Changed`,
        added.trim().replace('\n', '\nchangetype: add\n'),
      ];
      await slapd.modify(`${changes.join('\n\n')}\n`);
      const rest: UserPage[] = [];
      for (let next = first.next; next !== undefined; next = rest.at(-1)?.next) rest.push(await page('', next));
      const found = uids([first, ...rest]);
      expect(new Set(found).size).toBe(found.length);
      const known = await slapd.search(names.peopleDn, '(objectClass=gluuPerson)', ['uid']);
      for (const uid of known.flatMap((entry) => entry.get('uid') ?? [])) expect(found).toContain(uid);
    }));
});

describe('a server', () => {
  test('that no longer knows the place is asked from the start', async () => {
    const asked: string[] = [];
    const server = await scriptedLdap((request, session) => {
      if (request.operation !== 'search') return false;
      const isStale = request.bytes.includes('stale');
      asked.push(isStale ? 'stale' : request.bytes.includes('good') ? 'good' : 'first');
      const from = asked.at(-1) === 'good' ? 50 : 0;
      // Of a hundred: the first page asks for 51 and goes no further, the one of names alone goes up to 50.
      const isOfNames = request.bytes.includes('1.1');
      const until = from === 50 ? 100 : isOfNames ? 50 : 51;
      if (isStale) session.send(result(request, { code: 53, message: 'paged results cookie is invalid or old' }));
      else {
        for (let at = from; at < until; at += 1) {
          const attributes: [string, string[]][] = isOfNames ? [] : [['uid', [`p${at}`]]];
          session.send(searchEntry(request.messageId, `uid=p${at},${names.peopleDn}`, attributes));
        }
        session.send(result(request, { code: 0 }, pagedResults(from === 50 ? '' : isOfNames ? 'good' : 'stale')));
      }
      return true;
    });
    await onSession(async ({ page }) => {
      expect((await page('', 0)).next).toBe(50);
      const second = await page('', 50);
      expect(uids([second])).toEqual(Array.from({ length: 50 }, (_, index) => `p${index + 50}`));
      expect(second.next).toBeUndefined();
    }, server.port);
    expect(asked).toEqual(['first', 'stale', 'first', 'good']);
    await server.stop();
  });

  test('that knows no pages gives the right ones', async () => {
    const ldif = gluuTree({ version: '3.1.2', people: 120 });
    const server = await startHostileLdap({ kind: 'none' }, { ldif });
    const found: UserPage[] = [];
    await onSession(async (asks) => {
      found.push(...(await asks.pages('')));
      expect(found.length).toBeGreaterThan(2);
      expect(new Set(uids(found)).size).toBe(121);
    }, server.port);
    for (const page of found) {
      await onSession(async (asks) => expect(await asks.page('', page.offset)).toEqual(page), server.port);
    }
    await server.stop();
  });
});
