import type { ServerCalls } from '../servers/server-service';
import type { BackgroundChecks } from './background-checks';
import { noting } from './check-many';
import { foundIn } from './check-through';

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
