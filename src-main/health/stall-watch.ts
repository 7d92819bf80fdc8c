import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { ServerId } from '../../src-shared/model/server';
import { log } from '../files/log';

export interface StallThreadData {
  /** One number that the main thread counts up as long as it moves. */
  beats: Int32Array;
  recordFile: string;
  everyMs: number;
  stillBeats: number;
  endBeats: number;
}

/** What the thread hears: a server is being asked, or no longer is. */
export interface StallThreadNews {
  id: ServerId;
  begins: boolean;
}

/** What the thread says: that it runs, and later which servers were asked while the main thread stood still. */
export type StallThreadMessage = 'running' | { stoodStill: ServerId[]; unwritten: string | undefined };

export interface StallWatchOptions {
  /** Path of stall-thread.ts, bundled. */
  threadFile: string;
  /** Where the thread writes which servers were being asked while the main thread stood still. */
  recordFile: string;
  /** Called with them when the main thread moves again. */
  onStall(servers: ServerId[]): void;
  /** How often the main thread shows that it moves, in ms, and how many times it may miss before it counts as standing still. */
  everyMs?: number;
  stillBeats?: number;
  /** How many times it may miss before the process is ended. */
  endBeats?: number;
}

export interface StallWatch {
  /** Notes that a server is being asked, until the function it gives is called. */
  asking(id: ServerId): () => void;
  /** Resolves once the thread runs; it is started if need be. Rejects if it cannot be. */
  running(): Promise<void>;
  stop(): void;
}

/**
 * Watches from a thread of its own whether the main thread moves while servers are asked. If it stands still for five seconds and
 * works all the while, the servers that were being asked are written down at once, as it may never move again; after twenty the
 * process is ended. The thread starts with the first.
 */
export function createStallWatch(options: StallWatchOptions): StallWatch {
  const { threadFile, recordFile, onStall, everyMs = 250, stillBeats = 20, endBeats = 80 } = options;
  const asked = new Map<ServerId, number>();
  const beats = new Int32Array(new SharedArrayBuffer(4));
  let beating: NodeJS.Timeout | undefined;
  let thread: Worker | undefined;

  function start(): Worker {
    beating ??= setInterval(() => Atomics.add(beats, 0, 1), everyMs).unref();
    const workerData: StallThreadData = { beats, recordFile, everyMs, stillBeats, endBeats };
    const started = new Worker(threadFile, { workerData });
    started.unref();
    started.on('message', (message: StallThreadMessage) => {
      if (message === 'running') return;
      if (message.unwritten !== undefined) log.warn(`The record of a stall was not written: ${message.unwritten}`);
      rmSync(recordFile, { force: true });
      onStall(message.stoodStill);
    });
    started.on('error', log.bug);
    return started;
  }

  function tell(id: ServerId, begins: boolean): void {
    thread ??= start();
    thread.postMessage({ id, begins } satisfies StallThreadNews);
  }

  return {
    asking(id) {
      asked.set(id, (asked.get(id) ?? 0) + 1);
      if (asked.get(id) === 1) tell(id, true);
      return () => {
        const left = (asked.get(id) ?? 1) - 1;
        if (left > 0) asked.set(id, left);
        else if (asked.delete(id)) tell(id, false);
      };
    },
    async running() {
      thread ??= start();
      await once(thread, 'message'); // its first one
    },
    stop() {
      clearInterval(beating);
      void thread?.terminate();
    },
  };
}
