/** Where a key works. */
export type Scope =
  /** Over whatever is in front. */
  | 'always'
  /** In the window, with no dialog over it. */
  | 'window'
  /** On the page it belongs to: elsewhere it would take the user away from what is being typed. */
  | 'organization'
  | 'smtp'
  /** On a row of the server list. */
  | 'row'
  /** Everywhere, heard by the menu itself. */
  | 'menu';

/** What a command is called, and the keys that give it. */
export interface CommandText {
  /** On buttons and in the palette. */
  label: string;
  /** In the application menu; a command without it does not stand there. */
  menu?: string;
  /** Its keys as words: `Mod Shift L`. Mod is Ctrl, and Command on macOS. */
  keys?: string;
  scope?: Scope;
  /** What its keys do, in the list of keys; the label, where that says it. */
  help?: string;
}

/** What can be done whatever is shown. */
export const appCommands = {
  home: { label: 'Home', menu: 'Home', keys: 'Alt Home', scope: 'window' },
  addServer: { label: 'Add a server', menu: 'Add a Server' },
  findGluu: { label: 'Find a Gluu Server over SSH', menu: 'Find a Gluu Server over SSH' },
  palette: {
    label: 'Go to a server or run an action',
    menu: 'Go to a Server or Action',
    keys: 'Mod K',
    scope: 'window',
  },
  findServer: {
    label: 'Find a server',
    menu: 'Find a Server',
    keys: 'Mod L',
    scope: 'window',
    help: 'Find a server in the list',
  },
  refresh: { label: 'Refresh', menu: 'Refresh', keys: 'F5', scope: 'window', help: 'Refresh what is shown' },
  nextPart: {
    label: 'To the next part of the window: list, work area, status line',
    keys: 'F6',
    scope: 'window',
  },
  previousPart: { label: 'To the previous part', keys: 'Shift F6', scope: 'window' },
  checkAll: { label: 'Check all servers' },
  startDemo: { label: 'Start the demo fleet' },
  inbox: { label: 'Demo inbox' },
  restartDemo: { label: 'Restart the demo fleet' },
  stopDemo: { label: 'Stop the demo fleet' },
  history: { label: 'History of all servers', menu: 'History of All Servers' },
  exportProfiles: { label: 'Export servers', menu: 'Export Servers…' },
  importProfiles: { label: 'Import servers', menu: 'Import Servers…' },
  pauseChecks: { label: 'Pause background checks' },
  resumeChecks: { label: 'Resume background checks' },
  settings: { label: 'Settings', menu: 'Settings' },
  lock: { label: 'Lock now', menu: 'Lock Now', keys: 'Mod Shift L', scope: 'always' },
  zoomIn: { label: 'Zoom in', keys: 'Mod +', scope: 'menu' },
  zoomOut: { label: 'Zoom out', keys: 'Mod -', scope: 'menu' },
  actualSize: { label: 'Actual size', keys: 'Mod 0', scope: 'menu' },
  shortcuts: { label: 'Keyboard shortcuts', menu: 'Keyboard Shortcuts' },
  about: { label: 'About Gluu Console', menu: 'About Gluu Console' },
} as const satisfies Record<string, CommandText>;

/** What can be done with the server in hand. */
export const serverCommands = {
  overview: { label: 'Overview' },
  check: { label: 'Check again', menu: 'Check Again' },
  test: {
    label: 'Test Configuration',
    menu: 'Test Configuration',
    keys: 'Mod Enter',
    scope: 'smtp',
    help: 'Test Configuration, on the SMTP tab',
  },
  review: {
    label: 'Update',
    menu: 'Review Changes',
    keys: 'Mod S',
    scope: 'organization',
    help: 'Review the changes and update',
  },
  serverHistory: { label: 'History' },
  duplicate: { label: 'Duplicate' },
  edit: { label: 'Edit server' },
  allowWriting: { label: 'Allow writing' },
  makeReadOnly: { label: 'Make read-only' },
  addFavourite: { label: 'Add to favourites' },
  removeFavourite: { label: 'Remove from favourites' },
  moveUp: { label: 'Move up in the list', keys: 'Alt ArrowUp', scope: 'row' },
  moveDown: { label: 'Move down in the list', keys: 'Alt ArrowDown', scope: 'row' },
  remove: { label: 'Remove server' },
} as const satisfies Record<string, CommandText>;

export type AppCommand = keyof typeof appCommands;
export type ServerCommand = keyof typeof serverCommands;
export type CommandId = AppCommand | ServerCommand;

/** Every command of the window: the menu, the palette, buttons and keys all take it from here. */
export const commands: Record<CommandId, CommandText> = { ...appCommands, ...serverCommands };
export const commandIds = Object.keys(commands) as CommandId[];

const symbols: Record<string, string> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' };
const onMac: Record<string, string> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' };
const elsewhere: Record<string, string> = { Mod: 'Ctrl' };
/** The order of Apple's menus. */
const macOrder = ['Alt', 'Shift', 'Mod'];

/** Keys as a hint names them: `Ctrl Shift L`, and `⇧⌘L` as the menus of macOS do. */
export function keysText(keys: string, isMac: boolean): string {
  const words = keys.split(' ');
  if (!isMac) return words.map((word) => elsewhere[word] ?? symbols[word] ?? word).join(' ');
  return words
    .toSorted((one, other) => rank(one) - rank(other))
    .map((word) => onMac[word] ?? symbols[word] ?? word)
    .join('');
}

const rank = (word: string): number => (macOrder.includes(word) ? macOrder.indexOf(word) : macOrder.length);

/** Keys as `aria-keyshortcuts` names them. */
export const keysForAria = (keys: string, isMac: boolean): string =>
  keys
    .split(' ')
    .map((word) => (word !== 'Mod' ? word : isMac ? 'Meta' : 'Control'))
    .join('+');

/** Keys as Electron's menu names them. */
export const accelerator = (keys: string): string => keys.replace('Mod', 'CommandOrControl').replaceAll(' ', '+');

/** Keys that belong to what has the focus, and what they do there. */
export const keysInPlace: readonly (readonly [keys: string, does: string])[] = [
  ['↑ ↓', 'In the list: the next server. Home, End and the beginning of a name work as well'],
  ['→ ←', 'In the list: the star of a server, and back'],
  ['Alt ↑ ↓', 'In the list: move a server'],
  ['Esc', 'Close what is in front'],
];
