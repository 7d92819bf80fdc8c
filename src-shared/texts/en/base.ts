/** What stands everywhere: other sides' own words, lists, moments, and what is said where a message is not known. */
export const base = {
  // Words that are not ours: a server's reply, a name, an entry of an earlier version.
  verbatim: '{text}',
  'unknown.message': '(a message this version does not know: {id})',
  'unknown.value': '(not known)',

  // Words that are the same everywhere: on buttons, in empty fields, and as the state of a switch.
  'word.cancel': 'Cancel',
  'word.close': 'Close',
  'word.save': 'Save',
  'word.saveAndCheck': 'Save and check',
  'word.copy': 'Copy',
  'word.reload': 'Reload',
  'word.remove': 'Remove',
  'word.discard': 'Discard',
  'word.keepEditing': 'Keep editing',
  'word.showAll': 'Show all',
  'word.trustCertificate': 'Trust this certificate',
  'word.optional': 'optional',
  'word.on': 'On',
  'word.off': 'Off',
} as const;
