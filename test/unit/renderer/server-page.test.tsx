// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ServerPage } from '../../../src-renderer/app/server/server-page';
import { useChecks } from '../../../src-renderer/state/check-store';
import { setServers } from '../../../src-renderer/state/servers-store';
import type { ServerTab } from '../../../src-shared/model/app';
import { ServerId, type ServerSummary } from '../../../src-shared/model/server';
import { fakeMain } from './fake-main';

// Chromium's; a mail's preview asks for it as it loads.
vi.hoisted(() => Object.assign(window, { trustedTypes: { createPolicy: (_name: string, rules: unknown) => rules } }));

const main = fakeMain();
// Base UI keeps a panel that closes until the next frame, where it can ask what moves in it: here that frame never comes.
Element.prototype.getAnimations = () => [];
vi.stubGlobal('requestAnimationFrame', () => 1);

const servers = ['a', 'b'].map((name) => ({
  id: ServerId.parse(crypto.randomUUID()),
  ...{ name, group: '', host: `${name}.example.org`, port: 1636, mode: 'ldaps', notes: '', environment: 'test' },
  ...{ readOnly: true, demo: false, route: { kind: 'direct' }, bindDn: 'cn=directory manager' },
  secrets: { bindPassword: 'stored', salt: 'none', sshPassword: 'none', sshPassphrase: 'none' },
})) as unknown as [ServerSummary, ServerSummary];
const [a, b] = servers;
const page = ({ id }: ServerSummary, tab: ServerTab) => <ServerPage serverId={id} tab={tab} organizationTab="system" />;
const settled = () => act(() => new Promise((resolve) => setTimeout(resolve, 0)));
const tabStops = () =>
  screen
    .getAllByRole('tab')
    .filter(({ tabIndex }) => tabIndex === 0)
    .map(({ textContent }) => textContent);

beforeEach(() => {
  main.reset();
  useChecks.setState({ checks: {} });
  setServers(servers);
});
afterEach(cleanup);

test.each(['users', 'organization', 'history', 'reset'] as const)(
  'a server is only checked as its overview opens, also where %s was open of the one before',
  async (tab) => {
    const { rerender } = render(page(a, tab));
    await settled();
    main.reset();
    rerender(page(b, 'overview'));
    await settled();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('b');
    expect([...document.querySelectorAll('[role="tabpanel"][inert]')].map((left) => left.childElementCount)).toEqual([
      0,
    ]);
    expect(main.names()).toEqual(['server.check']);
  },
);

test('neither the focus nor the tab that the keys had come to is handed on to the next server', async () => {
  const { rerender } = render(page(a, 'overview'));
  await settled();
  const [overview, organization] = screen.getAllByRole('tab');
  act(() => overview?.focus());
  fireEvent.keyDown(document.activeElement as Element, { key: 'ArrowRight' });
  await settled();
  expect(document.activeElement).toBe(organization);
  expect(tabStops()).toEqual([organization?.textContent]);
  const remove = screen.getByRole('button', { name: 'Remove' });
  act(() => remove.focus());
  rerender(page(b, 'overview'));
  await settled();
  expect(remove.isConnected).toBe(false);
  expect(document.activeElement).toBe(document.body);
  expect(screen.getByRole('tab', { selected: true }).textContent).toBe(overview?.textContent);
  expect(tabStops()).toEqual([overview?.textContent]);
});
