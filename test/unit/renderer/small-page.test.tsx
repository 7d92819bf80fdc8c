// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { OrganizationPage } from '../../../src-renderer/app/server/organization-page';
import {
  edit,
  editSecret,
  errorsOf,
  isDirty,
  labelsOf,
  type OrganizationState,
  organizationOf,
  revertAll,
  takeView,
  undoRevert,
} from '../../../src-renderer/organization/organization-store';
import { review, settleConflict, update } from '../../../src-renderer/organization/organization-update';
import { setServers } from '../../../src-renderer/state/servers-store';
import type { ChangePlan, ConflictRow, FieldView, OrganizationView } from '../../../src-shared/model/organization';
import { ServerId, type ServerSummary } from '../../../src-shared/model/server';
import { message, verbatim } from '../../../src-shared/texts/message';
import { inEnglish } from '../../support/english';
import { smallPage } from '../../support/small-page';
import { fakeMain } from './fake-main';

const main = fakeMain();
const server = { id: ServerId.parse('6f1c2a5e-7d3b-4c8e-9a10-2b3c4d5e6f70'), name: 'gluu' } as ServerSummary;
const state = (): OrganizationState => organizationOf(server.id).getState();
const fields: Record<string, FieldView> = {
  keyStore: { id: 'keyStore', value: '/etc/keys.jks' },
  keyStorePassword: { id: 'keyStorePassword', value: null },
  telephonyPin: {
    id: 'telephonyPin',
    value: null,
    fixed: message('organization.fixed', { entry: 'company' }),
  },
  slogan: { id: 'slogan', value: 'Hello' },
};
const view: OrganizationView = {
  ...{ serverId: server.id, snapshotId: 'snapshot', loadedAt: '2026-11-23T10:00:00.000Z', guard: 'assertion' },
  ...{ fields, names: {}, smtpAbsent: true, stored: {}, broken: {}, salt: { kind: 'proved', by: ['idpBindPassword'] } },
  version: { least: '3.1.4', most: '3.1.4', because: [] },
  secrets: { keyStorePassword: { state: 'decrypts' }, telephonyPin: { state: 'none' } },
};
const user = userEvent.setup();
const page = (tab: string) => <OrganizationPage server={server} tab={tab} />;

beforeEach(() => {
  main.reset();
  setServers([]);
  setServers([server]);
  takeView(server.id, view, smallPage);
});
afterEach(cleanup);

describe('the form of a page the window was not written for', () => {
  test('has its tabs and their fields, each with its control', async () => {
    render(page('keys'));
    expect(screen.getAllByRole('tab').map(({ textContent }) => textContent)).toEqual([
      'Keys and Certificates',
      'Names',
    ]);
    expect(screen.getByLabelText<HTMLInputElement>('Key Store').value).toBe('/etc/keys.jks');
    expect(screen.getByRole('group', { name: /^Key Store Password/ }).textContent).toBe(
      'Key Store Password: keep, replace or clearKeepReplaceClear',
    );
    expect(screen.getByText('It decrypts with this server’s salt.')).toBeTruthy();
    expect(screen.queryByLabelText('Slogan')).toBeNull();
    cleanup();
    render(page('names'));
    expect(screen.getByLabelText<HTMLInputElement>('Slogan').value).toBe('Hello');
  });

  test('shows its first tab where it has no tab like the one that was open', () => {
    render(page('smtp'));
    expect(screen.getByRole('tab', { selected: true }).textContent).toBe('Keys and Certificates');
    expect(screen.queryByText('Test Configuration')).toBeNull();
  });

  test('opens no field of an entry that may not be written', () => {
    render(page('keys'));
    expect(screen.getByLabelText<HTMLInputElement>('Telephony PIN').readOnly).toBe(true);
    expect(screen.getByLabelText<HTMLInputElement>('Key Store').readOnly).toBe(false);
    expect(screen.getByText(/This account can read the company entry/)).toBeTruthy();
  });

  test('shows a text that cannot be read in the place of its own fields only', () => {
    const broken = { oxTrustConfApplication: { why: verbatim('Why.'), raw: '{"keyStore":' } };
    takeView(server.id, { ...view, broken }, smallPage);
    render(page('keys'));
    expect(screen.getByText('The stored oxTrustConfApplication cannot be read.')).toBeTruthy();
    expect(screen.queryByLabelText('Key Store')).toBeNull();
    expect(screen.getByLabelText('Telephony PIN')).toBeTruthy();
  });

  test('says what is wrong with its values and its secrets, and on which tab', async () => {
    takeView(
      server.id,
      { ...view, fields: { ...fields, telephonyPin: { id: 'telephonyPin', value: null } } },
      smallPage,
    );
    render(page('keys'));
    await user.clear(screen.getByLabelText('Key Store'));
    await user.type(screen.getByLabelText('Telephony PIN'), ' ');
    expect(screen.getByText('Enter a value.')).toBeTruthy();
    expect(screen.getByText('Enter the new password, or choose Keep.')).toBeTruthy();
    expect(screen.getByRole('tab', { name: /^Keys and Certificates.*2 unsaved.*2 with an error/ })).toBeTruthy();
  });
});

