import type { LinkForm } from '../model/reset';
import type { SmtpStore } from '../model/smtp-settings';
import type { ForUnknownAddress } from '../model/user';
import { type Message, message } from '../texts/message';
import { joined, LATER, type Range, rowsFor, type Table, versionWords } from './versions';

/** A span of Gluu versions whose password reset is the same. */
export interface ResetVersion extends Range {
  /** The spellings of `passwordResetAllowed` that switch it on (oxCore GluuBoolean.java; 4.x: BaseEntryManager.java). */
  onWords: readonly string[];
  /** They are compared letter by letter, or as Java's Boolean.valueOf does. */
  wordCase: 'exact' | 'any';
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
   * How long the form opens: two hours, or `passwordResetRequestExpirationTime` seconds. The new password is refused after two
   * hours everywhere.
   */
  expiry: 'twoHours' | 'configured';
  /** `creationDate` as Java's Date.toString writes it, or as generalizedTime. */
  dates: 'javaText' | 'generalizedTime';
  /** How the mail's text comes about: fixed in the code (two letters), from the message bundle, from the bundle with the time left. */
  mail: 'plainLetter' | 'fixed' | 'bundle' | 'bundleWithTime';
  /** Whether the subject names the organization, or has a blank in its place: a variable of the bundle that is bound nowhere. */
  subject: 'named' | 'blank';
  link: LinkForm | 'either';
  /** Which of several requests of a person works; letter case of the guid does not matter. */
  several: 'each' | 'newest';
  /** When the request is taken away: the answer to the secret question is looked at after that, or before. */
  removed: 'never' | 'onSubmit' | 'onSuccess';
  /** The new password may differ from its confirmation in letter case, and so may the secret answer. */
  comparesAnyCase: boolean;
  /** By what a timer removes expired requests: `creationDate`, or `(&(del=true)(exp<=now))`. */
  cleaned: 'never' | 'byCreation' | 'byExpiry';
  /** Where the directory refuses a second person with the address, the reset ends in “Email Already Registered”. */
  mayRefuseShared: boolean;
}

/** All that a test of the reset goes by. */
export type ResetRules = ResetVersion;

const upTo243 = ['enabled', 'true'];
const since244 = [...upTo243, 'active'];

const first = {
  onWords: since244,
  wordCase: 'exact',
  enabledReads: 'attributes',
  mailReads: 'attributes',
  unsetPort: null,
  // Up to 3.0.3 a stored password that does not decrypt is used as it is stored (GluuAppliance.java).
  passwordMustDecrypt: false,
  recaptcha: 'keys',
  unknownAddress: 'tells',
  expiry: 'twoHours',
  dates: 'javaText',
  mail: 'plainLetter',
  subject: 'named',
  link: 'path',
  several: 'each',
  removed: 'never',
  comparesAnyCase: false,
  cleaned: 'never',
  mayRefuseShared: false,
} as const;
const since300 = { ...first, mail: 'fixed', dates: 'generalizedTime' } as const;
const since310 = { ...since300, passwordMustDecrypt: true, removed: 'onSubmit' } as const;
const since312 = {
  ...since310,
  enabledReads: 'kebabCase',
  mailReads: 'kebabCase',
  unsetPort: 0,
  passwordMustDecrypt: false,
  mail: 'bundle',
  subject: 'blank',
} as const;
const since314 = {
  ...since312,
  recaptcha: 'keysAndSwitch',
  unknownAddress: 'silent',
  expiry: 'configured',
  mail: 'bundleWithTime',
  several: 'newest',
  cleaned: 'byCreation',
} as const;
const since40 = { ...since314, onWords: ['true'], wordCase: 'any', link: 'query' } as const;
const since421 = { ...since40, removed: 'onSuccess', comparesAnyCase: true, mayRefuseShared: true } as const;
const since430 = { ...since421, cleaned: 'byExpiry' } as const;

/**
 * Oldest first. Sources: oxTrust PasswordReminderAction.java, PasswordResetAction.java, PasswordResetService.java and
 * oxtrust_en.properties per version branch (changed at 2.4.3, 3.0.0, 3.0.2, 3.1.0, 3.1.1, 3.1.2, 3.1.4, 3.1.7.sp1, 4.0, 4.2.1,
 * 4.3.0 and 4.5.4), CleanerTimer.java of version_3.1.4, version_4.1.0 and version_4.3.0, oxCore MailService.java, GluuBoolean.java
 * (2.4.4), BaseEntryManager.java (4.0) and SmtpConfiguration.java (3.1.2; isValid of 4.0).
 */
export const resetVersions: Table<ResetVersion> = [
  { ...first, least: '2.4', most: '2.4.2', onWords: upTo243, recaptcha: 'none' },
  { ...first, least: '2.4.3', most: '2.4.3', onWords: upTo243 },
  { ...first, least: '2.4.4', most: '2.4.4' },
  { ...since300, least: '3.0.0', most: '3.0.1', cannotStoreRequests: true },
  { ...since300, least: '3.0.2', most: '3.0.3' },
  { ...since310, least: '3.1.0', most: '3.1.0' },
  { ...since310, least: '3.1.1', most: '3.1.1', mailReads: 'camelCase' },
  { ...since312, least: '3.1.2', most: '3.1.2' },
  // The mail for unknown addresses went with 3.1.3.1 (oxTrust issues 975 and 1071), which shares its schema with 3.1.3.
  { ...since312, least: '3.1.3', most: '3.1.3', unknownAddress: 'either' },
  { ...since314, least: '3.1.4', most: '3.1.6' },
  // 3.1.7.sp1 changed it, and no schema tells service packs.
  { ...since314, least: '3.1.7', most: '3.1.7', link: 'either' },
  { ...since314, least: '3.1.8', most: '3.1.9', link: 'query' },
  { ...since40, least: '4.0', most: '4.2.0' },
  { ...since421, least: '4.2.1', most: '4.2.3' },
  { ...since430, least: '4.3.0', most: '4.5.3' },
  { ...since430, least: '4.5.4', most: LATER, subject: 'named' },
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

/** What else can differ within the versions a server may be: one doubt names it. */
const told = [
  'mail',
  'subject',
  'several',
  'expiry',
  'removed',
  'cleaned',
  'mailReads',
] as const satisfies readonly (keyof ResetVersion)[];

/**
 * The rules of a server by the versions LDAP leaves open: those of the newest of them, with `link` as `either` where they
 * differ in it, and every other difference as a doubt. Undefined for a server that cannot keep a request, of which the table
 * does not know how, or of which it is not known in which form a request's date has to be.
 */
export function resetRulesOf(range: Range): ResetRulesFound | undefined {
  const possible = rowsFor(resetVersions, range);
  const rules = possible.at(-1);
  if (!rules || rules.cannotStoreRequests || possible.some(({ dates }) => dates !== rules.dates)) return undefined;
  const working = possible.filter(({ cannotStoreRequests }) => !cannotStoreRequests);
  const linkDiffers = working.some(({ link }) => link !== rules.link) || rules.link === 'either';
  const differs = joined(working, told).length > 1;
  return {
    rules: linkDiffers ? { ...rules, link: 'either' } : rules,
    doubts: [
      ...(working.length < possible.length ? [message('reset.doubt.deadLinks')] : []),
      ...(linkDiffers ? [message('reset.doubt.linkForm')] : []),
      ...(differs ? [message('reset.doubt.versions', { own: versionWords(range), shown: versionWords(rules) })] : []),
    ],
  };
}
