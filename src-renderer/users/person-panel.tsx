import { momentText } from '../../src-shared/base/moment';
import type { ServerSummary } from '../../src-shared/model/server';
import type { Person } from '../../src-shared/model/user';
import type { Task } from '../state/task';
import { Button } from '../ui/button';
import factsCss from '../ui/facts.module.css';
import { FailureNotice } from '../ui/failure-notice';
import layoutCss from '../ui/layout.module.css';
import css from './users.module.css';
import { pickFor, usersOf } from './users-store';

const questions: Record<Person['secretQuestion'], string> = {
  set: 'set: the reset page asks for the answer',
  questionOnly: 'a question without an answer: it is not asked',
  none: 'none',
};

/** One person: addresses, status, what the reset page will ask. Never an answer and never a password. */
export function PersonPanel({ server, person }: { server: ServerSummary; person: Task<Person> }) {
  if (person.kind === 'idle') {
    return (
      <aside className={`${layoutCss.pane} ${layoutCss.aside}`} aria-label="Person">
        <p className="faint">Choose a person to see their addresses.</p>
      </aside>
    );
  }
  if (person.kind === 'running')
    return (
      <aside className={`${layoutCss.pane} ${layoutCss.aside}`} aria-label="Person">
        <p className="faint">Reading</p>
      </aside>
    );
  if (person.kind === 'failed')
    return (
      <aside className={`${layoutCss.pane} ${layoutCss.aside}`} aria-label="Person">
        <FailureNotice failure={person.failure} />
      </aside>
    );
  const one = person.value;
  return (
    <aside className={`${layoutCss.pane} ${layoutCss.aside}`} aria-label="Person">
      <h2>{one.displayName || one.uid}</h2>
      <dl className={factsCss.facts}>
        <dt>uid</dt>
        <dd>{one.uid}</dd>
        <dt>Name</dt>
        <dd>
          {one.givenName} {one.sn}
        </dd>
        <dt>Mail</dt>
        <dd>
          {one.mails.length === 0 ? 'none: a reset mail cannot reach this person' : null}
          {one.mails.map((mail) => (
            <span key={mail} className={css.mail}>
              {mail}{' '}
              <Button
                small
                onClick={() => {
                  usersOf(server.id).setState({ tab: 'pick' });
                  void pickFor(server.id, mail);
                }}
              >
                Who gets the mail
              </Button>
            </span>
          ))}
          {one.moreMails > 0 ? `and ${one.moreMails} more` : ''}
        </dd>
        <dt>Status</dt>
        <dd>{one.status || 'none'}</dd>
        <dt>Question</dt>
        <dd>{questions[one.secretQuestion]}</dd>
        <dt>Groups</dt>
        <dd>
          {one.groups.join(', ') || 'none'}
          {one.moreGroups > 0 ? ` and ${one.moreGroups} more` : ''}
        </dd>
        <dt>inum</dt>
        <dd className="mono">{one.inum}</dd>
        {one.created ? (
          <>
            <dt>Created</dt>
            <dd>{momentText(one.created)}</dd>
          </>
        ) : null}
        {one.updated ? (
          <>
            <dt>Changed</dt>
            <dd>{momentText(one.updated)}</dd>
          </>
        ) : null}
      </dl>
    </aside>
  );
}
