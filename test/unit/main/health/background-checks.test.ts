import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AppError } from '../../../../src-main/base/app-error';
import { type BackgroundChecks, backgroundChecks } from '../../../../src-main/health/background-checks';
import { type BackgroundFile, openBackgroundFile } from '../../../../src-main/health/background-file';
import { CHECKS_AT_ONCE, checkTimes, pauseAfter, reasonToSkip } from '../../../../src-main/health/background-rules';
import type { Found } from '../../../../src-main/health/health-record';
import { certificateDaysLeft } from '../../../../src-shared/model/certificate-days';
import type { KeychainStatus } from '../../../../src-shared/model/keychain';
import type { SecretState, ServerId, ServerSummary } from '../../../../src-shared/model/server';
import type { ServerHealth } from '../../../../src-shared/model/server-health';
import { verbatim } from '../../../../src-shared/texts/message';
import { inEnglish } from '../../../support/english';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../../support/temporary-folder';
import { fullProfile, idOf, plainProfile } from '../transfer/samples';

const secretsOf = (state: SecretState): ServerSummary['secrets'] => ({
  bindPassword: state,
  salt: state,
  sshPassword: state,
  sshPassphrase: state,
});
const server = (number: number, more: Partial<ServerSummary> = {}): ServerSummary => ({
  ...plainProfile,
  id: idOf(number),
  name: `server ${number}`,
  mode: 'ldaps',
  demo: false,
  secrets: secretsOf('stored'),
  ...more,
});
const MINUTE = 60_000;

let folder: string;
let servers: ServerSummary[];
let keychain: KeychainStatus['kind'];
/** The checks that run, by server, with how to end each. */
let running: Map<ServerId, { end(outcome: Found | Error): void; signal: AbortSignal }>;
let begun: ServerId[];
let checks: BackgroundChecks;
let file: BackgroundFile;

/** How many times all servers were gone through, and what the window was told. */
let goneThrough: number;
let told: Record<ServerId, ServerHealth>[];

function start(): BackgroundChecks {
  return backgroundChecks({
    summaries: () => {
      goneThrough += 1;
      return servers;
    },
    find: (id) => servers.find((one) => one.id === id),
    keychain: () => keychain,
    paused: false,
    tell: (health) => told.push(health),
    random: () => 0.5,
    file,
    check: (id, work) =>
      new Promise((resolve, reject) => {
        begun.push(id);
        const end = (outcome: Found | Error) => {
          running.delete(id);
          if (outcome instanceof Error) reject(outcome);
          else resolve(outcome);
        };
        running.set(id, { end, signal: work.signal });
        work.signal.addEventListener('abort', () => end(new AppError('work.cancelled')));
      }),
  });
}
const found: Found = { version: '3.1.2', certificateValidTo: '2027-01-01T00:00:00.000Z' };
/** The user reaches it, as its own check tells. */
const reach = (...ids: ServerId[]) => {
  for (const id of ids) checks.note(id, Date.now() - 40, found);
};
const end = async (id: ServerId, outcome: Found | Error = found) => {
  running.get(id)?.end(outcome);
  await vi.advanceTimersByTimeAsync(0);
};
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-23T10:00:00Z') });
  folder = makeTemporaryFolder('background');
  servers = [server(1)];
  keychain = 'open';
  running = new Map();
  begun = [];
  goneThrough = 0;
  told = [];
  file = openBackgroundFile(path.join(folder, 'health.json'), (id) => servers.some((one) => one.id === id && one.demo));
  checks = start();
});
afterEach(async () => {
  checks.dispose();
  vi.useRealTimers();
  await file.flush();
  removeTemporaryFolder(folder);
});

