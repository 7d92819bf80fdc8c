import type { GetICUArgs } from '@schummar/icu-type-parser';
import type { english } from './en/english';

/** The name of a sentence in the catalogues, e.g. `failure.net.refused.what`. */
export type MessageId = keyof typeof english;

/** A day or time, written as the reader's language and settings want it. `at`: ISO 8601; anything else is shown as it is. */
export interface Moment {
  at: string;
  as: 'day' | 'time' | 'minute' | 'moment';
}

/** Several things in one place of a sentence: `a, b, and c`, `a, b, or c`, `a, b, c`, or whole sentences beside each other. */
export interface Listed {
  list: readonly (string | Message)[];
  as: 'and' | 'or' | 'plain' | 'sentences';
}

/** What a place in a sentence is filled with. A string is a fact of its own or another side's words, and stays as it is. */
export type Param = string | number | Message | Moment | Listed;

/** A sentence as data: it crosses the wire, is stored, and becomes words only where it is shown (texts.ts). */
export interface Message {
  id: MessageId;
  params?: Readonly<Record<string, Param>> | undefined;
}

/** The arguments of each message by its English text: numbers where it counts or chooses a plural. */
type Args = {
  [Id in MessageId]: GetICUArgs<
    (typeof english)[Id],
    { ICUArgument: Param; ICUNumberArgument: number; ICUDateArgument: never }
  >;
};
export type ArgsOf<Id extends MessageId> = Args[Id];

/** The rest of a call that names a message: nothing where it has no arguments. */
export type Given<Id extends MessageId> = keyof ArgsOf<Id> extends never ? [] : [params: ArgsOf<Id>];

/** Makes a message. A wrong id, a missing argument and one of the wrong type do not compile. */
export function message<Id extends MessageId>(id: Id, ...given: Given<Id>): Message;
export function message(id: MessageId, params?: Message['params']): Message {
  return params === undefined ? { id } : { id, params };
}

/** Words that are not ours, such as a server's reply: shown as they are in every language. */
export const verbatim = (text: string): Message => message('verbatim', { text });

/** A sentence as data, or as words until its place makes a message of it. */
export type Words = Message | string;

/** A sentence as data, of what may still be words. */
export const asMessage = (words: Words): Message => (typeof words === 'string' ? verbatim(words) : words);

/** The same sentence with every text in its facts changed, at any depth: for hiding secrets and names, and for shortening. */
export function mapFacts<T extends Words>(words: T, change: (text: string) => string): T {
  if (typeof words === 'string') return change(words) as T;
  const { params } = words as Message;
  if (params === undefined) return words;
  const changed = Object.entries(params).map(([name, param]) => [name, mapParam(param, change)]);
  return { ...(words as Message), params: Object.fromEntries(changed) } as T;
}

function mapParam(param: Param, change: (text: string) => string): Param {
  if (typeof param === 'number') return param;
  if (typeof param === 'string') return change(param);
  // What is no date is shown as it is.
  if ('at' in param) return Number.isNaN(Date.parse(param.at)) ? { ...param, at: change(param.at) } : param;
  if ('list' in param) return { ...param, list: param.list.map((one) => mapFacts(one, change)) };
  return mapFacts(param, change);
}
