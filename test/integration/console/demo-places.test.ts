import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ComposedConsole, startComposed } from '../../security/support/composed-console';

let console: ComposedConsole;
beforeEach(async () => {
  console = await startComposed();
});
afterEach(() => console.stop());

it('where the demo fleet listens nobody is asked about, as long as it runs', async () => {
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
