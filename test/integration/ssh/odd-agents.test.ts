import { once } from 'node:events';
import net from 'node:net';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findAgent } from '../../../src-main/ssh/key-agents';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../support/temporary-folder';

const number = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
const text = (value: string | Buffer) => Buffer.concat([number(value.length), Buffer.from(value)]);
const key = (index: number) => Buffer.concat([text('ssh-ed25519'), text(Buffer.alloc(32, index % 251))]);
/** SSH_AGENT_IDENTITIES_ANSWER (draft-miller-ssh-agent section 4.4). */
const identities = (count: number, said = count) =>
  text(
    Buffer.concat([
      Buffer.from([12]),
      number(said),
      ...Array.from({ length: count }, (_, index) => Buffer.concat([text(key(index)), text(`key ${index}`)])),
    ]),
  );

let folder: string;
let server: net.Server;
const sockets = new Set<net.Socket>();
beforeEach(() => {
  folder = makeTemporaryFolder('odd-agent');
});
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await once(server.close(), 'close');
  removeTemporaryFolder(folder);
});

/** What is found at an agent that answers so; in the end no connection to it is left. */
async function found(answer: (socket: net.Socket) => void): Promise<{ keys: number } | { error: string }> {
  const at = path.join(folder, 'agent');
  let closed: Promise<unknown> = Promise.resolve();
  server = net.createServer((socket) => {
    sockets.add(socket);
    closed = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => {});
    socket.once('data', () => answer(socket));
  });
  await once(server.listen(at), 'listening');
  const outcome = await findAgent(at, 500, (held) => held).then(
    ({ keys }) => ({ keys: keys.length }),
    (error: Error) => ({ error: error.message }),
  );
  await closed;
  return outcome;
}

test('an agent with 1000 keys is read whole', async () => {
  expect(await found((socket) => socket.write(identities(1000)))).toEqual({ keys: 1000 });
});

test.each<[string, (socket: net.Socket) => void]>([
  ['stalls', () => {}],
  ['promises more than it sends', (socket) => socket.write(number(1_000_000))],
  ['counts more keys than it lists', (socket) => socket.write(identities(2, 0xffff_ffff))],
  ['closes in the middle', (socket) => socket.end(identities(10).subarray(0, 100))],
  ['is gone at once', (socket) => socket.destroy()],
])('an agent that %s is given up, and its connection ended', async (_name, answer) => {
  expect(await found(answer)).toHaveProperty('error');
});

test('an agent that never stops is left at the longest answer there is', async () => {
  let sent = 0;
  const outcome = await found((socket) => {
    socket.write(number(0x7fff_ffff));
    const more = () => {
      for (let room = true; room && !socket.destroyed; sent += 65_536) room = socket.write(Buffer.alloc(65_536));
    };
    socket.on('drain', more);
    more();
  });
  expect(outcome).toHaveProperty('error');
  expect(sent).toBeLessThan(4 * 1024 * 1024);
});
