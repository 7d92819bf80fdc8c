import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type ESTree, Visitor } from 'vite';
import { expect, test } from 'vitest';
import { ownFiles, parsed } from './own-files';

const sheets = ownFiles(/^src-renderer\/.*\.css$/);
const modules = sheets.filter((file) => file.endsWith('.module.css'));
const globals = sheets.filter((file) => !file.endsWith('.module.css'));
const sources = ownFiles(/^src-renderer\/.*\.tsx?$/);
const read = (file: string) => readFileSync(file, 'utf8');

interface Classes {
  /** By style sheet, the classes a component takes from it, as `name` of `css.name`. */
  ofModules: Map<string, Set<string>>;
  /** Those that are written out. */
  written: Set<string>;
  /** Where the classes of a module are not named one by one, so that nothing can be said of them. */
  unclear: string[];
}

/** What the source of a component says of classes. */
function classesIn(file: string, text: string): Classes {
  const found: Classes = { ofModules: new Map(), written: new Set(), unclear: [] };
  const names = new Map<string, string>();
  const { program } = parsed(file, text);
  const isNamed = new Set<ESTree.Node>();
  new Visitor({
    ImportDeclaration({ source, specifiers }) {
      if (!source.value.endsWith('.module.css')) return;
      const sheet = path.join(path.dirname(file), source.value);
      found.ofModules.set(sheet, new Set());
      for (const { local } of specifiers) {
        names.set(local.name, sheet);
        isNamed.add(local);
      }
    },
    MemberExpression({ object, property, computed }) {
      const sheet = object.type === 'Identifier' ? names.get(object.name) : undefined;
      if (!sheet || computed || property.type !== 'Identifier') return;
      isNamed.add(object);
      found.ofModules.get(sheet)?.add(property.name);
    },
    JSXAttribute({ name, value }) {
      if (name.name !== 'className' || !value) return;
      const compared = /[=!]== '[^']*'/g;
      const said = text.slice(value.start, value.end).replace(compared, '');
      for (const words of said.matchAll(/(["'`])((?:(?!\1).)*)\1/g))
        for (const word of (words[2] ?? '').replace(/\$\{[^}]*\}/g, ' ').split(/\s+/))
          if (word) found.written.add(word);
    },
  }).visit(program);
  new Visitor({
    Identifier(node) {
      if (names.has(node.name) && !isNamed.has(node)) found.unclear.push(`${file}: ${node.name}`);
    },
  }).visit(program);
  return found;
}

/** The classes a style sheet has rules for; those it takes from the common ones apart. */
const classesOf = (css: string) =>
  new Set(
    [...css.replace(/\/\*.*?\*\/|:global\([^)]*\)/gs, '').matchAll(/([^{}]*)\{/g)].flatMap(([, selector = '']) =>
      [...selector.matchAll(/\.([a-z][\w-]*)/g)].map(([, name = '']) => name),
    ),
  );

const all = sources.map((file) => classesIn(file, read(file)));
const written = new Set(all.flatMap((one) => [...one.written]));
const common = new Set(globals.flatMap((file) => [...classesOf(read(file))]));

test('each class of a component’s style sheet is used, and each one that is used is there', () => {
  expect(modules.length).toBeGreaterThan(30);
  expect(all.flatMap(({ unclear }) => unclear)).toEqual([]);
  const used = new Map(modules.map((file) => [file, new Set<string>()]));
  for (const { ofModules } of all)
    for (const [file, names] of ofModules) for (const name of names) used.get(file)?.add(name);
  const wrong = [...used].flatMap(([file, taken]) => {
    const there = classesOf(read(file));
    return [
      ...[...there].filter((name) => !taken.has(name)).map((name) => `${file}: .${name} is not used`),
      ...[...taken].filter((name) => !there.has(name)).map((name) => `${file}: .${name} is not there`),
    ];
  });
  expect(wrong).toEqual([]);
});

test('each class that is written out stands in a style sheet of all components', () => {
  const known = [...common];
  expect([...written].filter((name) => !known.includes(name))).toEqual([]);
  const lent = modules.flatMap((file) => [...read(file).matchAll(/:global\(\.([\w-]+)\)/g)].map(([, name]) => name));
  expect(lent.filter((name) => !known.includes(name ?? ''))).toEqual([]);
});

test('and each one there is used', () => {
  // Tones come out of tables.
  const words = new Set(sources.flatMap((file) => read(file).match(/[\w-]+/g) ?? []));
  expect([...common].filter((name) => !written.has(name) && !words.has(name))).toEqual([]);
});

test('no rule looks for a part of a class, which a new name would break', () => {
  expect(sheets.filter((file) => /\[class/.test(read(file)))).toEqual([]);
});

test('what is not seen in a component is seen here', () => {
  const sample = (body: string) =>
    classesIn('src-renderer/ui/a.tsx', `import css from './a.module.css';\nexport const A = (p) => ${body};`);
  expect(sample(`<p className={\`note \${css.one} \${p ? css.two : ''}\`} />`)).toEqual({
    ofModules: new Map([['src-renderer/ui/a.module.css', new Set(['one', 'two'])]]),
    written: new Set(['note']),
    unclear: [],
  });
  expect(sample('<p className={css[p]} />').unclear).toEqual(['src-renderer/ui/a.tsx: css']);
  expect(sample("<p className={p === 'no' ? 'mono' : 'note dim'} />").written).toEqual(
    new Set(['mono', 'note', 'dim']),
  );
  expect([
    ...classesOf('/* .no */ .a > .b-c:is(.d) :global(.no) { width: 1.5px } @media (x) { .e::before { } }'),
  ]).toEqual(['a', 'b-c', 'd', 'e']);
});
