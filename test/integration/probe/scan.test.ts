import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { scan } from '../../../src-main/probe/scan';
import { createWork, unwatchedWork } from '../../../src-main/work/work';
import type { Step } from '../../../src-shared/model/work';
import { selfSigned, signed, type TestCertificate } from '../../support/certificates';
import { inEnglish } from '../../support/english';
import { freePorts } from '../../support/free-port';
import { type ScriptedSmtpOptions, silence, startScriptedSmtp } from '../../support/scripted-smtp';
import { startTlsFloor, type TlsFloorOptions } from '../../support/tls-floor';

let good: TestCertificate;
beforeAll(async () => {
  good = await signed();
});
const running: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
});

async function scripted(options: ScriptedSmtpOptions) {
  const server = await startScriptedSmtp(options);
  running.push(server);
  return server;
}
async function floor(options: Omit<TlsFloorOptions, 'certificate'>): Promise<number> {
  const server = await startTlsFloor({ certificate: good, ...options });
  running.push(server);
  return server.port;
}
const limits = { stepMs: 1000, connectMs: 1000, totalMs: 20_000 };
const look = (ports: number[], host = '127.0.0.1') => scan(host, unwatchedWork(), { ports, ...limits });

describe('a server with the three usual ports', () => {
  test('is described as it is, and the best settings come first', async () => {
    const relay = await scripted({ tls: good, extensions: ['SIZE 1000'] });
    const submissions = await scripted({ tls: good, implicitTls: true });
    const submission = await scripted({ tls: good });
    const ports = [submission.port, submissions.port, relay.port];
    const result = await look(ports);
    expect(result).toMatchObject({ host: '127.0.0.1', addresses: ['127.0.0.1'] });
    const [first, second, third] = result.ports;
    expect(first).toMatchObject({
      port: submission.port,
      greeting: { code: 220 },
      ways: {
        none: { offer: { startTls: true, mechanisms: ['PLAIN', 'LOGIN'] } },
        startTls: { offer: { mechanisms: ['PLAIN', 'LOGIN'] }, tls: { protocol: 'TLSv1.3', trusted: false } },
        tls: { ending: { kind: 'error', code: 'ERR_SSL_WRONG_VERSION_NUMBER' } },
      },
      tlsVersions: { '1.0': false, '1.1': false, '1.2': true, '1.3': true },
    });
    expect(second?.ways).toMatchObject({ tls: { offer: { mechanisms: ['PLAIN', 'LOGIN'] } } });
    expect(second?.ways.none?.offer).toBeUndefined();
    expect(third?.ways.none?.offer).toMatchObject({ mechanisms: [], size: 1000 });
    const [own] = first?.ways.startTls?.tls?.chain ?? [];
    expect(own).toMatchObject({ sha256: good.sha256, keyType: 'EC', keyBits: 256, selfSigned: false });
    expect(first?.ways.startTls?.tls).toMatchObject({ nameMatches: true, daysLeft: expect.closeTo(363, 0) });
    expect(
      result.suggested.map(({ port, security, requiresSsl, requiresAuthentication }) => [
        port,
        security,
        requiresSsl,
        requiresAuthentication,
      ]),
    ).toEqual([
      [submission.port, 'startTls', true, true],
      [submissions.port, 'tls', true, true],
      [relay.port, 'startTls', true, false],
    ]);
  });

  test('gets nothing but EHLO, STARTTLS and QUIT', async () => {
    const server = await scripted({ tls: good });
    await look([server.port]);
    // The port is tried with TLS from the start as well, and random bytes of that hello may hold a line end.
    const commands = server.lines().flatMap(({ line }) => /^[A-Z]{4,}(?= |$)/.exec(line) ?? []);
    expect([...new Set(commands)].sort()).toEqual(['EHLO', 'STARTTLS']);
  });
});

describe('versions of TLS', () => {
  test.each([
    ['TLSv1', 'TLSv1', { '1.0': true, '1.1': false, '1.2': false, '1.3': false }],
    ['TLSv1', 'TLSv1.2', { '1.0': true, '1.1': true, '1.2': true, '1.3': false }],
    ['TLSv1.2', 'TLSv1.2', { '1.0': false, '1.1': false, '1.2': true, '1.3': false }],
    ['TLSv1.2', 'TLSv1.3', { '1.0': false, '1.1': false, '1.2': true, '1.3': true }],
  ] as const)('from %s to %s, both ways', async (least, most, versions) => {
    const ports = [await floor({ least, most, implicit: true }), await floor({ least, most, implicit: false })];
    const result = await look(ports);
    expect(result.ports.map(({ tlsVersions }) => tlsVersions)).toEqual([versions, versions]);
    expect(result.suggested.map(({ security }) => security)).toEqual(['tls', 'startTls']);
  });
});

describe('ports that are of no use', () => {
  test('closed, silent, refusing and with a certificate nobody knows', async () => {
    const [closed = 0] = await freePorts(1);
    const silent = await scripted({ script: { greeting: silence } });
    const refusing = await scripted({ script: { greeting: '554 5.7.1 Not you' } });
    const own = await scripted({ tls: await selfSigned() });
    let steps: Step[] = [];
    const work = createWork(new AbortController().signal, (now) => {
      steps = now;
    });
    const ports = [closed, silent.port, refusing.port, own.port];
    const result = await scan('localhost', work, { ports, ...limits });
    expect(result.ports).toMatchObject([
      { ending: { kind: 'error', code: 'ECONNREFUSED' }, ways: {}, tlsVersions: {} },
      { ways: { none: { ending: { kind: 'late' } }, tls: { ending: { kind: 'late' } } } },
      { greeting: { code: 554 }, ways: { none: { ending: { kind: 'refused' } } } },
      { ways: { startTls: { tls: { trusted: false, distrust: 'DEPTH_ZERO_SELF_SIGNED_CERT' } } } },
    ]);
    expect(result.suggested).toMatchObject([{ port: own.port, trusted: false }]);
    expect(steps.map(({ state }) => state)).toEqual(['done', 'warned', 'done', 'done', 'done']);
    expect(
      inEnglish(steps)
        .map(({ text }) => text)
        .slice(1),
    ).toEqual(['ECONNREFUSED', 'no mail server', 'no mail server', 'STARTTLS, not encrypted, TLS 1.2, TLS 1.3']);
  });

  test('a server without encryption is suggested as it is', async () => {
    const server = await scripted({});
    const result = await look([server.port]);
    expect(result.suggested).toMatchObject([{ security: 'none', requiresSsl: false, requiresAuthentication: true }]);
  });
});

describe('an end to it', () => {
  test('cancelled within a second', async () => {
    const silent = await scripted({ script: { greeting: silence } });
    const cancel = new AbortController();
    const work = createWork(cancel.signal, () => {});
    const running = scan('127.0.0.1', work, { ports: [silent.port], stepMs: 15_000 });
    await silent.reached('greeting');
    const began = performance.now();
    cancel.abort();
    await expect(running).rejects.toMatchObject({ code: 'work.cancelled' });
    expect(performance.now() - began).toBeLessThan(1000);
    await silent.idle();
  });

  test('when the whole time is over, the port says so', async () => {
    const silent = await scripted({ script: { greeting: silence } });
    const result = await scan('127.0.0.1', unwatchedWork(), { ports: [silent.port], stepMs: 15_000, totalMs: 500 });
    expect(result.ports).toMatchObject([{ ending: { kind: 'late', limitMs: 500, whole: true } }]);
    await silent.idle();
  });
});
