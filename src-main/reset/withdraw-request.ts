import { canonicalDn } from '../../src-shared/model/dn';
import { type ResetRun, viewOfRun, type WithdrawOutcome } from '../../src-shared/model/reset';
import { message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import type { Reached } from '../reach/reach';
import type { Work } from '../work/work';
import { notAsWritten, recordedWrite } from '../write/recorded-write';
import { findSealed, readRequest, removeEmptyBranch, removeRequest } from './request-entry';
import { begunRequests } from './request-history';
import { isElsewhere, noteGone } from './request-settler';
import type { ResetContext } from './reset-context';

/** Finds the request a run wrote, by its seal. Throws AppError `gluu.snapshotGone` if that is not in the tree reached now. */
function findRequestOf(run: ResetRun, { session, tree, profile }: Reached, context: ResetContext) {
  const { request } = run;
  const isHere = canonicalDn(request?.branchDn ?? '') === canonicalDn(tree.requestsDn);
  if (!request || !isHere || isElsewhere(run, profile, context)) throw new AppError('gluu.snapshotGone');
  return findSealed(session, tree.requestsDn, request);
}

/**
 * Removes the request a run wrote, if it is still exactly that, and the branch with it if there was none before and nothing
 * else lies in it. What the server does is reported, not thrown, once the removal has begun.
 */
export async function withdrawRequest(
  run: ResetRun,
  reason: string | undefined,
  reached: Reached,
  context: ResetContext,
  work: Work,
): Promise<WithdrawOutcome> {
  const { session, tree, profile } = reached;
  const { runs, history } = context;
  const branchDn = tree.requestsDn;
  const found = await work.step('Compare', async (say) => {
    const entry = await findRequestOf(run, reached, context);
    say(message(entry ? 'reset.step.there' : 'reset.step.notThere'));
    return entry;
  });
  if (!found || !run.request) return { kind: 'gone', run: await noteGone(run, reached, context) };

  const { nonce, seal, branchAbsent, creationDate } = run.request;
  const requests = [{ personInum: found.personInum, creationDate: found.creationDate, seal }];
  let how = 'removed' as 'removed' | 'gone';
  const end = await recordedWrite(reached, history, work, {
    what: 'resetRequest',
    entries: begunRequests({ branchDn, kind: 'remove', requests, nonce, makesBranch: branchAbsent }),
    reason,
    async write(ldap, wrote, say) {
      const done = found.creationDate === creationDate ? await removeRequest(ldap, session, found) : 'other';
      if (done === 'other') throw new AppError('ldap.conflict', { at: session.at });
      how = done;
      wrote();
      const branch = branchAbsent && (await removeEmptyBranch(ldap, session, branchDn));
      say(message(`reset.step.${branch ? 'branchRemoved' : done}`));
      return { check: 'weaker' };
    },
    async readBack(say) {
      if (await readRequest(session, found)) throw notAsWritten(session, 'stillThere');
      say(message('reset.step.gone'));
    },
  });
  if (end.kind === 'saved') {
    if (how === 'gone') return { kind: 'gone', run: await noteGone(run, reached, context) };
    const text = message('reset.event.withdrawn');
    const event = { kind: 'withdrawn', text, good: true } as const;
    return { kind: 'withdrawn', run: viewOfRun(await runs.note(profile.id, run.id, { entry: 'gone', event })) };
  }
  const failure = end.why.toFailure();
  if (end.kind === 'notSaved' && !end.partly) return { kind: 'notWithdrawn', run: viewOfRun(run), failure };
  // The run's entry counts as open: the next reading of the server tells.
  const event = { kind: 'writeUnknown', text: message('reset.event.removalUnknown') } as const;
  return { kind: 'unknown', run: viewOfRun(await runs.note(profile.id, run.id, { entry: 'open', event })), failure };
}
