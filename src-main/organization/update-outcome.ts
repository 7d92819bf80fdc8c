import type { Failure } from '../../src-shared/model/failure';
import type { FieldId, OrganizationView, StoredPassword, UpdateOutcome } from '../../src-shared/model/organization';
import type { ServerId } from '../../src-shared/model/server';
import { type AppError, unlessBug } from '../base/app-error';
import type { GluuTree } from '../gluu-ldap/discover';
import type { Check } from '../gluu-ldap/guarded-write';
import type { Snapshot } from '../gluu-ldap/snapshot';
import { unwatchedWork, type Work } from '../work/work';
import type { Settle } from '../write/settle';
import { type HoldWatch, refreshReverts } from './hold-watch';
import type { UpdatePlan } from './plans';
import { nounsOf } from './salt-guard';
import { fieldsIn, type UpdateEnd } from './update';

interface Needs {
  settle: Settle;
  holdWatch: HoldWatch;
  show(serverId: ServerId, snapshot: Snapshot): Promise<OrganizationView>;
  load(serverId: ServerId, work: Work): Promise<OrganizationView>;
}

const CONFIRMED = 'Confirmed by reading the server again.';

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
    notes: (view: OrganizationView | undefined) => string[],
  ): Promise<UpdateOutcome> {
    const known = await shown(serverId, snapshot);
    const view = known ?? (await load(serverId, unwatchedWork()).catch(unlessBug));
    const reverts = known && refreshReverts(known.version);
    const watched = reverts ? { watched: { historyId, until: holdWatch.begin(serverId, historyId) } } : {};
    const told = view ? { view, notes: notes(known) } : { notes: [...notes(known), NOT_SHOWN] };
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
    const notes = { open: 'not reached; goes on in the background' };
    const verdict = await settle.verify({ serverId, historyId, why }, work, notes);
    switch (verdict?.kind) {
      case 'saved': {
        const { check = 'weaker', snapshot } = verdict;
        return saved(plan, { historyId, check }, snapshot, (view) => [
          CONFIRMED,
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
      case 'saved': {
        const more = end.unrecorded ? [UNRECORDED] : [];
        return saved(plan, end, snapshot, (view) => [...savedNotes(view, plan.loaded.tree), ...more]);
      }
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

const NOT_SHOWN = 'It could not be read once more to show it here.';

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
