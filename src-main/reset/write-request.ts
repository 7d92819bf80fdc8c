import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { momentText } from '../../src-shared/base/moment';
import { linkFormOf } from '../../src-shared/gluu/reset-link';
import { fromCreationDate, lifetimeOf } from '../../src-shared/gluu/reset-time';
import type { LinkForm, ResetRun, ResetRunView } from '../../src-shared/model/reset';
import { viewOfRun } from '../../src-shared/model/reset';
import { AppError } from '../base/app-error';
import { safeText } from '../base/safe-text';
import { recordable } from '../history/recordable';
import { leavesOpen } from '../ldap/ldap-error';
import type { Reached } from '../reach/reach';
import { unwatchedWork, type Work } from '../work/work';
import {
  addBranch,
  addRequest,
  branchOf,
  findSealed,
  newRequest,
  type RequestEntry,
  readRequest,
  removeEmptyBranch,
  sealed,
} from './request-entry';
import { begunRequestRecord } from './request-history';
import { newMessageId, newToken, type ResetContext, recordEnd } from './reset-context';
import type { ResetFacts } from './reset-facts';

/** How far the clocks may be apart before it is said, in ms. */
const CLOCKS_APART = 60_000;

interface NewRun {
  kind: ResetRun['kind'];
  facts: ResetFacts;
  to: string;
  relay: string;
  from: string;
}

/** A run at its beginning, not yet kept. */
export function newRun({ kind, facts, to, relay, from }: NewRun, now: Date): ResetRun {
  const token = newToken();
  const { inum, displayName } = facts.person;
  const text = kind === 'rehearsal' ? 'Rehearsal started.' : 'Real request started.';
  return {
    id: randomUUID(),
    kind,
    token,
    messageId: newMessageId(token, from),
    beganAt: now.toISOString(),
    person: { inum: safeText(inum), name: safeText(displayName) },
    to,
    relay,
    entry: 'none',
    mail: 'none',
    events: [{ at: now.toISOString(), kind: 'begun', text }],
  };
}

export type Written =
  | { kind: 'written'; request: RequestEntry; run: ResetRun; notes: string[] }
  | { kind: 'notWritten' | 'unknown'; run: ResetRunView; failure: AppError };

interface Beginning {
  run: ResetRun;
  reason: string | undefined;
  /** As the user chose, where the version leaves it open. */
  linkForm: LinkForm | undefined;
}

/**
 * Writes the entry of a real request, its branch before it if need be, and reads it back. Before the first write the run
 * and the history know of it, so that a crash at any moment leaves a trace. Does not throw for what the server does from
 * there on. The run counts as active until the caller says otherwise. Throws AppError `file.unwritable` if neither can be
 * kept: nothing was written then.
 */
