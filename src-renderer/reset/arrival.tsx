import { useEffect } from 'react';
import { counted } from '../../src-shared/base/counted';
import type { ResetRunView } from '../../src-shared/model/reset';
import type { ServerSummary } from '../../src-shared/model/server';
import { show } from '../state/app-store';
import { Button } from '../ui/button';
import { FailureNotice } from '../ui/failure-notice';
import { StepList } from '../ui/step-list';
import { MailboxForm } from './mailbox-form';
import { loadMailbox, useMailbox } from './mailbox-store';
import { lookInMailbox, reportArrival, resetOf } from './reset-store';

/** Whether the mail arrived: found in the mailbox that was set up, or told by the user. */
export function Arrival({ server, run }: { server: ServerSummary; run: ResetRunView }) {
  const { mailbox: task } = resetOf(server.id)();
  const { view, editing } = useMailbox();
  useEffect(() => {
    if (!server.demo) void loadMailbox();
  }, [server.demo]);
  if (run.mail !== 'accepted') return null;
  return (
    <section aria-label="Did it arrive">
      <h3>Did it arrive?</h3>
      <p className="note">
        Look for {run.token} in {run.to}, spam included. Accepted is not delivered.
      </p>
      <div className="pair">
        <Button small onClick={() => void reportArrival(server.id, run.id, 'inbox')}>
          Arrived
        </Button>
        <Button small onClick={() => void reportArrival(server.id, run.id, 'spam')}>
          In spam
        </Button>
        <Button small onClick={() => void reportArrival(server.id, run.id, 'notYet')}>
          Not there yet
        </Button>
        {task.kind === 'running' ? (
          <Button small onClick={task.cancel}>
            Cancel
          </Button>
        ) : server.demo ? (
          <Button small look="main" onClick={() => show({ kind: 'inbox' })}>
            Open the demo inbox
          </Button>
        ) : view ? (
          <Button small look="main" onClick={() => void lookInMailbox(server.id, run)}>
            Look in {view.account.user}
          </Button>
        ) : null}
        {server.demo ? null : (
          <Button small onClick={() => useMailbox.setState({ editing: !editing })}>
            {view ? 'Change the mailbox' : 'Set up a mailbox (IMAP)'}
          </Button>
        )}
      </div>
      {editing && !server.demo ? <MailboxForm /> : null}
      {task.kind === 'running' ? <StepList steps={task.steps} label="Looking in the mailbox" /> : null}
      {task.kind === 'failed' ? <FailureNotice failure={task.failure} /> : null}
      {task.kind === 'done' ? (
        <p role="status">
          {task.value.kind === 'found'
            ? `Found in ${task.value.folder.path} after ${Math.round(task.value.afterMs / 1000)} s.`
            : `Not there after ${Math.round(task.value.waitedMs / 1000)} s.`}
        </p>
      ) : null}
      {task.kind === 'done' && task.value.kind === 'found' ? (
        <ul className="bullets" aria-label="What the headers say">
          {[...task.value.headers.checks.map(({ words }) => words), ...task.value.headers.notes].map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
          <li>
            {counted(task.value.headers.hops.length, 'server')} on the way
            {task.value.headers.wayMs === undefined ? '' : `, ${Math.round(task.value.headers.wayMs / 1000)} s`}.
          </li>
        </ul>
      ) : null}
    </section>
  );
}
