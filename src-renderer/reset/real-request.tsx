import { useState } from 'react';
import type { ResetPreview } from '../../src-shared/model/reset';
import type { ServerSummary } from '../../src-shared/model/server';
import organizationCss from '../organization/organization.module.css';
import { useWhyNotChanged } from '../servers/why-not-writable';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { EnvironmentBand } from '../ui/environment';
import { FailureNotice } from '../ui/failure-notice';
import { Signal } from '../ui/signal';
import { StepList } from '../ui/step-list';
import { WriteButton } from '../ui/write-button';
import { ReasonField, TypedNameField } from '../ui/write-fields';
import { inWords } from './mail-preview';
import { requestReset, resetOf, withdraw } from './reset-store';

/** The real thing, on a word: one request entry and the mail with the working link; and its way back. */
export function RealRequest({ server, preview }: { server: ServerSummary; preview: ResetPreview }) {
  const { request, withdrawal, run, to } = resetOf(server.id)();
  const [asking, setAsking] = useState(false);
  const own = preview.person.mails.some((mail) => mail.toLowerCase() === to.trim().toLowerCase());
  const off =
    useWhyNotChanged(server, 'resetRequest') ??
    preview.problems[0] ??
    preview.requestProblems[0] ??
    (own ? undefined : 'It goes to one of the person’s own addresses only.');
  const outcome = request.kind === 'done' ? request.value : undefined;
  return (
    <section aria-label="Real request">
      <h2>Real request</h2>
      <p className="note">
        Writes one request entry as Gluu does, and sends the mail with the link that works for{' '}
        {inWords(preview.lifetimeSeconds)}. It can be withdrawn.
        {preview.wouldSupersede > 0 ? ` ${preview.wouldSupersede} earlier requests of this person stop working.` : ''}
      </p>
      <div className="pair">
        {request.kind === 'running' ? (
          <span className="running-line">Writing and sending</span>
        ) : (
          <Button off={off} onClick={() => setAsking(true)}>
            Start the real request
          </Button>
        )}
        {run?.canWithdraw ? <Button onClick={() => void withdraw(server.id, run.id)}>Withdraw it</Button> : null}
      </div>
      {request.kind === 'running' ? <StepList steps={request.steps} label="Requesting a reset" /> : null}
      {request.kind === 'failed' ? <FailureNotice failure={request.failure} /> : null}
      {outcome?.failure ? <FailureNotice failure={outcome.failure} /> : null}
      {outcome?.kind === 'written' ? (
        <>
          {outcome.link ? (
            <p className="with-icon">
              <Signal tone={outcome.link.good ? 'ok' : 'bad'} />
              {outcome.link.text}
            </p>
          ) : null}
          {outcome.notes.map((note) => (
            <p key={note} className="note">
              {note}
            </p>
          ))}
        </>
      ) : null}
      {withdrawal.kind === 'failed' ? <FailureNotice failure={withdrawal.failure} /> : null}
      {withdrawal.kind === 'done' && 'failure' in withdrawal.value ? (
        <FailureNotice failure={withdrawal.value.failure} />
      ) : null}
      {asking ? <Confirm server={server} preview={preview} onClose={() => setAsking(false)} /> : null}
    </section>
  );
}

interface ConfirmProps {
  server: ServerSummary;
  preview: ResetPreview;
  onClose(): void;
}

function Confirm({ server, preview, onClose }: ConfirmProps) {
  const { to } = resetOf(server.id)();
  const [typedName, setTypedName] = useState('');
  const [reason, setReason] = useState('');
  const missing = preview.typeName && typedName !== server.name ? `Type ${server.name} above.` : undefined;
  return (
    <Dialog
      title={`Request a reset for ${preview.person.name}`}
      band={<EnvironmentBand environment={server.environment} name={server.name} host={server.host} />}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose} keys="Esc">
            Cancel
          </Button>
          <WriteButton
            server={server}
            off={missing}
            onClick={() => {
              onClose();
              void requestReset(server.id, typedName, reason);
            }}
          >
            Request on {server.name}
          </WriteButton>
        </>
      }
    >
      <p>
        Writes one entry below ou=resetPasswordRequests, and sends the mail to {to}. Whoever reads it can set the
        password.
      </p>
      <div className={organizationCss.plan}>
        <ReasonField value={reason} onChange={setReason} />
        {preview.typeName ? <TypedNameField value={typedName} onChange={setTypedName} /> : null}
      </div>
    </Dialog>
  );
}
