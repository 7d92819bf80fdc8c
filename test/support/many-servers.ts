import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { openBackgroundFile } from '../../src-main/health/background-file';
import { openServerRegistry } from '../../src-main/registry/server-registry';
import { environments, type Pin, ServerId, type ServerProfile } from '../../src-shared/model/server';

const GROUPS = 40;

/** Where all of them are; without `pin` no certificate was accepted yet. */
export interface ManyServers {
  port: number;
  bindDn: string;
  pin?: Pin;
}

/**
 * Writes, as the app does, the files of a console that knows `count` servers in 40 groups, a part of them seen before. No
 * secret of them is kept. All are at the same port of this computer; none is production.
 */
export async function writeManyServers(folder: string, count: number, at: ManyServers): Promise<void> {
  const profiles = Array.from({ length: count }, (_, index) => profile(index, at));
  await openServerRegistry(path.join(folder, 'servers.json')).importProfiles(profiles, []);
  const health = openBackgroundFile(path.join(folder, 'health.json'), () => false);
  for (const [index, { id }] of profiles.entries()) {
    if (index % 4 === 3) continue; // nobody was there yet
    const at = new Date(Date.now() - (index + 1) * 60_000).toISOString();
    health.set({
      ...{ id, failures: 0, health: { state: 'ok', at, seenAt: at, ms: 30 + (index % 400), version: '3.1.2' } },
      ...(index % 25 === 0 ? { openedAt: at } : {}),
    });
  }
  await health.flush();
}

function profile(index: number, { port, bindDn, pin }: ManyServers): ServerProfile {
  const number = String(index + 1).padStart(4, '0');
  return {
    ...{
      id: ServerId.parse(randomUUID()),
      name: `server-${number}`,
      group: `Group ${(index % GROUPS) + 1}`,
      notes: '',
    },
    environment: environments[1 + (index % (environments.length - 1))] ?? 'other',
    ...{ host: 'localhost', port, mode: 'ldaps', bindDn, route: { kind: 'direct' }, readOnly: false },
    ...(pin ? { pin } : {}),
    ...(index % 50 === 0 ? { favourite: true } : {}),
  };
}
