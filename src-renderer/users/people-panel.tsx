import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { countedPeople } from '../../src-shared/base/counted';
import type { ServerSummary } from '../../src-shared/model/server';
import { nameOf } from '../../src-shared/users/by-name';
import { Button } from '../ui/button';
import { FailureNotice } from '../ui/failure-notice';
import { TextInput } from '../ui/field';
import layoutCss from '../ui/layout.module.css';
import { Pick } from '../ui/pick';
import { PersonPanel } from './person-panel';
import css from './users.module.css';
import { openPerson, searchPeople, usersOf } from './users-store';

const ROW = 44;

/** Search and list. Only the rows in sight exist, so a hundred thousand people scroll like fifty. */
export function PeoplePanel({ server }: { server: ServerSummary }) {
  const store = usersOf(server.id);
  const { text, anywhere, search, people, next, found, person } = store();
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
            Search people
          </label>
          <TextInput
            id="people-text"
            describedBy="people-note"
            invalid={false}
            value={text}
            placeholder="uid, mail, name or inum"
            onChange={(typed) => store.setState({ text: typed })}
          />
          {running ? (
            <Button onClick={running.cancel}>Cancel</Button>
          ) : (
            <Button type="submit" look="main">
              Search
            </Button>
          )}
        </form>
        <Pick checked={anywhere} onChange={(isChosen) => store.setState({ anywhere: isChosen })}>
          Match inside words too (slow on large servers)
        </Pick>
        <p id="people-note" className="note" role="status">
          {running
            ? 'Searching'
            : search.kind === 'done' && found
              ? `${countedPeople(people.length)}${next === undefined ? '' : ', more exist'}${found.text ? ` for “${found.text}”` : ''}`
              : ''}
        </p>
        {search.kind === 'failed' ? <FailureNotice failure={search.failure} /> : null}
        <PeopleList server={server} />
      </div>
      <PersonPanel server={server} person={person} />
    </div>
  );
}

function PeopleList({ server }: { server: ServerSummary }) {
  const { people, next, person } = usersOf(server.id)();
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
    <section ref={frame} className={css.list} tabIndex={0} aria-label="People found">
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
                  <b className="cut">{nameOf(one)}</b>
                  <span className="cut">
                    {one.uid}
                    {one.mails.length > 0 ? `, ${one.mails.join(', ')}` : ', no mail'}
                    {one.moreMails > 0 ? ` and ${one.moreMails} more` : ''}
                  </span>
                  <span className={one.status === 'active' ? 'faint' : 'warn'}>{one.status || 'no status'}</span>
                </button>
              ) : (
                <Button small onClick={() => void searchPeople(server.id, true)}>
                  Show more
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
