import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { WindowCommand } from '../../src-shared/contract/contract';

/** The application menu. Its commands are carried out by the window; no entry opens developer tools. */
export const setMenu = (send: (command: WindowCommand) => void): void =>
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(send)));

/** The entries of the application menu; `send` gets what the window carries out. */
export function menuTemplate(send: (command: WindowCommand) => void): MenuItemConstructorOptions[] {
  /** The page sees the keys first and acts on them; the menu only shows them. */
  const command = (label: string, name: WindowCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    ...(accelerator ? { accelerator, registerAccelerator: false } : {}),
    click: () => send(name),
  });
  return [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    {
      label: 'File',
      submenu: [
        command('Add a Server', 'addServer'),
        command('Find a Gluu Server over SSH', 'findGluu'),
        { type: 'separator' },
        command('Export Servers…', 'exportProfiles'),
        command('Import Servers…', 'importProfiles'),
        { type: 'separator' },
        command('Settings', 'settings'),
        command('Lock Now', 'lock', 'CommandOrControl+Shift+L'),
        { type: 'separator' },
        { role: 'quit' },
      ],
    },
    { role: 'editMenu' },
    {
      label: 'Server',
      submenu: [
        command('Home', 'home', 'Alt+Home'),
        command('Go to a Server or Action', 'palette', 'CommandOrControl+K'),
        command('Find a Server', 'findServer', 'CommandOrControl+L'),
        command('History of All Servers', 'history'),
        { type: 'separator' },
        command('Refresh', 'refresh', 'F5'),
        command('Check Again', 'check'),
        command('Review Changes', 'review', 'CommandOrControl+S'),
        command('Test Configuration', 'test', 'CommandOrControl+Enter'),
      ],
    },
    {
      label: 'View',
      submenu: [{ role: 'zoomIn' }, { role: 'zoomOut' }, { role: 'resetZoom' }, { role: 'togglefullscreen' }],
    },
    {
      role: 'help',
      submenu: [command('Keyboard Shortcuts', 'shortcuts'), command('About Gluu Console', 'about')],
    },
  ];
}
