import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { bundle } from '../../../support/bundle';
import { killSoon } from '../../../support/files/processes';
import type { SaveReport, SaveTask } from '../../../support/files/save';
import { isIntact, openSaved, saved } from '../../../support/files/saved';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../../support/temporary-folder';

const BYTES = 1_000_000;
const DEADLINE = 300_000;

let program: string;
let folder: string;
let file: string;
/** Three times what a save takes here, so that a kill falls before, into or after one. */
let window: number;
beforeAll(async () => {
  program = await bundle('test/support/files/save.ts');
  const trial = openSaved(path.join(makeTemporaryFolder('kill'), 'servers.json'));
  await trial.write(saved(1, BYTES));
  const start = performance.now();
  await trial.write(saved(2, BYTES));
  window = 3 * (performance.now() - start);
}, 60_000);
beforeEach(() => {
  folder = makeTemporaryFolder('kill');
  file = path.join(folder, 'servers.json');
});
afterEach(() => removeTemporaryFolder(folder));

const temporaries = () => readdirSync(folder).filter((name) => name.endsWith('.tmp'));
const task = (saves: number): SaveTask => ({ file, bytes: BYTES, saves });
const backups = () => [1, 2, 3].map((number) => `${file}.${number}`).filter((name) => existsSync(name));

test(
  'kill -9 during 60 saves of 1 MB: each file is an old or a new one, whole; the next start tidies up',
  async () => {
    await openSaved(file).write(saved(1, BYTES));
    let killsDuringSave = 0;
    let last = 1;
    for (let round = 0; round < 60; round++) {
      const reports = await killSoon<SaveReport>(program, task(1_000_000), window);
      const promised = reports.at(-1);
      if (temporaries().length > 0) killsDuringSave++;

      const opened = openSaved(file);
      const value = opened.read();
      expect(opened.state).toEqual({ kind: 'loaded' });
      expect(isIntact(value, BYTES)).toBe(true);
      // What was reported as saved is there; one more may have been replaced before it could be reported.
      // On a busy machine the kill may come before the first report: then the last round's is still there.
      const least = promised && 'number' in promised ? promised.number : last;
      expect([least, least + 1]).toContain(value.number);
      last = value.number;
      for (const backup of backups()) expect(isIntact(openSaved(backup).read(), BYTES)).toBe(true);
      expect(temporaries()).toEqual([]);
    }
    expect(killsDuringSave).toBeGreaterThan(0);
    expect(backups()).toHaveLength(3);
  },
  DEADLINE,
);

test(
  'kill -9 during 30 upgrades: the file has the old or the new form, and the old one is kept',
  async () => {
    const old = `${JSON.stringify({ schemaVersion: 1, number: 7, text: '7'.repeat(BYTES) }, null, 2)}\n`;
    const forms = new Set<string>();
    for (let round = 0; round < 30; round++) {
      for (const name of readdirSync(folder)) rmSync(path.join(folder, name));
      writeFileSync(file, old);
      await killSoon<SaveReport>(program, task(1), window);

      const isOld = readFileSync(file, 'utf8') === old;
      forms.add(isOld ? 'old' : 'new');
      const opened = openSaved(file);
      expect(opened.state).toEqual({ kind: 'loaded' });
      expect(opened.read()).toEqual(saved(isOld ? 7 : 8, BYTES));
      if (!isOld) expect(readFileSync(`${file}.1`, 'utf8')).toBe(old);
    }
    expect(forms).toEqual(new Set(['old', 'new']));
  },
  DEADLINE,
);
