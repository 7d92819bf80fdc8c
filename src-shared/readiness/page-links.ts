import { type LinkBaseKey, linkBaseKeyOf } from '../gluu/tree-versions';
import { lint } from '../lint/lint';
import { whyNotTrusted } from '../messages/certificate-words';
import { sentencesOf } from '../messages/failure-texts';
import type { FailureCode } from '../model/failure';
import { isLoopback } from '../model/host';
import { type Message, message, verbatim } from '../texts/message';
import { amber, checkAgain, type Finding, green, notKnown, red, toAction } from './finding';
import type { LinkSeen, PageSeen, ReadinessFacts } from './readiness-facts';
import { fromOxtrust } from './request-links';

const hostSource =
  'oxTrust PasswordReminderAction.java (applianceUrl, in 4.x applicationUrl, and the path of the application)';
const certificateSource = 'RFC 9525; the authorities this workstation trusts';
const pageSource = 'oxTrust passwordReminder.xhtml, requested by GET, which changes nothing';
const inOxtrust = (key: LinkBaseKey) => [message('readiness.inOxtrust.linkBase', { key })];
const DAY_MS = 86_400_000;
const SOON_DAYS = 14;
const showCertificate = toAction(message('readiness.do.showCertificate'), 'showCertificate');

/** A finding about the page behind the links; not known where there is no address to ask. */
function fromPage(facts: ReadinessFacts, source: string, judge: (seen: LinkSeen) => Finding): Finding {
  const { link } = facts;
  if (link?.kind === 'asked') return judge(link.seen);
  const because = message('readiness.because.noAddress');
  return fromOxtrust(facts, source, () => notKnown({ reason: [because], because, source }));
}

/** Whether the links in reset mails lead to a host that exists, and to this server. */
export const linkHost = (facts: ReadinessFacts): Finding =>
  fromOxtrust(facts, hostSource, ({ linkBase }) => {
    const key = linkBaseKeyOf(facts.version);
    const advice = inOxtrust(key);
    if (facts.link?.kind !== 'asked') return unusable(facts.link, key);
    const { host, name, secure } = facts.link.seen;
    if (name.kind === 'failed') return nameFinding(host, name.failure.code, sentencesOf(name.failure).what, advice);
    if (isLoopback(host) && (facts.overSsh || !isLoopback(facts.profileHost))) {
      const reason = [message('readiness.host.own', { host })];
      return red({ reason, because: leadNowhere, source: hostSource, advice });
    }
    if (!secure) {
      const reason = [message('readiness.host.unencrypted', { address: `http://${host}` })];
      return amber({ reason, because: message('readiness.because.unencrypted'), source: hostSource, advice });
    }
    const { version, profileHost } = facts;
    const about = { version, values: {}, storedPassword: 'none' } as const;
    const other = lint({ ...about, facts: { profileHost, ...(linkBase === undefined ? {} : { linkBase }) } }).find(
      ({ id }) => id === 'L16',
    );
    if (other) {
      const because = message('readiness.because.otherHost');
      return amber({ reason: [other.sentence], because, source: other.source, advice });
    }
    return green([verbatim([...new Set([host, ...name.addresses])].join(', '))], hostSource);
  });

const leadNowhere = message('readiness.because.nowhere');

function unusable(link: Extract<ReadinessFacts['link'], { kind: 'unusable' }> | undefined, key: LinkBaseKey): Finding {
  const reason = [message(`readiness.host.${link?.why ?? 'notSet'}`, { key })];
  const found = { source: hostSource, advice: inOxtrust(key), reason };
  return link?.why === 'path'
    ? notKnown({ ...found, because: message('readiness.because.notAsked') })
    : red({ ...found, because: leadNowhere });
}

function nameFinding(host: string, code: FailureCode, what: Message, advice: Message[]): Finding {
  const found = { source: hostSource, advice, remedy: checkAgain };
  if (code !== 'net.nameUnknown') {
    return notKnown({ ...found, reason: [what], because: message('readiness.because.lookupFailed', { host }) });
  }
  // A name of the inner network, or one that is split between networks, may be known to the users all the same.
  const reason = [message('readiness.host.unknown', { host })];
  return notKnown({ ...found, reason, because: message('readiness.because.hostUnknown', { host }) });
}

