// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { begin, beginDrawn, showFirst, useLock } from '../../../src-renderer/app/lock/locked-store';
import { useApp } from '../../../src-renderer/state/app-store';
import { askFirst, firstView } from '../../../src-renderer/state/first-answers';
import { followServers, takeHealth, useHealth } from '../../../src-renderer/state/health-store';
import { setServers, useServers } from '../../../src-renderer/state/servers-store';
import type { AppState } from '../../../src-shared/contract/app-calls';
import { ServerId, type ServerSummary } from '../../../src-shared/model/server';
import { fakeMain } from './fake-main';

const main = fakeMain();
followServers();
const server = { id: ServerId.parse(crypto.randomUUID()), name: 'gluu' } as ServerSummary;
const speech = { language: 'en', locale: 'en', clock: 'language', days: 'language' } as const;
const state = { texts: { speech }, notices: [] } as unknown as AppState;
const view = { paused: false, collapsed: [], health: { [server.id]: { state: 'ok' as const } }, openedAt: {} };
const begun = () => useLock.getState().begun;

beforeEach(() => {
  main.reset();
  setServers([]);
  main.reset();
  useLock.setState({ begun: false, locked: false, failure: undefined });
});

test('what the window begins with is asked in one go, before anything else, and not again', async () => {
  askFirst();
  await main.held('app.firstView').answer(undefined);
  expect(main.names()).toEqual(['app.firstView', 'app.state', 'health.view', 'server.list']);
  await showFirst();
  expect(begun()).toBe(false);
  const ended = begin();
  await main.held('server.list').answer([server]);
  expect(useServers.getState().servers).toEqual([server]);
  await main.held('health.view').answer(view);
  expect(begun()).toBe(false);
  await main.held('app.state').answer(state);
  expect(begun()).toBe(true);
  expect(useApp.getState().app).toBe(state);
  expect(useHealth.getState().health).toEqual(view.health);
  await main.held('app.takeWork').answer({ drafts: {} });
  await ended;
  expect(main.names().slice(4)).toEqual(['app.takeWork']);
});

test('what is known before the core is there is shown at once, and what the core answers then takes its place', async () => {
  askFirst();
  await main.held('app.firstView').answer({ app: state, health: view, servers: [server] });
  await showFirst();
  expect(begun()).toBe(true);
  expect(useServers.getState().servers).toEqual([server]);
  expect(useHealth.getState().health).toEqual(view.health);
  expect(main.names()).toEqual(['app.firstView']);
  void beginDrawn();
  await vi.waitFor(() => expect(main.names()).toEqual(['app.firstView', 'app.state', 'health.view', 'server.list']));
  await main.held('app.state').answer({ ...state, demoRunning: true });
  await main.held('health.view').answer({ ...view, health: { [server.id]: { state: 'failed' } } });
  await main.held('server.list').answer([{ ...server, name: 'other' }]);
  expect(useApp.getState().app?.demoRunning).toBe(true);
  expect(useHealth.getState().health[server.id]?.state).toBe('failed');
  expect(useServers.getState().servers[0]?.name).toBe('other');
  expect(await firstView()).toBeUndefined();
});

test('a failure of the core takes the place of what was known', async () => {
  askFirst();
  await main.held('app.firstView').answer({ app: state, health: view, servers: [server] });
  await showFirst();
  void begin();
  await main.held('health.view').answer(view);
  await main.held('server.list').answer([server]);
  await main.held('app.state').fail({ code: 'internal' });
  expect(useLock.getState()).toMatchObject({ begun: false, failure: { code: 'internal' } });
});

test('what main tells before all is answered is not lost', async () => {
  void begin();
  await main.held('health.view').answer(view);
  takeHealth({ [server.id]: { state: 'failed' } });
  await main.held('server.list').answer([server]);
  await main.held('app.state').answer(state);
  expect(useHealth.getState().health[server.id]?.state).toBe('failed');
});

test('a list that comes later is followed by its health, and a locked console shows the lock screen', async () => {
  void begin();
  await main.held('server.list').answer([server]);
  await main.held('health.view').answer(view);
  await main.held('app.state').fail({ code: 'app.locked' });
  expect(useLock.getState()).toMatchObject({ begun: false, locked: true });
  setServers([server]);
  expect(main.asked('health.view')).toHaveLength(2);
});

test.each(['app.state', 'server.list'] as const)(
  'without an answer to %s nothing is shown as if it were known',
  async (name) => {
    void begin();
    await main.held('health.view').answer(view);
    if (name === 'server.list') await main.held('app.state').answer(state);
    else await main.held('server.list').answer([server]);
    await main.held(name).fail({ code: 'internal' });
    expect(useLock.getState()).toMatchObject({ begun: false, locked: false, failure: { code: 'internal' } });
  },
);

test('what the user chooses before the core answers is not put back by an older answer, and what comes later counts', async () => {
  vi.resetModules(); // as at the start of a window
  const { askFirst } = await import('../../../src-renderer/state/first-answers');
  const { begin, showFirst } = await import('../../../src-renderer/app/lock/locked-store');
  const { setAutoLock, setTheme, useApp } = await import('../../../src-renderer/state/app-store');
  const { collapse, useHealth } = await import('../../../src-renderer/state/health-store');
  const known = { ...state, theme: 'system', autoLock: { afterMinutes: 0, withScreen: false } } as AppState;
  askFirst();
  await main.held('app.firstView').answer({ app: known, health: view, servers: [server] });
  await showFirst();
  void setTheme('dark');
  void setAutoLock({ afterMinutes: 5, withScreen: false });
  void collapse('A', true);
  void begin();
  await main.held('app.state').answer(known);
  await main.held('health.view').answer(view);
  await main.held('server.list').answer([server]);
  expect(useApp.getState().app).toMatchObject({ theme: 'dark', autoLock: { afterMinutes: 5 } });
  expect(useHealth.getState().collapsed).toEqual(['A']);
});
