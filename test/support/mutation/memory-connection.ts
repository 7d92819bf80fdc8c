import { Duplex } from 'node:stream';
import type { Connection } from '../../../src-main/net/network';

/** One end of a connection inside this process; see `memoryConnection`. */
class MemoryEnd extends Duplex implements Connection {
  bytesRead = 0;
  readonly localAddress = '127.0.0.1';
  #other: MemoryEnd | undefined;
  /** Tells the writer that what it sent was read. */
  #taken: (() => void) | undefined;

  constructor() {
    super({ allowHalfOpen: false });
  }

  join(other: MemoryEnd): void {
    this.#other = other;
  }

  setNoDelay = () => this;
  setKeepAlive = () => this;
  setTimeout = () => this;

  override _read(): void {
    this.#taken?.();
    this.#taken = undefined;
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    setImmediate(() => this.#other?.receive(chunk, done));
  }

  /** After its own end it hears nothing more, as a ChannelConnection. */
  receive(chunk: Buffer, done: () => void): void {
    this.bytesRead += chunk.length;
    if (this.destroyed || this.readableEnded || this.writableEnded || this.push(chunk)) done();
    else this.#taken = done;
  }

  override _final(done: () => void): void {
    this.#other?.hearEnd();
    done();
  }

  hearEnd(): void {
    if (!this.destroyed && !this.readableEnded) this.push(null);
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#taken?.();
    const [other, inOrder] = [this.#other, this.writableFinished];
    setImmediate(() => {
      if (inOrder) other?.hearEnd();
      else other?.destroy(Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }));
    });
    done(error);
  }
}

/** Two ends of a connection that behaves as TCP does, without leaving the process: fast, and the same at every run. */
export function memoryConnection(): { client: Connection; server: Duplex } {
  const [client, server] = [new MemoryEnd(), new MemoryEnd()];
  client.join(server);
  server.join(client);
  client.on('error', () => {}); // as with a socket of connectTcp, later errors show as `close`
  return { client, server };
}
