import type { WindowCommand } from '../../src-shared/contract';
import { testMail } from '../mail/mail-test-store';
import { openOnboarding } from '../onboarding/onboarding-store';
import { review } from '../organization/organization-update';
import { checkServer } from '../overview/check-store';
import { openImport } from '../profiles/import-store';
import { useServers } from '../servers/servers-store';
import { openFront, setDrawer, show, showServer, useApp } from './app-store';
import { lockNow, useLock } from './locked-store';
import { goToRegion } from './regions';

export const FIND_SERVER_ID = 'find-a-server';

/** Carries out a command of the menu, the palette or a key, for the server in hand where it needs one. */
export function run(command: WindowCommand): void {
  const { view } = useApp.getState();
  const server =
    view.kind === 'server' ? useServers.getState().servers.find(({ id }) => id === view.serverId) : undefined;
  switch (command) {
    case 'home':
      show({ kind: 'start' });
      break;
    case 'addServer':
      openFront({ kind: 'serverForm' });
      break;
    case 'exportProfiles':
      openFront({ kind: 'exportProfiles' });
      break;
    case 'importProfiles':
      void openImport();
      break;
    case 'findGluu':
      openOnboarding();
      break;
    case 'palette':
      openFront({ kind: 'palette' });
      break;
    case 'findServer':
      findServer();
      break;
    case 'check':
      if (server) {
        showServer(server.id, 'overview');
        void checkServer(server);
      }
      break;
    case 'history':
      show({ kind: 'history' });
      break;
    case 'settings':
      openFront({ kind: 'settings' });
      break;
    case 'about':
      openFront({ kind: 'about' });
      break;
    case 'lock':
      lockNow();
      break;
    case 'review':
      if (server) void review(server.id);
      break;
    case 'test':
      if (server) {
        showServer(server.id, 'organization', 'smtp');
        void testMail(server.id);
      }
      break;
  }
}

/** In a narrow window the list is a drawer, which takes the focus as it opens. */
function findServer(): void {
  const field = document.getElementById(FIND_SERVER_ID);
  if (field?.checkVisibility()) field.focus();
  else setDrawer(true);
}

/** Keys of the commands. The menu shows the same ones; the page sees them first. */
const keys: readonly { key: string; withControl?: true; withShift?: true; withAlt?: true; command: WindowCommand }[] = [
  { key: 'Home', withAlt: true, command: 'home' },
  { key: 'k', withControl: true, command: 'palette' },
  { key: 'l', withControl: true, command: 'findServer' },
  { key: 'l', withControl: true, withShift: true, command: 'lock' },
  { key: 'F5', command: 'check' },
  { key: 's', withControl: true, command: 'review' },
  { key: 'Enter', withControl: true, command: 'test' },
];

export function listenToKeys(): void {
  window.addEventListener('keydown', (event) => {
    const control = event.ctrlKey || event.metaKey;
    const found = keys.find(
      ({ key, withControl = false, withShift = false, withAlt = false }) =>
        key.toLowerCase() === event.key.toLowerCase() &&
        withControl === control &&
        withShift === event.shiftKey &&
        withAlt === event.altKey,
    );
    if (useLock.getState().locked) return;
    if (found?.command === 'lock') {
      event.preventDefault();
      lockNow(); // whatever is in front
      return;
    }
    if (event.key === 'F6' && !control && !event.altKey && !document.querySelector('[role="dialog"]')) {
      event.preventDefault();
      goToRegion(event.shiftKey ? -1 : 1);
      return;
    }
    if (!found || useApp.getState().front.kind !== 'none' || document.querySelector('[role="dialog"]')) return;
    event.preventDefault();
    run(found.command);
  });
}
