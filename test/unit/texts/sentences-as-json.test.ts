import path from 'node:path';
import { build, type Rolldown } from 'vite';
import { describe, expect, test } from 'vitest';
import { sentencesAsJson } from '../../../scripts/sentences-as-json.mjs';
import { loadCatalogue } from '../../../src-shared/texts/catalogues';
import { languages } from '../../../src-shared/texts/languages';

const names = { en: 'english', de: 'german', fr: 'french', ru: 'russian' } as const;

/** The code that a build makes of a file of the catalogues. */
async function built(entry: string, before: Rolldown.Plugin[] = []): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [...before, sentencesAsJson()],
    build: { write: false, minify: false, lib: { entry: path.resolve(entry), formats: ['es'] } },
  });
  const [{ output }] = [made].flat() as Rolldown.RolldownOutput[] as [Rolldown.RolldownOutput];
  return output[0].code;
}

describe.each(languages)('the catalogue of %s', (language) => {
  test('is the same in the build, where all of it is JSON', async () => {
    const code = await built(`src-shared/texts/${language}/${names[language]}.ts`);
    const module = await import(`data:text/javascript,${encodeURIComponent(code)}`);
    const catalogue = await loadCatalogue(language);
    expect(Object.entries(module[names[language]])).toEqual(Object.entries(catalogue));
    const rest = code.replaceAll(/JSON\.parse\("(?:[^"\\]|\\.)*"\)/g, '');
    expect(code.length).toBeGreaterThan(100_000);
    expect(rest.length).toBeLessThan(10_000);
  });
});

test.each([
  ['a sentence that is computed', 'export const app = { "app.a": ["a"].join() };'],
  ['a name that is computed', 'export const app = { ["app.a"]: "a" };'],
  ['a sentence with something in it', `export const app = { "app.a": \`a \${1}\` };`],
  ['an object that is made of one', 'export const app = Object.freeze({ "app.a": "a" });'],
  ['a number', 'export const app = 40;'],
  ['a text by itself', 'export const app = "a";'],
  ['a function', 'export const app = () => 1;'],
  ['an object without a name', 'export default { "app.a": "a" };'],
  ['an object that is exported below it', 'const app = { "app.a": "a" }; export { app };'],
  ['what may be given another value', 'export let app;'],
  ['an object that may be replaced', 'export let app = { "app.a": "a" };'],
  ['a statement besides', 'export const app = { "app.a": "a" }; console.log(app);'],
  ['a sentence beside other files', 'const other = {}; export const app = { ...other, "app.a": "a" };'],
])('a file of the catalogues with %s ends the build', async (_what, code) => {
  const other = { name: 'other', load: (id: string) => (id.endsWith('/en/app.ts') ? code : undefined) };
  await expect(built('src-shared/texts/en/app.ts', [other])).rejects.toThrow(/\/en\/app\.ts holds more than sentences/);
});
