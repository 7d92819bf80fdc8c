import type { ServerSummary } from '../../src-shared/model/server';
import { SubTabs } from '../ui/sub-tabs';
import { useSay } from '../ui/texts-store';
import { DuplicatesPanel } from './duplicates-panel';
import { PeoplePanel } from './people-panel';
import { PickPanel } from './pick-panel';
import { TestUserPanel } from './test-user-panel';
import { type UsersTab, usersOf, usersTabs } from './users-store';

/** The people of a server: who they are, who a reset would reach, and test users of this console. */
export function UsersPage({ server }: { server: ServerSummary }) {
  const say = useSay();
  const store = usersOf(server.id);
  const { tab } = store();
  return (
    <SubTabs<UsersTab>
      label={say('users.title')}
      value={tab}
      onChange={(next) => store.setState({ tab: next })}
      tabs={[
        { id: 'people', label: say(usersTabs.people), content: <PeoplePanel server={server} /> },
        { id: 'pick', label: say(usersTabs.pick), content: <PickPanel server={server} /> },
        { id: 'duplicates', label: say(usersTabs.duplicates), content: <DuplicatesPanel server={server} /> },
        { id: 'test', label: say(usersTabs.test), content: <TestUserPanel server={server} /> },
      ]}
    />
  );
}
