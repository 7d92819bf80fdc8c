import { environmentLabels } from '../../src-shared/model/environment';
import { serverInHand, useApp } from '../state/app-store';
import { useServers } from '../state/servers-store';
import { useSay } from '../ui/texts-store';
import { useLock } from './lock/locked-store';

/** The title of the window: the server in hand with its environment, and nothing of any server while locked. */
export function useWindowTitle(): string {
  const say = useSay();
  const locked = useLock((state) => state.locked);
  const view = useApp((state) => state.view);
  const server = useServers(({ servers }) => serverInHand(view, servers));
  return server && !locked
    ? say('app.window.title', { name: server.name, environment: environmentLabels[server.environment] })
    : 'Gluu Console';
}
