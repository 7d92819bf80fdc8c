import { Shield } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { counted } from '../../src-shared/base/counted';
import { commandLabel } from '../../src-shared/model/commands';
import type { ChangePlan } from '../../src-shared/model/organization';
import type { ServerId, ServerSummary } from '../../src-shared/model/server';
import type { Step } from '../../src-shared/model/work';
import { Button } from '../ui/button';
import changesCss from '../ui/changes.module.css';
import { Dialog } from '../ui/dialog';
import { EnvironmentBand, EnvironmentShape } from '../ui/environment';
import { FailureNotice, FieldProblems } from '../ui/failure-notice';
import { Signal } from '../ui/signal';
import { Elapsed, StepList } from '../ui/step-list';
import { useSay, useTexts } from '../ui/texts-store';
import { ReasonField, TypedNameField } from '../ui/write-fields';
import css from './organization.module.css';
import type { Review } from './organization-store';
import { closeReview, review as reviewAgain, update } from './organization-update';

export type OpenReview = Exclude<Review, { kind: 'closed' | 'planning' | 'conflict' }>;

interface ReviewDialogProps {
  server: ServerSummary;
  review: OpenReview;
  /** What the button that writes says before the server's name. */
  verb?: string;
  /** The reason to begin with. */
  reason?: string;
  /** What else there is to know of the plan before it is written. */
  note(plan: ChangePlan): ReactNode;
  /** What its buttons do; by default what Update does. */
  steps?: { close(): void; again(): void; write(plan: ChangePlan, typedName: string, reason: string): void };
}

const stepsOfUpdate = (serverId: ServerId): NonNullable<ReviewDialogProps['steps']> => ({
  close: () => closeReview(serverId),
  again: () => void reviewAgain(serverId),
  write: (plan, typedName, reason) => void update(serverId, plan, typedName, reason),
});

/** The exact change list, and the one place where Update and rollback write. */
export function ReviewDialog({
  server,
  review,
  verb: otherVerb,
  reason: firstReason = '',
  note,
  steps = stepsOfUpdate(server.id),
}: ReviewDialogProps) {
  const say = useSay();
  const verb = otherVerb ?? say(commandLabel('review'));
  const [typedName, setTypedName] = useState('');
  const [reason, setReason] = useState(firstReason);
  const band = <EnvironmentBand environment={server.environment} name={server.name} host={server.host} />;
  const { close } = steps;

  if (review.kind === 'refused') {
    return (
      <Dialog
        title="Nothing was written"
        band={band}
        onClose={close}
        actions={
          <>
            <Button onClick={close}>Close</Button>
            <Button look="main" onClick={steps.again}>
              Review again
            </Button>
          </>
        }
      >
        <FailureNotice failure={review.failure}>
          <FieldProblems failure={review.failure} />
        </FailureNotice>
      </Dialog>
    );
  }

  const { plan } = review;
  const writing = review.kind === 'writing' ? review.task : undefined;
  const running = writing?.kind === 'running' ? writing : undefined;
  const missing = plan.typeName && typedName !== plan.serverName ? `Type ${plan.serverName} above.` : undefined;
  return (
    <Dialog
      title={running ? `Writing to ${plan.serverName}` : `Review ${counted(plan.rows.length, 'change')}`}
      band={band}
      width="wide"
      onClose={() => (running ? undefined : close())}
      actions={
        running ? (
          <>
            <span className="running-line">
              <Elapsed since={running.startedAt} />
              {running.cancellable ? '' : waitWords(running.steps)}
            </span>
            {running.cancellable ? <Button onClick={running.cancel}>Cancel</Button> : null}
          </>
        ) : (
          <>
            <Button onClick={close} keys="Esc">
              Cancel
            </Button>
            <Button
              look={plan.typeName ? 'production' : 'main'}
              off={missing}
              onClick={() => steps.write(plan, typedName, reason)}
            >
              {plan.typeName ? <EnvironmentShape environment="production" /> : null}
              {verb} {plan.serverName}
            </Button>
          </>
        )
      }
    >
      {running ? (
        <StepList steps={running.steps} label={verb} />
      ) : (
        <PlanTable plan={plan} isUpdate={otherVerb === undefined} />
      )}
      {running ? null : note(plan)}
      {running ? null : (
        <div className={css.plan}>
          <ReasonField value={reason} onChange={setReason} />
          {plan.typeName ? <TypedNameField value={typedName} onChange={setTypedName} /> : null}
        </div>
      )}
    </Dialog>
  );
}

/** Why there is no Cancel. */
const waitWords = (steps: readonly Step[]): string =>
  steps.some(({ name }) => name === 'Verify')
    ? ' Verifying whether it was saved (up to 30 s).'
    : ' Writing cannot be cancelled.';

function PlanTable({ plan, isUpdate }: { plan: ChangePlan; isUpdate: boolean }) {
  const { words } = useTexts();
  return (
    <>
      <p className="dim">Only these values change. Everything else stays byte for byte.</p>
      <table className={changesCss.changes}>
        <thead>
          <tr>
            <th scope="col">Setting</th>
            <th scope="col">Now on the server</th>
            <th scope="col">{isUpdate ? 'After Update' : 'After rollback'}</th>
          </tr>
        </thead>
        <tbody>
          {plan.rows.map((row) => (
            <tr key={row.field}>
              <th scope="row">
                {row.label}
                <code>{row.key ?? row.attribute}</code>
              </th>
              <td>{row.before}</td>
              <td className="edit">
                <b>{row.after}</b>
                {row.note ? <span className="note">{row.note}</span> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {plan.warnings.map(words).map((warning) => (
        <p key={warning} className="with-icon warn">
          <Signal tone="warn" />
          {warning}
        </p>
      ))}
      <p className="with-icon dim">
        <Shield size={14} aria-hidden="true" />
        {plan.guard === 'assertion'
          ? 'Guarded write: one modify per entry, and only if the stored values are still the ones you loaded. Afterwards the console reads them back.'
          : 'Weaker guard: this server offers no assertion control, so the exact old values are taken out and the new ones put in. Afterwards the console reads them back.'}
      </p>
    </>
  );
}
