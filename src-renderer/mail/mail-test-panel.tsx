import { Play } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { seenBefore } from '../../src-shared/diagnosis/seen-before';
import { commandLabel, serverCommands } from '../../src-shared/model/commands';
import { type MailSecurity, mailSecurities, type TestStop, testStops } from '../../src-shared/model/mail-server';
import type { MailServerSeen } from '../../src-shared/model/probe';
import type { ServerSummary } from '../../src-shared/model/server';
import { stepMessage } from '../../src-shared/model/work';
import { type Message, message } from '../../src-shared/texts/message';
import { focusFor, type OrganizationState } from '../organization/organization-store';
import { AsIs } from '../ui/as-is';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { FieldRow, TextInput } from '../ui/field';
import layoutCss from '../ui/layout.module.css';
import { Elapsed } from '../ui/step-list';
import { useSay, useTexts } from '../ui/texts-store';
import css from './mail.module.css';
import { MailEvidence } from './mail-evidence';
import { MailResult } from './mail-result';
import { mailTestOf, testMail } from './mail-test-store';
import {
  type ChosenSecurity,
  choiceFits,
  type ScreenSettings,
  type SecurityInForm,
  screenSettings,
  securityForm,
  securityInForce,
  whyNotTestable,
} from './screen-settings';
import { type BasisStage, basisOf, firstStale } from './test-basis';
import { VantageChoice, VantageSteps } from './vantage';
import { VerdictPanel } from './verdict-panel';

interface PanelProps {
  server: ServerSummary;
  state: OrganizationState;
}

const { keys } = serverCommands.test;

/** Test Configuration: what this workstation measures, stage by stage, and what the Gluu Server itself will do. */
export function MailTestPanel({ server, state }: PanelProps) {
  const { say, rich } = useTexts();
  const label = say(commandLabel('test'));
  const test = mailTestOf(server.id)();
  const result = useRef<HTMLDivElement>(null);
  const ended = test.task.kind === 'done' || test.task.kind === 'failed' ? test.task.endedAt : undefined;
  useEffect(() => {
    if (ended !== undefined) result.current?.scrollIntoView({ block: 'nearest' });
  }, [ended]);
  const startButton = useRef<HTMLButtonElement>(null);
  const toFocus = focusFor(server.id, 'mailTest', state);
  useEffect(() => {
    if (!toFocus) return;
    startButton.current?.focus();
    toFocus();
  });
  const settings = screenSettings(state);
  if (!settings) return null;
  const { task, tested } = test;
  const running = task.kind === 'running' ? task : undefined;
  const why = whyNotTestable(state);
  const stale = tested && firstStale(tested.basis, basisOf(state, test.security, test.recipient));
  const seen = task.kind === 'done' ? stillSeen(task.value.seen, stale) : undefined;
  return (
    <section className={`${layoutCss.pane} ${css.panel}`} data-surface="test" aria-label={label}>
      <div className={css.head}>
        <h2>{label}</h2>
        <span className="push" />
        {running ? (
          <>
            <span className="running-line">
              {rich(message('mail.whole'), { seconds: () => <Elapsed key="seconds" since={running.startedAt} /> })}
            </span>
            <Button small onClick={running.cancel}>
              {say('word.cancel')}
            </Button>
          </>
        ) : (
          <Button
            small
            look="main"
            ref={startButton}
            keys={keys}
            off={why && say(why)}
            onClick={() => void testMail(server.id)}
          >
            <Play size={12} aria-hidden="true" /> {label}
          </Button>
        )}
      </div>
      <Envelope server={server} settings={settings} />
      <VerdictPanel server={server} state={state} settings={settings} seen={seen} />
      {stale && !running ? <p className="note edit">{say(staleWords(stale))}</p> : null}
      <VantageSteps
        server={server}
        task={task}
        chosen={{ ...test, security: securityInForce(settings, test.security) }}
      />
      <div ref={result}>
        <MailResult server={server} task={task} tested={tested} />
      </div>
      <MailEvidence server={server} state={state} settings={settings} />
    </section>
  );
}

