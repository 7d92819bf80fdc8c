import { beforeEach, describe, expect, test, vi } from 'vitest';
import { setServers } from '../../../src-renderer/state/servers-store';
import { useWork } from '../../../src-renderer/state/task';
import {
  findDuplicates,
  foundByName,
  isOnlyExact,
  openPerson,
  pickFor,
  searchPeople,
  usersOf,
} from '../../../src-renderer/users/users-store';
import { ServerId, type ServerSummary } from '../../../src-shared/model/server';
import type { Person, PersonSummary, PickResult } from '../../../src-shared/model/user';
import { inEnglish } from '../../support/english';
import { fakeMain } from './fake-main';

const main = fakeMain();
let serverId: ServerId;
const state = () => usersOf(serverId).getState();
const shown = () => foundByName(state(), 'en').map(({ uid }) => uid);
const personOf = (uid: string): PersonSummary => ({
  ...{ dn: `uid=${uid}`, inum: uid, uid, displayName: uid, mails: [`${uid}@example.org`] },
  ...{ moreMails: 0, status: 'active', testUser: false },
});
const pickOf = (address: string) => ({ address, count: 1, hits: [], sentences: [] }) as unknown as PickResult;

beforeEach(() => {
  main.reset();
  serverId = ServerId.parse(crypto.randomUUID());
  setServers([{ id: serverId, name: 'gluu' } as ServerSummary]);
});

describe('a search for people', () => {
  test('begins with the first page, and adds the next one by name', async () => {
    usersOf(serverId).setState({ text: ' a ' });
    void searchPeople(serverId);
    expect(state()).toMatchObject({ search: { kind: 'running' }, people: [], found: { text: 'a', anywhere: false } });
    await main.held('users.search').answer({ people: [personOf('cid'), personOf('ada')], offset: 0, next: 2 });
    expect(shown()).toEqual(['ada', 'cid']);
    usersOf(serverId).setState({ text: 'typed meanwhile' });
    void searchPeople(serverId, true);
    expect(main.held('users.search').input).toEqual({ serverId, text: 'a', anywhere: false, offset: 2 });
    await main.held('users.search').answer({ people: [personOf('bob')], offset: 2 });
    expect(shown()).toEqual(['ada', 'bob', 'cid']);
    expect(inEnglish(useWork.getState().last)).toMatchObject({ serverName: 'gluu', text: '3 people.', failed: false });
  });

  test('asks for no page after the last, and once only while it runs', async () => {
    void searchPeople(serverId);
    void searchPeople(serverId);
    await main.held('users.search').answer({ people: [], offset: 0 });
    void searchPeople(serverId, true);
    expect(main.asked('users.search')).toHaveLength(1);
  });

  test('that fails says why, and what was found before is gone', async () => {
    usersOf(serverId).setState({ people: [personOf('ada')] });
    void searchPeople(serverId);
    await main.held('users.search').fail({ code: 'ldap.rights' });
    expect(state()).toMatchObject({ search: { kind: 'failed', failure: { code: 'ldap.rights' } }, people: [] });
    expect(inEnglish(useWork.getState().last)).toMatchObject({ text: 'The search for people failed.', failed: true });
  });

  test('shows its stages, and is cancelled with them', async () => {
    const done = searchPeople(serverId);
    main.held('users.search').progress([{ name: 'Connect', state: 'running' }]);
    const { search } = state();
    expect(search).toMatchObject({ kind: 'running', steps: [{ name: 'Connect' }], cancellable: true });
    if (search.kind === 'running') search.cancel();
    await done;
    expect(main.held('users.search').isCancelled()).toBe(true);
    expect(state().search).toMatchObject({ kind: 'failed', failure: { code: 'work.cancelled' } });
    expect(useWork.getState().last).toMatchObject({ cancelled: true, failed: false });
  });
});

