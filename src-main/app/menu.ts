import { Menu, type MenuItemConstructorOptions } from 'electron';
import { accelerator, type CommandId, commands } from '../../src-shared/model/commands';

/** The application menu. Its commands are carried out by the window; no entry opens developer tools. */
export const setMenu = (send: (command: CommandId) => void): void =>
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(send)));

/** The entries of the application menu; `send` gets what the window carries out. */
export function menuTemplate(send: (command: CommandId) => void): MenuItemConstructorOptions[] {
  /** The page sees the keys first and acts on them; the menu only shows them. */
  const command = (id: CommandId): MenuItemConstructorOptions => {
    const { label, menu = label, keys } = commands[id];
    return {
      label: menu,
      ...(keys ? { accelerator: accelerator(keys), registerAccelerator: false } : {}),
      click: () => send(id),
    };
  };
  return [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    {
      label: 'File',
      submenu: [
        command('addServer'),
        command('findGluu'),
        { type: 'separator' },
        command('exportProfiles'),
        command('importProfiles'),
        { type: 'separator' },
        command('settings'),
        command('lock'),
        { type: 'separator' },
        { role: 'quit' },
      ],
    },
    { role: 'editMenu' },
    {
      label: 'Server',
      submenu: [
        command('home'),
        command('palette'),
        command('findServer'),
        command('history'),
        { type: 'separator' },
        command('refresh'),
        command('check'),
        command('review'),
        command('test'),
      ],
    },
    {
      label: 'View',
      submenu: [{ role: 'zoomIn' }, { role: 'zoomOut' }, { role: 'resetZoom' }, { role: 'togglefullscreen' }],
    },
    {
      role: 'help',
      submenu: [command('shortcuts'), command('about')],
    },
  ];
}
