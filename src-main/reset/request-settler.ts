import { type ResetRules, resetRulesOf } from '../../src-shared/gluu/reset-versions';
import type { ResetRun, ResetRunView } from '../../src-shared/model/reset';
import { viewOfRun } from '../../src-shared/model/reset';
import type { ServerProfile } from '../../src-shared/model/server';
import { message } from '../../src-shared/texts/message';
import type { Reached } from '../reach/reach';
import { isAt } from '../write/settle';
import type { Settler } from '../write/settler';
import { isSealed, type RequestEntry, requestsIn } from './request-entry';
import { howRequestsEnded, sealsOf } from './request-history';
import type { ResetContext } from './reset-context';
import { rulesOf } from './reset-facts';

type Context = Pick<ResetContext, 'runs' | 'now' | 'history'>;

/**
 * Finds out how writes of reset requests ended from the requests that are there now, and what became of the runs whose write or
 * mail was cut short.
 */
export const createRequestSettler = (context: Context): Settler => ({
  hasMore: (serverId) => context.runs.open(serverId).length > 0,
  async look(reached) {
    const { session, tree, profile } = reached;
    const there: RequestEntry[] = [];
    for await (const page of requestsIn(session, tree.requestsDn)) there.push(...page);
    const { rules } = rulesOf(tree);
    const unsettled = new Set<string>();
    for (const run of context.runs.open(profile.id)) {
      const here = isElsewhere(run, profile, context) ? undefined : there;
      const told = await settleRun(run, here, rules, reached, context);
      if (!told && run.request) unsettled.add(run.request.historyId);
    }
    const guids = there.map(({ guid }) => guid);
    return (entry) => {
      const seals = sealsOf(entry);
      if (!seals) return undefined;
      return { outcome: unsettled.has(entry.id) ? 'unknown' : howRequestsEnded(seals, guids), check: 'weaker' };
    };
  },
});

/** Whether a run's request was written to another server than its profile leads to now. */
export function isElsewhere(
  { request }: ResetRun,
  profile: ServerProfile,
  { history }: Pick<Context, 'history'>,
): boolean {
  const begun = request && history.get(request.historyId);
  return begun !== undefined && !isAt(profile, begun);
}

/** Gives whether it is known now whether the request was written. `there`: undefined where it was written to another server. */
async function settleRun(
  run: ResetRun,
  there: readonly RequestEntry[] | undefined,
  rules: ResetRules,
  { profile }: Reached,
  { runs, now }: Context,
): Promise<boolean> {
  const note = (change: Parameters<typeof runs.note>[2]) => runs.note(profile.id, run.id, change);
  const { request } = run;
  if (there && request && run.entry === 'open') {
    // A run that was written before is open because nobody saw its withdrawal end.
    const wasWritten = run.events.some(({ kind }) => kind === 'written');
    if (there.some((entry) => isSealed(entry, request))) {
      const text = message(wasWritten ? 'reset.event.notWithdrawn' : 'reset.event.foundAgain');
      await note({ entry: 'there', event: { kind: 'written', text } });
    } else if (wasWritten) {
      const text = message('reset.event.noLonger');
      await note({ entry: 'gone', event: { kind: 'withdrawn', text, good: true } });
    } else if (rules.cleaned !== 'never' && now().toISOString() >= request.expiresAt) {
      const text = message('reset.event.cleaned');
      await note({ entry: 'gone', event: { kind: 'expired', text } });
      return false;
    } else {
      const text = message('reset.event.neverThere');
      await note({ entry: 'none', event: { kind: 'notWritten', text } });
    }
  }
  if (run.mail === 'open') {
    const text = message('reset.event.cutShort');
    await note({ mail: 'unknown', event: { kind: 'mailUnknown', text, good: false } });
  }
  return true;
}

/**
 * What it means that a run's request is not there: it was used, and Gluu took it away then, or it expired, or somebody removed
 * it. A version that takes no request away leaves the last one.
 */
export async function noteGone(run: ResetRun, reached: Reached, context: Context): Promise<ResetRunView> {
  const { runs, now } = context;
  const rules = resetRulesOf(reached.tree.version)?.rules;
  const expired = run.request !== undefined && now().toISOString() >= run.request.expiresAt;
  const isLeftByGluu = rules?.removed === 'never' && rules.cleaned === 'never';
  const kind = isLeftByGluu ? 'withdrawn' : expired ? 'expired' : 'used';
  const event = { kind, text: message(`reset.event.gone.${kind}`) } as const;
  return viewOfRun(await runs.note(reached.profile.id, run.id, { entry: 'gone', event }));
}
