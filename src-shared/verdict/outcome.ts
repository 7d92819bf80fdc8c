import { type Message, message } from '../texts/message';

/** How sending ends, for the one who presses the button or waits for the mail. */
export const outcomes = ['sends', 'sendsInClear', 'fails', 'hangs', 'ignoresHost', 'cannotKnow'] as const;
export type Outcome = (typeof outcomes)[number];

/** The outcome in a few words, as a heading. */
export const outcomeLabel = (outcome: Outcome): Message => message(`verdict.outcome.${outcome}`);
