import type { Page } from '../../src-shared/gluu/pages/page';
import { commandLabel, serverCommands } from '../../src-shared/model/commands';
import type { ServerSummary } from '../../src-shared/model/server';
import { type Message, message } from '../../src-shared/texts/message';
import { Button } from '../ui/button';
import { Cut } from '../ui/cut';
import { useSay } from '../ui/texts-store';
import type { Judged } from './judged';
import css from './organization.module.css';
import {
  isDirty,
  labelsOf,
  listed,
  type OrganizationState,
  revertAll,
  type Typed,
  undoRevert,
} from './organization-store';
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
  const off = whyNot(state, Object.keys(judged.errors).length);
  return (
    <div className={css.unsaved} data-surface="changes">
      <span className="badge">{labels.length}</span>
      <b>{say('organization.unsaved', { n: labels.length })}</b>
      <Cut className={`grow ${css.labels}`} text={say(listed(labels))} />
      <Button onClick={() => revertAll(server.id)}>{say('word.cancel')}</Button>
      <Button
        look="main"
        keys={serverCommands.review.keys}
        off={off && say(off)}
        onClick={() => void review(server.id)}
      >
        {say(commandLabel('review'))}
      </Button>
    </div>
  );
}

/** Why there is nothing to review. */
function whyNot({ view, review: { kind } }: OrganizationState, errors: number): Message | undefined {
  if (view?.notWritable) return view.notWritable;
  if (errors > 0) return message('organization.errors', { n: errors });
  return kind === 'planning' ? message('organization.planning') : undefined;
}

function Discarded({ server, typed, page }: { server: ServerSummary; typed: Typed; page: Page }) {
  const say = useSay();
  const labels = labelsOf(typed, page);
  return (
    <div className={css.unsaved} data-surface="changes">
      <b role="status">{say('organization.discarded', { n: labels.length })}</b>
      <Cut className={`grow ${css.labels}`} text={say(listed(labels))} />
      <Button onClick={() => undoRevert(server.id)} autoFocus>
        {say('organization.undo')}
      </Button>
    </div>
  );
}
