/** The history of writes: what this console wrote to which server, and how that is found, exported and rolled back. */
export const history = {
  'history.unusable.title': 'The history of writes cannot be used.',
  // `why`: the system's own words.
  'history.unusable.text':
    'Reason: {why}. The file is left as it is. Nothing is written to any server until it can be used: repair it or move it away, and start the app again.',
  'history.tampered.title': 'The history was changed outside this console.',
  'history.tampered.text': 'Entries after that may be wrong. New writes are still recorded.',
  // Why the chain of the history's lines does not hold: `line` is the number of a line in its file.
  'history.chain.changed': 'Line {line} was changed after it was written.',
  'history.chain.changedOrBefore': 'Line {line} was changed after it was written, and line {before} may have been.',
  'history.chain.noLine': 'Line {line} is not a complete line of this history.',
  'history.chain.moved': 'Line {line} has number {found}: lines are missing or were moved.',
  'history.chain.missing': 'The lines from {line} on are missing.',
} as const;
