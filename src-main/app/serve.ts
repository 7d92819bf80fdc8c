import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import type { AppEvent } from '../../src-shared/contract/events';
import { type ShellCallName, wire } from '../../src-shared/contract/wire';
import { log } from '../files/log';
import { refused, takeCalls } from '../ipc/take-calls';
import type { AppLock } from '../work/app-lock';
import type { Handlers } from '../work/work';
import { writesUnderWay } from '../work/writes-under-way';
import { isOurFrame } from './sender';

interface Needs {
  calls: Pick<Handlers, ShellCallName>;
  lock: Pick<AppLock, 'refuses'>;
  /** Hands a port to the core to that window's page, once the core answers. Rejects if no core runs. */
  connect(window: WebContents): Promise<void>;
}

/**
 * The only place that touches ipcMain. Answers the window's calls that are main's own, and joins its page with the core, which
 * answers all others. Who is no page of ours gets neither.
 */
export function serve({ calls, lock, connect }: Needs): void {
  // None of them writes to a server, and none has stages.
  const taking = takeCalls({ handlers: () => calls, refuses: lock.refuses, writes: writesUnderWay() });

  ipcMain.handle(wire.call, async (event, name: unknown, input: unknown, callId: unknown) => {
    requireOurs(event);
    return taking.take(name, input, callId, () => {}, event.senderFrame?.osProcessId);
  });

  /** Gives the answer to whatever the page wanted to ask, where it cannot be joined. */
  ipcMain.handle(wire.connect, async (event) => {
    requireOurs(event);
    const page = event.senderFrame?.osProcessId;
    const barred = () => lock.refuses(undefined, page);
    if (barred()) return refused('app.locked');
    try {
      await connect(event.sender);
      return undefined;
    } catch (error) {
      if (barred()) return refused('app.locked');
      log.bug(error);
      return refused('internal');
    }
  });
}

/** Tells a window something it did not ask for. */
export function tell(window: WebContents, event: AppEvent): void {
  if (!window.isDestroyed()) window.send(wire.event, event);
}

function requireOurs({ senderFrame }: IpcMainInvokeEvent): void {
  if (isOurFrame(senderFrame)) return;
  log.warn('a call from a foreign frame was refused');
  throw new Error('call from a frame that is not ours');
}
