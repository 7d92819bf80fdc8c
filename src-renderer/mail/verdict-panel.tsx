import { type MailVerdicts, mailVerdicts } from '../../src-shared/diagnosis/mail-verdict';
import { fieldOf } from '../../src-shared/gluu/pages/pages';
import { versionWords } from '../../src-shared/gluu/versions';
import type { OrganizationView } from '../../src-shared/model/organization';
import type { MailServerSeen } from '../../src-shared/model/probe';
import type { ServerId, ServerSummary } from '../../src-shared/model/server';
import { message, type Message as Sentence } from '../../src-shared/texts/message';
import { testMayShow } from '../../src-shared/verdict/missing';
import type { Outcome } from '../../src-shared/verdict/outcome';
import type { Verdict } from '../../src-shared/verdict/verdict';
import { edit, type OrganizationState, want } from '../organization/organization-store';
import { AsIs } from '../ui/as-is';
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
  const title = say('mail.prediction', { version: versionWords(view.version) });
  return (
    <section aria-label={title}>
      <h3 className={css.part}>
        {title} <span className="faint">{say('mail.predicted')}</span>
      </h3>
      <Both verdicts={verdicts} view={view} isTested={seen !== undefined} />
      {asksForJava(verdicts) || javaTls10 !== undefined ? (
        <FieldRow label={say('mail.tls10')}>
          {(ids) => (
            <Choice
              {...ids}
              label={say('mail.tls10')}
              options={(['unknown', 'on', 'off'] as const).map((value) => ({
                value,
                text: say(`mail.tls10.${value}`),
              }))}
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
  const same = test.outcome === reset.outcome && test.ruleId === reset.ruleId;
  const rest = { view, isTested };
  const isOpen = same && isUntested(reset, isTested) && reset.exposure === undefined;
  const both = isOpen
    ? message('mail.prediction.notYet', { version: versionWords(view.version) })
    : message('mail.prediction.both', { end: endOf(reset, isTested) });
  if (same) return <OneVerdict verdict={reset} heading={both} {...rest} />;
  return (
    <>
      <OneVerdict
        verdict={reset}
        heading={message('mail.prediction.reset', { end: endOf(reset, isTested) })}
        {...rest}
      />
      <OneVerdict verdict={test} heading={message('mail.prediction.test', { end: endOf(test, isTested) })} {...rest} />
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
  heading: Sentence;
  view: OrganizationView;
  isTested: boolean;
}

/** What is said first: what is sure and grave, else how it ends. */
function endOf(verdict: Verdict, isTested: boolean): Sentence {
  if (verdict.exposure !== undefined) return message('mail.end.notEncrypted');
  return isUntested(verdict, isTested) ? message('mail.end.notTested') : message(`mail.end.${verdict.outcome}`);
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
            {say(exposure)} {say('mail.prediction.more')}
          </p>
        )}
        <Details label={say('mail.prediction.missing')}>{list}</Details>
      </>
    );
  return (
    <>
      {exposure === undefined ? null : <p>{say(exposure)}</p>}
      <p>
        {say('mail.prediction.possible', {
          ends: { list: possible.map((each) => message(`mail.end.${each}`)), as: 'plain' },
        })}
      </p>
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
    <Message tone={looks[worst]} signal={tones[worst]} title={say(heading)} minor dense>
      {outcome === 'cannotKnow' ? (
        <Open verdict={verdict} isTested={isTested} />
      ) : (
        <p>{first && say(first.sentence)}</p>
      )}
      {assumptions.map((assumption) => (
        <p key={assumption.id} className="dim">
          {say('mail.prediction.assumption', { assumption })}
        </p>
      ))}
      {remedy ? (
        <>
          <Todo>{say(remedy.text)}</Todo>
          {remedy.label ? (
            <Actions>
              <Button
                small
                off={view.notWritable && say(view.notWritable)}
                onClick={() => carryOut(view.serverId, remedy)}
              >
                {say(remedy.label)}
              </Button>
              {remedy.alsoNeeded.length > 0 ? (
                <span>
                  {say('mail.prediction.alsoFill', {
                    fields: { list: remedy.alsoNeeded.map((field) => fieldOf(field).label), as: 'and' },
                  })}
                </span>
              ) : null}
            </Actions>
          ) : null}
        </>
      ) : null}
      <Details>
        <ul className="bullets">
          {reasons.map(({ ruleId: id, sentence, sources }) => (
            <li key={id}>
              <AsIs>{id}</AsIs>: {say(sentence)}{' '}
              <span className="faint" translate="no">
                {sources.join('; ')}
              </span>
            </li>
          ))}
        </ul>
      </Details>
    </Message>
  );
}
