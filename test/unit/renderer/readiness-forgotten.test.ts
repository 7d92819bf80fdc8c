import { expect, test, vi } from 'vitest';
import { ServerId } from '../../../src-shared/model/server';
import { stubWindow } from './window-stub';

const call = vi.fn();
stubWindow(call);
const { checkReadiness, forgetReadiness, useReadiness } = await import(
  '../../../src-renderer/readiness/readiness-store'
);

const id = ServerId.parse(crypto.randomUUID());
const shown = () => useReadiness.getState().chains[id];

test('a look that began before something changed is dropped, and does not keep the next from beginning', async () => {
  const answers: ((can: string) => void)[] = [];
  call.mockImplementation(
    () =>
      new Promise((resolve) => {
        answers.push((can) => resolve({ result: { ok: true, value: { can, reasons: [] } }, steps: [] }));
      }),
  );
  const first = checkReadiness({ id, name: 'Meadow' });
  forgetReadiness(id);
  expect(shown()).toBeUndefined();
  const second = checkReadiness({ id, name: 'Meadow' });
  answers[0]?.('no');
  await first;
  expect(shown()).toMatchObject({ kind: 'running' });
  answers[1]?.('yes');
  await second;
  expect(shown()).toMatchObject({ kind: 'done', value: { can: 'yes' } });
});
