import {
  appendFileSync,
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CHUNK_BYTES, type Line } from '../../../../src-main/history/history-lines';
import { type History, openHistory } from '../../../../src-main/history/history-log';
import { newestWrites } from '../../../../src-main/history/newest-writes';
import { writeLongHistory } from '../../../support/files/long-history';
import { begun, ended } from '../../../support/files/records';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../../support/temporary-folder';

/** Places of writes that never ended. */
const OPEN = [3, 40, 700];
/** More writes than are kept in memory; what needs no more of them than a checkpoint does has fewer. */
const sizes = { more: 5100, fewer: 800 };
type Size = keyof typeof sizes;
const linesOf = (size: Size) => 2 * sizes[size] - OPEN.length;

const noCounting = existsSync('/proc/self/io') ? '' : ' [skipped: this system does not count what a process reads]';
/** How many bytes this process has read so far. */
const bytesRead = () => Number(/^rchar: (\d+)$/m.exec(readFileSync('/proc/self/io', 'utf8'))?.[1]);
async function readsOf<T>(work: () => Promise<T>): Promise<{ value: T; bytes: number }> {
  const before = bytesRead();
  const value = await work();
  return { value, bytes: bytesRead() - before };
}

let master: string;
let ids: Record<Size, string[]>;
let folder: string;
let file: string;
const opened: History[] = [];
beforeAll(() => {
  master = makeTemporaryFolder('long-history');
  const made = (size: Size) => writeLongHistory(path.join(master, size), { writes: sizes[size], open: OPEN });
  ids = { more: made('more'), fewer: made('fewer') };
});
afterAll(() => removeTemporaryFolder(master));
beforeEach(() => {
  folder = makeTemporaryFolder('history');
  file = path.join(folder, 'history.jsonl');
});
const put = (size: Size) => {
  copyFileSync(path.join(master, size), file);
  chmodSync(file, 0o600);
};
afterEach(async () => {
  await Promise.all(opened.splice(0).map((history) => history.close()));
  removeTemporaryFolder(folder);
});

async function open(): Promise<History> {
  const history = await openHistory(file);
  opened.push(history);
  return history;
}
/** As the app does it when it is not disturbed: it looks the history through, and ends. */
async function visit(between: (history: History) => unknown = () => {}): Promise<void> {
  const history = await open();
  await history.lookThrough();
  await between(history);
  await history.close();
}
const openIds = (history: History) =>
  history
    .list()
    .filter(({ outcome }) => outcome === 'pending')
    .map(({ id }) => id);
const idsAt = (size: Size, places: readonly number[]) => places.map((place) => ids[size][place] ?? '').reverse();
const lastLines = (count: number) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .slice(-count - 1, -1)
    .map((line) => JSON.parse(line));
/** Changes one byte in the middle of the file, and nothing of its length. */
function alter(): void {
  const descriptor = openSync(file, 'r+');
  const at = readFileSync(file).indexOf('Head office', 100_000);
  writeSync(descriptor, 'H', at);
  writeSync(descriptor, 'E', at + 1);
  closeSync(descriptor);
}

