import { type Message, message } from '../../src-shared/texts/message';
import type { ConfigLine } from './config-lines';

/** The keywords of ssh_config(5) that can change where a connection goes or how it is logged in. The value of each is followed. */
const followed = new Set([
  'hostname',
  'port',
  'user',
  'identityfile',
  'identitiesonly',
  'identityagent',
  'proxycommand',
  'proxyjump',
  'hostkeyalias',
  'userknownhostsfile',
  'globalknownhostsfile',
  'revokedhostkeys',
  'knownhostscommand',
  'tag',
  'include',
]);

/** Those that could change it too, and are not followed: the user is told where one is switched on. */
const unfollowed = [
  'canonicalizehostname',
  'certificatefile',
  'pkcs11provider',
  'gssapiauthentication',
  'hostbasedauthentication',
  'addressfamily',
  'bindaddress',
  'bindinterface',
] as const;
/** Values that ask for nothing. */
const OFF = ['no', 'false', 'none', 'any', ''];
/** How OpenSSH writes that a switch is on. */
const ON = ['yes', 'true'];

/** All values of these count, not the first alone. */
const several = ['identityfile', 'certificatefile'];

/** Whether the values of a keyword, in lower case, are used here. */
export const isFollowed = (keyword: string): boolean => followed.has(keyword);
/** All others change nothing here: what is forwarded, shown or sent along, timeouts, and algorithms, which this app chooses itself. */
export const isKept = (keyword: string): boolean => followed.has(keyword) || unfollowed.some((one) => one === keyword);
/** Whether all values of a keyword count, and not the first alone. */
export const allCount = (keyword: string): boolean => several.includes(keyword);

export const isOn = (keyword: string, values: ReadonlyMap<string, readonly string[]>): boolean =>
  ON.includes(values.get(keyword)?.[0]?.toLowerCase() ?? '');

/** What is said of a host's values that are not followed, a sentence each. */
export const notFollowed = (values: ReadonlyMap<string, readonly string[]>): Message[] =>
  unfollowed
    .filter((keyword) => !OFF.includes((values.get(keyword)?.[0] ?? '').toLowerCase()))
    .map((keyword) => message(`ssh.notFollowed.${keyword}`));

/**
 * The words of a value as its keyword has them: commands are one text, and ProxyJump has no quotes but may have a comment
 * (readconf.c of OpenSSH).
 */
export function valuesOf(line: ConfigLine, wordsOf: (line: ConfigLine) => string[]): string[] {
  if (line.keyword === 'proxyjump') return [(line.rest.split('#', 1)[0] ?? '').trim()];
  return line.keyword === 'proxycommand' || line.keyword === 'knownhostscommand' ? [line.rest] : wordsOf(line);
}
