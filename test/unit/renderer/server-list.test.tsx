// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ServerList } from '../../../src-renderer/app/list/server-list';
import { openFront, show, showServer, useApp } from '../../../src-renderer/state/app-store';
import { useChecks } from '../../../src-renderer/state/check-store';
import { takeHealth, useHealth } from '../../../src-renderer/state/health-store';
import { setQuery, setServers } from '../../../src-renderer/state/servers-store';
import { ServerId, type ServerSummary } from '../../../src-shared/model/server';
import { fakeMain } from './fake-main';

const COUNT = 1000;
const SIGHT = 420; // pixels, ten rows
const atFirst = useApp.getState();
fakeMain();

/** The servers whose rows were drawn since it was emptied: a row asks for the environment each time it is drawn. */
const drawn = new Set<string>();
const nameOf = (index: number) => `server-${String(index).padStart(4, '0')}`;
const servers = Array.from({ length: COUNT }, (_, index) => {
  const server = {
    id: ServerId.parse(crypto.randomUUID()),
    name: nameOf(index),
    group: index < 500 ? 'Amsterdam' : 'Berlin',
    host: `gluu${index}.example.org`,
    ...{ port: 1636, mode: 'ldaps', notes: '', readOnly: true, demo: false, route: { kind: 'direct' } },
  };
  Object.defineProperty(server, 'environment', {
    enumerable: true,
    get() {
      drawn.add(server.name);
      return 'test';
    },
  });
  return server as unknown as ServerSummary;
});
const server = (index: number) => servers[index] as ServerSummary;
const list = () => screen.getByRole('navigation');
const rows = () => [...list().querySelectorAll<HTMLElement>('li[data-row]')];
const rowButton = (index: number) => within(list()).getByRole('button', { name: new RegExp(`^${nameOf(index)}`) });
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
const stops = () => [...list().querySelectorAll('[data-roving][tabindex="0"]')];

/** Which rows were drawn again for what is done. */
function drawnFor(done: () => void): string[] {
  drawn.clear();
  act(done);
  return [...drawn].sort();
}

/** What has the browser lay out the page at once, since it was emptied. */
const laidOutFor: string[] = [];

/** happy-dom lays nothing out. */
function layOut(): void {
  for (const name of ['offsetHeight', 'clientHeight'] as const) {
    let owner: Element = HTMLDivElement.prototype;
    while (!Object.hasOwn(owner, name)) owner = Object.getPrototypeOf(owner);
    vi.spyOn(owner as HTMLElement, name, 'get').mockImplementation(function (this: HTMLElement) {
      laidOutFor.push(`${name} of ${this.tagName}`);
      return this.matches('li[data-row]') ? 42 : this.matches('h2') ? 30 : SIGHT;
    });
  }
}
beforeEach(() => {
  layOut();
  useApp.setState(atFirst, true);
  useHealth.setState({ paused: false, collapsed: [], health: {}, openedAt: {} });
  setQuery('');
  setServers(servers);
  render(<ServerList />);
});
afterEach(cleanup);

test('of a thousand servers only those in sight are drawn, and each says where it stands among how many', () => {
  expect(rows().length).toBeGreaterThan(SIGHT / 42);
  expect(rows().length).toBeLessThan(40);
  expect(rows()[0]?.getAttribute('aria-posinset')).toBe('1');
  expect(rows()[0]?.getAttribute('aria-setsize')).toBe('500');
  expect(within(list()).getByRole('button', { name: 'Amsterdam 500', expanded: true })).toBeDefined();
});

test('nothing is read of the page while its rows are made: it would be laid out in between, and the rows be made again', () => {
  cleanup();
  const scrolled = vi.spyOn(Element.prototype, 'scrollTo');
  laidOutFor.length = 0;
  render(<ServerList />);
  expect(rows().length).toBeGreaterThan(SIGHT / 42);
  expect(laidOutFor).toEqual([]);
  expect(scrolled).not.toHaveBeenCalled();
});

