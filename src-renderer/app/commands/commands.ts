import type { WindowCommand } from '../../../src-shared/contract/contract';
import { openOnboarding } from '../../discovery/discovery-store';
import { testMail } from '../../mail/mail-test-store';
import { review } from '../../organization/organization-update';
import { openFront, serverInHand, setDrawer, show, showServer, useApp } from '../../state/app-store';
import { checkServer } from '../../state/check-store';
import { useServers } from '../../state/servers-store';
import { openImport } from '../../transfer/import-store';
import { lockNow } from '../lock/locked-store';
import { refresh } from './refresh';

export const FIND_SERVER_ID = 'find-a-server';
/** In a narrow window: the button of the list. */
export const SERVERS_BUTTON_ID = 'servers-button';

/** Carries out a command of the menu, the palette or a key, for the server in hand where it needs one. */
export function run(command: WindowCommand): void {
  const { view } = useApp.getState();
  const server = serverInHand(view, useServers.getState().servers);
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
    case 'refresh':
      refresh();
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
    case 'shortcuts':
    case 'about':
      openFront({ kind: command });
      break;
    case 'settings':
      openFront({ kind: 'settings' });
      break;
    case 'lock':
      lockNow();
      break;
    case 'review':
      if (server) {
        showServer(server.id, 'organization'); // where what would be written is shown
        void review(server.id);
      }
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
