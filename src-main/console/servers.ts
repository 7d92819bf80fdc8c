import type { AppEvent } from '../../src-shared/contract/events';
import type { ServerSummary } from '../../src-shared/model/server';
import { createSignal } from '../base/signal';
import type { Guards } from '../calls/guards';
import { backgroundChecks } from '../health/background-checks';
import { createCheckMany } from '../health/check-many';
import { checkThrough } from '../health/health-service';
import { createAllowedWriting } from '../registry/allowed-writing';
import { knownServers, type TemporaryServers } from '../registry/known-servers';
import { serverSecrets, tellingSecrets } from '../secrets/server-secrets';
import { sshQuestions } from '../servers/ssh-questions';
import { keyOpener } from '../ssh/key-opener';
import { createSshRoutes } from '../ssh/ssh-routes';
import type { Host } from './host';
import type { Stores } from './stores';
import type { Tuning } from './tuning';
import { createWays } from './ways';

/**
 * All servers behind one SSH host share its connection. sshd limits the sessions in one connection, not its forwardings
 * (sshd_config(5), MaxSessions).
 */
const SSH_CHANNELS = 100;

interface Needs {
  host: Host;
  stores: Stores;
  temporary: TemporaryServers;
  guards: Guards;
  send(event: AppEvent): void;
  isClosed(): boolean;
  tuning: Pick<Tuning, 'routes' | 'ldapLimits'>;
}

/** Joins the servers with every way to them, and with the checks of them in the background. */
export function joinServers({ host, stores, temporary, guards, send, isClosed, tuning }: Needs) {
  const { keychain, registry } = stores;
  const { places, clearText, routeGuard: guard } = guards;
  const questions = sshQuestions(
    (question) => send({ kind: 'sshQuestion', question }),
    (questionId) => send({ kind: 'sshQuestionGone', questionId }),
  );
  const openKey = keyOpener(host.keyThreadFile);
  const ownRoutes = createSshRoutes({
    ask: host.askSsh ?? questions.ask,
    openKey,
    guard,
    limits: { channels: SSH_CHANNELS },
  });
  const routes = tuning.routes?.(ownRoutes) ?? ownRoutes;

  const secrets = tellingSecrets(serverSecrets(keychain), (serverId) => ways.secretChanged(serverId));
  /** The list of servers has changed. */
  const changed = createSignal();
  /** A server is held, or no longer. */
  const held = createSignal();
  const writing = createAllowedWriting(changed.tell);
  const servers = knownServers(registry, secrets, changed.tell, routes.way, writing, temporary);
  const ways = createWays({
    servers,
    routes,
    guard,
    places,
    clearText,
    file: stores.seen,
    spawnDecoder: host.spawnDecoder,
    limits: tuning.ldapLimits,
    openKey,
    stall: { threadFile: host.stallThreadFile, recordFile: stores.stallRecord },
    onHeld: held.tell,
  });
  const check = checkThrough(ways.reach);
  const checks = backgroundChecks({
    summaries: servers.summaries,
    find: servers.find,
    keychain: () => (isClosed() ? 'locked' : keychain.status().kind),
    check,
    file: stores.seen,
    paused: stores.settings.read().checksPaused ?? false,
    tell: (health) => send({ kind: 'health', health }),
  });
  const checkMany = createCheckMany({ checks, held: ways.held, find: servers.find, check });
  let told: readonly ServerSummary[] = [];
  changed.on(() => {
    const list = servers.summaries();
    // One save changes the profile and what is known of its secrets; a summary stays the same object as long as it says the same.
    if (list.length === told.length && list.every((summary, at) => summary === told[at])) return;
    told = list;
    send({ kind: 'servers', servers: list });
    ways.listed(list);
  });
  changed.on(checks.look);
  held.on(checks.look);
  keychain.onStatus((status) => {
    send({ kind: 'keychain', status });
    checks.look();
  });
  return { servers, secrets, writing, questions, routes, ways, checks, checkMany, onChange: changed.tell };
}
