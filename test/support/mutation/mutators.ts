import type { Random } from './random';

/** What a server sends, piece by piece: each answers what the client said before. */
export type Sends = readonly Uint8Array[];

type Mutator = (bytes: Buffer, random: Random, donors: readonly Sends[]) => Buffer;

const HUGE_NUMBERS = ['0', '-1', '255', '65536', '2147483647', '2147483648', '4294967295', '4294967296', '1e999'];
const LONG_NUMBERS = ['9'.repeat(20), '9'.repeat(400), '0'.repeat(5000)];
/** BER lengths, big-endian 16 and 32 bit ones, and what overflows them. */
const LENGTHS = ['00', '7f', '80', '81ff', '82ffff', '83ffffff', '84ffffffff', '847fffffff', '888000000000000000']
  .concat(['ffff', '00000000', '7fffffff', '80000000', 'ffffffff', '0000ffff', '00010000'])
  .map((hex) => Buffer.from(hex, 'hex'));
const FILLERS = [
  '\0',
  '\xff',
  ' ',
  'A',
  '(',
  ')',
  '<',
  '"',
  '\\',
  '=',
  '%',
  ':',
  ';',
  '\t',
  '\r',
  '\n',
  '-',
  '{',
  '[',
  '*',
]
  .concat(['\r\n', '=?utf-8?q?', '\\"', '220-x\r\n', '* OK\r\n', '&#', '250 ', '()', '""', '<a '])
  .map((text) => Buffer.from(text, 'latin1'));

const put = (bytes: Buffer, start: number, end: number, middle: Uint8Array): Buffer =>
  Buffer.concat([bytes.subarray(0, start), middle, bytes.subarray(end)]);

/** Mostly short; now and then as long as what brings out a walk that takes the square of it. */
const runLength = (random: Random): number =>
  random.chance(0.02) ? 200_000 + random.below(800_000) : random.chance(0.1) ? random.below(50_000) : random.below(300);

function range(bytes: Buffer, random: Random): [start: number, end: number] {
  const start = random.below(bytes.length);
  return [start, Math.min(bytes.length, start + 1 + random.below(random.chance(0.3) ? bytes.length : 16))];
}

function lineAt(bytes: Buffer, random: Random): [start: number, end: number] {
  const at = random.below(bytes.length);
  const start = at === 0 ? 0 : bytes.lastIndexOf(0x0a, at - 1) + 1;
  const end = bytes.indexOf(0x0a, start);
  return [start, end < 0 ? bytes.length : end + 1];
}

/** One of the places where `pattern`, a global one, matches. */
function placeOf(pattern: RegExp, bytes: Buffer, random: Random): [start: number, end: number] | undefined {
  const found = [...bytes.toString('latin1').matchAll(pattern)];
  if (found.length === 0) return undefined;
  const one = random.pick(found);
  return [one.index, one.index + one[0].length];
}

