import { type Formatters, IntlMessageFormat } from 'intl-messageformat';

/** What a parsed message asks for: its arguments and its tags, by name. */
interface Asked {
  arguments: ReadonlySet<string>;
  /** Those of them that are counted, or written as numbers. */
  numbers: ReadonlySet<string>;
  tags: ReadonlySet<string>;
}
type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** A sentence in ICU MessageFormat, parsed. */
export interface Format extends Asked {
  /** Fills in the arguments; `values` holds each of them, and a function for each tag. */
  fill(values: Readonly<Record<string, unknown>>): unknown;
}

// The library would look among all the locales that Intl knows, which takes longer than formatting all sentences of a first frame,
// and serves only date patterns, which no sentence has. `textsIn` is told a locale that is there.
IntlMessageFormat.resolveLocale = (locales) => new Intl.Locale(String(locales));

/** One for each way of asking, for all sentences: the library makes its own for every sentence, and each takes Intl a while. */
const formatters: Formatters = {
  getNumberFormat: onceFor((locale, options) => new Intl.NumberFormat(locale, options as Intl.NumberFormatOptions)),
  getDateTimeFormat: onceFor((locale, options) => new Intl.DateTimeFormat(locale, options)),
  getPluralRules: onceFor((locale, options) => new Intl.PluralRules(locale, options)),
};

function onceFor<F>(make: (locale?: string | string[], options?: object) => F): typeof make {
  const made = new Map<string, F>();
  return (...asked) => {
    const key = JSON.stringify(asked);
    const known = made.get(key) ?? make(...asked);
    made.set(key, known);
    return known;
  };
}

/** The door to intl-messageformat: parses a sentence. Throws SyntaxError where it is no ICU MessageFormat. */
export function parseFormat(text: string, locale: string): Format {
  if (!HAS_SYNTAX.test(text)) return { arguments: NONE, numbers: NONE, tags: NONE, fill: () => text };
  const format = new IntlMessageFormat(text, locale, undefined, { formatters });
  const asked = { arguments: new Set<string>(), numbers: new Set<string>(), tags: new Set<string>() };
  collect(format.getAst(), asked);
  return { ...asked, fill: (values) => format.format(values as Record<string, string>) };
}

/** What is more than its own letters: most labels have none of it, and need not be parsed. */
const HAS_SYNTAX = /[{}<']/;
const NONE: ReadonlySet<string> = new Set();

const isTag = (element: Element): element is Extract<Element, { children: unknown }> => 'children' in element;

function collect(elements: readonly Element[], into: Record<keyof Asked, Set<string>>): void {
  for (const element of elements) {
    if (isTag(element)) {
      into.tags.add(element.value);
      collect(element.children, into);
    } else if ('options' in element) {
      into.arguments.add(element.value);
      if (element.type === PLURAL) into.numbers.add(element.value);
      for (const { value } of Object.values(element.options)) collect(value, into);
    } else if ('value' in element && element.type !== LITERAL) {
      into.arguments.add(element.value);
      if (element.type === NUMBER) into.numbers.add(element.value);
    }
  }
}

/** `TYPE` of the parser, whose enumeration is not handed on. */
const LITERAL = 0;
const NUMBER = 2;
const PLURAL = 6;
