import { type RefObject, useEffect, useRef } from 'react';
import type { ServerSummary } from '../../src-shared/model/server';
import type { UserPage } from '../../src-shared/model/user';
import { message } from '../../src-shared/texts/message';
import { byName, nameOf } from '../../src-shared/users/by-name';
import { isCancelled, type Task } from '../state/task';
import { Button } from '../ui/button';
import { Cut } from '../ui/cut';
import { FailureNotice } from '../ui/failure-notice';
import { FieldRow, TextInput } from '../ui/field';
import { useSay, useTexts } from '../ui/texts-store';
import { useRovingRows } from '../ui/use-roving-rows';
import { Further } from '../users/further';
import usersCss from '../users/users.module.css';
import { usersOf } from '../users/users-store';
import { findFurther, findPeople, findTyped, pickerOf, takePerson } from './person-picker-store';
import css from './reset.module.css';

/** Asks whose reset is tested: an address as a user types it, or a name or uid, whose people are listed to choose from. */
export function PersonPicker({ server }: { server: ServerSummary }) {
  const say = useSay();
  const store = pickerOf(server.id);
  const { text, search, further } = store();
  const { address, addressMissing, pick } = usersOf(server.id)();
  const people = useRef<HTMLUListElement>(null);
  useEffect(() => {
    // The people of the demo are there to be tried; a server of one's own is searched for what is typed.
    const atRest = store.getState().search.kind === 'idle' && usersOf(server.id).getState().address === '';
    if (server.demo && atRest) void findPeople(server.id, '');
  }, [server, store]);
  const running = [search, pick].find((task) => task.kind === 'running');
  return (
    <>
      <form
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') people.current?.querySelector<HTMLElement>('[data-roving]')?.focus();
        }}
        onSubmit={(event) => {
          event.preventDefault();
          void findTyped(server.id);
        }}
      >
        <FieldRow
          label={say('reset.person.label')}
          error={addressMissing ? message('reset.person.missing') : undefined}
          note={<p className="note">{say('reset.person.note')}</p>}
        >
          {(ids) => (
            <TextInput
              {...ids}
              value={text ?? address}
              placeholder={say('reset.person.placeholder')}
              onChange={(typed) => {
                store.setState({ text: typed });
                usersOf(server.id).setState({ addressMissing: false });
              }}
            />
          )}
        </FieldRow>
        {running?.kind === 'running' ? (
          <Button onClick={running.cancel}>{say('word.cancel')}</Button>
        ) : (
          <Button type="submit" look={pick.kind === 'done' ? 'plain' : 'main'}>
            {say('reset.person.find')}
          </Button>
        )}
      </form>
      {search.kind === 'failed' ? <FailureNotice failure={search.failure} /> : null}
      {search.kind === 'done' ? <Found server={server} page={search.value} further={further} list={people} /> : null}
      {further.kind === 'failed' && !isCancelled(further) ? <FailureNotice failure={further.failure} /> : null}
      {pick.kind === 'failed' ? <FailureNotice failure={pick.failure} /> : null}
    </>
  );
}

interface FoundProps {
  server: ServerSummary;
  page: UserPage;
  further: Task<UserPage>;
  list: RefObject<HTMLUListElement | null>;
}

/** The people who were found, one stop of Tab: arrows and the beginning of a name move in it, Enter takes one. */
function Found({ server, page, further, list }: FoundProps) {
  const { say, locale } = useTexts();
  const others = further.kind === 'done' ? further.value : undefined;
  const people = [...byName(page.people, locale), ...byName(others?.people ?? [], locale)];
  const next = others ? others.next : page.next;
  const rows = people.map((person) => ({ key: person.dn, name: nameOf(person) }));
  const { stop, props } = useRovingRows(list, rows, undefined);
  if (page.people.length === 0) return <p role="status">{say('reset.person.nobody')}</p>;
  return (
    <>
      <ul ref={list} className={css.found} aria-label={say('reset.person.found')} {...props}>
        {people.map((person, at) => (
          <li key={person.dn} data-row={at}>
            <button
              type="button"
              className={`row ${usersCss.person}`}
              data-roving
              tabIndex={person.dn === stop ? 0 : -1}
              aria-disabled={person.mails.length === 0 ? true : undefined}
              onClick={() => void takePerson(server.id, person)}
            >
              <Cut strong translate="no" text={nameOf(person)} />
              {person.mails[0] ? (
                <Cut translate="no" text={`${person.uid}, ${person.mails[0]}`} />
              ) : (
                <Cut text={say('reset.person.noAddress', { uid: person.uid })} />
              )}
            </button>
          </li>
        ))}
      </ul>
      {page.onlyExact && !others ? (
        <p className="note" role="status">
          <Further task={further} look={() => void findFurther(server.id)} />
        </p>
      ) : next === undefined ? null : (
        <p className="note">{say('reset.person.more')}</p>
      )}
    </>
  );
}
