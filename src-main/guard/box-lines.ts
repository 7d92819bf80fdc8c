import { type Message, message, verbatim, type Words } from '../../src-shared/texts/message';
import { hostName } from '../net/host-name';
import { byNumber, MAX_TEXT, nameText, oneRow, plainText, widthOf } from './box-text';
import type { BoxLine, Question } from './confirm';

/** What still is compared at a glance in one line. */
const MAX_SIDE = 60;
const USER = 50;
const SSH_USER = 24;

/** A server's name with its environment. */
export const labelled = (name: string, environment: Words): Message =>
  message('box.labelled', { name: nameText(name), environment });

/** The name of a server profile. */
export const serverLine = (name: string): BoxLine => ({ row: message('box.server', { text: name }) });

type AddressLine = 'box.mail.to' | 'box.mail.from' | 'box.write.mail' | 'box.write.linkTo' | 'box.write.mailWent';

/** A mail address whole, its domain with its punycode, and its letters outside ASCII by number. */
export function addressLines(id: AddressLine, address: string): BoxLine[] {
  const letters = byNumber(address.slice(0, address.lastIndexOf('@')));
  return [
    message(id, { address: addressText(address) }),
    ...(letters === undefined ? [] : [message('box.mail.letters', { letters })]),
  ];
}

/** A mail address with the punycode of its domain. */
export function addressText(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}@${hostName(address.slice(at + 1))}`;
}

/** A user name of a login whole, and its letters outside ASCII by number. */
export function userLines(user: string): BoxLine[] {
  const letters = byNumber(user.slice(0, MAX_SIDE));
  return [
    ...(widthOf(plainText(user)) <= USER
      ? [message('box.user', { user })]
      : [message('box.user.long'), { quoted: user }]),
    ...(letters === undefined ? [] : [message('box.user.letters', { letters })]),
  ];
}

type HostLine = 'host' | 'to' | 'its' | 'from' | 'next' | 'mail' | 'ssh' | 'through';

/** A host in full, with its punycode if it looks otherwise, and its ports on a separate line. `about` stands beside the host. */
export function hostLines(is: HostLine, host: string, ports: readonly number[], about?: Words): BoxLine[] {
  const named = hostName(host);
  const says = message(`box.host.${is}`, {
    host: about ? message('box.host.about', { host: named, about }) : named,
  });
  return [
    is === 'through' ? { inside: says } : says,
    message('box.ports', { n: ports.length, ports: { list: ports.map(String), as: 'plain' } }),
  ];
}

/** The SSH hosts (routeText) on the way, if any. */
export const throughLines = (via: string | undefined): BoxLine[] =>
  (via?.split(' → ') ?? []).map((hop) => {
    const at = hop.lastIndexOf('@');
    return message('box.through', { hop: `${oneRow(hop.slice(0, at), SSH_USER)}${hop.slice(at)}` });
  });

/** A certificate's fingerprint, eight bytes a line: a row of 95 characters is not compared by anybody. */
export const fingerprintLines = (sha256: string): BoxLine[] =>
  ['SHA-256', ...(sha256.match(/.{1,24}/g) ?? [])].map(verbatim);

/**
 * One change, from what to what: in a line if both are short, else each on a separate line. Where a web or mail address is
 * too long to be shown whole, or its host is of another script, that host follows in ASCII.
 */
export function changeLines(label: Words, before: Words, after: Words): BoxLine[] {
  const hosts = typeof after === 'string' ? hostsBehind(after) : [];
  if ([before, after].every((side) => typeof side !== 'string' || side.length <= MAX_SIDE) && hosts.length === 0)
    return [message('box.change', { label, before: orEmpty(before), after: orEmpty(after) })];
  return [message('box.change.label', { label }), ...sideLines('from', before), ...sideLines('to', after), ...hosts];
}

const orEmpty = (side: Words): Words => (side === '' ? message('value.empty') : side);

/** Without a blank it is one word, as hosts and addresses are, and forges no line. */
const sideLines = (is: 'from' | 'to', side: Words): BoxLine[] =>
  typeof side === 'string' && side.length > MAX_SIDE && /\s/.test(side)
    ? [{ inside: message(`box.change.${is}.below`) }, { quoted: side }]
    : [{ inside: message(`box.change.${is}`, { text: orEmpty(side) }) }];

const ADDRESSED = /(?:\/\/(?:[^/?#\s]*@)?|@)([^\s/?#"'<>,;:@]+)/g;

function hostsBehind(text: string): BoxLine[] {
  const isWhole = plainText(text).length <= MAX_TEXT;
  const named = [...text.matchAll(ADDRESSED)].map(([, host = '']) => host);
  const bare = /^[^\s/@]+\.[^\s/@]+$/.test(text) ? [text] : [];
  const hidden = [...new Set([...named, ...bare])].filter((host) => !isWhole || byNumber(host) !== undefined);
  return hidden.map((host) => ({ inside: message('box.change.host', { host: hostName(host) }) }));
}

/** Asks whether a certificate is to be trusted at a host. `what`: of what it is, and `where`. */
export const trustQuestion = (
  what: Message,
  where: readonly BoxLine[],
  { host, sha256 }: { host: string; sha256: string },
  note: Message = message('box.trust.compare'),
): Question => ({
  message: message('box.trust.question', { host: hostName(host) }),
  lines: [what, ...where, ...fingerprintLines(sha256), 'gap', note],
  yes: message('word.trustCertificate'),
});
