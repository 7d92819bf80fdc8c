import type { ProbedIds } from '../integration/probe/probe-all';
import { runInElectron } from '../support/in-electron';
import { startProbeCases } from '../support/probe-cases';
import { expect, test } from './support/app';

test('each case of a mail server comes out inside Electron as its row of the table', async () => {
  const cases = await startProbeCases();
  try {
    const requests = cases.map(({ request }) => request);
    const done = await runInElectron<ProbedIds[]>('test/integration/probe/probe-all.ts', requests);
    const found = done.map(({ ids, runtime }, index) => [cases[index]?.name, ids, runtime]);
    expect(found).toEqual(cases.map(({ name, ids }) => [name, ids, 'Electron']));
  } finally {
    await Promise.all(cases.map(({ stop }) => stop()));
  }
});
