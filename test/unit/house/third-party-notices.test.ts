import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { thirdPartyNotices } from '../../../scripts/third-party-notices.mjs';
import { Licences } from '../../../src-shared/model/app';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../support/temporary-folder';

let root: string;
beforeEach(() => {
  root = makeTemporaryFolder('notices');
  put('LICENSE', 'The licence of the app');
});
afterEach(() => removeTemporaryFolder(root));

function put(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

function plant(
  home: string,
  manifest: object,
  texts: Record<string, string>,
  code = `export default '${home}';`,
): void {
  put(`${home}/package.json`, JSON.stringify({ version: '1.0.0', main: 'index.js', type: 'module', ...manifest }));
  put(`${home}/index.js`, code);
  for (const [name, text] of Object.entries(texts)) put(`${home}/${name}`, text);
}

/** Builds each entry as a build of its own, as the app is built. */
async function notices(...entries: string[]): Promise<Licences> {
  const noticed = thirdPartyNotices({ root, folder: path.join(root, 'out'), beside: ['shipped'] });
  plant('node_modules/shipped', { name: 'shipped', license: 'ISC' }, { LICENSE: 'shipped as it is' });
  for (const [index, text] of entries.entries()) {
    put(`entry-${index}.js`, text);
    await build({
      root,
      configFile: false,
      logLevel: 'silent',
      plugins: [noticed()],
      build: { outDir: `out/${index}`, rollupOptions: { input: path.join(root, `entry-${index}.js`) } },
    });
  }
  return Licences.parse(JSON.parse(readFileSync(path.join(root, 'out/third-party-notices.json'), 'utf8')));
}

test('each package that is bundled by any build has an entry with its texts, and no other has', async () => {
  plant(
    'node_modules/planted',
    { name: 'planted', license: 'MIT' },
    { LICENSE: 'planted text', 'LICENSE.EUPL': 'or this' },
  );
  plant('node_modules/@scope/one', { name: '@scope/one', licenses: [{ type: 'BSD' }] }, { 'licence.md': 'scoped text' },
    "import inner from 'inner'; export default [inner];"); // biome-ignore format: one line
  plant('node_modules/@scope/one/node_modules/inner', { name: 'inner', version: '2.0.0' }, { COPYING: 'inner text' });
  plant('node_modules/unused', { name: 'unused' }, { LICENSE: 'unused text' });
  const { own, packages } = await notices(
    "import x from 'planted'; console.log(x);",
    "import x from '@scope/one'; console.log(x);",
  );
  expect(own).toBe('The licence of the app');
  expect(packages.filter(({ name }) => !/^(rolldown|vite)$/.test(name))).toEqual([
    { name: '@scope/one', version: '1.0.0', licence: 'BSD', text: 'scoped text' },
    { name: 'inner', version: '2.0.0', licence: 'see its text', text: 'inner text' },
    { name: 'planted', version: '1.0.0', licence: 'MIT', text: 'planted text\n\nor this' },
    { name: 'shipped', version: '1.0.0', licence: 'ISC', text: 'shipped as it is' },
  ]);
  const readable = readFileSync(path.join(root, 'out/third-party-notices.txt'), 'utf8');
  for (const { name, version, text } of packages) {
    expect(readable).toContain(`\n${name} ${version}\n`);
    expect(readable).toContain(text);
  }
});

test('a package without a licence text ends the build', async () => {
  plant('node_modules/planted', { name: 'planted', license: 'MIT' }, { LICENSE: ' \n', 'README.md': 'MIT' });
  await expect(notices("import x from 'planted'; console.log(x);")).rejects.toThrow(
    /planted 1\.0\.0 has no licence text/,
  );
});
