import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openServerRegistry } from '../../src-main/registry/server-registry';
import { bundle } from '../support/bundle';
import { runToEnd, whyNoTracing } from '../support/files/processes';
import { openSaved, saved } from '../support/files/saved';
import { mountSmallDisk, whyNoSmallDisk } from '../support/files/small-disk';
import { makeTemporaryFolder, removeTemporaryFolder } from '../support/temporary-folder';
import { securityCase, titled } from './case';
import { putServers, type SaveReport, type SaveTask, saveFirst, wholeSave } from './support/file-servers';
import { failing, failingOnTemporary, stepsIn, traced } from './support/file-trace';

const noSmallDisk = whyNoSmallDisk();
const noTracing = whyNoTracing();
const unlessSkipped = (title: string, whyNot: string) => (whyNot ? `${title} [skipped: ${whyNot}]` : title);

const SERVERS = 20;

let program: string;
let folder: string;
let file: string;
beforeAll(async () => {
  program = await bundle('test/security/support/file-save-servers.ts');
}, 60_000);
beforeEach(() => {
  folder = makeTemporaryFolder('faults');
  file = path.join(folder, 'servers.json');
});
afterEach(() => removeTemporaryFolder(folder));

const save = async (task: Partial<SaveTask>, through: string[] = []): Promise<SaveReport[]> =>
  (await runToEnd<SaveReport>(program, { file, saves: 1, ...task }, through)).reports;

/** The list as it was, with its last backup at most, and no temporary file. */
function expectUntouched(where: string, before: Buffer): void {
  expect(readFileSync(path.join(where, 'servers.json')).equals(before)).toBe(true);
  expect(readdirSync(where).filter((name) => !/^servers\.json(\.1)?$/.test(name))).toEqual([]);
}

test.skipIf(noSmallDisk !== '')(
  unlessSkipped(titled('T44', 'a save of 400 KB on a disk of 256 KB is refused, the old file stays'), noSmallDisk),
  async () => {
    const disk = mountSmallDisk(256 * 1024);
    await securityCase('T44', 'a full disk', async () => {
      const full = path.join(disk.folder, 'servers.json');
      await openSaved(full).write(saved(1, 50_000));
      const before = readFileSync(full);
      const saving = openSaved(full);
      await expect(saving.write(saved(2, 400_000))).rejects.toMatchObject({
        code: 'file.unwritable',
        about: { detail: 'ENOSPC: no space left on device', facts: { file: 'servers.json' } },
      });
      expect(saving.read()).toEqual(saved(1, 50_000));
      expectUntouched(disk.folder, before);
    }).finally(disk.release);
  },
);

describe.skipIf(noTracing !== '')(unlessSkipped('under strace', noTracing), () => {
  // The calls of a save over an old file: sync new text, sync backup, rename backup, rename new text, sync folder.
  const failures: [name: string, through: () => string[], detail: string][] = [
    ['EIO as the text is written', () => failingOnTemporary(file, 'write:error=EIO'), 'EIO: i/o error'],
    ['a quota that is full', () => failingOnTemporary(file, 'write:error=EDQUOT'), 'EDQUOT: disk quota exceeded'],
    ['EIO as the text is written through', () => failing('fsync:error=EIO:when=1'), 'EIO: i/o error'],
    ['EIO as the backup is written through', () => failing('fsync:error=EIO:when=2'), 'EIO: i/o error'],
    ['EIO as the backup gets its name', () => failing('rename:error=EIO:when=1'), 'EIO: i/o error'],
    ['EIO as the file is replaced', () => failing('rename:error=EIO:when=2'), 'EIO: i/o error'],
    ['EIO as the folder is written through', () => failing('fsync:error=EIO:when=3'), 'EIO: i/o error'],
  ];
  test.each(failures)(titled('T44', '%s: the save is refused, the old list stays'), (name, through, detail) =>
    securityCase('T44', name, async () => {
      putServers(file, SERVERS);
      const before = readFileSync(file);
      const reports = await save({ namedTemporaries: true }, through());
      expect(reports.at(-1)).toEqual({ kind: 'refused', code: 'file.unwritable', detail });
      expectUntouched(folder, before);
      await saveFirst(openServerRegistry(file));
      expect(wholeSave(openServerRegistry(file), SERVERS)).toBe(1);
    }),
  );

  test(titled('T45', 'a save writes all, syncs, looks at the size, backs up, renames, syncs the folder'), () =>
    securityCase('T45', 'the order of the calls', async () => {
      const profile = path.join(folder, 'profile');
      mkdirSync(profile);
      file = path.join(profile, 'servers.json');
      putServers(file, SERVERS);
      await save({}, traced(folder));
      expect(stepsIn(folder, profile)).toEqual([
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
    }),
  );
});

test(titled('T45', 'mode 0600 in a folder of mode 0700, whatever the umask'), () =>
  securityCase('T45', 'the modes', async () => {
    for (const umask of [0, 0o022, 0o777]) {
      const own = path.join(folder, String(umask));
      if (umask === 0o777) mkdirSync(own); // with this umask nobody can use the folders he makes
      await save({ file: path.join(own, 'servers.json'), saves: 2, umask });
      const names = readdirSync(own).map((name) => path.join(own, name));
      expect([own, ...names].map((name) => statSync(name).mode & 0o777)).toEqual([0o700, 0o600, 0o600]);
    }
  }),
);
