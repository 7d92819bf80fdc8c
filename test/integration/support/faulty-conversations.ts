import { runInChild } from '../../support/mutation/in-child';
import type { Random } from '../../support/mutation/random';

const hoard: Buffer[] = [];

const wasBusy = new Set<number>();

function keepBusy(index: number): undefined {
  wasBusy.add(index);
  const before = process.cpuUsage();
  const spent = () => process.cpuUsage(before);
  while (spent().user + spent().system < 300_000);
}

/** What goes wrong in some conversations; in all others nothing does. */
const faults: Record<number, () => Promise<unknown> | undefined> = {
  3: () => {
    for (;;);
  },
  5: () => {
    setImmediate(() => {
      throw new Error('in a timer');
    });
    return undefined;
  },
  7: () => {
    void Promise.reject(new Error('nobody waits'));
    return undefined;
  },
  9: () => new Promise(() => {}),
  11: () => process.exit(3),
  13: () => Promise.reject(new Error('a bug')),
  15: () => keepBusy(15),
  // Once, as on a machine that does something else: no fault.
  17: () => (wasBusy.has(17) ? undefined : keepBusy(17)),
  250: () => {
    hoard[0] ??= Buffer.alloc(220 * 1024 * 1024, 1);
    return undefined;
  },
};

await runInChild(async (random: Random, index) => {
  await faults[index]?.();
  return random.chance(0.5) ? 'heads' : 'tails';
});
