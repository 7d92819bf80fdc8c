import type { Message } from '../../src-shared/texts/message';

/**
 * Something that a box says. Its facts may be anybody's words: boxWords shows them so that none looks like another line.
 * `gap`: an empty line. `row`: its fact `text` loses its middle where the line would wrap. `inside`: it belongs to the line above.
 * `quoted`: a text in rows that are each marked as part of it.
 */
export type BoxLine = Message | 'gap' | { row: Message } | { inside: Message } | { quoted: string };

/** A yes-or-no question that only the person at the computer can answer. */
export interface Question {
  /** What is asked, in one sentence. */
  message: Message;
  /** What it is about, one fact a line. */
  lines: readonly BoxLine[];
  /** The words on the button that says yes; the other one is Cancel, and Cancel is what Enter and Escape press. */
  yes: Message;
  /** A box that may be ticked, e.g. not to be asked again. */
  box?: Message;
}

export interface Answered {
  yes: boolean;
  boxTicked: boolean;
}

/** Asks outside the window, where no script of the page can answer. An aborted question is answered with no. */
export type Confirm = (question: Question, signal: AbortSignal) => Promise<Answered>;
