import { Play } from 'lucide-react';
import { useState } from 'react';
import type { ServerSummary } from '../../src-shared/model/server';
import {
  type MailSecurity,
  type MailTestOutcome,
  mailSecurities,
  mailSecurityLabels,
  securityOf,
} from '../../src-shared/model/smtp-test';
import { mailSteps } from '../../src-shared/model/work';
import { invoke } from '../ipc';
import { loadServers } from '../servers/servers-store';
import type { Task } from '../shell/task';
import { Button } from '../ui/button';
import { CertificateTable } from '../ui/certificate-table';
import { FailureNotice } from '../ui/failure-notice';
import { Choice, FieldRow, TextInput } from '../ui/field';
import { Signal } from '../ui/signal';
import { Elapsed, StepList } from '../ui/step-list';
import type { OrganizationState } from './organization-store';
import {
  type ScreenSettings,
  screenSettings,
  securityInForce,
  smtpTestOf,
  testedKey,
  testMail,
  whyNotTestable,
} from './smtp-test-store';
import { TranscriptView } from './transcript-view';

interface PanelProps {
  server: ServerSummary;
  state: OrganizationState;
}

/** Test Configuration: sends oxTrust's test mail with the values on the screen, from this workstation, stage by stage. */
export function SmtpTestPanel({ server, state }: PanelProps) {
  const test = smtpTestOf(server.id)();
  const settings = screenSettings(state);
  if (!settings) return null;
  const { task } = test;
  const running = task.kind === 'running' ? task : undefined;
  const other = test.tested !== undefined && test.tested.key !== testedKey(state, test.security, test.recipient);
  return (
    <section className="probe" aria-label="Test Configuration">
      <div className="probe-head">
        <h2>Test Configuration</h2>
        <span className="faint small">from this workstation</span>
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
            keys="Ctrl Enter"
            off={whyNotTestable(state)}
            onClick={() => void testMail(server.id)}
          >
            <Play size={12} aria-hidden="true" /> Test Configuration
          </Button>
        )}
      </div>
      <Envelope server={server} settings={settings} />
      {test.asksConsent ? <Consent server={server} settings={settings} /> : null}
      {other && !running ? (
        <p className="note edit">The result below belongs to other values than are on the screen now.</p>
      ) : null}
      <Outcome server={server} task={task} settings={test.tested?.settings ?? settings} />
    </section>
  );
}

/** What will be sent, from whom to whom, how protected: seen before anything goes out. */
function Envelope({ server, settings }: { server: ServerSummary; settings: ScreenSettings }) {
  const store = smtpTestOf(server.id);
  const { security, recipient } = store();
  const mapped = securityOf(settings.requiresSsl, settings.port);
  const inForce = securityInForce(settings, security);
  return (
    <div className="envelope">
      <FieldRow label="From">
        {({ id }) => (
          <output id={id} className="fact-value">
            {settings.fromEmail || '(empty)'}
          </output>
        )}
      </FieldRow>
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
          <p className="note">
            {inForce === mapped
              ? `What Requires SSL ${settings.requiresSsl ? 'on' : 'off'} with port ${settings.port || '(empty)'} stands for.`
              : `Requires SSL ${settings.requiresSsl ? 'on' : 'off'} with this port stands for ${mailSecurityLabels[mapped]}; this test uses another.`}
          </p>
        }
      >
        {({ id, describedBy }) => (
          <Choice<MailSecurity>
            id={id}
            describedBy={describedBy}
            label="Encryption"
            options={mailSecurities.map((value) => ({ value, text: mailSecurityLabels[value] }))}
            value={inForce}
            onChange={(next) => store.setState({ security: next === mapped ? undefined : next })}
          />
        )}
      </FieldRow>
    </div>
  );
}

function Consent({ server, settings }: { server: ServerSummary; settings: ScreenSettings }) {
  return (
    <section className="message warn" aria-label="The password would be readable">
      <Signal tone="warn" size={16} />
      <div>
        <h2>The password of {settings.userName} would go readable over the network.</h2>
        <p>
          The connection to {settings.host}:{settings.port} would not be encrypted. The Gluu Server itself would send it
          so.
        </p>
        <div className="message-actions">
          <Button onClick={() => void testMail(server.id, true)}>Send it readable, this once</Button>
          <Button onClick={() => smtpTestOf(server.id).setState({ asksConsent: false })}>Do not send</Button>
        </div>
      </div>
    </section>
  );
}

function Outcome({
  server,
  task,
  settings,
}: {
  server: ServerSummary;
  task: Task<MailTestOutcome>;
  settings: ScreenSettings;
}) {
  if (task.kind === 'idle') {
    return <StepList steps={mailSteps.map((name) => ({ name, state: 'waiting' }))} label="Stages of the test" />;
  }
  const steps = <StepList steps={task.steps} label="Stages of the test" />;
  if (task.kind === 'running') return steps;
  if (task.kind === 'failed') {
    return (
      <>
        {steps}
        <FailureNotice failure={task.failure}>
          {Object.values(task.failure.fields ?? {}).map((sentence) => (
            <span key={sentence}>{sentence}</span>
          ))}
        </FailureNotice>
      </>
    );
  }
  const outcome = task.value;
  if (outcome.kind === 'failed') {
    return (
      <>
        {steps}
        <FailureNotice failure={outcome.failure} />
        {outcome.failure.certificate ? <MailCertificate server={server} outcome={outcome} settings={settings} /> : null}
        <TranscriptView lines={outcome.transcript} />
      </>
    );
  }
  const { delivery } = outcome;
  return (
    <>
      {steps}
      <section className="message ok" aria-label="Result of the test">
        <Signal tone="ok" size={16} />
        <div>
          <h2>SMTP Test succeeded!</h2>
          <p>
            {settings.host} accepted the mail from {delivery.from} to {delivery.to} in {delivery.totalMs} ms,{' '}
            {delivery.tls ? `over ${delivery.tls.protocol}` : 'in clear text'},{' '}
            {delivery.login === 'done' ? 'logged in' : 'without a login'}.
          </p>
          {delivery.tls?.trust === 'pin' ? (
            <p>Its certificate is one you took, not one this computer trusts. Gluu may refuse it.</p>
          ) : null}
          <p>Accepted is not delivered: look in the inbox, spam included.</p>
          <p className="words">{delivery.reply}</p>
        </div>
      </section>
      <TranscriptView lines={delivery.transcript} />
    </>
  );
}

interface MailCertificateProps {
  server: ServerSummary;
  outcome: Extract<MailTestOutcome, { kind: 'failed' }>;
  settings: ScreenSettings;
}

/** The mail server's certificate, and the way to take exactly this one for tests from here. */
function MailCertificate({ server, outcome, settings }: MailCertificateProps) {
  const [trusted, setTrusted] = useState(false);
  const { certificate } = outcome.failure;
  if (!certificate) return null;
  async function trust(sha256: string) {
    const result = await invoke('smtp.trust', {
      serverId: server.id,
      host: settings.host,
      port: settings.port,
      sha256,
    });
    if (!result.ok) return;
    setTrusted(true);
    await loadServers();
  }
  return (
    <section className="certificate" aria-label="The certificate the mail server shows">
      <h3>The certificate {settings.host} shows</h3>
      <CertificateTable certificate={certificate} />
      <div className="pair">
        <Button off={trusted ? 'Taken. Test again.' : undefined} onClick={() => void trust(certificate.sha256)}>
          Trust this certificate for tests
        </Button>
      </div>
      <p className="note">
        This is for tests from this workstation only. It changes nothing on the Gluu Server, which may refuse such a
        certificate.
      </p>
    </section>
  );
}
