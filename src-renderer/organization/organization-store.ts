import { create, type StoreApi, type UseBoundStore } from 'zustand';
import type { AppEvent } from '../../src-shared/contract';
import type { Failure } from '../../src-shared/failure';
import type {
  ChangePlan,
  Changes,
  FieldValue,
  OrganizationView,
  UpdateOutcome,
  Watched,
} from '../../src-shared/model/organization';
import { type FieldId, fieldOf } from '../../src-shared/model/organization-fields';
import type { SecretChange, ServerId } from '../../src-shared/model/server';
import { refreshHistory } from '../history/history-store';
import { invoke } from '../ipc';
import { forgetReadiness } from '../readiness/readiness-store';
import { useServers } from '../servers/servers-store';
import { runTask, type Task } from '../shell/task';

/** A changed field as it is typed: numbers stay text until they are planned, so that nothing typed is lost. */
export type DraftValue = string | boolean;

/** Where Update stands. Nothing is written before `plan`, and every end says which of the three it is. */
export type Review =
  | { kind: 'closed' }
  | { kind: 'planning' }
  | { kind: 'refused'; failure: Failure }
  | { kind: 'plan'; plan: ChangePlan }
  | { kind: 'writing'; plan: ChangePlan; task: Task<UpdateOutcome> }
  | { kind: 'conflict'; outcome: Extract<UpdateOutcome, { kind: 'conflict' }> };

export type Held = Extract<AppEvent, { kind: 'held' }>['held'];

export type Ending =
  | { kind: 'saved'; check: 'assertion' | 'weaker'; notes: string[]; watched?: Watched; held?: Held; at: number }
  | { kind: 'notSaved'; failure: Failure; savedLabels: string[]; at: number }
  | { kind: 'unknown'; failure: Failure; historyId: string; at: number };

export interface OrganizationState {
  task: Task<OrganizationView>;
  /** What was loaded last; stays while it is loaded again. */
  view: OrganizationView | undefined;
  draft: Partial<Record<FieldId, DraftValue>>;
  password: SecretChange;
  review: Review;
  ending: Ending | undefined;
}

const nothingChanged = { draft: {}, password: { kind: 'keep' } as SecretChange };
const stores = new Map<ServerId, UseBoundStore<StoreApi<OrganizationState>>>();
/** Which servers have unsaved changes, for the list and for leaving. */
const useDirty = create<{ dirty: Partial<Record<ServerId, boolean>> }>(() => ({ dirty: {} }));

/** The state of one server's Organization Configuration. One store each, so a late answer cannot land in another's form. */
export function organizationOf(serverId: ServerId): UseBoundStore<StoreApi<OrganizationState>> {
  const known = stores.get(serverId);
  if (known) return known;
  const store = create<OrganizationState>(() => ({
    task: { kind: 'idle' },
    view: undefined,
    ...nothingChanged,
    review: { kind: 'closed' },
    ending: undefined,
  }));
  store.subscribe((state) => useDirty.setState(({ dirty }) => ({ dirty: { ...dirty, [serverId]: isDirty(state) } })));
  stores.set(serverId, store);
  return store;
}

export const useOrganization = <T>(serverId: ServerId, select: (state: OrganizationState) => T): T =>
  organizationOf(serverId)(select);

export const isDirty = ({ draft, password }: OrganizationState): boolean =>
  Object.keys(draft).length > 0 || password.kind !== 'keep';
export const useDirtyServers = (serverId: ServerId): boolean => useDirty(({ dirty }) => dirty[serverId] ?? false);
export const anyDirty = (): boolean => Object.values(useDirty.getState().dirty).some(Boolean);

const nameOf = (serverId: ServerId): string =>
  useServers.getState().servers.find(({ id }) => id === serverId)?.name ?? 'server';

/** Reads the server. What is typed stays, laid over what was read. */
export async function load(serverId: ServerId): Promise<void> {
  const store = organizationOf(serverId);
  if (store.getState().task.kind === 'running') return;
  const ended = await runTask(
    'organization.load',
    { serverId },
    { label: 'Reading', serverName: nameOf(serverId), endText: (view) => (view ? 'was read' : 'could not be read') },
    (task) => store.setState({ task }),
  );
  if (ended.kind === 'done') takeView(serverId, ended.value);
}

