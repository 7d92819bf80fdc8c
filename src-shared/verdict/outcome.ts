/** How sending ends, for the one who presses the button or waits for the mail. */
export const outcomes = ['sends', 'sendsInClear', 'fails', 'hangs', 'ignoresHost', 'cannotKnow'] as const;
export type Outcome = (typeof outcomes)[number];
