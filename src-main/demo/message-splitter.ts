/** What the bytes received so far amount to. */
export type Split = { kind: 'message'; bytes: Buffer } | { kind: 'incomplete' } | { kind: 'garbage'; reason: string };

const sequenceTag = 0x30;
const longestHeader = 6;

/**
 * Cuts a byte stream into LDAP messages (RFC 4511 section 5.2: one BER sequence after the other), bounded: it never
 * holds more than one message of `largest` bytes and the last chunk, and joins chunks once per message.
 */
export class MessageSplitter {
  private chunks: Buffer[] = [];
  private held = 0;
  private needed = 1;

  constructor(private readonly largest: number) {}

  /** Bytes received and not yet given out. */
  get size(): number {
    return this.held;
  }

  push(chunk: Buffer): void {
    this.chunks.push(chunk);
    this.held += chunk.length;
  }

  /** The next message, or why it did not come. After `garbage` the stream is of no further use. */
  next(): Split {
    if (this.held < this.needed) return { kind: 'incomplete' };
    const buffer = this.joined();
    const header = readHeader(buffer.subarray(0, longestHeader));
    if (header.kind === 'garbage') return header;
    if (header.kind === 'incomplete') {
      this.needed = this.held + 1;
      return header;
    }
    if (header.total > this.largest) return { kind: 'garbage', reason: 'message too large' };
    if (this.held < header.total) {
      this.needed = header.total;
      return { kind: 'incomplete' };
    }
    this.needed = 1;
    this.held -= header.total;
    this.chunks = this.held > 0 ? [buffer.subarray(header.total)] : [];
    return { kind: 'message', bytes: buffer.subarray(0, header.total) };
  }

  private joined(): Buffer {
    const [only] = this.chunks;
    const buffer = only && this.chunks.length === 1 ? only : Buffer.concat(this.chunks);
    this.chunks = [buffer];
    return buffer;
  }
}

type Header = { kind: 'header'; total: number } | { kind: 'incomplete' } | { kind: 'garbage'; reason: string };

/** Tag and length of the outermost element. LDAP allows only the definite form (RFC 4511 section 5.1). */
function readHeader(bytes: Buffer): Header {
  const [tag, first] = bytes;
  if (tag !== undefined && tag !== sequenceTag) return { kind: 'garbage', reason: 'not an LDAP message' };
  if (first === undefined) return { kind: 'incomplete' };
  if (first < 0x80) return { kind: 'header', total: 2 + first };
  const lengthBytes = first & 0x7f;
  if (lengthBytes === 0 || lengthBytes > 4) return { kind: 'garbage', reason: 'length not allowed' };
  if (bytes.length < 2 + lengthBytes) return { kind: 'incomplete' };
  return { kind: 'header', total: 2 + lengthBytes + bytes.readUIntBE(2, lengthBytes) };
}
