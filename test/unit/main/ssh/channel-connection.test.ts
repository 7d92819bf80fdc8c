import { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import tls from 'node:tls';
import { expect, test } from 'vitest';
import { ChannelConnection } from '../../../../src-main/ssh/channel-connection';
import type { ClientChannel } from '../../../../src-main/ssh/ssh2';
import { signed } from '../../../support/certificates';

/** A channel whose other end is `far`. */
function channelTo(far: (chunk: Buffer) => void) {
  const channel = new Duplex({
    read() {},
    write(chunk: Buffer, _encoding, done) {
      far(chunk);
      setImmediate(done);
    },
  });
  return Object.assign(channel, { close: () => channel.destroy() });
}

test('hands on in order what comes in many pieces, then the end', async () => {
  const channel = channelTo(() => {});
  const connection = new ChannelConnection(channel as unknown as ClientChannel, () => false);
  for (let at = 0; at < 500; at += 1) channel.push(`${at} `);
  channel.push(null);
  let text = '';
  for await (const piece of connection) text += piece;
  expect(text).toBe(Array.from({ length: 500 }, (_, at) => `${at} `).join(''));
  expect(connection.bytesRead).toBe(text.length);
});

// Node's js_stream_socket.js asserts that nothing is written while it closes, and throws where only the process hears it.
test('a TLS hello that comes behind the end is not answered', async () => {
  const { key, cert } = await signed();
  const held: Buffer[] = [];
  const far = new Duplex({
    read() {},
    write(chunk: Buffer, _encoding, done) {
      held.push(chunk);
      done();
    },
  });
  const server = new tls.TLSSocket(far, { isServer: true, secureContext: tls.createSecureContext({ key, cert }) });
  server.on('error', () => {});
  const channel = channelTo((chunk) => void far.push(chunk));
  const connection = new ChannelConnection(channel as unknown as ClientChannel, () => false);
  const client = tls.connect({ socket: connection, rejectUnauthorized: false });
  client.on('error', () => {});
  while (held.length === 0) await sleep(5);
  const thrown: Error[] = [];
  const note = (error: Error) => void thrown.push(error);
  process.prependListener('uncaughtException', note);
  try {
    client.end();
    for (const piece of held.splice(0)) channel.push(piece);
    await sleep(50);
  } catch (error) {
    thrown.push(error as Error);
  } finally {
    process.off('uncaughtException', note);
    client.destroy();
    server.destroy();
    channel.destroy();
  }
  expect(thrown).toEqual([]);
});