/** Whether browsers will take the certificate of that host, as far as this workstation can tell. */
export const linkCertificate = (facts: ReadinessFacts): Finding =>
  fromPage(facts, certificateSource, ({ host, secure, certificate }) => {
    if (!secure) {
      const because = message('readiness.because.unencrypted');
      return amber({ reason: [message('readiness.certificate.none')], because, source: certificateSource });
    }
    if (!certificate) {
      return notKnown({
        reason: [message('readiness.certificate.notSeen')],
        because: message('readiness.because.certificateNotSeen'),
        source: certificateSource,
        remedy: checkAgain,
      });
    }
    const about = { source: certificateSource, remedy: showCertificate, certificate };
    const { distrust, validTo } = certificate;
    if (distrust !== undefined) {
      const why = whyNotTrusted(certificate, host, new Date(facts.checkedAt));
      const reason = [...why, message('readiness.certificate.rejected')];
      return amber({ ...about, reason, because: message('readiness.because.certificateRejected') });
    }
    const n = Math.floor((Date.parse(validTo) - Date.parse(facts.checkedAt)) / DAY_MS);
    const end = { n, day: { at: validTo, as: 'day' } } as const;
    if (n <= SOON_DAYS) {
      const reason = [message('readiness.certificate.ends', end)];
      return amber({ ...about, reason, because: message('readiness.because.certificateEnds') });
    }
    return { ...green([message('readiness.certificate.trusted', end)], certificateSource), certificate };
  });

/** Whether the page on which users ask for the mail answers. */
export const reminderPage = (facts: ReadinessFacts): Finding =>
  fromPage(facts, pageSource, ({ page, host, url }) => {
    if (page) return pageFinding(page, url);
    const because = message('readiness.because.pageNoName', { host });
    return notKnown({ reason: [message('readiness.page.noName')], because, source: pageSource });
  });

/** Not reached from here says nothing about users elsewhere, unless somebody answered. */
const answeredNo: readonly FailureCode[] = ['net.refused', 'tls.unexpected', 'tls.failed', 'tls.keyUsage', 'tls.old'];

function pageFinding(page: PageSeen, url: string): Finding {
  const about = { source: pageSource, remedy: checkAgain };
  if (page.kind === 'notHttp') {
    const reason = [message('readiness.page.notHttp', { url, detail: page.detail })];
    return red({ ...about, reason, because: message('readiness.because.pageNotHttp') });
  }
  if (page.kind === 'failed') {
    const { what } = sentencesOf(page.failure);
    const reason = [message('readiness.page.failed', { url, what }), message('readiness.page.fromHere')];
    const found = { ...about, reason, because: message('readiness.because.pageSilent') };
    return answeredNo.includes(page.failure.code) ? red(found) : notKnown(found);
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
  const about = { source: pageSource, remedy: checkAgain };
  const titled = (what: Message): Message[] =>
    title === undefined ? [what] : [what, message('readiness.page.title', { title })];
  if (trouble === 'error') {
    const reason = titled(message('readiness.page.error', { url }));
    return red({ ...about, reason, because: message('readiness.because.pageError') });
  }
  if (trouble === 'noForm') {
    const reason = titled(message('readiness.page.noForm', { url }));
    return amber({ ...about, reason, because: message('readiness.because.pageNoForm') });
  }
  if (status === OK) return green(titled(message('readiness.page.good', { url })), pageSource);
  const because = message('readiness.because.pageStatus', { status });
  if (status >= ERROR || status < REDIRECT) {
    return red({ ...about, reason: titled(message('readiness.page.status', { url, status })), because });
  }
  if (location === undefined) {
    return red({ ...about, reason: [message('readiness.page.redirectsNowhere', { url, status })], because });
  }
  const found = { ...about, reason: [message('readiness.page.redirects', { url, location, status })] };
  return TO_LOGIN.test(location.replace(/^https?:\/\/[^/]*/i, ''))
    ? red({ ...found, because: message('readiness.because.pageToLogin'), source: 'oxTrust issue 607' })
    : amber({ ...found, because: message('readiness.because.pageElsewhere') });
}