describe('which servers are left out', () => {
  const ssh = (login: 'agent' | 'key' | 'password' | 'interactive') => ({ ...fullProfile.route, login });
  const none = secretsOf('none');
  test.each<[string, Partial<ServerSummary>, KeychainStatus['kind'], boolean, RegExp | undefined]>([
    ['one that was reached', {}, 'open', true, undefined],
    ['one that was never reached', {}, 'open', false, /not been reached yet/],
    ['a locked keychain', {}, 'locked', true, /keychain is not open/],
    ['a keychain that asks', {}, 'waiting', true, /keychain is not open/],
    ['no keychain', {}, 'absent', true, /keychain is not open/],
    ['no bind password', { secrets: none }, 'open', true, /bind password/],
    ['a password for elsewhere', { secrets: secretsOf('boundElsewhere') }, 'open', true, /bind password/],
    [
      'a keychain that has not answered',
      { secrets: secretsOf('unknown') },
      'open',
      true,
      /not known what the keychain holds/,
    ],
    ['SSH by agent', { route: ssh('agent') }, 'open', true, undefined],
    ['SSH that asks each time', { route: ssh('interactive') }, 'open', true, /asks at each login/],
    ['SSH by password', { route: ssh('password') }, 'open', true, undefined],
    [
      'SSH by a password that is missing',
      { route: ssh('password'), secrets: { ...none, bindPassword: 'stored' } },
      'open',
      true,
      /SSH password/,
    ],
    [
      'SSH by a key without a passphrase',
      { route: ssh('key'), secrets: { ...none, bindPassword: 'stored' } },
      'open',
      true,
      undefined,
    ],
    [
      'SSH by a key whose passphrase is unknown',
      { route: ssh('key'), secrets: { ...none, bindPassword: 'stored', sshPassphrase: 'locked' } },
      'open',
      true,
      /passphrase/,
    ],
    ['one without encryption that was not reached since the start', { mode: 'plain' }, 'open', true, /unencrypted/],
    ['a demo server without encryption', { demo: true, mode: 'plain' }, 'open', true, undefined],
    ['a demo server, whatever the keychain', { demo: true, secrets: none }, 'locked', false, undefined],
  ])('%s', (_, more, status, connected, why) => {
    const said = reasonToSkip(server(1, more), status, { wasConnected: connected, reachedNow: false, isHeld: false });
    if (why) expect(inEnglish(said)).toMatch(why);
    else expect(said).toBeUndefined();
    const held = reasonToSkip(server(1, more), status, { wasConnected: connected, reachedNow: false, isHeld: true });
    expect(inEnglish(held)).toMatch(/^Check it yourself/);
  });

  test('one that held the console up while the user had it checked, and it is shown as such however that check ended', () => {
    const [{ id }] = servers as [ServerSummary];
    file.set({ ...file.get(id), held: new Date().toISOString() });
    for (const outcome of [found, { code: 'ldap.noReply' } as const]) {
      checks.note(id, Date.now() - 40, outcome);
      expect(checks.health()[id]).toMatchObject({ state: 'failed', failure: { code: 'ldap.held' } });
    }
  });

  test('one that held the console up, across a restart, until the user has asked it', async () => {
    const { id } = server(1);
    reach(id);
    file.set({ ...file.get(id), held: new Date().toISOString() });
    checks.look();
    await pass(24 * 60 * MINUTE);
    expect(begun).toEqual([]);
    expect(inEnglish(checks.health()[id])).toMatchObject({
      state: 'ok',
      why: expect.stringContaining('Check it yourself'),
    });
    await file.flush();
    file = openBackgroundFile(path.join(folder, 'health.json'), () => false);
    checks.dispose();
    checks = start();
    checks.look();
    await pass(24 * 60 * MINUTE);
    expect(begun).toEqual([]);
    const { held: _, ...free } = file.get(id);
    file.set(free);
    checks.look();
    await pass(10 * MINUTE);
    expect(begun).toEqual([id]);
  });

  test('one without encryption, after a restart, until the user has reached it again', async () => {
    servers = [server(1, { mode: 'plain' })];
    const { id } = server(1);
    reach(id);
    expect([checks.reachedNow(id), checks.health()[id]?.why?.id]).toEqual([true, undefined]);
    await file.flush();
    file = openBackgroundFile(path.join(folder, 'health.json'), () => false);
    checks.dispose();
    checks = start();
    checks.look();
    await pass(24 * 60 * MINUTE);
    expect(begun).toEqual([]);
    expect([checks.reachedNow(id), checks.health()[id]?.why?.id]).toEqual([false, 'servers.unchecked.clearText']);
    reach(id);
    await pass(10 * MINUTE);
    expect(begun).toEqual([id]);
  });
});

