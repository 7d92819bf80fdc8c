import type { ServerSummary } from '../../src-shared/model/server';
import { SubTabs } from '../ui/sub-tabs';
import { useSay } from '../ui/texts-store';
import { PendingPanel } from './pending-panel';
import { type ResetTab, resetOf, resetTabs } from './reset-store';
import { ResetTest } from './reset-test';
import { RunsPanel } from './runs-panel';

/** Password reset of a server, tried from end to end. */
export function ResetPage({ server }: { server: ServerSummary }) {
  const say = useSay();
  const store = resetOf(server.id);
  const { tab } = store();
  return (
    <SubTabs<ResetTab>
      label={say('reset.tabs')}
      value={tab}
      onChange={(next) => store.setState({ tab: next })}
      tabs={[
        { id: 'test', label: say(resetTabs.test), content: <ResetTest server={server} /> },
        { id: 'pending', label: say(resetTabs.pending), content: <PendingPanel server={server} /> },
        { id: 'runs', label: say(resetTabs.runs), content: <RunsPanel server={server} /> },
      ]}
    />
  );
}
