import type { ServerId } from '../../src-shared/model/server';
import type { DuplicateReport, Person, PersonSummary, PickResult, UserPage } from '../../src-shared/model/user';
import { message } from '../../src-shared/texts/message';
import { byName } from '../../src-shared/users/by-name';
import { perServer } from '../state/per-server-store';
import { serverName } from '../state/servers-store';
import { forgetAsked, runLatest, runTask, type Task } from '../state/task';

/** The tabs of *Users* by their labels, in order. */
export const usersTabs = {
  people: message('users.tab.people'),
  pick: message('users.tab.pick'),
  duplicates: message('users.tab.duplicates'),
  test: message('users.tab.test'),
};
export type UsersTab = keyof typeof usersTabs;

interface UsersState {
  tab: UsersTab;
  text: string;
  anywhere: boolean;
  search: Task<UserPage>;
  /** What was found so far, page upon page, for `found`, as it was read. */
  people: PersonSummary[];
  next: number | undefined;
  found: { text: string; anywhere: boolean } | undefined;
  person: Task<Person>;
  address: string;
  /** Looked without an address. */
  addressMissing: boolean;
  pick: Task<PickResult>;
  duplicates: Task<DuplicateReport>;
}

/** The people of one server, as far as they were looked at. */
export const usersOf = perServer<UsersState>({
  tab: 'people',
  text: '',
  anywhere: false,
  search: { kind: 'idle' },
  people: [],
  next: undefined,
  found: undefined,
  person: { kind: 'idle' },
  address: '',
  addressMissing: false,
  pick: { kind: 'idle' },
  duplicates: { kind: 'idle' },
});

/** What was found so far as a list shows it: by name, and first who is exactly what was sought. */
export const foundByName = ({ people, found }: Pick<UsersState, 'people' | 'found'>, locale: string): PersonSummary[] =>
  byName(people, locale, found?.text);

/** Begins a search, or with `more` reads the next page of what was found. */
export async function searchPeople(serverId: ServerId, more = false): Promise<void> {
  const store = usersOf(serverId);
  const { text, anywhere, next, found, search } = store.getState();
  if (search.kind === 'running' || (more && (next === undefined || !found))) return;
  const wanted = more && found ? found : { text: text.trim(), anywhere };
  const offset = more ? (next ?? 0) : 0;
  if (!more) store.setState({ people: [], next: undefined, found: wanted });
  const ended = await runTask(
    'users.search',
    { serverId, ...wanted, offset },
    {
      label: message('users.task.search'),
      serverName: serverName(serverId),
      endText: (page) =>
        page ? message('users.people.found', { n: offset + page.people.length }) : message('users.task.search.failed'),
    },
    (task) => store.setState({ search: task }),
  );
  if (ended.kind !== 'done') return;
  const { people, next: after } = ended.value;
  store.setState(({ people: before }) => ({ people: [...before, ...people], next: after }));
}

export async function openPerson(serverId: ServerId, dn: string): Promise<void> {
  const store = usersOf(serverId);
  await runLatest(
    `person ${serverId}`,
    'users.person',
    { serverId, dn },
    {
      label: message('users.task.person'),
      serverName: serverName(serverId),
      endText: (person) => message(person ? 'users.task.person.done' : 'users.task.person.failed'),
    },
    (task) => store.setState({ person: task }),
  );
}

const pickPlace = (serverId: ServerId) => `pick ${serverId}`;

/** Asks who this Gluu version would send the mail for an address to; without one, drops the earlier answer and says so. */
export async function pickFor(serverId: ServerId, typed?: string): Promise<void> {
  const store = usersOf(serverId);
  const address = (typed ?? store.getState().address).trim();
  if (address === '') {
    forgetAsked(pickPlace(serverId));
    store.setState({ pick: { kind: 'idle' }, addressMissing: true }); // an earlier answer belongs to another address
    return;
  }
  store.setState({ address, addressMissing: false });
  await runLatest(
    pickPlace(serverId),
    'users.pick',
    { serverId, address },
    {
      label: message('users.task.pick'),
      serverName: serverName(serverId),
      endText: (result) =>
        result ? message('users.task.pick.done', { n: result.count }) : message('users.task.pick.failed'),
    },
    (task) => store.setState({ pick: task }),
  );
}

export async function findDuplicates(serverId: ServerId): Promise<void> {
  const store = usersOf(serverId);
  if (store.getState().duplicates.kind === 'running') return;
  await runTask(
    'users.duplicates',
    { serverId },
    {
      label: message('users.task.duplicates'),
      serverName: serverName(serverId),
      endText: (report) =>
        report ? message('users.duplicates.read', { n: report.people }) : message('users.task.duplicates.failed'),
    },
    (task) => store.setState({ duplicates: task }),
  );
}
