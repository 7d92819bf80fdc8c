import { Duplex } from 'node:stream';
import { type Message, message as sentence } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { safeText } from '../base/safe-text';
import { elementAt, tag } from './ber-frame';
import { type LdapMessage, readMessage } from './ldap-message';
import { checkMessage } from './message-grammar';

const MAX_MESSAGE = 8 * 1024 * 1024;
const MAX_MESSAGES_PER_TICK = 500;
/** Joined as soon as there are so many: a message that comes byte by byte would take a hundred times its size. */
const MAX_CHUNKS = 1024;
export const MAX_ENTRIES = 1000;
const MAX_SEARCH = 32 * 1024 * 1024;
/** Attributes, their names and values: a million and a half would fit into 8 MB, and each becomes an object. */
const MAX_ELEMENTS = 100_000;
/**
 * So many elements are read in one turn of this process, whichever connections they came by, and those of the message that passes
 * it: then timers and other work get theirs. Hundreds of servers can answer at the same moment.
 */
const MAX_ELEMENTS_PER_TURN = 50_000;
let readInTurn = 0;

function countInTurn(elements: number): void {
  if (readInTurn === 0) {
    setImmediate(() => {
      readInTurn = 0;
    });
  }
  readInTurn += elements;
}

/**
 * Stands between a socket and whoever asks over it, and lets the answers through, whole LDAP messages that keep to the grammar
 * of RFC 4511, one at a time and read (`LdapMessage`). Ends the connection, with the reason in `failure`, on bytes that are not
 * LDAP, on a message over 8 MB, on more than 1000 entries, 32 MB or 100 000 elements since the last request, on a Notice of
 * Disconnection (RFC 4511 section 4.4.1), and on any byte while it rests.
 */
export class MessageGuard extends Duplex {
  /** Why the guard, or the other side, ended the connection. */
  failure: AppError | undefined;
  readonly #inner: Duplex;
  readonly #at: string;
  #chunks: Buffer[] = [];
  /** How many of them were not joined yet, the last ones. */
  #loose = 0;
  #held = 0;
  #wanted = 0;
  #entries = 0;
  #bytes = 0;
  #elements = 0;
  #draining = false;
  #resting = false;