export async function writeRequest(
  reached: Reached,
  facts: ResetFacts,
  { run: begun, reason, linkForm }: Beginning,
  context: ResetContext,
  work: Work,
): Promise<Written> {
  const { session, tree, profile } = reached;
  const { runs, history, now, active } = context;
  const branchDn = branchOf(tree);
  const created = now();
  const request = newRequest(branchDn, facts.person.inum, created);
  const seal = sealed(request.guid);
  const historyId = randomUUID();
  const branchAbsent = (await session.read(branchDn, ['ou'])) === undefined;
  const lifetime = lifetimeOf(facts.rules, facts.expirationSeconds);
  const { creationDate, personInum } = request;
  const run: ResetRun = {
    ...begun,
    entry: 'open',
    request: {
      branchDn,
      branchAbsent,
      linkForm: linkFormOf(facts.rules, linkForm),
      creationDate,
      expiresAt: new Date(created.getTime() + lifetime * 1000).toISOString(),
      ...seal,
      historyId,
    },
  };
  const note = (change: Parameters<typeof runs.note>[2]) => runs.note(profile.id, run.id, change);
  const ended = async (end: Omit<Parameters<typeof recordEnd>[1], 'id'>) => {
    await recordEnd(history, { id: historyId, ...end });
    active.delete(historyId);
  };

  active.add(run.id).add(historyId);
  try {
    await runs.begin(profile.id, run);
  } catch (error) {
    active.delete(run.id);
    throw error;
  }
  const requests = [{ personInum, creationDate, seal: seal.seal }];
  const write = { id: historyId, reason, branchDn, kind: 'add' as const, requests, makesBranch: branchAbsent };
  try {
    await history.append(begunRequestRecord(reached, { ...write, nonce: seal.nonce }));
  } catch (error) {
    await note({ entry: 'none', event: { kind: 'notWritten', text: 'Nothing was written: the history cannot be.' } });
    active.delete(run.id);
    throw error;
  }

  work.commit();
  const written = async (notes: string[]): Promise<Written> => {
    await ended({ outcome: 'saved', check: 'weaker', verifiedAt: now().toISOString() });
    const text = `The request is on the server, read back. It expires at ${momentText(run.request?.expiresAt ?? '')}.`;
    // From here on the mail is about to go: a crash leaves it open whether it did.
    const kept = await note({ entry: 'there', mail: 'open', event: { kind: 'written', text, good: true } });
    return { kind: 'written', request, run: kept, notes };
  };
  try {
    await work.step('Write', async (say) => {
      if (branchAbsent) await addBranch(session, branchDn);
      await addRequest(session, request);
      say(branchAbsent ? 'branch and request added' : 'request added');
    });
    const back = await work.step('Read back', async (say) => {
      const found = await readRequest(session, request);
      if (found === undefined || found === 'other') {
        const detail = found ? 'read back, and not what was written' : 'read back, and gone';
        throw new AppError('ldap.conflict', { at: session.at, detail });
      }
      say('equal');
      return found;
    });
    return await written(clockNotes(created, back.addedAt));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const found = leavesOpen(error) ? await verify(reached, seal, error, context, work) : 'no';
    if (found === 'yes') return written(['The answer was lost. Reading the server again found the request.']);
    if (found === 'unknown') {
      await ended({ outcome: 'unknown', failure: recordable(error) });
      const text = 'It is not known whether the request is on the server. No mail was sent.';
      return { kind: 'unknown', run: viewOfRun(await note({ event: { kind: 'writeUnknown', text } })), failure: error };
    }
    const isConflict = error.code === 'ldap.conflict';
    if (!leavesOpen(error) && branchAbsent) await leaveAsItWas(reached, branchDn);
    await ended({ outcome: isConflict ? 'unknown' : 'notSaved', failure: recordable(error) });
    const text = isConflict
      ? 'The request did not stay on the server. No mail was sent.'
      : 'Not written. No mail was sent.';
    const kept = await note({ entry: 'none', event: { kind: 'notWritten', text, good: false } });
    return { kind: 'notWritten', run: viewOfRun(kept), failure: error };
  }
}

/** A branch that was made for a request which was then refused goes again, if the server lets it. */
async function leaveAsItWas({ session }: Reached, branchDn: string): Promise<void> {
  try {
    await removeEmptyBranch(session, branchDn);
  } catch (error) {
    if (!(error instanceof AppError)) throw error; // the refusal itself is what is reported
  }
}

/** Reads the server again, over connections of its own, until it is known whether the request is there. */
async function verify(
  { profile, tree }: Reached,
  seal: ReturnType<typeof sealed>,
  { code }: AppError,
  { reach, verifyPauses }: ResetContext,
  work: Work,
): Promise<'yes' | 'no' | 'unknown'> {
  return work.step('Verify', async (say) => {
    say('the answer was lost; the server is read again');
    for (const [index, wait] of verifyPauses.entries()) {
      await pause(wait);
      const found = await reach(profile.id, unwatchedWork(), async ({ session }) =>
        (await findSealed(session, branchOf(tree), seal)) ? 'yes' : 'no',
      ).catch((error: unknown) => {
        if (error instanceof AppError) return 'unreachable' as const;
        throw error;
      });
      // A server that was too slow to answer may be about to write.
      const mayStillCome = found === 'no' && code === 'ldap.noReply' && index < verifyPauses.length - 1;
      if (found !== 'unreachable' && !mayStillCome) {
        say(found === 'yes' ? 'the request is there' : 'the request is not there');
        return found;
      }
    }
    say('not reached', true);
    return 'unknown';
  });
}

/** The request is dated by this computer's clock and judged by the server's. */
function clockNotes(created: Date, addedAt: string | undefined): string[] {
  const server = addedAt === undefined ? undefined : fromCreationDate(addedAt);
  const apart = server === undefined ? 0 : created.getTime() - server;
  if (Math.abs(apart) < CLOCKS_APART) return [];
  const minutes = Math.round(Math.abs(apart) / 60_000);
  const side = apart > 0 ? 'ahead of' : 'behind';
  return [
    `This computer’s clock is ${minutes} min ${side} the server’s: the link works ${apart > 0 ? 'longer' : 'shorter'} by that.`,
  ];
}
