import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openHistory } from '../../../../src-main/history/history-log';
import { bundle } from '../../../support/bundle';
import type { AppendReport, AppendTask } from '../../../support/files/append';
import { runToEnd, whyNoTracing } from '../../../support/files/processes';
import { begun } from '../../../support/files/records';
import { mountSmallDisk, whyNoSmallDisk } from '../../../support/files/small-disk';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../../support/temporary-folder';

const LONG = 100_000;
const noSmallDisk = whyNoSmallDisk();
const noTracing = whyNoTracing();
const titled = (title: string, whyNot: string) => (whyNot ? `${title} [skipped: ${whyNot}]` : title);

let program: string;
let folder: string;
let file: string;
beforeAll(async () => {
  program = await bundle('test/support/files/append.ts');
}, 60_000);
beforeEach(() => {
  folder = makeTemporaryFolder('history');
  file = path.join(folder, 'history.jsonl');
});
afterEach(() => removeTemporaryFolder(folder));

const append = async (task: Partial<AppendTask>, through: string[] = []): Promise<AppendReport[]> =>
  (await runToEnd<AppendReport>(program, { file, bytes: LONG, appends: 1, ...task }, through)).reports;

describe.skipIf(noSmallDisk !== '')(titled('on a full disk', noSmallDisk), () => {
  let disk: ReturnType<typeof mountSmallDisk>;
  beforeEach(() => {
    disk = mountSmallDisk(256 * 1024);
  });
  afterEach(() => disk.release());

  test('an append that does not fit is refused whole, and a shorter one goes on with the chain', async () => {
    const full = path.join(disk.folder, 'history.jsonl');
    const history = await openHistory(full);
    await history.append(begun());
    const before = readFileSync(full);
    for (let attempt = 0; attempt < 3; attempt++) {
      await expect(history.append(begun({ reason: 'x'.repeat(400_000) }))).rejects.toMatchObject({
        code: 'file.unwritable',
        about: { facts: { file: 'history.jsonl' } },
      });
      expect(readFileSync(full).equals(before)).toBe(true);
    }
    expect(history.list()).toHaveLength(1);
    await history.append(begun());
    expect(await history.verify()).toEqual({ ok: true, lines: 2 });
    await history.close();
    expect(readdirSync(disk.folder)).toEqual(['history.jsonl']);
  });
});

describe.skipIf(noTracing !== '')(titled('under strace', noTracing), () => {
  const inject = (...what: string[]) => [
    'strace',
    '-f',
    '-qq',
    '-o',
    '/dev/null',
    ...what.flatMap((each) => ['-e', `inject=${each}`]),
  ];

  test('a line that cannot be written through is taken back; the next one follows the chain', async () => {
    await (await openHistory(file)).append(begun());
    const reports = await append({ appends: 3 }, inject('fsync:error=EIO:when=2'));
    expect(reports.map(({ kind }) => kind)).toEqual(['opened', 'appended', 'refused', 'appended']);
    expect(reports[2]).toEqual({ kind: 'refused', code: 'file.unwritable', detail: 'EIO: i/o error' });
    expect(await (await openHistory(file)).verify()).toEqual({ ok: true, lines: 3 });
  });

  test('if it cannot even be taken back, the next append does so first', async () => {
    await (await openHistory(file)).append(begun());
    const broken = inject('fsync:error=EIO:when=1', 'ftruncate:error=EIO:when=1');
    const reports = await append({ appends: 3 }, broken);
    expect(reports.map(({ kind }) => kind)).toEqual(['opened', 'refused', 'appended', 'appended']);
    expect(await (await openHistory(file)).verify()).toEqual({ ok: true, lines: 3 });
  });

  test('the first line is not kept when the folder cannot be written through', async () => {
    const reports = await append({}, inject('fsync:error=EIO:when=2'));
    expect(reports.map(({ kind }) => kind)).toEqual(['opened', 'refused']);
    expect(statSync(file).size).toBe(0);
    expect(await (await openHistory(file)).verify()).toEqual({ ok: true, lines: 0 });
  });

  test('an append is one write to the end of the file, then a sync; the next one finds the file open', async () => {
    await (await openHistory(file)).append(begun());
    const size = statSync(file).size;
    const log = path.join(folder, 'trace');
    await append({ appends: 2 }, [
      'strace',
      '-ff',
      '-qq',
      '-y',
      '-o',
      log,
      '-e',
      'trace=openat,write,pwrite64,writev,fsync,ftruncate',
    ]);
    const calls = readdirSync(folder)
      .filter((name) => name.startsWith('trace.'))
      .map((name) => readFileSync(path.join(folder, name), 'utf8'))
      .filter((text) => text.includes('fsync('))
      .flatMap((text) => text.split('\n'))
      .filter((line) => line.includes('history.jsonl'));
    expect(calls).toEqual([
      expect.stringMatching(/^openat\(.*O_APPEND/),
      expect.stringMatching(/^write\(/),
      expect.stringMatching(/^fsync\(/),
      expect.stringMatching(/^write\(/),
      expect.stringMatching(/^fsync\(/),
    ]);
    const written = calls.flatMap((call) => /^write\(.* = (\d+)$/.exec(call)?.[1] ?? []).map(Number);
    expect(written.reduce((sum, bytes) => sum + bytes)).toBe(statSync(file).size - size);
    expect(written).toHaveLength(2);
  });
});
