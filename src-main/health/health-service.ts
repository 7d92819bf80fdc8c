import { type Range, shortSpanText } from '../../src-shared/gluu/versions';
import type { ServerId } from '../../src-shared/model/server';
import type { HealthView } from '../../src-shared/model/server-health';
import type { SettingsFile } from '../files/settings';
import type { Reach } from '../reach/reach';
import type { ServerCalls } from '../servers/server-service';
import type { CallsOf, Work } from '../work/work';
import type { BackgroundChecks } from './background-checks';
import type { BackgroundFile } from './background-file';
import { type CheckMany, noting } from './check-many';
import type { Found } from './health-record';

type HealthCalls = CallsOf<'health'> & Pick<CallsOf<'server'>, 'server.opened'>;

interface Needs {
  checks: BackgroundChecks;
  file: BackgroundFile;
  settings: SettingsFile;
  checkMany: CheckMany;
}

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
        openedAt: Object.fromEntries(
          file.all().flatMap(({ id, openedAt }) => (openedAt === undefined ? [] : [[id, openedAt]])),
        ) as HealthView['openedAt'],
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

/** The user's own checks tell the same health. Cancelled ones tell nothing. */
export function watched(calls: ServerCalls, checks: BackgroundChecks): ServerCalls {
  return {
    ...calls,
    'server.check': (input, work) =>
      noting(
        checks,
        input.serverId,
        () => calls['server.check'](input, work),
        ({ version, tls }) => foundIn(version, tls),
      ),
  };
}

/** One check of many, or in the background: logs in, reads the version, and closes the connection. Writes nothing. */
export const checkThrough =
  (reach: Reach) =>
  (serverId: ServerId, work: Work): Promise<Found> =>
    reach(serverId, work, async ({ tree, tls }) => foundIn(tree.version, tls?.certificate), { login: 'once' });

const foundIn = (version: Range, certificate: { validTo: string } | undefined): Found => ({
  version: shortSpanText(version),
  ...(certificate ? { certificateValidTo: certificate.validTo } : {}),
});
