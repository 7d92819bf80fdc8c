import { BlockList, isIP } from 'node:net';
import { isLoopback } from '../../src-shared/model/host';
import type { SshHop } from '../../src-shared/model/route';
import { hostKey } from '../net/host-name';

/** Names of loopback in /etc/hosts of Debian and Red Hat, and addresses that a connection turns into it. */
const OTHER_LOOPBACKS = new Set([
  ...['localhost.localdomain', 'localhost4', 'localhost6', 'ip6-localhost', 'ip6-loopback'],
  ...['0.0.0.0', '::'],
]);

/** Addresses that mean another host in another network (RFC 1918, 3927, 4193, 4291, 6598). */
const local = new BlockList();
for (const [net, bits] of [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
  ['100.64.0.0', 10],
] as const)
  local.addSubnet(net, bits, 'ipv4');
local.addSubnet('fc00::', 7, 'ipv6');
local.addSubnet('fe80::', 10, 'ipv6');

const isOwnHost = (key: string): boolean => isLoopback(withoutZone(key)) || OTHER_LOOPBACKS.has(withoutZone(key));
const withoutZone = (key: string): string => key.replace(/%.*$/, '');

/** Whether a name or an address may mean another host in another network: a bare name, a private address. */
function isLocal(key: string): boolean {
  const kind = isIP(withoutZone(key));
  return kind === 0 ? !key.includes('.') : local.check(withoutZone(key), kind === 4 ? 'ipv4' : 'ipv6');
}

/**
 * The host that is guarded, under one key for as much as possible: all ports of a host, and all ways to a full name or a
 * public address. Loopback behind SSH is the last host of the way. Loopback of this computer differs by port, because its
 * ports may be tunnels.
 */
export function guardedHost(way: readonly SshHop[], host: string, port: number): string {
  const key = hostKey(host);
  const last = way.at(-1);
  const far = last && (() => guardedHost(way.slice(0, -1), last.host, last.port));
  if (far && (isOwnHost(key) || key === hostKey(last.host))) return far();
  if (isOwnHost(key)) return `loopback:${port}`;
  return far && isLocal(key) ? `${key} via ${far()}` : key;
}

/** Keys take long to make, and a list is searched for each. */
const known = new WeakMap<object, string>();

/**
 * What two drafts on one guarded host have in common wherever `~/.ssh/config` leads their routes; undefined where that could
 * be any host.
 */
export function nameOnAnyWay(draft: { host: string; route: { kind: 'direct' | 'ssh' } }): string | undefined {
  const key = known.get(draft) ?? hostKey(draft.host);
  known.set(draft, key);
  if (!isOwnHost(key)) return key;
  return draft.route.kind === 'direct' ? 'loopback' : undefined;
}
