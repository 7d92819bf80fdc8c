import type { FailureCode } from '../model/failure';
import type { Sentences } from './sentences';

/** What can go wrong with mail servers and mailboxes. */
export const mailFailureTexts = {
  'smtp.passwordUnreadable': {
    what: 'The stored SMTP password does not decrypt with this server’s salt.',
    why: 'It was encrypted with another one, or it is damaged. The salt kept here is proved to be this server’s.',
    todo: 'Choose Replace and type the SMTP password, then Update.',
  },
  'smtp.passwordDamaged': {
    what: 'The stored SMTP password decrypts to a damaged text: its bytes are not UTF-8.',
    why: 'It was stored by other software, in another encoding. Gluu up to 4.2.2 sends the bytes as they are; later versions send U+FFFD for those that are no text.',
    todo: 'Choose Replace and type the SMTP password, then Update.',
  },
  'smtp.passwordUnopened': {
    what: 'The stored SMTP password does not decrypt with the salt kept here.',
    why: 'Whether that is this server’s salt cannot be proved. {why} So the password or the salt may be the wrong one.',
    todo: 'Compare the salt with /etc/gluu/conf/salt on this server first. Replace the password only if it is the same.',
  },
  'smtp.clearText': {
    what: 'The password of {user} would be sent unencrypted. Stopped before connecting.',
    why: 'Requires SSL is off. The Gluu Server itself would send the password unencrypted.',
    todo: 'Turn Requires SSL on; or do it again and allow it when you are asked.',
  },
  // A finding of src-shared/diagnosis, in its own sentences.
  'smtp.failed': { what: '{title}.', why: '{explanation}', todo: '{remedy}' },
  'mailbox.none': {
    what: 'No mailbox is set up here.',
    todo: 'Enter its IMAP server, user and password first.',
  },
  'imap.clearText': {
    what: 'The password of {user} would be sent to the mailbox unencrypted. Stopped before connecting.',
    todo: 'Choose TLS or STARTTLS; or do it again and allow it when you are asked.',
  },
  'imap.silent': {
    what: 'Connected, but the server never sent an IMAP greeting.',
    why: 'It is no IMAP server, or one that is overloaded.',
    todo: 'Check host and port, and try again later.',
  },
  'imap.notImap': { what: 'What answers on {thisPort} does not speak IMAP correctly.', todo: 'Check host and port.' },
  'imap.unavailable': {
    what: 'The mailbox server turned the connection away.',
    why: 'Too many connections, a block list, or maintenance.',
    todo: 'Its own words are below. Wait some minutes and try again.',
  },
  'imap.startTlsMissing': {
    what: 'The mailbox server does not carry out STARTTLS on {thisPort}. The password was not sent.',
    why: 'It does not offer it here, or something in between takes it away.',
    todo: 'Use port 993 with TLS from the start.',
  },
  'imap.injection': {
    what: 'Unencrypted bytes came behind the answer to STARTTLS. The connection was ended, the password was not sent.',
    why: 'Somebody between this workstation and the mailbox server may be tampering with the connection.',
    todo: 'Use port 993 with TLS from the start, and have the network looked at.',
  },
  'imap.loginDisabled': {
    what: 'The mailbox server takes no user name and password on this connection. The password was not sent.',
    why: 'It wants encryption first, or another kind of login.',
    todo: 'Choose TLS or STARTTLS. A provider that allows only its own sign-in may offer app passwords.',
  },
  'imap.credentials': {
    what: 'The mailbox server does not accept this user name and password.',
    why: 'The full address may be wanted as user name, IMAP may be off for the account, or the provider wants an app password.',
    todo: 'Check both, then try again.',
  },
  'imap.loginRefused': { what: 'The mailbox server refused the login for now.', todo: 'Its own words are below.' },
  'imap.refused': { what: 'The mailbox server refused a request.', todo: 'Its own words are below.' },
  'imap.noReply': {
    what: 'The mailbox server did not reply in time.',
    why: 'It is overloaded or hangs.',
    todo: 'Try again.',
  },
  'imap.tooMuch': {
    what: 'The mailbox server sent more than {limit}. The connection was ended.',
    todo: 'Check that this is the right server.',
  },
} satisfies Partial<Record<FailureCode, Sentences>>;