function takeView(serverId: ServerId, view: OrganizationView): void {
  const store = organizationOf(serverId);
  store.setState(({ draft }) => ({ view, draft: stillChanged(draft, view) }));
}

/** The value of a field as its control shows it. */
export function controlValue(id: FieldId, view: OrganizationView): DraftValue {
  const value = view.fields[id]?.value ?? null;
  if (fieldOf(id).control === 'toggle') return value === true;
  if (fieldOf(id).control === 'choice') return value === true ? true : value === false ? false : '';
  return value === null ? '' : String(value);
}

function stillChanged(draft: OrganizationState['draft'], view: OrganizationView): OrganizationState['draft'] {
  const entries = Object.entries(draft) as [FieldId, DraftValue][];
  return Object.fromEntries(
    entries.filter(([id, value]) => value !== controlValue(id, view) || view.fields[id]?.oddity),
  );
}

export function edit(serverId: ServerId, id: FieldId, value: DraftValue): void {
  const store = organizationOf(serverId);
  const { view, draft } = store.getState();
  if (!view) return;
  store.setState({ draft: stillChanged({ ...draft, [id]: value }, view), ending: undefined });
}

export const editPassword = (serverId: ServerId, password: SecretChange): void =>
  organizationOf(serverId).setState({ password, ending: undefined });

export function revert(serverId: ServerId, id: FieldId): void {
  organizationOf(serverId).setState(({ draft: { [id]: _, ...draft } }) => ({ draft }));
}

/** oxTrust's Cancel: puts the loaded values back. */
export const revertAll = (serverId: ServerId): void =>
  organizationOf(serverId).setState({ ...nothingChanged, ending: undefined });

/** What a typed value would be on the server; undefined if it is no value at all. */
export function fieldValue(id: FieldId, value: DraftValue): FieldValue | undefined {
  if (typeof value === 'boolean') return value;
  const text = value.trim();
  if (text === '') return null;
  if (fieldOf(id).control !== 'number') return text;
  return /^\d{1,10}$/.test(text) ? Number(text) : undefined;
}

/** The sentence for each changed field that cannot be saved. */
export function errorsOf({ draft, password }: OrganizationState): Partial<Record<FieldId, string>> {
  const errors: Partial<Record<FieldId, string>> = {};
  for (const [id, typed] of Object.entries(draft) as [FieldId, DraftValue][]) {
    const value = fieldValue(id, typed);
    const field = fieldOf(id);
    if (value === undefined) errors[id] = 'A whole number.';
    else if (value === null && (id === 'organizationName' || id === 'maxLogSize')) errors[id] = 'This needs a value.';
    else if (typeof value === 'string' || typeof value === 'number') {
      const problem = field.problem?.(value);
      if (problem) errors[id] = problem;
    }
  }
  if (password.kind === 'replace' && password.value.trim() === '')
    errors.smtpPassword = 'Enter the new password, or choose Keep.';
  return errors;
}

function changesOf({ draft, password }: OrganizationState): Changes {
  const values = Object.fromEntries(
    (Object.entries(draft) as [FieldId, DraftValue][]).map(([id, typed]) => [id, fieldValue(id, typed) ?? null]),
  );
  return { values, smtpPassword: password };
}

/** Update, first half: has main work out exactly what would be written, and shows it. */
export async function review(serverId: ServerId): Promise<void> {
  const store = organizationOf(serverId);
  const state = store.getState();
  if (!state.view || !isDirty(state) || Object.keys(errorsOf(state)).length > 0 || state.review.kind === 'planning')
    return;
  store.setState({ review: { kind: 'planning' }, ending: undefined });
  const { snapshotId } = state.view;
  const result = await invoke('organization.plan', { serverId, snapshotId, changes: changesOf(state) });
  if (!result.ok) {
    store.setState({ review: { kind: 'refused', failure: result.failure } });
    return;
  }
  if (result.value.rows.length === 0) {
    store.setState({ ...nothingChanged, review: { kind: 'closed' } });
    return;
  }
  store.setState({ review: { kind: 'plan', plan: result.value } });
}

export const closeReview = (serverId: ServerId): void =>
  organizationOf(serverId).setState({ review: { kind: 'closed' } });

