import type { ProfileFailureCode } from '../model/failure';
import type { Sentences } from './sentences';

/** The sentences of these failures, as in failure-texts.ts. */
export const profileFailureTexts: Record<ProfileFailureCode, Sentences> = {
  'profiles.unreadable': {
    what: 'The file {file} could not be read.',
    todo: 'Check that it is there and that this user may read it. The system’s own words are below.',
  },
  'profiles.tooLarge': {
    what: 'The file {file} is larger than {limit}. It was not read.',
    why: 'An export of a thousand servers is smaller than that.',
    todo: 'Choose a file that this app exported.',
  },
  'profiles.notOurs': {
    what: 'The file {file} is not a valid export of servers. Nothing was imported.',
    why: '{why}',
    todo: 'Export the servers again, or choose another file.',
  },
  'profiles.newer': {
    what: 'The file {file} was exported by a newer version of this app. Nothing was imported.',
    why: 'Its form has version {found}; this app knows version {known}.',
    todo: 'Update the app, or export the servers with this version.',
  },
  'profiles.passphrase': {
    what: 'The secrets do not open with this passphrase.',
    why: 'A typing slip, or the file was changed after its export.',
    todo: 'Type the passphrase again, or import the servers without their secrets.',
  },
  'profiles.tampered': {
    what: 'The file was changed after its export: a secret in it belongs to another place. No secret was taken from it.',
    why: 'Of {server}: sealed for {sealedFor}, but the file now names {named}.',
    todo: 'Ask who gave you the file. The servers can be imported without secrets.',
  },
  'profiles.gone': {
    what: 'What was prepared has expired. Nothing was changed.',
    why: 'Another file was opened or another export was prepared since.',
    todo: 'Do it again.',
  },
  'profiles.changed': {
    what: 'The list of servers changed since the file was compared with it. Nothing was imported.',
    todo: 'Open the file again and look at the differences.',
  },
  'profiles.tooMany': {
    what: 'The list would have more than {limit} servers. Nothing was added to it.',
    todo: 'Remove some servers first, or add fewer.',
  },
};
