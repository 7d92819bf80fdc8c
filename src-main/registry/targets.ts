import { routeText } from '../../src-shared/model/route';
import type { LdapTarget, ServerProfile } from '../../src-shared/model/server';

/** The place a profile leads to, by the names in the profile. */
export function targetOf({ host, port, mode, bindDn, route }: ServerProfile): LdapTarget {
  const via = routeText(route);
  return { host, port, mode, bindDn, ...(via ? { via } : {}) };
}

/** What a yes was given for: a profile that was given another host or environment is another server. */
export const writeTarget = (profile: ServerProfile): string =>
  JSON.stringify([profile.id, profile.environment, profile.name, targetOf(profile)]);
