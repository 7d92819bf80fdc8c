import { MessageChannelMain, type UtilityProcess, type WebContents } from 'electron';
import { wire } from '../../src-shared/contract/wire';
import { createSignal } from '../base/signal';
import { afterCore } from '../console/notices';
import type { Remains } from '../console/remains';
import type { CoreCalls, CoreStart, HostCalls } from '../core/core-protocol';
import { log } from '../files/log';
import { type Calls, type Port, type Remote, remote } from '../ipc/remote';
import { forkCore, forkKeychain, killNow } from './helper-processes';

/** Longer than the core itself gives its last write; one that does not answer by then is ended all the same. */
const SETTLE_LIMIT_MS = 12_000;

export interface Core {
  /**
   * Starts the core's process, once the one before has ended. Rejects with AppError `folder.*` where it cannot have the
   * folder, and `keychain.*` where it unlocks and the keychain does not open; no process is left then.
   */
  begin(unlocks: boolean): Promise<void>;
  /** Lets its last write and its files end, then ends the process and those beside it. Resolves once it is gone. */
  end(): Promise<void>;
  /** Joins a window's page with the core. Rejects if no core runs. */
  connect(window: WebContents): Promise<void>;
  /** Asks what runs. Rejects where nothing does. */
  ask: Remote<CoreCalls>['ask'];
  isRunning(): boolean;
  /** Hears each time that the process ended and nobody asked it to. */
  onLost(listener: () => void): void;
}

interface Needs {
  start(): Omit<CoreStart, 'unlocks' | 'kept'>;
  /** What main does for the core beside forking: boxes, dialogs, the log. */
  services: Omit<HostCalls, 'fork' | 'kill'>;
}

interface Running {
  child: UtilityProcess;
  its: Remote<CoreCalls>;
  /** Resolves once it answers calls. */
  ready: Promise<void>;
  gone: Promise<void>;
  isReady: boolean;
  ending?: Promise<void>;
}

/** The process in which everything runs that may hold a secret. At most one is there at a time. */
export function createCore({ start, services }: Needs): Core {
  const lost = createSignal();
  let running: Running | undefined;
  let kept: Remains = { notices: [] };

  function fork(unlocks: boolean): Running {
    const child = forkCore();
    const helpers = helpersOf(() => its);
    const writing = new Set<string>();
    const ours: HostCalls = {
      ...services,
      writing(write) {
        if (write.ended) writing.delete(write.callId);
        else writing.add(write.callId);
        services.writing(write);
      },
      fork: helpers.add,
      kill: helpers.kill,
    };
    const its = remote<CoreCalls>(
      {
        post: (message, ports) => child.postMessage(message, [...ports] as unknown as Electron.MessagePortMain[]),
        onMessage: (listener) => void child.on('message', (message) => listener(message, [])),
      },
      ours as unknown as Calls,
    );
    let own: Running | undefined;
    const gone = new Promise<void>((resolve) => {
      child.once('exit', (code) => {
        its.gone();
        helpers.killAll();
        if (running === own) running = undefined;
        for (const callId of writing) services.writing({ callId, ended: true });
        if (own?.isReady && own.ending === undefined) {
          log.warn(`The core's process is gone, exit code ${code}.`);
          kept = { notices: [afterCore] };
          lost.tell();
        }
        resolve();
      });
    });
    own = { child, its, gone, isReady: false, ready: its.ask('start', { ...start(), unlocks, kept }) };
    return own;
  }

  function end(): Promise<void> {
    const own = running;
    if (!own) return Promise.resolve();
    own.ending ??= (async () => {
      const late = new Promise<undefined>((resolve) => setTimeout(resolve, SETTLE_LIMIT_MS, undefined).unref());
      const settled = own.its.ask('settle', undefined).catch((error: unknown) => void log.warn(String(error)));
      kept = (await Promise.race([settled, late])) ?? { notices: [] };
      killNow(own.child);
      await own.gone;
    })();
    return own.ending;
  }

  return {
    async begin(unlocks) {
      await running?.ending;
      running ??= fork(unlocks);
      const own = running;
      try {
        await own.ready;
        own.isReady = true;
        kept = { notices: [] };
      } catch (error) {
        own.ending ??= own.gone;
        killNow(own.child);
        await own.gone;
        throw error;
      }
    },
    end,
    async connect(window) {
      if (!running || running.ending) throw new Error('there is no core to connect with');
      const { ready, its } = running;
      await ready;
      const { port1, port2 } = new MessageChannelMain();
      its.tell('connect', undefined, [port2 as unknown as Port]);
      window.postMessage(wire.port, null, [port1]);
    },
    ask: (name, input, more) =>
      running ? running.its.ask(name, input, more) : Promise.reject(new Error('there is no core')),
    isRunning: () => running !== undefined,
    onLost: lost.on,
  };
}

/** The processes beside a core, by the numbers it gave them; each is joined with it by a channel of their own. */
function helpersOf(core: () => Remote<CoreCalls>) {
  const helpers = new Map<number, UtilityProcess>();
  return {
    add(id: number): void {
      const helper = forkKeychain();
      helpers.set(id, helper);
      const { port1, port2 } = new MessageChannelMain();
      helper.postMessage('port', [port1]);
      core().tell('helper', id, [port2 as unknown as Port]);
      helper.once('exit', () => {
        helpers.delete(id);
        core().tell('helperGone', id);
      });
    },
    kill(id: number): void {
      const helper = helpers.get(id);
      if (helper) killNow(helper);
    },
    killAll(): void {
      for (const helper of helpers.values()) killNow(helper);
    },
  };
}
