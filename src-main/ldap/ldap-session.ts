import { randomUUID } from 'node:crypto';
import { message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { safeText } from '../base/safe-text';
import { areWithin } from './branch';
import { LdapEntry } from './ldap-entry';
import { resultMeaning } from './ldap-error';
import type { Answer, LdapExchange } from './ldap-exchange';
import { type Filter, filter } from './ldap-filter';
import type { LdapMessage } from './ldap-message';
import { type LdapRequest, type Modification, request, type Search } from './ldap-requests';
import { MAX_ENTRIES } from './message-guard';
import { eachPage, MAX_PAGES, type Page, type PagedSearch, type PagePlace, placeAfter } from './search-pages';
import { sendableDn } from './sendable-dn';

export const OPERATION_LIMIT_MS = 15_000;
/** Logging in is the first exchange with a server, and somebody waits for it. */
const LOGIN_LIMIT_MS = 10_000;
const SUCCESS = 0;
const SIZE_LIMIT_EXCEEDED = 4;
const REFERRAL = 10;
/** A server without Who am I says protocolError; one that forbids extended operations says it will or may not. */
const NO_WHO_AM_I = ['ldap.other', 'ldap.unwilling', 'ldap.rights'];

export { type Filter, filter, type Modification };

/**
 * What one piece of work says to an LDAP server, over a connection that already stands and is protected as it should be. It
 * never reconnects, and it is over once the connection dropped, an operation ran out of time, or the work was cancelled. Every
 * operation throws AppError (`ldap.*`, `net.dropped`, `ldap.noReply`, `work.cancelled`).
 */
export class LdapSession {
  /** What has to hold before anything that was heard counts. */
  #condition: Promise<unknown> | undefined;
  #isUntouched = true;
  #mayHaveWritten = false;
  #isLeft = false;
  readonly #stop = () => this.exchange.end();

  constructor(
    private readonly exchange: LdapExchange,
    private readonly signal: AbortSignal,
    private readonly limitMs: number = OPERATION_LIMIT_MS,
  ) {
    signal.addEventListener('abort', this.#stop, { once: true });
  }

  /** The server's address, as it is shown. */
  get at(): string {
    return this.exchange.at;
  }

  /** Whether no answer was given out so far and no write was begun: the work knows nothing of this connection yet. */
  get isUntouched(): boolean {
    return this.#isUntouched;
  }

  /** Whether a write was begun, sent or not. */
  get mayHaveWritten(): boolean {
    return this.#mayHaveWritten;
  }

  /**
   * From now on gives out no answer, and sends no write, before `condition` resolves; with what it rejects, each operation
   * does. Reads go out at once all the same. *Who am I?* does not wait.
   */
  holdUntil(condition: Promise<unknown>): void {
    this.#condition = condition;
  }

  /**
   * Ends this piece of work's part and leaves the connection to the next one, at rest; gives undefined where it is over or
   * something is still under way on it, and the caller closes it.
   */
  leave(): LdapExchange | undefined {
    if (this.signal.aborted || !this.exchange.rest()) return undefined;
    this.signal.removeEventListener('abort', this.#stop);
    this.#isLeft = true;
    return this.exchange;
  }

  /** Simple bind. An empty password is refused here: servers take it as an anonymous bind that "succeeds" (RFC 4513 section 5.1.2). */
  async bind(dn: string, password: string): Promise<void> {
    if (password.trim() === '') throw new AppError('secret.missing', { at: this.at });
    this.#successIn(await this.#ask(request.bind(sendableDn(dn, this.at), password), this.#loginLimitMs));
  }

  /**
   * The identity the server says this session has, e.g. `dn:cn=x`; '' for anonymous, undefined if it does not know the question.
   * It is asked within `limitMs`, by default the time for a login.
   */
  async whoAmI(limitMs = this.#loginLimitMs): Promise<string | undefined> {
    try {
      return this.#successIn(await this.#ask(request.whoAmI(), Math.min(limitMs, this.#loginLimitMs))).value ?? '';
    } catch (error) {
      if (error instanceof AppError && NO_WHO_AM_I.includes(error.code)) return undefined;
      throw error;
    }
  }

  /** Reads one entry; undefined if it does not exist (or may not be seen), or is not as `wanted`. */
  async read(
    dn: string,
    attributes: readonly string[],
    wanted: Filter = filter.present('objectClass'),
  ): Promise<LdapEntry | undefined> {
    try {
      const { entries } = await this.#search({ base: dn, scope: 'base', wanted, attributes, sizeLimit: 2 });
      return entries[0];
    } catch (error) {
      if (error instanceof AppError && error.code === 'ldap.missing') return undefined;
      throw error;
    }
  }

  /** The entries one level below `base` that match, at most `limit`; `more` says that the server had further ones. */
  async children(base: string, wanted: Filter, attributes: readonly string[], limit = MAX_ENTRIES - 1) {
    const { entries } = await this.#search({ base, scope: 'one', wanted, attributes, sizeLimit: limit + 1 });
    return { entries: entries.slice(0, limit), more: entries.length > limit };
  }

  /**
   * One modify request. With `assertion`, the server checks it in the same step and answers 122 (`ldap.conflict`) if it does
   * not hold. A failure `net.dropped`, `ldap.noReply` or `work.cancelled` means that it is not known whether it happened.
   */
  async modify(dn: string, modifications: readonly Modification[], assertion?: Filter): Promise<void> {
    await this.#write(request.modify(sendableDn(dn, this.at), modifications, assertion));
  }

  /**
   * Asks to delete a random value of an attribute, which no entry holds: a server first checks rights (RFC 4511 section 4.6,
   * result 50), then finds no such value (16). Nothing can change, so unlike a write it goes out at once.
   */
  async tryDelete(dn: string, attribute: string): Promise<void> {
    const values = [`console-rights-check-${randomUUID()}`];
    const asked = request.modify(sendableDn(dn, this.at), [{ operation: 'delete', attribute, values }]);
    this.#successIn(await this.#read(asked));
  }

  /**
   * Adds an entry. Its values are texts, several per attribute if need be. Throws AppError `ldap.exists` where one stands
   * already; a failure `net.dropped`, `ldap.noReply` or `work.cancelled` means that it is not known whether it was added.
   */
  async add(dn: string, attributes: Readonly<Record<string, readonly string[]>>): Promise<void> {
    await this.#write(request.add(sendableDn(dn, this.at), attributes));
  }

  /**
   * Removes a leaf entry, with `assertion` only if it holds at that moment (else `ldap.conflict`). Throws AppError
   * `ldap.missing` if there is none; see `modify` for what stays unknown.
   */
  async remove(dn: string, assertion?: Filter): Promise<void> {
    await this.#write(request.remove(sendableDn(dn, this.at), assertion));
  }

  /** What `page` gives, page by page: memory stays flat, and the caller may stop at any of them. Throws what `page` throws. */
  pages(base: string, wanted: Filter, attributes: readonly string[], pageSize: number): AsyncGenerator<LdapEntry[]> {
    return eachPage((place) => this.page({ base, wanted, attributes }, pageSize, place));
  }

  /**
   * Of `base` itself and everything below it that matches one page (RFC 2696), or more where the server knows no pages: the
   * first, or the one at `place`. Throws AppError `ldap.tooMuch` after 5000 pages, and `ldap.unwilling` for a forgotten place.
   */
  async page(search: PagedSearch, size: number, place?: PagePlace): Promise<Page> {
    if (place && place !== this.exchange.newestPlace) throw new AppError('ldap.unwilling', { at: this.at });
    if (place?.count === MAX_PAGES) {
      const limit = message('failure.ldap.tooMuch.pages', { n: MAX_PAGES });
      throw this.#over(new AppError('ldap.tooMuch', { at: this.at, facts: { limit } }));
    }
    this.exchange.newestPlace = undefined;
    const page = { size, ...(place && { cookie: place.cookie }) };
    const { entries, end } = await this.#search({ ...search, scope: 'sub', page });
    this.exchange.newestPlace = placeAfter(place, end.cookie);
    return { entries, next: this.exchange.newestPlace };
  }

  /** Unbinds and closes, within a second. Never throws. */
  async close(): Promise<void> {
    if (this.#isLeft) return;
    await this.exchange.close();
    this.signal.removeEventListener('abort', this.#stop);
  }

  /** The entries that match, with the answer that ended the search: success, or too many for `sizeLimit`. */
  async #search(search: Search): Promise<{ entries: LdapEntry[]; end: LdapMessage }> {
    const { base, scope, sizeLimit } = search;
    const asked = request.search({ ...search, base: sendableDn(base, this.at) });
    const found = await this.#read(asked);
    const { end } = found;
    if (end.code !== SUCCESS && !(sizeLimit && end.code === SIZE_LIMIT_EXCEEDED)) throw this.#resultOf(end);
    // For the entry that was asked for by name, that name counts, however the server writes it.
    const entries = found.entries.map(({ dn, attributes: own }) => new LdapEntry(scope === 'base' ? base : dn, own));
    const reason = message('failure.reason.outsideBranch');
    if (!areWithin(base, entries)) throw this.#over(new AppError('ldap.notLdap', { at: this.at, reason }));
    return { entries, end };
  }

  /** Ends the connection to a server that does not keep to the protocol. */
  #over(why: AppError): AppError {
    this.exchange.end(why);
    return why;
  }

  get #loginLimitMs(): number {
    return Math.min(this.limitMs, LOGIN_LIMIT_MS);
  }

  /** The answer to a request that has to succeed. */
  #successIn({ end }: Answer): LdapMessage {
    if (end.code !== SUCCESS) throw this.#resultOf(end);
    return end;
  }

  async #read(asked: LdapRequest): Promise<Answer> {
    const answer = await this.#ask(asked);
    await this.#condition;
    this.#isUntouched = false;
    return answer;
  }

  async #write(asked: LdapRequest): Promise<void> {
    this.#isUntouched = false;
    this.#mayHaveWritten = true;
    await this.#condition;
    this.#successIn(await this.#ask(asked));
  }

  async #ask(asked: LdapRequest, limitMs = this.limitMs): Promise<Answer> {
    if (this.signal.aborted) throw new AppError('work.cancelled');
    if (this.#isLeft) throw new AppError('net.dropped', { at: this.at });
    const facts = { seconds: Math.round(limitMs / 1000) };
    const timer = setTimeout(() => this.#over(new AppError('ldap.noReply', { at: this.at, facts })), limitMs);
    try {
      return await this.exchange.ask(asked);
    } catch (error) {
      throw this.signal.aborted ? new AppError('work.cancelled') : error;
    } finally {
      clearTimeout(timer);
    }
  }

  #resultOf({ code, diagnostic, referral }: LdapMessage): AppError {
    const meaning = resultMeaning(code, diagnostic);
    const said = safeText([diagnostic, ...(code === REFERRAL ? referral : [])].filter(Boolean).join(' '));
    const name = `${meaning.name} (${code})`;
    return new AppError(meaning.code, { at: this.at, detail: said ? `${name}: ${said}` : name });
  }
}
