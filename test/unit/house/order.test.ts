import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type ESTree, Visitor } from 'vite';
import { describe, expect, test } from 'vitest';
import { floors } from './floors';
import { ownFiles, parsed } from './own-files';

type Import = readonly [from: string, to: string];

const parts = Object.keys(floors);
const partOf = (file: string) => file.split('/')[0] ?? '';
const folderOf = (file: string) => path.dirname(file).slice(partOf(file).length + 1);
const files = new Set(ownFiles(/\.tsx?$/).filter((file) => parts.includes(partOf(file))));

/** What a file imports of this project, types included, `import()` and `export from` too. */
function importsOf(file: string, text: string): Import[] {
  const named: string[] = [];
  const add = ({ source }: { source: ESTree.Expression | null }) => {
    if (source?.type === 'Literal' && typeof source.value === 'string') named.push(source.value);
  };
  const exporting = { ExportNamedDeclaration: add, ExportAllDeclaration: add };
  const importing = { ImportDeclaration: add, ImportExpression: add, TSImportType: add };
  new Visitor({ ...importing, ...exporting }).visit(parsed(file, text).program);
  return named
    .filter((name) => name.startsWith('.'))
    .map((name) => path.join(path.dirname(file), name))
    .flatMap((name) => [`${name}.ts`, `${name}.tsx`].filter((to) => files.has(to)).map((to): Import => [file, to]));
}

/** Whether an import runs up the floors of its part. A folder that has no floor is above everything, and below it. */
function runsUp([from, to]: Import, order: readonly string[]): boolean {
  const [own, other] = [folderOf(from), folderOf(to)].map((folder) => order.indexOf(folder)) as [number, number];
  return folderOf(from) !== folderOf(to) && (own < 0 || other < 0 || own < other);
}

/** One circle of files that import each other, or undefined. */
function circleIn(imports: readonly Import[]): string[] | undefined {
  const next = new Map<string, Import[]>();
  for (const one of imports) next.set(one[0], [...(next.get(one[0]) ?? []), one]);
  const done = new Set<string>();
  function walk(file: string, way: readonly string[]): string[] | undefined {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const [, to] of next.get(file) ?? []) {
      const circle = walk(to, [...way, file]);
      if (circle) return circle;
    }
    done.add(file);
    return undefined;
  }
  for (const file of next.keys()) {
    const circle = walk(file, []);
    if (circle) return circle;
  }
  return undefined;
}

const imports = [...files].flatMap((file) => importsOf(file, readFileSync(file, 'utf8')));

describe.each(parts)('%s', (part) => {
  const order = floors[part] ?? [];
  const own = [...files].filter((file) => partOf(file) === part);

  test('has the folders that are listed, and no others', () => {
    expect([...new Set(own.map(folderOf))].sort()).toEqual([...order].sort());
  });

  test('no import runs up', () => {
    const inside = imports.filter(([from, to]) => partOf(from) === part && partOf(to) === part);
    expect(inside.length).toBeGreaterThan(own.length);
    expect(inside.filter((one) => runsUp(one, order)).map((one) => one.join(' -> '))).toEqual([]);
  });
});

test('no files import each other in a circle', () => {
  expect(circleIn(imports)).toBeUndefined();
});

test.each([
  "import { app } from '../app/main';",
  "import type { app } from '../app/main';",
  "import '../app/main';",
  "export { app } from '../app/main';",
  "export * from '../app/main';",
  "export const app = import('../app/main');",
  "export type App = typeof import('../app/main');",
])('%s is an import', (text) => {
  expect(importsOf('src-main/base/sample.ts', text)).toEqual([['src-main/base/sample.ts', 'src-main/app/main.ts']]);
});

test('what runs up, stands nowhere or goes in a circle is seen', () => {
  const order = ['low', 'high'];
  expect(runsUp(['src-main/low/a.ts', 'src-main/high/b.ts'], order)).toBe(true);
  expect(runsUp(['src-main/high/b.ts', 'src-main/low/a.ts'], order)).toBe(false);
  expect(runsUp(['src-main/high/b.ts', 'src-main/high/c.ts'], order)).toBe(false);
  expect(runsUp(['src-main/high/b.ts', 'src-main/new/c.ts'], order)).toBe(true);
  expect(runsUp(['src-main/new/c.ts', 'src-main/low/a.ts'], order)).toBe(true);
  expect(
    circleIn([
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'b'],
    ]),
  ).toEqual(['b', 'c', 'b']);
  expect(
    circleIn([
      ['a', 'b'],
      ['a', 'c'],
      ['b', 'c'],
    ]),
  ).toBeUndefined();
});
