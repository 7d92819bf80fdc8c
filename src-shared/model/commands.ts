import { commands as named } from '../texts/en/commands';
import { type Message, type MessageId, message } from '../texts/message';

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

/** The keys that give a command. Its words stand in the catalogue: `command.<id>.label`. */
export interface CommandKeys {
  /** Its keys as words: `Mod Shift L`. Mod is Ctrl, and Command on macOS. */
  keys?: string;
  scope?: Scope;
}

/** What can be done whatever is shown. */
export const appCommands = {
  home: { keys: 'Alt Home', scope: 'window' },
  addServer: {},
  findGluu: {},
  palette: {
    keys: 'Mod K',
    scope: 'window',
  },
  findServer: {
    keys: 'Mod L',
    scope: 'window',
  },
  refresh: { keys: 'F5', scope: 'window' },
  nextPart: {
    keys: 'F6',
    scope: 'window',
  },
  previousPart: { keys: 'Shift F6', scope: 'window' },
  checkAll: {},
  startDemo: {},
  inbox: {},
  restartDemo: {},
  stopDemo: {},
  history: {},
  exportProfiles: {},
  importProfiles: {},
  pauseChecks: {},
  resumeChecks: {},
  settings: {},
  lock: { keys: 'Mod Shift L', scope: 'always' },
  zoomIn: { keys: 'Mod +', scope: 'menu' },
  zoomOut: { keys: 'Mod -', scope: 'menu' },
  actualSize: { keys: 'Mod 0', scope: 'menu' },
  shortcuts: {},
  about: {},
} as const satisfies Record<string, CommandKeys>;

/** What can be done with the server in hand. */
export const serverCommands = {
  overview: {},
  check: {},
  test: {
    keys: 'Mod Enter',
    scope: 'smtp',
  },
  review: {
    keys: 'Mod S',
    scope: 'organization',
  },
  serverHistory: {},
  duplicate: {},
  edit: {},
  allowWriting: {},
  makeReadOnly: {},
  addFavourite: {},
  removeFavourite: {},
  moveUp: { keys: 'Alt ArrowUp', scope: 'row' },
  moveDown: { keys: 'Alt ArrowDown', scope: 'row' },
  remove: {},
} as const satisfies Record<string, CommandKeys>;

export type AppCommand = keyof typeof appCommands;
export type ServerCommand = keyof typeof serverCommands;
export type CommandId = AppCommand | ServerCommand;

/** Every command of the window: the menu, the palette, buttons and keys all take it from here. */
export const commands: Record<CommandId, CommandKeys> = { ...appCommands, ...serverCommands };
export const commandIds = Object.keys(commands) as CommandId[];

/** What a command is called on buttons and in the palette. */
export const commandLabel = (id: CommandId): Message => message(`command.${id}.label`);

/** The commands with a name of a kind. */
type Having<Kind extends string> = {
  [Id in CommandId]: `command.${Id}.${Kind}` extends MessageId ? Id : never;
}[CommandId];

/** What it is called in the application menu; one without such a name does not stand there. */
export const commandMenu = (id: Having<'menu'>): Message => message(`command.${id}.menu`);

const has = <Kind extends 'help' | 'hint'>(id: CommandId, kind: Kind): id is Having<Kind> =>
  Object.hasOwn(named, `command.${id}.${kind}`);

/** What its keys do, in the list of keys. */
export const commandHelp = (id: CommandId): Message =>
  has(id, 'help') ? message(`command.${id}.help`) : commandLabel(id);

/** What the palette shows beside its name. */
export const commandHint = (id: CommandId): Message | undefined =>
  has(id, 'hint') ? message(`command.${id}.hint`) : undefined;

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
export const keysInPlace: readonly (readonly [keys: string, does: Message])[] = [
  ['↑ ↓', message('command.keys.list')],
  ['→ ←', message('command.keys.star')],
  ['Alt ↑ ↓', message('command.keys.move')],
  ['Esc', message('command.keys.escape')],
];
