import { message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import type { KnownServers } from '../registry/known-servers';
import type { ServerRegistry } from '../registry/server-registry';
import type { CallsOf } from '../work/work';

export type OrderCalls = Pick<CallsOf<'server'>, 'server.order' | 'server.favourite'>;

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
      if (servers.isDemo(serverId))
        throw new AppError('server.readOnly', { reason: message('failure.reason.demoServer') });
      await registry.setFavourite(serverId, favourite);
      onChange();
      return servers.summary(serverId);
    },
  };
}
