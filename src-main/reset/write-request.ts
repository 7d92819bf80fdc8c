import { randomUUID } from 'node:crypto';
import { roughDuration } from '../../src-shared/base/duration';
import { linkFormOf } from '../../src-shared/gluu/reset-link';
import { fromGeneralizedTime, lifetimeOf } from '../../src-shared/gluu/reset-time';
import type { LinkForm, ResetRun, ResetRunView } from '../../src-shared/model/reset';
import { viewOfRun } from '../../src-shared/model/reset';
import { type Message, message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import type { Reached } from '../reach/reach';
import type { Work } from '../work/work';
import { notAsWritten, recordedWrite } from '../write/recorded-write';
import {
  addBranch,
  addRequest,
  newRequest,
  type RequestEntry,
  readRequest,
  removeEmptyBranch,
  sealed,
} from './request-entry';
import { begunRequests } from './request-history';
import type { ResetContext } from './reset-context';
import type { ResetFacts } from './reset-facts';
import type { RunChange } from './run-log';

/** How far the clocks may be apart before it is said, in ms. */
const CLOCKS_APART = 60_000;

export type Written =
  | { kind: 'written'; request: RequestEntry; run: ResetRun; notes: Message[] }
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
 * there on. The run is under way until the caller leaves it. Throws AppError `file.unwritable` if neither can be kept:
 * nothing was written then.
 */
export async function writeRequest(
  reached: Reached,
  facts: ResetFacts,
  { run: begun, reason, linkForm }: Beginning,
  context: ResetContext,
  work: Work,
): Promise<Written> {
  const { session, tree, profile } = reached;
  const { runs, history, settle, now } = context;
  const branchDn = tree.requestsDn;
  const created = now();
  const request = newRequest(branchDn, facts.person.inum, created, {
    dates: facts.rules.dates,
    ...(tree.requestsExpire ? { expiresAfter: facts.expirationSeconds ?? 0 } : {}),
  });
  const { creationDate, personInum } = request;
  const seal = sealed(request.guid);
  const historyId = randomUUID();
  const branchAbsent = (await session.read(branchDn, ['ou'])) === undefined;
  const lifetime = lifetimeOf(facts.rules, facts.expirationSeconds);
  const expiresAt = new Date(created.getTime() + lifetime * 1000).toISOString();
  const linked = linkFormOf(facts.rules, linkForm);
  const about = { branchDn, branchAbsent, linkForm: linked, creationDate, expiresAt, ...seal, historyId };
  const run: ResetRun = { ...begun, entry: 'open', request: about };
  const note = (change: RunChange) => runs.note(profile.id, run.id, change);

  await runs.begin(profile.id, run);
  const end = await recordedWrite(reached, history, work, {
    what: 'resetRequest',
    id: historyId,
    entries: begunRequests({
      branchDn,
      kind: 'add',
      requests: [{ personInum, creationDate, seal: seal.seal }],
      nonce: seal.nonce,
      makesBranch: branchAbsent,
    }),
    reason,
    async write(ldap, wrote, say) {
      if (branchAbsent) await addBranch(ldap, branchDn);
      await addRequest(ldap, request);
      wrote();
      say(message(branchAbsent ? 'reset.step.branchAdded' : 'reset.step.added'));
      return { check: 'weaker' };
    },
    async readBack(say) {
      const found = await readRequest(session, request);
      if (found === 'other') throw notAsWritten(session);
      if (!found) throw notAsWritten(session, 'gone');
      say(message('reset.step.equal'));
      return found;
    },
    undo: async (ldap) => branchAbsent && removeEmptyBranch(ldap, session, branchDn),
  }).catch(async (error: unknown) => {
    if (error instanceof AppError) {
      await note({ entry: 'none', event: { kind: 'notWritten', text: message('reset.event.noHistory') } });
    }
    runs.leave(run.id);
    throw error;
  });

  const written = async (notes: Message[]): Promise<Written> => {
    const text = message('reset.event.written', { at: { at: expiresAt, as: 'moment' } });
    // From here on the mail is about to go: a crash leaves it open whether it did.
    const kept = await note({ entry: 'there', mail: 'open', event: { kind: 'written', text, good: true } });
    return { kind: 'written', request, run: kept, notes };
  };
  if (end.kind === 'saved') return written(clockNotes(created, end.read?.addedAt));
  const { why: failure } = end;
  if (end.kind === 'unknown') {
    const verdict = await settle.verify({ serverId: profile.id, historyId, why: failure }, work, VERIFIED);
    if (verdict?.kind === 'saved') {
      return written([message('reset.request.foundAgain')]);
    }
    if (verdict?.kind !== 'notSaved') {
      const text = message('reset.event.writeUnknown');
      return { kind: 'unknown', run: viewOfRun(await note({ event: { kind: 'writeUnknown', text } })), failure };
    }
  }
  const text = message(failure.code === 'ldap.conflict' ? 'reset.event.notKept' : 'reset.event.notWritten');
  const kept = await note({ entry: 'none', event: { kind: 'notWritten', text, good: false } });
  return { kind: 'notWritten', run: viewOfRun(kept), failure };
}

const VERIFIED = {
  saved: message('reset.step.there'),
  notSaved: message('reset.step.notThere'),
  open: message('reset.step.notReached'),
};

/** The request is dated by this computer's clock and judged by the server's. */
function clockNotes(created: Date, addedAt: string | undefined): Message[] {
  const server = addedAt === undefined ? undefined : fromGeneralizedTime(addedAt);
  const apart = server === undefined ? 0 : created.getTime() - server;
  if (Math.abs(apart) < CLOCKS_APART) return [];
  const duration = roughDuration(Math.abs(apart));
  return [message(`reset.request.clock.${apart > 0 ? 'ahead' : 'behind'}`, { duration })];
}
