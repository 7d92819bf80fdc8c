import { overlap, type Range, rowsFor, spansText } from '../gluu/versions';
import { type Finding, notKnown } from './finding';
import type { SmtpStore } from './readiness-facts';

/** A span of Gluu versions whose password reset is the same. */
export interface ResetVersion extends Range {
  /** The spellings of `passwordResetAllowed` that switch it on, letter by letter (oxCore GluuBoolean.java). */
  onWords: readonly string[];
  /** Where `PasswordReminderAction.enabled()` reads the SMTP settings. */
  enabledReads: SmtpStore;
  /** The port that `enabled()` takes for not set. */
  unsetPort: null | 0;
  /** `enabled()` wants a password that decrypts, not just one that is stored. */
  passwordMustDecrypt: boolean;
  /** Where the code that sends the reset mail reads them. */
  mailReads: SmtpStore;
  recaptcha: 'none' | 'keys' | 'keysAndSwitch';
  /** The request is written with a date that the schema of the same version refuses (oxTrust issues 552 and 554). */
  cannotStoreRequests?: true;
  /** `configured`: `passwordResetRequestExpirationTime`, with requests removed after that time. */
  expiry: 'twoHours' | 'configured';
}

const oldWords = ['enabled', 'true'];
const words = [...oldWords, 'active'];
const attributes = {
  enabledReads: 'attributes',
  mailReads: 'attributes',
  unsetPort: null,
  passwordMustDecrypt: true,
} as const;
const json = {
  enabledReads: 'kebabCase',
  mailReads: 'kebabCase',
  unsetPort: 0,
  passwordMustDecrypt: false,
} as const;
/** Up to 3.0.3 a stored password that does not decrypt is taken as it is stored (GluuAppliance.java). */
const asStored = { passwordMustDecrypt: false } as const;
const early = { ...attributes, onWords: words, recaptcha: 'keys', expiry: 'twoHours' } as const;

/**
 * Sources: oxTrust PasswordReminderAction.java, PasswordResetAction.java and PasswordResetService.java per version branch
 * (changed at 2.4.3, 3.0.0, 3.0.2, 3.1.1, 3.1.2, 3.1.4), oxCore GluuBoolean.java (2.4.4) and SmtpConfiguration.java (3.1.2).
 */
const resetVersions: readonly ResetVersion[] = [
  { ...early, ...asStored, least: '2.4', most: '2.4.2', onWords: oldWords, recaptcha: 'none' },
  { ...early, ...asStored, least: '2.4.3', most: '2.4.3', onWords: oldWords },
  { ...early, ...asStored, least: '2.4.4', most: '2.4.4' },
  { ...early, ...asStored, least: '3.0.0', most: '3.0.1', cannotStoreRequests: true },
  { ...early, ...asStored, least: '3.0.2', most: '3.0.3' },
  { ...early, least: '3.1.0', most: '3.1.0' },
  { ...early, least: '3.1.1', most: '3.1.1', mailReads: 'camelCase' },
  { ...early, ...json, least: '3.1.2', most: '3.1.3' },
  { ...early, ...json, least: '3.1.4', most: '3.1.9', recaptcha: 'keysAndSwitch', expiry: 'configured' },
];

const nameOf = (range: Range): string => spansText([range]);

/** What a link is in every version the server may be; not known where they differ, or where the table ends before. */
export function acrossVersions(range: Range, judge: (row: ResetVersion, range: Range) => Finding): Finding {
  const found = rowsFor(resetVersions, range).map((row) => {
    const part = overlap(row, range) ?? range;
    return { part, finding: judge(row, part) };
  });
  const [first] = found;
  if (!first) {
    return notKnown({
      reason: `This console knows the password reset of Gluu 2.4 to 3.1.9. This server is ${nameOf(range)}.`,
      because: `this console does not know the password reset of ${nameOf(range)}`,
      source: 'oxTrust PasswordReminderAction.java, which differs from version to version',
    });
  }
  if (found.every(({ finding }) => finding.state === first.finding.state)) return first.finding;
  return notKnown({
    reason: found.map(({ part, finding }) => `${nameOf(part)}: ${finding.reason}`).join(' '),
    because: `it is not certain which version of ${nameOf(range)} it is`,
    source: [...new Set(found.map(({ finding }) => finding.source))].join('; '),
  });
}
