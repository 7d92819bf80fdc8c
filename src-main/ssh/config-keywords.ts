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

/** Those that could change it too, and are not followed: what the user is told where one is switched on. */
const unfollowed: Record<string, string> = {
  canonicalizehostname: 'CanonicalizeHostname is not followed: sections for the full name of the host do not count.',
  certificatefile: 'Certificates of users are not used.',
  pkcs11provider: 'Keys on smart cards are not used, unless an agent holds them.',
  gssapiauthentication: 'Kerberos tickets are not used for the login.',
  hostbasedauthentication: 'Logins by the key of this computer are not used.',
  addressfamily: 'AddressFamily is not followed: the addresses are taken as the resolver gives them.',
  bindaddress: 'BindAddress is not followed: the system chooses the address to connect from.',
  bindinterface: 'BindInterface is not followed: the system chooses the address to connect from.',
};
/** Values that ask for nothing. */
const OFF = ['no', 'false', 'none', 'any', ''];
/** How OpenSSH writes that a switch is on. */
const ON = ['yes', 'true'];

/** All values of these count, not the first alone. */
const several = ['identityfile', 'certificatefile'];

/** Whether the values of a keyword, in lower case, are used here. */
export const isFollowed = (keyword: string): boolean => followed.has(keyword);
/** All others change nothing here: what is forwarded, shown or sent along, timeouts, and algorithms, which this app chooses itself. */
export const isKept = (keyword: string): boolean => followed.has(keyword) || keyword in unfollowed;
/** Whether all values of a keyword count, and not the first alone. */
export const allCount = (keyword: string): boolean => several.includes(keyword);

export const isOn = (keyword: string, values: ReadonlyMap<string, readonly string[]>): boolean =>
  ON.includes(values.get(keyword)?.[0]?.toLowerCase() ?? '');

/** What is said of a host's values that are not followed, a sentence each. */
export const notFollowed = (values: ReadonlyMap<string, readonly string[]>): string[] =>
  Object.entries(unfollowed).flatMap(([keyword, sentence]) => {
    const [value = ''] = values.get(keyword) ?? [];
    return OFF.includes(value.toLowerCase()) ? [] : [sentence];
  });

/**
 * The words of a value as its keyword has them: commands are one text, and ProxyJump has no quotes but may have a comment
 * (readconf.c of OpenSSH).
 */
export function valuesOf(line: ConfigLine, wordsOf: (line: ConfigLine) => string[]): string[] {
  if (line.keyword === 'proxyjump') return [(line.rest.split('#', 1)[0] ?? '').trim()];
  return line.keyword === 'proxycommand' || line.keyword === 'knownhostscommand' ? [line.rest] : wordsOf(line);
}
