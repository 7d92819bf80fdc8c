import { expect, test } from 'vitest';
import { ServerId } from '../../../src-shared/model/server';
import { stubWindow } from './window-stub';

stubWindow();
const { pickFor, usersOf } = await import('../../../src-renderer/users/users-store');

const serverId = ServerId.parse(crypto.randomUUID());

test('looking without an address drops the answer to the one before, and says so', async () => {
  const store = usersOf(serverId);
  store.setState({
    address: ' ',
    pick: { kind: 'done', steps: [], value: { hits: [], tied: 0, sentences: [], count: 0, more: false }, endedAt: 1 },
  } as unknown as Parameters<typeof store.setState>[0]);
  await pickFor(serverId);
  expect(store.getState()).toMatchObject({ pick: { kind: 'idle' }, addressMissing: true });
});
