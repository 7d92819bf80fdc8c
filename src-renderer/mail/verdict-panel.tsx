import { type MailVerdicts, mailVerdicts } from '../../src-shared/diagnosis/mail-verdict';
import { fieldOf } from '../../src-shared/gluu/pages/pages';
import { versionWords } from '../../src-shared/gluu/versions';
import type { OrganizationView } from '../../src-shared/model/organization';
import type { MailServerSeen } from '../../src-shared/model/probe';
import type { ServerId, ServerSummary } from '../../src-shared/model/server';
import type { Say } from '../../src-shared/texts/texts';
import { testMayShow } from '../../src-shared/verdict/missing';
import { type Outcome, outcomeLabel } from '../../src-shared/verdict/outcome';
import type { Verdict } from '../../src-shared/verdict/verdict';
import { edit, type OrganizationState, want } from '../organization/organization-store';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { Details } from '../ui/details';
import { FieldRow } from '../ui/field';
import { Actions, Message, Todo } from '../ui/message';
import type { Tone } from '../ui/signal';
import { useSay } from '../ui/texts-store';
import css from './mail.module.css';
import { mailTestOf } from './mail-test-store';
import type { ScreenSettings } from './screen-settings';

interface VerdictProps {
  server: ServerSummary;
  state: OrganizationState;
  settings: ScreenSettings;
  /** What a probe of exactly these values showed. */
  seen: MailServerSeen | undefined;
}

const tones: Record<Outcome, Tone> = {
  sends: 'ok',
  sendsInClear: 'warn',
  fails: 'bad',
  hangs: 'bad',
  ignoresHost: 'bad',
  cannotKnow: 'unknown',
};
const looks: Record<Outcome, 'ok' | 'warn' | 'bad' | undefined> = {
  sends: 'ok',
  sendsInClear: 'warn',
  fails: 'bad',
  hangs: 'bad',
  ignoresHost: 'bad',
  cannotKnow: undefined,
};

/** What this Gluu version's own mail code will do with the values on the screen. */
export function VerdictPanel({ server, state, settings, seen }: VerdictProps) {
  const say = useSay();
  const store = mailTestOf(server.id);
  const { javaTls10 } = store();
  const { view } = state;
  if (!view) return null;
  const jvm = javaTls10 === undefined ? {} : { tls10: javaTls10 };
  const verdicts = mailVerdicts(view.version, settings, seen, jvm);
  const name = say(versionWords(view.version));
  return (
    <section aria-label={`As Gluu ${name} will send it`}>
      <h3 className={css.part}>
        As Gluu {name} will send it <span className="faint">predicted</span>
      </h3>
      <Both verdicts={verdicts} view={view} isTested={seen !== undefined} />
      {asksForJava(verdicts) || javaTls10 !== undefined ? (
        <FieldRow label="TLS 1.0 in Gluu’s Java">
          {(ids) => (
            <Choice
              {...ids}
              label="TLS 1.0 in Gluu’s Java"
              options={[
                { value: 'unknown', text: 'Not known' },
                { value: 'on', text: 'Enabled' },
                { value: 'off', text: 'Disabled' },
              ]}
              value={javaTls10 === undefined ? 'unknown' : javaTls10 ? 'on' : 'off'}
              onChange={(next) => store.setState({ javaTls10: next === 'unknown' ? undefined : next === 'on' })}
            />
          )}
        </FieldRow>
      ) : null}
    </section>
  );
}

const asksForJava = ({ test, reset }: MailVerdicts): boolean =>
  [...test.missing, ...reset.missing].some(({ fact }) => fact === 'jvmTls10');

interface BothProps {
  verdicts: MailVerdicts;
  view: OrganizationView;
  isTested: boolean;
}

