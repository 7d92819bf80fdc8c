import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { english } from '../../../src-shared/texts/en/english';
import { languages } from '../../../src-shared/texts/languages';
import { askedBy } from '../../support/icu';
import { ownFiles } from '../house/own-files';
import { partsOf } from './catalogues';

const ids = Object.keys(english);

describe.each(languages)('the catalogue of %s', async (language) => {
  const parts = await partsOf(language);
  const all = Object.values(parts).flatMap((part) => Object.entries(part));

  test('has each sentence of English once, in the same part', async () => {
    expect(ids.length).toBeGreaterThan(0);
    expect(all.map(([id]) => id).sort()).toEqual([...ids].sort());
    const own = Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, Object.keys(part).sort()]));
    const theirs = Object.fromEntries(
      Object.entries(await partsOf('en')).map(([name, part]) => [name, Object.keys(part).sort()]),
    );
    expect(own).toEqual(theirs);
  });

  test('chooses between exactly its own plural forms, and asks for what English asks for', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
    const wrong = all.flatMap(([id, text]) => {
      const asked = askedBy(text, language);
      const theirs = askedBy(english[id as keyof typeof english], 'en');
      const plurals = asked.plurals.filter((own) => own.join() !== forms.join());
      const same = asked.arguments.join() === theirs.arguments.join() && asked.tags.join() === theirs.tags.join();
      return plurals.length > 0 || !same ? [{ id, plurals, asked: asked.arguments, english: theirs.arguments }] : [];
    });
    expect(wrong).toEqual([]);
  });

  test('has no sentence with a blank at its end, two blanks in a row, or a straight apostrophe that may hide a brace', () => {
    expect(
      all
        .filter(
          ([, text]) =>
            /^\s|\s$| {2}|\n/.test(text) || /'(?![{}<>#|])[^']*'?/.test(text.replace(/'[{}<>#|][^']*'/g, '')),
        )
        .map(([id]) => id),
    ).toEqual([]);
  });
});

test('each sentence is shown somewhere', () => {
  const source = ownFiles(/^src-.*\.tsx?$/)
    .filter((file) => !/^src-shared\/texts\/[a-z]{2}\//.test(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const literal = new Set([...source.matchAll(/['"`]([\w.-]+)['"`]/g)].map(([, id]) => id));
  const made = [...source.matchAll(/`([\w-]+\.(?:[\w.-]|\$\{[^{}]*\})*)`/g)]
    .map(([, template = '']) => template)
    .filter((template) => template.includes('${'))
    .map(
      (template) =>
        new RegExp(
          `^${template
            .split(/\$\{[^{}]*\}/)
            .map(escaped)
            .join('.+')}$`,
        ),
    );
  expect(ids.filter((id) => !literal.has(id) && !made.some((form) => form.test(id)))).toEqual([]);
});

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

test.each([
  ['{n, plural, one {# server} other {# servers}}', 'en', [['one', 'other']]],
  ['{n, plural, one {# Server} few {x} other {# Server}}', 'de', [['few', 'one', 'other']]],
  [
    '{n, plural, =0 {no} one {a {m, plural, one {b} other {c}}} other {d}}',
    'en',
    [
      ['one', 'other'],
      ['one', 'other'],
    ],
  ],
])('the forms of %s are seen', (text, language, plurals) => {
  expect(askedBy(text, language).plurals).toEqual(plurals);
});
