import { beforeEach, expect, test } from 'vitest';
import type { OrganizationView } from '../../../src-shared/model/organization';
import { ServerId } from '../../../src-shared/model/server';
import { inEnglish } from '../../support/english';
import { stubWindow } from './window-stub';

stubWindow();
const { edit, editSecret, isDirty, labelsOf, organizationOf, revertAll, takeView, undoRevert } = await import(
  '../../../src-renderer/organization/organization-store'
);

let serverId: ServerId;
const state = () => organizationOf(serverId).getState();
const view = { fields: {} } as unknown as OrganizationView;
beforeEach(() => {
  serverId = ServerId.parse(crypto.randomUUID());
  takeView(serverId, view);
  edit(serverId, 'smtpHost', 'mail.example.org');
  edit(serverId, 'organizationName', 'Example');
  editSecret(serverId, 'smtpPassword', { kind: 'replace', value: 'typed' });
  revertAll(serverId);
});

test('Cancel throws away what was typed on all tabs, names it, and can be undone', () => {
  const { discarded } = state();
  expect(isDirty(state())).toBe(false);
  expect(discarded && inEnglish(labelsOf(discarded, state().page))).toEqual([
    'SMTP Host',
    'Organization name',
    'SMTP Password',
  ]);
  undoRevert(serverId);
  expect(state()).toMatchObject({
    draft: { smtpHost: 'mail.example.org', organizationName: 'Example' },
    secrets: { smtpPassword: { kind: 'replace', value: 'typed' } },
    discarded: undefined,
  });
});

test.each([
  ['something else is typed', () => edit(serverId, 'smtpPort', '25')],
  ['a password is typed', () => editSecret(serverId, 'smtpPassword', { kind: 'replace', value: 'other' })],
  ['the server is read again', () => takeView(serverId, view)],
])('there is no way back once %s', (_name, then) => {
  then();
  expect(state().discarded).toBeUndefined();
});
