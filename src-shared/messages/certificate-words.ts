import { dayText } from '../base/moment';
import type { CertificateFacts } from '../model/certificate';

const SELF_SIGNED = 'It is self-signed: only the server itself vouches for it.';
const PURPOSE = 'It was not issued for servers (key usage or extended key usage).';
const UNKNOWN_AUTHORITY =
  'It comes from an authority that this computer does not know, or the server leaves out a certificate in between.';

/** Node's codes of why a certificate is not trusted, told in whole sentences. Dates and names are told apart from these. */
const byDistrust: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: SELF_SIGNED,
  SELF_SIGNED_CERT_IN_CHAIN: 'It comes from an authority that this computer does not know.',
  UNABLE_TO_GET_ISSUER_CERT: UNKNOWN_AUTHORITY,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNKNOWN_AUTHORITY,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNKNOWN_AUTHORITY,
  INVALID_CA: 'It was issued with a certificate that may not issue any.',
  INVALID_PURPOSE: PURPOSE,
  CERT_UNTRUSTED: 'The authority behind it is not trusted for servers.',
  CERT_REJECTED: 'The authority behind it is marked as rejected.',
  CERT_REVOKED: 'It was revoked.',
  CERT_SIGNATURE_FAILURE: 'Its signature is wrong.',
  CERT_CHAIN_TOO_LONG: 'Its chain is too long.',
  PATH_LENGTH_EXCEEDED: 'An authority in its chain may not certify other authorities (path length).',
  // What Node and Electron say of all that they have no code for; measured with the first two.
  UNSPECIFIED:
    'It breaks a rule: its authority may not issue for this name, it has an unknown critical extension, or its signature is weak.',
};

/** Codes that are about who issued it. */
const OF_AUTHORITY = /SELF_SIGNED|UNABLE_TO/;

/** The sentences for the rules that a certificate breaks, other than its authority, its dates and its names. */
export function rulesBroken({
  distrust = '',
  notForServers,
}: Pick<CertificateFacts, 'distrust' | 'notForServers'>): string {
  const told = OF_AUTHORITY.test(distrust) ? undefined : byDistrust[distrust];
  return [...new Set([told, notForServers ? PURPOSE : undefined])].filter(Boolean).join(' ');
}

/** Said only where the certificate's own dates and names do not show it: then it is true of another one in the chain. */
const byDateOrName: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'A certificate behind it has expired.',
  CERT_NOT_YET_VALID: 'A certificate behind it is not valid yet.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'It is for another host.',
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

/** The names of a certificate, the first of them where it has many; its subject where it has none. */
export function shownNames({
  names,
  moreNames = 0,
  subject,
}: Pick<CertificateFacts, 'names' | 'moreNames' | 'subject'>) {
  const shown = names.slice(0, NAMES_SHOWN);
  const more = names.length - shown.length + moreNames;
  return (shown.map(shownName).join(', ') || shownName(subject)) + (more > 0 ? ` and ${more} more` : '');
}

/**
 * Every cause for which this computer does not trust a certificate, at least one, each a sentence: a library names only the
 * first it meets. `host` is the one that was dialled, `now` this computer's clock.
 */
export function whyNotTrusted(certificate: CertificateFacts, host: string, now = new Date()): string[] {
  const { distrust, otherHost, selfSigned, validFrom, validTo, notForServers } = certificate;
  const known = distrust === undefined || Object.hasOwn(byDateOrName, distrust);
  const told = known ? undefined : (byDistrust[distrust] ?? `This computer does not trust it (${distrust}).`);
  // Electron's library gives a self-signed certificate the code of one whose authority is unknown.
  const causes = told === undefined ? [] : [selfSigned && told === UNKNOWN_AUTHORITY ? SELF_SIGNED : told];
  if (notForServers && told !== PURPOSE) causes.push(PURPOSE);
  const clock = `by this computer’s clock today is ${dayText(now.toISOString())}.`;
  if (Date.parse(validTo) < now.getTime()) causes.push(`It ended on ${dayText(validTo)}; ${clock}`);
  if (Date.parse(validFrom) > now.getTime()) causes.push(`It begins on ${dayText(validFrom)}; ${clock}`);
  if (otherHost) causes.push(`It is for ${shownNames(certificate) || 'no name at all'}, not for ${host}.`);
  return causes.length > 0 ? causes : [byDateOrName[distrust ?? ''] ?? 'This computer does not trust it.'];
}
