import { createHmac, randomBytes } from 'node:crypto';
import { isIPv4, isIPv6, SocketAddress } from 'node:net';
import { domainToASCII } from 'node:url';
import { DEFAULT_SSH_PORT } from '../../src-shared/model/route';
import type { Endpoint } from '../net/tcp';
import { matchesHostList } from './host-pattern';

/** The names under which known_hosts may have a server. */
export interface KnownNames {
  /** The one that is looked up: the HostKeyAlias, or the host, with its port unless that is 22. */
  name: string;
  /** The host without its port, which vouches for a server whose `name` is new; absent with a HostKeyAlias and on port 22. */
  withoutPort?: string;
  /** Both, and with a HostKeyAlias the host's own names too: a key that was revoked under any of them is not accepted. */
  all: readonly string[];
}

/** The names of a server, formed as ssh(1) does: in lower case, an address in its usual form, and `[host]:port` for all ports but 22. */
export function knownNames({ host, port }: Endpoint, alias?: string): KnownNames {
  const bare = usualForm(host);
  const own = port === DEFAULT_SSH_PORT ? bare : `[${bare}]:${port}`;
  const name = alias?.toLowerCase() ?? own;
  const withoutPort = alias === undefined && own !== bare ? { withoutPort: bare } : {};
  return { name, ...withoutPort, all: [...new Set([name, own, bare])] };
}

/** `2001:DB8::0001` is the same as `2001:db8::1`, and `127.1` as `127.0.0.1`. A dot at the end stays: OpenSSH keeps it. */
function usualForm(host: string): string {
  if (isIPv6(host)) {
    const [address = '', ...zone] = host.split('%');
    return [new SocketAddress({ address, family: 'ipv6' }).address, ...zone].join('%');
  }
  const address = /^[\da-fx.]*[\da-fx]$/i.test(host) ? domainToASCII(host) : '';
  return isIPv4(address) ? address : host.toLowerCase();
}

const HASHED = '|1|';
const SALT_BYTES = 20;
/** Of a hashed name: two values of 20 bytes in base64 and what surrounds them. */
const HASHED_LENGTH = 60;
/** A list with a longer pattern matches nothing (match.c of OpenSSH). */
const MAX_PATTERN = 1022;

/** Whether the first field of a known_hosts line, patterns separated by commas or one hashed name, is about a name. */
export function isAbout(hosts: string, name: string): boolean {
  if (hosts.startsWith('|')) {
    if (hosts.length !== HASHED_LENGTH) return false;
    const [salt = ''] = hosts.slice(HASHED.length).split('|', 1);
    return hosts === hashName(name, Buffer.from(salt, 'base64'));
  }
  const patterns = hosts.split(',');
  return matchesHostList(name, patterns) && !patterns.some((each) => each.replace(/^!/, '').length > MAX_PATTERN);
}

const hashName = (name: string, salt: Buffer): string =>
  `${HASHED}${salt.toString('base64')}|${createHmac('sha1', salt).update(name).digest('base64')}`;

/** Letters, digits and signs of host names and addresses: all others mean something in known_hosts. */
const PLAIN_NAME = /^[a-z\d._:%[\]-]+$/;

/**
 * The first field of a line for this name alone. Hashed, the name cannot be read from it; a name that would be read as a
 * pattern, as a HostKeyAlias `*`, is always hashed.
 */
export const hostsField = (name: string, hashed: boolean): string =>
  hashed || !PLAIN_NAME.test(name) ? hashName(name, randomBytes(SALT_BYTES)) : name;
