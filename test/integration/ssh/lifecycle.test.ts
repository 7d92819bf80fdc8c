import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import type { Network } from '../../../src-main/net/network';
import type { SshRoutes } from '../../../src-main/ssh/ssh-routes';
import { type Sshd, startSshd } from '../../support/sshd';
import { startProxy, type TcpProxy } from '../../support/tcp-proxy';
import { afterAll, afterEach, beforeAll, describe, expect, test } from './as-root';
import { failureOf, noSecrets, routesOf, watchedWork } from './ssh-bench';

const LIMIT = 10_000;
const never = new AbortController().signal;
let sshd: Sshd;
let proxy: TcpProxy;
let echo: Server;
let port: number;
beforeAll(async () => {
  sshd = await startSshd();
  proxy = await startProxy(sshd.port);
  const [, type, key] = sshd.knownHostsLine.split(' ');
  sshd.knownHostsLine = `[127.0.0.1]:${proxy.port} ${type} ${key}`;
  sshd.trust();
  echo = createServer((socket) => {
    socket.on('error', () => {});
    socket.pipe(socket);
  }).listen(0, '127.0.0.1');
  await once(echo, 'listening');
  port = (echo.address() as { port: number }).port;
});
afterAll(async () => {
  await proxy.stop();
  await sshd.stop();
  echo.close();
});
const used: SshRoutes[] = [];
afterEach(() => {
  proxy.heal();
  proxy.delay(0);
  for (const routes of used.splice(0)) routes.closeAll();
});

const route = () => ({ ...sshd.route, port: proxy.port });
function fresh(limits = {}): SshRoutes {
  const { routes } = routesOf(sshd.home, undefined, limits);
  used.push(routes);
  return routes;
}
const ask = (routes: SshRoutes, key = 'a', work = watchedWork().work) => routes.network(key, route(), noSecrets, work);
const connect = (network: Network) =>
  network.connect([{ address: '127.0.0.1', family: 4 }], { host: 'localhost', port }, never, LIMIT);

describe('one connection', () => {
  test('is made for all who ask at once, with steps for each, and kept for who asks later', async () => {
    const routes = fresh();
    const before = proxy.connections();
    const watched = Array.from({ length: 5 }, watchedWork);
    await Promise.all(watched.map(({ work }) => ask(routes, 'a', work)));
    await ask(routes);
    expect(proxy.connections() - before).toBe(1);
    for (const { steps } of watched) {
      expect(steps().map(({ name, state }) => `${name} ${state}`)).toEqual(['SSH done', 'SSH login done']);
    }
    await ask(routes, 'b');
    expect(proxy.connections() - before).toBe(2);
  });

  test('that is cut ends what runs in it, and the next who asks gets a new one', async () => {
    const routes = fresh();
    const network = await ask(routes);
    const { socket } = await connect(network);
    socket.write('hello');
    await once(socket, 'data');
    const errors: unknown[] = [];
    socket.on('error', (error) => errors.push(error));
    const ended = new Promise((resolve) => socket.once('end', () => resolve('end')));
    const closed = once(socket, 'close').then(() => 'close');
    proxy.cut();
    expect(await Promise.race([ended, closed])).toBe('close');
    expect(errors).toEqual([]);
    expect(await failureOf(connect(network))).toMatchObject({ code: 'ssh.dropped', facts: { host: '127.0.0.1' } });
    expect(await failureOf(network.lookUp('gluu.internal', never, LIMIT))).toMatchObject({ code: 'ssh.dropped' });
    const again = await connect(await ask(routes));
    again.socket.write('again');
    expect(String((await once(again.socket, 'data'))[0])).toBe('again');
  });

  test('that answers no keep-alive is given up', async () => {
    const routes = fresh({ keepAliveMs: 100, keepAliveMisses: 2 });
    const { socket } = await connect(await ask(routes));
    const closed = once(socket, 'close');
    proxy.blackhole();
    try {
      await closed;
    } finally {
      proxy.heal();
    }
    await ask(routes);
  });

  test('that nobody uses is closed, but not one with an open channel', async () => {
    const routes = fresh({ idleMs: 300 });
    const network = await ask(routes);
    const { socket } = await connect(network);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    socket.write('still there');
    expect(String((await once(socket, 'data'))[0])).toBe('still there');
    socket.destroy();
    await expect
      .poll(() => failureOf(connect(network).then((opened) => opened.socket.destroy())), { timeout: LIMIT })
      .toMatchObject({
        code: 'ssh.dropped',
      });
  });

  test('ends with close, also for who still holds it', async () => {
    const routes = fresh();
    const network = await ask(routes);
    const { socket } = await connect(network);
    const closed = once(socket, 'close');
    routes.close('another');
    routes.close('a');
    await closed;
    expect(await failureOf(connect(network))).toMatchObject({ code: 'ssh.dropped' });
  });
});

