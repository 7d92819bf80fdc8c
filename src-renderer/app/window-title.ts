import { environmentLabels } from '../../src-shared/model/server';
import { useApp } from '../state/app-store';
import { useServers } from '../state/servers-store';
import { useLock } from './lock/locked-store';

/** The title of the window: the server in hand with its environment, and nothing of any server while locked. */
export function useWindowTitle(): string {
  const locked = useLock((state) => state.locked);
  const view = useApp((state) => state.view);
  const server = useServers(({ servers }) =>
    view.kind === 'server' ? servers.find(({ id }) => id === view.serverId) : undefined,
  );
  return server && !locked ? `${server.name} — ${environmentLabels[server.environment]}` : 'Gluu Console';
}
