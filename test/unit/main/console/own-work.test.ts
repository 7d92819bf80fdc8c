import { describe, expect, test } from 'vitest';
import { AppError } from '../../../../src-main/base/app-error';
import { createOwnWork } from '../../../../src-main/console/own-work';
import type { HistoryCheck } from '../../../../src-main/history/history-chain';
import type { Notice } from '../../../../src-shared/model/app';
import { verbatim } from '../../../../src-shared/texts/message';
import { historyEntry } from '../../../support/history-entry';

type Needs = Parameters<typeof createOwnWork>[0];

const holds = async (): Promise<HistoryCheck> => ({ ok: true, lines: 1 });

/** Own work that finds one open write; `read` is how its server is read, `look` how the history is looked through. */
function ownWork(
  read: (end: AbortSignal) => Promise<unknown>,
  { look = holds, known = [historyEntry().serverId] }: { look?: typeof holds; known?: string[] } = {},
) {
  const entry = historyEntry({ outcome: 'pending' });
  const log: string[] = [];
  const own = createOwnWork({
    stores: {
      history: {
        list: () => [entry],
        get: () => entry,
        isOwn: () => false,
        lookThrough: () => look().finally(() => log.push('looked')),
      },
      keychain: {
        retry: async () => void log.push('looks at the keychain'),
        rest: () => log.push('lets it rest'),
        status: () => ({ kind: 'ready' }),
      },
      registry: { state: { kind: 'fresh' }, list: () => known.map((id) => ({ id })) },
    },
    servers: {
      summaries: () => [{ id: entry.serverId }],
      summary: () => ({ id: entry.serverId, demo: true, secrets: {} }),
      lookAtSecrets: async () => {},
    },
    checks: { reachedNow: () => true },
    held: { has: () => false },
    settle: { byReading: (_server: string, _id: string, _may: boolean, end: AbortSignal) => read(end) },
    holdWatch: { resume: () => log.push('watches') },
    reset: {
      recover: (end: AbortSignal) =>
        new Promise<void>((resolve) => end.addEventListener('abort', () => resolve(void log.push('gave up')))),
    },
    isClosed: () => false,
    tell: ({ id }: Notice) => log.push(`told ${id}`),
  } as unknown as Needs);
  return { own, log };
}

test('gives up at once what waits when it is stopped, and has ended then', async () => {
  const reads: AbortSignal[] = [];
  const { own, log } = ownWork(async (end) => {
    reads.push(end);
    return { kind: 'unreachable' };
  });
  own.begin();
  await expect.poll(() => reads.length).toBe(1); // the next try is 15 s away
  const began = performance.now();
  own.stop();
  await own.stopped();
  expect(performance.now() - began).toBeLessThan(1000);
  expect(reads[0]?.aborted).toBe(true);
  expect(log).toEqual(['looks at the keychain', 'looked', 'watches', 'gave up']);
});

test('has not ended while a server is being read', async () => {
  let answer = (_: unknown) => {};
  const { own, log } = ownWork(() => new Promise((resolve) => (answer = resolve)));
  own.begin();
  await expect.poll(() => log).toEqual(['looks at the keychain', 'looked', 'watches']);
  await new Promise((resolve) => setTimeout(resolve, 50));
  own.stop();
  let ended = false;
  const stopped = own.stopped().then(() => {
    ended = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(ended).toBe(false);
  answer({ kind: 'saved' });
  await stopped;
  expect(log).toEqual(['looks at the keychain', 'looked', 'watches', 'gave up']);
});

test('that never began has ended', async () => {
  const { own } = ownWork(async () => ({ kind: 'saved' }));
  own.stop();
  await own.stopped();
});

test('without a server the keychain is let rest once it was looked at', async () => {
  const { own, log } = ownWork(async () => ({ kind: 'unreachable' }), { known: [] });
  own.begin();
  await expect.poll(() => log).toEqual(['looks at the keychain', 'looked', 'lets it rest', 'watches']);
  own.stop();
  await own.stopped();
});

describe('the history', () => {
  const broken = async (): Promise<HistoryCheck> => ({ ok: false, firstBadLine: 3, why: verbatim('bad') });
  const failing = () =>
    Promise.reject(new AppError('file.unwritable', { detail: 'EIO: i/o error', facts: { file: 'history.jsonl' } }));
  const read = async () => ({ kind: 'unreachable' });
  const begun = async (...given: Parameters<typeof ownWork>) => {
    const { own, log } = ownWork(...given);
    own.begin();
    await expect.poll(() => log).toContain('watches');
    own.stop();
    await own.stopped();
    return log.filter((line) => line.startsWith('told history'));
  };

  test('is told of when its chain does not hold, and when nobody knows', async () => {
    expect(await begun(read)).toEqual([]);
    expect(await begun(read, { look: broken })).toEqual(['told history-chain']);
    expect(await begun(read, { look: failing })).toEqual(['told history-chain']);
  });

  test('is looked through before anything is settled, and holds up no end', async () => {
    const { own, log } = ownWork(() => expect.unreachable('it was read'), { look: () => new Promise(() => {}) });
    own.begin();
    await new Promise(setImmediate);
    own.stop();
    await own.stopped();
    expect(log).toEqual(['looks at the keychain']);
  });
});
