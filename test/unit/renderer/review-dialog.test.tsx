// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { edit, organizationOf, takeView } from '../../../src-renderer/organization/organization-store';
import { review } from '../../../src-renderer/organization/organization-update';
import { ReviewDialog } from '../../../src-renderer/organization/review-dialog';
import { setServers } from '../../../src-renderer/state/servers-store';
import type { ChangePlan, OrganizationView, PlanRow } from '../../../src-shared/model/organization';
import { ServerId, type ServerSummary } from '../../../src-shared/model/server';
import { verbatim } from '../../../src-shared/texts/message';
import { fakeMain } from './fake-main';

const main = fakeMain();
const user = userEvent.setup();
let server: ServerSummary;
const row = (more: Partial<PlanRow> = {}) =>
  ({
    field: 'smtpHost',
    label: verbatim('SMTP Host'),
    attribute: 'oxSmtpConfiguration',
    before: 'old.example.org',
    after: 'new.example.org',
    secret: false,
    ...more,
  }) as PlanRow;
const planOf = (more: Partial<ChangePlan> = {}): ChangePlan => ({
  ...{ planId: 'plan', serverName: 'gluu', environment: 'test', host: 'ldap.example.org', rows: [row()] },
  ...{ guard: 'assertion', typeName: false, warnings: [] },
  ...more,
});
const state = () => organizationOf(server.id).getState();

/** The dialog as the page shows it: as long as a review is open. */
function Page() {
  const { review: open } = organizationOf(server.id)();
  if (open.kind === 'closed' || open.kind === 'planning' || open.kind === 'conflict') return null;
  return <ReviewDialog server={server} review={open} note={({ rows }) => <p>{rows.length} of the note</p>} />;
}

/** A change is typed, its plan is asked for, and main answers with this one. */
async function open(plan: ChangePlan = planOf()): Promise<void> {
  render(<Page />);
  edit(server.id, 'smtpHost', 'new.example.org');
  void review(server.id);
  await main.held('organization.plan').answer(plan);
}

const button = (name: string) => screen.findByRole('button', { name });
const press = async (name: string) => user.click(await button(name));
const dialog = () => screen.queryByRole('dialog');

beforeEach(() => {
  main.reset();
  server = { id: ServerId.parse(crypto.randomUUID()), name: 'gluu', environment: 'test', host: 'x' } as ServerSummary;
  setServers([server]);
  takeView(server.id, {
    snapshotId: 'first',
    fields: {},
    salt: { kind: 'proved', by: [] },
  } as unknown as OrganizationView);
});
afterEach(cleanup);

test('shows each value as it is and as it would be, what warns, how it is guarded, and what else there is to know', async () => {
  const rows = [
    row({ note: verbatim('Read for each request.') }),
    row({ field: 'smtpPort', label: verbatim('SMTP Port'), key: 'smtp-port' }),
  ];
  await open(planOf({ rows, warnings: [verbatim('This will cost something.')], guard: 'weaker' }));
  expect(await screen.findByRole('dialog', { name: 'Review 2 changes' })).toBeTruthy();
  const [, first, second] = screen.getAllByRole('row');
  for (const text of [
    'SMTP Host',
    'oxSmtpConfiguration',
    'old.example.org',
    'new.example.org',
    'Read for each request.',
  ])
    expect(first?.textContent).toContain(text);
  expect(second?.textContent).toContain('smtp-port');
  expect(dialog()?.textContent).toContain('This will cost something.');
  expect(dialog()?.textContent).toContain('Weaker guard');
  expect(dialog()?.textContent).toContain('2 of the note');
});

test('writes the plan with the reason that is typed, shows the stages, and closes once it is saved', async () => {
  await open();
  await user.type(await screen.findByLabelText('Reason, kept in the history'), 'ticket 7');
  await press('Update gluu');
  expect(main.asked('organization.update')).toEqual([{ planId: 'plan', typedName: '', reason: 'ticket 7' }]);
  main.held('organization.update').progress([{ name: 'Write', state: 'running' }], false);
  expect(await screen.findByRole('dialog', { name: 'Writing to gluu' })).toBeTruthy();
  expect(dialog()?.textContent).toContain('Writing cannot be cancelled.');
  expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull();
  await user.keyboard('{Escape}');
  expect(dialog(), 'what is written cannot be left').not.toBeNull();
  main.held('organization.update').progress([{ name: 'Verify', state: 'running' }], false);
  expect(await screen.findByText(/Verifying whether it was saved/)).toBeTruthy();
  await main
    .held('organization.update')
    .answer({ kind: 'saved', view: state().view as OrganizationView, check: 'assertion', notes: [] });
  expect(dialog()).toBeNull();
});

test('writes to production only once the server’s name is typed, exactly', async () => {
  await open(planOf({ typeName: true }));
  expect((await button('Update gluu')).getAttribute('aria-disabled')).toBe('true');
  expect(dialog()?.textContent).toContain('Type gluu above.');
  await press('Update gluu');
  const field = screen.getByLabelText('Type the server’s name to allow writing');
  await user.type(field, 'Gluu');
  await press('Update gluu');
  expect(main.asked('organization.update')).toEqual([]);
  await user.clear(field);
  await user.type(field, 'gluu');
  await press('Update gluu');
  expect(main.asked('organization.update')).toEqual([{ planId: 'plan', typedName: 'gluu' }]);
});

test('is left without writing, by its button and by Escape, and what is typed stays', async () => {
  await open();
  await press('Cancel');
  expect(dialog()).toBeNull();
  void review(server.id);
  await main.held('organization.plan').answer(planOf());
  await screen.findByRole('dialog');
  await user.keyboard('{Escape}');
  expect(dialog()).toBeNull();
  expect(state()).toMatchObject({ review: { kind: 'closed' }, draft: { smtpHost: 'new.example.org' } });
  expect(main.asked('organization.update')).toEqual([]);
});

test('a write that has not begun is cancelled, and can be reviewed again', async () => {
  await open();
  await press('Update gluu');
  main.held('organization.update').progress([{ name: 'Connect', state: 'running' }], true);
  await press('Cancel');
  expect(main.held('organization.update').isCancelled()).toBe(true);
  expect(await screen.findByRole('dialog', { name: 'Nothing was written' })).toBeTruthy();
  await press('Review again');
  expect(main.asked('organization.plan')).toHaveLength(2);
  expect(dialog(), 'while it is worked out').toBeNull();
  await main.held('organization.plan').answer(planOf());
  expect(await screen.findByRole('dialog', { name: 'Review 1 change' })).toBeTruthy();
});

test('a plan that is refused says why, field by field, and is closed', async () => {
  render(<Page />);
  edit(server.id, 'smtpHost', 'new.example.org');
  void review(server.id);
  await main
    .held('organization.plan')
    .fail({ code: 'input.invalid', fields: { 'changes.values.smtpHost': verbatim('This is no host.') } });
  const refused = await screen.findByRole('dialog', { name: 'Nothing was written' });
  expect(refused.textContent).toContain('This is no host.');
  await user.click(within(refused).getByRole('button', { name: 'Close' }));
  expect(dialog()).toBeNull();
  expect(state().draft).toEqual({ smtpHost: 'new.example.org' });
});
