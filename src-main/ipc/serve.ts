import { type IpcMainEvent, type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import type { Answered, AppEvent } from '../../src-shared/contract';
import type { Progress, Step } from '../../src-shared/model/work';
import { wire } from '../../src-shared/wire';
import type { AppLock } from '../guard/app-lock';
import { log } from '../log';
import { answer } from './answer';
import { isOurFrame } from './sender';
import { createWork, type Handlers } from './work';
import { type WritesUnderWay, writesUnderWay } from './writes-under-way';

const CALL_ID = /^[0-9a-f-]{36}$/;
/** More calls than this at once is not a person clicking. */
const MAX_RUNNING = 200;

/** The only place that touches ipcMain. Serves the window's calls, their progress and their cancellation. */
export function serve(handlers: Handlers, lock: AppLock, writes: WritesUnderWay = writesUnderWay()): void {
  const running = new Map<string, AbortController>();
  lock.onLock(() => {
    for (const abort of running.values()) abort.abort();
  });

  ipcMain.handle(wire.call, async (event, name: unknown, input: unknown, callId: unknown) => {
    if (!isOurs(event)) throw new Error('call from a frame that is not ours');
    if (typeof callId !== 'string' || !CALL_ID.test(callId) || running.has(callId) || running.size >= MAX_RUNNING) {
      const result = { ok: false, failure: { code: 'input.invalid', detail: 'this call cannot be taken' } } as const;
      return { result, steps: [] } satisfies Answered;
    }
    const page = event.senderFrame?.osProcessId;
    const locked = { result: { ok: false, failure: { code: 'app.locked' } }, steps: [] } satisfies Answered;
    if (lock.refuses(name, page)) return locked;
    const abort = new AbortController();
    running.set(callId, abort);
    const sender = event.sender;
    let last: Step[] = [];
    const work = createWork(abort.signal, (steps, cancellable) => {
      last = steps;
      if (!cancellable) writes.begun(callId);
      const progress: Progress = { callId, steps, cancellable };
      if (!sender.isDestroyed() && !lock.isLocked()) sender.send(wire.progress, progress);
    });
    try {
      const result = await answer(handlers, name, input, work, log.bug);
      // It was locked meanwhile: what a call found may not reach the page that is to end.
      if (result.ok && lock.refuses(name, page)) return locked;
      return { result, steps: last } satisfies Answered;
    } finally {
      running.delete(callId);
      writes.ended(callId);
    }
  });

  ipcMain.on(wire.cancel, (event, callId: unknown) => {
    if (isOurs(event) && typeof callId === 'string') running.get(callId)?.abort();
  });
}

/** Tells a window something it did not ask for. */
export function tell(window: WebContents, event: AppEvent): void {
  if (!window.isDestroyed()) window.send(wire.event, event);
}

function isOurs({ senderFrame }: IpcMainInvokeEvent | IpcMainEvent): boolean {
  const ours = isOurFrame(senderFrame);
  if (!ours) log.warn('a call from a foreign frame was refused');
  return ours;
}
