import { readFileSync } from 'node:fs';
import { Visitor } from 'vite';
import { expect, test } from 'vitest';
import { accelerator, keysForAria, keysText } from '../../../src-shared/model/commands';
import { english } from '../../../src-shared/texts/en/english';
import { ownFiles, parsed } from '../house/own-files';

const names = new Set<string>(
  Object.entries(english).flatMap(([id, text]) => (/^command\.\w+\.(label|menu)$/.test(id) ? [text] : [])),
);
/** Words that a command shares with something else: a key, a tab, a button for another thing, an act told of. */
const otherMeanings: Record<string, readonly string[]> = {
  'src-renderer/servers/armed-band.tsx': ['Lock now'], // the server, not the console
  'src-renderer/ui/use-roving-rows.ts': ['Home'], // a key
};
const NAMED_KEYS = /(?:^|[^\w])(?:Ctrl|Cmd|CommandOrControl|Mod|Alt|Shift)[ +]\S|(?:^|\s)F\d+\b/;

/** The texts in a file: string literals, the parts of templates, and what stands between tags. */
function textsOf(file: string, source: string): string[] {
  const texts: string[] = [];
  const { program } = parsed(file, source);
  new Visitor({
    Literal: ({ value }) => {
      if (typeof value === 'string') texts.push(value);
    },
    TemplateElement: ({ value }) => {
      texts.push(value.cooked ?? value.raw);
    },
    JSXText: ({ value }) => {
      texts.push(value);
    },
  }).visit(program);
  return texts.map((text) => text.trim().replace(/\s+/g, ' ')).filter(Boolean);
}

/** What of the table of commands a file says by itself: the name of a command, or keys. */
const saidElsewhere = (file: string, source: string): string[] =>
  textsOf(file, source).filter(
    (text) => NAMED_KEYS.test(text) || (names.has(text) && !otherMeanings[file]?.includes(text)),
  );

test('the name and the keys of a command stand in the table of commands, and nowhere else', () => {
  const files = ownFiles(/\.tsx?$/).filter((file) => /^(src-renderer|src-main\/app)\//.test(file));
  expect(files.length).toBeGreaterThan(150);
  const found = files.flatMap((file) =>
    saidElsewhere(file, readFileSync(file, 'utf8')).map((text) => `${file}: ${text}`),
  );
  expect(found).toEqual([]);
});

test.each([
  [`export const a = 'Check again';`],
  [`export const A = () => <b>\n  Check again\n</b>;`],
  [`export const A = () => <b title="Lock Now" />;`],
  [`export const A = () => <b keys="Ctrl Enter" />;`],
  [`export const a = 'CommandOrControl+K';`],
  ['export const a = (b: string) => `$' + '{b}, Alt Home`;'],
  [`export const a = 'read again, F5';`],
])('and one that stands in %s is seen', (source) => {
  expect(saidElsewhere('src-renderer/sample.tsx', source)).toHaveLength(1);
});

test('keys are named as the computer names them', () => {
  const named = [
    ['Mod Shift L', 'Ctrl Shift L', '⇧⌘L'],
    ['Mod K', 'Ctrl K', '⌘K'],
    ['Mod Enter', 'Ctrl Enter', '⌘Enter'],
    ['Alt Home', 'Alt Home', '⌥Home'],
    ['Alt ArrowUp', 'Alt ↑', '⌥↑'],
    ['Alt ↑ ↓', 'Alt ↑ ↓', '⌥↑↓'],
    ['Shift F6', 'Shift F6', '⇧F6'],
    ['F5', 'F5', 'F5'],
    ['Mod +', 'Ctrl +', '⌘+'],
    ['Esc', 'Esc', 'Esc'],
  ] as const;
  for (const [keys, elsewhere, onMac] of named)
    expect([keysText(keys, false), keysText(keys, true)]).toEqual([elsewhere, onMac]);
  expect([keysForAria('Mod K', false), keysForAria('Mod K', true)]).toEqual(['Control+K', 'Meta+K']);
  expect(accelerator('Mod Shift L')).toBe('CommandOrControl+Shift+L');
});
