/** What can go wrong when profiles go out to a file or come in from one. `what` happened, `why` most likely, and what `todo` about it. */
export const failuresProfiles = {
  'failure.profiles.unreadable.what': 'The file {file} could not be read.',
  'failure.profiles.unreadable.why': '{why}',
  'failure.profiles.unreadable.todo':
    'Check that it exists and that you may read it. The system’s own words are below.',
  'failure.profiles.tooLarge.what': 'The file {file} is larger than {limit} MB. It was not read.',
  'failure.profiles.tooLarge.why': 'An export of a thousand servers is smaller than that.',
  'failure.profiles.tooLarge.todo': 'Choose a file that this app exported.',
  'failure.profiles.notOurs.what': 'The file {file} is not a valid export of servers. Nothing was imported.',
  'failure.profiles.notOurs.why': '{why}',
  'failure.profiles.notOurs.todo': 'Export the servers again, or choose another file.',
  'failure.profiles.newer.what': 'The file {file} was exported by a newer version of this app. Nothing was imported.',
  'failure.profiles.newer.why': 'Its format has version {found}; this app reads version {known}.',
  'failure.profiles.newer.todo': 'Update the app, or export the servers with this version.',
  'failure.profiles.passphrase.what': 'This passphrase does not open the secrets.',
  'failure.profiles.passphrase.why': 'It was mistyped, or the file was changed after its export.',
  'failure.profiles.passphrase.todo': 'Type the passphrase again, or import the servers without their secrets.',
  'failure.profiles.tampered.what':
    'The file was changed after its export: a secret in it belongs to another place. No secret was imported.',
  'failure.profiles.tampered.why': 'The secret of {server} is sealed for {sealedFor}, but the file now names {named}.',
  'failure.profiles.tampered.todo': 'Ask the person who gave you the file. You can import the servers without secrets.',
  'failure.profiles.gone.what': 'The prepared import or export has expired. Nothing was changed.',
  'failure.profiles.gone.why': 'Since then, another file was opened or another export was prepared.',
  'failure.profiles.gone.todo': 'Start again.',
  'failure.profiles.changed.what':
    'The list of servers has changed since the file was compared with it. Nothing was imported.',
  'failure.profiles.changed.todo': 'Open the file again and look at the differences.',
  'failure.profiles.tooMany.what': 'The list would have more than {limit} servers. Nothing was added to it.',
  'failure.profiles.tooMany.todo': 'Remove some servers first, or add fewer.',
} as const;
