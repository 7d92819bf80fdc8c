import { spawnSync } from 'node:child_process';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../support/temporary-folder';

const folder = makeTemporaryFolder('fresh-file');
afterAll(() => removeTemporaryFolder(folder));

/** Each file says in which process it ran, looks for what another has left, and leaves all of that behind. */
const leaving = `
import { appendFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { state } from './state';
test('finds nothing of another file', () => {
  appendFileSync('processes', process.pid + ' ');
  expect([state.at, globalThis.window, process.env.STUBBED, vi.isMockFunction(process.cwd)]).toEqual(['begin', undefined, undefined, false]);
  state.at = 'end';
  vi.stubGlobal('window', {});
  vi.stubEnv('STUBBED', 'yes');
  vi.spyOn(process, 'cwd');
});
`;
const changes: Record<string, string> = {
  'process.env.CHANGED': "process.env.CHANGED = 'yes'",
  'process.umask()': 'process.umask(0o077)',
  'listeners to SIGTERM': "process.on('SIGTERM', () => {})",
  'fake timers': 'vi.useFakeTimers()',
};
const changing = (change: string) =>
  `import { test, vi } from 'vitest';\ntest('changes it', () => {\n  ${change};\n});\n`;

interface Report {
  testResults: { name: string; status: string; message: string }[];
}

test('test files that share a process find nothing of each other, and one that leaves the process changed fails', () => {
  const setup = JSON.stringify(path.resolve('test/support/fresh-file.ts'));
  const files: Record<string, string> = {
    'vitest.config.mjs': `export default { cacheDir: 'cache', test: { isolate: false, maxWorkers: 1, setupFiles: ${setup} } };`,
    'state.ts': "export const state = { at: 'begin' };",
    'one.test.ts': leaving,
    'other.test.ts': leaving,
  };
  for (const [index, change] of Object.values(changes).entries()) files[`change-${index}.test.ts`] = changing(change);
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'));

  const args = ['run', '--root', folder, '--reporter=json', '--outputFile=report.json'];
  const run = spawnSync(path.resolve('node_modules/.bin/vitest'), args, { cwd: folder, encoding: 'utf8' });
  expect(run.status, run.stderr).toBe(1);

  const { testResults }: Report = JSON.parse(readFileSync(path.join(folder, 'report.json'), 'utf8'));
  const told = testResults.map(({ name, status, message }) => [path.basename(name), status, message] as const);
  expect(
    told
      .filter(([, status]) => status === 'passed')
      .map(([name]) => name)
      .sort(),
  ).toEqual(['one.test.ts', 'other.test.ts']);
  for (const [index, name] of Object.keys(changes).entries()) {
    const message = told.find(([file]) => file === `change-${index}.test.ts`)?.[2];
    expect(message).toContain(`what this file changed and did not put back: expected [ '${name}' ]`);
  }
  const [process, again] = readFileSync(path.join(folder, 'processes'), 'utf8').split(' ');
  expect(again).toBe(process);
});
