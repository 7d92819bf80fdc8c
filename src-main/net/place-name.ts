import { type SshHop, wayText } from '../../src-shared/model/route';
import { hostKey } from './host-name';
import { place } from './tcp';

/** A place a connection may go to. `via`: the SSH hosts (wayText) from the last of which it is looked up, if any. */
export interface Place {
  host: string;
  port: number;
  via?: string;
}

/** Tells places apart. */
export const placeKey = ({ host, port, via }: Place): string =>
  `${place({ host: hostKey(host), port })}${via ? ` via ${via}` : ''}`;

/** The place `host` and `port` are where the SSH hosts of `way` lead. */
export const placeAfter = (way: readonly SshHop[], host: string, port: number): Place => ({
  host,
  port,
  ...(way.length > 0 ? { via: wayText(way.map((hop) => ({ ...hop, host: hostKey(hop.host) }))) } : {}),
});

/** Every SSH host on a way as a place: each is looked up by the one before it. */
export const placesOf = <Hop extends SshHop>(way: readonly Hop[]): { hop: Hop; place: Place }[] =>
  way.map((hop, index) => ({ hop, place: placeAfter(way.slice(0, index), hop.host, hop.port) }));

/** Where a web address leads. Takes http and https only. */
export function webPlace(address: string | URL): { host: string; ports: number[] } {
  const { hostname, port, protocol } = new URL(address);
  return { host: hostname.replace(/^\[(.*)\]$/, '$1'), ports: [Number(port) || (protocol === 'https:' ? 443 : 80)] };
}
