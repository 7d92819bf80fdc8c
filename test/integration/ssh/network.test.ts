import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import type { Network } from '../../../src-main/net/network';
import { startTls } from '../../../src-main/net/tls';
import type { SshLimits } from '../../../src-main/ssh/ssh-routes';
import { selfSigned } from '../../support/certificates';
import { saying } from '../../support/english';
import { freePorts } from '../../support/free-port';
import { type Sshd, type SshdOptions, startSshd } from '../../support/sshd';
import { afterAll, beforeAll, describe, expect, test } from './as-root';
import { failureOf, noSecrets, routesOf, watchedWork } from './ssh-bench';

const LIMIT = 10_000;
const never = new AbortController().signal;
const open: (() => unknown)[] = [];

async function through(sshd: Sshd, limits: Partial<SshLimits> = {}): Promise<Network> {
  const { routes } = routesOf(sshd.home, undefined, limits);
  open.push(() => routes.closeAll());
  return routes.network('a', sshd.route, noSecrets, watchedWork().work);
}
async function start(options: SshdOptions = {}): Promise<Sshd> {
  const sshd = await startSshd(options);
  sshd.trust();
  open.push(() => sshd.stop());
  return sshd;
}
/** Connects to a port of the far end's loopback by an address. */
const connect = (network: Network, port: number, address = '127.0.0.1', limitMs = LIMIT, signal = never) =>
  network.connect([{ address, family: 4 }], { host: 'localhost', port }, signal, limitMs);

let sshd: Sshd;
/** Sends back what comes; ends when the other side ends. */
let echo: Server;
let port: number;
const echoed: Buffer[] = [];
beforeAll(async () => {
  sshd = await start();
  echo = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on('error', () => {});
    socket.on('data', (chunk) => echoed.push(chunk));
    socket.pipe(socket);
  }).listen(0, '127.0.0.1');
  await once(echo, 'listening');
  port = (echo.address() as { port: number }).port;
});
afterAll(async () => {
  for (const close of open.reverse()) await close();
  echo.close();
});