describe('what is read when it is opened', () => {
  beforeEach(() => put('more'));
  test.skipIf(noCounting !== '')(`of 50 MB is the end alone, and the next line follows it${noCounting}`, async () => {
    writeLongHistory(file, { writes: 30_000, bytes: 1200 });
    expect(statSync(file).size).toBeGreaterThan(50_000_000);
    const { value: history, bytes } = await readsOf(open);
    expect(bytes).toBeLessThan(4 * CHUNK_BYTES);
    const added = await readsOf(() => history.append(begun()));
    expect(added.bytes).toBeLessThan(CHUNK_BYTES);
    expect(lastLines(1)).toMatchObject([{ seq: 60_001, kind: 'begun' }]);
    expect(await history.verify()).toEqual({ ok: true, lines: 60_001 });
  });

  test('leaves out none of the newest 5000, whoever asks first', async () => {
    const newest = ids.more.toReversed().slice(0, 5000);
    for (const prepare of [async () => {}, (history: History) => history.ready()]) {
      const history = await open();
      await prepare(history);
      expect(history.list().map(({ id }) => id)).toEqual(newest);
      expect(history.get(ids.more[2000] ?? '')).toMatchObject({ outcome: 'saved', seq: expect.any(Number) });
      expect(history.isWhole()).toBe(false);
    }
  });

  test('a line torn by a crash is put aside, and the next one follows the last whole one', async () => {
    appendFileSync(file, `{"seq":${linesOf('more') + 1},"time":`);
    const history = await open();
    expect(readdirSync(folder).filter((name) => name.includes('.torn-'))).toHaveLength(1);
    await history.append(begun());
    expect(await history.lookThrough()).toEqual({ ok: true, lines: linesOf('more') + 1 });
  });

  test('an end that is written before the beginning was read is not lost', async () => {
    const history = await open();
    const appended = history.append(ended(ids.more[700] ?? '', { outcome: 'notSaved' }));
    expect(history.get(ids.more[700] ?? '')).toMatchObject({ outcome: 'notSaved' });
    await appended;
    await history.ready();
    expect(history.get(ids.more[700] ?? '')).toMatchObject({ outcome: 'notSaved' });
  });
});

describe('looking through it', () => {
  beforeEach(() => put('more'));
  test('finds every pending write, however old, and follows the whole chain', async () => {
    const history = await open();
    expect(openIds(history)).toEqual(idsAt('more', [700]));
    expect(await history.lookThrough()).toEqual({ ok: true, lines: linesOf('more') });
    expect(openIds(history)).toEqual(idsAt('more', OPEN));
    expect(history.get(ids.more[3] ?? '')).toMatchObject({ seq: 7, outcome: 'pending' });
    expect(history.list()).toHaveLength(5000);
    expect(history.list().map(({ seq }) => seq)).toEqual(
      history
        .list()
        .map(({ seq }) => seq)
        .toSorted((one, other) => other - one),
    );
  });

  test.skipIf(noCounting !== '')(
    `reads a piece at a time, and lets everything else have its turn${noCounting}`,
    async () => {
      const history = await open();
      const reads: number[] = [];
      let looking = true;
      const looked = history.lookThrough().finally(() => {
        looking = false;
      });
      for (let last = bytesRead(); looking; ) {
        await new Promise(setImmediate);
        const now = bytesRead();
        reads.push(now - last);
        last = now;
      }
      await looked;
      expect(Math.max(...reads)).toBeLessThan(3 * CHUNK_BYTES);
      expect(reads.length).toBeGreaterThan(statSync(file).size / (3 * CHUNK_BYTES));
    },
  );

  test('is not disturbed by what is written meanwhile, nor does it forget that', async () => {
    const history = await open();
    const looked = history.lookThrough();
    const own = begun();
    await Promise.all([
      history.append(own),
      history.append(ended(ids.more[3] ?? '')),
      history.append(begun()).then(() => history.append(ended(own.id))),
    ]);
    expect(await looked).toMatchObject({ ok: true });
    expect(openIds(history)).toHaveLength(3);
    expect(openIds(history).slice(1)).toEqual(idsAt('more', [40, 700]));
    await history.close();
    const next = await open();
    expect(await next.lookThrough()).toEqual({ ok: true, lines: linesOf('more') + 4 });
    expect(openIds(next)).toEqual(openIds(history));
  });

  test('finds what is pending behind a damaged line too, and names that', async () => {
    alter();
    const history = await open();
    expect(await history.lookThrough()).toMatchObject({ ok: false });
    expect(openIds(history)).toEqual(idsAt('more', OPEN));
    await history.append(begun());
    await history.close();
    expect(await (await open()).lookThrough()).toMatchObject({ ok: false });
  });

  test('ends when the history is closed', async () => {
    const history = await open();
    const looked = history.lookThrough();
    await history.close();
    await expect(looked).rejects.toMatchObject({ code: 'work.cancelled' });
  });
});

