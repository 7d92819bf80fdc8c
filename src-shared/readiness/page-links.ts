import { counted } from '../base/counted';
import { dayText } from '../base/moment';
import { lint } from '../lint/lint';
import { whyNotTrusted } from '../messages/certificate-words';
import { sentencesOf } from '../messages/failure-texts';
import type { FailureCode } from '../model/failure';
import { isLoopback } from '../model/host';
import { wordsOf } from '../texts/bridge';
import { stillEnglish } from '../texts/still-english';
import { amber, type Finding, green, notKnown, red, toAction } from './finding';
import type { LinkSeen, PageSeen, ReadinessFacts } from './readiness-facts';
import { fromOxtrust } from './request-links';

const hostSource = 'oxTrust PasswordReminderAction.java (applianceUrl and the path of the application)';
const certificateSource = 'RFC 9525; the authorities this workstation trusts';
const pageSource = 'oxTrust passwordReminder.xhtml, asked for by GET, which uses nothing up';
const ADVICE = 'In oxTrust: Configuration, JSON Configuration, OxTrust Configuration, applianceUrl.';
const DAY_MS = 86_400_000;
const SOON_DAYS = 14;
const again = toAction('Check again', 'checkAgain');
const showCertificate = toAction('Certificate', 'showCertificate');

/** A finding about the page behind the links; not known where there is no address to ask. */
function fromPage(facts: ReadinessFacts, source: string, judge: (seen: LinkSeen) => Finding): Finding {
  const { link } = facts;
  if (link?.kind === 'asked') return judge(link.seen);
  return fromOxtrust(facts, source, () =>
    notKnown({ reason: 'There is no address to ask.', because: 'there is no address to ask', source }),
  );
}

/** Whether the links in reset mails lead to a host that exists, and to this server. */
export const linkHost = (facts: ReadinessFacts): Finding =>
  fromOxtrust(facts, hostSource, ({ linkBase }) => {
    if (facts.link?.kind !== 'asked') return unusable(facts.link);
    const { host, name, secure } = facts.link.seen;
    if (name.kind === 'failed') return nameFinding(host, name.failure.code, wordsOf(sentencesOf(name.failure).what));
    if (isLoopback(host) && (facts.overSsh || !isLoopback(facts.profileHost))) {
      const reason = `Links lead to ${host}: that is each user’s own computer.`;
      return red({ reason, because: LEAD_NOWHERE, source: hostSource, advice: ADVICE });
    }
    if (!secure) {
      return amber({
        reason: `Links lead to http://${host}: the new password is sent unencrypted.`,
        because: 'the links in reset mails are not encrypted',
        source: hostSource,
        advice: ADVICE,
      });
    }
    const { version, profileHost } = facts;
    const about = { version, values: {}, storedPassword: 'none' } as const;
    const other = lint({ ...about, facts: { profileHost, ...(linkBase === undefined ? {} : { linkBase }) } }).find(
      ({ id }) => id === 'L16',
    );
    if (other) {
      const because = 'the links in reset mails lead to another host than this server’s';
      return amber({ reason: stillEnglish(other.sentence), because, source: other.source, advice: ADVICE });
    }
    return green(`${[...new Set([host, ...name.addresses])].join(', ')}.`, hostSource);
  });

const LEAD_NOWHERE = 'the links in reset mails lead nowhere';

function unusable(link: Extract<ReadinessFacts['link'], { kind: 'unusable' }> | undefined): Finding {
  const found = { source: hostSource, advice: ADVICE };
  if (link && !link.broken) {
    return notKnown({ ...found, reason: link.why, because: 'the page behind the links was not asked' });
  }
  const reason = link?.why ?? 'applianceUrl is not set: the links in reset mails lead nowhere.';
  return red({ ...found, reason, because: LEAD_NOWHERE });
}

function nameFinding(host: string, code: FailureCode, what: string): Finding {
  const found = { source: hostSource, advice: ADVICE };
  if (code !== 'net.nameUnknown') {
    return notKnown({ ...found, reason: what, because: `the look-up of ${host} did not succeed`, remedy: again });
  }
  // A name of the inner network, or one that is split between networks, may be known to the users all the same.
  const reason = `${host} does not exist in DNS as seen from this workstation. Users in another network may see it.`;
  const unseen = `${host}, to which the links lead, is not known in this workstation’s DNS`;
  return notKnown({ ...found, reason, because: unseen, remedy: again });
}

