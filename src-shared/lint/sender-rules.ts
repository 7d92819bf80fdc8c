import { isAscii } from '../base/ascii';
import { everyVersion, spansWhere } from '../gluu/versions';
import { mailAddressProblem } from '../model/mail-address';
import type { StoredPassword } from '../model/organization';
import { type Message, message } from '../texts/message';
import { senderNames, versionFamilies } from '../verdict/gluu-versions';
import { mailCodes } from '../verdict/mail-code';
import type { Form, LintRule } from './lint-rule';

const isAddress = (text: string): boolean => mailAddressProblem(text) === undefined;
const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();
const SPECIAL = /["',;:<>()[\]\\@]/; // what a display name must be quoted for, RFC 5322 section 3.2.3, and the apostrophe

/** Whether a password is a row of dots or stars: what a page shows in its place, saved by mistake. */
export const looksLikeMask = (password: string): boolean => /^[*•●⬤∙·]{3,}$/u.test(password);

const sendAsLogin = ({ userName }: Form) =>
  isAddress(userName)
    ? { label: message('lint.do.sendAs', { address: userName }), set: { smtpFromEmail: userName } }
    : undefined;

/** From 3.1.1 on the address goes into `props.put`, which throws for null. */
const refusesNullFrom = spansWhere(versionFamilies, ({ reset }) => mailCodes[reset].refusesNullFrom);
const nameIs = (...ways: (typeof senderNames)[number]['name'][]) =>
  spansWhere(senderNames, ({ name }) => ways.includes(name));

function fromProblem(form: Form, whenEmpty: Message) {
  if (form.host === '') return undefined;
  const problem = form.fromEmail === '' ? whenEmpty : mailAddressProblem(form.fromEmail);
  return problem && { sentence: problem, remedy: sendAsLogin(form) };
}

/** Why the salt kept here does not tell what the stored password is. */
const whyUnchecked: Partial<Record<StoredPassword, Message>> = {
  noSalt: message('lint.unchecked.noSalt'),
  wrongSalt: message('lint.unchecked.wrongSalt'),
  doesNotDecryptUnproved: message('lint.unchecked.saltUnproved'),
};

export const senderRules = {
  /**
   * The domain of From Email Address is not that of the SMTP User Name. Gluu: uses the same sender for the test and for
   * the reset mail.
   */
  L07: {
    field: 'smtpFromEmail',
    reads: ['smtpFromEmail', 'smtpUserName', 'smtpAuthentication'],
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
            sentence: message('lint.L07'),
            remedy: sendAsLogin(form),
          };
        },
      },
    ],
  },
  /**
   * From Email Address is empty or no mail address. Gluu: sending ends in an error page before anything is tried (from
   * 3.1.1 on), or the mail server refuses the sender.
   */
  L08: {
    field: 'smtpFromEmail',
    reads: ['smtpHost', 'smtpFromEmail', 'smtpUserName'],
    source: 'oxCore version_3.1.2 MailService.java (props.put outside the try block)',
    cases: [
      {
        versions: refusesNullFrom,
        severity: 'bad',
        find: (form) => fromProblem(form, message('lint.L08.errorPage')),
      },
      {
        versions: everyVersion,
        severity: 'bad',
        find: (form) => fromProblem(form, message('lint.L08.noSender')),
      },
    ],
  },
  /**
   * From Name has quotes, a comma, another sign with a special meaning, or letters beyond ASCII. Gluu: up to 3.1.0 puts it
   * unquoted before the address. 3.1.1 leaves it out. From 3.1.2 on it is quoted or encoded; the mails of 3.1.2 do not say
   * in which character set they are.
   */
  L09: {
    field: 'smtpFromName',
    reads: ['smtpFromName'],
    source: 'oxTrust version_3.1.0 MailUtils.java; oxCore version_3.1.1 to version_3.1.3 MailService.java',
    cases: [
      {
        versions: nameIs('unquoted'),
        severity: 'warn',
        find: ({ fromName }) =>
          SPECIAL.test(fromName) || !isAscii(fromName) ? { sentence: message('lint.L09.unquoted') } : undefined,
      },
      {
        versions: nameIs('withoutCharset'),
        severity: 'warn',
        find: ({ fromName }) =>
          isAscii(fromName)
            ? undefined
            : {
                sentence: message('lint.L09.noCharset'),
              },
      },
      {
        versions: nameIs('withoutCharset', 'encoded'),
        severity: 'info',
        find: ({ fromName }) =>
          SPECIAL.test(fromName) || !isAscii(fromName)
            ? {
                sentence: message('lint.L09.shownWrongly'),
              }
            : undefined,
      },
    ],
  },
  /**
   * Requires Authentication is on and SMTP User Name is empty. Gluu: javaMail refuses before it connects, and password
   * reset counts as not enabled.
   */
  L10: {
    field: 'smtpUserName',
    reads: ['smtpUserName', 'smtpAuthentication', 'smtpFromEmail'],
    source: 'oxTrust PasswordReminderAction.java (enabled); javax.mail SMTPTransport.java (protocolConnect)',
    cases: [
      {
        versions: everyVersion,
        severity: 'bad',
        find: ({ authentication, userName, fromEmail }) =>
          authentication && userName === ''
            ? {
                sentence: message('lint.L10'),
                remedy: isAddress(fromEmail)
                  ? { label: message('lint.do.logInAs', { address: fromEmail }), set: { smtpUserName: fromEmail } }
                  : undefined,
              }
            : undefined,
      },
    ],
  },
  /** The stored password does not decrypt with this server’s salt. Gluu: logs in without a password, and fails. */
  L11: {
    field: 'smtpPassword',
    reads: ['smtpPassword', 'smtpAuthentication'],
    source: 'oxCore StringEncrypter.java; oxTrust issue 708',
    cases: [
      {
        versions: everyVersion,
        severity: 'bad',
        find: ({ authentication, password }) =>
          authentication && password.kind === 'stored' && password.as === 'doesNotDecrypt'
            ? {
                sentence: message('lint.L11'),
              }
            : undefined,
      },
    ],
    unchecked: ({ password }) => (password.kind === 'stored' ? whyUnchecked[password.as] : undefined),
  },
  /** The password is a row of stars or dots. Gluu: sends it as the password. */
  L12: {
    field: 'smtpPassword',
    reads: ['smtpPassword'],
    source: 'A page or a script that shows stars in the password’s place and saves what it shows',
    cases: [
      {
        versions: everyVersion,
        severity: 'bad',
        find: ({ password, facts }) =>
          (password.kind === 'typed' && looksLikeMask(password.value)) ||
          (password.kind === 'stored' && facts.storedPasswordIsMask === true)
            ? { sentence: message('lint.L12') }
            : undefined,
      },
    ],
    unchecked: ({ password, facts }) =>
      password.kind === 'stored' && facts.storedPasswordIsMask === undefined
        ? message('lint.unchecked.password')
        : undefined,
  },
  /**
   * The password has letters beyond ASCII, in 4.2.3. Gluu: sends it in ISO 8859-1, and a server that expects UTF-8 refuses
   * the login.
   */
  L20: {
    field: 'smtpPassword',
    reads: ['smtpPassword'],
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
                sentence: message('lint.L20'),
              }
            : undefined,
      },
    ],
    unchecked: ({ password }) => (password.kind === 'stored' ? whyUnchecked[password.as] : undefined),
  },
} as const satisfies Record<string, LintRule>;
