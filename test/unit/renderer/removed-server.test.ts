import { beforeEach, expect, test } from 'vitest';
import type { Task } from '../../../src-renderer/state/task';
import { ServerId, type ServerSummary } from '../../../src-shared/model/server';
import { stubWindow } from './window-stub';

stubWindow();
const { setServers } = await import('../../../src-renderer/state/servers-store');
const { useChecks } = await import('../../../src-renderer/state/check-store');
const { anyDirty, edit, keptDrafts, organizationOf } = await import(
  '../../../src-renderer/organization/organization-store'
);
const { usersOf } = await import('../../../src-renderer/users/users-store');
const { testUsersOf } = await import('../../../src-renderer/users/test-user-store');
const { mailTestOf } = await import('../../../src-renderer/mail/mail-test-store');
const { resetOf } = await import('../../../src-renderer/reset/reset-store');
const { pickerOf } = await import('../../../src-renderer/reset/person-picker-store');
const { useReadiness } = await import('../../../src-renderer/readiness/readiness-store');

const server = (name: string) => ({ id: ServerId.parse(crypto.randomUUID()), name }) as ServerSummary;
const [stays, goes] = [server('stays'), server('goes')];
const failed: Task<never> = { kind: 'failed', failure: { code: 'net.refused' }, steps: [], endedAt: 0 };

/** Something of everything a server has in the window. */
function fill({ id }: ServerSummary): void {
  edit(id, 'organizationName', 'typed');
  usersOf(id).setState({ text: 'typed' });
  testUsersOf(id).setState({ removal: failed });
  mailTestOf(id).setState({ recipient: 'typed' });
  resetOf(id).setState({ to: 'typed' });
  pickerOf(id).setState({ text: 'typed' });
  useChecks.setState(({ checks }) => ({ checks: { ...checks, [id]: failed } }));
  useReadiness.setState(({ chains }) => ({ chains: { ...chains, [id]: failed } }));
}

/** What of it is still there. */
const heldOf = ({ id }: ServerSummary) => [
  organizationOf(id).getState().draft.organizationName,
  usersOf(id).getState().text,
  testUsersOf(id).getState().removal.kind,
  mailTestOf(id).getState().recipient,
  resetOf(id).getState().to,
  pickerOf(id).getState().text,
  useChecks.getState().checks[id]?.kind,
  useReadiness.getState().chains[id]?.kind,
];

beforeEach(() => {
  setServers([stays, goes]);
  for (const one of [stays, goes]) fill(one);
});

test('a server that leaves the list takes with it what the window held of it, and nothing else', () => {
  const held = heldOf(stays);
  setServers([stays]);
  expect(heldOf(goes)).toEqual([undefined, '', 'idle', '', '', undefined, undefined, undefined]);
  expect(heldOf(stays)).toEqual(held);
});

test('nothing typed for a server that is gone asks to be saved before the window closes', () => {
  setServers([stays]);
  expect(Object.keys(keptDrafts())).toEqual([stays.id]);
  expect(anyDirty()).toBe(true);
  setServers([]);
  expect(anyDirty()).toBe(false);
});

test('a list that is sent again, in another order and with other names, takes nothing away', () => {
  const held = heldOf(goes);
  setServers([{ ...goes, name: 'renamed' }, stays]);
  expect(heldOf(goes)).toEqual(held);
});

test('what arrives late for a server that is gone does not come back with the server', () => {
  const late = usersOf(goes.id);
  setServers([stays]);
  late.setState({ text: 'late' });
  setServers([stays, goes]);
  expect(usersOf(goes.id).getState().text).toBe('');
});
