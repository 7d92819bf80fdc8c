import { countedPeople } from '../../src-shared/base/counted';
import type { ServerId } from '../../src-shared/model/server';
import type { DuplicateReport, Person, PersonSummary, PickResult, UserPage } from '../../src-shared/model/user';
import { byName } from '../../src-shared/users/by-name';
import { perServer } from '../state/per-server-store';
import { serverName } from '../state/servers-store';
import { forgetAsked, runLatest, runTask, type Task } from '../state/task';

/** The tabs of *Users* by their labels, in order. */
export const usersTabs = {
  people: 'People',
  pick: 'Who gets the mail',
  duplicates: 'Shared addresses',
  test: 'Test users',
} as const;
export type UsersTab = keyof typeof usersTabs;

interface UsersState {
  tab: UsersTab;
  text: string;
  anywhere: boolean;
  search: Task<UserPage>;
  /** What was found so far, page upon page, for `found`; by name. */
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
      label: 'Searching people',
      serverName: serverName(serverId),
      endText: (page) => (page ? countedPeople(offset + page.people.length) : 'people could not be searched'),
    },
    (task) => store.setState({ search: task }),
  );
  if (ended.kind !== 'done') return;
  const { people, next: after } = ended.value;
  store.setState(({ people: before }) => ({ people: byName([...before, ...people], wanted.text), next: after }));
}

export async function openPerson(serverId: ServerId, dn: string): Promise<void> {
  const store = usersOf(serverId);
  await runLatest(
    `person ${serverId}`,
    'users.person',
    { serverId, dn },
    {
      label: 'Reading a person',
      serverName: serverName(serverId),
      endText: (person) => (person ? 'a person was read' : 'a person could not be read'),
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
      label: 'Finding who gets the mail',
      serverName: serverName(serverId),
      endText: (result) =>
        result ? `${countedPeople(result.count)} with this address` : 'the address could not be looked up',
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
      label: 'Looking for shared addresses',
      serverName: serverName(serverId),
      endText: (report) => (report ? `${countedPeople(report.people)} read` : 'people could not be read'),
    },
    (task) => store.setState({ duplicates: task }),
  );
}
