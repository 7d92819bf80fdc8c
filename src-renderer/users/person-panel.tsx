import type { ServerSummary } from '../../src-shared/model/server';
import type { Person } from '../../src-shared/model/user';
import { type Message, message } from '../../src-shared/texts/message';
import type { Task } from '../state/task';
import { AsIs } from '../ui/as-is';
import { Button } from '../ui/button';
import factsCss from '../ui/facts.module.css';
import { FailureNotice } from '../ui/failure-notice';
import layoutCss from '../ui/layout.module.css';
import { useSay, useTexts } from '../ui/texts-store';
import css from './users.module.css';
import { pickFor, usersOf, usersTabs } from './users-store';

const questionWords = {
  set: message('users.person.question.set'),
  questionOnly: message('users.person.question.questionOnly'),
  none: message('users.person.none'),
} as const satisfies Record<Person['secretQuestion'], Message>;

/** One person: addresses, status, what the reset page will ask. Never an answer and never a password. */
export function PersonPanel({ server, person }: { server: ServerSummary; person: Task<Person> }) {
  const say = useSay();
  return (
    <aside className={`${layoutCss.pane} ${layoutCss.aside}`} aria-label={say('users.person')}>
      {person.kind === 'idle' ? <p className="faint">{say('users.person.choose')}</p> : null}
      {person.kind === 'running' ? <p className="faint">{say('users.person.reading')}</p> : null}
      {person.kind === 'failed' ? <FailureNotice failure={person.failure} /> : null}
      {person.kind === 'done' ? <Facts server={server} person={person.value} /> : null}
    </aside>
  );
}

function Facts({ server, person: one }: { server: ServerSummary; person: Person }) {
  const { say, when } = useTexts();
  const groups = { groups: { list: one.groups, as: 'plain' }, n: one.moreGroups } as const;
  return (
    <>
      <h2 translate="no">{one.displayName || one.uid}</h2>
      <dl className={factsCss.facts}>
        <dt translate="no">uid</dt>
        <dd translate="no">{one.uid}</dd>
        <dt>{say('users.person.name')}</dt>
        <dd translate="no">
          {one.givenName} {one.sn}
        </dd>
        <dt>{say('users.person.mail')}</dt>
        <dd>
          {one.mails.length === 0 ? say('users.person.noMail') : null}
          {one.mails.map((mail) => (
            <span key={mail} className={css.mail}>
              <AsIs>{mail}</AsIs>{' '}
              <Button
                small
                onClick={() => {
                  usersOf(server.id).setState({ tab: 'pick' });
                  void pickFor(server.id, mail);
                }}
              >
                {say(usersTabs.pick)}
              </Button>
            </span>
          ))}
          {one.moreMails > 0 ? say('users.person.moreMails', { n: one.moreMails }) : ''}
        </dd>
        <dt>{say('users.person.status')}</dt>
        <dd>{one.status ? <AsIs>{one.status}</AsIs> : say('users.person.none')}</dd>
        <dt>{say('users.person.question')}</dt>
        <dd>{say(questionWords[one.secretQuestion])}</dd>
        <dt>{say('users.person.groups')}</dt>
        <dd>{one.groups.length === 0 ? say('users.person.none') : say('users.person.someGroups', groups)}</dd>
        <dt translate="no">inum</dt>
        <dd className="mono" translate="no">
          {one.inum}
        </dd>
        {one.created ? (
          <>
            <dt>{say('users.person.created')}</dt>
            <dd>{when({ at: one.created, as: 'moment' })}</dd>
          </>
        ) : null}
        {one.updated ? (
          <>
            <dt>{say('users.person.changed')}</dt>
            <dd>{when({ at: one.updated, as: 'moment' })}</dd>
          </>
        ) : null}
      </dl>
    </>
  );
}