/** What may happen to one piece on its way. */
const mutators = {
  flipBit(bytes, random) {
    const copy = Buffer.from(bytes);
    const at = random.below(copy.length);
    if (copy.length > 0) copy[at] = (copy[at] ?? 0) ^ (1 << random.below(8));
    return copy;
  },
  setByte(bytes, random) {
    const copy = Buffer.from(bytes);
    if (copy.length > 0)
      copy[random.below(copy.length)] = random.chance(0.5) ? random.below(256) : random.pick([0, 255]);
    return copy;
  },
  deleteRange: (bytes, random) => put(bytes, ...range(bytes, random), Buffer.alloc(0)),
  duplicateRange(bytes, random) {
    const [start, end] = range(bytes, random);
    return put(bytes, end, end, bytes.subarray(start, end));
  },
  truncate: (bytes, random) => bytes.subarray(0, random.below(bytes.length + 1)),
  randomBytes: (bytes, random) => put(bytes, ...range(bytes, random), random.bytes(1 + random.below(40))),
  splice(bytes, random, donors) {
    const donor = Buffer.from(random.pick(random.pick(donors)));
    return put(bytes, ...range(bytes, random), donor.subarray(...range(donor, random)));
  },
  editLength(bytes, random) {
    const length = random.pick(LENGTHS);
    const at = random.below(bytes.length);
    return put(bytes, at, random.chance(0.7) ? at + length.length : at + 1, length);
  },
  editNumber(bytes, random) {
    const place = placeOf(/\d+/g, bytes, random);
    const number = random.chance(0.8) ? random.pick(HUGE_NUMBERS) : random.pick(LONG_NUMBERS);
    return place ? put(bytes, ...place, Buffer.from(number)) : bytes;
  },
  repeatLine(bytes, random) {
    const [start, end] = lineAt(bytes, random);
    const line = bytes.subarray(start, end);
    const most = Math.floor(1_000_000 / Math.max(1, line.length));
    return put(bytes, end, end, Buffer.alloc(line.length * Math.min(most, runLength(random)), line));
  },
  dropLine: (bytes, random) => put(bytes, ...lineAt(bytes, random), Buffer.alloc(0)),
  dropLineEnd(bytes, random) {
    const place = placeOf(/\r\n|\r|\n/g, bytes, random);
    return place ? put(bytes, ...place, Buffer.from(random.pick(['', '\r', '\n', '\n\r', '\r\r\n']))) : bytes;
  },
  longRun(bytes, random) {
    const filler = random.pick(FILLERS);
    const at = random.below(bytes.length + 1);
    return put(bytes, at, at, Buffer.alloc(runLength(random), filler));
  },
  swapRanges(bytes, random) {
    const [start, end] = range(bytes, random);
    return Buffer.concat([bytes.subarray(start, end), bytes.subarray(0, start), bytes.subarray(end)]);
  },
} satisfies Record<string, Mutator>;

const all: readonly Mutator[] = Object.values(mutators);

/** What may happen to the order of the pieces. */
const shuffles: readonly ((sends: Buffer[], random: Random, donors: readonly Sends[]) => Buffer[])[] = [
  (sends, random) => sends.toSpliced(random.below(sends.length), 1),
  (sends, random) => {
    const at = random.below(sends.length);
    return sends.toSpliced(at, 0, sends[at] ?? Buffer.alloc(0));
  },
  (sends, random) => sends.slice(0, random.below(sends.length + 1)),
  (sends, random, donors) =>
    sends.toSpliced(random.below(sends.length + 1), 0, Buffer.from(random.pick(random.pick(donors)))),
  (sends, random, donors) => [...sends, Buffer.from(random.pick(random.pick(donors))), random.bytes(random.below(200))],
];

/**
 * Changes a valid conversation in one to five ways; now and then in none. `donors` are conversations, of the same protocol
 * or of others, that pieces are taken from; at least one, and none of them empty.
 */
export function mutate(sends: Sends, random: Random, donors: readonly Sends[]): Uint8Array[] {
  let mutated: Buffer[] = sends.map((bytes) => Buffer.from(bytes));
  if (random.chance(0.02)) return mutated;
  for (let left = 1 + random.below(random.chance(0.2) ? 5 : 2); left > 0; left -= 1) {
    if (mutated.length === 0) break;
    if (random.chance(0.12)) mutated = random.pick(shuffles)(mutated, random, donors);
    else {
      const at = random.below(mutated.length);
      mutated[at] = random.pick(all)(mutated[at] ?? Buffer.alloc(0), random, donors);
    }
  }
  return mutated;
}

/** The same bytes in pieces as the network may bring them: as one, cut anywhere, or byte by byte where they are few. */
export function cut(bytes: Uint8Array, random: Random): Uint8Array[] {
  if (random.chance(0.4) || bytes.length < 2) return bytes.length === 0 ? [] : [bytes];
  if (random.chance(0.2) && bytes.length <= 600) return [...bytes].map((byte) => Uint8Array.of(byte));
  const places = Array.from({ length: 1 + random.below(6) }, () => random.below(bytes.length));
  const borders = [0, ...places.sort((a, b) => a - b), bytes.length];
  return borders
    .slice(1)
    .map((end, index) => bytes.subarray(borders[index], end))
    .filter((piece) => piece.length > 0);
}
