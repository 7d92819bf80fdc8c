import type { MenuItemConstructorOptions } from 'electron';
import { expect, test, vi } from 'vitest';
import type { PaletteState } from '../../../src-renderer/app/palette/palette-action';
import { page31 } from '../../../src-shared/gluu/pages/pages-of-appliance';
import { accelerator, type CommandId, commandIds, commands } from '../../../src-shared/model/commands';
import { ServerId, type ServerSummary } from '../../../src-shared/model/server';
import { english } from '../../../src-shared/texts/en/english';
import { inEnglish, say } from '../../support/english';
import { stubWindow } from './window-stub';

vi.mock('electron', () => ({ Menu: {} }));
stubWindow();
const { paletteActions } = await import('../../../src-renderer/app/palette/palette-actions');
const { shortcuts } = await import('../../../src-renderer/app/commands/shortcuts');
const { useApp } = await import('../../../src-renderer/state/app-store');
const { resetOf } = await import('../../../src-renderer/reset/reset-store');
const { usersOf } = await import('../../../src-renderer/users/users-store');
const { menuTemplate } = await import('../../../src-main/app/menu');

const server = (name: string, more: Partial<ServerSummary> = {}) =>
  ({
    id: ServerId.parse(crypto.randomUUID()),
    name,
    host: 'localhost',
    port: 1636,
    group: '',
    environment: 'test',
    route: { kind: 'direct' },
    ...more,
  }) as ServerSummary;
const mine = server('mine');
const stateWith = (more: Partial<PaletteState> = {}): PaletteState => ({
  servers: [mine],
  openedAt: {},
  view: { kind: 'server', serverId: mine.id, tab: 'overview', organizationTab: 'system' },
  paused: false,
  demoRunning: false,
  theme: 'system',
  isTyped: false,
  whyNot: { check: undefined, read: undefined, review: undefined, test: undefined },
  ...more,
});
const keys = (more: Partial<PaletteState> = {}) => paletteActions(stateWith(more)).map(({ key }) => key);
/** As the user reads it. */
const actionOf = (key: string, more: Partial<PaletteState> = {}) => {
  const action = paletteActions(stateWith(more)).find((one) => one.key === key);
  if (!action) throw new Error(`no action ${key}`);
  const { text, hint, off } = action;
  return { ...action, ...inEnglish({ text, hint, off }) };
};

const menuOf = (id: CommandId): string | undefined => (english as Record<string, string>)[`command.${id}.menu`];

/** All entries of the application menu. */
const entries = menuTemplate(say, () => {}).flatMap(
  ({ submenu }) => (submenu as MenuItemConstructorOptions[] | undefined) ?? [],
);
/** What the menu sends to the window. */
function sentByMenu(): string[] {
  const sent: string[] = [];
  for (const { submenu } of menuTemplate(say, (command) => sent.push(command)))
    for (const { click } of (submenu as MenuItemConstructorOptions[] | undefined) ?? [])
      (click as (() => void) | undefined)?.();
  return sent;
}

// The palette is open already where it could be chosen, and a part of the window has the focus again once it is shut.
const notChosen: readonly CommandId[] = ['palette', 'nextPart', 'previousPart'];

test('the row of a server is the same one each time the palette opens, until something of the server changes', () => {
  const rowOf = (one: ServerSummary, openedAt = {}) =>
    paletteActions(stateWith({ servers: [one], openedAt })).find(({ key }) => key === one.id);
  expect(rowOf(mine)).toBeDefined();
  expect(rowOf(mine)).toBe(rowOf(mine));
  const opened = { [mine.id]: '2026-11-23T09:00:00Z' };
  expect(rowOf(mine, opened)).toBe(rowOf(mine, opened));
  expect(rowOf(mine, opened)).not.toBe(rowOf(mine));
  expect(inEnglish({ text: rowOf({ ...mine, name: 'renamed' })?.text })).toEqual({ text: 'renamed' });
});

test('every command is in the palette, once wherever it can be run', () => {
  const ids = (more: Partial<PaletteState>) => keys(more).filter((key) => Object.hasOwn(commands, key));
  const now = ids({ servers: [mine, server('other')] });
  const otherwise = ids({ servers: [{ ...mine, readOnly: true, favourite: true }], paused: true, demoRunning: true });
  expect(new Set(now).size).toBe(now.length);
  expect([...new Set([...now, ...otherwise, ...notChosen])].sort()).toEqual([...commandIds].sort());
});

test('the menu has each command that has a name for it, once, by that name and with its keys', () => {
  const inMenu = commandIds.filter((id) => menuOf(id) !== undefined);
  expect(inMenu.length).toBeGreaterThan(12);
  expect(sentByMenu().sort()).toEqual([...inMenu].sort());
  const shown = new Map(entries.map((entry) => [entry.label, entry.accelerator]));
  for (const id of inMenu) {
    const { keys: own } = commands[id];
    expect(shown.get(menuOf(id)), id).toBe(own && accelerator(own));
  }
});

test('the menu has a name of ours for all that Electron does by itself', () => {
  const ofElectron = entries.filter(({ role }) => role !== undefined);
  expect(ofElectron.length).toBeGreaterThan(9);
  for (const { role, label } of ofElectron) expect(label, role).toMatch(/^[A-Z]\w/);
});

