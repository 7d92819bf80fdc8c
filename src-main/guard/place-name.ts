import { domainToASCII, domainToUnicode } from 'node:url';
import { type Route, routeText } from '../../src-shared/model/route';
import { place } from '../net/tcp';

/** A place a connection may go to. `via`: the SSH route (routeText) at whose far end the host is looked up, if any. */
export interface Place {
  host: string;
  port: number;
  via?: string;
}

/** The form of a host under which two spellings of one name meet: lower case, punycode, no dot at the end. */
export function hostKey(host: string): string {
  const bare = host.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
  // An IPv6 address, and what no resolver takes for a name, have no punycode.
  return domainToASCII(bare) || bare.toLowerCase();
}

/** Tells places apart. */
export const placeKey = ({ host, port, via }: Place): string =>
  `${place({ host: hostKey(host), port })}${via ? ` via ${via}` : ''}`;

/** A host as a person reads it, with its punycode behind it where the two differ: letters of other scripts look alike. */
export function hostName(host: string): string {
  const ascii = hostKey(host);
  const unicode = domainToUnicode(ascii) || host;
  return unicode === ascii ? ascii : `${unicode} (${ascii})`;
}

/** Every place a connection to `host` and `ports` by this route touches, in the order they are passed. */
export function placesOn(route: Route, host: string, ports: readonly number[]): Place[] {
  const via = routeText(route);
  const target = ports.map((port): Place => ({ host, port, ...(via ? { via } : {}) }));
  if (route.kind === 'direct') return target;
  const hops = [...route.jumps, route].map((hop): Place => ({ host: hop.host, port: hop.port }));
  return [...hops, ...target];
}

/** Where a web address leads. Takes http and https only. */
export function webPlace(address: string | URL): { host: string; ports: number[] } {
  const { hostname, port, protocol } = new URL(address);
  return { host: hostname.replace(/^\[(.*)\]$/, '$1'), ports: [Number(port) || (protocol === 'https:' ? 443 : 80)] };
}