describe('what was found of it', () => {
  beforeEach(() => put('fewer'));
  const checked = () => `${file}.checked`;

  test.skipIf(noCounting !== '')(`is not looked for again in the file that the app left${noCounting}`, async () => {
    await visit(async (history) => {
      await history.append(ended(ids.fewer[40] ?? ''));
      await history.append(begun());
    });
    expect(statSync(checked()).mode & 0o777).toBe(0o600);
    const history = await open();
    await history.ready();
    const { value, bytes } = await readsOf(() => history.lookThrough());
    expect(value).toEqual({ ok: true, lines: linesOf('fewer') + 2 });
    expect(bytes).toBeLessThan(4 * CHUNK_BYTES);
    expect(openIds(history)).toHaveLength(3);
    expect(openIds(history).slice(1)).toEqual(idsAt('fewer', [3, 700]));
  });

  test('holds no value of any write', async () => {
    await visit();
    expect(Object.keys(JSON.parse(readFileSync(checked(), 'utf8'))).sort()).toEqual(
      ['hash', 'lines', 'mark', 'open', 'schemaVersion'].sort(),
    );
    for (const value of ['old.example.org', 'Head office', 'cn=directory manager'])
      expect(readFileSync(checked(), 'utf8')).not.toContain(value);
  });

  test.each<[string, () => void]>([
    ['a line in the middle is changed', alter],
    [
      'a line in the middle is changed and the time of the file put back',
      () => {
        const { atime, mtime } = statSync(file);
        alter();
        utimesSync(file, atime, mtime);
      },
    ],
    [
      'another file is put in its place',
      () => {
        copyFileSync(file, `${file}.copy`);
        rmSync(file);
        renameSync(`${file}.copy`, file);
        alter();
      },
    ],
    ['the app changes it while somebody else does', () => {}],
  ])('counts no longer once %s', async (what, change) => {
    await visit(async (history) => {
      await history.append(begun());
      if (!what.startsWith('the app')) return;
      alter();
      await history.append(begun());
    });
    change();
    expect(await (await open()).lookThrough()).toMatchObject({ ok: false, why: { id: 'history.chain.changed' } });
  });

  test.each<[string, () => void]>([
    ['is no JSON', () => writeFileSync(checked(), '{')],
    ['is far too long', () => writeFileSync(checked(), ' '.repeat(10_000_000))],
    ['is of a later version', () => edit({ schemaVersion: 2 })],
    ['has the hash of another line', () => edit({ hash: 'f'.repeat(64) })],
    ['has another number of lines', () => edit({ lines: 7 })],
    [
      'is a link',
      () => {
        renameSync(checked(), `${file}.elsewhere`);
        symlinkSync(`${file}.elsewhere`, checked());
      },
    ],
    [
      'is a folder',
      () => {
        rmSync(checked());
        mkdirSync(checked());
      },
    ],
  ])('is found again where the file that says so %s', async (_, spoil) => {
    await visit();
    spoil();
    const history = await open();
    expect(await history.lookThrough()).toEqual({ ok: true, lines: linesOf('fewer') });
    expect(openIds(history)).toEqual(idsAt('fewer', OPEN));
  });

  const edit = (about: object) =>
    writeFileSync(checked(), JSON.stringify({ ...JSON.parse(readFileSync(checked(), 'utf8')), ...about }));

  test('is found again where a pending write is not at its place', async () => {
    put('more');
    await visit();
    const { open: places } = JSON.parse(readFileSync(checked(), 'utf8'));
    edit({
      open: places.map(({ id }: { id: string }, index: number) => ({
        id,
        place: { offset: index * 10 ** 9, length: 9 },
      })),
    });
    const history = await open();
    expect(await history.lookThrough()).toEqual({ ok: true, lines: linesOf('more') });
    expect(openIds(history)).toEqual(idsAt('more', OPEN));
  });
});

