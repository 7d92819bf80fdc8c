import type { Message } from '../texts/message';

/** The sentences of one failure. */
export interface Sentences {
  /** What happened. */
  what: Message;
  /** Why, most likely. */
  why?: Message;
  /** What to do about it. */
  todo?: Message;
}
