import { beforeEach, expect, test, vi } from 'vitest';
import { findFurther, findTyped, pickerOf, takePerson } from '../../../src-renderer/reset/person-picker-store';
import { ServerId } from '../../../src-shared/model/server';
import type { PersonSummary } from '../../../src-shared/model/user';
import { fakeMain } from './fake-main';

const main = fakeMain();
const ada: PersonSummary = {
  ...{ dn: 'inum=1,ou=people,o=gluu', inum: '1', uid: 'ada', displayName: 'Ada', mails: ['ada@example.org'] },
  ...{ moreMails: 0, status: 'active', testUser: false },
};
let serverId: ServerId;
const state = () => pickerOf(serverId).getState();

beforeEach(async () => {
  main.reset();
  serverId = ServerId.parse(crypto.randomUUID());
  pickerOf(serverId).setState({ text: 'ada' });
  void findTyped(serverId);
  await main.held('users.search').answer({ people: [ada], offset: 0, next: 1, onlyExact: true });
});

test('who is exactly sought can be taken while the others are looked for, which then ends', async () => {
  expect(state()).toMatchObject({ search: { value: { people: [ada] } }, further: { kind: 'running' } });
  const others = main.held('users.search');
  expect(others.input).toEqual({ serverId, text: 'ada', anywhere: false, offset: 1 });
  void takePerson(serverId, ada);
  expect(others.isCancelled()).toBe(true);
  expect(main.asked('users.pick')).toEqual([{ serverId, address: 'ada@example.org' }]);
  expect(state()).toMatchObject({ search: { kind: 'idle' }, further: { kind: 'idle' } });
});

test('the others are of the text that was sought, whatever is typed since', async () => {
  await main.held('users.search').fail({ code: 'ldap.limit' });
  expect(state()).toMatchObject({ search: { kind: 'done' }, further: { failure: { code: 'ldap.limit' } } });
  pickerOf(serverId).setState({ text: 'typed since' });
  void findFurther(serverId);
  void findFurther(serverId);
  expect(main.asked('users.search')).toHaveLength(3);
  expect(main.held('users.search').input).toMatchObject({ text: 'ada', offset: 1 });
  await main.held('users.search').answer({ people: [{ ...ada, uid: 'adam' }], offset: 1 });
  expect(state().further).toMatchObject({ value: { people: [{ uid: 'adam' }] } });
});

test('a new search takes the others of the one before away', async () => {
  const others = main.held('users.search');
  pickerOf(serverId).setState({ text: 'bob' });
  void findTyped(serverId);
  await vi.waitFor(() => expect(others.isCancelled()).toBe(true));
  await main.held('users.search').answer({ people: [], offset: 0 });
  await others.answer({ people: [{ ...ada, uid: 'adam' }], offset: 1 });
  expect(state()).toMatchObject({ sought: 'bob', search: { value: { people: [] } }, further: { kind: 'idle' } });
});
