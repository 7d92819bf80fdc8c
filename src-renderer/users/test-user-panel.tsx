import { useEffect, useState } from 'react';
import type { ServerSummary } from '../../src-shared/model/server';
import type { PersonSummary, TestLoginResult, TestUserEnd } from '../../src-shared/model/user';
import { byName } from '../../src-shared/users/by-name';
import { useWhyNotChanged, useWhyNotWritable } from '../servers/why-not-writable';
import type { Task } from '../state/task';
import { Button } from '../ui/button';
import { FailureNotice } from '../ui/failure-notice';
import { FieldRow, TextInput } from '../ui/field';
import layoutCss from '../ui/layout.module.css';
import { Message } from '../ui/message';
import { Signal } from '../ui/signal';
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

const rows: { key: keyof TestUserDraft; label: string; note?: string }[] = [
  { key: 'givenName', label: 'First name' },
  { key: 'sn', label: 'Last name' },
  { key: 'mail', label: 'Mail address', note: 'Where the reset mail is to arrive.' },
  {
    key: 'password',
    label: 'Password',
    note: 'Leave empty to generate one. It is used for the login check and never shown.',
  },
];

/** Makes a marked test user as oxTrust would, tries its login, and takes it away again with its requests. */
export function TestUserPanel({ server }: { server: ServerSummary }) {
  const store = testUsersOf(server.id);
  const { draft, created, removal, leftovers } = store();
  useEffect(() => {
    if (store.getState().leftovers.kind === 'idle') void findTestUsers(server.id);
  }, [server.id, store]);
  const fields = created.kind === 'failed' ? created.failure.fields : undefined;
  const production = server.environment === 'production';
  const notWritable = useWhyNotWritable(server);
  const notTyped = production && draft.typedName !== server.name ? `Type ${server.name} above.` : undefined;
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
        {rows.map(({ key, label, note }) => (
          <FieldRow
            key={key}
            label={label}
            error={fields?.[key]}
            note={note ? <p className="note">{note}</p> : undefined}
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
            <Button off="Creating">Create the test user</Button>
          ) : (
            <WriteButton server={server} off={notCreated} onClick={() => void createTestUser(server.id)}>
              Create the test user
            </WriteButton>
          )}
        </div>
      </form>
      <End end={created} saved="The test user stands, read back." />
      <End end={removal} saved="The test user and its reset requests are gone." />
      <h2>Test users on {server.name}</h2>
      {leftovers.kind === 'failed' ? <FailureNotice failure={leftovers.failure} /> : null}
      {leftovers.kind === 'done' && leftovers.value.people.length === 0 ? (
        <p className="note">No test users from this console.</p>
      ) : null}
      {leftovers.kind === 'done' ? (
        <ul className={css.leftovers} aria-label="Test users">
          {byName(leftovers.value.people).map((person) => (
            <Leftover key={person.dn} server={server} person={person} missing={missing} />
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function End({ end, saved }: { end: Task<TestUserEnd>; saved: string }) {
  if (end.kind === 'failed') return <FailureNotice failure={end.failure} />;
  if (end.kind !== 'done') return null;
  if (end.value.kind === 'unknown') {
    return (
      <FailureNotice failure={end.value.failure}>
        <b>Not known yet whether this was written. The next look for test users settles it.</b>
      </FailureNotice>
    );
  }
  return <Message tone="ok" label="How it ended" title={saved} />;
}

interface LeftoverProps {
  server: ServerSummary;
  person: PersonSummary;
  missing: string | undefined;
}

function Leftover({ server, person, missing }: LeftoverProps) {
  const [sure, setSure] = useState(false);
  const login = testUsersOf(server.id)(({ logins }) => logins[person.dn]);
  return (
    <li>
      <span>
        <b>{person.uid}</b> {person.mails.join(', ')}
      </span>
      <span className="pair">
        <Button small onClick={() => void loginAs(server.id, person.dn)}>
          Check the login
        </Button>
        {sure ? (
          <WriteButton server={server} small off={missing} onClick={() => void removeTestUser(server.id, person.dn)}>
            Remove {person.uid} now
          </WriteButton>
        ) : (
          <Button small onClick={() => setSure(true)}>
            Remove
          </Button>
        )}
      </span>
      {login ? <LoginEnd login={login} /> : null}
    </li>
  );
}

function LoginEnd({ login }: { login: Task<TestLoginResult> }) {
  if (login.kind === 'failed') return <FailureNotice failure={login.failure} />;
  if (login.kind !== 'done') return null;
  const { value } = login;
  return (
    <p className="with-icon">
      <Signal tone={value.loggedIn ? 'ok' : 'bad'} />
      {value.loggedIn ? `Logged in as ${value.boundAs}.` : value.detail}
    </p>
  );
}
