import { useEffect, useState } from 'react';
import { failureInShort } from '../../src-shared/messages/failure-texts';
import type { ServerSummary } from '../../src-shared/model/server';
import type { PersonSummary, TestLoginResult, TestUserEnd } from '../../src-shared/model/user';
import { message, type Message as Sentence } from '../../src-shared/texts/message';
import { byName } from '../../src-shared/users/by-name';
import { useWhyNotChanged, useWhyNotWritable } from '../servers/why-not-writable';
import type { Task } from '../state/task';
import { AsIs } from '../ui/as-is';
import { Button } from '../ui/button';
import { FailureNotice } from '../ui/failure-notice';
import { FieldRow, TextInput } from '../ui/field';
import layoutCss from '../ui/layout.module.css';
import { Message } from '../ui/message';
import { Signal } from '../ui/signal';
import { useSay, useTexts } from '../ui/texts-store';
import { WriteButton } from '../ui/write-button';
import { TypedNameField } from '../ui/write-fields';
import {
  createTestUser,
  findTestUsers,
  loginAs,
  removeTestUser,
  type TestUserDraft,
  testUsersOf,
} from './test-user-store';
import css from './users.module.css';
import { usersTabs } from './users-store';

const rows: { key: Exclude<keyof TestUserDraft, 'typedName'>; note?: Sentence }[] = [
  { key: 'givenName' },
  { key: 'sn' },
  { key: 'mail', note: message('users.test.mail.note') },
  { key: 'password', note: message('users.test.password.note') },
];

/** Makes a marked test user as oxTrust would, tries its login, and takes it away again with its requests. */
export function TestUserPanel({ server }: { server: ServerSummary }) {
  const { say, locale } = useTexts();
  const store = testUsersOf(server.id);
  const { draft, created, removal, leftovers } = store();
  useEffect(() => {
    if (store.getState().leftovers.kind === 'idle') void findTestUsers(server.id);
  }, [server.id, store]);
  const fields = created.kind === 'failed' ? created.failure.fields : undefined;
  const production = server.environment === 'production';
  const notWritable = useWhyNotWritable(server);
  const notTyped =
    production && draft.typedName !== server.name ? say('users.test.typeFirst', { server: server.name }) : undefined;
  const missing = notWritable ?? notTyped;
  const notCreated = useWhyNotChanged(server, 'testUser') ?? notTyped;
  return (
    <div className={`${layoutCss.pane} ${layoutCss.sheet}`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!notCreated) void createTestUser(server.id);
        }}
      >
        {rows.map(({ key, note }) => (
          <FieldRow
            key={key}
            label={say(`users.test.${key}`)}
            error={fields?.[key]}
            note={note ? <p className="note">{say(note)}</p> : undefined}
          >
            {(ids) => (
              <TextInput
                {...ids}
                type={key === 'password' ? 'password' : 'text'}
                value={draft[key]}
                onChange={(typed) => store.setState({ draft: { ...draft, [key]: typed } })}
              />
            )}
          </FieldRow>
        ))}
        {production ? (
          <TypedNameField
            value={draft.typedName}
            onChange={(typedName) => store.setState({ draft: { ...draft, typedName } })}
          />
        ) : null}
        <div className="pair">
          {created.kind === 'running' ? (
            <Button off={say('users.test.creating')}>{say('users.test.create')}</Button>
          ) : (
            <WriteButton server={server} off={notCreated} onClick={() => void createTestUser(server.id)}>
              {say('users.test.create')}
            </WriteButton>
          )}
        </div>
      </form>
      <End end={created} saved={message('users.test.created')} />
      <End end={removal} saved={message('users.test.removed')} />
      <h2>{say('users.test.on', { server: server.name })}</h2>
      {leftovers.kind === 'failed' ? <FailureNotice failure={leftovers.failure} /> : null}
      {leftovers.kind === 'done' && leftovers.value.people.length === 0 ? (
        <p className="note">{say('users.test.none')}</p>
      ) : null}
      {leftovers.kind === 'done' ? (
        <ul className={css.leftovers} aria-label={say(usersTabs.test)}>
          {byName(leftovers.value.people, locale).map((person) => (
            <Leftover key={person.dn} server={server} person={person} missing={missing} />
          ))}
        </ul>
      ) : null}
      {leftovers.kind === 'done' && leftovers.value.more ? (
        <p className="note">{say('users.test.more', { n: leftovers.value.people.length })}</p>
      ) : null}
    </div>
  );
}

function End({ end, saved }: { end: Task<TestUserEnd>; saved: Sentence }) {
  const say = useSay();
  if (end.kind === 'failed') return <FailureNotice failure={end.failure} />;
  if (end.kind !== 'done') return null;
  if (end.value.kind === 'unknown') {
    return (
      <FailureNotice failure={end.value.failure}>
        <b>{say('users.test.unknown')}</b>
      </FailureNotice>
    );
  }
  return <Message tone="ok" label={say('users.test.ended')} title={say(saved)} />;
}

interface LeftoverProps {
  server: ServerSummary;
  person: PersonSummary;
  missing: string | undefined;
}

function Leftover({ server, person, missing }: LeftoverProps) {
  const say = useSay();
  const [sure, setSure] = useState(false);
  const login = testUsersOf(server.id)(({ logins }) => logins[person.dn]);
  return (
    <li data-surface="leftover">
      <span>
        <AsIs>
          <b>{person.uid}</b> {person.mails.join(', ')}
        </AsIs>
      </span>
      <span className="pair">
        <Button small onClick={() => void loginAs(server.id, person.dn)}>
          {say('users.test.checkLogin')}
        </Button>
        {sure ? (
          <WriteButton server={server} small off={missing} onClick={() => void removeTestUser(server.id, person.dn)}>
            {say('users.test.removeNow', { uid: person.uid })}
          </WriteButton>
        ) : (
          <Button small onClick={() => setSure(true)}>
            {say('word.remove')}
          </Button>
        )}
      </span>
      {login ? <LoginEnd login={login} /> : null}
    </li>
  );
}

function LoginEnd({ login }: { login: Task<TestLoginResult> }) {
  const say = useSay();
  if (login.kind === 'failed') return <FailureNotice failure={login.failure} />;
  if (login.kind !== 'done') return null;
  const { value } = login;
  return (
    <p className="with-icon">
      <Signal tone={value.loggedIn ? 'ok' : 'bad'} />
      {say(value.loggedIn ? message('users.test.loggedIn', { who: value.boundAs }) : failureInShort(value.failure))}
    </p>
  );
}
