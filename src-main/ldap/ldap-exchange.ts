import type { Duplex } from 'node:stream';
import { message as sentence } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { tag } from './ber-frame';
import type { LdapMessage, RawAttribute } from './ldap-message';
import { type LdapRequest, request } from './ldap-requests';
import { MessageGuard } from './message-guard';
import type { PagePlace } from './search-pages';

const UNBIND_LIMIT_MS = 500;

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
 * that carry its number. What the server says is checked and read by `MessageGuard`. Requests that are made in one turn leave in
 * one piece: on a distant line each piece may cost a round trip.
 */
export class LdapExchange {
  readonly guard: MessageGuard;
  /** Where the last search in pages stands: the one place that a server keeps. It outlives the piece of work that began it. */
  newestPlace: PagePlace | undefined;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  /** What was asked in this turn. */
  #outgoing: Buffer[] = [];
  /** Why it ended, where this end has the reason. */
  #failure: AppError | undefined;

  constructor(
    connection: Duplex,
    readonly at: string,
  ) {
    this.guard = new MessageGuard(connection, at);
    this.guard.on('data', (message: LdapMessage) => this.#take(message));
    this.guard.on('close', () => this.#rejectAll());
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
   * `ldap.tooMuch` where the connection ends before.
   */
  ask({ answer, write }: LdapRequest): Promise<Answer> {
    if (this.isOver) return Promise.reject(this.failure);
    this.#lastId += 1;
    const id = this.#lastId;
    const bytes = write(id);
    return new Promise((resolve, reject) => {
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
    return this.#waiting.size === 0 && this.#outgoing.length === 0 && this.guard.rest();
  }

  /** Ends the connection. What waits fails at once. */
  end(why?: AppError): void {
    this.#failure ??= why;
    this.guard.destroy();
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
      this.end(new AppError('ldap.notLdap', { at: this.at, reason }));
      return;
    }
    this.#waiting.delete(message.id);
    waiting.resolve({ entries: waiting.entries, end: message });
  }

  #rejectAll(): void {
    for (const { reject } of this.#waiting.values()) reject(this.failure);
    this.#waiting.clear();
  }
}
