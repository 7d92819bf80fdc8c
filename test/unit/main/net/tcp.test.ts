import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Address, connectTcp, lookUp, place } from '../../../../src-main/net/tcp';

const never = new AbortController().signal;
const v4 = (address: string): Address => ({ address, family: 4 });
let server: Server;
let port: number;
beforeEach(async () => {
  server = createServer((socket) => socket.resume()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});
afterEach(() => server.close());

test.each([
  ['gluu.example.org', 'gluu.example.org:1636'],
  ['192.0.2.1', '192.0.2.1:1636'],
  ['2001:db8::1', '[2001:db8::1]:1636'],
])('%s is shown as %s', (host, shown) => {
  expect(place({ host, port: 1636 })).toBe(shown);
});

describe('connectTcp', () => {
  test('goes on to the next address when one is refused, and says which it was', async () => {
    const found = [v4('127.0.0.2'), v4('127.0.0.1')];
    const { socket, address } = await connectTcp(found, { host: 'localhost', port }, never, 5000);
    socket.destroy();
    expect(address).toBe('127.0.0.1');
  });

  test('fails with the last address tried', async () => {
    const found = [v4('127.0.0.2'), v4('127.0.0.3')];
    await expect(connectTcp(found, { host: 'localhost', port }, never, 5000)).rejects.toMatchObject({
      code: 'net.refused',
      about: { at: `localhost:${port} (127.0.0.3)` },
    });
  });

  test('leaves the first of thousands the time to answer', async () => {
    const found = [v4('127.0.0.1'), ...Array.from({ length: 9999 }, () => v4('127.0.0.2'))];
    const opening = connectTcp(found, { host: 'many.test', port }, never, 2000);
    const until = performance.now() + 20;
    while (performance.now() < until); // a busy moment stands for a server that is far away
    const { socket, address } = await opening;
    socket.destroy();
    expect(address).toBe('127.0.0.1');
  });

  test('without any address is an unknown name', async () => {
    await expect(connectTcp([], { host: 'localhost', port }, never, 5000)).rejects.toMatchObject({
      code: 'net.nameUnknown',
    });
  });

  test('that is cancelled before opens nothing, at no address', async () => {
    const seen: (number | undefined)[] = [];
    server.on('connection', ({ remotePort }) => seen.push(remotePort));
    const found = [v4('127.0.0.1'), v4('127.0.0.1')];
    await expect(connectTcp(found, { host: 'localhost', port }, AbortSignal.abort(), 5000)).rejects.toMatchObject({
      code: 'work.cancelled',
    });
    const { socket } = await connectTcp([v4('127.0.0.1')], { host: 'localhost', port }, never, 5000);
    const { localPort } = socket;
    // Connections are accepted in their order: an earlier one would be there before this one.
    await vi.waitUntil(() => seen.includes(localPort));
    expect(seen).toEqual([localPort]);
    socket.destroy();
  });

  test('that is cancelled at once leaves no connection behind', async () => {
    const cancel = new AbortController();
    const opening = connectTcp([v4('127.0.0.1')], { host: 'localhost', port }, cancel.signal, 5000);
    cancel.abort();
    await expect(opening).rejects.toMatchObject({ code: 'work.cancelled' });
  });

  test('gives a socket whose later errors are nobody’s crash', async () => {
    const { socket } = await connectTcp([v4('127.0.0.1')], { host: 'localhost', port }, never, 5000);
    expect(() => socket.emit('error', new Error('ECONNRESET'))).not.toThrow();
    socket.destroy();
  });
});

describe('lookUp', () => {
  test.each(['127.0.0.1', '::1'])('gives the address %s as it is', async (host) => {
    expect(await lookUp(host, never, 5000)).toEqual([{ address: host, family: host.includes(':') ? 6 : 4 }]);
  });

  test('knows the names of the hosts file', async () => {
    expect((await lookUp('localhost', never, 5000)).map(({ address }) => address)).toContain('127.0.0.1');
  });

  test('that is cancelled before asks nobody', async () => {
    await expect(lookUp('localhost', AbortSignal.abort(), 5000)).rejects.toMatchObject({ code: 'work.cancelled' });
  });
});
