import { isAscii } from '../base/ascii';
import { everyVersion, spansWhere } from '../gluu/versions';
import { mailAddressProblem } from '../model/mail-address';
import type { StoredPassword } from '../model/organization';
import { wordsOf } from '../texts/bridge';
import { senderNames, versionFamilies } from '../verdict/gluu-versions';
import { mailCodes } from '../verdict/mail-code';
import type { Form, LintRule } from './lint-rule';

const isAddress = (text: string): boolean => mailAddressProblem(text) === undefined;
const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();
const SPECIAL = /["',;:<>()[\]\\@]/; // what a display name must be quoted for, RFC 5322 section 3.2.3, and the apostrophe

/** Whether a password is a row of dots or stars: what a page shows in its place, saved by mistake. */
export const looksLikeMask = (password: string): boolean => /^[*•●⬤∙·]{3,}$/u.test(password);

const sendAsLogin = ({ userName }: Form) =>
  isAddress(userName) ? { label: `Send as ${userName}`, set: { smtpFromEmail: userName } } : undefined;

/** From 3.1.1 on the address goes into `props.put`, which throws for null. */
const refusesNullFrom = spansWhere(versionFamilies, ({ reset }) => mailCodes[reset].refusesNullFrom);
const nameIs = (...ways: (typeof senderNames)[number]['name'][]) =>
  spansWhere(senderNames, ({ name }) => ways.includes(name));

function fromProblem(form: Form, whenEmpty: string) {
  if (form.host === '') return undefined;
  const remedy = sendAsLogin(form);
  if (form.fromEmail === '') return { sentence: whenEmpty, remedy };
  const problem = mailAddressProblem(form.fromEmail);
  return problem && { sentence: wordsOf(problem), remedy };
}

/** Why the salt kept here does not tell what the stored password is. */
const whyUnchecked: Partial<Record<StoredPassword, string>> = {
  noSalt: 'This server’s salt is not known here.',
  wrongSalt: 'This server’s own configuration speaks against the salt kept here.',
  doesNotDecryptUnproved: 'The salt kept here cannot be proved to be this server’s.',
};

export const senderRules = {
  L07: {
    field: 'smtpFromEmail',
    reads: ['smtpFromEmail', 'smtpUserName', 'smtpAuthentication'],
    detection: 'The domain of From Email Address is not that of the SMTP User Name.',
    gluu: 'Uses the same sender for the test and for the reset mail.',
    source: 'RFC 6409 section 6.1 (a submission server may enforce the sender)',
    cases: [
      {
        versions: everyVersion,
        severity: 'warn',
        find: (form) => {
          const { authentication, userName, fromEmail } = form;
          if (!authentication || !userName.includes('@') || !isAddress(fromEmail)) return undefined;
          if (domainOf(userName) === domainOf(fromEmail)) return undefined;
          return {
            sentence: 'The sender’s domain is not that of the login. Many mail servers refuse such a sender.',
            remedy: sendAsLogin(form),
          };
        },
      },
    ],
  },
  L08: {
    field: 'smtpFromEmail',
    reads: ['smtpHost', 'smtpFromEmail', 'smtpUserName'],
    detection: 'From Email Address is empty or no mail address.',
    gluu: 'Sending ends in an error page before anything is tried (from 3.1.1 on), or the mail server refuses the sender.',
    source: 'oxCore version_3.1.2 MailService.java (props.put outside the try block)',
    cases: [
      {
        versions: refusesNullFrom,
        severity: 'bad',
        find: (form) => fromProblem(form, 'Without From Email Address, sending ends in an error page.'),
      },
      {
        versions: everyVersion,
        severity: 'bad',
        find: (form) => fromProblem(form, 'Without From Email Address, the mail has no valid sender.'),
      },
    ],
  },
  L09: {
    field: 'smtpFromName',
    reads: ['smtpFromName'],
    detection: 'From Name has quotes, a comma, another sign with a special meaning, or letters beyond ASCII.',
    gluu: 'Up to 3.1.0 puts it unquoted before the address. 3.1.1 leaves it out. From 3.1.2 on it is quoted or encoded; the mails of 3.1.2 do not say in which character set they are.',
    source: 'oxTrust version_3.1.0 MailUtils.java; oxCore version_3.1.1 to version_3.1.3 MailService.java',
    cases: [
      {
        versions: nameIs('unquoted'),
        severity: 'warn',
        find: ({ fromName }) =>
          SPECIAL.test(fromName) || !isAscii(fromName)
            ? { sentence: 'This version puts the name into the header as it is: quotes, commas and accents break it.' }
            : undefined,
      },
      {
        versions: nameIs('withoutCharset'),
        severity: 'warn',
        find: ({ fromName }) =>
          isAscii(fromName)
            ? undefined
            : {
                sentence:
                  'The mails of this version declare no character set: letters beyond ASCII can arrive garbled.',
              },
      },
      {
        versions: nameIs('withoutCharset', 'encoded'),
        severity: 'info',
        find: ({ fromName }) =>
          SPECIAL.test(fromName) || !isAscii(fromName)
            ? {
                sentence: 'Some mail programs show quotes, commas and letters beyond ASCII in a sender’s name wrongly.',
              }
            : undefined,
      },
    ],
  },
  L10: {
    field: 'smtpUserName',
    reads: ['smtpUserName', 'smtpAuthentication', 'smtpFromEmail'],
    detection: 'Requires Authentication is on and SMTP User Name is empty.',
    gluu: 'JavaMail refuses before it connects, and password reset counts as not enabled.',
    source: 'oxTrust PasswordReminderAction.java (enabled); javax.mail SMTPTransport.java (protocolConnect)',
    cases: [
      {
        versions: everyVersion,
        severity: 'bad',
        find: ({ authentication, userName, fromEmail }) =>
          authentication && userName === ''
            ? {
                sentence:
                  'Requires Authentication is on without SMTP User Name: Gluu counts password reset as not enabled.',
                remedy: isAddress(fromEmail)
                  ? { label: `Log in as ${fromEmail}`, set: { smtpUserName: fromEmail } }
                  : undefined,
              }
            : undefined,
      },
    ],
  },
  L11: {
    field: 'smtpPassword',
    reads: ['smtpPassword', 'smtpAuthentication'],
    detection: 'The stored password does not decrypt with this server’s salt.',
    gluu: 'Logs in without a password, and fails.',
    source: 'oxCore StringEncrypter.java; oxTrust issue 708',
    cases: [
      {
        versions: everyVersion,
        severity: 'bad',
        find: ({ authentication, password }) =>
          authentication && password.kind === 'stored' && password.as === 'doesNotDecrypt'
            ? {
                sentence:
                  'This server’s salt cannot decrypt the stored password, so Gluu sends none and the login fails. Enter it again.',
              }
            : undefined,
      },
    ],
    unchecked: ({ password }) => (password.kind === 'stored' ? whyUnchecked[password.as] : undefined),
  },
  L12: {
    field: 'smtpPassword',
    reads: ['smtpPassword'],
    detection: 'The password is a row of stars or dots.',
    gluu: 'Sends it as the password.',
    source: 'A page or a script that shows stars in the password’s place and saves what it shows',
    cases: [
      {
        versions: everyVersion,
        severity: 'bad',
        find: ({ password, facts }) =>
          (password.kind === 'typed' && looksLikeMask(password.value)) ||
          (password.kind === 'stored' && facts.storedPasswordIsMask === true)
            ? { sentence: 'The password is a row of stars or dots, as a page shows it. Enter the password itself.' }
            : undefined,
      },
    ],
    unchecked: ({ password, facts }) =>
      password.kind === 'stored' && facts.storedPasswordIsMask === undefined
        ? 'The stored password was not read.'
        : undefined,
  },
  L20: {
    field: 'smtpPassword',
    reads: ['smtpPassword'],
    detection: 'The password has letters beyond ASCII, in 4.2.3.',
    gluu: 'Sends it in ISO 8859-1, and a server that expects UTF-8 refuses the login.',
    source:
      'oxCore version_4.2.3 StringEncrypter.java, JavaMail 1.4.7 ASCIIUtility.java; before 4.2.3 the two faults cancel out',
    cases: [
      {
        versions: spansWhere(
          versionFamilies,
          ({ decryptsTo, service }) => decryptsTo === 'utf8' && mailCodes[service].library === 'javaMail14',
        ),
        severity: 'bad',
        find: ({ password }) =>
          (password.kind === 'typed' && !isAscii(password.value)) ||
          (password.kind === 'stored' && password.as === 'decryptsNonAscii')
            ? {
                sentence:
                  'The SMTP Password has characters outside ASCII, which Gluu 4.2.3 sends in ISO 8859-1. Most servers will refuse it.',
              }
            : undefined,
      },
    ],
    unchecked: ({ password }) => (password.kind === 'stored' ? whyUnchecked[password.as] : undefined),
  },
} as const satisfies Record<string, LintRule>;
