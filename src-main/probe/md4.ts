const ROUNDS = [
  { order: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15], shifts: [3, 7, 11, 19], add: 0 },
  { order: [0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15], shifts: [3, 5, 9, 13], add: 0x5a827999 },
  { order: [0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15], shifts: [3, 9, 11, 15], add: 0x6ed9eba1 },
] as const;
const MIXES: readonly ((x: number, y: number, z: number) => number)[] = [
  (x, y, z) => (x & y) | (~x & z),
  (x, y, z) => (x & y) | (x & z) | (y & z),
  (x, y, z) => x ^ y ^ z,
];
const BLOCK = 64;
const rotated = (word: number, bits: number) => (word << bits) | (word >>> (32 - bits));

/**
 * MD4 (RFC 1320), which NTLM hashes a password with and nothing else should. Node's OpenSSL 3 has it in a provider that is not
 * loaded, Electron's BoringSSL has it always.
 */
export function md4(text: Buffer): Buffer {
  const padded = Buffer.alloc((Math.floor((text.length + 8) / BLOCK) + 1) * BLOCK);
  text.copy(padded);
  padded[text.length] = 0x80;
  padded.writeUInt32LE(text.length * 8, padded.length - 8);
  let state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
  for (let at = 0; at < padded.length; at += BLOCK) {
    const next = mixed(state, padded.subarray(at, at + BLOCK));
    state = state.map((word, index) => (word + (next[index] ?? 0)) | 0);
  }
  const digest = Buffer.alloc(16);
  state.forEach((word, index) => {
    digest.writeInt32LE(word | 0, index * 4);
  });
  return digest;
}

function mixed(state: readonly number[], block: Buffer): number[] {
  let [a = 0, b = 0, c = 0, d = 0] = state;
  ROUNDS.forEach(({ order, shifts, add }, round) => {
    order.forEach((word, step) => {
      const sum = a + (MIXES[round]?.(b, c, d) ?? 0) + block.readUInt32LE(word * 4) + add;
      [a, b, c, d] = [d, rotated(sum | 0, shifts[step % 4] ?? 0), b, c];
    });
  });
  return [a, b, c, d];
}
