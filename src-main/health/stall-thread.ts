// The entry of the thread that watches whether the main thread still moves. Where that stands still, an endless loop included,
// it cannot write down itself what held it.
import { closeSync, constants, openSync, writeFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import type { ServerId } from '../../src-shared/model/server';
import { NO_FOLLOW_NO_WAIT } from '../files/atomic-write';
import type { StallThreadData, StallThreadMessage, StallThreadNews } from './stall-watch';

/**
 * A main thread that is held takes at least this share of one processor, however many others want it. One that waits takes none:
 * for a dialog of the system, a menu or a window being dragged (Electron stops its timers meanwhile), or for a debugger.
 */
const LEAST_SHARE = 0.1;

const { beats, recordFile, everyMs, stillBeats, endBeats } = workerData as StallThreadData;
const port = parentPort;
const say = (message: StallThreadMessage) => port?.postMessage(message);
const asked = new Set<ServerId>();
let last = -1;
let still = 0;
let usedBefore = process.cpuUsage();
let recorded = false;

port?.on('message', ({ id, begins }: StallThreadNews) => {
  if (begins) asked.add(id);
  else asked.delete(id);
});

// Counted in this thread's own turns and not by the clock: a machine that sleeps, or a stopped process, stops both threads.
setInterval(() => {
  const now = Atomics.load(beats, 0);
  if (now !== last) {
    last = now;
    still = 0;
    usedBefore = process.cpuUsage();
    recorded = false;
    return;
  }
  still += 1;
  if (still < stillBeats || asked.size === 0 || !works()) return;
  if (!recorded) {
    recorded = true;
    say({ stoodStill: [...asked], unwritten: write() });
  }
  // Main starts another one, which finds the record.
  if (still >= endBeats) process.kill(process.pid, 'SIGKILL');
}, everyMs);
say('running');

function works(): boolean {
  const { user, system } = process.cpuUsage(usedBefore);
  return (user + system) / 1000 >= LEAST_SHARE * still * everyMs;
}

/** Gives why the record could not be written, if so. */
function write(): string | undefined {
  try {
    const record = openSync(
      recordFile,
      constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | NO_FOLLOW_NO_WAIT,
      0o600,
    );
    writeFileSync(record, JSON.stringify({ version: 1, servers: [...asked] }));
    closeSync(record);
    return undefined;
  } catch (error) {
    return String(error);
  }
}
