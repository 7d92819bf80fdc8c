import dns from 'node:dns/promises';
import net from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { startBlackHole } from '../../support/black-hole';
import { freePorts } from '../../support/free-port';
import { type ScriptedSmtp, startScriptedSmtp } from '../../support/scripted-smtp';
import { plain, runProbe } from './run-probe';

let server: ScriptedSmtp | undefined;
afterEach(async () => {
  vi.restoreAllMocks();
  await server?.stop();
  server = undefined;
});

/** What the system's resolver would say. */
const resolver = (answer: { address: string; family: number }[] | { code: string }) =>
  vi.spyOn(dns, 'lookup').mockImplementation((async () => {
    if ('code' in answer) throw Object.assign(new Error(`getaddrinfo ${answer.code}`), answer);
    return answer;
  }) as never);

describe('the name', () => {
  test.each([
    ['ENOTFOUND', 'S01'],
    ['ENODATA', 'S01'],
    ['EAI_AGAIN', 'S02'],
    ['ESERVFAIL', 'S02'],
  ])('%s', async (code, id) => {
    resolver({ code });
    const ran = await runProbe({ ...plain(25), host: 'mail.example.org' });
    expect(ran.failures).toEqual([id]);
    expect(ran.findings[0]?.explanation).toContain('mail.example.org');
    expect(ran.steps.map(({ name, state }) => `${name} ${state}`).slice(0, 2)).toEqual([
      'Name failed',
      'Connect waiting',
    ]);
  });

  test('that does not end in time', async () => {
    vi.spyOn(dns, 'lookup').mockImplementation((() => new Promise(() => {})) as never);
    const ran = await runProbe({ ...plain(25), host: 'mail.example.org' }, { limits: { connectMs: 200 } });
    expect(ran.failures).toEqual(['S02']);
  });
});

describe('the connection', () => {
  test('refused', async () => {
    const [port = 0] = await freePorts(1);
    const ran = await runProbe(plain(port));
    expect(ran.failures).toEqual(['S04']);
    expect(ran.findings[0]?.explanation).toBe(`127.0.0.1 responded, but nothing is listening on port ${port}.`);
    expect(ran.findings[0]).toMatchObject({ code: 'ECONNREFUSED' });
    expect(ran.findings[0]?.words).toBeUndefined();
  });

  test('never answered, as behind a firewall', async () => {
    const hole = await startBlackHole();
    try {
      const ran = await runProbe(plain(hole.port), { limits: { connectMs: 700 } });
      expect(ran.failures).toEqual(['S05']);
      expect(ran.findings[0]?.explanation).toContain(`did not respond on port ${hole.port} within 0.7 s`);
    } finally {
      await hole.stop();
    }
  });

  test('without a way there', async () => {
    // No TCP connection can be made to the broadcast address; the kernel says so without sending anything.
    resolver([{ address: '255.255.255.255', family: 4 }]);
    const ran = await runProbe({ ...plain(25), host: 'mail.example.org' });
    expect(ran.failures).toEqual(['S06']);
    expect(ran.findings[0]?.explanation).toContain('255.255.255.255 (IPv4)');
  });

  test('every address is tried, and each tells its own story', async () => {
    server = await startScriptedSmtp();
    resolver([
      { address: '127.0.0.9', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ]);
    const ran = await runProbe({ ...plain(server.port), host: 'mail.example.org' });
    expect(ran.failures).toEqual([]);
    expect(ran.warnings).toEqual(['S04']);
    expect(ran.findings[0]?.explanation).toContain('127.0.0.9 responded');
    expect(ran.seen.addresses).toMatchObject([
      { address: '127.0.0.9', ending: { kind: 'error', code: 'ECONNREFUSED' } },
      { address: '127.0.0.1' },
    ]);
    expect(ran.seen.address).toBe('127.0.0.1');
    expect(ran.steps.find(({ name }) => name === 'Connect')).toMatchObject({
      state: 'warned',
      text: `127.0.0.1:${server.port}; failed: 127.0.0.9`,
    });
  });

  test('an address that never answers does not hold up the others', async () => {
    const hole = await startBlackHole();
    server = await startScriptedSmtp();
    const { port } = server;
    const connectTo = net.connect;
    // One name with two addresses on one port, the first of them the black hole's.
    vi.spyOn(net, 'connect').mockImplementation(((options: net.TcpNetConnectOpts) =>
      connectTo(options.host === '127.0.0.2' ? { host: '127.0.0.1', port: hole.port } : options)) as never);
    resolver([
      { address: '127.0.0.2', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ]);
    try {
      const ran = await runProbe({ ...plain(port), host: 'mail.example.org' }, { limits: { connectMs: 15_000 } });
      expect([ran.failures, ran.warnings]).toEqual([[], ['S05']]);
      expect(ran.seen.address).toBe('127.0.0.1');
      expect(ran.totalMs).toBeLessThan(10_000);
    } finally {
      await hole.stop();
    }
  });

  test('of several that fail, the one that answered is reported', async () => {
    const [port = 0] = await freePorts(1);
    resolver([
      { address: '255.255.255.255', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ]);
    const ran = await runProbe({ ...plain(port), host: 'mail.example.org' });
    expect(ran.failures).toEqual(['S04']);
    expect(ran.findings[0]?.explanation).toContain('127.0.0.1 responded');
  });

  test('a name with very many addresses is not stormed', async () => {
    server = await startScriptedSmtp();
    resolver(Array.from({ length: 40 }, () => ({ address: '127.0.0.1', family: 4 })));
    const ran = await runProbe({ ...plain(server.port), host: 'mail.example.org' });
    expect(ran.failures).toEqual([]);
    expect(server.connections()).toBeLessThanOrEqual(8);
  });
});