/** One message if both ways of sending end alike, as they do up to 4.4; else one each. */
function Both({ verdicts: { test, reset }, view, isTested }: BothProps) {
  const say = useSay();
  const same = test.outcome === reset.outcome && test.ruleId === reset.ruleId;
  const rest = { view, isTested };
  const isOpen = same && isUntested(reset, isTested) && reset.exposure === undefined;
  const both = isOpen
    ? `Prediction for Gluu ${say(versionWords(view.version))}: not yet. ${RUN_FIRST}`
    : `Test button and reset mail: ${endOf(reset, isTested, say)}`;
  if (same) return <OneVerdict verdict={reset} heading={both} {...rest} />;
  return (
    <>
      <OneVerdict verdict={reset} heading={`Reset mail: ${endOf(reset, isTested, say)}`} {...rest} />
      <OneVerdict verdict={test} heading={`Test button: ${endOf(test, isTested, say)}`} {...rest} />
    </>
  );
}

/** Nothing is predicted yet, since the mail server was not tested with these values. */
const isUntested = ({ outcome, missing }: Verdict, isTested: boolean): boolean =>
  outcome === 'cannotKnow' && !isTested && testMayShow(missing);

/** Fills the form, and goes to what has to be filled in by hand then, or to what was changed. */
function carryOut(serverId: ServerId, { changes, alsoNeeded }: NonNullable<Verdict['remedy']>): void {
  for (const { field, value } of changes) edit(serverId, field, value);
  const next = alsoNeeded[0] ?? changes[0]?.field;
  if (next) want(serverId, next);
}

interface OneProps {
  verdict: Verdict;
  heading: string;
  view: OrganizationView;
  isTested: boolean;
}

const RUN_FIRST = 'Run the test first.';

/** What is said first: what is sure and grave, else how it ends. */
function endOf(verdict: Verdict, isTested: boolean, say: Say): string {
  if (verdict.exposure !== undefined) return 'not encrypted';
  return isUntested(verdict, isTested)
    ? `no prediction yet. ${RUN_FIRST}`
    : say(outcomeLabel(verdict.outcome)).toLowerCase();
}

/** What is known although the outcome is not, and what is missing: folded where the next step is to run the test. */
function Open({ verdict, isTested }: { verdict: Verdict; isTested: boolean }) {
  const say = useSay();
  const { exposure, possible, missing } = verdict;
  const list = (
    <ul className="bullets">
      {missing.map(({ fact, sentence }) => (
        <li key={fact}>{say(sentence)}</li>
      ))}
    </ul>
  );
  if (isUntested(verdict, isTested))
    return (
      <>
        {exposure === undefined ? null : (
          <p>
            {say(exposure)} More is not predicted yet. {RUN_FIRST}
          </p>
        )}
        <Details label="What is missing">{list}</Details>
      </>
    );
  return (
    <>
      {exposure === undefined ? null : <p>{say(exposure)}</p>}
      <p>Possible: {possible.map((each) => say(outcomeLabel(each)).toLowerCase()).join(', ')}. What is missing:</p>
      {list}
    </>
  );
}

function OneVerdict({ verdict, heading, view, isTested }: OneProps) {
  const say = useSay();
  const { outcome, reasons, assumptions, remedy, exposure } = verdict;
  /** The look of what is told first. */
  const worst = exposure === undefined ? outcome : 'sendsInClear';
  const [first] = reasons;
  return (
    <Message tone={looks[worst]} signal={tones[worst]} title={heading} minor dense>
      {outcome === 'cannotKnow' ? (
        <Open verdict={verdict} isTested={isTested} />
      ) : (
        <p>{first ? say(first.sentence) : null}</p>
      )}
      {assumptions.map((assumption) => (
        <p key={assumption.id} className="dim">
          Assumption: {say(assumption)}
        </p>
      ))}
      {remedy ? (
        <>
          <Todo>{say(remedy.text)}</Todo>
          {remedy.label ? (
            <Actions>
              <Button small off={view.notWritable} onClick={() => carryOut(view.serverId, remedy)}>
                {say(remedy.label)}
              </Button>
              {remedy.alsoNeeded.length > 0 ? (
                <span>Then fill in {remedy.alsoNeeded.map((field) => fieldOf(field).label).join(', ')}.</span>
              ) : null}
            </Actions>
          ) : null}
        </>
      ) : null}
      <Details>
        <ul className="bullets">
          {reasons.map(({ ruleId: id, sentence, sources }) => (
            <li key={id}>
              {id}: {say(sentence)} <span className="faint">{sources.join('; ')}</span>
            </li>
          ))}
        </ul>
      </Details>
    </Message>
  );
}
