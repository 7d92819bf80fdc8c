import { appendFileSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as tick } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { atomicWrite } from '../../../../src-main/files/atomic-write';
import { bundle } from '../../../support/bundle';
import { texts } from '../../../support/english';
import { runToEnd, whyNoTracing } from '../../../support/files/processes';
import type { SaveReport, SaveTask } from '../../../support/files/save';
import { openSaved, saved } from '../../../support/files/saved';
import { mountSmallDisk, whyNoSmallDisk } from '../../../support/files/small-disk';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../../support/temporary-folder';

const OLD = saved(1, 50_000);
const noSmallDisk = whyNoSmallDisk();
const noTracing = whyNoTracing();
const titled = (title: string, whyNot: string) => (whyNot ? `${title} [skipped: ${whyNot}]` : title);

let program: string;
let folder: string;
let file: string;
beforeAll(async () => {
  program = await bundle('test/support/files/save.ts');
}, 60_000);
beforeEach(() => {
  folder = makeTemporaryFolder('faults');
  file = path.join(folder, 'profile', 'servers.json');
});
afterEach(() => removeTemporaryFolder(folder));

const save = async (task: Partial<SaveTask>, through: string[] = []): Promise<SaveReport[]> => {
  const { reports } = await runToEnd<SaveReport>(program, { file, bytes: 400_000, saves: 1, ...task }, through);
  return reports;
};
const contentOf = (name: string) => openSaved(name).read();
const namesIn = (name: string) => readdirSync(name).sort();

describe.skipIf(noSmallDisk !== '')(titled('on a full disk', noSmallDisk), () => {
  let disk: ReturnType<typeof mountSmallDisk>;
  beforeEach(() => {
    disk = mountSmallDisk(256 * 1024);
  });
  afterEach(() => disk.release());

  test('a save for which only the backup does not fit is refused the same way', async () => {
    const full = path.join(disk.folder, 'servers.json');
    await openSaved(full).write(saved(1, 100_000));
    await expect(openSaved(full).write(saved(2, 100_000))).rejects.toMatchObject({ code: 'file.unwritable' });
    expect(contentOf(full)).toEqual(saved(1, 100_000));
    expect(namesIn(disk.folder)).toEqual(['servers.json']);
  });
});

test('a save beyond the file size limit of the process is refused; the old file stays', async () => {
  await openSaved(file).write(OLD);
  const limited = ['bash', '-c', 'ulimit -f 200; exec "$0" "$@"'];
  const reports = await save({}, limited);
  expect(reports.at(-1)).toEqual({
    kind: 'refused',
    code: 'file.unwritable',
    detail: 'EFBIG: file too large',
    file: 'servers.json',
  });
  expect(contentOf(file)).toEqual(OLD);
  expect(namesIn(path.dirname(file))).toEqual(['servers.json']);
});

describe.skipIf(noTracing !== '')(titled('under strace', noTracing), () => {
  const inject = (what: string) => ['strace', '-f', '-qq', '-o', '/dev/null', '-e', `inject=${what}`];

  test('a folder that cannot be synced leaves no first file behind', async () => {
    const reports = await save({}, inject('fsync:error=EIO:when=2'));
    expect(reports.at(-1)).toMatchObject({ kind: 'refused', detail: 'EIO: i/o error' });
    expect(namesIn(path.dirname(file))).toEqual([]);
  });

  test('a file system that knows no sync of folders is good enough', async () => {
    const reports = await save({}, inject('fsync:error=EINVAL:when=2'));
    expect(reports.at(-1)).toEqual({ kind: 'saved', number: 1 });
  });

  test('a file that has another size on the disk than was written never replaces the old one', async () => {
    await openSaved(file).write(OLD);
    const saving = save({}, inject('fsync:delay_enter=3s:when=1'));
    const tooLong = await firstTemporary(path.dirname(file), 400_000);
    appendFileSync(tooLong, 'x');
    const size = statSync(tooLong).size;
    expect((await saving).at(-1)).toEqual({
      kind: 'refused',
      code: 'file.unwritable',
      detail: `Only ${texts.number(size)} of ${texts.number(size - 1)} bytes reached the disk.`,
      file: 'servers.json',
    });
    expect(contentOf(file)).toEqual(OLD);
    expect(namesIn(path.dirname(file))).toEqual(['servers.json']);
  });

  // In the order of the calls; the signal strikes as the call begins.
  test.each([
    'fchmod:when=1',
    'fsync:when=1',
    'fchmod:when=2',
    'fsync:when=2',
    'rename:when=1',
    'rename:when=2',
    'fsync:when=3',
  ])('kill -9 at %s leaves the old file or the new one, whole, and the next start tidies up', async (point) => {
    await openSaved(file).write(saved(1, 10));
    await openSaved(file).write(OLD);
    await expect(save({}, inject(point.replace(':', ':signal=SIGKILL:')))).rejects.toThrow('SIGKILL');
    const opened = openSaved(file);
    expect(opened.state).toEqual({ kind: 'loaded' });
    const isNew = point === 'fsync:when=3';
    expect(opened.read()).toEqual(isNew ? saved(2, 400_000) : OLD);
    expect(namesIn(path.dirname(file)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    await openSaved(file).write(saved(3, 10));
    expect(contentOf(`${file}.1`)).toEqual(isNew ? saved(2, 400_000) : OLD);
    expect(contentOf(`${file}.${isNew ? 3 : 2}`)).toEqual(saved(1, 10));
  });
});

test('a write cannot be lost between two that are asked for at once', async () => {
  await Promise.all([atomicWrite(file, 'one'), atomicWrite(file, 'two')]);
  expect([readFileSync(file, 'utf8'), readFileSync(`${file}.1`, 'utf8')]).toEqual(['two', 'one']);
});

/** Waits for a temporary file of at least so many bytes. */
async function firstTemporary(where: string, bytes: number): Promise<string> {
  for (;;) {
    const name = readdirSync(where).find((each) => each.endsWith('.tmp'));
    if (name !== undefined && statSync(path.join(where, name)).size >= bytes) return path.join(where, name);
    await tick();
  }
}
