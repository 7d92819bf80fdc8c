import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../support/temporary-folder';

/** Each outside package as an import names it, and who may import it: a file, or all in and below a folder. */
const doors: Record<string, string[]> = {
  zod: ['src-shared/base/zod.ts'],
  'intl-messageformat': ['src-shared/texts/format.ts'],
  '@schummar/icu-type-parser': ['src-shared/texts/message.ts'],
  electron: ['src-main/app/', 'src-preload/'],
  ldapts: ['src-main/ldap/ldap-filter.ts', 'src-main/ldap/ldap-requests.ts', 'src-main/demo/ber.ts'],
  imapflow: ['src-main/mailbox/imap-client.ts'],
  ssh2: ['src-main/ssh/ssh2.ts'],
  'node:http': ['src-main/net/http-get.ts'],
  'node:child_process': ['src-main/app/core-dumps.ts'],
  '@tanstack/react-virtual': ['src-renderer/users/people-panel.tsx', 'src-renderer/ui/use-drawn-rows.ts'],
  'nodemailer/lib/mail-composer': ['src-main/mail-test/compose-mail.ts'],
  'jsonc-parser': ['src-main/gluu-ldap/json-text.ts'],
  'electron-log/node': ['src-main/files/log-file.ts'],
  keytar: ['src-main/secrets/keychain-process.ts'],
  'smtp-server': ['src-main/demo/mail-server.ts'],
  mailparser: ['src-main/demo/inbox.ts'],
  selfsigned: ['src-main/demo/certificate.ts'],
  react: ['src-renderer/'],
  'react-dom/client': ['src-renderer/'],
  '@base-ui/react/dialog': ['src-renderer/'],
  'lucide-react': ['src-renderer/'],
  zustand: ['src-renderer/state/servers-store.ts', 'src-renderer/state/task.ts'],
  'node:net': ['src-main/'],
  'node:fs/promises': ['src-main/'],
  'node:module': ['src-main/secrets/keychain-process.ts'],
};
const nowhere = [
  'ldapts/ber',
  'zod/mini',
  '@github/keytar',
  'electron-log',
  'axios',
  '@sentry/electron',
  'fs',
  'vitest',
];
const strangers = [
  'src-shared/model/stranger.ts',
  'src-preload/stranger.ts',
  'src-main/stranger.ts',
  'src-main/app/stranger.ts',
  'src-main/ipc/stranger.ts',
  'src-main/ldap/stranger.ts',
  'src-renderer/stranger.ts',
  'src-renderer/app/stranger.tsx',
];
const isFolder = (door: string) => door.endsWith('/');
const singleFiles = [...new Set(Object.values(doors).flat())].filter((door) => !isFolder(door));
const mayImport = (outside: string, file: string) =>
  (doors[outside] ?? []).some((door) => (isFolder(door) ? file.startsWith(door) : file === door));

const folder = makeTemporaryFolder('fences');
afterAll(() => removeTemporaryFolder(folder));

function put(file: string, text: string): void {
  const at = path.join(folder, file);
  mkdirSync(path.dirname(at), { recursive: true });
  writeFileSync(at, text);
}

/** What a tool of this project says of the samples; it has to find something wrong in them. */
function complaintsOf(name: string, args: string[]): string {
  const { status, stdout, error } = spawnSync(path.resolve('node_modules/.bin', name), args, {
    cwd: folder,
    encoding: 'utf8',
  });
  expect({ status: status === 0 ? 'nothing found' : 'found', error }).toEqual({ status: 'found', error: undefined });
  return stdout;
}

