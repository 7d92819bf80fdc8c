import type { ResetVersion } from '../gluu/reset-versions';
import type { Range } from '../gluu/versions';
import { lint } from '../lint/lint';
import { sentencesOf } from '../messages/failure-texts';
import { asMessage, type Message, message } from '../texts/message';
import { acrossVersions } from './across-versions';
import { amber, checkAgain, type Finding, green, notKnown, red } from './finding';
import type { OxtrustReset, ReadinessFacts } from './readiness-facts';

const inOxtrust = message('readiness.inOxtrust.json');

/** A finding that rests on oxTrust's own configuration; not known where that cannot be read. */
export function fromOxtrust(
  { oxtrust }: ReadinessFacts,
  source: string,
  judge: (reset: OxtrustReset) => Finding,
): Finding {
  if (oxtrust.kind === 'read') return judge(oxtrust.reset);
  const why = oxtrust.kind === 'broken' ? [asMessage(oxtrust.why)] : [];
  return notKnown({
    reason: [message(`readiness.oxtrust.${oxtrust.kind}`), ...why],
    because: message('readiness.oxtrust.broken'),
    source,
  });
}

const captchaSource = 'oxTrust RecaptchaService.java and PasswordReminderAction.java; oxTrustConfApplication';

/** Whether users have to solve a reCAPTCHA first. It stops nobody, but it is worth knowing. */
export const recaptcha = (facts: ReadinessFacts): Finding =>
  acrossVersions(facts.version, ['recaptcha'], (row) =>
    row.recaptcha === 'none'
      ? green([message('readiness.recaptcha.none')], captchaSource)
      : fromOxtrust(facts, captchaSource, (reset) => captchaFinding(reset.recaptcha, row.recaptcha)),
  );

function captchaFinding(found: OxtrustReset['recaptcha'], needs: ResetVersion['recaptcha']): Finding {
  const { siteKey, secretKey, switchedOn } = found;
  const bothKeys = siteKey && secretKey;
  const wanted = needs === 'keys' || switchedOn;
  if (bothKeys && wanted) return green([message('readiness.recaptcha.on')], captchaSource);
  if (siteKey !== secretKey && wanted) {
    return amber({
      reason: [message('readiness.recaptcha.half', { key: siteKey ? 'recaptchaSiteKey' : 'recaptchaSecretKey' })],
      because: message('readiness.because.recaptchaHalf'),
      source: captchaSource,
      advice: [inOxtrust],
    });
  }
  if (switchedOn && needs === 'keysAndSwitch') {
    return amber({
      reason: [message('readiness.recaptcha.noKeys')],
      because: message('readiness.because.recaptchaNoKeys'),
      source: captchaSource,
      advice: [inOxtrust],
    });
  }
  return green([message('readiness.recaptcha.off')], captchaSource);
}

const branchSource = 'oxTrust PasswordReminderAction.java, PasswordResetService.java (ou=resetPasswordRequests)';

/** Whether there is a place for the request entries, or Gluu will make it. */
export const requestBranch = ({ version, requests }: ReadinessFacts): Finding =>
  acrossVersions(version, ['cannotStoreRequests', 'cleaned'], ({ cannotStoreRequests, cleaned }) => {
    if (cannotStoreRequests) {
      return red({
        reason: [message('readiness.requests.dead')],
        because: message('readiness.because.requestsDead'),
        source: 'oxTrust issues 552 and 554',
        advice: [message('readiness.requests.upgrade')],
      });
    }
    if (requests.kind === 'absent') return green([message('readiness.requests.notYet')], branchSource);
    if (requests.kind === 'unread') {
      return notKnown({
        reason: [message('readiness.requests.unread'), sentencesOf(requests.failure).what],
        because: message('readiness.because.requestsUnread'),
        source: branchSource,
        remedy: checkAgain,
      });
    }
    const { count: n, more, unending = 0 } = requests;
    const reason = [message(`readiness.requests.${more ? 'presentMore' : 'present'}`, { n })];
    if (cleaned !== 'byExpiry' || unending === 0) return green(reason, branchSource);
    return amber({
      reason: [...reason, message('readiness.requests.unending', { n: unending })],
      because: message('readiness.because.requestsUnending', { n: unending }),
      source: 'oxTrust version_4.3.0 CleanerTimer.java (del, exp)',
    });
  });

const expirySource = 'oxTrust PasswordResetAction.java; passwordResetRequestExpirationTime in oxTrustConfApplication';
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
  const unread = isSet ? [message('readiness.expiry.ignored')] : [];
  return green([message('readiness.expiry.fixed'), ...unread], expirySource);
}

function configuredExpiry(expiration: OxtrustReset['expiration'], range: Range): Finding {
  const about = { source: expirySource, advice: [inOxtrust, message('readiness.inOxtrust.expiry')] };
  if (expiration.kind === 'unreadable') {
    return red({
      ...about,
      reason: [message('readiness.expiry.unreadable')],
      because: message('readiness.because.expiryUnreadable'),
    });
  }
  const seconds = expiration.kind === 'number' ? expiration.value : 0;
  if (seconds <= 0) {
    const reason =
      expiration.kind === 'absent'
        ? message('readiness.expiry.missing')
        : message('readiness.expiry.notPositive', { seconds });
    return red({ ...about, reason: [reason], because: message('readiness.because.expired') });
  }
  const facts = { resetExpirationSeconds: seconds };
  const tooLong = lint({ version: range, values: {}, storedPassword: 'none', facts }).find(({ id }) => id === 'L18');
  if (tooLong) {
    return amber({
      ...about,
      reason: [tooLong.sentence],
      because: message('readiness.because.expiryTooLong'),
      source: tooLong.source,
    });
  }
  if (seconds < MINUTE) {
    return amber({
      ...about,
      reason: [message('readiness.expiry.tooShort', { seconds })],
      because: message('readiness.because.expiryTooShort'),
    });
  }
  return green([linksWork(seconds)], expirySource);
}

function linksWork(time: number): Message {
  const seconds = time % MINUTE;
  const n = (time - seconds) / MINUTE;
  return seconds === 0
    ? message('readiness.expiry.minutes', { n })
    : message('readiness.expiry.minutesSeconds', { n, seconds });
}
