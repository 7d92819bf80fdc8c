/** How sending ends, for the one who presses the button or waits for the mail. */
export const outcomes = ['sends', 'sendsInClear', 'fails', 'hangs', 'ignoresHost', 'cannotKnow'] as const;
export type Outcome = (typeof outcomes)[number];

/** The outcome in a few words, as a heading. */
export const outcomeLabels: Record<Outcome, string> = {
  sends: 'Sends',
  sendsInClear: 'Sends unencrypted',
  fails: 'Fails',
  hangs: 'Hangs',
  ignoresHost: 'Ignores your host',
  cannotKnow: 'Cannot know',
};
