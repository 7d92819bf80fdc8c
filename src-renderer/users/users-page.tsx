import type { ServerSummary } from '../../src-shared/model/server';
import { SubTabs } from '../ui/sub-tabs';
import { DuplicatesPanel } from './duplicates-panel';
import { PeoplePanel } from './people-panel';
import { PickPanel } from './pick-panel';
import { TestUserPanel } from './test-user-panel';
import { type UsersTab, usersOf, usersTabs } from './users-store';

/** The people of a server: who they are, who a reset would reach, and test users of this console. */
export function UsersPage({ server }: { server: ServerSummary }) {
  const store = usersOf(server.id);
  const { tab } = store();
  return (
    <SubTabs<UsersTab>
      label="Users"
      value={tab}
      onChange={(next) => store.setState({ tab: next })}
      tabs={[
        { id: 'people', label: usersTabs.people, content: <PeoplePanel server={server} /> },
        { id: 'pick', label: usersTabs.pick, content: <PickPanel server={server} /> },
        { id: 'duplicates', label: usersTabs.duplicates, content: <DuplicatesPanel server={server} /> },
        { id: 'test', label: usersTabs.test, content: <TestUserPanel server={server} /> },
      ]}
    />
  );
}
