import { beforeEach, expect, test, vi } from 'vitest';
import { ServerId } from '../../../src-shared/model/server';
import type { PersonSummary } from '../../../src-shared/model/user';
import { stubWindow } from './window-stub';

const call = vi.fn((_name: string, _input: unknown) => new Promise(() => {}));
stubWindow(call as never);
const { findTyped, pickerOf, takePerson } = await import('../../../src-renderer/reset/person-picker-store');
const { resetOf } = await import('../../../src-renderer/reset/reset-store');
const { usersOf } = await import('../../../src-renderer/users/users-store');

let serverId: ServerId;
beforeEach(() => {
  serverId = ServerId.parse(crypto.randomUUID());
  call.mockClear();
});
const asked = () => call.mock.calls.map(([name, input]) => [name, input]);
const find = (text: string) => {
  pickerOf(serverId).setState({ text });
  void findTyped(serverId);
};
const ada: PersonSummary = {
  dn: 'inum=1,ou=people,o=gluu',
  inum: '1',
  uid: 'ada',
  displayName: 'Ada',
  mails: ['ada@example.org', 'second@example.org'],
  moreMails: 0,
  status: 'active',
  testUser: false,
};

test('a name or uid is searched, and takes the earlier person off the page', () => {
  resetOf(serverId).setState({ personInum: '7', to: 'x@example.org' });
  find(' ada ');
  expect(asked()).toEqual([['users.search', { serverId, text: 'ada', anywhere: false, offset: 0 }]]);
  expect(resetOf(serverId).getState()).toMatchObject({ personInum: undefined, to: '' });
});

test('an address is looked up as it stands, without a search; an empty field says what is missing', () => {
  find('ada@example.org');
  expect(asked()).toEqual([['users.pick', { serverId, address: 'ada@example.org' }]]);
  find('  ');
  expect(call).toHaveBeenCalledTimes(1);
  expect(usersOf(serverId).getState().addressMissing).toBe(true);
});

test('who is chosen is looked up by the first address, which then stands in the field', () => {
  pickerOf(serverId).setState({ text: 'ad' });
  void takePerson(serverId, ada);
  expect(asked()).toEqual([['users.pick', { serverId, address: 'ada@example.org' }]]);
  expect(pickerOf(serverId).getState()).toEqual({
    ...{ text: undefined, sought: '' },
    ...{ search: { kind: 'idle' }, further: { kind: 'idle' } },
  });
  expect(usersOf(serverId).getState().address).toBe('ada@example.org');
});

test('who has no address cannot be chosen', () => {
  void takePerson(serverId, { ...ada, mails: [] });
  expect(call).not.toHaveBeenCalled();
});
