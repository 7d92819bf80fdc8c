import type { CertificateFacts } from '../model/certificate';
import { type Message, type Moment, message } from '../texts/message';

const SELF_SIGNED = message('certificate.cause.selfSigned');
const PURPOSE = message('certificate.cause.purpose');
const UNKNOWN_AUTHORITY = message('certificate.cause.unknownAuthority');

/** Node's codes of why a certificate is not trusted, in whole sentences. Dates and names are told apart from these. */
const byDistrust: Readonly<Record<string, Message>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: SELF_SIGNED,
  SELF_SIGNED_CERT_IN_CHAIN: message('certificate.cause.unknownRoot'),
  UNABLE_TO_GET_ISSUER_CERT: UNKNOWN_AUTHORITY,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNKNOWN_AUTHORITY,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNKNOWN_AUTHORITY,
  INVALID_CA: message('certificate.cause.issuerNotAllowed'),
  INVALID_PURPOSE: PURPOSE,
  CERT_UNTRUSTED: message('certificate.cause.authorityUntrusted'),
  CERT_REJECTED: message('certificate.cause.authorityRejected'),
  CERT_REVOKED: message('certificate.cause.revoked'),
  CERT_SIGNATURE_FAILURE: message('certificate.cause.signature'),
  CERT_CHAIN_TOO_LONG: message('certificate.cause.chainLength'),
  PATH_LENGTH_EXCEEDED: message('certificate.cause.pathLength'),
  // What Node and Electron say of all that they have no code for; measured with the first two.
  UNSPECIFIED: message('certificate.cause.rule'),
};

/** Codes that are about who issued it. */
const OF_AUTHORITY = /SELF_SIGNED|UNABLE_TO/;

/** The rules that a certificate breaks, other than its authority, its dates and its names. */
export function rulesBroken({
  distrust = '',
  notForServers,
}: Pick<CertificateFacts, 'distrust' | 'notForServers'>): Message[] {
  const told = OF_AUTHORITY.test(distrust) ? undefined : byDistrust[distrust];
  return [...new Set([told, notForServers ? PURPOSE : undefined])].filter((rule) => rule !== undefined);
}

/** Said only where the certificate's own dates and names do not show it: then it is true of another one in the chain. */
const byDateOrName: Readonly<Record<string, Message>> = {
  CERT_HAS_EXPIRED: message('certificate.cause.otherEnded'),
  CERT_NOT_YET_VALID: message('certificate.cause.otherBegins'),
  ERR_TLS_CERT_ALTNAME_INVALID: message('certificate.cause.otherHost'),
};

/** So many names are listed in a sentence or a table. */
const NAMES_SHOWN = 5;
/** In characters: two lines at most. */
const NAME_SHOWN = 120;

/** A subject, an issuer or a name; one that is too long loses its middle. */
export function shownName(name: string): string {
  const half = NAME_SHOWN / 2;
  return name.length <= NAME_SHOWN ? name : `${name.slice(0, half)}…${name.slice(-half)}`;
}

/** The names of a certificate, the first of them where it has many; its subject where it has none, and undefined without. */
export function shownNames({
  names,
  moreNames = 0,
  subject,
}: Pick<CertificateFacts, 'names' | 'moreNames' | 'subject'>): Message | undefined {
  const shown = names.length > 0 ? names.slice(0, NAMES_SHOWN) : [subject].filter(Boolean);
  const more = Math.max(0, names.length - NAMES_SHOWN) + moreNames;
  return shown.length === 0
    ? undefined
    : message('certificate.names', { names: { list: shown.map(shownName), as: 'plain' }, more });
}

function forOthers(certificate: CertificateFacts, host: string | undefined): Message {
  const names = shownNames(certificate);
  if (names === undefined)
    return host === undefined
      ? message('certificate.cause.forNobodyHere')
      : message('certificate.cause.forNobody', { host });
  return host === undefined
    ? message('certificate.cause.forOthersHere', { names })
    : message('certificate.cause.forOthers', { names, host });
}

const day = (at: string): Moment => ({ at, as: 'day' });

/**
 * Every cause for which this computer does not trust a certificate, at least one, each a sentence: a library names only the
 * first it meets. `host` is the one that was dialled, `now` this computer's clock.
 */
export function whyNotTrusted(certificate: CertificateFacts, host?: string, now = new Date()): Message[] {
  const { distrust, otherHost, selfSigned, validFrom, validTo, notForServers } = certificate;
  const known = distrust === undefined || Object.hasOwn(byDateOrName, distrust);
  const told = known ? undefined : (byDistrust[distrust] ?? message('certificate.cause.code', { code: distrust }));
  // Electron's library gives a self-signed certificate the code of one whose authority is unknown.
  const causes = told === undefined ? [] : [selfSigned && told === UNKNOWN_AUTHORITY ? SELF_SIGNED : told];
  if (notForServers && told !== PURPOSE) causes.push(PURPOSE);
  const today = day(now.toISOString());
  if (Date.parse(validTo) < now.getTime())
    causes.push(message('certificate.cause.ended', { ended: day(validTo), today }));
  if (Date.parse(validFrom) > now.getTime())
    causes.push(message('certificate.cause.begins', { begins: day(validFrom), today }));
  if (otherHost) causes.push(forOthers(certificate, host));
  return causes.length > 0 ? causes : [byDateOrName[distrust ?? ''] ?? message('certificate.cause.notTrusted')];
}
