import { beforeEach, expect, test, vi } from 'vitest';
import { ServerId, type ServerSummary } from '../../../src-shared/model/server';
import { calledOff, stubWindow } from './window-stub';

const called = vi.fn();
stubWindow(calledOff(called));
const { listenToKeys, shortcutFor, shortcuts } = await import('../../../src-renderer/app/commands/shortcuts');
const { refresh } = await import('../../../src-renderer/app/commands/refresh');
const { useApp } = await import('../../../src-renderer/state/app-store');
const { useServers } = await import('../../../src-renderer/state/servers-store');
const { usersOf } = await import('../../../src-renderer/users/users-store');
const { mailTestOf } = await import('../../../src-renderer/mail/mail-test-store');
const { useChecks } = await import('../../../src-renderer/state/check-store');
const { resetOf } = await import('../../../src-renderer/reset/reset-store');

type View = ReturnType<typeof useApp.getState>['view'];
const serverId = ServerId.parse(crypto.randomUUID());
const on = (tab: Extract<View, { kind: 'server' }>['tab'], organizationTab: 'smtp' | 'system' = 'system'): View => ({
  kind: 'server',
  serverId,
  tab,
  organizationTab,
});

/** A key as the page hears it. */
function pressed(keys: string) {
  const words = keys.split(' ');
  return {
    key: words.at(-1) ?? '',
    ctrlKey: words.includes('Mod'),
    metaKey: false,
    shiftKey: words.includes('Shift'),
    altKey: words.includes('Alt'),
  };
}

test('each key is its own, and means what the table says', () => {
  expect(new Set(shortcuts.map(({ keys }) => keys)).size).toBe(shortcuts.length);
  for (const shortcut of shortcuts)
    expect(shortcutFor(pressed(shortcut.keys), on('organization', 'smtp'), false), shortcut.keys).toBe(shortcut);
});

test('the page is not searched for a dialog for each letter that is typed, but before each key with a meaning', () => {
  const listen = vi.spyOn(window, 'addEventListener');
  const search = vi.spyOn(document, 'querySelector');
  listenToKeys();
  const [, hear] = listen.mock.calls[0] ?? [];
  const press = (key: string, ctrlKey = false) => {
    const modifiers = { ctrlKey, metaKey: false, shiftKey: false, altKey: false };
    (hear as (event: unknown) => void)({ key, ...modifiers, preventDefault() {} });
  };
  for (const letter of 'server-01') press(letter);
  expect(search).not.toHaveBeenCalled();
  press('k', true);
  expect(search).toHaveBeenCalledTimes(1);
});

test('over a dialog only locking works', () => {
  const working = shortcuts.filter(({ keys }) => shortcutFor(pressed(keys), on('organization', 'smtp'), true));
  expect(working.map(({ does }) => does)).toEqual(['lock']);
});

test('Ctrl Enter tests mail on the SMTP tab only, and Ctrl S reviews where the form is', () => {
  const elsewhere: View[] = [
    { kind: 'start' },
    { kind: 'history' },
    { kind: 'inbox' },
    on('overview', 'smtp'),
    on('users', 'smtp'),
    on('reset', 'smtp'),
    on('history', 'smtp'),
  ];
  for (const view of elsewhere) {
    expect(shortcutFor(pressed('Mod Enter'), view, false), JSON.stringify(view)).toBeUndefined();
    expect(shortcutFor(pressed('Mod S'), view, false), JSON.stringify(view)).toBeUndefined();
  }
  expect(shortcutFor(pressed('Mod Enter'), on('organization', 'system'), false)).toBeUndefined();
  expect(shortcutFor(pressed('Mod Enter'), on('organization', 'smtp'), false)?.does).toBe('test');
  expect(shortcutFor(pressed('Mod S'), on('organization', 'system'), false)?.does).toBe('review');
});

beforeEach(() => {
  called.mockClear();
  useChecks.setState({ checks: {} });
  useServers.setState({ servers: [{ id: serverId, name: 'gluu' } as ServerSummary] });
});

test('F5 asks a server again that was not reached, whichever tab shows that', () => {
  const failure = { code: 'net.refused' } as const;
  useChecks.setState({ checks: { [serverId]: { kind: 'failed', failure, steps: [], endedAt: 0 } } });
  useApp.setState({ view: on('organization', 'smtp') });
  called.mockClear();
  refresh();
  expect(called.mock.calls.map(([name]) => name)).toEqual(['server.check']);
});

test.each<[string, View, string[]]>([
  ['home', { kind: 'start' }, ['health.check']],
  ['the history of all servers', { kind: 'history' }, ['history.chain', 'history.find']],
  ['the inbox, which is always up to date', { kind: 'inbox' }, []],
  ['the overview', on('overview'), ['server.check']],
  ['the form', on('organization', 'smtp'), ['organization.load']],
  ['the history of a server', on('history'), ['history.chain', 'history.find']],
  ['a half-filled reset test', on('reset'), []],
  ['people nobody was searched in yet', on('users'), []],
])('F5 reads again %s, and leaves the user there', (_, view, calls) => {
  useApp.setState({ view });
  called.mockClear(); // showing a server is kept
  refresh();
  expect(called.mock.calls.map(([name]) => name)).toEqual(calls);
  expect(useApp.getState().view).toBe(view);
});

test('F5 reads the tab that is shown of users and resets', () => {
  useApp.setState({ view: on('users') });
  usersOf(serverId).setState({ found: { text: 'a', anywhere: false } });
  resetOf(serverId).setState({ tab: 'pending' });
  called.mockClear();
  refresh();
  expect(called.mock.calls.flat()).toEqual(['users.search']);
  useApp.setState({ view: on('reset') });
  called.mockClear();
  refresh();
  expect(called.mock.calls.flat()).toEqual(['reset.pending']);
});

test('a mail test sends nothing unless that is chosen', () => {
  expect(mailTestOf(ServerId.parse(crypto.randomUUID())).getState().until).toBe('recipient');
});
