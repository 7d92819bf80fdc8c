import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { run } from '../../../../src-main/ssh/remote-command';
import type { SshLink } from '../../../../src-main/ssh/ssh-link';

test('a command that writes too much is left once, however much is still on its way', async () => {
  let closed = 0;
  const channel = Object.assign(new EventEmitter(), {
    stderr: new EventEmitter(),
    end: () => {},
    close: () => {
      closed += 1;
    },
  });
  const client = { execute: async () => channel, isOver: false };
  const running = run({ client } as unknown as SshLink, 'x', { signal: new AbortController().signal, maxBytes: 1000 });
  await new Promise(setImmediate);
  for (let at = 0; at < 5000; at += 1) channel.emit('data', Buffer.from('x'));
  expect(await running).toMatchObject({ tooMuch: true, output: Buffer.alloc(1000, 'x') });
  expect(closed).toBe(1);
});
