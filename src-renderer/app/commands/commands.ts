import { MAIL_TAB } from '../../../src-shared/gluu/pages/pages';
import {
  type AppCommand,
  type CommandId,
  type ServerCommand,
  serverCommands,
} from '../../../src-shared/model/commands';
import type { ServerSummary } from '../../../src-shared/model/server';
import { moveBy, setFavourite } from '../../servers/server-actions';
import { setReadOnly } from '../../servers/writing';
import { openFront, serverInHand, setDrawer, show, showServer, useApp } from '../../state/app-store';
import { checkServer, checkServers } from '../../state/check-store';
import { pauseChecks } from '../../state/health-store';
import { invoke } from '../../state/ipc';
import { fromFile } from '../../state/own-file';
import { withPart } from '../../state/part-store';
import { startDemo, stopDemo, useServers } from '../../state/servers-store';
import { openImport } from '../../transfer/import-store';
import { lockNow } from '../lock/locked-store';
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
  icon?: 'add' | 'inbox';
}

// Of the parts that are fetched after the first frame.
const discovery = () => fromFile('fronts', () => import('../../discovery/discovery-store'));
const mailTest = () => fromFile('pages', () => import('../../mail/mail-test-store'));
const update = () => fromFile('pages', () => import('../../organization/organization-update'));
const pages = () => fromFile('pages', () => import('./refresh'));

export const onApp: Record<AppCommand, Command<[]>> = {
  home: { run: () => show({ kind: 'start' }) },
  addServer: { run: () => openFront({ kind: 'serverForm' }), icon: 'add' },
  findGluu: { run: () => void withPart(discovery, ({ openDiscovery }) => openDiscovery()) },
  palette: { run: () => openFront({ kind: 'palette' }) },
  findServer: { run: findServer },
  refresh: { run: () => void withPart(pages, ({ refresh }) => refresh()) },
  nextPart: { run: () => goToRegion(1) },
  previousPart: { run: () => goToRegion(-1) },
  checkAll: { run: () => void checkServers(useServers.getState().servers) },
  startDemo: { run: () => void startDemo() },
  inbox: { run: () => show({ kind: 'inbox' }), icon: 'inbox' },
  restartDemo: { run: () => void startDemo('demo.restart') },
  stopDemo: { run: () => void stopDemo() },
  history: { run: () => show({ kind: 'history' }) },
  exportProfiles: { run: () => openFront({ kind: 'exportProfiles' }), needs: 'ownServer' },
  importProfiles: { run: () => void openImport() },
  pauseChecks: { run: () => void pauseChecks(true) },
  resumeChecks: { run: () => void pauseChecks(false) },
  settings: { run: () => openFront({ kind: 'settings' }) },
  lock: { run: lockNow },
  zoomIn: { run: () => void invoke('app.zoom', { step: 'in' }) },
  zoomOut: { run: () => void invoke('app.zoom', { step: 'out' }) },
  actualSize: { run: () => void invoke('app.zoom', { step: 'reset' }) },
  shortcuts: { run: () => openFront({ kind: 'shortcuts' }) },
  about: { run: () => openFront({ kind: 'about' }) },
};

export const onServer: Record<ServerCommand, Command<[server: ServerSummary]>> = {
  overview: { run: ({ id }) => showServer(id, 'overview') },
  check: {
    run: (server) => {
      showServer(server.id, 'overview');
      void checkServer(server);
    },
    needs: 'check',
  },
  test: {
    run: ({ id }) => {
      showServer(id, 'organization', MAIL_TAB);
      void withPart(mailTest, ({ testMail }) => testMail(id));
    },
    needs: 'test',
  },
  review: {
    run: ({ id }) => {
      showServer(id, 'organization'); // where what would be written is shown
      void withPart(update, ({ review }) => review(id));
    },
    needs: 'review',
  },
  serverHistory: { run: ({ id }) => showServer(id, 'history') },
  duplicate: {
    run: ({ id }) => openFront({ kind: 'serverForm', copyOf: id }),
  },
  edit: { run: ({ id }) => openFront({ kind: 'serverForm', serverId: id }) },
  allowWriting: { run: (server) => void setReadOnly(server, false) },
  makeReadOnly: { run: (server) => void setReadOnly(server, true) },
  addFavourite: { run: (server) => void setFavourite(server, true) },
  removeFavourite: { run: (server) => void setFavourite(server, false) },
  moveUp: { run: ({ id }) => void moveBy(id, -1) },
  moveDown: { run: ({ id }) => void moveBy(id, 1) },
  remove: { run: ({ id }) => openFront({ kind: 'removeServer', serverId: id }) },
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
