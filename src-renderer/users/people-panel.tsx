import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import type { ServerSummary } from '../../src-shared/model/server';
import type { PersonSummary } from '../../src-shared/model/user';
import { type Message, message } from '../../src-shared/texts/message';
import { nameOf } from '../../src-shared/users/by-name';
import { isCancelled } from '../state/task';
import { AsIs } from '../ui/as-is';
import { Button } from '../ui/button';
import { Cut } from '../ui/cut';
import { FailureNotice } from '../ui/failure-notice';
import { TextInput } from '../ui/field';
import layoutCss from '../ui/layout.module.css';
import { Pick } from '../ui/pick';
import { useSay, useTexts } from '../ui/texts-store';
import { Further } from './further';
import { PersonPanel } from './person-panel';
import css from './users.module.css';
import { foundByName, isOnlyExact, openPerson, searchPeople, type UsersState, usersOf } from './users-store';

const ROW = 44;

/** Search and list. Only the rows in sight exist, so a hundred thousand people scroll like fifty. */
export function PeoplePanel({ server }: { server: ServerSummary }) {
  const say = useSay();
  const store = usersOf(server.id);
  const state = store();
  const { text, anywhere, search, further, person } = state;
  useEffect(() => {
    if (store.getState().search.kind === 'idle') void searchPeople(server.id);
  }, [server.id, store]);
  const running = search.kind === 'running' ? search : undefined;
  return (
    <div className={layoutCss.split}>
      <div className={css.found}>
        <form
          className={css.search}
          onSubmit={(event) => {
            event.preventDefault();
            void searchPeople(server.id);
          }}
        >
          <label className="unseen" htmlFor="people-text">
            {say('users.people.search')}
          </label>
          <TextInput
            id="people-text"
            describedBy="people-note"
            invalid={false}
            value={text}
            placeholder={say('users.people.placeholder')}
            onChange={(typed) => store.setState({ text: typed })}
          />
          {running ? (
            <Button onClick={running.cancel}>{say('word.cancel')}</Button>
          ) : (
            <Button type="submit" look="main">
              {say('users.people.start')}
            </Button>
          )}
        </form>
        <Pick checked={anywhere} onChange={(isChosen) => store.setState({ anywhere: isChosen })}>
          {say('users.people.anywhere')}
        </Pick>
        <p id="people-note" className="note" role="status">
          {running ? say('users.people.searching') : search.kind === 'done' ? say(foundWords(state)) : ''}
        </p>
        {search.kind === 'failed' ? <FailureNotice failure={search.failure} /> : null}
        {further.kind === 'failed' && !isCancelled(further) ? <FailureNotice failure={further.failure} /> : null}
        <PeopleList server={server} />
      </div>
      <PersonPanel server={server} person={person} />
    </div>
  );
}

/** How many people were found, for what, and whether there are more, as far as that is known. */
function foundWords(state: UsersState): Message[] {
  const { people, found, next, further } = state;
  const [n, text] = [people.length, found?.text ?? ''];
  if (isOnlyExact(state)) {
    const isLooking = further.kind === 'running';
    const rest = message(isLooking ? 'users.people.lookingFurther' : 'users.people.onlyExact');
    return [message('users.people.exactFor', { n, text }), rest];
  }
  return [
    text === '' ? message('users.people.found', { n }) : message('users.people.foundFor', { n, text }),
    ...(next === undefined ? [] : [message('users.people.moreExist')]),
  ];
}

/** The uid of a person, and their addresses. */
const mailWords = ({ uid, mails, moreMails: n }: PersonSummary): Message =>
  mails.length === 0
    ? message('users.people.noMail', { uid })
    : message('users.people.mails', { uid, n, mails: { list: mails, as: 'plain' } });

function PeopleList({ server }: { server: ServerSummary }) {
  const { say, locale } = useTexts();
  const { people: asRead, next, person, exact, further } = usersOf(server.id)();
  const people = useMemo(() => foundByName({ people: asRead, exact }, locale), [asRead, exact, locale]);
  const frame = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: people.length + (next === undefined ? 0 : 1),
    getScrollElement: () => frame.current,
    estimateSize: () => ROW,
    overscan: 6,
  });
  const open = person.kind === 'done' ? person.value.dn : '';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by key (WCAG 2.1.1)
    <section ref={frame} className={css.list} tabIndex={0} aria-label={say('users.people.list')}>
      <ul style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const one = people[index];
          return (
            <li key={index} style={{ transform: `translateY(${start}px)` }}>
              {one ? (
                <button
                  type="button"
                  className={`row ${css.person}`}
                  aria-current={one.dn === open || undefined}
                  onClick={() => void openPerson(server.id, one.dn)}
                >
                  <Cut strong translate="no" text={nameOf(one)} />
                  <Cut text={say(mailWords(one))} />
                  <span className={one.status === 'active' ? 'faint' : 'warn'}>
                    {one.status ? <AsIs>{one.status}</AsIs> : say('users.people.noStatus')}
                  </span>
                </button>
              ) : (
                <Further task={further} look={() => void searchPeople(server.id, true)} />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
