import type { ServerId, ServerProfile } from '../../src-shared/model/server';
import { AppError } from '../base/app-error';
import type { KnownServers } from '../registry/known-servers';
import type { ServerRegistry } from '../registry/server-registry';
import type { Handlers } from '../work/work';

export type OrderCalls = Pick<Handlers, 'server.order' | 'server.favourite'>;

/**
 * The profiles in the order of `ids`; those that are not named, e.g. because they were added meanwhile, stay behind them
 * as they were. Throws AppError `server.unknown` for an id that is not there, `input.invalid` for one named twice.
 */
export function inOrder(profiles: readonly ServerProfile[], ids: readonly ServerId[]): ServerProfile[] {
  const left = new Map(profiles.map((profile) => [profile.id, profile]));
  const first = ids.map((id) => {
    const profile = left.get(id);
    if (!profile)
      throw profiles.some((known) => known.id === id)
        ? new AppError('input.invalid', { detail: 'a server is named twice' })
        : new AppError('server.unknown');
    left.delete(id);
    return profile;
  });
  return [...first, ...left.values()];
}

/** The calls about what stands where in the list. Demo servers are passing: they have no place of their own. */
export function serverOrderService(
  registry: ServerRegistry,
  servers: Pick<KnownServers, 'isDemo' | 'summary'>,
  onChange: () => void,
): OrderCalls {
  return {
    async 'server.order'({ serverIds }) {
      await registry.setOrder(serverIds);
      onChange();
    },
    async 'server.favourite'({ serverId, favourite }) {
      if (servers.isDemo(serverId)) throw new AppError('server.readOnly', { detail: 'a server of the demo fleet' });
      await registry.setFavourite(serverId, favourite);
      onChange();
      return servers.summary(serverId);
    },
  };
}