describe('a file that changes while it is open', () => {
  beforeEach(() => put('fewer'));
  const next = async (history: History) => {
    const record = begun();
    await history.append(record);
    return (readFileSync(file, 'utf8').trimEnd().split('\n').at(-1) ?? '').includes(record.id);
  };

  test.each<[string, () => void]>([
    [
      'is replaced',
      () => {
        copyFileSync(file, `${file}.copy`);
        renameSync(`${file}.copy`, file);
      },
    ],
    ['is removed', () => rmSync(file)],
    ['loses its last lines', () => truncateSync(file, readFileSync(file).indexOf(0x0a, 100_000) + 1)],
  ])('and %s gets the next line all the same', async (_, change) => {
    const history = await open();
    expect(await next(history)).toBe(true);
    change();
    expect(await next(history)).toBe(true);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('gets no line where its end is torn, until that is repaired', async () => {
    const history = await open();
    await next(history);
    const { size } = statSync(file);
    appendFileSync(file, 'x');
    await expect(history.append(begun())).rejects.toMatchObject({ code: 'file.unwritable' });
    expect(statSync(file).size).toBe(size + 1);
    truncateSync(file, size);
    expect(await next(history)).toBe(true);
  });

  test('is not followed where a link is put in its place, nor a FIFO waited for', async () => {
    const history = await open();
    await next(history);
    renameSync(file, `${file}.there`);
    symlinkSync(`${file}.there`, file);
    const { size } = statSync(`${file}.there`);
    await expect(history.append(begun())).rejects.toMatchObject({ code: 'file.unwritable' });
    expect(statSync(`${file}.there`).size).toBe(size);
  });

  test('is made private again', async () => {
    const history = await open();
    await next(history);
    chmodSync(file, 0o644);
    await next(history);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});

describe('how a write ended', () => {
  beforeEach(() => put('fewer'));
  test('is known at once, and is in the file before the next write begins', async () => {
    const history = await open();
    const [first, second] = [begun(), begun()];
    await history.append(first);
    const recorded = history.append(ended(first.id));
    expect(history.get(first.id)).toMatchObject({ outcome: 'saved', endedAt: expect.any(String) });
    expect(history.isRunning(first.id)).toBe(false);
    await history.append(second);
    expect(lastLines(3)).toMatchObject([{ id: first.id }, { id: first.id, kind: 'ended' }, { id: second.id }]);
    await recorded;
    expect(history.get(first.id)?.endedAt).toBe(lastLines(2)[0].time);
  });

  test('is no longer known where the file did not take it', async () => {
    const history = await open();
    const own = begun();
    await history.append(own);
    appendFileSync(file, 'x');
    const recorded = history.append(ended(own.id));
    expect(history.get(own.id)?.outcome).toBe('saved');
    await expect(recorded).rejects.toMatchObject({ code: 'file.unwritable' });
    expect(history.get(own.id)?.outcome).toBe('pending');
    expect(history.isRunning(own.id)).toBe(false);
  });

  test('is read from the file by whoever reads all of it right after', async () => {
    const history = await open();
    const own = begun();
    await history.append(own);
    void history.append(ended(own.id));
    expect((await history.all())[0]).toMatchObject({ id: own.id, outcome: 'saved' });
  });
});

test('a file that cannot be read further gives what was read, and is not called whole', async () => {
  const lines = readFileSync(path.join(master, 'fewer'), 'utf8').split('\n').slice(0, 2).reverse();
  const back = lines.map((line) => ({ bytes: Buffer.from(line), offset: 0, whole: true })).values();
  const broken = {
    next() {
      const line = back.next();
      if (line.done) throw Object.assign(new Error('EIO: i/o error, read'), { errno: -5, code: 'EIO' });
      return line;
    },
  };
  const newest = newestWrites(broken as Iterator<Line, void>);
  await newest.read();
  expect(newest.list()).toMatchObject([{ id: ids.fewer[0], outcome: 'saved' }]);
  expect(newest.isWhole()).toBe(false);
});
