import type { LinkForm } from '../model/reset';
import type { VersionFacts } from '../model/version';
import { compareVersions } from './versions';

/** How oxTrust's password reset works in the versions from `since` on. */
export interface ResetRules {
  since: string;
  /** The first releases of 3.0 write a date that their own schema refuses: no request is ever kept (oxTrust issues 552, 554). */
  broken?: true;
  /** Where oxTrust takes the settings of the reset mail from. */
  smtp: 'attributes' | 'json';
  /** How the mail's text comes about: fixed in the code, from the message bundle, from the bundle with the time left. */
  mail: 'fixed' | 'bundle' | 'bundleWithTime';
  link: LinkForm | 'either';
  /**
   * How long the form opens: two hours, or `passwordResetRequestExpirationTime` seconds. The new password is refused after
   * two hours everywhere.
   */
  expiry: 'twoHours' | 'configured';
  /** Which of several requests of a person works. */
  several: 'each' | 'newest';
  /** A timer removes expired requests. */
  cleaned: boolean;
}

const first: ResetRules = {
  since: '3.0.0',
  broken: true,
  smtp: 'attributes',
  mail: 'fixed',
  link: 'path',
  expiry: 'twoHours',
  several: 'each',
  cleaned: false,
};
const { broken: _, ...working } = first;
const since302 = { ...working, since: '3.0.2' };
const since310: ResetRules = { ...since302, since: '3.1.0' };
const since311: ResetRules = { ...since310, since: '3.1.1', smtp: 'json' };
const since312: ResetRules = { ...since311, since: '3.1.2', mail: 'bundle' };
const since314: ResetRules = {
  ...since312,
  since: '3.1.4',
  mail: 'bundleWithTime',
  expiry: 'configured',
  several: 'newest',
  cleaned: true,
};

/**
 * Oldest first. Sources: oxTrust PasswordReminderAction.java and PasswordResetAction.java per branch (they changed at 3.0.2,
 * 3.1.0, 3.1.1, 3.1.2, 3.1.4 and 3.1.7.sp1), CleanerTimer.java of version_3.1.4, oxCore MailService.java.
 */
export const resetVersions: readonly ResetRules[] = [
  first,
  since302,
  since310,
  since311,
  since312,
  since314,
  { ...since314, since: '3.1.7', link: 'either' }, // 3.1.7.sp1 changed it, and LDAP tells no service packs
  { ...since314, since: '3.1.8', link: 'query' },
];
const OLDEST_WORKING = '3.0.2';
const AFTER_NEWEST = '4.0';

/** What differs between the versions a server may be, said in words. */
export interface ResetRulesFound {
  rules: ResetRules;
  doubts: string[];
}

/**
 * The rules of a server by the versions LDAP leaves open: those of the newest of them, with `link` as `either` where they
 * differ in it, and every other difference as a doubt. Undefined for a server that is older than 3.0.2 or newer than 3.1.9.
 */
export function resetRulesOf({ least, most }: Pick<VersionFacts, 'least' | 'most'>): ResetRulesFound | undefined {
  if (compareVersions(most, OLDEST_WORKING) < 0 || compareVersions(most, AFTER_NEWEST) >= 0) return undefined;
  const possible = resetVersions.filter((row, index) => {
    const next = resetVersions[index + 1];
    return compareVersions(row.since, most) <= 0 && (!next || compareVersions(next.since, least) > 0);
  });
  const rules = possible.at(-1);
  if (!rules || compareVersions(least, '3.0.0') < 0) return undefined;
  const linkDiffers = possible.some(({ link }) => link !== rules.link) || rules.link === 'either';
  return {
    rules: linkDiffers ? { ...rules, link: 'either' } : rules,
    doubts: [
      ...(possible.some(({ broken }) => broken)
        ? [
            '3.0.0 and 3.0.1 cannot keep a request: their own page sends dead links. LDAP does not tell them from 3.0.2.',
          ]
        : []),
      ...(linkDiffers
        ? [
            'Up to 3.1.7 the link ends in /resetPassword/…, from 3.1.7.sp1 on in /resetPassword.htm?guid=…. LDAP does not reveal which.',
          ]
        : []),
    ],
  };
}
