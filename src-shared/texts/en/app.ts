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

  // Notices, told once at the top of the page.
  'app.notice': 'Notice',
  'app.notice.dismiss': 'Dismiss',
  'app.notice.crash': 'The window stopped working and was opened again.',
  'app.notice.stillThere':
    'What you typed into Organization Configuration is still there, except a password; an open dialog is not.',
  'app.notice.crash.write': 'A write that was running went on: the server’s History shows how it ended.',
  'app.notice.core': 'The part of the console that talks to servers stopped working and was started again.',
  'app.notice.core.session': 'Passwords that were kept for this session only are gone.',
  'app.notice.core.write':
    'A write that was running is in the server’s History, which shows how it ended once the server has been read again.',
  'app.notice.stall': 'The console stood still and had to be ended.',
  'app.notice.stall.servers':
    '{n, plural, one {It was asking # server. That server is marked, and is not asked again until you check it.} other {It was asking # servers. They are marked, and are not asked again until you check them.}}',
  // {file}: one of these.
  'app.notice.file.settings': 'Settings file',
  'app.notice.file.servers': 'List of servers',
  'app.notice.file.reset': 'List of earlier reset tests',
  'app.notice.file.mailbox': 'Mailbox of the reset test',
  'app.notice.file.tests': 'List of earlier mail tests',
  'app.notice.file.places': 'List of places you allowed',
  'app.notice.file.before-images': 'File of sealed SMTP passwords',
  'app.notice.file.health': 'Last known state of the servers',
  'app.notice.restored': '{file}: restored from a backup.',
  'app.notice.restored.text':
    'The file was damaged or missing; the last good backup, {backup}, is in use. Changes made after it are missing.',
  'app.notice.newer': '{file}: written by a newer version of this app.',
  'app.notice.newer.text': 'Nothing in it is changed. Update the app to change it.',
  'app.notice.unreadable': '{file}: cannot be read.',
  'app.notice.unreadable.text': 'No good backup was found.',
  // {why}: the system’s own words.
  'app.notice.why': 'Reason: {why}.',
  'app.notice.keptAs': 'The damaged file was kept as {name}.',
  'app.notice.untouched': 'The file is left as it is and nothing is written over it.',

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
