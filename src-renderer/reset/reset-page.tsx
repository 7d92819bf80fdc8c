import type { ServerSummary } from '../../src-shared/model/server';
import { SubTabs } from '../ui/sub-tabs';
import { PendingPanel } from './pending-panel';
import { type ResetTab, resetOf } from './reset-store';
import { ResetTest } from './reset-test';
import { RunsPanel } from './runs-panel';

/** Password reset of a server, tried from end to end. */
export function ResetPage({ server }: { server: ServerSummary }) {
  const store = resetOf(server.id);
  const { tab } = store();
  return (
    <SubTabs<ResetTab>
      label="Password Reset"
      value={tab}
      onChange={(next) => store.setState({ tab: next })}
      tabs={[
        { id: 'test', label: 'Test password reset', content: <ResetTest server={server} /> },
        { id: 'pending', label: 'Pending requests', content: <PendingPanel server={server} /> },
        { id: 'runs', label: 'Earlier tests', content: <RunsPanel server={server} /> },
      ]}
    />
  );
}
