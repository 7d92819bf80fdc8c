import type { ResetRules } from '../../src-shared/gluu/reset-versions';
import type { HistoryEntry } from '../../src-shared/model/history';
import type { ResetRun, ResetRunView } from '../../src-shared/model/reset';
import { viewOfRun } from '../../src-shared/model/reset';
import type { Reached } from '../reach/reach';
import { branchOf, isSealed, type RequestEntry, requestsIn } from './request-entry';
import { howRequestsEnded, sealsOf } from './request-history';
import { type ResetContext, recordEnd } from './reset-context';
import { rulesOf } from './reset-facts';
import { isOpen } from './run-log';

/**
 * Finds out how writes ended whose end nobody saw: the app was killed, or the server was gone. Reads the requests that are
 * there now, and only if something is open. Throws what LDAP throws.
 */
export async function settleOpenRequests(reached: Reached, context: ResetContext): Promise<void> {
  const { session, tree, profile } = reached;
  const { runs, history, active } = context;
  const openRuns = runs.list(profile.id).filter((run) => isOpen(run) && !active.has(run.id));
  const openEntries = history
    .list({ serverId: profile.id })
    .filter(({ id, outcome }) => (outcome === 'pending' || outcome === 'unknown') && !active.has(id));
  const writes = openEntries.flatMap((entry) => {
    const seals = sealsOf(entry);
    return seals ? [{ entry, seals }] : [];
  });
  if (openRuns.length === 0 && writes.length === 0) return;
  const there: RequestEntry[] = [];
  for await (const page of requestsIn(session, branchOf(tree))) there.push(...page);
  const { rules } = rulesOf(tree);
  const unreported = new Set<string>();
  for (const run of openRuns) {
    const told = await settleRun(run, there, rules, reached, context);
    if (!told && run.request) unreported.add(run.request.historyId);
  }
  for (const { entry, seals } of writes) await settleEntry(entry, seals, there, unreported.has(entry.id), context);
}

async function settleEntry(
  { id, outcome }: HistoryEntry,
  seals: NonNullable<ReturnType<typeof sealsOf>>,
  there: readonly RequestEntry[],
  isUntold: boolean,
  { history }: ResetContext,
): Promise<void> {
  const ended = isUntold
    ? 'unknown'
    : howRequestsEnded(
        seals,
        there.map(({ guid }) => guid),
      );
  if (ended !== 'unknown') {
    await recordEnd(history, { id, outcome: ended, check: 'weaker', verifiedAt: new Date().toISOString() });
  } else if (outcome === 'pending') await recordEnd(history, { id, outcome: 'unknown' });
}

/** Gives whether it is known now whether the request was written. */
async function settleRun(
  run: ResetRun,
  there: readonly RequestEntry[],
  rules: ResetRules,
  { profile }: Reached,
  { runs, now }: ResetContext,
): Promise<boolean> {
  const note = (change: Parameters<typeof runs.note>[2]) => runs.note(profile.id, run.id, change);
  const { request } = run;
  if (request && run.entry === 'open') {
    // A run that was written before is open because nobody saw its withdrawal end.
    const wasWritten = run.events.some(({ kind }) => kind === 'written');
    if (there.some((entry) => isSealed(entry, request))) {
      const text = wasWritten
        ? 'The request is still on the server: it was not withdrawn.'
        : 'The request is on the server: found by reading it again. No mail was sent.';
      await note({ entry: 'there', event: { kind: 'written', text } });
    } else if (wasWritten) {
      const text = 'The request is no longer on the server.';
      await note({ entry: 'gone', event: { kind: 'withdrawn', text, good: true } });
    } else if (rules.cleaned && now().toISOString() >= request.expiresAt) {
      const text =
        'The request is not on the server. It would have been removed by now: whether it was written is not known.';
      await note({ entry: 'gone', event: { kind: 'expired', text } });
      return false;
    } else {
      const text = 'The request is not on the server, and no mail was sent.';
      await note({ entry: 'none', event: { kind: 'notWritten', text } });
    }
  }
  if (run.mail === 'open') {
    const text = 'The app ended while the mail was being sent: it may have gone out.';
    await note({ mail: 'unknown', event: { kind: 'mailUnknown', text, good: false } });
  }
  return true;
}

/**
 * What it means that a run's request is not there. All versions that get one take it away when the form is sent, a wrong
 * secret answer included.
 */
export async function noteGone(run: ResetRun, reached: Reached, context: ResetContext): Promise<ResetRunView> {
  const { runs, now } = context;
  const expired = run.request !== undefined && now().toISOString() >= run.request.expiresAt;
  const event = expired
    ? ({ kind: 'expired', text: 'The request has expired and is gone.' } as const)
    : ({
        kind: 'used',
        text: 'The request is gone before its time: the link was used, or somebody removed it.',
      } as const);
  return viewOfRun(await runs.note(reached.profile.id, run.id, { entry: 'gone', event }));
}
