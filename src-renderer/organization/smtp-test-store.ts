import { create, type StoreApi, type UseBoundStore } from 'zustand';
import { type FieldId, fieldOf } from '../../src-shared/model/organization-fields';
import type { ServerId } from '../../src-shared/model/server';
import { type MailSecurity, type MailTestOutcome, securityOf } from '../../src-shared/model/smtp-test';
import { useServers } from '../servers/servers-store';
import { runTask, type Task } from '../shell/task';
import {
  controlValue,
  type DraftValue,
  errorsOf,
  fieldValue,
  type OrganizationState,
  organizationOf,
} from './organization-store';

/** The values on the screen, saved or not, as a mail test needs them. */
export interface ScreenSettings {
  host: string;
  port: number;
  fromName: string;
  fromEmail: string;
  authentication: boolean;
  userName: string;
  requiresSsl: boolean;
}

interface SmtpTestState {
  /** What the user chose instead of what "Requires SSL" and port stand for. */
  security: MailSecurity | undefined;
  /** Empty means the From Email Address, as in oxTrust. */
  recipient: string;
  task: Task<MailTestOutcome>;
  /** The values the last result belongs to, and what tells them from others. */
  tested: { settings: ScreenSettings; key: string } | undefined;
  /** Sending the password readable waits for a yes. */
  asksConsent: boolean;
}

const stores = new Map<ServerId, UseBoundStore<StoreApi<SmtpTestState>>>();

/** The mail test of one server. */
export function smtpTestOf(serverId: ServerId): UseBoundStore<StoreApi<SmtpTestState>> {
  const known = stores.get(serverId);
  if (known) return known;
  const store = create<SmtpTestState>(() => ({
    security: undefined,
    recipient: '',
    task: { kind: 'idle' },
    tested: undefined,
    asksConsent: false,
  }));
  stores.set(serverId, store);
  return store;
}

export function screenSettings(state: OrganizationState): ScreenSettings | undefined {
  const { view, draft } = state;
  if (!view || view.brokenSmtp) return undefined;
  const typed = (id: FieldId): DraftValue => draft[id] ?? controlValue(id, view);
  const text = (id: FieldId) => String(typed(id)).trim();
  return {
    host: text('smtpHost'),
    port: Number(fieldValue('smtpPort', typed('smtpPort')) ?? 0),
    fromName: text('smtpFromName'),
    fromEmail: text('smtpFromEmail'),
    authentication: typed('smtpAuthentication') === true,
    userName: text('smtpUserName'),
    requiresSsl: typed('smtpRequiresSsl') === true,
  };
}

export const securityInForce = (settings: ScreenSettings, chosen: MailSecurity | undefined): MailSecurity =>
  chosen ?? securityOf(settings.requiresSsl, settings.port);

/** Why the values on the screen cannot be tested, or undefined. */
export function whyNotTestable(state: OrganizationState): string | undefined {
  const settings = screenSettings(state);
  if (!settings) return 'The stored settings cannot be read.';
  const wrong = (Object.keys(errorsOf(state)) as FieldId[]).find(
    (id) => fieldOf(id).tab === 'smtp' && id !== 'smtpPassword',
  );
  if (wrong) return `${fieldOf(wrong).label} has an error.`;
  if (!settings.host) return 'SMTP Host is empty.';
  if (!settings.port) return 'SMTP Port is empty.';
  if (!settings.fromEmail) return 'From Email Address is empty.';
  if (settings.authentication && !settings.userName) return 'SMTP User Name is empty.';
  if (settings.authentication && state.password.kind === 'keep' && state.view?.password === 'none') {
    return 'No password is stored. Choose Replace and type it.';
  }
  if (settings.authentication && state.password.kind === 'clear') return 'SMTP Password is being cleared.';
  if (settings.authentication && state.password.kind === 'replace' && state.password.value === '')
    return 'SMTP Password is empty.';
  return undefined;
}

/** Tells two sets of tested values apart. The password counts by whether it is the stored one. */
export const testedKey = (state: OrganizationState, chosen: MailSecurity | undefined, recipient: string): string =>
  JSON.stringify([screenSettings(state), chosen, recipient, state.password.kind]);

/** Sends oxTrust's test mail with the values on the screen. `consent`: the password may go readable, this once. */
export async function testMail(serverId: ServerId, consent = false): Promise<void> {
  const store = smtpTestOf(serverId);
  const state = organizationOf(serverId).getState();
  const settings = screenSettings(state);
  const { security: chosen, recipient, task } = store.getState();
  if (!settings || !state.view || task.kind === 'running' || whyNotTestable(state)) return;
  const security = securityInForce(settings, chosen);
  if (settings.authentication && security === 'none' && !consent) {
    store.setState({ asksConsent: true });
    return;
  }
  const { password, view } = state;
  store.setState({ asksConsent: false, tested: { settings, key: testedKey(state, chosen, recipient) } });
  await runTask(
    'smtp.test',
    {
      serverId,
      snapshotId: view.snapshotId,
      host: settings.host,
      port: settings.port,
      security,
      fromName: settings.fromName,
      fromEmail: settings.fromEmail,
      recipient: recipient.trim() || settings.fromEmail,
      clearTextConsent: consent,
      ...(settings.authentication
        ? {
            login: {
              userName: settings.userName,
              password: password.kind === 'replace' ? { kind: 'typed', value: password.value } : { kind: 'stored' },
            },
          }
        : {}),
    },
    {
      label: 'Test Configuration',
      serverName: useServers.getState().servers.find(({ id }) => id === serverId)?.name ?? '',
      endText: (outcome) =>
        outcome?.kind === 'delivered'
          ? 'mail test succeeded'
          : `mail test stopped${outcome?.failure.stage ? ` at ${outcome.failure.stage}` : ''}`,
      endedBadly: ({ kind }) => kind === 'failed',
    },
    (next) => store.setState({ task: next }),
  );
}
