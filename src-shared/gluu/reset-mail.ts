import { type Message, message } from '../texts/message';
import type { ResetRules } from './reset-versions';

/** What oxTrust puts into the mail; null is Java's null. */
export interface ResetMailValues {
  givenName: string | null;
  organizationName: string | null;
  link: string;
  /** passwordResetRequestExpirationTime; where it is missing Java has 0. */
  expirationSeconds: number;
}

export interface ResetMail {
  subject: string;
  plain: string;
  /** Absent where that version sends plain text only. Hostile: its values stand in it as they are stored. */
  html?: string;
}

const MARKUP = /[<>&"']/;

/**
 * The mail as that version builds it. Sources: oxTrust PasswordReminderAction.java (up to 3.1.1 the text is in the code, put
 * together by String.format, which writes `null`), oxtrust_en.properties from 3.1.2 on (put together by the expression
 * language, which writes nothing for null). Neither escapes anything.
 */
export function resetMail({ mail }: ResetRules, values: ResetMailValues): ResetMail {
  return mail === 'fixed' ? fixedMail(values) : bundleMail(values, mail === 'bundleWithTime');
}

const asked =
  'We received a request to reset your password. You may click the button below to choose your new password.';
const ignore = 'If you did not make this request, you can safely ignore this message.';
const button = (link: string): string => `<a href='${link}'> <button>Reset Password</button></a>`;
const subjectFor = (organization: string): string => `Password reset was requested at ${organization} identity server`;

function fixedMail({ givenName, organizationName, link }: ResetMailValues): ResetMail {
  return {
    subject: subjectFor(String(organizationName)),
    plain: `Hello ${givenName}\n\n${asked}\n${ignore} \n\n${button(link)}`,
  };
}

function bundleMail({ givenName, link, expirationSeconds }: ResetMailValues, withTime: boolean): ResetMail {
  // Whole minutes, cut: 59 seconds are 0 minutes there.
  const time = withTime ? `\n\n${Math.trunc(expirationSeconds / 60)} minute(s)` : '';
  const body = `Hello ${givenName ?? ''}\n\n${asked}\n${ignore}\n\n ${button(link)}${time}`;
  return { subject: subjectFor(''), plain: body, html: body }; // the subject names a variable that is bound nowhere
}

/** What is odd about the mail of that version, and about these values in it. */
export function mailQuirks(
  { mail }: ResetRules,
  { givenName, organizationName, expirationSeconds }: ResetMailValues,
): Message[] {
  const isFixed = mail === 'fixed';
  const seen = {
    subjectBlank: !isFixed,
    plainOnly: isFixed,
    buttonCode: mail === 'bundle',
    noLineBreaks: mail === 'bundle',
    wording: mail === 'bundleWithTime',
    zeroMinutes: mail === 'bundleWithTime' && expirationSeconds < 60,
    helloNull: isFixed && givenName === null,
    helloNobody: !isFixed && givenName === null,
    organizationNull: isFixed && organizationName === null,
    markup: !isFixed && MARKUP.test(givenName ?? ''),
    exclamation: true,
  };
  return keysOf(seen).flatMap((quirk) => (seen[quirk] ? [message(`reset.quirk.${quirk}`)] : []));
}

const keysOf = <K extends string>(table: Record<K, unknown>): K[] => Object.keys(table) as K[];

const TEST_LINE = 'TEST. Sent by Gluu Console, not by Gluu. The link leads nowhere, and nobody’s password is changed.';

/** The same mail, marked in its subject and at the top of each part. `token`: letters and digits by which it is found. */
export function markedAsTest({ subject, plain, html }: ResetMail, token: string): ResetMail {
  return {
    subject: `[TEST ${token}] ${subject}`,
    plain: `${TEST_LINE}\n\n${plain}`,
    ...(html === undefined ? {} : { html: `<p><strong>${TEST_LINE}</strong></p>\n${html}` }),
  };
}
