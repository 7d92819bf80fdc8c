/** What a list of changes says of a secret in the place of its value. */
export const secretWords = {
  none: 'None',
  stored: 'Stored',
  /** The one that is about to be written. */
  typed: 'Typed',
  /** Brought back by a rollback. */
  earlier: 'The earlier one',
  /** Neither the one read nor the one written here. */
  another: 'Another one',
  /** Written where there was none, or in the place of another. */
  set: 'Set',
  replaced: 'Replaced',
} as const;
