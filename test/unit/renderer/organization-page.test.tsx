// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { OrganizationPage } from '../../../src-renderer/app/server/organization-page';
import { organizationOf, takeView } from '../../../src-renderer/organization/organization-store';
import { setServers } from '../../../src-renderer/state/servers-store';
import { pageNear } from '../../../src-shared/gluu/pages/pages';
import { lint } from '../../../src-shared/lint/lint';
import type { OrganizationView } from '../../../src-shared/model/organization';
import { ServerId, type ServerSummary } from '../../../src-shared/model/server';
import { fakeMain } from './fake-main';

vi.mock(import('../../../src-shared/lint/lint'), async (original) => {
  const whole = await original();
  return { ...whole, lint: vi.fn(whole.lint) };
});

const main = fakeMain();
const user = userEvent.setup();
const view = {
  snapshotId: 'first',
  loadedAt: '2026-11-29T08:00:00Z',
  version: { least: '3.1.2', most: '3.1.2', because: [] },
  fields: Object.fromEntries(
    pageNear().fields.map(({ id, control }) => [
      id,
      { id, value: control === 'number' ? 25 : control === 'text' ? 'a' : null },
    ]),
  ),
  names: {},
  secrets: {},
  broken: {},
  stored: {},
  salt: { kind: 'none' },
} as unknown as OrganizationView;
let server: ServerSummary;
const page = (more: Partial<ServerSummary> = {}) => <OrganizationPage server={{ ...server, ...more }} tab="system" />;

beforeEach(() => {
  main.reset();
  vi.mocked(lint).mockClear();
  server = { id: ServerId.parse(crypto.randomUUID()), name: 'gluu', host: 'gluu.example.org' } as ServerSummary;
  setServers([server]);
  takeView(server.id, view);
});
afterEach(cleanup);

test.each([
  ['may be written to', {}],
  ['is read-only', { readOnly: true }],
])(
  'the rules judge a form once for each change of it, whatever its number of fields, where the server %s',
  (_, more) => {
    render(page(more));
    expect(screen.getAllByRole('textbox').length).toBeGreaterThan(2);
    expect(lint).toHaveBeenCalledTimes(1);
  },
);

test('and once more for each letter', async () => {
  render(page());
  await user.type(screen.getByLabelText('Contact Email'), 'bc');
  expect(organizationOf(server.id).getState().draft).toEqual({ contactEmail: 'abc' });
  expect(lint).toHaveBeenCalledTimes(3);
});

test('a field with an error says so beside it and on its tab, and Update says how many there are', async () => {
  render(page());
  await user.clear(screen.getByLabelText('Maximum Log Size (MB)'));
  expect(screen.getByText('Enter a value.')).toBeTruthy();
  expect(screen.getByRole('tab', { name: /1 unsaved.*1 with an error/ })).toBeTruthy();
  expect(screen.getByText('1 field has an error.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Update' }));
  expect(main.asked('organization.plan')).toEqual([]);
});
