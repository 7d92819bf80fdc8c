import type { LinkForm } from '../model/reset';
import type { SmtpStore } from '../model/smtp-settings';
import type { ForUnknownAddress } from '../model/user';
import { type Message, message } from '../texts/message';
import { type Range, rowsFor, type Table } from './versions';

/** A span of Gluu versions whose password reset is the same. */
export interface ResetVersion extends Range, Partial<RequestRules> {
  /** The spellings of `passwordResetAllowed` that switch it on, letter by letter (oxCore GluuBoolean.java). */
  onWords: readonly string[];
  /** Where `PasswordReminderAction.enabled()` reads the SMTP settings. */
  enabledReads: SmtpStore;
  /** The port that `enabled()` treats as not set. */
  unsetPort: null | 0;
  /** `enabled()` wants a password that decrypts, not just one that is stored. */
  passwordMustDecrypt: boolean;
  /** Where the code that sends the reset mail reads them. */
  mailReads: SmtpStore;
  recaptcha: 'none' | 'keys' | 'keysAndSwitch';
  /** How it answers for an address nobody has. */
  unknownAddress: ForUnknownAddress;
  /** The request is written with a date that the schema of the same version refuses (oxTrust issues 552 and 554). */
  cannotStoreRequests?: true;
  /**
   * How long the form opens: two hours, or `passwordResetRequestExpirationTime` seconds, after which requests are removed.
   * The new password is refused after two hours everywhere.
   */
  expiry: 'twoHours' | 'configured';
}

/** How a request is made and mailed. Nobody looked it up for 2.x, which writes another letter and another date. */
interface RequestRules {
  /** How the mail's text comes about: fixed in the code, from the message bundle, from the bundle with the time left. */
  mail: 'fixed' | 'bundle' | 'bundleWithTime';
  link: LinkForm | 'either';
  /** Which of several requests of a person works. */
  several: 'each' | 'newest';
  /** A timer removes expired requests. */
  cleaned: boolean;
}

/** All that a test of the reset goes by. */
export type ResetRules = ResetVersion & RequestRules;

const upTo243 = ['enabled', 'true'];
const since244 = [...upTo243, 'active'];

/** Up to 3.0.3 a stored password that does not decrypt is taken as it is stored (GluuAppliance.java). */
const asStored = { passwordMustDecrypt: false } as const;
const first = {
  onWords: since244,
  enabledReads: 'attributes',
  mailReads: 'attributes',
  unsetPort: null,
  passwordMustDecrypt: true,
  recaptcha: 'keys',
  unknownAddress: 'tells',
  expiry: 'twoHours',
} as const;
const since300 = { ...first, mail: 'fixed', link: 'path', several: 'each', cleaned: false } as const;
const since312 = {
  ...since300,
  enabledReads: 'kebabCase',
  mailReads: 'kebabCase',
  unsetPort: 0,
  passwordMustDecrypt: false,
  mail: 'bundle',
} as const;
const since314 = {
  ...since312,
  recaptcha: 'keysAndSwitch',
  unknownAddress: 'silent',
  expiry: 'configured',
  mail: 'bundleWithTime',
  several: 'newest',
  cleaned: true,
} as const;

/**
 * Oldest first. Sources: oxTrust PasswordReminderAction.java, PasswordResetAction.java and PasswordResetService.java per
 * version branch (changed at 2.4.3, 3.0.0, 3.0.2, 3.1.0, 3.1.1, 3.1.2, 3.1.4 and 3.1.7.sp1), CleanerTimer.java of
 * version_3.1.4, oxCore MailService.java, GluuBoolean.java (2.4.4) and SmtpConfiguration.java (3.1.2).
 */
export const resetVersions: Table<ResetVersion> = [
  { ...first, ...asStored, least: '2.4', most: '2.4.2', onWords: upTo243, recaptcha: 'none' },
  { ...first, ...asStored, least: '2.4.3', most: '2.4.3', onWords: upTo243 },
  { ...first, ...asStored, least: '2.4.4', most: '2.4.4' },
  { ...since300, ...asStored, least: '3.0.0', most: '3.0.1', cannotStoreRequests: true },
  { ...since300, ...asStored, least: '3.0.2', most: '3.0.3' },
  { ...since300, least: '3.1.0', most: '3.1.0' },
  { ...since300, least: '3.1.1', most: '3.1.1', mailReads: 'camelCase' },
  { ...since312, least: '3.1.2', most: '3.1.2' },
  // The mail for unknown addresses went with 3.1.3.1 (oxTrust issues 975 and 1071), which shares its schema with 3.1.3.
  { ...since312, least: '3.1.3', most: '3.1.3', unknownAddress: 'either' },
  { ...since314, least: '3.1.4', most: '3.1.6' },
  // 3.1.7.sp1 changed it, and no schema tells service packs.
  { ...since314, least: '3.1.7', most: '3.1.7', link: 'either' },
  { ...since314, least: '3.1.8', most: '3.1.9', link: 'query' },
];

/** How a server answers for an address nobody has: `either` where its versions differ, or are not in the table. */
export function forUnknownAddress(range: Range): ForUnknownAddress {
  const [answer, ...others] = new Set(rowsFor(resetVersions, range).map(({ unknownAddress }) => unknownAddress));
  return answer && others.length === 0 ? answer : 'either';
}

/** What differs between the versions a server may be. */
export interface ResetRulesFound {
  rules: ResetRules;
  doubts: Message[];
}

const isKnown = (row: ResetVersion): row is ResetRules => row.link !== undefined;

/**
 * The rules of a server by the versions LDAP leaves open: those of the newest of them, with `link` as `either` where they
 * differ in it, and every other difference as a doubt. Undefined for a server that cannot keep a request, or of which the table
 * does not know how.
 */
export function resetRulesOf(range: Range): ResetRulesFound | undefined {
  const rows = rowsFor(resetVersions, range);
  const possible = rows.filter(isKnown);
  const rules = possible.at(-1);
  if (!rules || rules.cannotStoreRequests || possible.length < rows.length) return undefined;
  const linkDiffers = possible.some(({ link }) => link !== rules.link) || rules.link === 'either';
  return {
    rules: linkDiffers ? { ...rules, link: 'either' } : rules,
    doubts: [
      ...(possible.some(({ cannotStoreRequests }) => cannotStoreRequests) ? [message('reset.doubt.deadLinks')] : []),
      ...(linkDiffers ? [message('reset.doubt.linkForm')] : []),
    ],
  };
}