describe('a connection through SSH', () => {
  test('carries bytes both ways, counts them, and ends as a socket does', async () => {
    const { socket, address } = await connect(await through(sshd), port);
    expect(address).toBe('127.0.0.1');
    socket.write('hello');
    expect(String((await once(socket, 'data'))[0])).toBe('hello');
    expect(socket.bytesRead).toBe(5);
    expect(socket.localAddress).toBeUndefined();
    const ended = once(socket, 'end');
    const closed = once(socket, 'close');
    socket.end('bye');
    await Promise.all([ended, closed]);
    expect(socket.bytesRead).toBe(8);
  });

  test('holds back a writer whose reader is slow, and loses nothing', async () => {
    const { socket } = await connect(await through(sshd), port);
    // More than the buffers of the kernel on both hops and the windows of SSH can hold.
    const size = 48 * 1024 * 1024;
    const sent = Buffer.alloc(size, 'x');
    expect(socket.write(sent)).toBe(false);
    // Nobody reads here: the windows of both directions fill, and the echo server cannot send on.
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(socket.writableLength).toBeGreaterThan(0);
    expect(socket.readableLength).toBeLessThan(5 * 1024 * 1024);
    let length = 0;
    for await (const chunk of socket) {
      length += (chunk as Buffer).length;
      if (length === size) break;
    }
    expect(length).toBe(size);
  });

  test('carries TLS', async () => {
    const { key, cert, sha256 } = await withSha();
    const tls = await import('node:tls');
    const server = tls.createServer({ key, cert }, (socket) => {
      socket.on('error', () => {});
      socket.end('secret');
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { socket } = await connect(await through(sshd), (server.address() as { port: number }).port);
    const wanted = { host: 'localhost', at: 'x', pin: sha256 };
    const secured = await startTls(socket, wanted, never, LIMIT);
    expect(secured.trust).toBe('pin');
    expect(String((await once(secured.socket, 'data'))[0])).toBe('secret');
    secured.socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });

  test('that is destroyed is gone at the far end too', async () => {
    const gone = new Promise<void>((resolve) => echo.once('connection', (far) => far.once('close', () => resolve())));
    const { socket } = await connect(await through(sshd), port);
    socket.destroy();
    await gone;
  });

  test('takes its place among twelve at once, and the thirteenth waits for one of them to end', async () => {
    const network = await through(sshd, { channels: 12 });
    const twelve = await Promise.all(Array.from({ length: 12 }, () => connect(network, port)));
    for (const { socket } of twelve) socket.write('x');
    await Promise.all(twelve.map(({ socket }) => once(socket, 'data')));
    const late = failureOf(connect(network, port, '127.0.0.1', 300));
    expect(await late).toMatchObject({ code: 'ssh.tooManyChannels' });
    const waiting = connect(network, port);
    twelve[0]?.socket.destroy();
    const { socket } = await waiting;
    socket.write('y');
    expect(String((await once(socket, 'data'))[0])).toBe('y');
    for (const each of twelve) each.socket.destroy();
  });

  test('is given up at once when the user cancels, and its place is free again', async () => {
    const network = await through(sshd, { channels: 1 });
    const { socket } = await connect(network, port);
    const cancel = new AbortController();
    const waiting = failureOf(connect(network, port, '127.0.0.1', LIMIT, cancel.signal));
    cancel.abort();
    expect(await waiting).toMatchObject({ code: 'work.cancelled' });
    socket.destroy();
    (await connect(network, port)).socket.destroy();
  });
});

async function withSha() {
  const certificate = await selfSigned();
  const { X509Certificate } = await import('node:crypto');
  return { ...certificate, sha256: new X509Certificate(certificate.cert).fingerprint256 };
}

describe('a refusal', () => {
  test('of the target', async () => {
    const [closed = 0] = await freePorts(1);
    const failure = await failureOf(connect(await through(sshd), closed));
    expect(failure).toMatchObject({
      code: 'ssh.targetRefused',
      at: `127.0.0.1:${closed} from ${sshd.user}@127.0.0.1`,
      facts: { target: `127.0.0.1:${closed}` },
      detail: expect.stringContaining('Connection refused'),
    });
  });

  test('of all forwarding', async () => {
    const strict = await start({ allowForwarding: false });
    const failure = await failureOf(connect(await through(strict), port));
    expect(failure).toMatchObject({ code: 'ssh.forwardingRefused', detail: expect.stringContaining('prohibited') });
  });

  test('of a place that PermitOpen does not name', async () => {
    const choosy = await start({ permitOpen: [`localhost:${port}`] });
    const network = await through(choosy);
    expect(await failureOf(connect(network, port + 1))).toMatchObject({ code: 'ssh.forwardingRefused' });
    // sshd compares names: asked for the address it refuses, asked for the name it opens.
    const { socket, address } = await connect(network, port);
    expect(address).toBe('localhost');
    socket.destroy();
  });
});

describe('a name', () => {
  test('is looked up by the far end', async () => {
    // What getent says for such a name there.
    const network = await through(
      await start({ config: ['ForceCommand echo "10.0.0.7       STREAM relay.internal"'] }),
    );
    expect(await network.lookUp('relay.internal', never, LIMIT)).toEqual([{ address: '10.0.0.7', family: 4 }]);
    expect(await network.lookUp('localhost', never, LIMIT)).toEqual([{ address: 'localhost', family: 4 }]);
    expect(await network.lookUp('192.0.2.7', never, LIMIT)).toEqual([{ address: '192.0.2.7', family: 4 }]);
    expect(await network.lookUp('2001:db8::7', never, LIMIT)).toEqual([{ address: '2001:db8::7', family: 6 }]);
  });

  test('that the far end does not know is distinguished from one it cannot be asked for', async () => {
    // As getent ends for such a name; a resolver without a network would take its time.
    const ignorant = await start({ config: ['ForceCommand exit 2'] });
    expect(await failureOf((await through(ignorant)).lookUp('nothing.invalid', never, LIMIT))).toMatchObject({
      code: 'net.nameUnknown',
      at: 'nothing.invalid',
      reason: saying(`On ${ignorant.user}@127.0.0.1, getent does not know it.`),
    });
  });

  test.each([
    ['no command may be run', ['ForceCommand /bin/false']],
    ['there are no sessions', ['MaxSessions 0']],
    ['the command prints something else', ['ForceCommand echo hello']],
  ])('is left to the far end where %s', async (_, config) => {
    const shy = await start({ config });
    const network = await through(shy);
    const found = await network.lookUp('localhost', never, LIMIT);
    expect(found).toEqual([{ address: 'localhost', family: 4 }]);
    const { socket } = await network.connect(found, { host: 'localhost', port }, never, LIMIT);
    socket.destroy();
  });

  test('with anything but a name in it never reaches a command line', async () => {
    const network = await through(sshd);
    const before = sshd.log().length;
    const odd = "x'; touch /tmp/owned; '";
    expect(await network.lookUp(odd, never, LIMIT)).toEqual([{ address: odd, family: 4 }]);
    expect(await network.lookUp('-x', never, LIMIT)).toEqual([{ address: '-x', family: 4 }]);
    expect(sshd.log().slice(before)).not.toContain('Starting session');
  });

  test('whose look-up takes too long is left to the far end', async () => {
    const slow = await start({ config: ['ForceCommand sleep 30'] });
    const network = await through(slow, { lookUpMs: 300 });
    expect(await network.lookUp('localhost', never, LIMIT)).toEqual([{ address: 'localhost', family: 4 }]);
  });
});
