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
  'app.server.writing.readOnly': 'Read-only',
  'app.server.writing.writable': 'Writing allowed',
  'app.server.writing.noRights': 'Account without write access',
  'app.server.notEncrypted': 'Not encrypted',
  // After host and port. {via}: SSH hosts; {mode}: LDAPS, StartTLS or Plain.
  'app.server.route': '{kind, select, ssh {via {via}, {mode}} other {direct, {mode}}}',
  'app.server.edit': 'Edit',
  'app.form.read': 'Read {moment}',
  'app.form.wrong': '{n, plural, one {#<unseen> with an error</unseen>} other {#<unseen> with an error</unseen>}}',
  'app.form.reading': 'Reading Organization Configuration',
  'app.form.connection': 'Connection',
  'app.form.certificate': 'Show the certificate',
  // {command}: Allow writing.
  'app.server.lift': 'To allow it, choose “{command}” in the header.',

  // What the app begins with.
  'app.home.recent': '{opened, select, yes {Recently opened} other {Servers}}',
  'app.home.paused': 'Background checks are paused. You see the last known results.',
  'app.home.needsAttention': 'Needs attention',
  // {looks} of {all} servers.
  'app.home.looks':
    '{all, plural, one {{looks, plural, one {# of {all, number} server needs attention} other {# of {all, number} server need attention}}} other {{looks, plural, one {# of {all, number} servers needs attention} other {# of {all, number} servers need attention}}}}',
  'app.home.allReached':
    '{all, plural, =1 {Your server was reached} one {All # server was reached} other {All # servers were reached}}',
  'app.home.someReached':
    '{all, plural, one {{reached, number} of # server reached, none failed} other {{reached, number} of # servers reached, none failed}}',

  // The first start, with no server yet. “Demo fleet”: servers inside the app to try it on.
  'app.starting': 'Starting',
  'app.notStarted': 'The console could not start',
  'app.start.question': 'Can your users reset their password?',
  'app.start.lead': 'Gluu Console checks every step from the setting in LDAP to the mail, and changes settings safely.',
  'app.start.checks': 'Eight short checks, each with its reason. Nothing is written.',
  'app.start.step.name': 'every address of the host',
  'app.start.step.connect': 'the first address that accepts, and its port',
  'app.start.step.tls': 'the certificate, shown before it is trusted',
  'app.start.step.login': 'the bind DN and its password',
  'app.start.step.whoAmI': 'the account the server sees',
  'app.start.step.gluuTree': 'appliance and organization, nothing to type',
  'app.start.step.version': 'detected from the schema',
  'app.start.step.rights': 'read-only, or read and write',
  'app.start.moving': 'Moving from another computer?',
  'app.start.demo': 'Explore with the demo fleet',
  'app.start.demo.what':
    'Five small Gluu Servers and a mail server run inside this app. The connections are real, the faults are built in.',
  'app.start.demo.meadow': 'healthy',
  'app.start.demo.mill': 'production; the mail server requires TLS 1.2',
  'app.start.demo.harbour': 'authentication off: mail goes to localhost:25',
  'app.start.demo.orchard': 'the stored password does not decrypt',
  'app.start.demo.tower': 'two people, one mail address; no SMTP yet',
  'app.start.demo.undo': 'restart it to undo everything',
  'app.start.noTelemetry': 'No telemetry. The app talks only to servers you add.',
  'app.start.keyboard': 'Everything works from the keyboard. {keys} finds servers and actions.',

  // The keychain of this computer: in the status line, and as a sentence.
  'app.keychain.short.unknown': 'Keychain not looked at yet',
  'app.keychain.short.open': 'Keychain open',
  'app.keychain.short.locked': 'Keychain locked',
  'app.keychain.short.waiting': 'Keychain is waiting for you',
  'app.keychain.short.absent': 'No keychain: this session only',
  'app.keychain.short.changed': 'Keychain was replaced',
  // Where the secrets of a form go; a sentence about them follows.
  'app.keychain.long.unknown': 'The keychain of this computer has not been looked at yet.',
  'app.keychain.long.open': 'Secrets are kept in the keychain of this computer.',
  'app.keychain.long.locked':
    'The keychain of this computer is locked. The secrets in it cannot be read until you unlock it.',
  'app.keychain.long.waiting': 'The keychain is asking for its password in a window of the system. Enter it there.',
  'app.keychain.long.absent':
    'This computer has no keychain, so secrets are kept for this session only and never written to disk.',
  'app.keychain.long.changed': 'The keychain has been replaced since it was last used. Secrets must be typed again.',

  // The list of servers.
  'app.list': 'Servers',
  'app.list.close': 'Close the list of servers',
  'app.list.ungrouped': 'Servers without a group',
  'app.list.none': 'No server matches.',
  'app.list.new': '{n, plural, one {# new} other {# new}}',
  'app.list.favourite': 'Favourite: {name}',
  // Of a server whose form holds changes.
  'app.list.unsaved': 'Unsaved',
  'app.list.state.ok': 'Reached',
  'app.list.state.failed': 'Not reached',
  'app.list.state.checking': 'Checking',
  'app.list.state.skipped': 'Not checked',
  'app.list.state.unknown': 'Not checked',
  // {age}: since when, as “3 d”.
  'app.list.state.old': 'Not reached, {age}',

  // The lock screen.
  'app.locked': 'Locked',
  'app.locked.text':
    'Passwords were cleared from memory. What you typed into Organization Configuration is still there.',
  'app.locked.unlock': 'Unlock',
  'app.locked.unlocking': 'Unlocking',

  // The frame of the window.
  'app.skip': 'Skip to the work area',
  'app.window.title': '{name} — {environment}',
  'app.status.idle': 'Nothing running',
  // What runs: “gluu-one Checking: Connect, 2 of 8, and 1 more”. {server} stands in bold before it.
  'app.status.running': '{label}:',
  'app.status.step': '{label}: {step}, {at, number} of {all, number}',
  'app.status.more': '{n, plural, one {and # more} other {and # more}}',
  'app.status.writing': 'cannot be cancelled while writing',
  'app.status.again': 'Try again',

  // About this app.
  'app.about.version': 'Version {version}, {runtime}, {platform}',
  'app.about.independent':
    'An independent program by the Gluu Console contributors. It is not a product of Gluu, Inc., and not supported by it.',
  'app.about.dumps.empty':
    'If this app crashes, this computer may write a core dump, which contains no memory. With prlimit (util-linux) it would write none.',
  'app.about.dumps.whole':
    'If this app crashes, this computer may write its memory, including passwords, to disk: prlimit (util-linux) is missing or was refused. Install it, or start the app after “ulimit -c 0”.',
  'app.about.notRead': 'Not read yet',
  'app.about.copyAll': 'Copy all licences',
  'app.about.licence': 'Licence',
  'app.about.packages': 'Packages it contains',
  'app.about.chromium':
    'The notices of Chromium, which is part of Electron, are in LICENSES.chromium.html next to the program.',
  'app.about.copy': 'Copy the licence of {name}',

  // Notices, shown once at the top of the page.
  'app.notice': 'Notice',
  'app.notice.dismiss': 'Dismiss',
  'app.part.failed': 'A part of this window could not be loaded.',
  'app.notice.crash': 'The window stopped working and was reopened.',
  'app.notice.stillThere':
    'What you typed into Organization Configuration is still there, except for passwords. An open dialog was closed.',
  'app.notice.crash.write': 'A write that was running continued: the server’s History shows how it ended.',
  'app.notice.core': 'The part of the console that talks to servers stopped working and was restarted.',
  'app.notice.core.session': 'Passwords that were kept for this session only are gone.',
  'app.notice.core.write':
    'If a write was running, the server’s History shows how it ended once the server has been read again.',
  'app.notice.stall': 'The console stopped responding and had to be ended.',
  'app.notice.stall.servers':
    '{n, plural, one {It was in contact with # server. That server is marked and is not contacted again until you check it.} other {It was in contact with # servers. They are marked and are not contacted again until you check them.}}',
  // {file}: one of these.
  'app.notice.file.settings': 'Settings file',
  'app.notice.file.servers': 'List of servers',
  'app.notice.file.reset': 'List of earlier reset tests',
  'app.notice.file.mailbox': 'Mailbox settings of the reset test',
  'app.notice.file.tests': 'List of earlier mail tests',
  'app.notice.file.places': 'List of places you allowed',
  'app.notice.file.before-images': 'File of sealed SMTP passwords',
  'app.notice.file.health': 'Last known state of the servers',
  'app.notice.restored': '{file}: restored from a backup.',
  'app.notice.restored.text':
    'The file was damaged or missing; the last good backup, {backup}, is in use. Changes made after that backup are missing.',
  'app.notice.newer': '{file}: written by a newer version of this app.',
  'app.notice.newer.text': 'Nothing in it is changed. Update the app to change it.',
  'app.notice.unreadable': '{file}: cannot be read.',
  'app.notice.unreadable.text': 'No good backup was found.',
  // {why}: the system’s own words.
  'app.notice.why': 'Reason: {why}.',
  'app.notice.keptAs': 'The damaged file was kept as {name}.',
  'app.notice.untouched': 'The file is left as it is and is not overwritten.',

  // The palette. {name}: of the current server.
  'app.palette.list': 'Servers and actions',
  'app.palette.recent': 'Recently opened',
  'app.palette.servers': '{others, select, yes {Other servers} other {Servers}}',
  'app.palette.onServer': 'On {name}',
  'app.palette.everywhere': 'Everywhere',
  'app.palette.none': 'No results.',
  // After keys: “↑ ↓ choose”, “Enter go”.
  'app.palette.choose': 'choose',
  'app.palette.go': 'go',
  'app.palette.found': '{n, plural, one {# found} other {# found}}',
  'app.palette.noOwnServer': 'You have not added a server yet.',
  'app.palette.isChecked': 'A check is running.',
  'app.palette.nothingChanged': 'Nothing has changed.',
  'app.palette.fieldError': 'A field has an error.',

  // Parts of many forms.
  'app.write.reason': 'Reason, kept in the history',
  'app.write.typeName': 'Type the server’s name to allow writing',
  'app.text.less': 'Show less',
  'app.text.all': '{n, plural, one {Show all # character} other {Show all # characters}}',
  'app.details': 'Details',
  'app.failure.label': 'What went wrong',
  'app.failure.cancelled': 'Cancelled',
} as const;
