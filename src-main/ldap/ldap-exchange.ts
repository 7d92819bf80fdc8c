import type { Duplex } from 'node:stream';
import { message as sentence } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { headOf, tag } from './ber-frame';
import type { Decode } from './decoder';
import type { LdapMessage, RawAttribute } from './ldap-message';
import { type LdapRequest, request } from './ldap-requests';
import { MessageGuard } from './message-guard';
import type { PagePlace } from './search-pages';

const UNBIND_LIMIT_MS = 500;
/** What goes to be decoded costs as much as dozens of entries: so many wait, and so long, for the rest of what was asked for. */
const MAX_BATCH = 200;
const BATCH_MS = 5;

/** What came back for one request: the entries, and the answer that ended it. */
export interface Answer {
  entries: { dn: string; attributes: readonly RawAttribute[] }[];
  end: LdapMessage;
}

interface Waiting {
  /** The operation that ends the request. */
  wanted: number | undefined;
  entries: Answer['entries'];
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

/**
 * Requests and answers over one connection (RFC 4511 section 3.1.1): numbers the requests, and pairs each with the answers
 * that carry its number. What the server says is checked by `MessageGuard` and decoded by `decode`, away from here. Requests
 * that are made in one turn leave in one piece: on a distant line each piece may cost a round trip.
 */
export class LdapExchange {
  readonly guard: MessageGuard;
  /** Where the last search in pages stands: the one place that a server keeps. It outlives the piece of work that began it. */
  newestPlace: PagePlace | undefined;
  readonly #waiting = new Map<number, Waiting>();
  readonly #decode: Decode;
  #lastId = 0;
  /** What was asked in this turn. */
  #outgoing: Buffer[] = [];
  #heard: Buffer[] = [];
  /** How many requests have not heard yet what ends them. */
  #open = 0;
  /** Runs while answers wait for more of them. */
  #patience: NodeJS.Timeout | undefined;
  /** What was heard by now is to be decoded. */
  #isDue = false;
  #isDecoding = false;
  readonly #decodeHeard = () => {
    clearTimeout(this.#patience);
    this.#patience = undefined;
    this.#isDue = true;
    void this.#decodeDue();
  };
  /** Why it ended, where this end has the reason. */
  #failure: AppError | undefined;

  constructor(
    connection: Duplex,
    readonly at: string,
    decode: Decode,
  ) {
    this.guard = new MessageGuard(connection, at);
    this.#decode = decode;
    this.guard.on('data', (message: Buffer) => {
      this.#heard.push(message);
      const { id, operation } = headOf(message);
      if (operation === this.#waiting.get(id)?.wanted) this.#open -= 1;
      if (this.#open > 0 && this.#heard.length < MAX_BATCH) this.#patience ??= setTimeout(this.#decodeHeard, BATCH_MS);
      else this.#decodeHeard();
    });
    // What was heard before the end is still an answer.
    this.guard.on('close', this.#decodeHeard);
  }

  get isOver(): boolean {
    return this.guard.destroyed;
  }

  /** Why the connection ended, as far as it is known. */
  get failure(): AppError {
    return this.#failure ?? this.guard.failure ?? new AppError('net.dropped', { at: this.at });
  }

  /**
   * Sends a request and waits for its answer, whatever the result code is. Throws AppError `net.dropped`, `ldap.notLdap`,
   * `ldap.held`, `ldap.tooMuch` where the connection ends before.
   */
  ask({ answer, write }: LdapRequest): Promise<Answer> {
    if (this.isOver) return Promise.reject(this.failure);
    this.#lastId += 1;
    const id = this.#lastId;
    const bytes = write(id);
    return new Promise((resolve, reject) => {
      this.#open += 1;
      this.#waiting.set(id, { wanted: answer, entries: [], resolve, reject });
      // Behind everything that promises have still to do in this turn.
      if (this.#outgoing.push(bytes) === 1) queueMicrotask(() => process.nextTick(() => this.#send()));
    });
  }

  /**
   * Rests until it is asked again: whatever comes meanwhile ends the connection. Gives false, and does not rest, where
   * something is under way.
   */
  rest(): boolean {
    const isQuiet = this.#waiting.size === 0 && this.#outgoing.length === 0;
    return isQuiet && this.#heard.length === 0 && !this.#isDecoding && this.guard.rest();
  }

  /** Ends the connection. What waits fails at once, even if something that was heard is still being decoded. */
  end(why?: AppError): void {
    this.#failure ??= why;
    this.guard.destroy();
    clearTimeout(this.#patience);
    this.#heard = [];
    this.#outgoing = [];
    this.#rejectAll();
  }

  /** Unbinds and ends, within a second. Never throws. */
  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      // A server that no longer reads never takes the unbind request.
      const late = setTimeout(resolve, UNBIND_LIMIT_MS);
      this.#unbind(() => {
        clearTimeout(late);
        resolve();
      });
    });
    this.end();
  }

  #unbind(sent: () => void): void {
    if (this.isOver) {
      sent();
      return;
    }
    this.#lastId += 1;
    this.#outgoing.push(request.unbind().write(this.#lastId));
    this.#send(sent);
  }

  #send(sent?: () => void): void {
    const bytes = this.#outgoing.splice(0);
    if (bytes.length > 0) this.guard.write(Buffer.concat(bytes), () => sent?.());
  }

  async #decodeDue(): Promise<void> {
    if (this.#isDecoding) return;
    this.#isDecoding = true;
    try {
      while (this.#isDue && this.#heard.length > 0) {
        this.#isDue = false;
        for (const message of await this.#decode(this.#heard.splice(0), this.at)) this.#take(message);
      }
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#isDecoding = false;
    }
    if (this.isOver) this.#rejectAll();
  }

  #take(message: LdapMessage): void {
    const waiting = this.#waiting.get(message.id);
    if (!waiting) return;
    if (message.operation === tag.searchReference && waiting.wanted === tag.searchDone) return; // nobody goes there
    if (message.operation === tag.searchEntry && waiting.wanted === tag.searchDone) {
      if (message.entry) waiting.entries.push(message.entry);
      return;
    }
    if (message.operation !== waiting.wanted) {
      const reason = sentence('failure.reason.otherAnswer', { operation: message.operation.toString(16) });
      throw new AppError('ldap.notLdap', { at: this.at, reason });
    }
    this.#waiting.delete(message.id);
    waiting.resolve({ entries: waiting.entries, end: message });
  }

  #fail(error: unknown): void {
    this.end(error instanceof AppError ? error : new AppError('internal', {}, { cause: error }));
  }

  #rejectAll(): void {
    for (const { reject } of this.#waiting.values()) reject(this.failure);
    this.#waiting.clear();
  }
}