test('what was typed into another page is not laid over a server that has no room for it', () => {
  organizationOf(server.id).setState({ view: undefined, draft: { smtpHost: 'mail.example.org', slogan: 'Goodbye' } });
  expect(Object.keys(errorsOf(state()))).toEqual([]);
  takeView(server.id, view, smallPage);
  expect(state()).toMatchObject({ page: smallPage, draft: { slogan: 'Goodbye' } });
  expect(state().draft).not.toHaveProperty('smtpHost');
});

describe('what is typed there', () => {
  beforeEach(() => {
    edit(server.id, 'slogan', 'Goodbye');
    editSecret(server.id, 'keyStorePassword', { kind: 'replace', value: 'typed' });
    editSecret(server.id, 'telephonyPin', { kind: 'clear' });
  });

  test('is named, thrown away, put back, and kept secret by secret', () => {
    const labels = ['Slogan', 'Key Store Password', 'Telephony PIN'];
    expect(inEnglish(labelsOf(state(), state().page))).toEqual(labels);
    revertAll(server.id);
    expect(isDirty(state())).toBe(false);
    undoRevert(server.id);
    expect(inEnglish(labelsOf(state(), state().page))).toEqual(labels);
    editSecret(server.id, 'telephonyPin', { kind: 'keep' });
    expect(state().secrets).toEqual({ keyStorePassword: { kind: 'replace', value: 'typed' } });
  });

  test('is what main is asked to plan, and is gone once it is saved', async () => {
    void review(server.id);
    const asked = main.held('organization.plan');
    expect(asked.input).toEqual({
      serverId: server.id,
      snapshotId: 'snapshot',
      changes: {
        values: { slogan: 'Goodbye' },
        secrets: { keyStorePassword: { kind: 'replace', value: 'typed' }, telephonyPin: { kind: 'clear' } },
      },
    });
    const plan = { planId: 'plan', serverName: 'gluu', rows: [{ field: 'slogan' }] } as unknown as ChangePlan;
    await asked.answer(plan);
    void update(server.id, plan, '', '');
    await main.held('organization.update').answer({ kind: 'saved', view, check: 'assertion', notes: [] });
    expect(state()).toMatchObject({ draft: {}, secrets: {}, ending: { kind: 'saved' } });
  });

  test('stays where somebody else changed another secret', () => {
    const rows = [{ field: 'telephonyPin' }] as ConflictRow[];
    organizationOf(server.id).setState({ review: { kind: 'conflict', outcome: { kind: 'conflict', rows, view } } });
    settleConflict(server.id, ['telephonyPin']);
    expect(state().secrets).toEqual({ keyStorePassword: { kind: 'replace', value: 'typed' } });
  });
});
