import { counted } from '../../src-shared/base/counted';
import type { MailboxFinding } from '../../src-shared/model/mailbox';
import type {
  PendingView,
  PurgeInput,
  PurgeOutcome,
  RehearseOutcome,
  ResetPreview,
  ResetRequestOutcome,
  ResetRunView,
  WithdrawOutcome,
} from '../../src-shared/model/reset';
import type { ServerId } from '../../src-shared/model/server';
import { invoke } from '../state/ipc';
import { perServer } from '../state/per-server-store';
import { serverName } from '../state/servers-store';
import { forgetAsked, runLatest, runTask, type Task } from '../state/task';

/** The tabs of *Password Reset* by their labels, in order. */
export const resetTabs = { test: 'Test password reset', pending: 'Pending requests', runs: 'Earlier tests' } as const;
export type ResetTab = keyof typeof resetTabs;

interface ResetState {
  tab: ResetTab;
  /** Whose reset is tested. */
  personInum: string | undefined;
  preview: Task<ResetPreview>;
  /** Where the mail goes; for a real request one of the person's own addresses. */
  to: string;
  rehearsal: Task<RehearseOutcome>;
  request: Task<ResetRequestOutcome>;
  /** What runs last, as it stands now. */
  run: ResetRunView | undefined;
  withdrawal: Task<WithdrawOutcome>;
  mailbox: Task<MailboxFinding>;
  pending: Task<PendingView>;
  purge: Task<PurgeOutcome>;
  runs: ResetRunView[] | undefined;
}

const atRest: Pick<ResetState, 'rehearsal' | 'request' | 'withdrawal' | 'mailbox' | 'run'> = {
  rehearsal: { kind: 'idle' },
  request: { kind: 'idle' },
  withdrawal: { kind: 'idle' },
  mailbox: { kind: 'idle' },
  run: undefined,
};

/** The reset test of one server. */
export const resetOf = perServer<ResetState>({
  tab: 'test',
  personInum: undefined,
  preview: { kind: 'idle' },
  to: '',
  ...atRest,
  pending: { kind: 'idle' },
  purge: { kind: 'idle' },
  runs: undefined,
});

const naming = <T>(serverId: ServerId, label: string, endText: (value: T | undefined) => string) => ({
  label,
  serverName: serverName(serverId),
  endText,
});

const previewPlace = (serverId: ServerId) => `preview ${serverId}`;

/** Chooses whose reset is tested, and composes the mail this version would send. Nothing is sent. */
export async function choosePerson(serverId: ServerId, personInum: string): Promise<void> {
  const store = resetOf(serverId);
  store.setState({ personInum, ...atRest });
  const ended = await runLatest(
    previewPlace(serverId),
    'reset.preview',
    { serverId, personInum },
    naming(serverId, 'Composing the reset mail', (mail) => (mail ? 'the mail is composed' : 'no mail was composed')),
    (preview) => store.setState({ preview }),
  );
  if (ended.kind === 'done') store.setState({ to: ended.value.person.mails[0] ?? '' });
}

/** Nobody is tested any longer: what stands on the page belongs to an address that was looked up before. */
export function forgetPerson(serverId: ServerId): void {
  forgetAsked(previewPlace(serverId));
  resetOf(serverId).setState({ personInum: undefined, preview: { kind: 'idle' }, to: '', ...atRest });
}

const rehearsalEnds: Record<ResetRunView['mail'], string> = {
  none: 'the rehearsal was not sent',
  refused: 'the rehearsal was not sent',
  open: 'the rehearsal may have been sent',
  unknown: 'the rehearsal may have been sent',
  accepted: 'the rehearsal was accepted',
};

/** Shows what a mail for a person came to, unless another one was chosen meanwhile; the run is listed with the earlier ones. */
function showFor(serverId: ServerId, personInum: string): (part: Partial<ResetState>) => void {
  const store = resetOf(serverId);
  return (part) => store.setState((now) => (now.personInum === personInum ? part : {}));
}

