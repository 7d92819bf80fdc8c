import { EventEmitter, getEventListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { openFiles } from '../../../../src-main/ssh/sftp-files';
import type { SshLink } from '../../../../src-main/ssh/ssh-link';

type Done = (error: Error | undefined, value?: unknown) => void;
const END = Object.assign(new Error('end of file'), { code: 1 });
const never = new AbortController().signal;

/** A server that answers as the overrides say, a turn later. */
async function filesOf(answers: Record<string, (asked: number) => unknown>, limitMs = 5000) {
  const asked = new Map<string, number>();
  const answering =
    (name: string) =>
    (...all: unknown[]) => {
      const done = all.at(-1) as Done;
      const times = (asked.get(name) ?? 0) + 1;
      asked.set(name, times);
      const answer = answers[name]?.(times);
      setImmediate(() => (answer instanceof Error ? done(answer) : done(undefined, answer)));
    };
  const names = ['open', 'opendir', 'fstat', 'read', 'readdir', 'close'];
  const methods = Object.fromEntries(names.map((name) => [name, answering(name)]));
  const sftp = Object.assign(new EventEmitter(), methods, { end: () => {} });
  const link = { via: 'ada@far', user: 'ada', host: 'far', at: 'far:22', client: { openFiles: async () => sftp } };
  const files = await openFiles(link as unknown as SshLink, never, limitMs, () => {});
  return { files, asked: (name: string) => asked.get(name) ?? 0 };
}
const handle = () => Buffer.from('h');
const failureOf = (promise: Promise<unknown>) => promise.then(() => undefined).catch((error: unknown) => error);

test('a file that comes a byte at a time takes no more memory than it is long', async () => {
  const { files } = await filesOf({
    open: handle,
    fstat: () => ({ mode: 0o100644, size: 3000 }),
    read: (times) => (times <= 3000 ? 1 : END),
  });
  const before = process.memoryUsage().arrayBuffers;
  const bytes = await files.read('/etc/x', 10_000, never);
  expect(bytes.length).toBe(3000);
  // A piece has room for 32 KB: 3000 of them are 98 MB.
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * 1024 * 1024);
});

test.each<[string, Record<string, (asked: number) => unknown>, 'list' | 'read', string]>([
  [
    'a folder of nothing but itself',
    { opendir: handle, readdir: () => [{ filename: '.', attrs: {} }] },
    'list',
    'readdir',
  ],
  [
    'a folder of names no file can have',
    { opendir: handle, readdir: () => [{ filename: 'x'.repeat(300), attrs: {} }] },
    'list',
    'readdir',
  ],
  ['a file in bytes', { open: handle, fstat: () => ({}), read: () => 1 }, 'read', 'read'],
])('%s without an end is left when its time is over', async (_, answers, way, call) => {
  const { files, asked } = await filesOf(answers, 100);
  const run = way === 'list' ? files.list('/opt', never) : files.read('/etc/x', 1_000_000_000, never);
  expect(await failureOf(run)).toMatchObject({ code: 'net.timeout' });
  await sleep(20);
  const then = asked(call);
  await sleep(50);
  expect(asked(call)).toBe(then);
});

test('what was read leaves nothing behind that waits for its end', async () => {
  const signals = [never];
  const Known = AbortController;
  vi.stubGlobal(
    'AbortController',
    class extends Known {
      constructor() {
        super();
        signals.push(this.signal);
      }
    },
  );
  const { files } = await filesOf({ open: handle, fstat: () => ({ mode: 0o100644, size: 1 }), read: () => END });
  await files.read('/etc/x', 100, never);
  vi.unstubAllGlobals();
  expect(signals.length).toBeGreaterThan(2);
  expect(signals.flatMap((signal) => getEventListeners(signal, 'abort'))).toEqual([]);
});

test('attributes that the server leaves out are not made up', async () => {
  const { files } = await filesOf({
    opendir: handle,
    readdir: (times) => (times === 1 ? [{ filename: 'salt', attrs: {} }] : END),
  });
  expect(await files.list('/opt', never)).toEqual([{ name: 'salt', kind: 'other' }]);
});

test.each([
  ['a handle', handle()],
  ['a list', [{ filename: 'x', attrs: {} }]],
  ['attributes', { mode: 1 }],
])('%s where bytes were asked for is reported', async (_, answer) => {
  const { files, asked } = await filesOf({
    open: handle,
    fstat: () => ({ mode: 0o100644, size: 1 }),
    read: () => answer,
  });
  const detail = 'The server answers with something else than was asked for.';
  expect(await failureOf(files.read('/etc/x', 100, never))).toMatchObject({ about: { detail } });
  expect(asked('read')).toBe(1);
});
