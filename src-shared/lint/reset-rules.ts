import { fieldOf, type KnownField, MAIL_TAB } from '../gluu/pages/pages';
import { page31 } from '../gluu/pages/pages-of-appliance';
import { resetVersions } from '../gluu/reset-versions';
import { treeVersions } from '../gluu/tree-versions';
import { everyVersion, spansWhere } from '../gluu/versions';
import { isLoopback } from '../model/host';
import { type Message, message } from '../texts/message';
import type { Form, LintFacts, LintRule } from './lint-rule';

const HOST_OF_URL = /^https?:\/\/(?:[^/?#@]*@)?(\[[^\]]{1,60}\]|[^:/?#]{1,253})/i;
const IS_ADDRESS = /^\d{1,3}(\.\d{1,3}){3}$|:/;
const TWO_HOURS = 7200; // PasswordResetAction, the submit step
const decrypting = spansWhere(resetVersions, ({ passwordMustDecrypt }) => passwordMustDecrypt);
const withFixedExpiry = spansWhere(resetVersions, ({ expiry }) => expiry === 'twoHours');
const withLinkBase = (key: string) => spansWhere(treeVersions, ({ linkBaseKey }) => linkBaseKey === key);
const smtpFields = page31.fields.filter(({ tab }) => tab === MAIL_TAB).map(({ id }) => id as KnownField);
const NOT_READ = message('lint.unchecked.configuration');

const bare = (host: string): string =>
  host
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '');

/** Names can be compared, addresses and the ends of tunnels cannot. */
const isName = (host: string): boolean => !isLoopback(host) && !IS_ADDRESS.test(host);

function linkHost({ facts: { linkBase, profileHost } }: Form, key: string) {
  if (linkBase === undefined) return undefined;
  const host = HOST_OF_URL.exec(linkBase.trim())?.[1];
  if (host === undefined) return { sentence: message('lint.L16.noAddress', { key }) };
  if (profileHost === undefined || !isName(bare(profileHost)) || bare(host) === bare(profileHost)) return undefined;
  return {
    sentence: message('lint.L16.otherHost', { host: bare(host), key, profileHost: bare(profileHost) }),
  };
}

/** What PasswordReminderAction.enabled() misses; a text counts as missing where it is null. */
function missing({ host, port, authentication, userName, password }: Form, passwordMustDecrypt: boolean): KnownField[] {
  const useless = password.kind === 'stored' && password.as === 'doesNotDecrypt' && passwordMustDecrypt;
  const wanted = [
    { field: 'smtpHost', missing: host === '' },
    { field: 'smtpPort', missing: port === 0 },
    { field: 'smtpUserName', missing: authentication && userName === '' },
    { field: 'smtpPassword', missing: authentication && (password.kind === 'none' || useless) },
  ] as const;
  return wanted.filter((each) => each.missing).map(({ field }) => field);
}

function notEnabled(form: Form, passwordMustDecrypt: boolean) {
  const names = form.reset ? missing(form, passwordMustDecrypt) : [];
  if (names.length === 0) return undefined;
  const labels = { list: names.map((field) => fieldOf(field).label), as: 'plain' as const };
  return { sentence: message('lint.L17', { fields: labels }) };
}

const tooLong = ({ facts: { resetExpirationSeconds } }: Form) => (resetExpirationSeconds ?? 0) > TWO_HOURS;
const unknown =
  (fact: keyof LintFacts, why: Message) =>
  ({ facts }: Form) =>
    facts[fact] === undefined ? why : undefined;

export const resetRules = {
  /**
   * The host in applianceUrl (4.x: applicationUrl) is not the host of this server’s profile. Gluu: builds the link in the
   * reset mail from that URL, not from the host the user asked.
   */
  L16: {
    field: 'passwordReset',
    reads: ['passwordReset'],
    source: 'oxTrust PasswordReminderAction.java; oxTrustConfApplication',
    cases: [
      { versions: withLinkBase('applianceUrl'), severity: 'warn', find: (form) => linkHost(form, 'applianceUrl') },
      { versions: withLinkBase('applicationUrl'), severity: 'warn', find: (form) => linkHost(form, 'applicationUrl') },
    ],
    unchecked: (form) =>
      unknown('linkBase', NOT_READ)(form) ??
      (form.facts.profileHost !== undefined && isName(bare(form.facts.profileHost))
        ? undefined
        : message('lint.unchecked.noName')),
  },
  /**
   * Self-Service Password Reset is enabled, and what it needs of the SMTP settings is not set. Gluu: tells users that
   * password reset is not enabled.
   */
  L17: {
    field: 'passwordReset',
    reads: ['passwordReset', ...smtpFields],
    source: 'oxTrust PasswordReminderAction.java (enabled)',
    cases: [
      { versions: decrypting, severity: 'bad', find: (form) => notEnabled(form, true) },
      { versions: everyVersion, severity: 'bad', find: (form) => notEnabled(form, false) },
    ],
  },
  /**
   * passwordResetRequestExpirationTime is more than two hours. Gluu: refuses the new password after two hours whatever is
   * set.
   */
  L18: {
    field: 'passwordReset',
    reads: ['passwordReset'],
    source: 'oxTrust version_3.1.2 to version_4.5.5 PasswordResetAction.java',
    cases: [
      {
        versions: withFixedExpiry,
        severity: 'warn',
        find: (form) =>
          tooLong(form)
            ? {
                sentence: message('lint.L18.fixed'),
              }
            : undefined,
      },
      {
        versions: everyVersion,
        severity: 'warn',
        find: (form) =>
          tooLong(form)
            ? {
                sentence: message('lint.L18.tooLong'),
              }
            : undefined,
      },
    ],
    unchecked: unknown('resetExpirationSeconds', NOT_READ),
  },
  /**
   * Self-Service Password Reset is enabled while several people share a mail address. Gluu: takes the first person it
   * finds with that address.
   */
  L19: {
    field: 'passwordReset',
    reads: ['passwordReset'],
    source: 'oxTrust PasswordReminderAction.java (findPersons, get(0))',
    cases: [
      {
        versions: everyVersion,
        severity: 'warn',
        find: ({ reset, facts: { sharedMails = 0 } }) =>
          reset && sharedMails > 0
            ? {
                sentence: message('lint.L19', { n: sharedMails }),
              }
            : undefined,
      },
    ],
    unchecked: unknown('sharedMails', message('lint.unchecked.mails')),
  },
} as const satisfies Record<string, LintRule>;
