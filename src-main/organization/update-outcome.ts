import type { Failure } from '../../src-shared/model/failure';
import type { FieldId, OrganizationView, StoredPassword, UpdateOutcome } from '../../src-shared/model/organization';
import type { ServerId } from '../../src-shared/model/server';
import { type Message, message } from '../../src-shared/texts/message';
import { type AppError, unlessBug } from '../base/app-error';
import type { GluuTree } from '../gluu-ldap/discover';
import type { Check } from '../gluu-ldap/guarded-write';
import type { Snapshot } from '../gluu-ldap/snapshot';
import { unwatchedWork, type Work } from '../work/work';
import type { Settle } from '../write/settle';
import { type HoldWatch, refreshReverts } from './hold-watch';
import type { UpdatePlan } from './plans';
import { fieldsIn, type UpdateEnd } from './update';

interface Needs {
  settle: Settle;
  holdWatch: HoldWatch;
  show(serverId: ServerId, snapshot: Snapshot): Promise<OrganizationView>;
  load(serverId: ServerId, work: Work): Promise<OrganizationView>;
}

/** Gives what reports how a write of settings ended; where its answer was lost, the server is read until that is known. */
export function outcomeReporter({ settle, holdWatch, show, load }: Needs) {
  /** How a write ended is told even where what the server holds then cannot be shown. */
  const shown = (serverId: ServerId, snapshot: Snapshot | undefined) =>
    snapshot && show(serverId, snapshot).catch(unlessBug);

  /** `notes` gives what the user should know, from what is shown if that could be read at once. */
  async function saved(
    { serverId }: UpdatePlan,
    { historyId, check }: { historyId: string; check: Check },
    snapshot: Snapshot | undefined,
    notes: (view: OrganizationView | undefined) => Message[],
  ): Promise<UpdateOutcome> {
    const known = await shown(serverId, snapshot);
    const view = known ?? (await load(serverId, unwatchedWork()).catch(unlessBug));
    const reverts = known && refreshReverts(known.version);
    const watched = reverts ? { watched: { historyId, until: holdWatch.begin(serverId, historyId) } } : {};
    const told = view
      ? { view, notes: notes(known) }
      : { notes: [...notes(known), message('organization.saved.notShown')] };
    return { kind: 'saved', check, ...told, ...watched };
  }

  async function notSaved(
    { serverId }: UpdatePlan,
    failure: Failure,
    fields: FieldId[],
    snapshot: Snapshot | undefined,
  ): Promise<UpdateOutcome> {
    const view = await shown(serverId, snapshot);
    return { kind: 'notSaved', failure, saved: fields, ...(view ? { view } : {}) };
  }

  /** Reads a server again until it is known how a write ended, a few times now and then in the background. */
  async function verified(plan: UpdatePlan, historyId: string, why: AppError, work: Work): Promise<UpdateOutcome> {
    const { serverId } = plan;
    const failure = why.toFailure();
    const notes = { open: message('organization.note.verifyOpen') };
    const verdict = await settle.verify({ serverId, historyId, why }, work, notes);
    switch (verdict?.kind) {
      case 'saved': {
        const { check = 'weaker', snapshot } = verdict;
        return saved(plan, { historyId, check }, snapshot, (view) => [
          message('organization.saved.confirmed'),
          ...savedNotes(view, plan.loaded.tree),
        ]);
      }
      case 'notSaved':
        return notSaved(plan, failure, [], verdict.snapshot);
      case 'partly': {
        const { savedDns, snapshot } = verdict;
        const written = plan.entries.filter(({ dn }) => savedDns.includes(dn));
        return notSaved(plan, failure, written.flatMap(fieldsIn), snapshot);
      }
      default:
        settle.inBackground(serverId, historyId);
        return { kind: 'unknown', failure, historyId };
    }
  }

  return async (
    plan: UpdatePlan,
    end: UpdateEnd,
    snapshot: Snapshot | undefined,
    work: Work,
  ): Promise<UpdateOutcome> => {
    switch (end.kind) {
      case 'unknown':
        return verified(plan, end.historyId, end.why, work);
      case 'saved':
        return saved(plan, end, snapshot, (view) => savedNotes(view, plan.loaded.tree));
      case 'notSaved':
        return notSaved(plan, end.why.toFailure(), end.saved, snapshot);
      case 'conflict': {
        const { serverId } = plan;
        const view = (await shown(serverId, snapshot)) ?? (await load(serverId, unwatchedWork()));
        return { kind: 'conflict', rows: end.rows, view };
      }
    }
  };
}

/** What a user should know after a save. */
const savedNotes = (view: OrganizationView | undefined, { page }: GluuTree): Message[] =>
  page.fields.flatMap(({ id, label }) => {
    const state = view?.secrets[id]?.state;
    return isTold(state) ? [message(`organization.saved.${state}`, { field: label })] : [];
  });

const told = ['doesNotDecrypt', 'doesNotDecryptUnproved', 'decryptsUnproved'] as const satisfies StoredPassword[];
const isTold = (state: StoredPassword | undefined): state is (typeof told)[number] =>
  told.some((each) => each === state);
