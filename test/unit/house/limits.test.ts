import { readFileSync } from 'node:fs';
import { Visitor } from 'vite';
import { expect, test } from 'vitest';
import { ownFiles, parsed } from './own-files';

const MOST_LINES_OF_A_FILE = 250;
const MOST_LINES_OF_A_FUNCTION = 100;
/** The app's entry, which is to read as a list. */
const MOST_LINES_OF_MAIN = 40;
/** Tables, which are read by looking a row up. */
const tables = ['src-shared/gluu/pages/field-texts.ts'];
/** Catalogues too, which nobody reads through. */
const catalogue = /^src-shared\/texts\/[a-z]{2}\//;

const ours = (ending: RegExp) => ownFiles(ending).filter((file) => /^(src-|scripts)/.test(file));
const files = ours(/\.(tsx?|[mc]js)$/);
const linesOf = (text: string) => text.trimEnd().split('\n').length;

/** `file:line, N lines` of each function that is too long. */
function longFunctions(file: string, text: string): string[] {
  const found: string[] = [];
  const judge = ({ start, end }: { start: number; end: number }) => {
    const lines = linesOf(text.slice(start, end));
    if (lines > MOST_LINES_OF_A_FUNCTION) found.push(`${file}:${linesOf(text.slice(0, start))}, ${lines} lines`);
  };
  const functions = { FunctionDeclaration: judge, FunctionExpression: judge, ArrowFunctionExpression: judge };
  new Visitor(functions).visit(parsed(file, text).program);
  return found;
}

test(`a file has ${MOST_LINES_OF_A_FILE} lines at most, tables apart`, () => {
  expect(files.length).toBeGreaterThan(600);
  const sheets = ours(/\.css$/);
  expect(sheets.length).toBeGreaterThan(30);
  const long = [...files, ...sheets]
    .filter((file) => !catalogue.test(file))
    .filter((file) => linesOf(readFileSync(file, 'utf8')) > MOST_LINES_OF_A_FILE);
  expect(long).toEqual(tables);
});

test(`the app's entry has ${MOST_LINES_OF_MAIN} lines at most`, () => {
  expect(linesOf(readFileSync('src-main/app/main.ts', 'utf8'))).toBeLessThanOrEqual(MOST_LINES_OF_MAIN);
});

test(`a function has ${MOST_LINES_OF_A_FUNCTION} lines at most`, () => {
  expect(files.flatMap((file) => longFunctions(file, readFileSync(file, 'utf8')))).toEqual([]);
});

test.each([
  ['function f() {', '}'],
  ['const f = () => {', '};'],
  ['const o = { async m() {', '} };'],
  ['class C { m(): void {', '} }'],
])('and one that begins with %s is seen', (head, tail) => {
  const sample = (lines: number) => [head, ...Array(lines - 2).fill('  //'), tail].join('\n');
  expect(longFunctions('sample.ts', sample(100))).toEqual([]);
  expect(longFunctions('sample.ts', sample(101))).toEqual(['sample.ts:1, 101 lines']);
});