  constructor(inner: Duplex, at: string) {
    super({ allowHalfOpen: false, readableObjectMode: true });
    this.#inner = inner;
    this.#at = at;
    inner.on('data', (chunk: Buffer) => this.#take(chunk));
    const dropped = () => {
      if (!this.destroyed) this.#end(new AppError('net.dropped', { at }));
    };
    inner.on('error', dropped);
    inner.on('close', dropped);
  }

  /**
   * Rests until the next request: whatever comes before it ends the connection, unread. Gives false, and does not rest, where
   * something came that was not handed out yet, or the connection is over.
   */
  rest(): boolean {
    this.#resting = !this.destroyed && this.#held === 0 && !this.#draining && this.readableLength === 0;
    return this.#resting;
  }

  override _write(chunk: Buffer, encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#resting = false;
    // Only a request of ours opens a new account; answers that nobody asked for must not.
    this.#entries = 0;
    this.#bytes = 0;
    this.#elements = 0;
    this.#inner.write(chunk, encoding, (error) => {
      // Handed on, it would be an error of this stream, where nobody listens: main would end.
      if (error) this.#end(new AppError('net.dropped', { at: this.#at }));
      done();
    });
  }

  override _read(): void {}

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#inner.destroy();
    this.#chunks = [];
    done(error);
  }

  #end(failure: AppError): void {
    this.failure ??= failure;
    this.destroy();
  }

  #take(chunk: Buffer): void {
    if (this.destroyed) return;
    if (this.#resting) {
      this.#end(new AppError('net.dropped', { at: this.#at }));
      return;
    }
    this.#chunks.push(chunk);
    this.#held += chunk.length;
    this.#loose += 1;
    if (this.#loose === MAX_CHUNKS) {
      this.#chunks.push(Buffer.concat(this.#chunks.splice(-MAX_CHUNKS)));
      this.#loose = 0;
    }
    if (this.#held >= this.#wanted && !this.#draining) this.#drain();
  }

  /** Hands out the whole messages held, at most 500, or as many as may be read in a turn, before other work gets its own. */
  #drain(): void {
    this.#draining = false;
    this.#loose = 0;
    const [first] = this.#chunks;
    let rest = first && this.#chunks.length === 1 ? first : Buffer.concat(this.#chunks);
    for (let count = 0; count < MAX_MESSAGES_PER_TICK && readInTurn < MAX_ELEMENTS_PER_TURN; count += 1) {
      const bytes = this.destroyed ? undefined : this.#nextMessage(rest);
      if (!bytes) {
        this.#chunks = this.destroyed || rest.length === 0 ? [] : [rest];
        this.#held = rest.length;
        this.#inner.resume();
        return;
      }
      rest = rest.subarray(bytes.length);
      const message = this.#read(bytes);
      if (message) this.push(message);
    }
    this.#chunks = [rest];
    this.#held = rest.length;
    this.#draining = true;
    // What is held would be joined again each time, so it must not grow meanwhile.
    this.#inner.pause();
    setImmediate(() => this.#drain());
  }

  #nextMessage(bytes: Buffer): Buffer | undefined {
    this.#wanted = 0;
    if (bytes.length > 0 && bytes[0] !== tag.message) {
      this.#end(
        new AppError('ldap.notLdap', { at: this.#at, detail: safeText(bytes.subarray(0, 60).toString('latin1')) }),
      );
      return undefined;
    }
    const outer = elementAt(bytes, 0);
    if (outer === 'more') return undefined;
    if (outer === 'bad') {
      this.#end(
        new AppError('ldap.notLdap', {
          at: this.#at,
          reason: sentence('failure.reason.grammar', { fault: 'a length that LDAP does not allow' }),
        }),
      );
      return undefined;
    }
    if (outer.end > MAX_MESSAGE) {
      this.#end(
        new AppError('ldap.tooMuch', { at: this.#at, facts: { limit: sentence('failure.ldap.tooMuch.oneMessage') } }),
      );
      return undefined;
    }
    if (bytes.length < outer.end) {
      this.#wanted = outer.end;
      return undefined;
    }
    return bytes.subarray(0, outer.end);
  }

  /** Nothing where it may not be let through. */
  #read(bytes: Buffer): LdapMessage | undefined {
    const checked = checkMessage(bytes, MAX_ELEMENTS + 1);
    if (typeof checked === 'string') {
      this.#end(
        new AppError('ldap.notLdap', { at: this.#at, reason: sentence('failure.reason.grammar', { fault: checked }) }),
      );
      return undefined;
    }
    this.#bytes += bytes.length;
    this.#elements += checked;
    countInTurn(checked);
    // Only what was checked to its end can be read.
    if (!this.#isWithin()) return undefined;
    const message = readMessage(bytes);
    const { id, operation, code, diagnostic } = message;
    if (id === 0) {
      const said = operation === tag.extendedResponse ? `${code} ${diagnostic}` : '';
      this.#end(new AppError('net.dropped', { at: this.#at, detail: safeText(`Notice of Disconnection ${said}`) }));
      return undefined;
    }
    // Whatever its operation or id: a server could mix anything into its entries.
    this.#entries += operation === tag.searchDone ? 0 : 1;
    if (!this.#isWithin()) return undefined;
    // Nobody here asks for intermediate responses (RFC 4511 section 4.13).
    return operation === tag.intermediateResponse ? undefined : message;
  }

  /** Whether what came since the last request keeps to the limits; otherwise it ends the connection. */
  #isWithin(): boolean {
    const limit = this.#limitPassed();
    if (limit) this.#end(new AppError('ldap.tooMuch', { at: this.#at, facts: { limit } }));
    return !limit;
  }

  #limitPassed(): Message | undefined {
    if (this.#entries > MAX_ENTRIES) return sentence('failure.ldap.tooMuch.entries', { n: MAX_ENTRIES });
    if (this.#bytes > MAX_SEARCH) return sentence('failure.ldap.tooMuch.oneSearch');
    return this.#elements > MAX_ELEMENTS ? sentence('failure.ldap.tooMuch.values', { n: MAX_ELEMENTS }) : undefined;
  }
}
