import os from 'node:os';
import type { HistoryBegun } from '../../src-shared/model/history';
import type { ServerProfile } from '../../src-shared/model/server';

type Head = Omit<HistoryBegun, 'entries' | 'rollbackOf'>;

/** Where a server is, as the history says it. */
export const hostIn = ({ host, port }: Pick<ServerProfile, 'host' | 'port'>): string => `${host}:${port}`;

/** What every record of a write that is about to begin says: which server, in whose name, and why. */
export const begunBy = (
  { profile, boundAs }: { profile: ServerProfile; boundAs: string },
  id: string,
  reason: string | undefined,
): Head => ({
  kind: 'begun',
  id,
  serverId: profile.id,
  serverName: profile.name,
  environment: profile.environment,
  host: hostIn(profile),
  actor: { osUser: os.userInfo().username, bindDn: boundAs },
  ...(reason ? { reason } : {}),
});
