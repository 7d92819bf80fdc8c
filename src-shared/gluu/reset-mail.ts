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
 * language, which writes nothing for null). Neither escapes anything. Subject, values, link, parts and mark-up are Gluu's; the
 * sentences of 2.4 and of 3.1.4 and later are worded here.
 */
export function resetMail({ mail, subject }: ResetRules, values: ResetMailValues): ResetMail {
  return {
    subject: subjectFor(subject === 'blank' ? '' : inText[mail](values.organizationName)),
    ...letters[mail](values),
  };
}

type Letter = ResetRules['mail'];
const asJava = (text: string | null): string => String(text);
const asExpression = (text: string | null): string => text ?? '';
/** What stands in a letter for Java's null. */
const inText: Record<Letter, (text: string | null) => string> = {
  plainLetter: asJava,
  fixed: asJava,
  bundle: asExpression,
  bundleWithTime: asExpression,
};

const asked =
  'We received a request to reset your password. You may click the button below to choose your new password.';
const ignore = 'If you did not make this request, you can safely ignore this message.';
const button = (link: string): string => `<a href='${link}'> <button>Reset Password</button></a>`;
const subjectFor = (organization: string): string => `Password reset was requested at ${organization} identity server`;
const bothParts = (body: string) => ({ plain: body, html: body });
/** Whole minutes, cut: 59 seconds are 0 minutes there. */
const minutes = (seconds: number): string => `${Math.trunc(seconds / 60)} minute(s)`;

const letters: Record<Letter, (values: ResetMailValues) => Omit<ResetMail, 'subject'>> = {
  plainLetter({ givenName, organizationName, link }) {
    const organization = asJava(organizationName);
    const why = `You asked for a new password at the ${organization} identity server.`;
    const how = `To choose it, open this address:\n${link} \nand do as the page says.`;
    const end = `Somebody else asked? Then ignore this mail of the ${organization} identity server.`;
    return {
      plain: `Hello ${asJava(givenName)}\n\n${why}\n\n${how}\n\n${end}\n\nYours\n${organization} Identity Server Support`,
    };
  },
  fixed: ({ givenName, link }) => ({
    plain: `Hello ${asJava(givenName)}\n\n${asked}\n${ignore} \n\n${button(link)}`,
  }),
  bundle: ({ givenName, link }) =>
    bothParts(`Hello ${asExpression(givenName)}\n\n${asked}\n${ignore}\n\n ${button(link)}`),
  bundleWithTime({ givenName, link, expirationSeconds }) {
    const hello = `<p>Hello <b><span>${asExpression(givenName)}</span></b>,<br></br><br></br></p>`;
    const text = `<p>${ignore}<br></br>${asked}<br></br>${button(link)}</p>`;
    return bothParts(`${hello}${text}<p>The link works for <span>${minutes(expirationSeconds)}</span>.</p>`);
  },
};

/** What is odd about the mail and the link of that version, and about these values in the mail. */
export function mailQuirks(
  { mail, subject, removed, comparesAnyCase }: ResetRules,
  { givenName, organizationName, expirationSeconds }: ResetMailValues,
): Message[] {
  const isBundle = mail === 'bundle' || mail === 'bundleWithTime';
  const seen = {
    subjectBlank: subject === 'blank',
    plainOnly: mail === 'fixed',
    plainLetter: mail === 'plainLetter',
    buttonCode: mail === 'bundle',
    noLineBreaks: mail === 'bundle',
    plainIsHtml: mail === 'bundleWithTime',
    wording: mail === 'bundleWithTime' || mail === 'plainLetter',
    zeroMinutes: mail === 'bundleWithTime' && expirationSeconds < 60,
    helloNull: !isBundle && givenName === null,
    helloNobody: isBundle && givenName === null,
    organizationNull: !isBundle && organizationName === null,
    organizationNobody: isBundle && subject === 'named' && organizationName === null,
    markup: isBundle && MARKUP.test(givenName ?? ''),
    exclamation: true,
    linkStays: removed === 'never',
    linkUsedUp: removed === 'onSubmit',
    anyCase: comparesAnyCase,
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
