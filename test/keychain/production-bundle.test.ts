import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadConfigFromFile } from 'electron-vite';
import { build, mergeConfig } from 'vite';
import { afterAll, expect, test, vi } from 'vitest';
import { keychainIn } from '../support/keychain-worker';
import { startKeyring } from '../support/keyring';
import { makeTemporaryFolder, removeTemporaryFolder } from '../support/temporary-folder';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const repository = fileURLToPath(new URL('../..', import.meta.url));
const outDir = makeTemporaryFolder('production-bundle');
afterAll(() => removeTemporaryFolder(outDir));

test('built as the app ships it, the process works, and none of the app’s own processes loads the app', async () => {
  const file = await buildForProduction();
  for (const name of ['keychain', 'core']) {
    const loaded = [...localFiles(path.join(outDir, `${name}-process.cjs`))].map((each) => path.basename(each));
    expect([name, loaded.includes('main.cjs')]).toEqual([name, false]);
  }
  const keyring = await startKeyring();
  const { keychain } = keychainIn(file, keyring.environment);
  await keychain.set('account', 'value');
  expect(await keychain.get('account')).toBe('value');
  keychain.dispose();
  await keyring.stop();
});

/** Builds the main process with the app's own configuration, and gives the path of the keychain's process. */
async function buildForProduction(): Promise<string> {
  const { config } = await loadConfigFromFile(
    { command: 'build', mode: 'production' },
    path.join(repository, 'electron.vite.config.ts'),
    repository,
    'error',
  );
  const { main } = config as { main: { plugins: object[]; build: { rollupOptions: object } } };
  const { plugins } = main;
  const { rollupOptions } = main.build;
  await build(
    mergeConfig(
      { plugins, build: { ssr: true, minify: true, rollupOptions }, ssr: { noExternal: true } },
      {
        root: repository,
        configFile: false,
        logLevel: 'error',
        publicDir: false,
        ssr: { external: ['keytar', 'electron'] },
        build: { outDir, emptyOutDir: true },
      },
    ),
  );
  return path.join(outDir, 'keychain-process.cjs');
}

/** A bundled file and all files beside it that it loads, directly or not. */
function localFiles(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/require\(["'`](\.[^"'`]+)["'`]\)/g)) {
    localFiles(path.resolve(path.dirname(file), name), found);
  }
  return found;
}
