import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { startTestConsole, type TestConsole } from '../../support/test-console';

let console: TestConsole;
beforeEach(async () => {
  console = await startTestConsole({ helpers: inject('helpers') });
});
afterEach(() => console.stop());

test('where the demo fleet listens nobody is asked about, as long as it runs', async () => {
  const [demo] = (await console.must('demo.start')).filter((server) => server.demo);
  if (!demo) throw new Error('no demo server');
  await console.must('server.check', { serverId: demo.id });
  expect(console.boxes).toEqual([]);
  await console.must('demo.stop');
  console.says.yes = false;
  const { host, port, mode } = demo;
  const serverId = await console.addServer({ host, port, mode });
  console.boxes.splice(0);
  expect(await console.call('server.check', { serverId })).toMatchObject({ failure: { code: 'place.notAllowed' } });
  expect(console.boxes.map(({ lines }) => lines.join(' '))).toEqual([expect.stringContaining(String(port))]);
});
