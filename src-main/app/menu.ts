import { Menu, type MenuItemConstructorOptions } from 'electron';
import { accelerator, type CommandId, commandMenu, commands } from '../../src-shared/model/commands';
import { message } from '../../src-shared/texts/message';
import type { Say } from '../../src-shared/texts/texts';

/** The application menu. Its commands are carried out by the window; no entry opens developer tools. */
export const setMenu = (say: Say, send: (command: CommandId) => void): void =>
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(say, send)));

/** What Electron does by itself. Its own names for them are English only. */
const roles = [
  'services',
  'hide',
  'hideOthers',
  'unhide',
  'quit',
  'undo',
  'redo',
  'cut',
  'copy',
  'paste',
  'delete',
  'selectAll',
  'zoomIn',
  'zoomOut',
  'resetZoom',
  'togglefullscreen',
] as const;
type Role = (typeof roles)[number];
type MenuCommand = Parameters<typeof commandMenu>[0];
type Entry = Role | MenuCommand | undefined;

/** The entries of each menu; nothing is a line between them. */
const file: readonly Entry[] = [
  ...(['addServer', 'findGluu', undefined, 'exportProfiles', 'importProfiles', undefined] as const),
  ...(['settings', 'lock', undefined, 'quit'] as const),
];
const edit: readonly Entry[] = ['undo', 'redo', undefined, 'cut', 'copy', 'paste', 'delete', undefined, 'selectAll'];
const server: readonly Entry[] = [
  ...(['home', 'palette', 'findServer', 'history', undefined, 'refresh', 'check', 'review', 'test'] as const),
];
const view: readonly Entry[] = ['zoomIn', 'zoomOut', 'resetZoom', 'togglefullscreen'];
const help: readonly Entry[] = ['shortcuts', 'about'];
/** The first menu on macOS, which has the app's name. */
const ofMac: readonly Entry[] = ['about', undefined, 'services', undefined, 'hide', 'hideOthers', 'unhide'];

const isRole = (entry: Role | MenuCommand): entry is Role => roles.some((role) => role === entry);

/** The entries of the application menu; `send` gets what the window carries out. */
export function menuTemplate(say: Say, send: (command: CommandId) => void): MenuItemConstructorOptions[] {
  const entry = (id: Entry): MenuItemConstructorOptions => {
    if (id === undefined) return { type: 'separator' };
    if (isRole(id)) return { role: id, label: say(message(`app.menu.${id}`)) };
    const { keys } = commands[id];
    return {
      label: say(commandMenu(id)),
      // The page sees the keys first and acts on them; the menu only shows them.
      ...(keys ? { accelerator: accelerator(keys), registerAccelerator: false } : {}),
      click: () => send(id),
    };
  };
  const menu = (label: string, entries: readonly Entry[]) => ({ label, submenu: entries.map(entry) });
  return [
    ...(process.platform === 'darwin' ? [menu('Gluu Console', [...ofMac, undefined, 'quit'])] : []),
    menu(say('app.menu.file'), file),
    menu(say('app.menu.edit'), edit),
    menu(say('app.menu.server'), server),
    menu(say('app.menu.view'), view),
    { ...menu(say('app.menu.help'), help), role: 'help' },
  ];
}
