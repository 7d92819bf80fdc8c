import { createHmac, randomBytes } from 'node:crypto';
import { type Judged, judgePending } from '../../src-shared/gluu/pending-state';
import { lifetimeOf, lifetimeProblem } from '../../src-shared/gluu/reset-time';
import type { PendingRequest, PendingView, PurgeInput, PurgeOutcome } from '../../src-shared/model/reset';
import { message } from '../../src-shared/texts/message';
import { hideFromLog } from '../base/redact';
import { safeText } from '../base/safe-text';
import { wantsName } from '../guard/require-writing';
import type { Reached } from '../reach/reach';
import type { Work } from '../work/work';
import { notAsWritten, recordedWrite } from '../write/recorded-write';
import { isSealed, type RequestEntry, removeRequest, requestsIn, sealed } from './request-entry';
import { begunRequests } from './request-history';
import type { ResetContext } from './reset-context';
import { personDn, readResetSettings } from './reset-facts';

const SHOWN = 500;
/** Persons whose names are read for one list. */
const NAMED = 100;
/** Requests removed by one purge: each leaves a place in the history's one record. */
const PURGED = 1000;

const idKey = randomBytes(32);
/** Stands for a request in the window, which must not know its guid. */
const idOf = ({ dn }: RequestEntry): string => createHmac('sha256', idKey).update(dn).digest('hex');

interface Found {
  entry: RequestEntry;
  judged: Judged;
}

async function judgedRequests({ session, tree }: Reached, { now }: ResetContext) {
  const settings = await readResetSettings(session, tree);
  const entries: RequestEntry[] = [];
  for await (const page of requestsIn(session, tree.requestsDn)) entries.push(...page);
  const states = judgePending(settings.rules, settings.expirationSeconds, entries, now().getTime());
  const found = entries.flatMap((entry, index): Found[] => {
    const judged = states[index];
    return judged ? [{ entry, judged }] : [];
  });
  // Newest first; those without a readable date are odd enough to stand on top.
  found.sort(
    (a, b) => (b.judged.createdAt ?? Number.POSITIVE_INFINITY) - (a.judged.createdAt ?? Number.POSITIVE_INFINITY),
  );
  return { settings, found };
}

/** The requests that lie in a server's tree. Throws AppError `gluu.notSupported` and what LDAP throws. */
export async function readPending(reached: Reached, context: ResetContext): Promise<PendingView> {
  const { settings, found } = await judgedRequests(reached, context);
  const shown = found.slice(0, SHOWN);
  const names = await namesOf(reached, shown);
  const sealedRuns = context.runs
    .list(reached.profile.id)
    .flatMap(({ id, request }) => (request ? [{ id, request }] : []));
  const counts = { live: 0, expired: 0, superseded: 0, undated: 0 };
  for (const { judged } of found) counts[judged.state] += 1;
  const problem = lifetimeProblem(settings.rules, settings.expirationSeconds);
  return {
    requests: shown.map(({ entry, judged }): PendingRequest => {
      const name = names.get(entry.personInum);
      const run = sealedRuns.find(
        ({ request }) => request.creationDate === entry.creationDate && isSealed(entry, request),
      );
      return {
        requestId: idOf(entry),
        state: judged.state,
        ...(judged.createdAt === undefined ? {} : { createdAt: new Date(judged.createdAt).toISOString() }),
        ...(judged.expiresAt === undefined ? {} : { expiresAt: new Date(judged.expiresAt).toISOString() }),
        person: { inum: safeText(entry.personInum), ...(name === undefined ? {} : { name }) },
        ...(run ? { runId: run.id } : {}),
      };
    }),
    counts,
    more: found.length > shown.length,
    lifetimeSeconds: lifetimeOf(settings.rules, settings.expirationSeconds),
    ...(problem ? { lifetimeProblem: problem } : {}),
    doubts: settings.doubts,
    typeName: wantsName(reached.profile),
  };
}

async function namesOf({ session, tree }: Reached, found: readonly Found[]): Promise<Map<string, string>> {
  const inums = [...new Set(found.map(({ entry }) => entry.personInum))].filter((inum) => inum !== '').slice(0, NAMED);
  const names = new Map<string, string>();
  for (const inum of inums) {
    const entry = await session.read(personDn(tree, inum), ['displayName', 'uid']);
    const name = entry?.first('displayName') ?? entry?.first('uid');
    if (name !== undefined) names.set(inum, safeText(name));
  }
  return names;
}

/**
 * Removes one request, or all that have expired, each only if it is still what was read a moment before. What the server
 * does once the removal has begun is reported, not thrown.
 */
export async function purgeRequests(
  reached: Reached,
  { which, reason }: Pick<PurgeInput, 'which' | 'reason'>,
  context: ResetContext,
  work: Work,
): Promise<PurgeOutcome> {
  const { session, tree } = reached;
  const { history } = context;
  const { chosen, left } = await work.step('Compare', async (say) => {
    const { found } = await judgedRequests(reached, context);
    const wanted = found
      .filter(({ entry, judged }) =>
        which.kind === 'one' ? idOf(entry) === which.requestId : judged.state === 'expired',
      )
      .map(({ entry }) => entry);
    say(message('reset.step.toRemove', { n: wanted.length }));
    return { chosen: wanted.slice(0, PURGED), left: Math.max(0, wanted.length - PURGED) };
  });
  const outcome: PurgeOutcome = { removed: 0, gone: 0, kept: 0, left };
  if (chosen.length === 0) return { ...outcome, gone: which.kind === 'one' ? 1 : 0 };
  if (which.kind === 'one') for (const { guid } of chosen) hideFromLog(guid);

  const { nonce } = sealed('');
  const requests = chosen.map(({ guid, personInum, creationDate }) => ({
    personInum,
    creationDate,
    seal: sealed(guid, nonce).seal,
  }));
  const gone = new Set<string>();
  const end = await recordedWrite(reached, history, work, {
    what: 'resetRequest',
    entries: begunRequests({ branchDn: tree.requestsDn, kind: 'remove', requests, nonce }),
    reason,
    async write(ldap, wrote, say) {
      for (const entry of chosen) {
        const how = await removeRequest(ldap, session, entry);
        outcome[how === 'other' ? 'kept' : how] += 1;
        if (how === 'removed') wrote();
        if (how !== 'other') {
          gone.add(entry.dn);
          await noteRunOf(entry, reached, context);
        }
        say(message('reset.step.someRemoved', { done: outcome.removed, all: chosen.length }));
      }
      return { check: 'weaker', partly: outcome.kept > 0 };
    },
    async readBack(say) {
      for await (const page of requestsIn(session, tree.requestsDn)) {
        if (page.some(({ dn }) => gone.has(dn))) throw notAsWritten(session, 'stillThere');
      }
      say(message('reset.step.gone'));
    },
  });
  return end.kind === 'saved' ? outcome : { ...outcome, failure: end.why.toFailure() };
}

/** A purged request may be one of this console's own runs. */
async function noteRunOf(entry: RequestEntry, { profile }: Reached, { runs }: ResetContext): Promise<void> {
  const run = runs
    .list(profile.id)
    .find(
      ({ entry: state, request }) => request && (state === 'there' || state === 'open') && isSealed(entry, request),
    );
  if (!run) return;
  await runs.note(profile.id, run.id, {
    entry: 'gone',
    event: { kind: 'withdrawn', text: message('reset.event.purged') },
  });
}