/** Sends the mail of this version, marked TEST and with a link that opens nothing. */
export async function rehearse(serverId: ServerId): Promise<void> {
  const store = resetOf(serverId);
  const { personInum, to } = store.getState();
  if (!personInum) return;
  const show = showFor(serverId, personInum);
  store.setState(atRest);
  const ended = await runTask(
    'reset.rehearse',
    { serverId, personInum, to: to.trim() },
    {
      ...naming<RehearseOutcome>(
        serverId,
        'Sending the rehearsal',
        (outcome) => rehearsalEnds[outcome?.run.mail ?? 'none'],
      ),
      endedBadly: ({ delivery }: RehearseOutcome) => !delivery,
    },
    (rehearsal) => show({ rehearsal }),
  );
  if (ended.kind === 'done') show({ run: ended.value.run });
  void loadRuns(serverId);
}

/** Writes a request as Gluu itself would, and sends the mail with the working link. */
export async function requestReset(serverId: ServerId, typedName: string, reason: string): Promise<void> {
  const store = resetOf(serverId);
  const { personInum, to } = store.getState();
  if (!personInum) return;
  const show = showFor(serverId, personInum);
  store.setState(atRest);
  const ended = await runTask(
    'reset.request',
    {
      serverId,
      personInum,
      to: to.trim(),
      ...(typedName ? { typedName } : {}),
      ...(reason.trim() ? { reason } : {}),
    },
    {
      ...naming<ResetRequestOutcome>(serverId, 'Requesting a reset', (outcome) =>
        outcome?.kind === 'written' ? 'the request is written' : 'no request was written',
      ),
      endedBadly: (outcome: ResetRequestOutcome) => outcome.kind !== 'written' || outcome.failure !== undefined,
    },
    (request) => show({ request }),
  );
  if (ended.kind === 'done') show({ run: ended.value.run });
  void loadRuns(serverId);
}

export async function withdraw(serverId: ServerId, runId: string): Promise<void> {
  const store = resetOf(serverId);
  const ended = await runTask(
    'reset.withdraw',
    { serverId, runId },
    naming(serverId, 'Withdrawing the request', (outcome) => (outcome ? `request ${outcome.kind}` : 'not withdrawn')),
    (withdrawal) => store.setState({ withdrawal }),
  );
  if (ended.kind === 'done') store.setState({ run: ended.value.run });
  void loadRuns(serverId);
}

/** What the user saw in the mailbox, kept with the run. */
export async function reportArrival(
  serverId: ServerId,
  runId: string,
  where: 'inbox' | 'spam' | 'notYet',
): Promise<void> {
  const store = resetOf(serverId);
  const result = await invoke('reset.arrived', { serverId, runId, where });
  if (result.ok) store.setState({ run: result.value });
  void loadRuns(serverId);
}

/** Waits for the mail in the mailbox that was set up, by its token. */
export async function lookInMailbox(serverId: ServerId, run: ResetRunView): Promise<void> {
  const store = resetOf(serverId);
  const ended = await runTask(
    'mailbox.wait',
    { token: run.token, since: run.beganAt, limitMs: 120_000 },
    naming(serverId, 'Waiting for the mail', (found) => (found?.kind === 'found' ? 'the mail arrived' : 'no mail yet')),
    (mailbox) => store.setState({ mailbox }),
  );
  if (ended.kind !== 'done') return;
  const { value } = ended;
  const where = value.kind === 'notYet' ? 'notYet' : value.folder.kind === 'junk' ? 'spam' : 'inbox';
  await reportArrival(serverId, run.id, where);
}

export async function loadPending(serverId: ServerId): Promise<void> {
  const store = resetOf(serverId);
  await runTask(
    'reset.pending',
    { serverId },
    naming(serverId, 'Reading pending requests', (view) =>
      view ? counted(view.requests.length, 'request') : 'requests could not be read',
    ),
    (pending) => store.setState({ pending }),
  );
}

export async function purge(serverId: ServerId, which: PurgeInput['which'], typedName: string): Promise<void> {
  const store = resetOf(serverId);
  const ended = await runTask(
    'reset.purge',
    { serverId, which, ...(typedName ? { typedName } : {}) },
    naming(serverId, 'Removing requests', (outcome) =>
      outcome ? `${counted(outcome.removed, 'request')} removed` : 'nothing was removed',
    ),
    (task) => store.setState({ purge: task }),
  );
  if (ended.kind === 'done' && ended.value.pending)
    store.setState({ pending: { kind: 'done', steps: [], value: ended.value.pending, endedAt: Date.now() } });
  else await loadPending(serverId);
}

export async function loadRuns(serverId: ServerId): Promise<void> {
  const store = resetOf(serverId);
  const result = await invoke('reset.runs', { serverId });
  if (result.ok) store.setState({ runs: result.value });
}
