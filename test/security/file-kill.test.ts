import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { openServerRegistry } from '../../src-main/registry/server-registry';
import { bundle } from '../support/bundle';
import { killSoon } from '../support/files/processes';
import { makeTemporaryFolder, removeTemporaryFolder } from '../support/temporary-folder';
import { securityCase, titled } from './case';
import {
  putServers,
  type SaveReport,
  type SaveTask,
  saveFirst,
  schemaVersionOf,
  wholeSave,
} from './support/file-servers';

vi.setConfig({ testTimeout: 300_000 });

/** About 400 KB of profiles. */
const SERVERS = 100;

let program: string;
let folder: string;
let file: string;
/** Three times what a save takes here, so that a kill falls before, into or after one. */
let window: number;
beforeAll(async () => {
  program = await bundle('test/security/support/file-save-servers.ts');
  const trial = path.join(makeTemporaryFolder('kill'), 'servers.json');
  putServers(trial, SERVERS);
  const registry = openServerRegistry(trial);
  await saveFirst(registry);
  const start = performance.now();
  await saveFirst(registry);
  window = 3 * (performance.now() - start);
}, 60_000);
beforeEach(() => {
  folder = makeTemporaryFolder('kill');
  file = path.join(folder, 'servers.json');
});
afterEach(() => removeTemporaryFolder(folder));

const temporaries = () => readdirSync(folder).filter((name) => name.endsWith('.tmp'));
const killed = (saves: number) => killSoon<SaveReport>(program, { file, saves } satisfies SaveTask, window);

test(titled('T43'), async () => {
  putServers(file, SERVERS);
  let killsDuringSave = 0;
  let last = 0;
  for (let round = 1; round <= 60; round++) {
    await securityCase('T43', `kill ${round}`, async () => {
      const promised = (await killed(1_000_000)).at(-1);
      if (temporaries().length > 0) killsDuringSave++;

      const registry = openServerRegistry(file);
      expect(registry.state).toEqual({ kind: 'loaded' });
      const save = wholeSave(registry, SERVERS);
      // What was reported as saved is there; one more may have been replaced before it could be reported.
      // On a busy machine the kill may come before the first report: then the last round's is still there.
      const least = promised?.kind === 'saved' ? promised.number : last;
      expect([least, least + 1]).toContain(save);
      last = save;
      for (const backup of [1, 2, 3].map((number) => `${file}.${number}`).filter((name) => existsSync(name)))
        wholeSave(openServerRegistry(backup), SERVERS);
      expect(temporaries()).toEqual([]);
    });
  }
  expect(killsDuringSave).toBeGreaterThan(0);
});

test(
  titled('T48', 'kill -9 while a list of version 1 is stored in the new form: the old one or the new one'),
  async () => {
    const found = new Set<unknown>();
    for (let round = 1; round <= 30; round++) {
      await securityCase('T48', `kill ${round}`, async () => {
        for (const name of readdirSync(folder)) rmSync(path.join(folder, name));
        putServers(file, SERVERS, 1);
        const old = readFileSync(file, 'utf8');
        await killed(1);

        const form = schemaVersionOf(file);
        found.add(form);
        const registry = openServerRegistry(file);
        expect(registry.state).toEqual({ kind: 'loaded' });
        expect(wholeSave(registry, SERVERS)).toBe(form === 1 ? 0 : 1);
        expect(readFileSync(form === 1 ? file : `${file}.1`, 'utf8')).toBe(old);
      });
    }
    expect(found).toEqual(new Set([1, 2]));
  },
);
