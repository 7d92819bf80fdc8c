import { LATER, type Range, rowsFor, type Table } from '../gluu/versions';
import type { MailCodeId } from './mail-code';
import type { MailOccasion } from './verdict-input';

/** A span of Gluu versions that send mail in the same way. */
export interface VersionFamily extends Range {
  /** `signed` replaces `test` where key store, password and alias are all set. */
  test: MailCodeId;
  signedTest?: MailCodeId;
  reset: MailCodeId;
  /** The MailService of oxCore in these versions, whoever calls it. */
  service: MailCodeId;
  /** The test uses the password that was saved last, not the one in the form (oxTrust issue 2098). */
  testsSavedPassword?: true;
  /** What StringEncrypter.decrypt makes of bytes above 127: a character each (oxCore before 4.2.3), or UTF-8. */
  decryptsTo: 'bytes' | 'utf8';
  /**
   * What a `connect-protection` word of another build does: Jackson refuses it and with it the whole configuration entry, or
   * takes it as null (oxCore SmtpConnectProtectionType.java has a @JsonCreator from 4.5.1 on).
   */
  otherWord?: 'breaks' | 'plain';
  /** A stored password that does not decrypt is sent as it is stored (oxTrust GluuAppliance.java before 3.1.0). */
  sendsUndecrypted?: true;
}

const bytes = { decryptsTo: 'bytes' } as const;
const utf8 = { decryptsTo: 'utf8' } as const;
const both = (code: MailCodeId) => ({ test: code, reset: code, service: code });
const signed = { ...both('sendMail'), ...utf8, signedTest: 'sendMailSigned' } as const;

/**
 * Sources: oxTrust UpdateOrganizationAction.verifySmtpConfiguration (the button) and PasswordReminderAction (the reset
 * mail) per branch; oxCore MailService changed at 3.1.1, 4.2.0 and 4.4.1, the library at 4.3.0.
 */
export const versionFamilies: Table<VersionFamily> = [
  { least: '2.4', most: '3.0.3', ...both('mailUtils'), service: 'mailService30', ...bytes, sendsUndecrypted: true },
  { least: '3.1.0', most: '3.1.0', ...both('mailUtils31'), service: 'mailService30', ...bytes },
  { least: '3.1.1', most: '3.1.1', ...both('mailService31'), test: 'mailUtils31', ...bytes },
  { least: '3.1.2', most: '4.1.3', ...both('mailService31'), ...bytes },
  { least: '4.2.0', most: '4.2.2', ...both('mailService42'), ...bytes },
  { least: '4.2.3', most: '4.2.3', ...both('mailService42'), ...utf8 },
  { least: '4.3.0', most: '4.3.0', ...both('mailService43'), ...utf8, testsSavedPassword: true },
  { least: '4.3.1', most: '4.4.0', ...both('mailService43'), ...utf8 },
  { least: '4.4.1', most: '4.5.0', ...signed, otherWord: 'breaks' },
  { least: '4.5.1', most: LATER, ...signed, otherWord: 'plain' },
];

/** How From Name comes into the header of the reset mail, unless it is plain ASCII. */
interface SenderName extends Range {
  name: 'unquoted' | 'leftOut' | 'withoutCharset' | 'encoded';
}

/** Sources: oxTrust version_3.1.0 MailUtils.java; oxCore version_3.1.1 to version_3.1.3 MailService.java. */
export const senderNames: Table<SenderName> = [
  { least: '2.4', most: '3.1.0', name: 'unquoted' },
  { least: '3.1.1', most: '3.1.1', name: 'leftOut' },
  { least: '3.1.2', most: '3.1.2', name: 'withoutCharset' },
  { least: '3.1.3', most: LATER, name: 'encoded' },
];

/** The families a server of this range may belong to, as `rowsFor` tells. */
export const familiesOf = (range: Range): readonly VersionFamily[] => rowsFor(versionFamilies, range);

/** The code that sends on this occasion. `signs`: the form holds a key store, its password and its alias. */
export function codeFor(family: VersionFamily, path: MailOccasion, signs: boolean): MailCodeId {
  if (path === 'reset') return family.reset;
  return signs && family.signedTest ? family.signedTest : family.test;
}
