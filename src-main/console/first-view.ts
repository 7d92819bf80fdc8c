import type { AppState, FirstView } from '../../src-shared/contract/app-calls';
import { speechFor } from '../../src-shared/texts/speech';
import { atRest } from '../health/background-file';
import { reasonToSkip } from '../health/background-rules';
import { healthRecord } from '../health/health-record';
import { openedAt } from '../health/health-service';
import { knownServers } from '../registry/known-servers';
import { serverSecrets } from '../secrets/server-secrets';
import type { FirstStores } from './first-stores';
import type { Host } from './host';

interface Needs {
  stores: Pick<FirstStores, 'keychain' | 'registry' | 'seen' | 'settings'>;
  /** What this console answers. */
  app: AppState;
  language: Host['language'];
}

/** What a console that is started with these stores answers first: it has asked no keychain and no server yet. */
export function firstViewOf({ stores, app, language }: Needs): FirstView {
  const { keychain, registry, seen, settings } = stores;
  const { checksPaused = false, collapsedGroups = [] } = settings.read();
  const servers = knownServers(registry, serverSecrets(keychain), () => {}).summaries();
  const resting = new Map(
    servers.map(({ id }) => {
      const known = seen.get(id);
      return [id, { ...known, health: atRest(known.health) }];
    }),
  );
  const get: typeof seen.get = (id) => resting.get(id) ?? seen.get(id);
  const record = healthRecord({ get, set: (next) => void resting.set(next.id, next) }, () => {});
  for (const server of servers) record.judged(server.id, reasonToSkip(server, 'unknown', record.known(server)));
  return {
    app: {
      ...app,
      notices: [],
      keychain: { kind: 'unknown' },
      texts: { ...app.texts, speech: speechFor(app.texts.chosen, language) },
      demoRunning: false,
    },
    health: {
      paused: checksPaused,
      collapsed: collapsedGroups,
      health: Object.fromEntries(servers.map(({ id }) => [id, get(id).health])),
      openedAt: openedAt([...resting.values()]),
    },
    servers,
  };
}
