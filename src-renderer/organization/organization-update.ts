import type { ChangesInput } from '../../src-shared/gluu/pages/changes';
import { fieldOn } from '../../src-shared/gluu/pages/pages';
import type { ChangePlan, FieldId, UpdateOutcome } from '../../src-shared/model/organization';
import type { ServerId } from '../../src-shared/model/server';
import { message } from '../../src-shared/texts/message';
import { emitter } from '../state/emitter';
import { invoke } from '../state/ipc';
import { runTask } from '../state/task';
import {
  errorsOf,
  fieldValue,
  type Held,
  isDirty,
  load,
  nothingChanged,
  type OrganizationState,
  organizationOf,
  takeView,
  typedInto,
} from './organization-store';

/** What was typed is on the server; told with the form as it was before. */
export const formSaved = emitter<[serverId: ServerId, before: OrganizationState]>();

function changesOf({ page, draft, secrets }: OrganizationState): ChangesInput {
  const values = typedInto(page, draft).map(([field, typed]) => [field.id, fieldValue(field, typed) ?? null]);
  return { values: Object.fromEntries(values), secrets };
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

/** Update, second half: writes the plan. */
export async function update(serverId: ServerId, plan: ChangePlan, typedName: string, reason: string): Promise<void> {
  const store = organizationOf(serverId);
  const ended = await runTask(
    'organization.update',
    { planId: plan.planId, typedName, ...(reason.trim() ? { reason } : {}) },
    {
      label: message('organization.task.updating'),
      serverName: plan.serverName,
      endText: (outcome) => message(`organization.task.${outcome?.kind ?? 'nothing'}`),
      endedBadly: ({ kind }) => kind !== 'saved',
    },
    (task) => store.setState({ review: { kind: 'writing', plan, task } }),
  );
  if (ended.kind === 'failed') store.setState({ review: { kind: 'refused', failure: ended.failure } });
  if (ended.kind === 'done') end(serverId, ended.value);
}

function end(serverId: ServerId, outcome: UpdateOutcome): void {
  const store = organizationOf(serverId);
  const at = Date.now();
  const before = store.getState();
  switch (outcome.kind) {
    case 'saved':
      store.setState({
        ...nothingChanged,
        ...(outcome.view ? { view: outcome.view } : {}),
        changed: [],
        review: { kind: 'closed' },
        ending: {
          kind: 'saved',
          check: outcome.check,
          notes: outcome.notes,
          ...(outcome.watched ? { watched: outcome.watched } : {}),
          at,
        },
      });
      formSaved.emit(serverId, before);
      if (!outcome.view) void load(serverId);
      break;
    case 'notSaved': {
      const savedLabels = outcome.saved.map((id) => fieldOn(before.page, id).label);
      store.setState({
        review: { kind: 'closed' },
        ending: { kind: 'notSaved', failure: outcome.failure, savedLabels, at },
      });
      if (outcome.view) takeView(serverId, outcome.view, before.page);
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
export function applyHeld(serverId: ServerId, historyId: string, held: Held): void {
  organizationOf(serverId).setState(({ ending }) =>
    ending?.kind === 'saved' && ending.watched?.historyId === historyId ? { ending: { ...ending, held } } : {},
  );
  if (held === 'lost') void load(serverId);
}

/** After a conflict: theirs stay on the server, mine stay typed, and the plan is made again on what is there now. */
export function settleConflict(serverId: ServerId, theirs: readonly FieldId[]): void {
  const store = organizationOf(serverId);
  const { review: open } = store.getState();
  if (open.kind !== 'conflict') return;
  const mine = <T>(typed: Partial<Record<FieldId, T>>) =>
    Object.fromEntries(Object.entries(typed).filter(([id]) => !theirs.includes(id)));
  store.setState(({ draft, secrets }) => ({
    draft: mine(draft),
    secrets: mine(secrets),
    review: { kind: 'closed' },
  }));
  takeView(serverId, open.outcome.view, store.getState().page);
  if (isDirty(store.getState())) void review(serverId);
}

/** Asks the server now how a write of open end ended. */
export async function verifyNow(serverId: ServerId, historyId: string): Promise<void> {
  const result = await invoke('history.verify', { serverId, historyId });
  if (!result.ok) return;
  const { outcome } = result.value;
  if (outcome !== 'saved' && outcome !== 'notSaved') return;
  const store = organizationOf(serverId);
  const before = store.getState();
  if (outcome === 'saved') {
    store.setState({
      ...nothingChanged,
      ending: { kind: 'saved', check: 'weaker', notes: [message('organization.saved.confirmed')], at: Date.now() },
    });
  } else {
    store.setState(({ ending }) =>
      ending?.kind === 'unknown'
        ? { ending: { kind: 'notSaved', failure: ending.failure, savedLabels: [], at: Date.now() } }
        : {},
    );
  }
  await load(serverId);
  if (outcome === 'saved') formSaved.emit(serverId, before);
}
