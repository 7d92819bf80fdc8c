import { english } from '../../src-shared/texts/en/english';
import type { Message } from '../../src-shared/texts/message';
import { textsIn } from '../../src-shared/texts/texts';

const { say } = textsIn('en', english, { clock: 'language', days: 'language' });

/** The words of a message where the console itself shows or prints them, outside the window. */
export const inWords = (message: Message): string => say(message);
