import type { MailboxFinding } from '../../src-shared/model/mailbox';
import type {
  arrivals,
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
import { type Message, message } from '../../src-shared/texts/message';
import { invoke } from '../state/ipc';
import { perServer } from '../state/per-server-store';
import { serverName } from '../state/servers-store';
import { forgetAsked, runLatest, runTask, type Task } from '../state/task';

/** The tabs of *Password Reset* by their labels, in order. */
export const resetTabs = {
  test: message('reset.tab.test'),
  pending: message('reset.tab.pending'),
  runs: message('reset.tab.runs'),
};
export type ResetTab = keyof typeof resetTabs;

/** The long calls of this screen. */
type ResetTask = 'preview' | 'rehearse' | 'request' | 'withdraw' | 'wait' | 'pending' | 'purge';

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

const naming = <T>(serverId: ServerId, what: ResetTask, endText: (value: T | undefined) => Message) => ({
  label: message(`reset.task.${what}`),
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
    naming(serverId, 'preview', (mail) => message(mail ? 'reset.end.preview' : 'reset.end.noPreview')),
    (preview) => store.setState({ preview }),
  );
  if (ended.kind === 'done') store.setState({ to: ended.value.person.mails[0] ?? '' });
}

/** Nobody is tested any longer: what stands on the page belongs to an address that was looked up before. */
export function forgetPerson(serverId: ServerId): void {
  forgetAsked(previewPlace(serverId));
  resetOf(serverId).setState({ personInum: undefined, preview: { kind: 'idle' }, to: '', ...atRest });
}

const rehearsalEnds = {
  none: message('reset.end.notSent'),
  refused: message('reset.end.notSent'),
  open: message('reset.end.maybeSent'),
  unknown: message('reset.end.maybeSent'),
  accepted: message('reset.end.accepted'),
} satisfies Record<ResetRunView['mail'], Message>;

const requestEnds = { written: 'written', notWritten: 'notWritten', unknown: 'writeUnknown' } as const;

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
      ...naming<RehearseOutcome>(serverId, 'rehearse', (outcome) => rehearsalEnds[outcome?.run.mail ?? 'none']),
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
      ...naming<ResetRequestOutcome>(serverId, 'request', (outcome) =>
        message(`reset.end.${requestEnds[outcome?.kind ?? 'notWritten']}`),
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
    naming(serverId, 'withdraw', (outcome) => message(`reset.end.${outcome?.kind ?? 'notWithdrawn'}`)),
    (withdrawal) => store.setState({ withdrawal }),
  );
  if (ended.kind === 'done') store.setState({ run: ended.value.run });
  void loadRuns(serverId);
}

/** What the user saw in the mailbox, kept with the run. */
export async function reportArrival(
  serverId: ServerId,
  runId: string,
  where: (typeof arrivals)[number],
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
    naming(serverId, 'wait', (found) => message(found?.kind === 'found' ? 'reset.end.arrived' : 'reset.end.noMail')),
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
    naming(serverId, 'pending', (view) =>
      view ? message('reset.end.pending', { n: view.requests.length }) : message('reset.end.noPending'),
    ),
    (pending) => store.setState({ pending }),
  );
}

export async function purge(serverId: ServerId, which: PurgeInput['which'], typedName: string): Promise<void> {
  const store = resetOf(serverId);
  const ended = await runTask(
    'reset.purge',
    { serverId, which, ...(typedName ? { typedName } : {}) },
    naming(serverId, 'purge', (outcome) =>
      outcome ? message('reset.end.purged', { n: outcome.removed }) : message('reset.end.notPurged'),
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