test('what is shown, what stands in front and what a check found draws no other row again', () => {
  act(() => showServer(server(2).id));
  expect(drawnFor(() => showServer(server(5).id))).toEqual([nameOf(2), nameOf(5)]);
  expect(drawnFor(() => showServer(server(5).id, 'history'))).toEqual([]);
  expect(drawnFor(() => openFront({ kind: 'palette' }))).toEqual([]);
  expect(drawnFor(() => show({ kind: 'start' }))).toEqual([nameOf(5)]);
  expect(drawnFor(() => takeHealth({ [server(3).id]: { state: 'checking' } }))).toEqual([nameOf(3)]);
  // Not in sight.
  expect(drawnFor(() => takeHealth({ [server(700).id]: { state: 'ok' } }))).toEqual([]);
});

test('the keys reach every server, drawn or not, and Tab stops at the one they came to', () => {
  act(() => rowButton(0).focus());
  expect(drawnFor(() => void press('ArrowDown'))).toEqual([nameOf(0), nameOf(1)]);
  expect(document.activeElement).toBe(rowButton(1));
  press('End');
  expect(document.activeElement).toBe(rowButton(COUNT - 1));
  expect(document.activeElement?.closest('li')?.getAttribute('aria-posinset')).toBe('500');
  expect(stops()).toEqual([rowButton(COUNT - 1)]);
  for (const letter of 'server-0750') press(letter);
  expect(document.activeElement).toBe(rowButton(750));
  press('ArrowRight');
  expect(document.activeElement?.getAttribute('aria-label')).toContain(nameOf(750));
  press('ArrowLeft');
  expect(document.activeElement).toBe(rowButton(750));
  press('Home');
  expect(document.activeElement?.getAttribute('aria-expanded')).toBe('true');
  expect(rows().length).toBeLessThan(45);
});

test('the server in hand is drawn wherever it is, also in a group that is shut', () => {
  act(() => showServer(server(900).id));
  expect(rowButton(900).getAttribute('aria-current')).toBe('true');
  expect(stops()).toEqual([rowButton(900)]);
  act(() => useHealth.setState({ collapsed: ['group/Amsterdam', 'group/Berlin'] }));
  expect(rows()).toHaveLength(1);
  expect(rowButton(900).closest('li')?.getAttribute('aria-posinset')).toBe('401');
});

test('a key that finds the same servers draws no row again, nor does what a check finds of others: nothing is searched again', () => {
  act(() => setQuery('s'));
  expect(drawnFor(() => setQuery('se'))).toEqual([]);
  expect(drawnFor(() => takeHealth({ [server(700).id]: { state: 'ok' } }))).toEqual([]);
  expect(drawnFor(() => takeHealth({ [server(3).id]: { state: 'checking' } }))).toEqual([nameOf(3)]);
});

test('what stands in a row that a search only moves is not made again, and no row is asked how high it is', () => {
  act(() => setQuery('server-00'));
  laidOutFor.length = 0;
  const again = drawnFor(() => setQuery('server-001'));
  expect(rows().map((row) => row.getAttribute('aria-posinset'))).toEqual('1 2 3 4 5 6 7 8 9 10'.split(' '));
  expect(rowButton(10).closest('li')?.getAttribute('aria-setsize')).toBe('10');
  expect(again).toEqual([]);
  act(() => setQuery('server-05'));
  expect(rows().length).toBeGreaterThan(10);
  expect(laidOutFor.filter((what) => what.endsWith(' of LI'))).toEqual([]);
});

test('a search for how servers were found follows what the checks find', () => {
  act(() => setQuery('not reached'));
  expect(rows()).toHaveLength(0);
  act(() => takeHealth({ [server(777).id]: { state: 'failed' } }));
  expect(rows()).toHaveLength(1);
  expect(rowButton(777)).toBeDefined();
  act(() => takeHealth({ [server(777).id]: { state: 'ok' } }));
  expect(rows()).toHaveLength(0);
});

test('the list knows while many are checked: its signs do not turn then', () => {
  const many = { kind: 'running' as const, steps: [], startedAt: 0, cancellable: true, cancel() {} };
  expect(list().querySelector('[data-many]')).toBeNull();
  act(() => useChecks.setState({ many }));
  expect(list().querySelector('[data-many]')).not.toBeNull();
  act(() => useChecks.setState({ many: { kind: 'idle' } }));
  expect(list().querySelector('[data-many]')).toBeNull();
});

test('a search finds what is not drawn', () => {
  act(() => setQuery('server-0777'));
  expect(rows()).toHaveLength(1);
  expect(rowButton(777)).toBeDefined();
});
