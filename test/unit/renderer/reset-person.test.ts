import { expect, test } from 'vitest';
import { ServerId } from '../../../src-shared/model/server';
import { stubWindow } from './window-stub';

stubWindow();
const { forgetPerson, resetOf } = await import('../../../src-renderer/reset/reset-store');

test('nothing of a person stays on the page once an address leads to nobody', () => {
  const serverId = ServerId.parse(crypto.randomUUID());
  const store = resetOf(serverId);
  const atFirst = store.getState();
  const done = { kind: 'done', steps: [], value: {}, endedAt: 1 };
  store.setState({
    personInum: '@!1',
    to: 'ada@example.org',
    run: {},
    preview: done,
    rehearsal: done,
  } as never);
  forgetPerson(serverId);
  expect(store.getState()).toEqual(atFirst);
});
