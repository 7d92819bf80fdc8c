import { create } from 'zustand';
import { fieldOf } from '../../src-shared/gluu/pages/pages';
import type { Failure } from '../../src-shared/model/failure';
import type { ChangePlan, RollbackRow, UpdateOutcome } from '../../src-shared/model/organization';
import type { ServerSummary } from '../../src-shared/model/server';
import { type Message, message, type Words } from '../../src-shared/texts/message';
import { type Held, type Holding, load, organizationOf, takeView } from '../organization/organization-store';
import type { OpenReview } from '../organization/review-dialog';
import { runTask } from '../state/task';

type Step =
  | { kind: 'review'; review: OpenReview; reason?: Message }
  | { kind: 'nothing' }
  | { kind: 'conflict'; rows: RollbackRow[] };

/** How the last rollback ended, until the next begins. */
export type RollbackEnd =
  | ({ kind: 'saved'; serverName: string; notes: readonly Words[] } & Holding)
  | { kind: 'notSaved'; serverName: string; failure: Failure; savedLabels: Words[] }
  | { kind: 'unknown'; serverName: string };

interface RollbackStore {
  /** The write whose server is being read. */
  reading: string | undefined;
  dialog: { server: ServerSummary; historyId: string; step: Step } | undefined;
  end: (RollbackEnd & { serverId: string }) | undefined;
}

export const useRollback = create<RollbackStore>(() => ({ reading: undefined, dialog: undefined, end: undefined }));

export const closeRollback = (): void => useRollback.setState({ dialog: undefined });

/** First half: has main read the server and work out what would be put back. Writes nothing. */
export async function beginRollback(server: ServerSummary, historyId: string): Promise<void> {
  if (useRollback.getState().reading) return;
  useRollback.setState({ reading: historyId, dialog: undefined, end: undefined });
  const ended = await runTask(
    'history.rollback',
    { serverId: server.id, historyId },
    {
      label: message('history.task.reading'),
      serverName: server.name,
      endText: (outcome) => message(outcome ? 'history.task.read' : 'history.task.noRollback'),
    },
    () => {},
  );
  useRollback.setState({ reading: undefined });
  const show = (step: Step) => useRollback.setState({ dialog: { server, historyId, step } });
  if (ended.kind === 'failed') show({ kind: 'review', review: { kind: 'refused', failure: ended.failure } });
  if (ended.kind !== 'done') return;
  const found = ended.value;
  if (found.kind === 'plan') show({ kind: 'review', review: { kind: 'plan', plan: found.plan }, reason: found.reason });
  else show(found);
}

/** What became of a rollback once the server's own refresh had run. */
export function applyHeldRollback(historyId: string, held: Held): void {
  useRollback.setState(({ end }) =>
    end?.kind === 'saved' && end.watched?.historyId === historyId ? { end: { ...end, held } } : {},
  );
}

/** Second half: writes the plan, with the guards of every Update. */
export async function writeRollback(plan: ChangePlan, typedName: string, reason: string): Promise<void> {
  const { dialog } = useRollback.getState();
  if (dialog?.step.kind !== 'review') return;
  const { step } = dialog;
  const ended = await runTask(
    'organization.update',
    { planId: plan.planId, typedName, ...(reason.trim() ? { reason } : {}) },
    {
      label: message('history.task.rollingBack'),
      serverName: plan.serverName,
      endText: (outcome) => message(`history.task.${outcome?.kind ?? 'refused'}`),
      endedBadly: ({ kind }) => kind !== 'saved',
    },
    (task) =>
      useRollback.setState({
        dialog: { ...dialog, step: { ...step, review: { kind: 'writing', plan, task } } },
      }),
  );
  if (ended.kind === 'failed') {
    const review = { kind: 'refused', failure: ended.failure } as const;
    useRollback.setState({ dialog: { ...dialog, step: { ...step, review } } });
  }
  if (ended.kind === 'done') end(dialog, ended.value);
}

function end(dialog: NonNullable<RollbackStore['dialog']>, outcome: UpdateOutcome): void {
  const { server } = dialog;
  const about = { serverId: server.id, serverName: server.name };
  if (outcome.kind === 'conflict') {
    const rows = outcome.rows.map(({ label, mine, theirs, loaded }) => ({
      label,
      attribute: '',
      before: mine,
      written: loaded,
      now: theirs,
    }));
    useRollback.setState({ dialog: { ...dialog, step: { kind: 'conflict', rows } } });
    return;
  }
  const ending =
    outcome.kind === 'saved'
      ? ({
          kind: 'saved',
          notes: outcome.notes,
          ...(outcome.watched ? { watched: outcome.watched } : {}),
          ...about,
        } as const)
      : outcome.kind === 'notSaved'
        ? ({
            kind: 'notSaved',
            failure: outcome.failure,
            savedLabels: outcome.saved.map((id) => fieldOf(id).label),
            ...about,
          } as const)
        : ({ kind: 'unknown', ...about } as const);
  useRollback.setState({ dialog: undefined, end: ending });
  // What is typed in the form stays, laid over what was put back.
  if (!organizationOf(server.id).getState().view) return;
  if (outcome.kind !== 'unknown' && outcome.view) takeView(server.id, outcome.view);
  else void load(server.id);
}