const endings: Record<UpdateOutcome['kind'], string> = {
  saved: 'saved, read back, equal',
  notSaved: 'not saved',
  conflict: 'not saved: changed by someone else',
  unknown: 'not known yet, being verified',
};

/** Update, second half: writes the plan. */
export async function update(serverId: ServerId, plan: ChangePlan, typedName: string, reason: string): Promise<void> {
  const store = organizationOf(serverId);
  const ended = await runTask(
    'organization.update',
    { planId: plan.planId, typedName, ...(reason.trim() ? { reason } : {}) },
    {
      label: 'Updating',
      serverName: plan.serverName,
      endText: (outcome) => (outcome ? endings[outcome.kind] : 'nothing was written'),
      endedBadly: ({ kind }) => kind !== 'saved',
    },
    (task) => store.setState({ review: { kind: 'writing', plan, task } }),
  );
  refreshHistory(serverId);
  if (ended.kind === 'failed') store.setState({ review: { kind: 'refused', failure: ended.failure } });
  if (ended.kind === 'done') end(serverId, ended.value);
}

function end(serverId: ServerId, outcome: UpdateOutcome): void {
  forgetReadiness(serverId);
  const store = organizationOf(serverId);
  const at = Date.now();
  switch (outcome.kind) {
    case 'saved':
      store.setState({
        ...nothingChanged,
        view: outcome.view,
        review: { kind: 'closed' },
        ending: {
          kind: 'saved',
          check: outcome.check,
          notes: outcome.notes,
          ...(outcome.watched ? { watched: outcome.watched } : {}),
          at,
        },
      });
      break;
    case 'notSaved': {
      const savedLabels = outcome.saved.map((id) => fieldOf(id).label);
      store.setState({
        review: { kind: 'closed' },
        ending: { kind: 'notSaved', failure: outcome.failure, savedLabels, at },
      });
      if (outcome.view) takeView(serverId, outcome.view);
      break;
    }
    case 'conflict':
      store.setState({ review: { kind: 'conflict', outcome } });
      break;
    case 'unknown':
      store.setState({
        review: { kind: 'closed' },
        ending: { kind: 'unknown', failure: outcome.failure, historyId: outcome.historyId, at },
      });
      break;
  }
}

/** What became of a saved change once the server's own refresh had run; what is lost is shown at once. */
export function takeHeld(serverId: ServerId, historyId: string, held: Held): void {
  organizationOf(serverId).setState(({ ending }) =>
    ending?.kind === 'saved' && ending.watched?.historyId === historyId ? { ending: { ...ending, held } } : {},
  );
  refreshHistory(serverId);
  if (held === 'lost') void load(serverId);
}

/** After a conflict: theirs stay on the server, mine stay typed, and the plan is made anew on what is there now. */
export function settleConflict(serverId: ServerId, theirs: readonly FieldId[]): void {
  const store = organizationOf(serverId);
  const { review: open } = store.getState();
  if (open.kind !== 'conflict') return;
  store.setState(({ draft, password }) => ({
    draft: Object.fromEntries(Object.entries(draft).filter(([id]) => !theirs.includes(id as FieldId))),
    password: theirs.includes('smtpPassword') ? { kind: 'keep' } : password,
    review: { kind: 'closed' },
  }));
  takeView(serverId, open.outcome.view);
  if (isDirty(store.getState())) void review(serverId);
}

/** Asks the server now how a write of open end ended. */
export async function verifyNow(serverId: ServerId, historyId: string): Promise<void> {
  const result = await invoke('history.verify', { serverId, historyId });
  refreshHistory(serverId);
  if (!result.ok) return;
  const outcome = result.value.entries.find(({ id }) => id === historyId)?.outcome;
  if (outcome !== 'saved' && outcome !== 'notSaved') return;
  const store = organizationOf(serverId);
  if (outcome === 'saved') {
    store.setState({
      ...nothingChanged,
      ending: { kind: 'saved', check: 'weaker', notes: ['Confirmed by reading the server again.'], at: Date.now() },
    });
  } else {
    store.setState(({ ending }) =>
      ending?.kind === 'unknown'
        ? { ending: { kind: 'notSaved', failure: ending.failure, savedLabels: [], at: Date.now() } }
        : {},
    );
  }
  await load(serverId);
}
