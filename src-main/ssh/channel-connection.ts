import { Duplex } from 'node:stream';
import type { Connection } from '../net/network';
import type { ClientChannel } from './ssh2';

/**
 * A channel inside an SSH connection that behaves as a TCP socket does here: an end of the other side ends it, a lost
 * connection shows as `close` without an `error`, and whoever is slow to read slows the other side down.
 */
export class ChannelConnection extends Duplex implements Connection {
  readonly localAddress = undefined;
  #bytesRead = 0;
  #ended = false;
  /** What came in this turn of the event loop. */
  #arrived: Buffer[] = [];

  /** `isOver` tells whether the SSH connection around the channel ended. */
  constructor(
    private readonly channel: ClientChannel,
    isOver: () => boolean,
  ) {
    super({ allowHalfOpen: false });
    channel.on('data', (chunk: Buffer) => {
      this.#bytesRead += chunk.length;
      if (this.#arrived.push(chunk) === 1) setImmediate(() => this.#deliver());
    });
    // ssh2 ends its channels in good order where the connection was cut: the reader must not take that for the whole.
    channel.once('end', () => (isOver() ? this.destroy() : this.#end()));
    channel.once('close', () => (isOver() ? this.destroy() : this.#end()));
    channel.on('error', () => this.destroy());
    // Later errors reach whoever uses the connection through 'close', as with a socket of connectTcp.
    this.on('error', () => {});
    channel.stderr?.resume();
  }

  get bytesRead(): number {
    return this.#bytesRead;
  }

  setNoDelay(): this {
    return this;
  }
  setKeepAlive(): this {
    return this;
  }
  setTimeout(): this {
    return this;
  }

  override _read(): void {
    this.channel.resume();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    // ssh2 never answers a write to a channel that is closed already; 'close' comes in a moment.
    if (!this.channel.writable) this.destroy();
    else this.channel.write(chunk, (error) => done(error));
  }

  override _final(done: (error?: Error | null) => void): void {
    this.channel.end();
    done();
  }

  override _destroy(_error: Error | null, done: (error?: Error | null) => void): void {
    this.channel.close();
    // Or what still comes would stay in the channel, unread.
    this.channel.resume();
    done(null);
  }

  /**
   * Not while this end is being closed: Node's TLS over a stream that is no socket would answer a late hello then, which its
   * js_stream_socket.js takes for a bug and throws where nobody can catch it. It closes in a tick, hence the wait for a turn.
   */
  #deliver(): void {
    const bytes = Buffer.concat(this.#arrived.splice(0));
    if (bytes.length === 0 || this.destroyed || this.writableEnded) return;
    if (!this.push(bytes)) this.channel.pause();
  }

  #end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#deliver();
    this.push(null);
  }
}
