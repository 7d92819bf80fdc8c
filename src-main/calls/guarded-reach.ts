import type { SshHop } from '../../src-shared/model/route';
import type { ServerProfile } from '../../src-shared/model/server';
import { message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { allowCurrent } from '../guard/ask-once';
import { type ClearLogin, type ClearText, clearTextRefused } from '../guard/clear-text';
import type { Places } from '../guard/places';
import { requireHeld } from '../guard/write-consent';
import { place } from '../net/tcp';
import type { Reach } from '../reach/reach';
import type { Reachable } from '../servers/save-server';
import type { RealHop } from '../ssh/route-plan';
import type { RouteGuard, SshRoutes } from '../ssh/ssh-routes';
import type { Work } from '../work/work';

/** The question for the LDAP server of a profile that is reached by `way`. */
const ldapPlace = ({ host, port, name }: ServerProfile, way: readonly RealHop[]) => ({
  host,
  ports: [port],
  why: message('box.why.ldap'),
  server: name,
  way,
});

/** The login of a profile at its LDAP server that is reached by `way`. */
const ldapLogin = ({ host, port, mode, bindDn, name }: ServerProfile, way: readonly SshHop[]): ClearLogin => ({
  ...{ protocol: 'ldap', host, port, user: bindDn, server: name },
  ways: mode === 'plain' ? [way] : [],
});

/**
 * Reaches a server only where the user has confirmed its place, and without encryption only where they let the password go
 * so; throws AppError `place.*`, `ldap.clearText` and `confirm.tooMany` before anything is sent. Work that the user has agreed
 * to for one server is done on no other: throws AppError `write.changed`.
 */
export function guardReach(
  reach: Reach,
  servers: Pick<Reachable, 'get'>,
  { places, clearText }: { places: Places; clearText: ClearText },
  wayOf: SshRoutes['way'],
): Reach {
  type Target = readonly [ServerProfile, readonly RealHop[]];
  const both = {
    async allow(target: Target, work: Pick<Work, 'signal'>) {
      await places.allow(ldapPlace(...target), work);
      await clearText.allow(ldapLogin(...target), work);
    },
    isAllowed: (target: Target) => places.isAllowed(ldapPlace(...target)) && clearText.isAllowed(ldapLogin(...target)),
  };
  return async (serverId, work, use, manner) => {
    const target = async (): Promise<Target> => {
      const profile = servers.get(serverId);
      return [profile, await wayOf(profile.route, work)];
    };
    await allowCurrent(both, target, work);
    const useHeld: typeof use = async (reached, read) => {
      requireHeld(work, reached.profile);
      return use(reached, read);
    };
    return reach(serverId, work, useHeld, manner);
  };
}

type Agreed = Pick<ClearText, 'isAllowed'>;

/** Throws AppError `ldap.clearText` for an unencrypted connection that the user has not agreed to. */
export function requireNoClearText(profile: ServerProfile, way: readonly SshHop[], clearText: Agreed): void {
  const login = ldapLogin(profile, way);
  if (!clearText.isAllowed(login)) throw clearTextRefused(login);
}

/**
 * Gives no bind password out for an unencrypted connection that the user has not agreed to: a profile or a way that changed
 * since the question is refused here, with AppError `ldap.clearText`.
 */
export const withoutClearText = (servers: Reachable, clearText: Agreed): Reachable => ({
  get: servers.get,
  async secretFor(profile, kind, way) {
    if (kind === 'bindPassword') requireNoClearText(profile, way, clearText);
    return servers.secretFor(profile, kind, way);
  },
});

/**
 * Lets SSH connect to each host on the way, and from its far end, only where the user has confirmed that. Whoever opens a
 * connection from the far end asks beforehand; `check` is for a way that changed since.
 */
export const guardRoutes = (places: Places): RouteGuard => ({
  async allow(way, work) {
    const last = way.at(-1);
    if (!last) return;
    const { host, port, origin } = last;
    const why = message('box.why.ssh');
    await places.allow({ host, ports: [port], why, way: way.slice(0, -1), origin }, work);
  },
  check(way, target) {
    if (places.isAllowed({ host: target.host, ports: [target.port], way })) return;
    throw new AppError('place.notAllowed', { facts: { place: place(target) } });
  },
});
