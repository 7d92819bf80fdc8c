/** A yes-or-no question that only the person at the computer can answer. */
export interface Question {
  /** What is asked, in one sentence. */
  message: string;
  /** What it is about, one fact a line. */
  lines: readonly string[];
  /** The words on the button that says yes; the other one is Cancel, and Cancel is what Enter and Escape press. */
  yes: string;
  /** A box that may be ticked, e.g. not to be asked again. */
  box?: string;
}

export interface Answered {
  yes: boolean;
  boxTicked: boolean;
}

/** Asks outside the window, where no script of the page can answer. An aborted question is answered with no. */
export type Confirm = (question: Question, signal: AbortSignal) => Promise<Answered>;
