import { createStallWatch } from '../../../src-main/health/stall-watch';
import type { ServerId } from '../../../src-shared/model/server';

/**
 * A program that asks two servers, is done with one, and then stands still: for ever, or for the time it is told; in a loop, or
 * waiting, as for a dialog of the system. Last, after how many beats its process may be ended.
 */
const [, , threadFile = '', recordFile = '', still = '', how = 'loop', ends = 'Infinity'] = process.argv;
const watch = createStallWatch({
  threadFile,
  recordFile,
  onStall: (ids) => {
    process.stdout.write(`moves again: ${ids.join()}\n`);
    process.exit(0);
  },
  everyMs: 20,
  stillBeats: 10,
  endBeats: Number(ends),
});
watch.asking('00000000-0000-4000-8000-000000000001' as ServerId);
watch.asking('00000000-0000-4000-8000-000000000002' as ServerId)();
setTimeout(() => {
  if (how === 'wait') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Number(still));
  if (how === 'wait') return;
  const until = still === '' ? Number.POSITIVE_INFINITY : performance.now() + Number(still);
  while (performance.now() < until);
}, 300);
setTimeout(() => process.exit(3), 5000);
