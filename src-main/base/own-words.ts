import { base } from '../../src-shared/texts/en/base';
import { failures } from '../../src-shared/texts/en/failures';
import { problems } from '../../src-shared/texts/en/problems';
import { ssh } from '../../src-shared/texts/en/ssh';
import { transfer } from '../../src-shared/texts/en/transfer';
import type { Message } from '../../src-shared/texts/message';
import { type Texts, textsIn } from '../../src-shared/texts/texts';
import type { AppError } from './app-error';

/**
 * The parts of the English catalogue that reasons and problems come from. All of it would be read at each start of the core,
 * which says next to nothing by itself.
 */
export const ownCatalogue = () => ({ ...base, ...failures, ...problems, ...ssh, ...transfer });

/** Made when it is needed first: ICU takes long to be set up, and most runs say nothing. */
let texts: Texts | undefined;

/** The words of a message where the console itself shows or prints them, outside the window. */
export const inWords = (message: Message): string => {
  texts ??= textsIn('en', ownCatalogue(), { clock: 'language', days: 'language' });
  return texts.say(message);
};

/** What is known of an error in the fewest words, e.g. for the log: the other side's own, or the reason, or else the code. */
export const briefly = ({ code, about: { detail, reason } }: AppError): string =>
  detail ?? (reason ? inWords(reason) : code);
