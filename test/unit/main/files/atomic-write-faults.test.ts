import { appendFileSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as tick } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { atomicWrite } from '../../../../src-main/files/atomic-write';
import { bundle } from '../../../support/bundle';
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

  test('a save that does not fit is refused; the old file stays, and no temporary file', async () => {
    const full = path.join(disk.folder, 'servers.json');
    await openSaved(full).write(OLD);
    const before = readFileSync(full);
    const saving = openSaved(full);
    await expect(saving.write(saved(2, 400_000))).rejects.toMatchObject({
      code: 'file.unwritable',
      about: { detail: 'ENOSPC: no space left on device', facts: { file: 'servers.json' } },
    });
    expect(saving.read()).toEqual(OLD);
    expect(readFileSync(full)).toEqual(before);
    expect(namesIn(disk.folder)).toEqual(['servers.json']);
  });

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

test('mode 0600 in a folder of mode 0700, whatever the umask', async () => {
  for (const umask of [0, 0o022, 0o777]) {
    const own = path.join(folder, String(umask));
    if (umask === 0o777) mkdirSync(own); // with this umask nobody can use the folders he makes
    await save({ file: path.join(own, 'servers.json'), saves: 2, umask });
    const modes = [own, ...namesIn(own).map((name) => path.join(own, name))].map((name) => statSync(name).mode & 0o777);
    expect(modes).toEqual([0o700, 0o600, 0o600]);
  }
});

describe.skipIf(noTracing !== '')(titled('under strace', noTracing), () => {
  const inject = (what: string) => ['strace', '-f', '-qq', '-o', '/dev/null', '-e', `inject=${what}`];

  // The calls of a save over an old file: sync new text, sync backup, rename backup, rename new text, sync folder.
  test.each([
    ['writing the new text through to the disk', 'fsync:error=EIO:when=1', 'EIO: i/o error'],
    ['writing the backup through', 'fsync:error=EIO:when=2', 'EIO: i/o error'],
    ['writing the folder through', 'fsync:error=EIO:when=3', 'EIO: i/o error'],
    ['naming the backup', 'rename:error=EIO:when=1', 'EIO: i/o error'],
    ['replacing the file', 'rename:error=EIO:when=2', 'EIO: i/o error'],
    ['a quota', 'fsync:error=EDQUOT:when=1', 'EDQUOT: disk quota exceeded'],
  ])('a failure of %s is told; the old file stays, and no temporary file', async (_, what, detail) => {
    await openSaved(file).write(OLD);
    const before = readFileSync(file);
    const reports = await save({}, inject(what));
    expect(reports.at(-1)).toEqual({ kind: 'refused', code: 'file.unwritable', detail, file: 'servers.json' });
    expect(readFileSync(file)).toEqual(before);
    expect(namesIn(path.dirname(file)).filter((name) => !/^servers\.json(\.1)?$/.test(name))).toEqual([]);
    await openSaved(file).write(saved(3, 1000));
    expect(contentOf(file)).toEqual(saved(3, 1000));
  });

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
      detail: `${size} of ${size - 1} bytes reached the disk`,
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

  test('one save: write all, sync, look at the size, back up, rename, sync the folder', async () => {
    await openSaved(file).write(OLD);
    const log = path.join(folder, 'trace');
    const traced = 'trace=openat,write,fsync,statx,fstat,rename,chmod,fchmod';
    await save({}, ['strace', '-ff', '-qq', '-y', '-o', log, '-e', traced]);
    expect(stepsIn(folder, path.dirname(file))).toEqual([
      'open new O_WRONLY|O_CREAT|O_EXCL|O_TRUNC|O_CLOEXEC 0600',
      'fchmod new 0600',
      'write new',
      'fsync new',
      'statx new',
      'open copy O_WRONLY|O_CREAT|O_EXCL|O_TRUNC|O_CLOEXEC 0600',
      'fchmod copy 0600',
      'write copy',
      'fsync copy',
      'statx copy',
      'rename copy to servers.json.1',
      'rename new to servers.json',
      'fsync folder',
    ]);
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

/** What the one thread that did the file work did in `profile`, with telling names. strace wrote a log for each thread. */
function stepsIn(logs: string, profile: string): string[] {
  const lines = readdirSync(logs)
    .filter((name) => name.startsWith('trace.'))
    .map((name) => readFileSync(path.join(logs, name), 'utf8'))
    .filter((log) => log.includes('fsync('))
    .flatMap((log) => log.split('\n'))
    .filter((line) => line.includes(profile) && !line.includes('O_RDONLY') && !line.includes('ENOENT'));
  const temporaries = [...new Set(lines.join('\n').match(/servers\.json\.\d+-[0-9a-f]{12}\.tmp/g))];
  const named = lines.map((line) =>
    line
      .replaceAll(temporaries[0] ?? '?', 'new')
      .replaceAll(temporaries[1] ?? '?', 'copy')
      .replaceAll(`${profile}/`, '')
      .replaceAll(profile, 'folder'),
  );
  return named.map((line) =>
    [
      [/^openat\(AT_FDCWD[^,]*, "(\w+)", (\S+), (\d+)\).*/, 'open $1 $2 $3'],
      [/^fchmod\(\d+<(\w+)>, (\d+)\).*/, 'fchmod $1 $2'],
      [/^(write|fsync|statx|fstat)\(\d+<(\w+)>.*/, '$1 $2'],
      [/^rename\("(\w+)", "([^"]+)"\).*/, 'rename $1 to $2'],
    ].reduce((text, [pattern = '', to = '']) => text.replace(pattern, String(to)), line),
  );
}
