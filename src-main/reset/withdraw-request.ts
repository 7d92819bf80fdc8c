import { randomUUID } from 'node:crypto';
import { canonicalDn } from '../../src-shared/model/dn';
import { type ResetRun, viewOfRun, type WithdrawOutcome } from '../../src-shared/model/reset';
import { AppError } from '../base/app-error';
import { recordable } from '../history/recordable';
import { leavesOpen } from '../ldap/ldap-error';
import type { Reached } from '../reach/reach';
import type { Work } from '../work/work';
import { branchOf, findSealed, removeEmptyBranch, removeRequest } from './request-entry';
import { begunRequestRecord } from './request-history';
import { type ResetContext, recordEnd } from './reset-context';
import { noteGone } from './settle-requests';

/** Finds the request a run wrote, by its seal. Throws AppError `gluu.snapshotGone` if the server now holds another tree. */
function findRequestOf(run: ResetRun, { session, tree }: Reached) {
  const { request } = run;
  if (!request || canonicalDn(request.branchDn) !== canonicalDn(branchOf(tree)))
    throw new AppError('gluu.snapshotGone');
  return findSealed(session, branchOf(tree), request);
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
  const { runs, history, now } = context;
  const branchDn = branchOf(tree);
  const found = await work.step('Compare', async (say) => {
    const entry = await findRequestOf(run, reached);
    say(entry ? 'the request is there' : 'the request is gone');
    return entry;
  });
  if (!found || !run.request) return { kind: 'gone', run: await noteGone(run, reached, context) };

  const { nonce, seal, branchAbsent } = run.request;
  const id = randomUUID();
  const requests = [{ personInum: found.personInum, creationDate: found.creationDate, seal }];
  const write = { id, reason, branchDn, kind: 'remove' as const, requests, nonce, makesBranch: branchAbsent };
  context.active.add(id);
  try {
    await history.append(begunRequestRecord(reached, write));
    work.commit();
    const how = await work.step('Write', async (say) => {
      if (found.creationDate !== run.request?.creationDate) throw new AppError('ldap.conflict', { at: session.at });
      const done = await removeRequest(session, found);
      if (done === 'other') throw new AppError('ldap.conflict', { at: session.at });
      const branch = branchAbsent && (await removeEmptyBranch(session, branchDn));
      say(branch ? 'request and empty branch removed' : done === 'gone' ? 'it was gone' : 'request removed');
      return done;
    });
    await recordEnd(history, { id, outcome: 'saved', check: 'weaker', verifiedAt: now().toISOString() });
    if (how === 'gone') return { kind: 'gone', run: await noteGone(run, reached, context) };
    const event = {
      kind: 'withdrawn',
      text: 'Withdrawn: the request is removed, its link is dead.',
      good: true,
    } as const;
    return { kind: 'withdrawn', run: viewOfRun(await runs.note(profile.id, run.id, { entry: 'gone', event })) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const open = leavesOpen(error);
    await recordEnd(history, { id, outcome: open ? 'unknown' : 'notSaved', failure: recordable(error) });
    // The run's entry counts as open then: the next reading of the server tells.
    const kept = open
      ? await runs.note(profile.id, run.id, {
          entry: 'open',
          event: { kind: 'writeUnknown', text: 'It is not known whether the request was removed.' },
        })
      : run;
    return { kind: open ? 'unknown' : 'notWithdrawn', run: viewOfRun(kept), failure: error.toFailure() };
  } finally {
    context.active.delete(id);
  }
}
