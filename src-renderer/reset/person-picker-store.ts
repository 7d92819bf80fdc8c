import type { ServerId } from '../../src-shared/model/server';
import type { PersonSummary, UserPage } from '../../src-shared/model/user';
import { message } from '../../src-shared/texts/message';
import { perServer } from '../state/per-server-store';
import { serverName } from '../state/servers-store';
import { forgetAsked, runLatest, runTask, type Task } from '../state/task';
import { pickFor, usersOf } from '../users/users-store';
import { forgetPerson } from './reset-store';

interface PickerState {
  /** What is typed; undefined while it is the address that was looked up. */
  text: string | undefined;
  /** What is searched for. */
  sought: string;
  search: Task<UserPage>;
  /** Where the search gave those who are exactly what was typed: the one for the others. */
  further: Task<UserPage>;
}

const nobody = { sought: '', search: { kind: 'idle' }, further: { kind: 'idle' } } as const;

/** The search for the person whose reset is tested, of one server. */
export const pickerOf = perServer<PickerState>({ text: undefined, ...nobody });

const furtherPlace = (serverId: ServerId) => `further people to pick ${serverId}`;

const searchNaming = (serverId: ServerId) => ({
  label: message('reset.task.search'),
  serverName: serverName(serverId),
  endText: (page: UserPage | undefined) =>
    page ? message('reset.end.found', { n: page.people.length }) : message('reset.end.notSearched'),
});

/**
 * Searches people whose name, uid or address begins with the text; the empty text finds everybody. Who is exactly that is shown
 * before the others are looked for.
 */
export async function findPeople(serverId: ServerId, text: string): Promise<void> {
  const store = pickerOf(serverId);
  if (store.getState().search.kind === 'running') return;
  forgetFound(serverId);
  store.setState({ sought: text });
  const ended = await runTask(
    'users.search',
    { serverId, text, anywhere: false, offset: 0 },
    searchNaming(serverId),
    (search) => store.setState({ search }),
  );
  if (ended.kind === 'done' && ended.value.onlyExact) await findFurther(serverId);
}

/** Looks for the others that match, after those who are exactly what is sought. */
export async function findFurther(serverId: ServerId): Promise<void> {
  const store = pickerOf(serverId);
  const { sought: text, search, further } = store.getState();
  if (search.kind !== 'done' || search.value.next === undefined || further.kind === 'running') return;
  await runLatest(
    furtherPlace(serverId),
    'users.search',
    { serverId, text, anywhere: false, offset: search.value.next },
    searchNaming(serverId),
    (task) => store.setState({ further: task }),
  );
}

/** Nothing of an earlier search stands, nor comes later. */
function forgetFound(serverId: ServerId): void {
  forgetAsked(furtherPlace(serverId));
  pickerOf(serverId).setState(nobody);
}

/** Looks up an address as it is typed, and people by anything else. */
export async function findTyped(serverId: ServerId): Promise<void> {
  const store = pickerOf(serverId);
  const typed = (store.getState().text ?? usersOf(serverId).getState().address).trim();
  if (typed !== '' && !typed.includes('@')) {
    usersOf(serverId).setState({ pick: { kind: 'idle' } });
    forgetPerson(serverId); // nothing of the one before stands beside those who are found
    return findPeople(serverId, typed);
  }
  forgetFound(serverId);
  return pickFor(serverId, typed);
}

/** Goes on with the address of a person who was found; without one there is no mail to test. */
export async function takePerson(serverId: ServerId, { mails: [address] }: PersonSummary): Promise<void> {
  if (address === undefined) return;
  forgetFound(serverId);
  pickerOf(serverId).setState({ text: undefined });
  await pickFor(serverId, address);
}
