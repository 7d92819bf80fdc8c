import { english } from '../../src-shared/texts/en/english';
import type { Message } from '../../src-shared/texts/message';
import { textsIn } from '../../src-shared/texts/texts';
import type { AppError } from './app-error';

const { say } = textsIn('en', english, { clock: 'language', days: 'language' });

/** The words of a message where the console itself shows or prints them, outside the window. */
export const inWords = (message: Message): string => say(message);

/** What is known of an error in the fewest words, e.g. for the log: the other side's own, or the reason, or else the code. */
export const briefly = ({ code, about: { detail, reason } }: AppError): string =>
  detail ?? (reason ? inWords(reason) : code);
