const BANNER = /^SSH-(2\.0|1\.99)-/m;
const LONGEST_BANNER = 9;
const KEPT_BYTES = 1024;
/** Greeting lines may come before the banner (RFC 4253 section 4.2). */
const GREETING_BYTES = 64 * 1024;

/** What the other side says first. Linear in it, however small the pieces are that it comes in. */
export class FirstWords {
  /** At most 1 KB. */
  bytes = Buffer.alloc(0);
  /** Whether it introduced itself as an SSH server. */
  spokeSsh = false;
  #heard = 0;
  /** The beginning of the line that has not ended yet. */
  #line = '';

  /** Takes the next piece, and gives whether there is more to listen for. */
  hear(piece: Buffer): boolean {
    this.#heard += piece.length;
    if (this.bytes.length < KEPT_BYTES) {
      this.bytes = Buffer.concat([this.bytes, piece.subarray(0, KEPT_BYTES)]).subarray(0, KEPT_BYTES);
    }
    const text = this.#line + piece.toString('latin1');
    this.spokeSsh = BANNER.test(text);
    this.#line = text.slice(Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1).slice(0, LONGEST_BANNER);
    return !this.spokeSsh && this.#heard <= GREETING_BYTES;
  }
}
