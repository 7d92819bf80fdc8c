import type { HealthView } from '../../src-shared/model/server-health';
import type { SettingsFile } from '../files/settings';
import type { CallsOf } from '../work/work';
import type { BackgroundChecks } from './background-checks';
import type { BackgroundFile, Remembered } from './background-file';
import type { CheckMany } from './check-many';

type HealthCalls = CallsOf<'health'> & Pick<CallsOf<'server'>, 'server.opened'>;

interface Needs {
  checks: BackgroundChecks;
  file: BackgroundFile;
  settings: SettingsFile;
  checkMany: CheckMany;
}

/** When the user opened which server. */
export const openedAt = (servers: readonly Remembered[]): HealthView['openedAt'] =>
  Object.fromEntries(servers.flatMap(({ id, openedAt }) => (openedAt === undefined ? [] : [[id, openedAt]])));

/** The calls about the health of all servers and about how their list is shown. */
export function healthService({ checks, file, settings, checkMany }: Needs): HealthCalls {
  return {
    'health.check': ({ serverIds }, work) => checkMany(serverIds, work),
    async 'health.view'() {
      checks.look(); // a window that was locked asks again
      return {
        paused: checks.paused(),
        collapsed: settings.read().collapsedGroups ?? [],
        health: checks.health(),
        openedAt: openedAt(file.all()),
      };
    },
    async 'health.pause'({ paused }) {
      // Shown only once it is kept: whoever closes the app then finds it as it was.
      await settings.write((now) => ({ ...now, checksPaused: paused }));
      checks.pause(paused);
    },
    async 'health.collapse'({ group, collapsed }) {
      await settings.write((now) => {
        const others = (now.collapsedGroups ?? []).filter((name) => name !== group);
        return { ...now, collapsedGroups: [...others, ...(collapsed ? [group] : [])] };
      });
    },
    async 'server.opened'({ serverId }) {
      checks.opened(serverId);
      await file.flush(); // the order of what was opened last is to survive an end right after it
    },
  };
}
