import { failureIn } from '../../src-shared/diagnosis/classify';
import { commandLabel } from '../../src-shared/model/commands';
import type { MailSecurity, TestStop } from '../../src-shared/model/mail-server';
import type { ScanResult } from '../../src-shared/model/probe';
import type { ServerId, ServerSummary } from '../../src-shared/model/server';
import type { MailTestOutcome } from '../../src-shared/model/smtp-test';
import type { TestRecord } from '../../src-shared/model/test-history';
import { stepMessage, type Vantage } from '../../src-shared/model/work';
import { type Message, message } from '../../src-shared/texts/message';
import { type OrganizationState, organizationOf, secretChange } from '../organization/organization-store';
import { invoke } from '../state/ipc';
import { perServer } from '../state/per-server-store';
import { serverName, serverOf } from '../state/servers-store';
import { runTask, type Task } from '../state/task';
import { textsNow } from '../ui/texts-store';
import {
  type ChosenSecurity,
  type ScreenSettings,
  screenSettings,
  securityInForce,
  whyNotTestable,
} from './screen-settings';
import { basisOf, type TestBasis } from './test-basis';

/** What a result was made with: a later change of the form must not change what it says. */
export interface Tested {
  settings: ScreenSettings;
  security: MailSecurity;
  until: TestStop;
  basis: TestBasis;
  at: number;
}

export type EvidenceTab = 'transcript' | 'certificate' | 'offers' | 'earlier';

export interface MailTestState {
  /** What the user chose instead of what "Requires SSL" and port stand for. */
  security: ChosenSecurity | undefined;
  /** Empty means the From Email Address, as in oxTrust. */
  recipient: string;
  until: TestStop;
  /** Undefined: from here, and from the Gluu Server as well where there is a route. */
  vantage: Vantage | 'both' | undefined;
  task: Task<MailTestOutcome>;
  tested: Tested | undefined;
  /** Whether the Java of this Gluu Server has TLS 1.0 enabled, as far as the user knows. */
  javaTls10: boolean | undefined;
  scan: Task<ScanResult>;
  earlier: TestRecord[] | undefined;
  evidence: EvidenceTab;
}

/** The mail test of one server. */
export const mailTestOf = perServer<MailTestState>({
  security: undefined,
  recipient: '',
  until: 'recipient', // a mail goes out only if that was chosen
  vantage: undefined,
  task: { kind: 'idle' },
  tested: undefined,
  javaTls10: undefined,
  scan: { kind: 'idle' },
  earlier: undefined,
  evidence: 'transcript',
});

/** From where a test of this server looks. */
export const vantageInForce = (
  server: Pick<ServerSummary, 'route'>,
  chosen: MailTestState['vantage'],
): Vantage | 'both' => (server.route.kind === 'direct' ? 'here' : (chosen ?? 'both'));

/** Where both are looked from, what the Gluu Server sees is what its settings have to fit. */
export const scannedFrom = (server: Pick<ServerSummary, 'route'>, chosen: MailTestState['vantage']): Vantage =>
  vantageInForce(server, chosen) === 'here' ? 'here' : 'server';

/** How a test ended in the status line's few words. */
function endText(outcome: MailTestOutcome | undefined): Message {
  if (!outcome) return message('mail.ended.stopped');
  if (outcome.delivery) return message(endedBadly(outcome) ? 'mail.ended.acceptedBadly' : 'mail.ended.succeeded');
  const stage = failureIn(outcome.seen)?.stage;
  return stage ? message('mail.ended.stoppedAt', { stage: stepMessage(stage) }) : message('mail.ended.nothingSent');
}

export const endedBadly = ({ seen }: MailTestOutcome): boolean => failureIn(seen) !== undefined;

/** Tests the values on the screen. */
export async function testMail(serverId: ServerId): Promise<void> {
  const store = mailTestOf(serverId);
  const state = organizationOf(serverId).getState();
  const settings = screenSettings(state);
  const { security: chosen, recipient, until, task, vantage } = store.getState();
  const server = serverOf(serverId);
  const basis = basisOf(state, chosen, recipient);
  if (!server || !settings || !basis || !state.view || task.kind === 'running' || whyNotTestable(state)) return;
  const security = securityInForce(settings, chosen);
  const { view } = state;
  const password = secretChange(state, 'smtpPassword');
  store.setState({ tested: { settings, security, until, basis, at: Date.now() } });
  const ended = await runTask(
    'smtp.test',
    {
      serverId,
      snapshotId: view.snapshotId,
      host: settings.host,
      port: settings.port,
      security,
      requiresSsl: settings.requiresSsl,
      trustServer: settings.trustServer,
      until,
      vantage: vantageInForce(server, vantage),
      fromName: settings.fromName,
      fromEmail: settings.fromEmail,
      recipient: recipient.trim() || settings.fromEmail,
      ...(settings.authentication
        ? {
            login: {
              userName: settings.userName,
              password: password.kind === 'replace' ? { kind: 'typed', value: password.value } : { kind: 'stored' },
            },
          }
        : {}),
    },
    { label: textsNow().say(commandLabel('test')), serverName: serverName(serverId), endText, endedBadly },
    (next) => store.setState({ task: next }),
  );
  if (ended.kind === 'done') store.setState({ evidence: evidenceFor(ended.value) });
  void loadEarlier(serverId);
}

/** A password that was saved is the one that was typed: what a test found with it still holds. `before`: the form as it was saved. */
export function takeSavedPassword(serverId: ServerId, before: OrganizationState): void {
  const store = mailTestOf(serverId);
  const { tested, security, recipient } = store.getState();
  const typed = basisOf(before, security, recipient);
  const saved = basisOf(organizationOf(serverId).getState(), security, recipient);
  if (!tested || !saved || tested.basis.Login !== typed?.Login) return;
  store.setState({ tested: { ...tested, basis: { ...tested.basis, Login: saved.Login } } });
}

/** What has to be looked at next: a certificate that neither this computer nor the user trusts, else what was said. */
function evidenceFor({ seen: { tls } }: MailTestOutcome): EvidenceTab {
  return tls && !tls.trusted && tls.pin !== 'same' ? 'certificate' : 'transcript';
}

/** The port on the screen, where there is one that can be asked. */
const typedPort = ({ port }: ScreenSettings) => (port > 0 && port <= 65_535 ? { port } : {});

/** Looks at the host on the screen, on the port that stands there and on all three mail ports. */
export async function scanHost(serverId: ServerId): Promise<void> {
  const store = mailTestOf(serverId);
  const settings = screenSettings(organizationOf(serverId).getState());
  const server = serverOf(serverId);
  if (!server || !settings?.host || store.getState().scan.kind === 'running') return;
  await runTask(
    'smtp.scan',
    { serverId, host: settings.host, ...typedPort(settings), vantage: scannedFrom(server, store.getState().vantage) },
    {
      label: message('mail.offers.looking', { host: settings.host }),
      serverName: serverName(serverId),
      endText: (found) => message(found ? 'mail.offers.looked' : 'mail.offers.notLooked', { host: settings.host }),
    },
    (scan) => store.setState({ scan }),
  );
}

export async function loadEarlier(serverId: ServerId): Promise<void> {
  const store = mailTestOf(serverId);
  const result = await invoke('smtp.tests', { serverId });
  if (result.ok) store.setState({ earlier: result.value });
}
