// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { HistoryFilters } from '../../../src-renderer/history/history-filters';
import { listingOf, useHistory } from '../../../src-renderer/history/history-store';
import { setServers } from '../../../src-renderer/state/servers-store';
import { ServerId, type ServerSummary } from '../../../src-shared/model/server';
import { fakeMain } from './fake-main';

fakeMain();
afterEach(cleanup);

/** How often a server was asked for its name: for its row among those to choose from. */
let asked = 0;
const servers = Array.from({ length: 1000 }, (_, index) => {
  const server = { id: ServerId.parse(crypto.randomUUID()), demo: false };
  return Object.defineProperty(server, 'name', {
    enumerable: true,
    get() {
      asked += 1;
      return `server-${index}`;
    },
  }) as unknown as ServerSummary;
});

function Filters() {
  const { sought } = listingOf('all', useHistory());
  return <HistoryFilters scope="all" sought={sought} total={3} />;
}

test('a key in the search makes none of a thousand servers to choose from again', () => {
  act(() => setServers(servers));
  render(<Filters />);
  const choice = screen.getByRole('combobox', { name: 'Server' });
  expect(choice.getElementsByTagName('option')).toHaveLength(1001);
  asked = 0;
  const search = screen.getByRole('searchbox');
  fireEvent.change(search, { target: { value: 'mail' } });
  expect((search as HTMLInputElement).value).toBe('mail');
  expect(asked).toBe(0);
  expect(screen.getByRole('combobox', { name: 'Server' })).toBe(choice);
});