describe('one door per outside package', () => {
  const packages = [...Object.keys(doors), ...nowhere];
  const allOfThem = packages.map((name) => `import '${name}';\n`).join('');
  const files = [...strangers, ...singleFiles];
  /** `file:line` of each import that was refused. */
  const refused = new Map<string, string>();
  const isRefused = (file: string, outside: string) => refused.has(`${file}:${packages.indexOf(outside) + 1}`);

  beforeAll(() => {
    copyFileSync('biome.json', path.join(folder, 'biome.json'));
    for (const file of [...files, 'test/unit/free.test.ts', 'scripts/free.mjs']) put(file, allOfThem);
    put('src-main/app/listener.ts', "import { ipcMain } from 'electron';\nexport const heard = ipcMain;\n");
    put('src-main/app/serve.ts', `${allOfThem}import { ipcMain } from 'electron';\nexport const heard = ipcMain;\n`);
    put(
      'src-main/console/ways.ts',
      "const loaded = require('ldapts');\nimport('ldapts');\nexport * from 'ldapts';\nimport '../src-shared/x';\n",
    );
    const args = [
      'lint',
      '.',
      '--only=style/noRestrictedImports',
      '--only=style/noCommonJs',
      '--reporter=github',
      '--max-diagnostics=none',
    ];
    for (const [, file = '', line = '', message = ''] of complaintsOf('biome', args).matchAll(
      /^::error title=lint\/style\/\w+,file=(.*?),line=(\d+),.*?::(.*)$/gm,
    )) {
      refused.set(`${path.relative(folder, path.resolve(folder, file))}:${line}`, message);
    }
  });

  test.each(packages)('%s', (outside) => {
    const found = files.map((file) => [file, isRefused(file, outside) ? 'refused' : 'taken']);
    expect(found).toEqual(files.map((file) => [file, mayImport(outside, file) ? 'taken' : 'refused']));
  });

  test('tests and scripts may import what they like', () => {
    expect([...refused.keys()].filter((place) => /^(test|scripts)\//.test(place))).toEqual([]);
  });

  test('require, import() and export from are imports too, and one’s own files are no packages', () => {
    expect([1, 2, 3, 4].map((line) => refused.has(`src-main/console/ways.ts:${line}`))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  test('ipcMain is for one file', () => {
    expect(refused.get('src-main/app/listener.ts:1')).toBe('Only src-main/app/serve.ts talks to the window.');
    expect(refused.has(`src-main/app/serve.ts:${packages.length + 1}`)).toBe(false);
  });

  test.each(Object.entries(doors))('the doors of %s are in use', (outside, itsDoors) => {
    for (const door of itsDoors.filter((door) => !isFolder(door))) {
      expect(readFileSync(door, 'utf8')).toMatch(new RegExp(`(from|require\\() ?'${outside}'`));
    }
  });
});

describe('what does not compile', () => {
  const samples: [file: string, text: string, why: string][] = [
    ['src-shared/to-main.ts', "import { main as x } from '../src-main/good';\nexport const y = x;", 'TS6307'],
    ['src-shared/to-window.ts', "import { renderer as x } from '../src-renderer/good';\nexport const y = x;", 'TS6307'],
    ['src-shared/dom.ts', 'export const y = document.title;', 'TS2584'],
    ['src-shared/node.ts', "import fs from 'node:fs';\nexport const y = fs;", 'TS2591'],
    ['src-shared/process.ts', 'export const y = process.env;', 'TS2591'],
    ['src-main/to-window.ts', "import { renderer as x } from '../src-renderer/good';\nexport const y = x;", 'TS6307'],
    ['src-main/to-preload.ts', "import { preload as x } from '../src-preload/good';\nexport const y = x;", 'TS6307'],
    ['src-main/dom.ts', 'export const y = document.title;', 'TS2584'],
    ['src-preload/to-main.ts', "import { main as x } from '../src-main/good';\nexport const y = x;", 'TS6307'],
    ['src-preload/node.ts', "import fs from 'node:fs';\nexport const y = fs;", 'TS2591'],
    ['src-renderer/to-main.ts', "import { main as x } from '../src-main/good';\nexport const y = x;", 'TS6307'],
    ['src-renderer/type-of-main.ts', "import type { Main } from '../src-main/types';\nexport type Y = Main;", 'TS6307'],
    [
      'src-renderer/to-preload.ts',
      "import { preload as x } from '../src-preload/good';\nexport const y = x;",
      'TS6307',
    ],
    ['src-renderer/node.ts', "import fs from 'node:fs';\nexport const y = fs;", 'TS2591'],
    ['src-renderer/process.ts', 'export const y = process.versions;', 'TS2591'],
  ];
  const parts = ['shared', 'main', 'preload', 'renderer'];
  let said = '';

  beforeAll(() => {
    // The samples of the other fence would be compiled too.
    for (const part of parts) removeTemporaryFolder(path.join(folder, `src-${part}`));
    copyFileSync('tsconfig.base.json', path.join(folder, 'tsconfig.base.json'));
    symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'));
    for (const part of parts) {
      put(`src-${part}/good.ts`, `export const ${part} = 1;\n`);
      copyFileSync(`src-${part}/tsconfig.json`, path.join(folder, `src-${part}/tsconfig.json`));
    }
    put('src-main/types.ts', 'export type Main = 1;\n');
    put('tsconfig.json', JSON.stringify({ files: [], references: parts.map((part) => ({ path: `src-${part}` })) }));
    for (const [file, text] of samples) put(file, text);
    said = complaintsOf('tsc', ['-b', '--pretty', 'false']);
  });

  test.each(samples)('%s', (file, _, why) => {
    expect(said.split('\n').filter((line) => line.startsWith(`${file}(`))).toContainEqual(
      expect.stringContaining(`error ${why}:`),
    );
  });

  test('and the good files do', () => {
    expect(said).not.toMatch(/^src-\w+\/good\.ts/m);
  });
});
