import { homedir } from 'node:os';
import type { Route, SshRoute } from '../../src-shared/model/route';
import type { HostKeyFacts, SshConfigHost } from '../../src-shared/model/ssh';
import { AppError } from '../base/app-error';
import { withDeadline } from '../net/deadline';
import type { Network } from '../net/network';
import type { Endpoint } from '../net/tcp';
import type { Work } from '../work/work';
import { createHostKeys } from './host-keys';
import type { OpenKey } from './open-key';
import type { RemoteFiles } from './remote-files';
import { RouteConnection } from './route-connection';
import { createRoutePlanner, type HopPlan, type RealHop } from './route-plan';
import { openFiles } from './sftp-files';
import { Slots } from './slots';
import { createConfigReader } from './ssh-config-file';
import { sshNetwork } from './ssh-network';
import { type AskUser, type RouteGuard, type SshLimits, type SshSecrets, sshLimits } from './ssh-options';

export type { AskUser, RouteGuard, SshLimits, SshSecrets } from './ssh-options';

export interface SshRoutesOptions {
  ask: AskUser;
  openKey: OpenKey;
  guard: RouteGuard;
  /** Where `.ssh` lies; the user's own home folder by default. */
  home?: string;
  limits?: Partial<SshLimits>;
}

/**
 * The ways through SSH. A route is looked up in `~/.ssh/config` once for each use: what that gives is shown to the guard, and
 * is what is connected to. One connection per `key` and such way, shared by all who ask for it at the same time and later.
 */
export interface SshRoutes {
  /**
   * The hosts a route really leads over, as the configuration stands now; none if it is direct. Throws AppError
   * `ssh.noConfig`, as the step `SSH` of `work` if that is given.
   */
  way(route: Route, work?: Work): Promise<readonly RealHop[]>;
  /**
   * The network as the far end of the route sees it. Connects if there is no connection yet, in the steps `SSH jump …` (one
   * for each jump host), `SSH` and `SSH login`. Once the connection ended, whoever holds the network gets `ssh.dropped`, and
   * the next call connects again. Throws AppError `ssh.*`, `net.*`, `place.*`, `secret.*`, `work.cancelled`.
   */
  network(key: string, route: SshRoute, secrets: SshSecrets, work: Work): Promise<Network>;
  /** Files at the far end, over the same connection; to be closed by the caller. Throws as `network` does, and what `noFiles` gives. */
  files(key: string, route: SshRoute, secrets: SshSecrets, work: Work): Promise<RemoteFiles>;
  /**
   * Adds a host key to the user's known_hosts: only the very key that was shown last for that host and was unknown. Throws
   * AppError `ssh.hostKeyUnknown` for any other, and `file.unwritable`.
   */
  acceptHostKey(facts: HostKeyFacts): Promise<void>;
  /** The hosts that the user's own SSH configuration names. Throws AppError `ssh.noConfig` if it cannot be read. */
  configHosts(): Promise<SshConfigHost[]>;
  /** Ends the connections of that key, also one that is being made. */
  close(key: string): void;
  closeAll(): void;
}

/** Makes the ways through SSH; `ask` puts the questions of servers to the user. */
export function createSshRoutes({
  ask,
  openKey,
  guard,
  home = homedir(),
  limits: changed = {},
}: SshRoutesOptions): SshRoutes {
  const limits = { ...sshLimits, ...changed };
  const hostKeys = createHostKeys();
  const planner = createRoutePlanner(createConfigReader(home), home);
  const open = new Map<string, Map<string, RouteConnection>>();
  const handshakes = new Map<string, Slots>();

  function handshakesAt(host: string): Slots {
    const slots = handshakes.get(host) ?? new Slots(limits.handshakes);
    handshakes.set(host, slots);
    return slots;
  }

  const plan = (route: SshRoute, work?: Work): Promise<HopPlan[]> =>
    planner
      .plan(route)
      .catch((error: unknown) => (work ? work.step('SSH', () => Promise.reject(error)) : Promise.reject(error)));

  async function connectionBy(key: string, route: SshRoute, secrets: SshSecrets, work: Work) {
    const way = await plan(route, work);
    await guard.allow(way, work);
    return { way, connection: connectionFor(key, way, secrets) };
  }

  function connectionFor(key: string, way: readonly HopPlan[], secrets: SshSecrets): RouteConnection {
    const ofKey = open.get(key) ?? new Map<string, RouteConnection>();
    open.set(key, ofKey);
    const wanted = JSON.stringify(way);
    const known = ofKey.get(wanted);
    if (known) return known;
    const connection = new RouteConnection(way, {
      hostKeys,
      secrets,
      ask,
      openKey,
      limits,
      handshakesAt,
      onOver: () => {
        if (ofKey.get(wanted) === connection) ofKey.delete(wanted);
        if (ofKey.size === 0 && open.get(key) === ofKey) open.delete(key);
      },
    });
    ofKey.set(wanted, connection);
    return connection;
  }

  function close(key: string): void {
    for (const connection of [...(open.get(key)?.values() ?? [])]) connection.close();
  }

  return {
    way: async (route, work) => (route.kind === 'direct' ? [] : plan(route, work)),

    async network(key, route, secrets, work) {
      const { way, connection } = await connectionBy(key, route, secrets, work);
      const link = await connection.link(work);
      const check = (target: Endpoint) => guard.check(way, target);
      return sshNetwork(link, { slots: connection.slots, lookUpMs: limits.lookUpMs, way, check });
    },

    async files(key, route, secrets, work) {
      const { connection } = await connectionBy(key, route, secrets, work);
      const link = await connection.link(work);
      const late = () => new AppError('ssh.tooManyChannels', { at: link.at });
      const release = await withDeadline(limits.fileMs, work.signal, (inTime) => connection.slots.take(inTime), late);
      return openFiles(link, work.signal, limits.fileMs, release);
    },

    acceptHostKey: (facts) => hostKeys.accept(facts),
    configHosts: () => planner.configHosts(),
    close,
    closeAll() {
      for (const key of [...open.keys()]) close(key);
    },
  };
}