/** Whether browsers will take the certificate of that host, as far as this workstation can tell. */
export const linkCertificate = (facts: ReadinessFacts): Finding =>
  fromPage(facts, certificateSource, ({ host, secure, certificate }) => {
    if (!secure) {
      const because = 'the links in reset mails are not encrypted';
      return amber({ reason: 'None: the links begin with http.', because, source: certificateSource });
    }
    if (!certificate) {
      return notKnown({
        reason: 'It was not seen: no TLS connection came about.',
        because: 'the certificate behind the links was not seen',
        source: certificateSource,
        remedy: again,
      });
    }
    const about = { source: certificateSource, remedy: showCertificate, certificate };
    const { distrust, validTo } = certificate;
    if (distrust !== undefined) {
      const why = whyNotTrusted(certificate, host, new Date(facts.checkedAt)).map(wordsOf).join(' ');
      return amber({ ...about, reason: `${why} Browsers warn users instead of showing the form.`, because: WARNED });
    }
    const days = Math.floor((Date.parse(validTo) - Date.parse(facts.checkedAt)) / DAY_MS);
    const end = `It ends on ${dayText(validTo)}, in ${counted(days, 'day')}.`;
    if (days <= SOON_DAYS)
      return amber({ ...about, reason: end, because: 'the certificate behind the links ends soon' });
    return { ...green(`Trusted. ${end}`, certificateSource), certificate };
  });

const WARNED = 'browsers reject the link’s certificate';
/** Whether the page on which users ask for the mail answers. */
export const reminderPage = (facts: ReadinessFacts): Finding =>
  fromPage(facts, pageSource, ({ page, host, url }) => {
    if (page) return pageFinding(page, url);
    const because = `${host} could not be asked`;
    return notKnown({ reason: 'It was not asked: the name was not found.', because, source: pageSource });
  });

/** Not reached from here says nothing about users elsewhere, unless somebody answered. */
const answeredNo: readonly FailureCode[] = ['net.refused', 'tls.unexpected', 'tls.failed', 'tls.keyUsage', 'tls.old'];

function pageFinding(page: PageSeen, url: string): Finding {
  const about = { source: pageSource, remedy: again };
  if (page.kind === 'notHttp') {
    const reason = `${url}: what answers does not speak HTTP as it should (${page.detail}).`;
    return red({ ...about, reason, because: 'no web server answers behind the links' });
  }
  if (page.kind === 'failed') {
    const reason = `${url}: ${wordsOf(sentencesOf(page.failure).what)} This is as seen from this workstation.`;
    const because = 'the reset page does not answer this workstation';
    return answeredNo.includes(page.failure.code)
      ? red({ ...about, reason, because })
      : notKnown({ ...about, reason, because });
  }
  return answerFinding(page, url);
}

const OK = 200;
const REDIRECT = 300;
const ERROR = 400;
const TO_LOGIN = /\/oxauth\/|authorize|authcode|login/i;

function answerFinding(
  { status, location, title, trouble }: Extract<PageSeen, { kind: 'answer' }>,
  url: string,
): Finding {
  const about = { source: pageSource, remedy: again };
  const named = title ? `, “${title}”` : '';
  if (trouble === 'error') {
    const reason = `${url} answers 200 and shows an error page${named}.`;
    return red({ ...about, reason, because: 'the reset page shows an error' });
  }
  if (trouble === 'noForm') {
    const reason = `${url} answers${named}, but without the form on which a mail is asked for.`;
    return amber({ ...about, reason, because: 'the reset page shows no form' });
  }
  if (status === OK) return green(`${url} answers${named}.`, pageSource);
  const because = `the reset page answers ${status}`;
  if (status >= ERROR || status < REDIRECT) {
    return red({ ...about, reason: `${url} answers ${status}${named}.`, because });
  }
  const reason = `${url} redirects to ${location ?? 'nowhere'} (${status}).`;
  if (location === undefined) return red({ ...about, reason, because });
  return TO_LOGIN.test(location.replace(/^https?:\/\/[^/]*/i, ''))
    ? red({ ...about, reason, because: 'the reset page leads to the login page', source: 'oxTrust issue 607' })
    : amber({ ...about, reason, because: 'the reset page redirects elsewhere' });
}
