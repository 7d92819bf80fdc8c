import { MAIL_TAB } from '../../../src-shared/gluu/pages/pages';
import {
  type AppCommand,
  type CommandId,
  type ServerCommand,
  serverCommands,
} from '../../../src-shared/model/commands';
import type { ServerSummary } from '../../../src-shared/model/server';
import { openDiscovery } from '../../discovery/discovery-store';
import { testMail } from '../../mail/mail-test-store';
import { review } from '../../organization/organization-update';
import { moveBy, setFavourite } from '../../servers/server-actions';
import { setReadOnly } from '../../servers/writing';
import { openFront, serverInHand, setDrawer, show, showServer, useApp } from '../../state/app-store';
import { checkServer, checkServers } from '../../state/check-store';
import { pauseChecks } from '../../state/health-store';
import { invoke } from '../../state/ipc';
import { startDemo, stopDemo, useServers } from '../../state/servers-store';
import { openImport } from '../../transfer/import-store';
import { lockNow } from '../lock/locked-store';
import { refresh } from './refresh';
import { goToRegion } from './regions';

export const FIND_SERVER_ID = 'find-a-server';
/** In a narrow window: the button of the list. */
export const SERVERS_BUTTON_ID = 'servers-button';

/** What has to be so before a command can be run; where it is not, the palette says why. */
export type Need = 'ownServer' | 'check' | 'review' | 'test';

/** What the window does for a command; its name and its keys are in the table of `src-shared/model/commands.ts`. */
export interface Command<Of extends unknown[]> {
  run(...of: Of): void;
  needs?: Need;
  /** What the palette says beside its name. */
  hint?: string;
  icon?: 'add' | 'inbox';
}

export const onApp: Record<AppCommand, Command<[]>> = {
  home: { run: () => show({ kind: 'start' }), hint: 'the servers that need a look' },
  addServer: { run: () => openFront({ kind: 'serverForm' }), icon: 'add' },
  findGluu: { run: openDiscovery, hint: 'or from a properties file' },
  palette: { run: () => openFront({ kind: 'palette' }) },
  findServer: { run: findServer, hint: 'in the list' },
  refresh: { run: refresh, hint: 'read again what is shown' },
  nextPart: { run: () => goToRegion(1) },
  previousPart: { run: () => goToRegion(-1) },
  checkAll: { run: () => void checkServers(useServers.getState().servers), hint: 'at once' },
  startDemo: { run: () => void startDemo(), hint: 'five Gluu Servers inside this app' },
  inbox: { run: () => show({ kind: 'inbox' }), hint: 'mail the demo mail server took', icon: 'inbox' },
  restartDemo: { run: () => void startDemo('demo.restart'), hint: 'undoes everything' },
  stopDemo: { run: () => void stopDemo() },
  history: { run: () => show({ kind: 'history' }), hint: 'what this console wrote' },
  exportProfiles: { run: () => openFront({ kind: 'exportProfiles' }), needs: 'ownServer', hint: 'to a file' },
  importProfiles: { run: () => void openImport(), hint: 'from a file' },
  pauseChecks: { run: () => void pauseChecks(true) },
  resumeChecks: { run: () => void pauseChecks(false) },
  settings: { run: () => openFront({ kind: 'settings' }), hint: 'theme, locking' },
  lock: { run: lockNow },
  zoomIn: { run: () => void invoke('app.zoom', { step: 'in' }) },
  zoomOut: { run: () => void invoke('app.zoom', { step: 'out' }) },
  actualSize: { run: () => void invoke('app.zoom', { step: 'reset' }) },
  shortcuts: { run: () => openFront({ kind: 'shortcuts' }), hint: 'help' },
  about: { run: () => openFront({ kind: 'about' }), hint: 'version and licence' },
};

export const onServer: Record<ServerCommand, Command<[server: ServerSummary]>> = {
  overview: { run: ({ id }) => showServer(id, 'overview'), hint: 'can users reset their password?' },
  check: {
    run: (server) => {
      showServer(server.id, 'overview');
      void checkServer(server);
    },
    needs: 'check',
    hint: 'reach it, stage by stage',
  },
  test: {
    run: ({ id }) => {
      showServer(id, 'organization', MAIL_TAB);
      void testMail(id);
    },
    needs: 'test',
  },
  review: {
    run: ({ id }) => {
      showServer(id, 'organization'); // where what would be written is shown
      void review(id);
    },
    needs: 'review',
    hint: 'review the changes',
  },
  serverHistory: { run: ({ id }) => showServer(id, 'history'), hint: 'what this console wrote' },
  duplicate: {
    run: ({ id }) => openFront({ kind: 'serverForm', copyOf: id }),
    hint: 'a new server with the same profile',
  },
  edit: { run: ({ id }) => openFront({ kind: 'serverForm', serverId: id }) },
  allowWriting: { run: (server) => void setReadOnly(server, false), hint: 'it is read-only in this console' },
  makeReadOnly: { run: (server) => void setReadOnly(server, true), hint: 'nothing is written from this console then' },
  addFavourite: { run: (server) => void setFavourite(server, true) },
  removeFavourite: { run: (server) => void setFavourite(server, false) },
  moveUp: { run: ({ id }) => void moveBy(id, -1) },
  moveDown: { run: ({ id }) => void moveBy(id, 1) },
  remove: { run: ({ id }) => openFront({ kind: 'removeServer', serverId: id }), hint: 'from this console' },
};

const isOfServer = (id: CommandId): id is ServerCommand => Object.hasOwn(serverCommands, id);

/** Carries out a command of the menu, a button or a key; one of a server for the server in hand, if there is one. */
export function run(id: CommandId): void {
  const server = serverInHand(useApp.getState().view, useServers.getState().servers);
  if (!isOfServer(id)) onApp[id].run();
  else if (server) onServer[id].run(server);
}

/** In a narrow window the list is a drawer, which takes the focus as it opens. */
function findServer(): void {
  const field = document.getElementById(FIND_SERVER_ID);
  if (field?.checkVisibility()) field.focus();
  else setDrawer(true);
}
