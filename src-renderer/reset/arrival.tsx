import { useEffect } from 'react';
import { roughDuration } from '../../src-shared/base/duration';
import type { FoundMessage } from '../../src-shared/model/mailbox';
import { arrivals, type ResetRunView } from '../../src-shared/model/reset';
import type { ServerSummary } from '../../src-shared/model/server';
import { type Message, message } from '../../src-shared/texts/message';
import { show } from '../state/app-store';
import { Button } from '../ui/button';
import { Details } from '../ui/details';
import { FailureNotice } from '../ui/failure-notice';
import { StepList } from '../ui/step-list';
import { useSay } from '../ui/texts-store';
import { MailboxForm } from './mailbox-form';
import { loadMailbox, useMailbox } from './mailbox-store';
import { lookInMailbox, reportArrival, resetOf } from './reset-store';

/** Whether the mail arrived: found in the mailbox that was set up, or reported by the user. */
export function Arrival({ server, run }: { server: ServerSummary; run: ResetRunView }) {
  const { mailbox: task } = resetOf(server.id)();
  const { view, editing } = useMailbox();
  const say = useSay();
  useEffect(() => {
    if (!server.demo) void loadMailbox();
  }, [server.demo]);
  if (run.mail !== 'accepted') return null;
  return (
    <section aria-label={say('reset.arrival.title')}>
      <h3>{say('reset.arrival.title')}</h3>
      <p className="note">{say('reset.arrival.look', { token: run.token, address: run.to })}</p>
      <div className="pair">
        {arrivals.map((where) => (
          <Button key={where} small onClick={() => void reportArrival(server.id, run.id, where)}>
            {say(`reset.arrival.${where}`)}
          </Button>
        ))}
        {task.kind === 'running' ? (
          <Button small onClick={task.cancel}>
            {say('word.cancel')}
          </Button>
        ) : server.demo ? (
          <Button small look="main" onClick={() => show({ kind: 'inbox' })}>
            {say('reset.arrival.demoInbox')}
          </Button>
        ) : view ? (
          <Button small look={editing ? 'plain' : 'main'} onClick={() => void lookInMailbox(server.id, run)}>
            {say('reset.arrival.lookIn', { user: view.account.user })}
          </Button>
        ) : null}
        {server.demo ? null : (
          <Button small onClick={() => useMailbox.setState({ editing: !editing })}>
            {say(view ? 'reset.arrival.changeMailbox' : 'reset.arrival.setUpMailbox')}
          </Button>
        )}
      </div>
      {editing && !server.demo ? <MailboxForm /> : null}
      {task.kind === 'running' ? <StepList steps={task.steps} label={say('reset.arrival.looking')} /> : null}
      {task.kind === 'failed' ? <FailureNotice failure={task.failure} /> : null}
      {task.kind === 'done' ? (
        <p role="status">
          {task.value.kind === 'found'
            ? say('reset.arrival.found', {
                folder: task.value.folder.path,
                duration: roughDuration(task.value.afterMs),
              })
            : say('reset.arrival.notFound', { duration: roughDuration(task.value.waitedMs) })}
        </p>
      ) : null}
      {task.kind === 'done' && task.value.kind === 'found' ? <Headers headers={task.value.headers} /> : null}
    </section>
  );
}

/** What the headers of the mail say: of its sender, and of its way from server to server. */
function Headers({ headers: { checks, notes, hops, wayMs = 0 } }: { headers: FoundMessage['headers'] }) {
  const say = useSay();
  const all = (sentences: readonly Message[]) => say(sentences);
  const servers = message('reset.arrival.servers', { n: hops.length });
  const took = wayMs < 1000 ? [] : [message('mailbox.hop.took', { duration: roughDuration(wayMs) })];
  return (
    <>
      <ul className="bullets" aria-label={say('reset.arrival.headers')}>
        {[...checks.map(({ words }) => all(words)), ...notes.map((note) => say(note))].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Details label={all([servers, ...took])}>
        <ol className="bullets">
          {hops.map(({ words }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the hops of a mail stay as they are
            <li key={index}>{all(words)}</li>
          ))}
        </ol>
      </Details>
    </>
  );
}
