import type { ServerId } from '../../src-shared/model/server';
import type { PersonSummary, UserPage } from '../../src-shared/model/user';
import { message } from '../../src-shared/texts/message';
import { perServer } from '../state/per-server-store';
import { serverName } from '../state/servers-store';
import { runTask, type Task } from '../state/task';
import { pickFor, usersOf } from '../users/users-store';
import { forgetPerson } from './reset-store';

interface PickerState {
  /** What is typed; undefined while it is the address that was looked up. */
  text: string | undefined;
  search: Task<UserPage>;
}

/** The search for the person whose reset is tested, of one server. */
export const pickerOf = perServer<PickerState>({ text: undefined, search: { kind: 'idle' } });

/** Searches people whose name, uid or address begins with the text; the empty text finds everybody. */
export async function findPeople(serverId: ServerId, text: string): Promise<void> {
  const store = pickerOf(serverId);
  if (store.getState().search.kind === 'running') return;
  await runTask(
    'users.search',
    { serverId, text, anywhere: false, offset: 0 },
    {
      label: message('reset.task.search'),
      serverName: serverName(serverId),
      endText: (page) =>
        page ? message('reset.end.found', { n: page.people.length }) : message('reset.end.notSearched'),
    },
    (search) => store.setState({ search }),
  );
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
  store.setState({ search: { kind: 'idle' } });
  return pickFor(serverId, typed);
}

/** Goes on with the address of a person who was found; without one there is no mail to test. */
export async function takePerson(serverId: ServerId, { mails: [address] }: PersonSummary): Promise<void> {
  if (address === undefined) return;
  pickerOf(serverId).setState({ text: undefined, search: { kind: 'idle' } });
  await pickFor(serverId, address);
}
