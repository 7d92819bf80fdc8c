import { type BoxWords, boxWords } from '../../src-main/guard/box-words';
import type { Question } from '../../src-main/guard/confirm';
import { english } from '../../src-shared/texts/en/english';
import { type Listed, type Message, message } from '../../src-shared/texts/message';
import { textsIn } from '../../src-shared/texts/texts';

/** The English sentences, with dates as English writes them. */
export const texts = textsIn('en', english, { clock: 'language', days: 'language' });

/** A question of a box in English, as it is shown. */
export const boxInEnglish = (question: Question): BoxWords => boxWords(question, texts);

/** Makes an English sentence of a message, by its id or as data. */
export const { say } = texts;

const isMessage = (value: object): value is Message =>
  'id' in value &&
  typeof value.id === 'string' &&
  Object.hasOwn(english, value.id) &&
  Object.keys(value).every((key) => key === 'id' || key === 'params');

const isListed = (value: object): value is Listed =>
  'list' in value && 'as' in value && Array.isArray(value.list) && Object.keys(value).length === 2;

/** What a value becomes where each message in it is an English sentence. */
export type InEnglish<T> = T extends Message | Listed
  ? string
  : T extends (infer U)[]
    ? InEnglish<U>[]
    : T extends object
      ? { [K in keyof T]: InEnglish<T[K]> }
      : T;

/** Makes an English sentence of each message in a value, at any depth, so that a test can say what the user reads. */
export function inEnglish<T>(value: T): InEnglish<T> {
  if (Array.isArray(value)) return value.map(inEnglish) as InEnglish<T>;
  if (typeof value !== 'object' || value === null) return value as InEnglish<T>;
  if (isMessage(value)) return say(value) as InEnglish<T>;
  if (isListed(value)) return say(message('verbatim', { text: value })) as InEnglish<T>;
  const plain = Object.getPrototypeOf(value) === Object.prototype;
  if (!plain) return value as InEnglish<T>;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inEnglish(one)])) as InEnglish<T>;
}

/** For `toEqual` and `toMatchObject`: a message, or words, that say exactly this text in English or match this pattern. */
export const saying = (wanted: string | RegExp): unknown => ({
  asymmetricMatch(value: unknown): boolean {
    const said = inEnglish(value);
    if (typeof said !== 'string') return false;
    return typeof wanted === 'string' ? said === wanted : wanted.test(said);
  },
  toString: () => `saying ${String(wanted)}`,
});
