import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { noticeOf } from '../../src-main/console/notices';
import { bundle } from '../support/bundle';
import { runToEnd } from '../support/files/processes';
import { mountSmallDisk, whyNoSmallDisk } from '../support/files/small-disk';
import { noticeRead } from '../support/notice';
import { removeTemporaryFolder } from '../support/temporary-folder';
import { securityCase, titled } from './case';
import { putServers, type SaveReport } from './support/file-servers';

/** Root may do everything, so as root the work is done by Debian's `nobody`. */
const NOBODY = 65534;
const SERVERS = 3;
const noDisk = whyNoSmallDisk();

const saving = async (file: string, asUser?: number): Promise<SaveReport[]> => {
  const program = await bundle('test/security/support/file-save-servers.ts');
  const task = { file, saves: 1, ...(asUser === undefined ? {} : { asUser }) };
  return (await runToEnd<SaveReport>(program, task)).reports;
};

test(titled('T49', 'a list that may not be read is reported, and not written over'), () =>
  securityCase('T49', 'EACCES', async () => {
    // Not below the folder of all tests: `nobody` may not even pass through that one.
    const folder = mkdtempSync(path.join(os.tmpdir(), 'gluu-console-rights-'));
    const file = path.join(folder, 'servers.json');
    try {
      putServers(file, SERVERS);
      const before = readFileSync(file);
      const asRoot = process.getuid?.() === 0;
      if (asRoot) for (const name of [folder, file]) chownSync(name, NOBODY, NOBODY);
      chmodSync(file, 0o000);
      const detail = 'EACCES: permission denied';
      const state = { kind: 'unreadable', detail } as const;
      expect(await saving(file, asRoot ? NOBODY : undefined)).toEqual([
        { kind: 'opened', state, servers: 0 },
        { kind: 'refused', code: 'file.unwritable', detail },
      ]);
      expect(noticeRead(noticeOf('servers', state))).toMatchObject({
        tone: 'bad',
        text: expect.stringContaining('The file is left as it is and is not overwritten.'),
      });
      chmodSync(file, 0o600);
      expect(readFileSync(file).equals(before)).toBe(true);
      expect(readdirSync(folder)).toEqual(['servers.json']);
    } finally {
      removeTemporaryFolder(folder);
    }
  }),
);

test.skipIf(noDisk !== '')(
  `${titled('T49', 'in a read-only home the list is read and a save refused')}${noDisk && ` [skipped: ${noDisk}]`}`,
  () =>
    securityCase('T49', 'a home that is read-only', async () => {
      const disk = mountSmallDisk(1024 * 1024);
      const file = path.join(disk.folder, 'servers.json');
      try {
        putServers(file, SERVERS);
        execFileSync('mount', ['-o', 'remount,ro', disk.folder]);
        expect(await saving(file)).toEqual([
          { kind: 'opened', state: { kind: 'loaded' }, servers: SERVERS },
          { kind: 'refused', code: 'file.unwritable', detail: 'EROFS: read-only file system' },
        ]);
        expect(readdirSync(disk.folder)).toEqual(['servers.json']);
      } finally {
        disk.release();
      }
    }),
);
