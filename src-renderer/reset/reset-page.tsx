import { Tabs } from '@base-ui/react/tabs';
import type { ServerSummary } from '../../src-shared/model/server';
import { PendingPanel } from './pending-panel';
import { type ResetTab, resetOf } from './reset-store';
import { ResetTest } from './reset-test';
import { RunsPanel } from './runs-panel';

const tabLabels: Record<ResetTab, string> = {
  test: 'Test password reset',
  pending: 'Pending requests',
  runs: 'Earlier tests',
};

/** Password reset of a server, tried from end to end. */
export function ResetPage({ server }: { server: ServerSummary }) {
  const store = resetOf(server.id);
  const { tab } = store();
  return (
    <Tabs.Root className="users" value={tab} onValueChange={(next) => store.setState({ tab: next as ResetTab })}>
      <div className="subtabs">
        <Tabs.List className="subtab-list" aria-label="Password Reset">
          {(Object.keys(tabLabels) as ResetTab[]).map((name) => (
            <Tabs.Tab key={name} value={name} className="subtab">
              {tabLabels[name]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </div>
      <Tabs.Panel value="test" className="users-panel">
        <ResetTest server={server} />
      </Tabs.Panel>
      <Tabs.Panel value="pending" className="users-panel">
        <PendingPanel server={server} />
      </Tabs.Panel>
      <Tabs.Panel value="runs" className="users-panel">
        <RunsPanel server={server} />
      </Tabs.Panel>
    </Tabs.Root>
  );
}
