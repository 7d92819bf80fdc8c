import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { afterEach, expect, test, vi } from 'vitest';
import { type Misconduct, ServerConduct } from '../../../../src-main/ssh/server-conduct';
import type { Client, ClientChannel } from '../../../../src-main/ssh/ssh2';
import { say } from '../../../support/english';

/** What ServerConduct needs of ssh2's Client, whose own handlers write down what reaches them. */
function watched() {
  const reached: unknown[][] = [];
  const noting =
    (name: string) =>
    (_protocol: unknown, ...details: unknown[]) =>
      void reached.push([name, ...details]);
  const handlers: Record<string, (...all: unknown[]) => void> = Object.fromEntries(
    ['CHANNEL_OPEN_CONFIRMATION', 'GLOBAL_REQUEST', 'USERAUTH_INFO_REQUEST'].map((name) => [name, noting(name)]),
  );
  const client = Object.assign(new EventEmitter(), { _protocol: { _handlers: handlers } });
  const stream = new PassThrough();
  const broken: string[] = [];
  const conduct = new ServerConduct(client as unknown as Client, stream, (why) =>
    broken.push(say((why as Misconduct).reason)),
  );
  const receive = (message: string, ...details: unknown[]) => handlers[message]?.(undefined, ...details);
  return { client, stream, broken, conduct, reached, receive };
}

afterEach(() => vi.useRealTimers());

test('a server that takes no bytes gets none: ssh2 would send empty packets for ever', () => {
  const { broken, reached, receive } = watched();
  receive('CHANNEL_OPEN_CONFIRMATION', { packetSize: 32_768 });
  receive('CHANNEL_OPEN_CONFIRMATION', { packetSize: 0 });
  expect(reached).toEqual([['CHANNEL_OPEN_CONFIRMATION', { packetSize: 32_768 }]]);
  expect(broken).toEqual(['The server accepts 0 bytes at a time.']);
});

test('keys may be exchanged each hour, and not again and again', () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const { client, broken } = watched();
  for (let time = 0; time < 20; time += 1) {
    client.emit('handshake');
    vi.advanceTimersByTime(3_600_000);
  }
  expect(broken).toEqual([]);
  const other = watched();
  for (let time = 0; time < 6; time += 1) other.client.emit('handshake');
  expect(other.broken).toEqual(['The server exchanges keys again and again.']);
});

test('what the server makes ssh2 answer may not pile up', () => {
  const { stream, broken } = watched();
  stream.pause();
  Object.defineProperty(stream, 'writableLength', { value: 9 * 1024 * 1024 });
  stream.emit('data', Buffer.alloc(1));
  expect(broken).toEqual(['The server makes requests and reads no replies.']);
});

test('nor what it sends beyond a window, as long as the channel is open', () => {
  const { stream, broken, conduct } = watched();
  const channel = new PassThrough({ readableHighWaterMark: 1 });
  conduct.watch(channel as unknown as ClientChannel);
  channel.push(Buffer.alloc(2 * 1024 * 1024));
  stream.emit('data', Buffer.alloc(1));
  expect(broken).toEqual([]);
  channel.push(Buffer.alloc(3 * 1024 * 1024));
  stream.emit('data', Buffer.alloc(1));
  expect(broken).toEqual(['The server sends more than it may.']);
  channel.emit('close');
  stream.emit('data', Buffer.alloc(1));
  expect(broken).toHaveLength(1);
});

test('host keys that nobody asked for are left alone, other requests are answered', () => {
  const { reached, receive } = watched();
  receive('GLOBAL_REQUEST', 'hostkeys-00@openssh.com', false, []);
  receive('GLOBAL_REQUEST', 'keepalive@openssh.com', true, undefined);
  expect(reached).toEqual([['GLOBAL_REQUEST', 'keepalive@openssh.com', true, undefined]]);
});

test('a question without its text is one with an empty text', () => {
  const { reached, receive } = watched();
  receive('USERAUTH_INFO_REQUEST', undefined, undefined, [{ prompt: undefined, echo: true }]);
  expect(reached).toEqual([['USERAUTH_INFO_REQUEST', '', '', [{ prompt: '', echo: true }]]]);
});
