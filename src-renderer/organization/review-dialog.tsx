import { Shield } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { commandLabel } from '../../src-shared/model/commands';
import type { ChangePlan } from '../../src-shared/model/organization';
import type { ServerId, ServerSummary } from '../../src-shared/model/server';
import type { Step } from '../../src-shared/model/work';
import { type Message, message } from '../../src-shared/texts/message';
import { AsIs, markOf } from '../ui/as-is';
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
  /** What the history says of the reason where none is typed. */
  ownReason?: Message | undefined;
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
  ownReason,
  note,
  steps = stepsOfUpdate(server.id),
}: ReviewDialogProps) {
  const say = useSay();
  const verb = otherVerb ?? say(commandLabel('review'));
  const [typedName, setTypedName] = useState('');
  const [reason, setReason] = useState('');
  const band = <EnvironmentBand environment={server.environment} name={server.name} host={server.host} />;
  const { close } = steps;

  if (review.kind === 'refused') {
    return (
      <Dialog
        title={say('organization.review.refused')}
        band={band}
        onClose={close}
        actions={
          <>
            <Button onClick={close}>{say('word.close')}</Button>
            <Button look="main" onClick={steps.again}>
              {say('organization.review.again')}
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
  const missing =
    plan.typeName && typedName !== plan.serverName
      ? say('organization.review.typeName', { server: plan.serverName })
      : undefined;
  return (
    <Dialog
      title={
        running
          ? say('organization.review.writing', { server: plan.serverName })
          : say('organization.review.title', { n: plan.rows.length })
      }
      band={band}
      width="wide"
      onClose={() => (running ? undefined : close())}
      actions={
        running ? (
          <>
            <span className="running-line">
              <Elapsed since={running.startedAt} />
              {running.cancellable ? '' : ` ${say(whyNoCancel(running.steps))}`}
            </span>
            {running.cancellable ? <Button onClick={running.cancel}>{say('word.cancel')}</Button> : null}
          </>
        ) : (
          <>
            <Button onClick={close} keys="Esc">
              {say('word.cancel')}
            </Button>
            <Button
              look={plan.typeName ? 'production' : 'main'}
              off={missing}
              onClick={() => steps.write(plan, typedName, reason)}
            >
              {plan.typeName ? <EnvironmentShape environment="production" /> : null}
              {verb} <AsIs>{plan.serverName}</AsIs>
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
          <ReasonField value={reason} otherwise={ownReason && say(ownReason)} onChange={setReason} />
          {plan.typeName ? <TypedNameField value={typedName} onChange={setTypedName} /> : null}
        </div>
      )}
    </Dialog>
  );
}

/** Why there is no Cancel. */
const whyNoCancel = (steps: readonly Step[]): Message =>
  message(
    steps.some(({ name }) => name === 'Verify') ? 'organization.review.verifying' : 'organization.review.noCancel',
  );

function PlanTable({ plan, isUpdate }: { plan: ChangePlan; isUpdate: boolean }) {
  const { say, words } = useTexts();
  return (
    <>
      <p className="dim">{say('organization.review.only')}</p>
      <table className={changesCss.changes}>
        <thead>
          <tr>
            <th scope="col">{say('organization.column.setting')}</th>
            <th scope="col">{say('organization.review.now')}</th>
            <th scope="col">
              {say(isUpdate ? 'organization.review.afterUpdate' : 'organization.review.afterRollback')}
            </th>
          </tr>
        </thead>
        <tbody>
          {plan.rows.map((row) => (
            <tr key={row.field}>
              <th scope="row">
                {say(row.label)}
                <code translate="no">{row.key ?? row.attribute}</code>
              </th>
              <td {...markOf(row.before)}>{words(row.before)}</td>
              <td className="edit">
                <b {...markOf(row.after)}>{words(row.after)}</b>
                {row.note ? <span className="note">{say(row.note)}</span> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {plan.warnings
        .map((warning) => say(warning))
        .map((warning) => (
          <p key={warning} className="with-icon warn">
            <Signal tone="warn" />
            {warning}
          </p>
        ))}
      <p className="with-icon dim">
        <Shield size={14} aria-hidden="true" />
        {say(`organization.review.guard.${plan.guard}`)}
      </p>
    </>
  );
}
