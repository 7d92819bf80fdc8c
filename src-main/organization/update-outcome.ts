import { setTimeout as pause } from 'node:timers/promises';
import type { Failure } from '../../src-shared/model/failure';
import type { OrganizationView, StoredPassword, UpdateOutcome, Watched } from '../../src-shared/model/organization';
import type { ServerId } from '../../src-shared/model/server';
import type { GluuTree } from '../gluu-ldap/discover';
import type { Snapshot } from '../gluu-ldap/snapshot';
import { unwatchedWork, type Work } from '../work/work';
import { type HoldWatch, refreshReverts } from './hold-watch';
import type { UpdatePlan } from './plans';
import { nounsOf } from './salt-guard';
import type { Settle } from './settle';
import { fieldsIn, type WriteEnd } from './update';

interface Needs {
  settle: Settle;
  holdWatch: HoldWatch;
  show(serverId: ServerId, snapshot: Snapshot): Promise<OrganizationView>;
  load(serverId: ServerId, work: Work): Promise<OrganizationView>;
}

/** How long after a write of open end it is read again, in ms. After that the settling goes on in the background. */
const VERIFY_PAUSES = [300, 1500, 4000];

/** Gives what tells how a write of settings ended; where its answer was lost, the server is read until that is known. */
export function tellOutcome({ settle, holdWatch, show, load }: Needs) {
  return outcome;

  async function outcome(
    plan: UpdatePlan,
    end: WriteEnd,
    snapshot: Snapshot | undefined,
    work: Work,
  ): Promise<UpdateOutcome> {
    const { serverId } = plan;
    if (end.kind === 'unknown') return verify(plan, end.historyId, end.why.toFailure(), work);
    const view = snapshot ? await show(serverId, snapshot) : undefined;
    switch (end.kind) {
      case 'saved':
        return {
          kind: 'saved',
          check: end.check,
          view: view ?? (await load(serverId, unwatchedWork())),
          notes: [...savedNotes(view, plan.loaded.tree), ...(end.unrecorded ? [UNRECORDED] : [])],
          ...watched(plan.serverId, end.historyId, view),
        };
      case 'conflict':
        return { kind: 'conflict', rows: end.rows, view: view ?? (await load(serverId, unwatchedWork())) };
      case 'notSaved':
        return { kind: 'notSaved', failure: end.why.toFailure(), saved: end.saved, ...(view ? { view } : {}) };
    }
  }

  function watched(serverId: ServerId, historyId: string, view: OrganizationView | undefined): { watched?: Watched } {
    if (!view || !refreshReverts(view.version)) return {};
    return { watched: { historyId, until: holdWatch.begin(serverId, historyId) } };
  }

  /** Reads a server again until it is known how a write ended, a few times now and then in the background. */
  async function verify(plan: UpdatePlan, historyId: string, failure: Failure, work: Work): Promise<UpdateOutcome> {
    const { serverId } = plan;
    const verdict = await work.step('Verify', async (note) => {
      note('the answer was lost; the server is read again');
      for (const [index, wait] of VERIFY_PAUSES.entries()) {
        await pause(wait);
        // A server that was too slow to answer may be about to write.
        const mayStillCome = failure.code === 'ldap.noReply' && index < VERIFY_PAUSES.length - 1;
        const found = await settle.byReading(serverId, historyId, mayStillCome);
        if (found.kind !== 'unreachable' && found.kind !== 'notYet') return found;
      }
      note('not reached; goes on in the background', true);
      return undefined;
    });
    switch (verdict?.kind) {
      case 'saved': {
        const view = await show(serverId, verdict.snapshot);
        const notes = ['Confirmed by reading the server again.', ...savedNotes(view, plan.loaded.tree)];
        return { kind: 'saved', check: verdict.check, view, notes, ...watched(serverId, historyId, view) };
      }
      case 'notSaved':
        return { kind: 'notSaved', failure, saved: [], view: await show(serverId, verdict.snapshot) };
      case 'partly': {
        const saved = plan.entries.filter(({ dn }) => verdict.savedDns.includes(dn)).flatMap(fieldsIn);
        return { kind: 'notSaved', failure, saved, view: await show(serverId, verdict.snapshot) };
      }
      default:
        settle.inBackground(serverId, historyId);
        return { kind: 'unknown', failure, historyId };
    }
  }
}

const UNRECORDED =
  'The history file could not be written: the history shows this write as open until the server is loaded again.';

/** What a user should know after a save. */
const savedNotes = (view: OrganizationView | undefined, { page }: GluuTree): string[] =>
  page.fields.flatMap((field) => {
    const state = view?.secrets[field.id]?.state;
    return (state && secretNotes[state]?.(nounsOf([field]))) ?? [];
  });

const secretNotes: Partial<Record<StoredPassword, (noun: string) => string>> = {
  doesNotDecrypt: (noun) => `The stored ${noun} does not decrypt with this server’s salt.`,
  doesNotDecryptUnproved: (noun) =>
    `The stored ${noun} does not decrypt with the salt kept here, which cannot be proved to be this server’s.`,
  decryptsUnproved: (noun) =>
    `Whether Gluu can decrypt the stored ${noun} is not known: the salt kept here cannot be proved to be this server’s.`,
};
