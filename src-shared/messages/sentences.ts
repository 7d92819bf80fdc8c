/** The sentences of one failure. */
export interface Sentences {
  /** What happened. */
  what: string;
  /** Why, most likely. */
  why?: string;
  /** What to do about it. */
  todo?: string;
}