describe('a connection that is being made', () => {
  test('goes on for the others when one of them cancels', async () => {
    const routes = fresh();
    proxy.delay(100);
    const one = watchedWork();
    const cancelled = failureOf(ask(routes, 'a', one.work));
    const other = ask(routes);
    one.cancel();
    expect(await cancelled).toMatchObject({ code: 'work.cancelled' });
    await other;
    proxy.delay(0);
  });

  test('is given up at once when all cancel, and can be asked for again', async () => {
    const routes = fresh();
    proxy.blackhole();
    const one = watchedWork();
    const cancelled = failureOf(ask(routes, 'a', one.work));
    await expect.poll(() => one.steps()[0]?.state).toBe('running');
    const began = performance.now();
    one.cancel();
    expect(await cancelled).toMatchObject({ code: 'work.cancelled' });
    expect(performance.now() - began).toBeLessThan(1000);
    proxy.heal();
    await ask(routes);
  });

  test('rejects for all when it fails, and is tried again by the next', async () => {
    const routes = fresh({ handshakeMs: 300 });
    proxy.blackhole();
    const failures = await Promise.all([failureOf(ask(routes)), failureOf(ask(routes))]);
    expect(failures).toMatchObject([
      { code: 'ssh.notSsh', stage: 'SSH' },
      { code: 'ssh.notSsh', stage: 'SSH' },
    ]);
    proxy.heal();
    await ask(routes);
  });
});

describe('jump hosts', () => {
  test('are passed one after the other, each with its own host key and login', async () => {
    const last = await startSshd();
    try {
      const routes = fresh();
      const jumps = [{ host: '127.0.0.1', port: proxy.port, user: sshd.user }];
      const target = { ...route(), port: last.port, jumps };
      const reach = (work = watchedWork().work) => routes.network('a', target, noSecrets, work);
      const unknown = await failureOf(reach());
      expect(unknown).toMatchObject({
        code: 'ssh.hostKeyUnknown',
        stage: 'SSH',
        at: `127.0.0.1:${last.port} via 127.0.0.1`,
        hostKey: { port: last.port, sha256: last.hostKeySha256 },
      });
      await routes.acceptHostKey(unknown?.hostKey as never);
      // The key of the route opens the jump host; the last host does not know it.
      const refused = watchedWork();
      expect(await failureOf(reach(refused.work))).toMatchObject({ code: 'ssh.login', stage: 'SSH login' });
      expect(refused.steps().map(({ name, state }) => `${name} ${state}`)).toEqual([
        `SSH jump 127.0.0.1:${proxy.port} done`,
        'SSH done',
        'SSH login failed',
      ]);
    } finally {
      await last.stop();
    }
  });

  test('that forward nothing, or find nothing, say so as themselves', async () => {
    const strict = await startSshd({ allowForwarding: false });
    try {
      strict.trust();
      const { routes } = routesOf(strict.home);
      used.push(routes);
      const jumps = [{ host: '127.0.0.1', port: strict.port, user: strict.user }];
      const target = { ...strict.route, port: sshd.port, jumps };
      expect(await failureOf(routes.network('a', target, noSecrets, watchedWork().work))).toMatchObject({
        code: 'ssh.forwardingRefused',
        stage: 'SSH',
        facts: { target: `127.0.0.1:${sshd.port}` },
      });
    } finally {
      await strict.stop();
    }
  });

  test('come from the configuration too, and LDAP ports behind the last are reached', async () => {
    const { writeFileSync, readFileSync } = await import('node:fs');
    const { join } = await import('node:path');
    const jump = await startSshd({ authorized: [readFileSync(`${sshd.keyFile}.pub`, 'utf8')] });
    try {
      const file = join(sshd.home, '.ssh', 'known_hosts');
      writeFileSync(file, `${jump.knownHostsLine}\n`, { flag: 'a' });
      writeFileSync(
        join(sshd.home, '.ssh', 'config'),
        `Host bastion\n  HostName 127.0.0.1\n  Port ${jump.port}\n  User ${jump.user}\nHost gluu\n  HostName 127.0.0.1\n  Port ${proxy.port}\n  ProxyJump bastion\n`,
      );
      const routes = fresh();
      const { work, steps } = watchedWork();
      work.plan(['SSH', 'SSH login', 'Name']);
      const network = await routes.network('a', { ...sshd.route, host: 'gluu', port: 22 }, noSecrets, work);
      const names = steps().map(({ name }) => name);
      expect(names).toEqual([`SSH jump 127.0.0.1:${jump.port}`, 'SSH', 'SSH login', 'Name']);
      const { socket } = await connect(network);
      socket.write('far');
      expect(String((await once(socket, 'data'))[0])).toBe('far');
      // The jump host goes: everything behind it goes.
      const closed = once(socket, 'close');
      await jump.stop();
      await closed;
    } finally {
      await jump.stop();
      writeFileSync(join(sshd.home, '.ssh', 'config'), '');
    }
  });
});