describe('the pause', () => {
  test('is five minutes, longer by up to a fifth, and doubles with each failure up to two hours', () => {
    expect([0, 0.5, 1].map((random) => pauseAfter(0, checkTimes, random) / MINUTE)).toEqual([5, 5.5, 6]);
    expect([1, 2, 3, 4, 5, 50, 5000].map((failures) => pauseAfter(failures, checkTimes, 0) / MINUTE)).toEqual([
      10, 20, 40, 80, 120, 120, 120,
    ]);
  });
});

describe('background checks', () => {
  test('never go to a server before the user has reached it, and then every five minutes or so', async () => {
    checks.look();
    await pass(60 * MINUTE);
    expect(begun).toEqual([]);
    expect(inEnglish(checks.health()[idOf(1)])).toMatchObject({
      state: 'skipped',
      why: expect.stringContaining('not been reached yet'),
    });

    reach(idOf(1));
    expect(checks.health()[idOf(1)]).toEqual({
      state: 'ok',
      at: '2026-11-23T11:00:00.000Z',
      seenAt: '2026-11-23T11:00:00.000Z',
      ms: 40,
      ...found,
    });
    await pass(324_000);
    expect(begun).toEqual([]);
    await pass(6_000);
    expect(begun).toEqual([idOf(1)]);
    expect(checks.health()[idOf(1)]).toMatchObject({ state: 'checking', version: '3.1.2', ms: 40 });
    await pass(120);
    await end(idOf(1), { version: '3.1.3' });
    const { certificateValidTo, ...health } = checks.health()[idOf(1)] ?? {};
    expect(certificateValidTo).toBeUndefined();
    expect(health).toMatchObject({ state: 'ok', version: '3.1.3', ms: 120 });
    await pass(5.6 * MINUTE);
    expect(begun).toHaveLength(2);
  });

  test('not where the server was moved to since: the user never went there', async () => {
    reach(idOf(1));
    servers = [server(1, { host: 'elsewhere.example.org' })];
    checks.look();
    await pass(20 * MINUTE);
    expect(begun).toEqual([]);
    expect(inEnglish(checks.health()[idOf(1)]?.why)).toMatch(/not been reached yet/);
  });

  test(`run ${CHECKS_AT_ONCE} at a time at most; all get their turn`, async () => {
    servers = Array.from({ length: 10 }, (_, at) => server(at));
    reach(...servers.map(({ id }) => id));
    await pass(5.5 * MINUTE);
    expect(begun).toHaveLength(CHECKS_AT_ONCE);
    for (let ended = 0; ended < 10; ended++) {
      expect(running.size).toBe(Math.min(CHECKS_AT_ONCE, 10 - ended));
      await end(begun[ended] as ServerId);
    }
    expect(new Set(begun).size).toBe(10);
  });

  test('that find nothing tell it, keep when the server was seen, and come back ever later', async () => {
    reach(idOf(1));
    const seenAt = checks.health()[idOf(1)]?.seenAt;
    const gaps: number[] = [];
    for (let failures = 0; failures < 4; failures++) {
      const before = Date.now();
      while (!running.has(idOf(1))) await pass(10_000);
      gaps.push(Math.round((Date.now() - before) / MINUTE));
      await end(
        idOf(1),
        new AppError('net.refused', { stage: 'Connect', at: '10.20.0.44:1389', detail: 'ECONNREFUSED' }),
      );
    }
    expect(gaps).toEqual([6, 11, 22, 44]); // 5 min, 10, 20, 40, and a tenth
    expect(checks.health()[idOf(1)]).toMatchObject({
      state: 'failed',
      seenAt,
      version: '3.1.2',
      certificateValidTo: found.certificateValidTo,
      failure: { code: 'net.refused', stage: 'Connect', at: '10.20.0.44:1389', detail: 'ECONNREFUSED' },
    });
    reach(idOf(1));
    expect(checks.health()[idOf(1)]).not.toHaveProperty('failure');
    await pass(5.6 * MINUTE);
    expect(running.has(idOf(1))).toBe(true);
  });

  test('end after 15 seconds', async () => {
    reach(idOf(1));
    await pass(5.5 * MINUTE);
    const signal = running.get(idOf(1))?.signal;
    await pass(14_900);
    expect(signal?.aborted).toBe(false);
    await pass(200);
    expect(signal?.aborted).toBe(true);
    expect(checks.health()[idOf(1)]).toMatchObject({ state: 'failed', failure: { code: 'net.timeout' } });
  });

  test('paused begin nothing, and what runs ends without a verdict', async () => {
    reach(idOf(1));
    const before = checks.health()[idOf(1)];
    await pass(5.5 * MINUTE);
    expect(running.size).toBe(1);
    checks.pause(true);
    await pass(0);
    expect(running.size).toBe(0);
    expect(checks.health()[idOf(1)]).toEqual(before);
    await pass(60 * MINUTE);
    expect(begun).toHaveLength(1);
    checks.pause(false);
    await pass(0);
    expect(begun).toHaveLength(2);
  });

  test('give way to the user’s own check, whose outcome stays', async () => {
    reach(idOf(1));
    await pass(5.5 * MINUTE);
    checks.note(idOf(1), Date.now(), { code: 'ldap.credentials' });
    await pass(0);
    expect(running.size).toBe(0);
    expect(checks.health()[idOf(1)]).toMatchObject({ state: 'failed', failure: { code: 'ldap.credentials' } });
  });

  test('stop for a keychain that is locked, and go on once it is open', async () => {
    reach(idOf(1));
    keychain = 'locked';
    checks.look();
    await pass(20 * MINUTE);
    expect(begun).toEqual([]);
    expect(inEnglish(checks.health()[idOf(1)])).toMatchObject({ state: 'ok', why: 'The keychain is not open.' });
    keychain = 'open';
    checks.look();
    await pass(0);
    expect(begun).toEqual([idOf(1)]);
  });

  test('go through the list once when it changed, and not for a check that begins or ends', async () => {
    servers = Array.from({ length: 50 }, (_, at) => server(at));
    checks.look();
    reach(...servers.map(({ id }) => id));
    expect(goneThrough).toBe(1);
    await pass(5.5 * MINUTE);
    for (let ended = 0; ended < 50; ended++) await end(begun[ended] as ServerId);
    expect(new Set(begun).size).toBe(50);
    expect(goneThrough).toBe(1);
  });

  test('are told together: the first at once, and whatever comes shortly after it in one piece', async () => {
    servers = Array.from({ length: 50 }, (_, at) => server(at));
    reach(...servers.map(({ id }) => id));
    checks.note(idOf(7), Date.now(), { code: 'ldap.credentials' });
    expect(told.map((health) => Object.keys(health))).toEqual([[idOf(0)]]);
    await pass(100);
    expect(told).toHaveLength(2);
    expect(Object.keys(told[1] ?? {})).toHaveLength(49);
    expect(told[1]?.[idOf(7)]).toMatchObject({ state: 'failed', failure: { code: 'ldap.credentials' } });
    await pass(1000);
    reach(idOf(1));
    reach(idOf(2));
    servers = servers.filter(({ id }) => id !== idOf(2));
    checks.look();
    checks.flush();
    expect(told.slice(2).map((health) => Object.keys(health))).toEqual([[idOf(1)]]);
  });

  test('of many servers are told in fewer pieces', async () => {
    servers = Array.from({ length: 20 }, (_, at) => server(at));
    reach(...servers.map(({ id }) => id));
    await pass(100);
    expect(told).toHaveLength(2);
    reach(idOf(1));
    await pass(249);
    expect(told).toHaveLength(2);
    await pass(1);
    expect(told).toHaveLength(3);
    reach(idOf(2));
    await pass(100);
    expect(told).toHaveLength(4);
  });

  test('shown for the user are taken back to what was known, also while one in the background runs', async () => {
    reach(idOf(1));
    const known = checks.health()[idOf(1)];
    await pass(5.5 * MINUTE);
    expect([running.size, checks.health()[idOf(1)]?.state]).toEqual([1, 'checking']);
    const takeBack = checks.checking(idOf(1));
    checks.pause(true);
    await pass(0);
    expect(checks.health()[idOf(1)]?.state).toBe('checking');
    takeBack();
    expect(checks.health()[idOf(1)]).toEqual(known);
    const over = checks.checking(idOf(1));
    checks.note(idOf(1), Date.now(), { code: 'ldap.credentials' });
    over();
    expect(checks.health()[idOf(1)]).toMatchObject({ state: 'failed', failure: { code: 'ldap.credentials' } });
  });

  test('that were taken back say why the server is no longer checked', async () => {
    reach(idOf(1));
    const takeBack = checks.checking(idOf(1));
    keychain = 'locked';
    checks.look();
    takeBack();
    expect(checks.health()[idOf(1)]).toMatchObject({ state: 'ok', why: { id: 'servers.unchecked.keychain' } });
  });

  test('check demo servers within a second, and write nothing of them', async () => {
    servers = [server(7, { demo: true })];
    checks.look();
    await pass(1000);
    expect(begun).toEqual([idOf(7)]);
    await end(idOf(7));
    await file.flush();
    const again = openBackgroundFile(path.join(folder, 'health.json'), () => false);
    expect(again.all()).toEqual([]);
  });

  test('forget a server that is gone, also while it is checked', async () => {
    reach(idOf(1));
    await pass(5.5 * MINUTE);
    servers = [];
    checks.look();
    await pass(0);
    expect([running.size, Object.keys(checks.health())]).toEqual([0, []]);
    servers = [server(1)];
    checks.look();
    expect(checks.health()[idOf(1)]).toMatchObject({ state: 'skipped' });
  });

  test('after a restart know what was seen', async () => {
    vi.useRealTimers();
    const health = {
      state: 'checking' as const,
      at: new Date().toISOString(),
      seenAt: '2026-11-23T09:00:00.000Z',
      ms: 12,
      version: '4.2.3',
      why: verbatim('x'),
    };
    file.set({ id: idOf(1), failures: 0, health, openedAt: '2026-11-23T08:00:00.000Z' });
    await file.flush();
    const { at, seenAt, ms, version } = health;
    expect(openBackgroundFile(path.join(folder, 'health.json'), () => false).all()).toEqual([
      {
        id: idOf(1),
        failures: 0,
        openedAt: '2026-11-23T08:00:00.000Z',
        health: { state: 'ok', at, seenAt, ms, version },
      },
    ]);
  });
});

test('days left of a certificate are whole days, and negative after its end', () => {
  const now = Date.parse('2026-11-23T10:00:00Z');
  const left = (certificateValidTo: string) => certificateDaysLeft({ state: 'ok', certificateValidTo }, now);
  expect(left('2026-12-23T10:00:00Z')).toBe(30);
  expect(left('2026-12-23T09:59:59Z')).toBe(29);
  expect(left('2026-11-23T11:00:00Z')).toBe(0);
  expect(left('2026-11-23T09:00:00Z')).toBe(-1);
  expect(left('nonsense')).toBeUndefined();
  expect(certificateDaysLeft({ state: 'ok' }, now)).toBeUndefined();
});
