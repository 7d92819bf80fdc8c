import { vantageDifferences } from '../../src-shared/diagnosis/compare-vantages';
import type { MailSecurity } from '../../src-shared/model/mail-server';
import { routeText } from '../../src-shared/model/route';
import type { ServerSummary } from '../../src-shared/model/server';
import { type MailTestOutcome, stepsPlanned } from '../../src-shared/model/smtp-test';
import { type Step, stepsOf, type Vantage, vantageLabel, vantages } from '../../src-shared/model/work';
import type { Task } from '../state/task';
import { Choice } from '../ui/choice';
import { FieldRow } from '../ui/field';
import { Signal } from '../ui/signal';
import { StepList } from '../ui/step-list';
import { useSay } from '../ui/texts-store';
import css from './mail.module.css';
import { type MailTestState, mailTestOf, vantageInForce } from './mail-test-store';

/** From where a test looks, for a server that is reached through SSH. */
export function VantageChoice({ server }: { server: ServerSummary }) {
  const store = mailTestOf(server.id);
  const say = useSay();
  const inForce = vantageInForce(server, store().vantage);
  return (
    <FieldRow
      label={say('mail.testFrom')}
      note={
        inForce === 'here' ? (
          <p className="note">{say('mail.testFrom.hereOnly')}</p>
        ) : (
          <p className="note">{say('mail.testFrom.through', { route: routeText(server.route) ?? '' })}</p>
        )
      }
    >
      {(ids) => (
        <Choice<Vantage | 'both'>
          {...ids}
          label={say('mail.testFrom')}
          options={(['both', 'server', 'here'] as const).map((value) => ({
            value,
            text: say(`mail.testFrom.${value}`),
          }))}
          value={inForce}
          onChange={(vantage) => store.setState({ vantage })}
        />
      )}
    </FieldRow>
  );
}

interface StepsProps {
  server: ServerSummary;
  task: Task<MailTestOutcome>;
  chosen: Pick<MailTestState, 'vantage' | 'until'> & { security: MailSecurity };
}

/** The stages as they fill in, for each vantage its own: those planned, until there are those of a test. */
export function VantageSteps({ server, task, chosen }: StepsProps) {
  const vantage = vantageInForce(server, chosen.vantage);
  const say = useSay();
  const tested = task.kind === 'idle' ? [] : task.steps;
  const planned = (side: Vantage) =>
    vantage === 'both' || vantage === side ? stepsPlanned(side, { ...chosen, vantage }).map(waiting) : [];
  const shown = vantages
    .map((side) => ({ side, steps: tested.length > 0 ? stepsOf(side, tested) : planned(side) }))
    .filter(({ steps }) => steps.length > 0);
  return (
    <>
      {shown.map(({ side, steps }) => (
        <section key={side} aria-label={say(vantageLabel(side))}>
          <h3 className={css.part}>
            {say(vantageLabel(side))} <span className="faint">{say('mail.measured')}</span>
          </h3>
          <StepList
            dense
            steps={steps}
            label={say(shown.length === 1 ? 'mail.stages' : `mail.stages.${side}`)}
            isOver={task.kind === 'done' || task.kind === 'failed'}
          />
        </section>
      ))}
    </>
  );
}

const waiting = (name: string): Step => ({ name, state: 'waiting' });

/** In what the two vantages differ, and what that means for the Gluu Server. */
export function VantageComparison({ outcome: { seen, here } }: { outcome: MailTestOutcome }) {
  const say = useSay();
  if (!here) return null;
  const differences = vantageDifferences(here.seen, seen);
  if (differences.length === 0) {
    return (
      <p className="with-icon">
        <Signal tone="ok" />
        <span>{say('mail.result.same')}</span>
      </p>
    );
  }
  return (
    <>
      {differences.map(({ sentences, grave }) => (
        <p key={sentences.map(({ id }) => id).join()} className={grave ? 'with-icon bad' : 'with-icon warn'}>
          <Signal tone={grave ? 'bad' : 'warn'} />
          <span>{say(sentences)}</span>
        </p>
      ))}
    </>
  );
}
