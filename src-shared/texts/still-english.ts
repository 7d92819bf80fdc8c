import { english } from './en/english';
import type { Words } from './message';
import { textsIn } from './texts';

/** For places that still build strings of sentences that are data already. */
export const stillEnglish: (words: Words) => string = textsIn('en', english, {
  clock: 'language',
  days: 'language',
}).words;
