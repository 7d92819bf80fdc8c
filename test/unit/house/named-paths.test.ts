import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ownFiles } from './own-files';

/** Files and folders of the project. */
const files = ownFiles(/./);
/** Files that the app writes, and ones that an example names. */
const notOurs = ['servers.json', 'window.json'];

/**
 * What a document names in backquotes or links to that is a path from the root, or the name of a source file at whatever
 * place. `*` and `…` stand for a part of a name.
 */
function pathsIn(document: string): string[] {
  const text = readFileSync(document, 'utf8').replace(/^```[\s\S]*?^```/gm, '');
  const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, to = '']) =>
    path.join(path.dirname(document), to),
  );
  const quoted = [...text.matchAll(/`([^`\s]+)`/g)].map(([, name = '']) => name);
  const named = quoted.filter((name) =>
    /^(src-|test\/|scripts\/|docs\/)|^[\w*…/.-]+\.(tsx?|css|m?js|json)$/.test(name),
  );
  return [...links, ...named].filter((name) => !notOurs.includes(name));
}

function exists(name: string): boolean {
  const pattern = name.replace(/\/$/, '').replace(/[.]/g, '\\.').replace(/[*…]/g, '[^/]*');
  return files.some((file) => new RegExp(`^(.*/)?${pattern}$`).test(file));
}

test.each(ownFiles(/^(README|CONTRIBUTING|docs\/.*)\.md$/))('%s names files and folders that exist', (document) => {
  expect(pathsIn(document).filter((name) => !exists(name))).toEqual([]);
});

test('many are named, with and without a folder, and one that is missing is seen', () => {
  expect(pathsIn('CONTRIBUTING.md').length).toBeGreaterThan(40);
  expect(pathsIn('README.md')).toContain('docs/house.md');
  expect(['src-*/', 'order.test.ts', 'src-main/*/…-service.ts', 'gluu/pages'].filter((name) => !exists(name))).toEqual(
    [],
  );
  expect(['no-such.ts', 'src-main/users/no-such-*.ts', 'order.test'].filter(exists)).toEqual([]);
});
