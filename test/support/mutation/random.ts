/** Random numbers that come again with the same seed (mulberry32). Not for secrets. */
export class Random {
  #state: number;

  /** `index` tells the conversations of one run apart. */
  constructor(seed: number, index = 0) {
    this.#state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b)) >>> 0;
    // Neighbouring seeds differ in a few bits only until some numbers were drawn.
    for (let draw = 0; draw < 4; draw += 1) this.#next();
  }

  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }

  /** A whole number from 0 to below `limit`; 0 if there is no such. */
  below(limit: number): number {
    return limit < 1 ? 0 : this.#next() % Math.floor(limit);
  }

  chance(share: number): boolean {
    return this.#next() / 2 ** 32 < share;
  }

  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  bytes(count: number): Buffer {
    return Buffer.from(Array.from({ length: count }, () => this.below(256)));
  }
}
