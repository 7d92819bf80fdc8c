import type { AppEvent } from '../../src-shared/contract/events';
import type { Route, SshHop } from '../../src-shared/model/route';
import type { ServerId, ServerSummary } from '../../src-shared/model/server';
import { createSignal } from '../base/signal';
import { backgroundChecks } from '../health/background-checks';
import type { Found } from '../health/health-record';
import { createAllowedWriting } from '../registry/allowed-writing';
import { knownServers, type TemporaryServers } from '../registry/known-servers';
import { serverSecrets, tellingSecrets } from '../secrets/server-secrets';
import type { Work } from '../work/work';
import type { FirstStores } from './first-stores';

interface Needs {
  stores: Pick<FirstStores, 'keychain' | 'registry' | 'seen' | 'settings'>;
  temporary: TemporaryServers;
  send(event: AppEvent): void;
  isClosed(): boolean;
  /** Over which SSH hosts a route leads now. */
  wayOf(route: Route): Promise<readonly SshHop[]>;
  /** Reaches the server and reads its version; writes nothing. */
  check(serverId: ServerId, work: Work): Promise<Found>;
  /** The list of servers has changed, or what is said of one of them. */
  onListed(servers: readonly ServerSummary[]): void;
  /** A secret of a server has changed. */
  onSecret(serverId: ServerId): void;
}

export type ServerList = ReturnType<typeof joinList>;

/** Joins the list of servers with what is known of each, and with the checks of them in the background. Reaches none by itself. */
export function joinList({ stores, temporary, send, isClosed, wayOf, check, onListed, onSecret }: Needs) {
  const { keychain, registry } = stores;
  const secrets = tellingSecrets(serverSecrets(keychain), onSecret);
  /** The list of servers has changed. */
  const changed = createSignal();
  const writing = createAllowedWriting(changed.tell);
  const servers = knownServers(registry, secrets, changed.tell, wayOf, writing, temporary);
  const checks = backgroundChecks({
    summaries: servers.summaries,
    find: servers.find,
    keychain: () => (isClosed() ? 'locked' : keychain.status().kind),
    check,
    file: stores.seen,
    paused: stores.settings.read().checksPaused ?? false,
    tell: (health) => send({ kind: 'health', health }),
  });
  let told: readonly ServerSummary[] = [];
  changed.on(() => {
    const list = servers.summaries();
    // One save changes the profile and what is known of its secrets; a summary stays the same object as long as it says the same.
    if (list.length === told.length && list.every((summary, at) => summary === told[at])) return;
    told = list;
    send({ kind: 'servers', servers: list });
    onListed(list);
  });
  changed.on(checks.look);
  keychain.onStatus((status) => {
    send({ kind: 'keychain', status });
    checks.look();
  });
  return { servers, secrets, writing, checks, onChange: changed.tell };
}
