import type { Notice } from '../../src-shared/model/app';
import type { ServerId } from '../../src-shared/model/server';
import { AppError } from '../base/app-error';
import { untilAborted } from '../base/until-aborted';
import { log } from '../files/log';
import type { BackgroundChecks } from '../health/background-checks';
import { reasonToSkip } from '../health/background-rules';
import type { HeldServers } from '../health/held-servers';
import { chainNotice, uncheckedNotice } from '../history/history-notice';
import type { HoldWatch } from '../organization/hold-watch';
import type { KnownServers } from '../registry/known-servers';
import type { ResetService } from '../reset/reset-service';
import type { ServerSecrets } from '../secrets/server-secrets';
import type { Settle } from '../write/settle';
import { openWrites, settleAtStart } from '../write/settle-at-start';
import type { Stores } from './stores';

interface Needs {
  stores: Pick<Stores, 'history' | 'keychain' | 'registry'>;
  servers: KnownServers;
  secrets: ServerSecrets;
  checks: BackgroundChecks;
  held: HeldServers;
  settle: Settle;
  holdWatch: HoldWatch;
  reset: ResetService;
  isClosed(): boolean;
  tell(notice: Notice): void;
}

/** Work that no call asks for. */
export interface OwnWork {
  begin(): void;
  /** Begins nothing more, and gives up what waits for a server. */
  stop(): void;
  /** Resolves once nothing of it runs: from then on it writes to no file. */
  stopped(): Promise<void>;
}

/**
 * Opens the keychain, looks through the history, watches the values that may not hold yet, and settles the writes and reset tests
 * that an earlier run left open.
 */
export function createOwnWork(needs: Needs): OwnWork {
  const { stores, servers, secrets, checks, held, settle, holdWatch, reset, isClosed, tell } = needs;
  const { history, keychain, registry } = stores;
  const isKnown = (id: ServerId) => !isClosed() && servers.summaries().some((server) => server.id === id);
  const mayRead = (id: ServerId) =>
    !reasonToSkip(servers.summary(id), keychain.status().kind, {
      wasConnected: true,
      reachedNow: checks.reachedNow(id),
      isHeld: held.has(id),
    });

  const ended = new AbortController();
  const { signal } = ended;
  let running: Promise<void>[] = [];
  const begun = (work: Promise<void>): Promise<void> => work.catch(log.bugUntil(signal));

  /** In the background: a locked keychain may take half a minute to say so. */
  async function lookAtKeychain(): Promise<void> {
    await keychain.retry();
    await servers.lookAtSecrets();
    if (registry.state.kind === 'loaded') await secrets.reconcile(registry.list().map(({ id }) => id));
    if (registry.list().length === 0) keychain.rest();
  }

  async function lookThroughHistory(): Promise<void> {
    if (history.trouble) return;
    const notice = await untilAborted(signal, async () => {
      try {
        return chainNotice(await history.lookThrough());
      } catch (error) {
        if (error instanceof AppError) return uncheckedNotice(error);
        throw error;
      }
    });
    if (notice) tell(notice);
  }

  async function settleAll(looked: Promise<void>): Promise<void> {
    await lookAtKeychain().catch((error: unknown) => log.warn(String(error)));
    await looked;
    if (signal.aborted) return;
    holdWatch.resume((id) => isKnown(id) && mayRead(id));
    await settleAtStart({ open: openWrites(history), history, settle, isKnown, mayRead, tell, signal });
  }

  return {
    begin() {
      const looked = begun(lookThroughHistory());
      running = [
        looked,
        begun(settleAll(looked)),
        begun(looked.then(() => (signal.aborted ? undefined : reset.recover(signal)))),
      ];
    },
    stop: () => ended.abort(),
    async stopped() {
      await Promise.all(running);
    },
  };
}
