import { counted } from '../base/counted';
import type { ResetVersion } from '../gluu/reset-versions';
import type { Range } from '../gluu/versions';
import { lint } from '../lint/lint';
import { sentencesOf } from '../messages/failure-texts';
import { wordsOf } from '../texts/bridge';
import { stillEnglish } from '../texts/still-english';
import { acrossVersions } from './across-versions';
import { amber, type Finding, green, notKnown, red, toAction } from './finding';
import type { OxtrustReset, ReadinessFacts } from './readiness-facts';

const IN_OXTRUST = 'In oxTrust: Configuration, JSON Configuration, OxTrust Configuration.';
const again = toAction('Check again', 'checkAgain');

/** A finding that rests on oxTrust's own configuration; not known where that cannot be read. */
export function fromOxtrust(
  { oxtrust }: ReadinessFacts,
  source: string,
  judge: (reset: OxtrustReset) => Finding,
): Finding {
  if (oxtrust.kind === 'read') return judge(oxtrust.reset);
  const why = oxtrust.kind === 'broken' ? ` ${oxtrust.why}` : '';
  return notKnown({
    reason: `oxTrust’s own configuration ${oxtrust.kind === 'broken' ? 'cannot be read.' : 'was not found.'}${why}`,
    because: 'oxTrust’s own configuration cannot be read',
    source,
  });
}

const captchaSource = 'oxTrust RecaptchaService.java and PasswordReminderAction.java; oxTrustConfApplication';

/** Whether users have to solve a reCAPTCHA first. It stops nobody, but it is worth knowing. */
export const recaptcha = (facts: ReadinessFacts): Finding =>
  acrossVersions(facts.version, ['recaptcha'], (row) =>
    row.recaptcha === 'none'
      ? green('This version has none.', captchaSource)
      : fromOxtrust(facts, captchaSource, (reset) => captchaFinding(reset.recaptcha, row.recaptcha)),
  );

function captchaFinding(found: OxtrustReset['recaptcha'], needs: ResetVersion['recaptcha']): Finding {
  const { siteKey, secretKey, switchedOn } = found;
  const bothKeys = siteKey && secretKey;
  const wanted = needs === 'keys' || switchedOn;
  if (bothKeys && wanted) return green('On: users solve it before the mail is sent.', captchaSource);
  if (siteKey !== secretKey && wanted) {
    return amber({
      reason: `Off, although ${siteKey ? 'recaptchaSiteKey' : 'recaptchaSecretKey'} is set: the other key is empty.`,
      because: 'reCAPTCHA is only half configured, so it is not active',
      source: captchaSource,
      advice: IN_OXTRUST,
    });
  }
  if (switchedOn && needs === 'keysAndSwitch') {
    return amber({
      reason: 'Off, although authenticationRecaptchaEnabled is true: both keys are empty.',
      because: 'reCAPTCHA is switched on without keys and not in force',
      source: captchaSource,
      advice: IN_OXTRUST,
    });
  }
  return green('Off.', captchaSource);
}

const branchSource = 'oxTrust PasswordReminderAction.java, PasswordResetService.java (ou=resetPasswordRequests)';

/** Whether there is a place for the request entries, or Gluu will make it. */
export const requestBranch = ({ version, requests }: ReadinessFacts): Finding =>
  acrossVersions(version, ['cannotStoreRequests'], ({ cannotStoreRequests }) => {
    if (cannotStoreRequests) {
      return red({
        reason: 'This version writes the request with a date that its own LDAP schema refuses: every link is dead.',
        because: 'this version cannot store reset requests',
        source: 'oxTrust issues 552 and 554',
        advice: 'Upgrade to 3.0.2 or later.',
      });
    }
    if (requests.kind === 'absent')
      return green('Not created yet; Gluu creates it with the first request.', branchSource);
    if (requests.kind === 'unread') {
      const reason = `It could not be read. ${wordsOf(sentencesOf(requests.failure).what)}`;
      return notKnown({
        reason,
        because: 'the pending requests could not be read',
        source: branchSource,
        remedy: again,
      });
    }
    const { count, more } = requests;
    const pending = `${more ? 'more than ' : ''}${counted(count, 'request')}`;
    return green(`Present, with ${count === 0 ? 'no request' : pending}.`, branchSource);
  });

const expirySource = 'oxTrust PasswordResetAction.java; passwordResetRequestExpirationTime in oxTrustConfApplication';
const TWO_HOURS = 'Links work for 2 hours';
const MINUTE = 60;

/** How long the link works. */
export const expiry = (facts: ReadinessFacts): Finding =>
  acrossVersions(facts.version, ['expiry'], (row, range) =>
    row.expiry === 'twoHours'
      ? fixedExpiry(facts)
      : fromOxtrust(facts, expirySource, ({ expiration }) => configuredExpiry(expiration, range)),
  );

function fixedExpiry({ oxtrust }: ReadinessFacts): Finding {
  const isSet = oxtrust.kind === 'read' && oxtrust.reset.expiration.kind === 'number';
  const unread = isSet ? ' It does not read the time that is set.' : '';
  return green(`${TWO_HOURS} (fixed in this version).${unread}`, expirySource);
}

function configuredExpiry(expiration: OxtrustReset['expiration'], range: Range): Finding {
  const about = {
    source: expirySource,
    advice: `${IN_OXTRUST} Set passwordResetRequestExpirationTime to 600, the value of a new installation.`,
  };
  if (expiration.kind === 'unreadable') {
    return red({
      ...about,
      reason: 'passwordResetRequestExpirationTime is no whole number: oxTrust cannot read its configuration.',
      because: 'oxTrust cannot read how long links are valid',
    });
  }
  const seconds = expiration.kind === 'number' ? expiration.value : 0;
  if (seconds <= 0) {
    const how = expiration.kind === 'absent' ? 'is missing, as after an upgrade, and counts as 0' : `is ${seconds}`;
    return red({
      ...about,
      reason: `passwordResetRequestExpirationTime ${how}: every link is expired as soon as it is made.`,
      because: 'every link is expired as soon as it is made',
    });
  }
  const facts = { resetExpirationSeconds: seconds };
  const tooLong = lint({ version: range, values: {}, storedPassword: 'none', facts }).find(({ id }) => id === 'L18');
  if (tooLong) {
    return amber({
      ...about,
      reason: stillEnglish(tooLong.sentence),
      because: 'the new password is refused after 2 hours, although the link still opens',
      source: tooLong.source,
    });
  }
  if (seconds < MINUTE) {
    return amber({
      ...about,
      reason: `Links work for ${seconds} s: the mail may take longer, and it tells the user “0 minute(s)”.`,
      because: 'links expire within a minute',
    });
  }
  return green(`Links work for ${inWords(seconds)}.`, expirySource);
}

function inWords(seconds: number): string {
  const rest = seconds % MINUTE;
  const minutes = (seconds - rest) / MINUTE;
  const whole = counted(minutes, 'minute');
  return rest === 0 ? whole : `${whole} ${rest} s`;
}
