import type { Duplex } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { canonicalDn } from '../../src-shared/model/dn';
import { message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { safeText } from '../base/safe-text';
import { withDeadline } from '../net/deadline';
import { type Decode, decodeHere } from './decoder';
import { LdapEntry } from './ldap-entry';
import { resultMeaning } from './ldap-error';
import { type Answer, LdapExchange } from './ldap-exchange';
import { type Filter, filter } from './ldap-filter';
import type { LdapMessage } from './ldap-message';
import { type LdapRequest, type Modification, request, type Search } from './ldap-requests';
import { MAX_ENTRIES } from './message-guard';
import type { Page, PagedSearch, PagePlace } from './search-pages';
import { sendableDn } from './sendable-dn';

export const OPERATION_LIMIT_MS = 15_000;
/** Logging in is the first exchange with a server, and somebody waits for it. */
const LOGIN_LIMIT_MS = 10_000;
/** Each page is another request, so a server whose pages never end meets no other limit. */
export const MAX_PAGES = 5000;
const UNBIND_LIMIT_MS = 500;
const SUCCESS = 0;
const SIZE_LIMIT_EXCEEDED = 4;
const REFERRAL = 10;
/** A server without Who am I says protocolError; one that forbids extended operations says it will or may not. */
const NO_WHO_AM_I = ['ldap.other', 'ldap.unwilling', 'ldap.rights'];

export { type Filter, filter, type Modification };

/**
 * A conversation with an LDAP server over a connection that already stands and is protected as it should be. One per piece
 * of work: it never reconnects, and it is over once the connection dropped or an operation ran out of time. Every operation
 * throws AppError (`ldap.*`, `net.dropped`, `ldap.noReply`, `work.cancelled`).
 */
export class LdapSession {
  readonly #exchange: LdapExchange;
  readonly #stop = () => this.#exchange.end();
  #newest: PagePlace | undefined;

  constructor(
    connection: Duplex,
    readonly at: string,
    private readonly signal: AbortSignal,
    private readonly limitMs: number = OPERATION_LIMIT_MS,
    decode: Decode = decodeHere,
  ) {
    this.#exchange = new LdapExchange(connection, at, decode);
    signal.addEventListener('abort', this.#stop, { once: true });
  }

  /** Simple bind. An empty password is refused here: servers take it as an anonymous bind that "succeeds" (RFC 4513 section 5.1.2). */
  async bind(dn: string, password: string): Promise<void> {
    if (password.trim() === '') throw new AppError('secret.missing', { at: this.at });
    await this.#succeed(request.bind(sendableDn(dn, this.at), password), this.#loginLimitMs);
  }

  /** The identity the server says this session has, e.g. `dn:cn=x`; '' for anonymous, undefined if it does not know the question. */
  async whoAmI(): Promise<string | undefined> {
    try {
      return (await this.#succeed(request.whoAmI(), this.#loginLimitMs)).value ?? '';
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
    await this.#succeed(request.modify(sendableDn(dn, this.at), modifications, assertion));
  }

  /**
   * Adds an entry. Its values are texts, several per attribute if need be. Throws AppError `ldap.exists` where one stands
   * already; a failure `net.dropped`, `ldap.noReply` or `work.cancelled` means that it is not known whether it was added.
   */
  async add(dn: string, attributes: Readonly<Record<string, readonly string[]>>): Promise<void> {
    await this.#succeed(request.add(sendableDn(dn, this.at), attributes));
  }

  /**
   * Removes a leaf entry, with `assertion` only if it holds at that moment (else `ldap.conflict`). Throws AppError
   * `ldap.missing` if there is none; see `modify` for what stays unknown.
   */
  async remove(dn: string, assertion?: Filter): Promise<void> {
    await this.#succeed(request.remove(sendableDn(dn, this.at), assertion));
  }

  /**
   * `base` itself and everything below it that matches, in pages of the server's (RFC 2696), each handed out before the
   * next is asked for: memory stays flat, and the caller may stop at any page. Throws what `page` throws.
   */
  async *pages(base: string, wanted: Filter, attributes: readonly string[], pageSize: number) {
    let place: PagePlace | undefined;
    do {
      const { entries, next } = await this.page({ base, wanted, attributes }, pageSize, place);
      if (entries.length > 0) yield entries;
      place = next;
    } while (place);
  }

  /**
   * One page of `size` entries, or of more where the server knows no pages: the first, or the one at `place`, which has to be
   * the newest of this session (`isNewest`). Throws AppError `ldap.tooMuch` after 5000 pages of a search.
   */
  async page({ base, wanted, attributes }: PagedSearch, size: number, place?: PagePlace): Promise<Page> {
    if (place && !this.isNewest(place)) throw new Error('a server forgets a place in a search once another one begins');
    const count = (place?.count ?? 0) + 1;
    this.#newest = undefined;
    const page = { size, ...(place ? { cookie: place.cookie } : {}) };
    const { entries, end } = await this.#search({ base, scope: 'sub', wanted, attributes, page });
    if (count > MAX_PAGES) {
      throw new AppError('ldap.tooMuch', {
        at: this.at,
        facts: { limit: message('failure.ldap.tooMuch.pages', { n: MAX_PAGES }) },
      });
    }
    if (!end.cookie || end.cookie.length === 0) return { entries, next: undefined };
    this.#newest = { cookie: end.cookie, count };
    return { entries, next: this.#newest };
  }

  /** Whether a search can go on at a place: no other search in pages began on this session since (OpenLDAP keeps one place). */
  isNewest(place: PagePlace): boolean {
    return place === this.#newest;
  }

  /** Unbinds and closes, within a second. Never throws. */
  async close(): Promise<void> {
    const patience = new AbortController();
    const late = setTimeout(UNBIND_LIMIT_MS, undefined, { signal: patience.signal }).catch(() => {});
    // A server that no longer reads never takes the unbind request.
    await Promise.race([this.#exchange.tell(request.unbind()), late]);
    patience.abort();
    this.signal.removeEventListener('abort', this.#stop);
    this.#stop();
  }

  /** The entries that match, with the answer that ended the search: success, or too many for `sizeLimit`. */
  async #search(search: Search): Promise<{ entries: LdapEntry[]; end: LdapMessage }> {
    const { base, scope, sizeLimit } = search;
    const asked = request.search({ ...search, base: sendableDn(base, this.at) });
    const found = await this.#run(() => this.#exchange.ask(asked));
    const { end } = found;
    if (end.code !== SUCCESS && !(sizeLimit && end.code === SIZE_LIMIT_EXCEEDED)) throw this.#resultOf(end);
    // For the entry that was asked for by name, that name counts, however the server writes it.
    const entries = found.entries.map(({ dn, attributes: own }) => new LdapEntry(scope === 'base' ? base : dn, own));
    this.#requireWithin(base, entries);
    return { entries, end };
  }

  #requireWithin(base: string, entries: readonly LdapEntry[]): void {
    const outer = canonicalDn(base); // once: of a hundred thousand entries, comparing names is most of the work
    if (entries.every(({ dn }) => isWithin(dn, outer))) return;
    throw new AppError('ldap.notLdap', { at: this.at, reason: message('failure.reason.outsideBranch') });
  }

  get #loginLimitMs(): number {
    return Math.min(this.limitMs, LOGIN_LIMIT_MS);
  }

  /** The answer to a request that has to succeed. */
  async #succeed(asked: LdapRequest, limitMs: number = this.limitMs): Promise<LdapMessage> {
    const { end } = await this.#run(() => this.#exchange.ask(asked), limitMs);
    if (end.code !== SUCCESS) throw this.#resultOf(end);
    return end;
  }

  async #run(operation: () => Promise<Answer>, limitMs = this.limitMs): Promise<Answer> {
    const late = () => new AppError('ldap.noReply', { at: this.at, facts: { seconds: Math.round(limitMs / 1000) } });
    try {
      return await withDeadline(limitMs, this.signal, operation, late);
    } catch (error) {
      if (error instanceof AppError && error.code === 'ldap.noReply') this.#exchange.end();
      throw this.signal.aborted ? new AppError('work.cancelled') : error;
    }
  }

  #resultOf({ code, diagnostic }: LdapMessage): AppError {
    const meaning = resultMeaning(code, diagnostic);
    const referral = code === REFERRAL ? this.#exchange.guard.referral : [];
    const said = safeText([diagnostic, ...referral].filter(Boolean).join(' '));
    const name = `${meaning.name} (${code})`;
    return new AppError(meaning.code, { at: this.at, detail: said ? `${name}: ${said}` : name });
  }
}

/** Whether a DN is `outer`, in its canonical spelling, or lies below it. */
function isWithin(dn: string, outer: string | undefined): boolean {
  const inner = canonicalDn(dn);
  return inner !== undefined && (outer === '' || inner === outer || inner.endsWith(`,${outer}`));
}
