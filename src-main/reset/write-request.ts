import { randomUUID } from 'node:crypto';
import { momentText } from '../../src-shared/base/moment';
import { linkFormOf } from '../../src-shared/gluu/reset-link';
import { fromCreationDate, lifetimeOf } from '../../src-shared/gluu/reset-time';
import type { LinkForm, ResetRun, ResetRunView } from '../../src-shared/model/reset';
import { viewOfRun } from '../../src-shared/model/reset';
import { AppError } from '../base/app-error';
import { requestBranch } from '../gluu-ldap/request-branch';
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
  const branchDn = requestBranch(tree);
  const created = now();
  const request = newRequest(branchDn, facts.person.inum, created);
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
      say(branchAbsent ? 'branch and request added' : 'request added');
      return { check: 'weaker' };
    },
    async readBack(say) {
      const found = await readRequest(session, request);
      if (found === 'other') throw notAsWritten(session);
      if (!found) throw notAsWritten(session, 'gone');
      say('equal');
      return found;
    },
    undo: async (ldap) => branchAbsent && removeEmptyBranch(ldap, session, branchDn),
  }).catch(async (error: unknown) => {
    if (error instanceof AppError) {
      await note({ entry: 'none', event: { kind: 'notWritten', text: 'Nothing was written: the history cannot be.' } });
    }
    runs.leave(run.id);
    throw error;
  });

  const written = async (notes: string[]): Promise<Written> => {
    const text = `The request is on the server, read back. It expires at ${momentText(expiresAt)}.`;
    // From here on the mail is about to go: a crash leaves it open whether it did.
    const kept = await note({ entry: 'there', mail: 'open', event: { kind: 'written', text, good: true } });
    return { kind: 'written', request, run: kept, notes };
  };
  if (end.kind === 'saved') return written(clockNotes(created, end.read?.addedAt));
  const { why: failure } = end;
  if (end.kind === 'unknown') {
    const verdict = await settle.verify({ serverId: profile.id, historyId, why: failure }, work, VERIFIED);
    if (verdict?.kind === 'saved') {
      return written(['How the write ended was not known at first. Reading the server again found the request.']);
    }
    if (verdict?.kind !== 'notSaved') {
      const text = 'It is not known whether the request is on the server. No mail was sent.';
      return { kind: 'unknown', run: viewOfRun(await note({ event: { kind: 'writeUnknown', text } })), failure };
    }
  }
  const text =
    failure.code === 'ldap.conflict'
      ? 'The request did not stay on the server. No mail was sent.'
      : 'Not written. No mail was sent.';
  const kept = await note({ entry: 'none', event: { kind: 'notWritten', text, good: false } });
  return { kind: 'notWritten', run: viewOfRun(kept), failure };
}

const VERIFIED = { saved: 'the request is there', notSaved: 'the request is not there', open: 'not reached' };

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
