import { expect, test } from 'vitest';
import { startProbeCases } from '../../support/probe-cases';
import { runProbe } from './run-probe';

test('each case comes out as its row of the table, twenty and more at once', async () => {
  const cases = await startProbeCases();
  try {
    const found = await Promise.all(
      cases.map(async ({ name, request }) => [name, (await runProbe(request)).findings.map(({ id }) => id)]),
    );
    expect(found).toEqual(cases.map(({ name, ids }) => [name, ids]));
  } finally {
    await Promise.all(cases.map(({ stop }) => stop()));
  }
});
