import { runInChild } from '../../support/mutation/in-child';
import type { Random } from '../../support/mutation/random';

const hoard: Buffer[] = [];

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
  15: () => {
    const until = performance.now() + 700;
    while (performance.now() < until);
    return undefined;
  },
  250: () => {
    hoard.push(Buffer.alloc(200 * 1024 * 1024, 1));
    return undefined;
  },
};

await runInChild(async (random: Random, index) => {
  await faults[index]?.();
  return random.chance(0.5) ? 'heads' : 'tails';
});
