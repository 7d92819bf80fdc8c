// The entry of the thread that watches whether the main thread still moves. Where that stands still, an endless loop included,
// it cannot write down itself what held it.
import { writeFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import type { StallThreadData, StallThreadMessage } from './stall-watch';

const { beats, recordFile, everyMs, stillBeats } = workerData as StallThreadData;
const port = parentPort;
const say = (message: StallThreadMessage) => port?.postMessage(message);
let asked: string[] = [];
let last = -1;
let still = 0;
let recorded = false;

port?.on('message', (ids: string[]) => {
  asked = ids;
});

// Counted in this thread's own turns and not by the clock: a machine that sleeps, or a stopped process, stops both threads.
setInterval(() => {
  const now = Atomics.load(beats, 0);
  still = now === last ? still + 1 : 0;
  recorded &&= still > 0;
  last = now;
  if (still < stillBeats || recorded || asked.length === 0) return;
  recorded = true;
  writeFileSync(recordFile, JSON.stringify({ version: 1, servers: asked }), { mode: 0o600 });
  say('stall');
}, everyMs);
say('running');
