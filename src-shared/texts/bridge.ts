import { english } from './en/english';
import type { Words } from './message';
import { textsIn } from './texts';

const { words } = textsIn('en', english, { clock: 'language', days: 'language' });

/** English words of a message, for the places that still join words. It goes with the last of them. */
export const wordsOf = (message: Words): string => words(message);
