import { beforeEach, describe, expect, test, vi } from 'vitest';
import { AppError } from '../../../../src-main/base/app-error';
import { log } from '../../../../src-main/files/log';
import { BEHIND_SSH_AT_ONCE, createCheckMany, MANY_AT_ONCE } from '../../../../src-main/health/check-many';
import type { Found } from '../../../../src-main/health/health-record';
import { createWork, isUnwatched, type Work } from '../../../../src-main/work/work';
import type { Failure } from '../../../../src-shared/model/failure';
import type { ServerId, ServerSummary } from '../../../../src-shared/model/server';
import type { Step } from '../../../../src-shared/model/work';
import { idOf } from '../transfer/samples';

const found: Found = { version: '3.1.2' };
/** What was done, in its order. */
let done: string[];
let noted: Map<ServerId, Found | Failure>;
/** The checks that run, with how to end each. */
let running: Map<ServerId, { work: Work; end(outcome: Found | Error): void }>;
let most: number;
let names: Map<ServerId, string>;
let behindSsh: boolean;
let steps: Step[];
let cancel: AbortController;

const many = () =>
  createCheckMany({
    checks: {
      checking(id) {
        done.push(`checking ${names.get(id)}`);
        return () => void done.push(`over ${names.get(id)}`);
      },
      note: (id, _began, outcome) => void noted.set(id, outcome),
      flush: () => void done.push('flush'),
    },
    held: { check: (_id, use) => use() },
    find: (id) =>
      names.has(id)
        ? ({ id, name: names.get(id), route: { kind: behindSsh ? 'ssh' : 'direct' } } as ServerSummary)
        : undefined,
    check: (id, work) =>
      new Promise<Found>((resolve, reject) => {
        const end = (outcome: Found | Error) => {
          running.delete(id);
          if (outcome instanceof Error) reject(outcome);
          else resolve(outcome);
        };
        running.set(id, { work, end });
        most = Math.max(most, running.size);
        work.signal.addEventListener('abort', () => end(new AppError('work.cancelled')));
      }),
  });
const ids = (count: number) => Array.from({ length: count }, (_, at) => idOf(at));
const start = (those: readonly ServerId[]) =>
  many()(
    those,
    createWork(cancel.signal, (now) => {
      steps = now;
    }),
  );
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
async function endAll(outcome: (id: ServerId) => Found | Error = () => found): Promise<void> {
  while (running.size > 0) {
    for (const [id, { end }] of [...running]) end(outcome(id));
    await settled();
  }
}

beforeEach(() => {
  done = [];
  noted = new Map();
  running = new Map();
  most = 0;
  behindSsh = false;
  names = new Map(ids(250).map((id, at) => [id, `server ${at}`]));
  steps = [];
  cancel = new AbortController();
});

describe('many servers', () => {
  test('are checked a limited number at once, each once, and the window can be asked about each', async () => {
    const sum = start([...ids(250), ...ids(3)]);
    expect([running.size, [...running.values()].some(({ work }) => isUnwatched(work))]).toEqual([MANY_AT_ONCE, false]);
    await endAll();
    expect(await sum).toEqual({ checked: 250, reached: 250 });
    expect([most, noted.size]).toEqual([MANY_AT_ONCE, 250]);
    expect(steps.map(({ name, state }) => [name, state])).toEqual(ids(250).map((_, at) => [`server ${at}`, 'done']));
    // All is told before the answer.
    expect(done.at(-1)).toBe('flush');
  });

  test('behind SSH hosts are checked fewer at once: a connection has only so many channels', async () => {
    behindSsh = true;
    const sum = start(ids(250));
    expect(running.size).toBe(BEHIND_SSH_AT_ONCE);
    await endAll();
    expect(await sum).toEqual({ checked: 250, reached: 250 });
    expect(most).toBe(BEHIND_SSH_AT_ONCE);
  });

  test('that leave the list meanwhile are left out', async () => {
    const sum = start(ids(250));
    names.delete(idOf(249));
    await endAll();
    expect(await sum).toEqual({ checked: 249, reached: 249 });
    expect(noted.has(idOf(249))).toBe(false);
  });

  test('that are not reached are told with the reason, and one of another version counts as reached', async () => {
    const bug = new TypeError('geheim');
    const logged = vi.spyOn(log, 'bug').mockReturnValue();
    const sum = start(ids(4));
    const ends = [
      found,
      new AppError('ldap.credentials', { stage: 'Login' }),
      new AppError('gluu.notSupported', { facts: { found: '4.2', version: '4.2' } }),
      bug,
    ];
    await endAll((id) => ends[ids(4).indexOf(id)] ?? found);
    expect(await sum).toEqual({ checked: 4, reached: 2 });
    expect([...noted.values()]).toEqual([
      found,
      { code: 'ldap.credentials', stage: 'Login' },
      { code: 'gluu.notSupported', facts: { found: '4.2', version: '4.2' } },
      { code: 'internal' },
    ]);
    expect(logged.mock.calls).toEqual([[bug]]);
    expect(JSON.stringify(steps)).not.toContain('geheim');
    expect(done.filter((one) => one.startsWith('over'))).toHaveLength(4);
  });

  test('of one name are told apart, and one that has left the list is left out', async () => {
    names.set(idOf(1), 'server 0');
    names.delete(idOf(2));
    const sum = start(ids(4));
    await endAll();
    expect(await sum).toEqual({ checked: 3, reached: 3 });
    expect(steps.map(({ name }) => name)).toEqual(['server 0', 'server 0 (2)', 'server 3']);
    expect(noted.has(idOf(2))).toBe(false);
  });

  test('none of which is left in the list end at once', async () => {
    names.clear();
    expect(await start(ids(2))).toEqual({ checked: 0, reached: 0 });
  });

  test('are cancelled together: what runs is ended and taken back, nothing more begins, and what ended stays', async () => {
    const sum = start(ids(250));
    running.get(idOf(0))?.end(found);
    await settled();
    expect(noted.size).toBe(1);
    cancel.abort();
    await expect(sum).rejects.toMatchObject({ code: 'work.cancelled' });
    expect([running.size, most, noted.size]).toEqual([0, MANY_AT_ONCE, 1]);
    const begun = done.filter((one) => one.startsWith('checking'));
    expect(begun).toHaveLength(MANY_AT_ONCE + 1);
    expect(done.filter((one) => one.startsWith('over'))).toHaveLength(begun.length);
    expect(done.at(-1)).toBe('flush');
  });
});
