import { type FieldId, fieldOf } from '../../src-shared/model/organization-fields';
import type { ServerSummary } from '../../src-shared/model/server';
import { Button } from '../ui/button';
import { errorsOf, isDirty, type OrganizationState, revertAll } from './organization-store';
import { review } from './organization-update';

/** What is typed and not saved, with the two ways out. */
export function UnsavedBar({ server, state }: { server: ServerSummary; state: OrganizationState }) {
  if (!isDirty(state)) return null;
  const labels = [
    ...(Object.keys(state.draft) as FieldId[]).map((id) => fieldOf(id).label),
    ...(state.password.kind === 'keep' ? [] : [fieldOf('smtpPassword').label]),
  ];
  const errors = Object.keys(errorsOf(state)).length;
  const off = state.view?.notWritable
    ? state.view.notWritable
    : errors > 0
      ? `${errors === 1 ? 'One field has' : `${errors} fields have`} an error.`
      : state.review.kind === 'planning'
        ? 'Working it out'
        : undefined;
  return (
    <div className="unsaved">
      <span className="badge">{labels.length}</span>
      <b>{labels.length === 1 ? '1 unsaved change' : `${labels.length} unsaved changes`}</b>
      <span className="cut grow">{labels.join(', ')}</span>
      <Button onClick={() => revertAll(server.id)}>Cancel</Button>
      <Button look="main" keys="Ctrl S" off={off} onClick={() => void review(server.id)}>
        Update
      </Button>
    </div>
  );
}
