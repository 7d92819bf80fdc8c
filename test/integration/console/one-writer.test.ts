import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { composeConsole } from '../../../src-main/console/compose-console';
import type { Host } from '../../../src-main/console/host';
import { saying } from '../../support/english';
import type { FolderRequest } from '../../support/folder-writer-process';
import { type ForkedProcess, forkProcess } from '../../support/forked-process';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../support/temporary-folder';
import { startTestConsole } from '../../support/test-console';

let base: string;
let folder: string;
let other: ForkedProcess<FolderRequest>;
beforeEach(() => {
  base = makeTemporaryFolder('one-writer');
  folder = path.join(base, 'data');
  other = forkProcess(inject('helpers').folderWriter);
});
afterEach(() => {
  other.kill();
  removeTemporaryFolder(base);
});

async function asked(request: FolderRequest): Promise<unknown> {
  other.post(request);
  const [{ said }] = (await once(other.child, 'message')) as [{ said: unknown }];
  return said;
}

test('a console opens no file of a folder that another process writes in, and has it once that one is gone', async () => {
  expect(await asked({ ask: 'take', folder })).toBe('taken');
  await expect(startTestConsole({ helpers: inject('helpers'), folder })).rejects.toMatchObject({
    code: 'folder.inUse',
    about: {
      facts: { folder, holder: saying(new RegExp(`gluu-console on a command line \\(process ${other.child.pid}\\)`)) },
    },
  });
  expect(readdirSync(folder).filter((name) => /\.(json|jsonl)$/.test(name) && name !== 'licences.json')).toEqual([]);
  const gone = once(other.child, 'exit');
  other.kill();
  await gone;
  const composed = await startTestConsole({ helpers: inject('helpers'), folder });
  await composed.must('app.setTheme', { theme: 'dark' });
  await composed.stop();
});

test('a console gives its folder back when it is disposed of, and the next one has it at once', async () => {
  const first = await startTestConsole({ helpers: inject('helpers'), folder });
  expect(await asked({ ask: 'writer', folder })).toMatchObject({ kind: 'app', pid: process.pid, holds: true });
  await first.must('app.setTheme', { theme: 'dark' });
  await first.close();
  expect(await asked({ ask: 'writer', folder })).toBeUndefined();
  const next = await startTestConsole({ helpers: inject('helpers'), folder });
  expect(await next.must('app.state')).toMatchObject({ theme: 'dark' });
  await next.stop();
});

test('a console that cannot be composed gives its folder back', async () => {
  const host = {
    kind: 'app',
    folder,
    language: { preferred: ['en-US'], locale: 'en-US' },
    applyTheme() {
      throw new Error('no theme');
    },
  } as unknown as Host;
  await expect(composeConsole(host)).rejects.toThrow('no theme');
  expect(await asked({ ask: 'writer', folder })).toBeUndefined();
});
