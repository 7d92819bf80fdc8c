export const DEFAULT_SSH_PORT = 22;

interface Hop {
  host: string;
  port: number;
  user: string;
}
type Way<H extends Hop> = { kind: 'direct' } | ({ kind: 'ssh'; jumps: H[] } & H);

const hop = ({ user, host, port }: Hop): string =>
  `${user}@${host.includes(':') ? `[${host}]` : host}${port === DEFAULT_SSH_PORT ? '' : `:${port}`}`;

/** SSH hosts in the order they are passed, as one text: `user@host`, with the port unless it is 22. */
export const wayText = (hops: readonly Hop[]): string => hops.map(hop).join(' → ');

/** The hosts a route names, from this computer on; none if it is direct. What `~/.ssh/config` makes of them, only main knows. */
export const namedHops = <H extends Hop>(route: Way<H>): H[] =>
  route.kind === 'direct' ? [] : [...route.jumps, route];

/** The route as the list shows it: `user@host`, jump hosts first; undefined if direct. */
export const routeText = (route: Way<Hop>): string | undefined =>
  route.kind === 'direct' ? undefined : wayText(namedHops(route));
