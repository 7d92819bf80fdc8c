import { Tabs } from '@base-ui/react/tabs';
import type { ServerSummary } from '../../src-shared/model/server';
import { DuplicatesPanel } from './duplicates-panel';
import { PeoplePanel } from './people-panel';
import { PickPanel } from './pick-panel';
import { TestUserPanel } from './test-user-panel';
import { type UsersTab, usersOf } from './users-store';

const tabLabels: Record<UsersTab, string> = {
  people: 'People',
  pick: 'Whom would Gluu pick',
  duplicates: 'Shared addresses',
  test: 'Test users',
};

/** The people of a server: who they are, whom a reset would reach, and test users of this console. */
export function UsersPage({ server }: { server: ServerSummary }) {
  const store = usersOf(server.id);
  const { tab } = store();
  return (
    <Tabs.Root className="users" value={tab} onValueChange={(next) => store.setState({ tab: next as UsersTab })}>
      <div className="subtabs">
        <Tabs.List className="subtab-list" aria-label="Users">
          {(Object.keys(tabLabels) as UsersTab[]).map((name) => (
            <Tabs.Tab key={name} value={name} className="subtab">
              {tabLabels[name]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </div>
      <Tabs.Panel value="people" className="users-panel">
        <PeoplePanel server={server} />
      </Tabs.Panel>
      <Tabs.Panel value="pick" className="users-panel">
        <PickPanel server={server} />
      </Tabs.Panel>
      <Tabs.Panel value="duplicates" className="users-panel">
        <DuplicatesPanel server={server} />
      </Tabs.Panel>
      <Tabs.Panel value="test" className="users-panel">
        <TestUserPanel server={server} />
      </Tabs.Panel>
    </Tabs.Root>
  );
}
