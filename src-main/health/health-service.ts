import { type Range, shortSpanText } from '../../src-shared/gluu/versions';
import type { HealthView } from '../../src-shared/model/server-health';
import { AppError } from '../base/app-error';
import type { SettingsFile } from '../files/settings';
import type { Reach } from '../reach/reach';
import type { ServerCalls } from '../servers/server-service';
import type { CallsOf, Work } from '../work/work';
import type { BackgroundChecks } from './background-checks';
import type { BackgroundFile } from './background-file';
import type { Found } from './health-record';

type HealthCalls = CallsOf<'health'> & Pick<CallsOf<'server'>, 'server.opened'>;

/** The calls about the health of all servers and about how their list is shown. */
export function healthService(checks: BackgroundChecks, file: BackgroundFile, settings: SettingsFile): HealthCalls {
  return {
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
    async 'server.check'(input, work) {
      const began = Date.now();
      try {
        const facts = await calls['server.check'](input, work);
        checks.note(input.serverId, began, foundIn(facts.version, facts.tls));
        return facts;
      } catch (error) {
        if (error instanceof AppError && error.code !== 'work.cancelled')
          checks.note(input.serverId, began, error.toFailure());
        throw error;
      }
    },
  };
}

/** One check in the background: reads the version, and leaves no connection behind that was not there before. Writes nothing. */
export const checkThrough =
  (reach: Reach) =>
  (serverId: Parameters<Reach>[0], work: Work): Promise<Found> =>
    reach(serverId, work, async ({ tree, tls }) => foundIn(tree.version, tls?.certificate));

const foundIn = (version: Range, certificate: { validTo: string } | undefined): Found => ({
  version: shortSpanText(version),
  ...(certificate ? { certificateValidTo: certificate.validTo } : {}),
});
