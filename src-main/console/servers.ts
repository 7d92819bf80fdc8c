import type { AppEvent } from '../../src-shared/contract/events';
import type { Guards } from '../calls/guards';
import { createCheckMany } from '../health/check-many';
import { checkThrough } from '../health/check-through';
import { sshQuestions } from '../servers/ssh-questions';
import { keyOpener } from '../ssh/key-opener';
import { createSshRoutes } from '../ssh/ssh-routes';
import type { Host } from './host';
import type { ServerList } from './list';
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
  stores: Pick<Stores, 'seen' | 'stallRecord'>;
  list: ServerList;
  guards: Guards;
  send(event: AppEvent): void;
  tuning: Pick<Tuning, 'routes' | 'ldapLimits'>;
}

/** Joins the servers of the list with every way to them. */
export function joinServers({ host, stores, list, guards, send, tuning }: Needs) {
  const { servers, checks } = list;
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
  const ways = createWays({
    servers,
    routes,
    guard,
    places,
    clearText,
    file: stores.seen,
    limits: tuning.ldapLimits,
    openKey,
    stall: { threadFile: host.stallThreadFile, recordFile: stores.stallRecord },
    onHeld: checks.look,
  });
  const check = checkThrough(ways.reach);
  const checkMany = createCheckMany({ checks, held: ways.held, find: servers.find, check });
  return { questions, routes, ways, check, checkMany };
}
