import { Play } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { seenBefore } from '../../src-shared/diagnosis/seen-before';
import { commandLabel, serverCommands } from '../../src-shared/model/commands';
import {
  type MailSecurity,
  mailSecurities,
  mailSecurityLabels,
  type TestStop,
  testStops,
} from '../../src-shared/model/mail-server';
import type { MailServerSeen } from '../../src-shared/model/probe';
import type { ServerSummary } from '../../src-shared/model/server';
import { securityOf, testStopLabels } from '../../src-shared/model/smtp-test';
import { focusFor, type OrganizationState } from '../organization/organization-store';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { FieldRow, TextInput } from '../ui/field';
import layoutCss from '../ui/layout.module.css';
import { Elapsed } from '../ui/step-list';
import { useSay } from '../ui/texts-store';
import css from './mail.module.css';
import { MailEvidence } from './mail-evidence';
import { MailResult } from './mail-result';
import { mailTestOf, testMail } from './mail-test-store';
import {
  type ChosenSecurity,
  choiceFits,
  type ScreenSettings,
  screenSettings,
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
  const label = useSay()(commandLabel('test'));
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
              <Elapsed since={running.startedAt} /> of 30 s
            </span>
            <Button small onClick={running.cancel}>
              Cancel
            </Button>
          </>
        ) : (
          <Button
            small
            look="main"
            ref={startButton}
            keys={keys}
            off={whyNotTestable(state)}
            onClick={() => void testMail(server.id)}
          >
            <Play size={12} aria-hidden="true" /> {label}
          </Button>
        )}
      </div>
      <Envelope server={server} settings={settings} />
      <VerdictPanel server={server} state={state} settings={settings} seen={seen} />
      {stale && !running ? <p className="note edit">{staleWords(stale)}</p> : null}
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

const staleWords = (stale: BasisStage): string =>
  stale === 'Connect'
    ? 'This result is for earlier values. Run the test again.'
    : `From ${stale} on, this result is for earlier values. Run the test again.`;

const portWords = (port: number): string => (port ? `port ${port}` : 'no port');

const liftedWords = ({ security, port, requiresSsl }: ChosenSecurity): string =>
  `${mailSecurityLabels[security]} was chosen for ${portWords(port)} with Requires SSL ${requiresSsl ? 'on' : 'off'}; for these values it was lifted.`;

/** How far it goes, its sender, recipient and protection: seen before anything goes out. */
function Envelope({ server, settings }: { server: ServerSummary; settings: ScreenSettings }) {
  const store = mailTestOf(server.id);
  const { security, recipient, until } = store();
  const { port, requiresSsl } = settings;
  const mapped = securityOf(settings.requiresSsl, settings.port);
  const inForce = securityInForce(settings, security);
  return (
    <div className={css.envelope}>
      <FieldRow label="Stop after" note={until === 'send' ? undefined : <p className="note">Nothing is sent.</p>}>
        {(ids) => (
          <Choice<TestStop>
            {...ids}
            label="Stop after"
            options={testStops.map((value) => ({ value, text: testStopLabels[value] }))}
            value={until}
            onChange={(next) => store.setState({ until: next })}
          />
        )}
      </FieldRow>
      {server.route.kind === 'ssh' ? <VantageChoice server={server} /> : null}
      <FieldRow label="From">{({ id }) => <output id={id}>{settings.fromEmail || '(empty)'}</output>}</FieldRow>
      <FieldRow label="To">
        {(ids) => (
          <TextInput
            {...ids}
            value={recipient}
            placeholder={settings.fromEmail || 'the From Email Address'}
            onChange={(next) => store.setState({ recipient: next })}
          />
        )}
      </FieldRow>
      <FieldRow
        label="Encryption"
        note={
          <>
            <p className="note">
              {inForce === mapped
                ? `Follows from Requires SSL ${settings.requiresSsl ? 'on' : 'off'} and ${portWords(settings.port)}.`
                : `Requires SSL ${settings.requiresSsl ? 'on' : 'off'} with this port means ${mailSecurityLabels[mapped]}; this test uses ${mailSecurityLabels[inForce]}.`}
            </p>
            {settings.authentication && until !== 'connect' && inForce === 'none' ? (
              <p className="note warn">
                {settings.userName ? `${settings.userName}’s` : 'The'} password is sent unencrypted
                {server.demo ? '' : '; your system asks you before the first time'}. The Gluu Server itself sends it so.
              </p>
            ) : null}
            {security && !choiceFits(settings, security) ? <p className="note warn">{liftedWords(security)}</p> : null}
          </>
        }
      >
        {(ids) => (
          <Choice<MailSecurity>
            {...ids}
            label="Encryption"
            options={mailSecurities.map((value) => ({ value, text: mailSecurityLabels[value] }))}
            value={inForce}
            onChange={(next) =>
              store.setState({ security: next === mapped ? undefined : { security: next, port, requiresSsl } })
            }
          />
        )}
      </FieldRow>
    </div>
  );
}
