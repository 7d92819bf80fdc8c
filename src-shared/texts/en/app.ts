/** The frame of the window, its dialogs, and the application menu. */
export const app = {
  // The application menu. The entries of commands are in commands.ts.
  'app.menu.file': 'File',
  'app.menu.edit': 'Edit',
  'app.menu.server': 'Server',
  'app.menu.view': 'View',
  'app.menu.help': 'Help',
  'app.menu.services': 'Services',
  'app.menu.hide': 'Hide Gluu Console',
  'app.menu.hideOthers': 'Hide Others',
  'app.menu.unhide': 'Show All',
  'app.menu.quit': 'Quit',
  'app.menu.undo': 'Undo',
  'app.menu.redo': 'Redo',
  'app.menu.cut': 'Cut',
  'app.menu.copy': 'Copy',
  'app.menu.paste': 'Paste',
  'app.menu.delete': 'Delete',
  'app.menu.selectAll': 'Select All',
  'app.menu.zoomIn': 'Zoom In',
  'app.menu.zoomOut': 'Zoom Out',
  'app.menu.resetZoom': 'Actual Size',
  'app.menu.togglefullscreen': 'Toggle Full Screen',

  // The bar at the top.
  'app.title.home': 'Gluu Console: home',
  'app.title.withKeys': '{what} ({keys})',
  'app.title.servers': 'Servers',

  // The tabs of a server.
  'app.tab.overview': 'Overview',
  'app.tab.organization': 'Organization Configuration',
  'app.tab.reset': 'Password Reset',
  'app.tab.users': 'Users',
  'app.tab.history': 'History',

  // A server.
  'app.server.sections': 'Sections of this server',
  // On a tab: the number is seen, the rest is read aloud.
  'app.server.unsaved': '{n, plural, one {#<unseen> unsaved</unseen>} other {#<unseen> unsaved</unseen>}}',
  // {command}: Allow writing.
  'app.server.lift': 'To allow it, choose “{command}” in the header.',

  // The palette. {name}: of the server in hand.
  'app.palette.list': 'Servers and actions',
  'app.palette.recent': 'Opened last',
  'app.palette.servers': '{others, select, yes {Other servers} other {Servers}}',
  'app.palette.onServer': 'On {name}',
  'app.palette.everywhere': 'Everywhere',
  'app.palette.none': 'No results.',
  // Behind keys: “↑ ↓ choose”, “Enter go”.
  'app.palette.choose': 'choose',
  'app.palette.go': 'go',
  'app.palette.found': '{n, plural, one {# found} other {# found}}',
  'app.palette.noOwnServer': 'There is no server of your own.',
  'app.palette.isChecked': 'A check is running.',
  'app.palette.nothingChanged': 'Nothing has changed.',
  'app.palette.fieldError': 'A field has an error.',

  // A switch, and dialogs that only show.
  'app.toggle': '{on, select, yes {On} other {Off}}',
  'app.close': 'Close',
} as const;
