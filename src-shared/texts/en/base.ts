/** What stands everywhere: other sides' own words, lists, moments, and what is said where a message is not known. */
export const base = {
  // Words that are not ours: a server's reply, a name, an entry of an earlier version.
  verbatim: '{text}',
  'unknown.message': '(a message this version does not know: {id})',
  'unknown.value': '(not known)',
} as const;