describe('who is exactly what was sought', () => {
  const exactly = { people: [personOf('zed'), personOf('ann')], offset: 0, next: 2, onlyExact: true };
  async function findExactly(): Promise<void> {
    usersOf(serverId).setState({ text: 'zed' });
    void searchPeople(serverId);
    await main.held('users.search').answer(exactly);
  }

  test('is shown at once, and the others below when they are there', async () => {
    await findExactly();
    expect(state()).toMatchObject({ search: { kind: 'done' }, further: { kind: 'running' } });
    expect(isOnlyExact(state())).toBe(true);
    expect(shown()).toEqual(['ann', 'zed']);
    expect(main.asked('users.search')).toEqual([
      { serverId, text: 'zed', anywhere: false, offset: 0 },
      { serverId, text: 'zed', anywhere: false, offset: 2 },
    ]);
    await main.held('users.search').answer({ people: [personOf('bob'), personOf('abe')], offset: 2, next: 4 });
    expect(shown()).toEqual(['ann', 'zed', 'abe', 'bob']);
    expect(isOnlyExact(state())).toBe(false);
    void searchPeople(serverId, true);
    expect(main.held('users.search').input).toEqual({ serverId, text: 'zed', anywhere: false, offset: 4 });
    await main.held('users.search').answer({ people: [personOf('abc')], offset: 4 });
    expect(shown()).toEqual(['ann', 'zed', 'abc', 'abe', 'bob']);
  });

  test('stays where the search for the others is cancelled or fails, and that can be asked for again', async () => {
    await findExactly();
    const { further } = state();
    if (further.kind === 'running') further.cancel();
    await vi.waitFor(() => expect(state().further).toMatchObject({ failure: { code: 'work.cancelled' } }));
    expect(shown()).toEqual(['ann', 'zed']);
    expect(isOnlyExact(state())).toBe(true);
    void searchPeople(serverId, true);
    expect(main.held('users.search').input).toMatchObject({ offset: 2 });
    void searchPeople(serverId, true);
    expect(main.asked('users.search')).toHaveLength(3);
    await main.held('users.search').fail({ code: 'ldap.limit' });
    expect(state()).toMatchObject({ search: { kind: 'done' }, further: { failure: { code: 'ldap.limit' } } });
    expect(shown()).toEqual(['ann', 'zed']);
  });

  test('makes way for a new search at once, and no late answer comes among its people', async () => {
    await findExactly();
    const others = main.held('users.search');
    usersOf(serverId).setState({ text: 'new' });
    void searchPeople(serverId);
    expect(others.isCancelled()).toBe(true);
    await main.held('users.search').answer({ people: [personOf('new')], offset: 0 });
    await others.answer({ people: [personOf('bob')], offset: 2 });
    expect(shown()).toEqual(['new']);
    expect(state().further).toEqual({ kind: 'idle' });
  });
});

describe('of two that were asked for one after the other, the later one stays, whichever is answered first', () => {
  test('a person', async () => {
    void openPerson(serverId, 'uid=ada');
    const ada = main.held('users.person');
    void openPerson(serverId, 'uid=bob');
    const bob = main.held('users.person');
    expect(ada.isCancelled()).toBe(true);
    await bob.answer(personOf('bob') as Person);
    await ada.answer(personOf('ada') as Person);
    expect(state().person).toMatchObject({ kind: 'done', value: { uid: 'bob' } });
  });

  test('an address', async () => {
    void pickFor(serverId, 'ada@example.org');
    const ada = main.held('users.pick');
    void pickFor(serverId, ' bob@example.org ');
    const bob = main.held('users.pick');
    await bob.answer(pickOf('bob@example.org'));
    await ada.answer(pickOf('ada@example.org'));
    expect(state()).toMatchObject({
      address: 'bob@example.org',
      pick: { kind: 'done', value: { address: 'bob@example.org' } },
    });
  });

  test('but not of another server', async () => {
    const other = ServerId.parse(crypto.randomUUID());
    void openPerson(other, 'uid=ada');
    const ada = main.held('users.person');
    void openPerson(serverId, 'uid=bob');
    expect(ada.isCancelled()).toBe(false);
    await ada.answer(personOf('ada') as Person);
    expect(usersOf(other).getState().person).toMatchObject({ kind: 'done', value: { uid: 'ada' } });
    expect(state().person.kind).toBe('running');
  });
});

test('no address is no question, and takes the earlier answer away', async () => {
  void pickFor(serverId, 'ada@example.org');
  await main.held('users.pick').answer(pickOf('ada@example.org'));
  usersOf(serverId).setState({ address: '  ' });
  await pickFor(serverId);
  expect(main.asked('users.pick')).toHaveLength(1);
  expect(state()).toMatchObject({ pick: { kind: 'idle' }, addressMissing: true });
  void pickFor(serverId, 'bob@example.org');
  expect(state().addressMissing).toBe(false);
});

test('an address whose answer is still to come when the field is emptied is not shown', async () => {
  void pickFor(serverId, 'ada@example.org');
  const ada = main.held('users.pick');
  await pickFor(serverId, '');
  await ada.answer(pickOf('ada@example.org'));
  expect(state()).toMatchObject({ pick: { kind: 'idle' }, addressMissing: true });
});

test('shared addresses are looked for once at a time, and counted in the status line', async () => {
  void findDuplicates(serverId);
  void findDuplicates(serverId);
  expect(main.asked('users.duplicates')).toEqual([{ serverId }]);
  const report = { people: 5, withoutMail: 0, withoutMailPeople: [], duplicates: [], more: 0 };
  await main.held('users.duplicates').answer(report);
  expect(state().duplicates).toMatchObject({ kind: 'done', value: report });
  expect(inEnglish(useWork.getState().last)?.text).toBe('5 people read.');
});

test('an answer for a server that was removed meanwhile is shown nowhere, and kept nowhere', async () => {
  void openPerson(serverId, 'uid=ada');
  setServers([]);
  await main.held('users.person').answer(personOf('ada') as Person);
  expect(usersOf.all().map(([id]) => id)).not.toContain(serverId);
});
