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

export interface UsersState {
  tab: UsersTab;
  text: string;
  anywhere: boolean;
  search: Task<UserPage>;
  /** What was found so far, page upon page, for `found`, as it was read. */
  people: PersonSummary[];
  next: number | undefined;
  found: { text: string; anywhere: boolean } | undefined;
  /** How many of the people, the first ones, are exactly what was sought. */
  exact: number;
  /** The search for the others, while they are not among the people. */
  further: Task<UserPage>;
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
  exact: 0,
  further: { kind: 'idle' },
  person: { kind: 'idle' },
  address: '',
  addressMissing: false,
  pick: { kind: 'idle' },
  duplicates: { kind: 'idle' },
});

/** What was found so far as a list shows it: by name, and first who is exactly what was sought. */
export const foundByName = (
  { people, exact }: Pick<UsersState, 'people' | 'exact'>,
  locale: string,
): PersonSummary[] => [...byName(people.slice(0, exact), locale), ...byName(people.slice(exact), locale)];

/** Whether nobody was looked for to the end but who is exactly what was sought. */
export const isOnlyExact = ({ people, exact, next }: Pick<UsersState, 'people' | 'exact' | 'next'>): boolean =>
  exact > 0 && people.length === exact && next !== undefined;

const searchNaming = (serverId: ServerId, offset: number) => ({
  label: message('users.task.search'),
  serverName: serverName(serverId),
  endText: (page: UserPage | undefined) =>
    page ? message('users.people.found', { n: offset + page.people.length }) : message('users.task.search.failed'),
});

/** Begins a search, or with `more` reads the next page of what was found. Who is exactly sought is shown before the others are looked for. */
export async function searchPeople(serverId: ServerId, more = false): Promise<void> {
  const store = usersOf(serverId);
  const { text, anywhere, next, found, search } = store.getState();
  if (search.kind === 'running' || (more && (next === undefined || !found))) return;
  if (more && isOnlyExact(store.getState())) return lookFurther(serverId);
  forgetAsked(furtherPlace(serverId));
  const wanted = more && found ? found : { text: text.trim(), anywhere };
  const offset = more ? (next ?? 0) : 0;
  if (!more) store.setState({ people: [], next: undefined, found: wanted, exact: 0, further: { kind: 'idle' } });
  const ended = await runTask('users.search', { serverId, ...wanted, offset }, searchNaming(serverId, offset), (task) =>
    store.setState({ search: task }),
  );
  if (ended.kind !== 'done') return;
  addPage(serverId, ended.value);
  if (ended.value.onlyExact) await lookFurther(serverId);
}

const furtherPlace = (serverId: ServerId) => `further people ${serverId}`;

/** Looks for the others that match; a new search takes its place. */
async function lookFurther(serverId: ServerId): Promise<void> {
  const store = usersOf(serverId);
  const { next: offset, found, further } = store.getState();
  if (further.kind === 'running' || offset === undefined || !found) return;
  const ended = await runLatest(
    furtherPlace(serverId),
    'users.search',
    { serverId, ...found, offset },
    searchNaming(serverId, offset),
    (task) => store.setState({ further: task }),
  );
  if (ended.kind === 'done') addPage(serverId, ended.value);
}

function addPage(serverId: ServerId, { people, next, onlyExact }: UserPage): void {
  usersOf(serverId).setState(({ people: before, exact }) => {
    const all = [...before, ...people];
    return { people: all, next, exact: onlyExact ? all.length : exact };
  });
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
