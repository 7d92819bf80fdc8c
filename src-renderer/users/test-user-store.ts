import type { ServerId } from '../../src-shared/model/server';
import type { Leftovers, TestLoginResult, TestUserEnd } from '../../src-shared/model/user';
import { perServer } from '../state/per-server-store';
import { serverName } from '../state/servers-store';
import { runTask, type Task } from '../state/task';

export interface TestUserDraft {
  givenName: string;
  sn: string;
  mail: string;
  password: string;
  typedName: string;
}

interface TestUsersState {
  draft: TestUserDraft;
  created: Task<TestUserEnd>;
  /** The last login or removal, by DN. */
  logins: Partial<Record<string, Task<TestLoginResult>>>;
  removal: Task<TestUserEnd>;
  leftovers: Task<Leftovers>;
}

const emptyTestUser: TestUserDraft = { givenName: 'Test', sn: 'User', mail: '', password: '', typedName: '' };
export const testUsersOf = perServer<TestUsersState>({
  draft: emptyTestUser,
  created: { kind: 'idle' },
  logins: {},
  removal: { kind: 'idle' },
  leftovers: { kind: 'idle' },
});

const named = (serverId: ServerId, label: string, good: string, bad: string) => ({
  label,
  serverName: serverName(serverId),
  endText: (value: unknown) => (value ? good : bad),
});

/** Everybody this console made on this server and did not remove. */
export async function findTestUsers(serverId: ServerId): Promise<void> {
  const store = testUsersOf(serverId);
  await runTask(
    'users.leftovers',
    { serverId },
    named(serverId, 'Looking for test users', 'test users were read', 'test users could not be read'),
    (leftovers) => store.setState({ leftovers }),
  );
}

export async function createTestUser(serverId: ServerId): Promise<void> {
  const store = testUsersOf(serverId);
  const { givenName, sn, mail, password, typedName } = store.getState().draft;
  const ended = await runTask(
    'users.createTest',
    {
      serverId,
      givenName,
      sn,
      mail,
      ...(password ? { password } : {}),
      ...(typedName ? { typedName } : {}),
    },
    named(serverId, 'Creating a test user', 'a test user was created', 'no test user was created'),
    (created) => store.setState({ created }),
  );
  if (ended.kind === 'done') {
    store.setState({ draft: { ...emptyTestUser, mail } });
    await findTestUsers(serverId);
  }
}

export async function loginAs(serverId: ServerId, dn: string): Promise<void> {
  const store = testUsersOf(serverId);
  await runTask(
    'users.loginTest',
    { serverId, dn },
    named(serverId, 'Logging in as the test user', 'the login was tried', 'the login could not be tried'),
    (login) => store.setState(({ logins }) => ({ logins: { ...logins, [dn]: login } })),
  );
}

export async function removeTestUser(serverId: ServerId, dn: string): Promise<void> {
  const store = testUsersOf(serverId);
  const { typedName } = store.getState().draft;
  await runTask(
    'users.removeTest',
    { serverId, dn, ...(typedName ? { typedName } : {}) },
    named(serverId, 'Removing a test user', 'a test user was removed', 'the test user was not removed'),
    (removal) => store.setState({ removal }),
  );
  await findTestUsers(serverId);
}
