import type { english } from './en/english';
import { type Format, parseFormat } from './format';
import type { Given, Listed, Message, MessageId, Moment, Param, Words } from './message';

/** All sentences of one language. A missing one does not compile. */
export type Catalogue = Readonly<Record<keyof typeof english, string>>;

/** A part of them: what is not in it is said to be unknown. */
export type PartOfCatalogue = Partial<Catalogue> & Pick<Catalogue, 'unknown.message' | 'unknown.value'>;

/** How the reader wants times written: as the language does, or on a 24-hour clock and as ISO 8601 days. */
export interface TimeStyle {
  clock: 'language' | '24';
  days: 'language' | 'iso';
}

export interface Say {
  /** A sentence, or several beside each other. */
  (message: Message | readonly Message[]): string;
  <Id extends MessageId>(id: Id, ...given: Given<Id>): string;
}

/** The sentences of one language, made where they are shown. */
export interface Texts {
  /** A BCP 47 tag: for dates, numbers, plurals and the order of names. */
  locale: string;
  /** Makes a sentence. Never throws: an id that is not known (a file of a later version) and a missing fact are said to be so. */
  say: Say;
  /** A sentence that may still be words. */
  words(words: Words): string;
  /** Makes a sentence whose tags, such as `<b>`, become what `tags` makes of them. */
  rich<T>(message: Message, tags: Readonly<Record<string, (inside: (string | T)[]) => T>>): (string | T)[];
  /** A day or time in the reader's way. */
  when(moment: Moment): string;
  /** A number with its groups: `100,000`. */
  number(value: number): string;
  /** The `lang` of a date field that writes days as `when` does; such a field knows no other way to say how. */
  dayField: string;
}

/** A language that writes a day as ISO 8601 does (CLDR). */
const WRITES_ISO = 'en-CA';

/** Messages inside messages end somewhere, also in a damaged file. */
const DEEPEST = 8;

/** Joins a language's catalogue with the way its numbers and times are written. */
export function textsIn(locale: string, catalogue: PartOfCatalogue, { clock, days }: TimeStyle): Texts {
  const formats = new Map<string, Format>();
  const numbers = onceAsked(() => new Intl.NumberFormat(locale));
  const lists = {
    and: onceAsked(() => new Intl.ListFormat(locale, { type: 'conjunction' })),
    or: onceAsked(() => new Intl.ListFormat(locale, { type: 'disjunction' })),
  };
  const hours: Intl.DateTimeFormatOptions = clock === '24' ? { hourCycle: 'h23' } : {};
  const moments = writers(locale, hours, days);

  function formatOf(id: string): Format | undefined {
    const known = formats.get(id);
    if (known) return known;
    const text = Object.hasOwn(catalogue, id) ? catalogue[id as MessageId] : undefined;
    if (text === undefined) return undefined;
    const made = parseFormat(text, locale);
    formats.set(id, made);
    return made;
  }

  const when = ({ at, as }: Moment): string => {
    const date = new Date(at);
    return Number.isNaN(date.getTime()) ? at : moments[as](date);
  };

  const listed = ({ list, as }: Listed, depth: number): string => {
    const words = list.map((one) => String(shown(one, depth)));
    return as === 'and' || as === 'or' ? lists[as]().format(words) : words.join(as === 'plain' ? ', ' : ' ');
  };

  function shown(param: Param, depth: number): string | number {
    if (typeof param !== 'object') return param;
    if ('at' in param) return when(param);
    if ('list' in param) return listed(param, depth);
    return depth === 0 ? '…' : said(param, depth - 1);
  }

  /** Every argument that the sentence asks for, and its tags as nothing but what is inside them. */
  function valuesFor(format: Format, params: Message['params'] = {}, depth = DEEPEST): Record<string, unknown> {
    const values: Record<string, unknown> = {};
    for (const name of format.tags) values[name] = (inside: string[]) => inside.join('');
    for (const name of format.arguments) {
      const param = params[name];
      values[name] = param === undefined ? catalogue['unknown.value'] : shown(param, depth);
    }
    return values;
  }

  function said({ id, params }: Message, depth = DEEPEST): string {
    const format = formatOf(id);
    if (format && countsWhatItHas(format, params)) return String(format.fill(valuesFor(format, params, depth)));
    return id === 'unknown.message' ? id : said({ id: 'unknown.message', params: { id } }, depth);
  }

  return {
    locale,
    say(first: Message | readonly Message[] | MessageId, params?: object) {
      if (typeof first === 'string') return said({ id: first, params: params as Message['params'] });
      return 'id' in first ? said(first) : listed({ list: first, as: 'sentences' }, DEEPEST);
    },
    words: (words) => (typeof words === 'string' ? words : said(words)),
    rich(message, tags) {
      const format = formatOf(message.id);
      const made =
        format && countsWhatItHas(format, message.params)
          ? format.fill({ ...valuesFor(format, message.params), ...tags })
          : said(message);
      return (Array.isArray(made) ? made : [made]) as (string | never)[];
    },
    when,
    number: (value) => numbers().format(value),
    dayField: days === 'iso' ? WRITES_ISO : locale,
  };
}

/** A number that nobody kept cannot be counted, and would be shown as `NaN`. */
const countsWhatItHas = ({ numbers }: Format, params: Message['params'] = {}): boolean =>
  [...numbers].every((name) => typeof params[name] === 'number');

/** A format of a language takes milliseconds to make, and the first frame needs hardly one. */
function onceAsked<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

type Write = (date: Date) => string;

function writers(
  locale: string,
  hours: Intl.DateTimeFormatOptions,
  days: TimeStyle['days'],
): Record<Moment['as'], Write> {
  const by = (options: Intl.DateTimeFormatOptions): Write => {
    const format = onceAsked(() => new Intl.DateTimeFormat(locale, options));
    return (date) => format().format(date);
  };
  const own = {
    day: by({ dateStyle: 'medium' }),
    time: by({ timeStyle: 'medium', ...hours }),
    minute: by({ timeStyle: 'short', ...hours }),
    moment: by({ dateStyle: 'medium', timeStyle: 'medium', ...hours }),
  };
  if (days === 'language') return own;
  const iso = isoDay();
  return { ...own, day: iso, moment: (date) => `${iso(date)} ${own.time(date)}` };
}

/** A day of the reader's own time zone as ISO 8601: `2026-11-29`. */
function isoDay(): Write {
  const two = (value: number) => String(value).padStart(2, '0');
  return (date) => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