test('what the menu does by itself is in the palette as well, but for what the system gives each window', () => {
  const inPalette = { zoomin: 'zoomIn', zoomout: 'zoomOut', resetzoom: 'actualSize' } as Record<string, string>;
  const edits = ['undo', 'redo', 'cut', 'copy', 'paste', 'delete', 'selectall'];
  const ofTheSystem = ['quit', 'togglefullscreen', ...edits];
  const roles = entries.flatMap(({ role }) => role?.toLowerCase() ?? []);
  expect(roles).toContain('zoomin');
  for (const role of roles.filter((one) => !ofTheSystem.includes(one))) expect(keys()).toContain(inPalette[role]);
});

test('every key of the menu is the one that the window listens to', () => {
  const inMenu = entries.flatMap(({ accelerator }) => accelerator ?? []).map(String);
  const listened = shortcuts.map(({ keys: words }) => accelerator(words));
  expect(inMenu.length).toBeGreaterThan(5);
  for (const accelerator of inMenu) expect(listened).toContain(accelerator);
});

test('everything of a server can be reached while it is shown, and nothing of it elsewhere', () => {
  const ofServer = [
    'overview',
    ...page31.tabs.map(({ id }) => `tab-${id}`),
    ...['test', 'pending', 'runs'].map((tab) => `reset-${tab}`),
    ...['people', 'pick', 'duplicates', 'test'].map((tab) => `users-${tab}`),
    'serverHistory',
    'check',
    'test',
    'review',
    'duplicate',
    'edit',
    'makeReadOnly',
    'addFavourite',
    'moveUp',
    'moveDown',
    'remove',
  ];
  expect(keys()).toEqual(expect.arrayContaining(ofServer));
  const elsewhere = keys({ view: { kind: 'start' } });
  expect(ofServer.filter((key) => elsewhere.includes(key))).toEqual([]);
});

test('no two actions share a key', () => {
  for (const demoRunning of [true, false])
    expect(new Set(keys({ demoRunning })).size).toBe(keys({ demoRunning }).length);
});

test('a server of the demo fleet offers nothing that it does not have', () => {
  const demo = server('demo', { demo: true });
  const offered = keys({ servers: [demo], view: { ...stateWith().view, serverId: demo.id } as PaletteState['view'] });
  for (const key of ['edit', 'makeReadOnly', 'addFavourite', 'moveUp', 'moveDown', 'remove'])
    expect(offered).not.toContain(key);
  expect(offered).toContain('duplicate');
  expect(actionOf('exportProfiles', { servers: [demo] }).off).toBe('You have not added a server yet.');
});

test('what cannot be done now says why', () => {
  const whyNot = {
    check: 'A check is running.',
    read: 'Not reached.',
    review: 'Nothing has changed.',
    test: 'SMTP Host is empty.',
  };
  for (const key of ['check', 'review', 'test'] as const) {
    expect(actionOf(key, { whyNot }).off).toBe(whyNot[key]);
    expect(actionOf(key).off).toBeUndefined();
  }
});

test('what reads a server that was not reached says so; what this console remembers of it can be opened', () => {
  const whyNot = { ...stateWith().whyNot, read: 'Not reached. Check again first.' };
  for (const key of ['tab-system', 'tab-smtp', 'reset-test', 'reset-pending', 'users-people', 'users-test']) {
    expect(actionOf(key, { whyNot }).off, key).toBe(whyNot.read);
    expect(actionOf(key).off, key).toBeUndefined();
  }
  for (const key of ['overview', 'check', 'reset-runs', 'serverHistory'])
    expect(actionOf(key, { whyNot }).off, key).toBeUndefined();
});

test('a tab of users or resets is opened with its page', () => {
  actionOf('users-duplicates').run();
  expect(usersOf(mine.id).getState().tab).toBe('duplicates');
  expect(useApp.getState().view).toMatchObject({ kind: 'server', serverId: mine.id, tab: 'users' });
  actionOf('reset-pending').run();
  expect(resetOf(mine.id).getState().tab).toBe('pending');
  expect(useApp.getState().view).toMatchObject({ tab: 'reset' });
  actionOf('remove').run();
  expect(useApp.getState().front).toEqual({ kind: 'removeServer', serverId: mine.id });
});

test('servers opened last come first; the others go before the actions once something is typed', () => {
  const [first, second] = [server('first'), server('second')];
  const all = { servers: [first, second, mine], openedAt: { [second.id]: '2026-11-29T08:00:00Z' } };
  expect(keys(all)[0]).toBe(second.id);
  expect(keys(all).slice(-2)).toEqual([first.id, mine.id]);
  expect(keys({ ...all, isTyped: true }).slice(0, 3)).toEqual([second.id, first.id, mine.id]);
});

test('a theme has one name everywhere', () => {
  expect(['system', 'light', 'dark'].map((theme) => actionOf(`theme-${theme}`).text)).toEqual([
    'Theme: System',
    'Theme: Light',
    'Theme: Dark',
  ]);
  expect([actionOf('theme-system').hint, actionOf('theme-dark').hint]).toEqual([['colours, chosen now'], ['colours']]);
});
