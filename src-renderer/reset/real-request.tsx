import { useState } from 'react';
import { exactDuration } from '../../src-shared/base/duration';
import type { ResetPreview } from '../../src-shared/model/reset';
import type { ServerSummary } from '../../src-shared/model/server';
import { message } from '../../src-shared/texts/message';
import organizationCss from '../organization/organization.module.css';
import { useWhyNotChanged } from '../servers/why-not-writable';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { EnvironmentBand } from '../ui/environment';
import { FailureNotice } from '../ui/failure-notice';
import { Signal } from '../ui/signal';
import { StepList } from '../ui/step-list';
import { useSay, useTexts } from '../ui/texts-store';
import { WriteButton } from '../ui/write-button';
import { ReasonField, TypedNameField } from '../ui/write-fields';
import { requestReset, resetOf, withdraw } from './reset-store';

/** The real thing, on a word: one request entry and the mail with the working link; and its way back. */
export function RealRequest({ server, preview }: { server: ServerSummary; preview: ResetPreview }) {
  const { say, words } = useTexts();
  const { request, withdrawal, run, to } = resetOf(server.id)();
  const [asking, setAsking] = useState(false);
  const own = preview.person.mails.some((mail) => mail.toLowerCase() === to.trim().toLowerCase());
  const off =
    useWhyNotChanged(server, 'resetRequest') ??
    preview.problems[0] ??
    preview.requestProblems[0] ??
    (own ? undefined : message('reset.problem.ownAddressOnly'));
  const outcome = request.kind === 'done' ? request.value : undefined;
  return (
    <section aria-label={say('reset.request.title')}>
      <h2>{say('reset.request.title')}</h2>
      <p className="note">
        {say('reset.request.note', { duration: exactDuration(preview.lifetimeSeconds) })}
        {preview.wouldSupersede > 0 ? ` ${say('reset.request.supersedes', { n: preview.wouldSupersede })}` : ''}
      </p>
      <div className="pair">
        {request.kind === 'running' ? (
          <span className="running-line">{say('reset.request.running')}</span>
        ) : (
          <Button off={off && words(off)} onClick={() => setAsking(true)}>
            {say('reset.request.start')}
          </Button>
        )}
        {run?.canWithdraw ? (
          <Button onClick={() => void withdraw(server.id, run.id)}>{say('reset.request.withdraw')}</Button>
        ) : null}
      </div>
      {request.kind === 'running' ? <StepList steps={request.steps} label={say('reset.task.request')} /> : null}
      {request.kind === 'failed' ? <FailureNotice failure={request.failure} /> : null}
      {outcome?.failure ? <FailureNotice failure={outcome.failure} /> : null}
      {outcome?.kind === 'written' ? (
        <>
          {outcome.link ? (
            <p className="with-icon">
              <Signal tone={outcome.link.good ? 'ok' : 'bad'} />
              {say(outcome.link.text)}
            </p>
          ) : null}
          {outcome.notes.map((note) => (
            <p key={note.id} className="note">
              {say(note)}
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
  const say = useSay();
  const { to } = resetOf(server.id)();
  const [typedName, setTypedName] = useState('');
  const [reason, setReason] = useState('');
  const isNamed = !preview.typeName || typedName === server.name;
  return (
    <Dialog
      title={say('reset.request.confirm', { person: preview.person.name })}
      band={<EnvironmentBand environment={server.environment} name={server.name} host={server.host} />}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose} keys="Esc">
            {say('word.cancel')}
          </Button>
          <WriteButton
            server={server}
            off={isNamed ? undefined : say('reset.typeName', { server: server.name })}
            onClick={() => {
              onClose();
              void requestReset(server.id, typedName, reason);
            }}
          >
            {say('reset.request.on', { server: server.name })}
          </WriteButton>
        </>
      }
    >
      <p>{say('reset.request.effect', { to })}</p>
      <div className={organizationCss.plan}>
        <ReasonField value={reason} onChange={setReason} />
        {preview.typeName ? <TypedNameField value={typedName} onChange={setTypedName} /> : null}
      </div>
    </Dialog>
  );
}
