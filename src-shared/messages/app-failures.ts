import type { FailureCode } from '../model/failure';
import { testStopLabels } from '../model/smtp-test';
import type { Sentences } from './sentences';

/** What this app refuses or cannot do by itself: input, consent, files, the keychain. */
export const appFailureTexts = {
  'input.invalid': { what: 'Some values cannot be used.', todo: 'Check the marked fields.' },
  'work.cancelled': { what: 'Cancelled.' },
  'server.unknown': { what: 'This server is no longer in the list.' },
  'server.readOnly': {
    what: 'This server is read-only in this console.',
    todo: 'Press Allow writing in its header.',
  },
  'app.locked': { what: 'The console is locked.', todo: 'Unlock it, then do it again.' },
  'place.notAllowed': {
    what: 'Nothing was sent: you have not allowed this console to connect to {place}.',
    todo: 'Do it again and choose Connect if the place is right.',
  },
  'place.tooMany': {
    what: 'Nothing was sent to {place}, and you were not asked: too many places were refused within a minute.',
    why: 'Something may be trying one place after the other.',
    todo: 'Wait a minute and do it again.',
  },
  'write.notConfirmed': { what: 'You did not confirm, so nothing was written.' },
  'write.changed': {
    what: 'It changed in the meantime, so nothing was done.',
    todo: 'Look at it again, then do it again.',
  },
  'dialog.open': {
    what: 'Nothing was done: another question or file dialog of this console is still open.',
    todo: 'Answer it, then do it again.',
  },
  'confirm.tooMany': {
    what: 'Nothing was done, and you were not asked: you said no to too many questions within a minute.',
    why: 'Something may be asking one question after the other.',
    todo: 'Wait a minute and do it again.',
  },
  'mail.notAllowed': {
    what: 'Nothing was sent: you have not allowed this console to send mail to {to}.',
    todo: 'Do it again and confirm the recipient if the address is right.',
  },
  'mail.tooMany': {
    what: 'This mail was not sent: at most {limit} mails a minute go out from this console.',
    why: 'As many were begun within the last minute, by you or by something that acts in your place.',
    todo: 'Wait {seconds} s and do it again.',
  },
  'mail.tooManyProbes': {
    what: 'The mail server was not tested: this console tries at most {limit} logins and recipients a minute.',
    why: 'As many were tried within the last minute, by you or by something that acts in your place.',
    todo: `Wait {seconds} s and do it again, or choose “${testStopLabels.connect}”, which is not counted.`,
  },
  'folder.inUse': {
    what: 'The folder {folder} is in use by {holder}.',
    why: 'One process at a time may write the list of servers and the History.',
    todo: 'Close that one first, then do it again.',
  },
  'folder.unusable': {
    what: 'The folder {folder} cannot be used.',
    why: 'It may not be writable, or lie where no local socket can be made.',
    todo: 'Make it writable, or start with another folder (--user-data-dir).',
  },
  'file.unwritable': {
    what: 'The file {file} could not be written. What was there before is intact.',
    why: 'The disk may be full, or the folder may not be writable.',
    todo: 'Make room or permissions, then do it again.',
  },
  'file.newer': {
    what: 'The file {file} was written by a newer version of this app.',
    why: 'Writing it with this version would lose what the newer one keeps in it.',
    todo: 'Update the app.',
  },
  'keychain.locked': {
    what: 'The keychain of this computer is locked.',
    why: 'The secret is there, but the system does not hand it out.',
    todo: 'Unlock the keychain, then try again.',
  },
  'keychain.waiting': {
    what: 'The keychain asked for its password, and nobody answered.',
    todo: 'Look for the system’s own prompt, answer it and try again.',
  },
  'keychain.failed': {
    what: 'The keychain of this computer failed.',
    todo: 'Try again. The system’s own words are below.',
  },
  'secret.missing': {
    what: 'No password is stored.',
    why: 'It was never typed, the keychain was replaced, or without a keychain it was lost when the console ended or was locked.',
    todo: 'Edit the server and type it.',
  },
  'secret.bound': {
    what: 'The stored secret was typed for another place and was not used.',
    why: 'Host, port, encryption, user or route changed since, in the profile or in ~/.ssh/config, or an earlier version kept only the alias. A secret goes only where it was meant to go.',
    todo: 'Type it again for this place.',
  },
  'secret.unusable': { what: 'The stored secret cannot be used.', why: '{why}', todo: 'Type it again.' },
  internal: {
    what: 'A fault of this app. It was written to its log.',
    todo: 'Try again, and report it if it comes back.',
  },
} satisfies Partial<Record<FailureCode, Sentences>>;
