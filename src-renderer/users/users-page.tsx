import type { ServerSummary } from '../../src-shared/model/server';
import { SubTabs } from '../ui/sub-tabs';
import { DuplicatesPanel } from './duplicates-panel';
import { PeoplePanel } from './people-panel';
import { PickPanel } from './pick-panel';
import { TestUserPanel } from './test-user-panel';
import { type UsersTab, usersOf } from './users-store';

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
        { id: 'people', label: 'People', content: <PeoplePanel server={server} /> },
        { id: 'pick', label: 'Who gets the mail', content: <PickPanel server={server} /> },
        { id: 'duplicates', label: 'Shared addresses', content: <DuplicatesPanel server={server} /> },
        { id: 'test', label: 'Test users', content: <TestUserPanel server={server} /> },
      ]}
    />
  );
}
