import { counted } from '../../src-shared/base/counted';
import type { Page } from '../../src-shared/gluu/pages/page';
import { commandLabel, serverCommands } from '../../src-shared/model/commands';
import type { ServerSummary } from '../../src-shared/model/server';
import { Button } from '../ui/button';
import { useSay } from '../ui/texts-store';
import type { Judged } from './judged';
import css from './organization.module.css';
import { isDirty, labelsOf, type OrganizationState, revertAll, type Typed, undoRevert } from './organization-store';
import { review } from './organization-update';

interface UnsavedBarProps {
  server: ServerSummary;
  state: OrganizationState;
  judged: Judged;
}

/** What is typed and not saved, with the two ways out; after Cancel, the way back. */
export function UnsavedBar({ server, state, judged }: UnsavedBarProps) {
  const say = useSay();
  if (!isDirty(state))
    return state.discarded ? <Discarded server={server} typed={state.discarded} page={state.page} /> : null;
  const labels = labelsOf(state, state.page);
  const errors = Object.keys(judged.errors).length;
  const off = state.view?.notWritable
    ? state.view.notWritable
    : errors > 0
      ? `${counted(errors, 'field has', 'fields have')} an error.`
      : state.review.kind === 'planning'
        ? 'Working it out'
        : undefined;
  return (
    <div className={css.unsaved} data-surface="changes">
      <span className="badge">{labels.length}</span>
      <b>{counted(labels.length, 'unsaved change')}</b>
      <span className={`cut grow ${css.labels}`}>{labels.join(', ')}</span>
      <Button onClick={() => revertAll(server.id)}>Cancel</Button>
      <Button look="main" keys={serverCommands.review.keys} off={off} onClick={() => void review(server.id)}>
        {say(commandLabel('review'))}
      </Button>
    </div>
  );
}

function Discarded({ server, typed, page }: { server: ServerSummary; typed: Typed; page: Page }) {
  const labels = labelsOf(typed, page);
  return (
    <div className={css.unsaved} data-surface="changes">
      <b role="status">{counted(labels.length, 'discarded change')}</b>
      <span className={`cut grow ${css.labels}`}>{labels.join(', ')}</span>
      <Button onClick={() => undoRevert(server.id)} autoFocus>
        Undo
      </Button>
    </div>
  );
}
