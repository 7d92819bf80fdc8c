/** Strings of the SSH protocol one after the other, each with its length before it (RFC 4251 section 5). */
export class SshStrings {
  #at = 0;

  constructor(private readonly bytes: Buffer) {}

  /** The next one; undefined where the bytes end before it does. */
  next(): Buffer | undefined {
    if (this.bytes.length - this.#at < 4) return undefined;
    const begin = this.#at + 4;
    const end = begin + this.bytes.readUInt32BE(this.#at);
    if (end > this.bytes.length) return undefined;
    this.#at = end;
    return this.bytes.subarray(begin, end);
  }

  /** So many of them. Throws where there are fewer. */
  take(count: number): Buffer[] {
    return Array.from({ length: count }, () => {
      const next = this.next();
      if (next === undefined) throw new Error('The key ends too early.');
      return next;
    });
  }

  /** A number of four bytes, of those that stand between strings; undefined at the end. */
  number(): number | undefined {
    if (this.bytes.length - this.#at < 4) return undefined;
    this.#at += 4;
    return this.bytes.readUInt32BE(this.#at - 4);
  }
}

/** A number of four bytes. */
export function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** Texts and bytes as strings of the protocol. */
export const sshStrings = (...all: (string | Buffer)[]): Buffer =>
  Buffer.concat(
    all.flatMap((each) => {
      const bytes = Buffer.from(each as string);
      return [uint32(bytes.length), bytes];
    }),
  );
