import { hostProblem } from '../../src-shared/model/host';
import { namedHops, type Route } from '../../src-shared/model/route';
import type { SshConfigHost } from '../../src-shared/model/ssh';
import { AppError } from '../base/app-error';

/**
 * An SSH host of a route is a host name, or an alias of the user's own configuration whatever it looks like. Throws AppError
 * `input.invalid` for what is neither, unless it is `known` already, and `ssh.noConfig` if the configuration cannot be read.
 */
export async function requireNames(
  route: Route,
  known: Route | undefined,
  configured: () => Promise<readonly SshConfigHost[]>,
): Promise<void> {
  const kept = new Set(known ? namedHops(known).map(({ host }) => host) : []);
  const hops = namedHops(route);
  const odd = hops.flatMap(({ host }, index) => {
    const problem = kept.has(host) ? undefined : hostProblem(host);
    return problem === undefined ? [] : [{ host, index, problem }];
  });
  if (odd.length === 0) return;
  const aliases = new Set((await configured()).map(({ alias }) => alias));
  const wrong = odd.filter(({ host }) => !aliases.has(host));
  if (wrong.length === 0) return;
  const fieldOf = (index: number) => (index === hops.length - 1 ? 'host' : `jumps.${index}.host`);
  const fields = wrong.map(({ index, problem }) => [`draft.route.${fieldOf(index)}`, problem] as const);
  throw new AppError('input.invalid', { fields: Object.fromEntries(fields) });
}
