import type { ServerId } from '../../src-shared/model/server';
import type { Leftovers, TestLoginResult, TestUserEnd } from '../../src-shared/model/user';
import { message } from '../../src-shared/texts/message';
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

/** Names a call of this screen, and says how it ended. */
const named = (serverId: ServerId, task: 'leftovers' | 'login') => ({
  label: message(`users.task.${task}`),
  serverName: serverName(serverId),
  endText: (value: unknown) => message(`users.task.${task}.${value ? 'done' : 'failed'}`),
});

/** The same for a write, whose end may not be known. */
const namedWrite = (serverId: ServerId, task: 'create' | 'remove') => ({
  label: message(`users.task.${task}`),
  serverName: serverName(serverId),
  endText: (end: TestUserEnd | undefined) =>
    end?.kind === 'unknown' ? message('users.test.unknown') : message(`users.task.${task}.${end ? 'done' : 'failed'}`),
});

/** Everybody this console made on this server and did not remove. */
export async function findTestUsers(serverId: ServerId): Promise<void> {
  const store = testUsersOf(serverId);
  await runTask('users.leftovers', { serverId }, named(serverId, 'leftovers'), (leftovers) =>
    store.setState({ leftovers }),
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
    namedWrite(serverId, 'create'),
    (created) => store.setState({ created }),
  );
  if (ended.kind === 'done') {
    store.setState({ draft: { ...emptyTestUser, mail } });
    await findTestUsers(serverId);
  }
}

export async function loginAs(serverId: ServerId, dn: string): Promise<void> {
  const store = testUsersOf(serverId);
  await runTask('users.loginTest', { serverId, dn }, named(serverId, 'login'), (login) =>
    store.setState(({ logins }) => ({ logins: { ...logins, [dn]: login } })),
  );
}

export async function removeTestUser(serverId: ServerId, dn: string): Promise<void> {
  const store = testUsersOf(serverId);
  const { typedName } = store.getState().draft;
  await runTask(
    'users.removeTest',
    { serverId, dn, ...(typedName ? { typedName } : {}) },
    namedWrite(serverId, 'remove'),
    (removal) => store.setState({ removal }),
  );
  await findTestUsers(serverId);
}
