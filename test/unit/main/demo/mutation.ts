/** A repeatable stream of numbers from 0 to below 1 (mulberry32). */
export function pseudoRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Damages bytes in one to three places: a byte changed, bits flipped, cut short, or a stretch doubled. */
export function mutate(bytes: Buffer, random: () => number): Buffer {
  let damaged: Buffer = Buffer.from(bytes);
  const times = 1 + Math.floor(random() * 3);
  for (let time = 0; time < times; time++) damaged = damageOnce(damaged, random);
  return damaged;
}

function damageOnce(bytes: Buffer, random: () => number): Buffer {
  const at = Math.floor(random() * bytes.length);
  const old = bytes[at] ?? 0;
  switch (Math.floor(random() * 4)) {
    case 0:
      return replaced(bytes, at, Math.floor(random() * 256));
    case 1:
      return replaced(bytes, at, old ^ (1 << Math.floor(random() * 8)));
    case 2:
      return bytes.subarray(0, at);
    default:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.floor(at / 2))]);
  }
}

function replaced(bytes: Buffer, at: number, value: number): Buffer {
  if (bytes.length === 0) return bytes;
  const copy = Buffer.from(bytes);
  copy[at] = value;
  return copy;
}