/** What a test showed, as far as the values on the screen are still those it was made with. */
function stillSeen(seen: MailServerSeen, stale: BasisStage | undefined): MailServerSeen | undefined {
  if (stale === undefined) return seen;
  return stale === 'Connect' ? undefined : seenBefore(seen, stale);
}

const staleWords = (stale: BasisStage): Message =>
  stale === 'Connect' ? message('mail.stale') : message('mail.staleFrom', { stage: stepMessage(stale) });

/** The two values of the form that an encryption follows from, as sentences name them. */
const formValues = ({ port, requiresSsl, connectProtection }: SecurityInForm) => ({
  port: port ? String(port) : 'none',
  ssl: connectProtection === undefined ? (requiresSsl ? 'on' : 'off') : (connectProtection ?? 'None'),
});
const securityLabel = (security: MailSecurity): Message => message(`mail.security.${security}`);

const liftedWords = (chosen: ChosenSecurity): Message =>
  message('mail.encryption.lifted', { ...formValues(chosen), chosen: securityLabel(chosen.security) });

/** What goes out unencrypted, said before it does. */
const clearWords = ({ userName: user }: ScreenSettings, isDemo: boolean | undefined): Message[] => [
  user ? message('mail.clear.passwordOf', { user }) : message('mail.clear.password'),
  ...(isDemo ? [] : [message('mail.clear.asks')]),
  message('mail.clear.gluu'),
];

/** How far it goes, its sender, recipient and protection: seen before anything goes out. */
function Envelope({ server, settings }: { server: ServerSummary; settings: ScreenSettings }) {
  const store = mailTestOf(server.id);
  const say = useSay();
  const { security, recipient, until } = store();
  const { security: mapped } = settings;
  const inForce = securityInForce(settings, security);
  return (
    <div className={css.envelope}>
      <FieldRow
        label={say('mail.stopAfter')}
        note={until === 'send' ? undefined : <p className="note">{say('mail.nothingSent')}</p>}
      >
        {(ids) => (
          <Choice<TestStop>
            {...ids}
            label={say('mail.stopAfter')}
            options={testStops.map((value) => ({ value, text: say(`mail.stop.${value}`) }))}
            value={until}
            onChange={(next) => store.setState({ until: next })}
          />
        )}
      </FieldRow>
      {server.route.kind === 'ssh' ? <VantageChoice server={server} /> : null}
      <FieldRow label={say('mail.from')}>
        {({ id }) => (
          <output id={id}>{settings.fromEmail ? <AsIs>{settings.fromEmail}</AsIs> : say('mail.from.empty')}</output>
        )}
      </FieldRow>
      <FieldRow label={say('mail.to')}>
        {(ids) => (
          <TextInput
            {...ids}
            value={recipient}
            placeholder={settings.fromEmail || say('mail.to.usual')}
            translate={settings.fromEmail ? 'no' : undefined}
            onChange={(next) => store.setState({ recipient: next })}
          />
        )}
      </FieldRow>
      <FieldRow
        label={say('mail.encryption')}
        note={
          <>
            <p className="note">
              {inForce === mapped
                ? say('mail.encryption.follows', formValues(settings))
                : say('mail.encryption.differs', {
                    ssl: formValues(settings).ssl,
                    usual: securityLabel(mapped),
                    chosen: securityLabel(inForce),
                  })}
            </p>
            {settings.authentication && until !== 'connect' && inForce === 'none' ? (
              <p className="note warn">{say(clearWords(settings, server.demo))}</p>
            ) : null}
            {security && !choiceFits(settings, security) ? (
              <p className="note warn">{say(liftedWords(security))}</p>
            ) : null}
          </>
        }
      >
        {(ids) => (
          <Choice<MailSecurity>
            {...ids}
            label={say('mail.encryption')}
            options={mailSecurities.map((value) => ({ value, text: say(`mail.security.${value}`) }))}
            value={inForce}
            onChange={(next) =>
              store.setState({ security: next === mapped ? undefined : { security: next, ...securityForm(settings) } })
            }
          />
        )}
      </FieldRow>
    </div>
  );
}
