import type { Duplex } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { Attribute, type BerWriter, Change, Client, Control, ResultCodeError, BerWriter as Writer } from 'ldapts';
import { canonicalDn } from '../../src-shared/model/dn';
import { AppError } from '../app-error';
import { withDeadline } from '../net/deadline';
import { safeText } from '../safe-text';
import { LdapEntry } from './ldap-entry';
import { resultMeaning } from './ldap-error';
import { type Filter, filter } from './ldap-filter';
import { MAX_ENTRIES, MessageGuard } from './message-guard';
import { sendableDn } from './sendable-dn';

export const OPERATION_LIMIT_MS = 15_000;
/** Logging in is the first exchange with a server, and somebody waits for it. */
const LOGIN_LIMIT_MS = 10_000;
/** Each page is another request, so a server whose pages never end meets no other limit. */
export const MAX_PAGES = 5000;
const GOODBYE_LIMIT_MS = 500;
const REFERRAL = 10;
const ASSERTION_OID = '1.3.6.1.1.12'; // RFC 4528
const WHO_AM_I_OID = '1.3.6.1.4.1.4203.1.11.3'; // RFC 4532
/** A server without Who am I says protocolError; one that forbids extended operations says it will or may not. */
const UNTOLD = ['ldap.other', 'ldap.unwilling', 'ldap.rights'];

export { type Filter, filter };

/** One change of a modify: the values afterwards (`replace`; none removes the attribute), or exact values to take out or put in. */
export interface Modification {
  operation: 'replace' | 'delete' | 'add';
  attribute: string;
  values: string[];
}

/** Makes the server carry a modify out only if the entry matches a filter at that moment (RFC 4528), else result 122. */
class AssertionControl extends Control {
  constructor(private readonly assertion: Filter) {
    super(ASSERTION_OID, { critical: true });
  }
  override writeControl(writer: BerWriter): void {
    const encoded = new Writer();
    this.assertion.write(encoded);
    writer.writeBuffer(encoded.buffer, 0x04);
  }
}

/**
 * A conversation with an LDAP server over a connection that already stands and is protected as it should be. One per piece
 * of work: it never reconnects, and it is over once the connection dropped or an operation ran out of time. Every operation
 * throws AppError (`ldap.*`, `net.dropped`, `ldap.noReply`, `work.cancelled`).
 */
export class LdapSession {
  readonly #client: Client;
  readonly #guard: MessageGuard;

  constructor(
    connection: Duplex,
    readonly at: string,
    private readonly signal: AbortSignal,
    private readonly limitMs: number = OPERATION_LIMIT_MS,
  ) {
    this.#guard = new MessageGuard(connection, at);
    let taken = false;
    this.#client = new Client({
      url: 'ldap://unused.invalid', // the socket below is used instead; no name is looked up
      autoRebind: false,
      createConnection: () => {
        // A second call would be a silent reconnect without TLS and login.
        if (taken) throw new AppError('net.dropped', { at });
        taken = true;
        return this.#guard as unknown as import('node:net').Socket;
      },
    });
    signal.addEventListener('abort', () => this.#guard.destroy(), { once: true });
  }

  /** Simple bind. An empty password is refused here: servers take it as an anonymous bind that "succeeds" (RFC 4513 section 5.1.2). */
  async bind(dn: string, password: string): Promise<void> {
    if (password.trim() === '') throw new AppError('secret.missing', { at: this.at });
    await this.#run(() => this.#client.bind(sendableDn(dn, this.at), password), this.#loginLimitMs);
  }

  /** The identity the server says this session has, e.g. `dn:cn=x`; '' for anonymous, undefined if it does not know the question. */
  async whoAmI(): Promise<string | undefined> {
    try {
      const { value } = await this.#run(() => this.#client.exop(WHO_AM_I_OID), this.#loginLimitMs);
      return value === undefined ? '' : String(value);
    } catch (error) {
      if (error instanceof AppError && UNTOLD.includes(error.code)) return undefined;
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
      const found = await this.#search(dn, 'base', wanted, attributes, 1);
      return found.entries[0];
    } catch (error) {
      if (error instanceof AppError && error.code === 'ldap.missing') return undefined;
      throw error;
    }
  }

  /** The entries one level below `base` that match, at most `limit`; `more` says that the server had further ones. */
  children(base: string, wanted: Filter, attributes: readonly string[], limit = MAX_ENTRIES - 1) {
    return this.#search(base, 'one', wanted, attributes, limit);
  }

  /**
   * One modify request. With `assertion`, the server checks it in the same step and answers 122 (`ldap.conflict`) if it does
   * not hold. A failure `net.dropped`, `ldap.noReply` or `work.cancelled` means that it is not known whether it happened.
   */
  async modify(dn: string, modifications: readonly Modification[], assertion?: Filter): Promise<void> {
    const changes = modifications.map(
      ({ operation, attribute, values }) =>
        new Change({ operation, modification: new Attribute({ type: attribute, values }) }),
    );
    const controls = assertion ? [new AssertionControl(assertion)] : [];
    await this.#run(() => this.#client.modify(sendableDn(dn, this.at), changes, controls));
  }

  /**
   * Adds an entry. Its values are texts, several per attribute if need be. Throws AppError `ldap.exists` where one stands
   * already; a failure `net.dropped`, `ldap.noReply` or `work.cancelled` means that it is not known whether it was added.
   */
  async add(dn: string, attributes: Readonly<Record<string, readonly string[]>>): Promise<void> {
    const entry = Object.entries(attributes).map(([type, values]) => new Attribute({ type, values: [...values] }));
    await this.#run(() => this.#client.add(sendableDn(dn, this.at), entry));
  }

  /**
   * Removes a leaf entry, with `assertion` only if it holds at that moment (else `ldap.conflict`). Throws AppError
   * `ldap.missing` if there is none; see `modify` for what stays unknown.
   */
  async remove(dn: string, assertion?: Filter): Promise<void> {
    const controls = assertion ? [new AssertionControl(assertion)] : [];
    await this.#run(() => this.#client.del(sendableDn(dn, this.at), controls));
  }

  /**
   * `base` itself and everything below it that matches, in pages of the server's (RFC 2696), each handed out before the next is asked
   * for: memory stays flat, and the caller may stop at any page. Throws AppError `ldap.tooMuch` after 5000 pages.
   */
  async *pages(base: string, wanted: Filter, attributes: readonly string[], pageSize: number) {
    const pages = this.#client.searchPaginated(sendableDn(base, this.at), {
      scope: 'sub',
      filter: wanted,
      attributes: [...attributes],
      explicitBufferAttributes: [...attributes],
      paged: { pageSize },
      derefAliases: 'never',
    });
    for (let count = 1; ; count += 1) {
      const page = await this.#run(() => pages.next());
      if (page.done) return;
      const entries = page.value.searchEntries.map((entry) => new LdapEntry(String(entry.dn), entry));
      this.#requireWithin(base, entries);
      if (count > MAX_PAGES) {
        throw new AppError('ldap.tooMuch', { at: this.at, facts: { limit: `${MAX_PAGES} pages of results` } });
      }
      yield entries;
    }
  }

  /** Says good-bye and closes, within a second. Never throws. */
  async close(): Promise<void> {
    const patience = new AbortController();
    const late = setTimeout(GOODBYE_LIMIT_MS, undefined, { signal: patience.signal }).catch(() => {});
    // A server that reads nothing any more never takes the good-bye.
    await Promise.race([this.#client.unbind().catch(() => {}), late]);
    patience.abort();
    this.#guard.destroy();
  }

  async #search(base: string, scope: 'base' | 'one', wanted: Filter, attributes: readonly string[], limit: number) {
    const { searchEntries } = await this.#run(() =>
      this.#client.search(sendableDn(base, this.at), {
        scope,
        filter: wanted,
        attributes: [...attributes],
        explicitBufferAttributes: [...attributes],
        sizeLimit: limit + 1,
        derefAliases: 'never',
      }),
    );
    const entries = searchEntries.map((entry) => new LdapEntry(scope === 'base' ? base : String(entry.dn), entry));
    this.#requireWithin(base, entries);
    return { entries: entries.slice(0, limit), more: entries.length > limit };
  }

  #requireWithin(base: string, entries: readonly LdapEntry[]): void {
    const outer = canonicalDn(base); // once: of a hundred thousand entries, comparing names is most of the work
    if (entries.every(({ dn }) => isWithin(dn, outer))) return;
    throw new AppError('ldap.notLdap', { at: this.at, detail: 'an entry from outside the branch that was asked for' });
  }

  get #loginLimitMs(): number {
    return Math.min(this.limitMs, LOGIN_LIMIT_MS);
  }

  async #run<T>(operation: () => Promise<T>, limitMs = this.limitMs): Promise<T> {
    // The library would wait for an answer from a connection that was over before it looked.
    if (this.#guard.destroyed) throw this.#explain(this.#guard.failure);
    try {
      return await withDeadline(
        limitMs,
        this.signal,
        operation,
        () => new AppError('ldap.noReply', { at: this.at, facts: { seconds: Math.round(limitMs / 1000) } }),
      );
    } catch (error) {
      throw this.#explain(error);
    }
  }

  #explain(error: unknown): Error {
    if (error instanceof AppError && error.code === 'ldap.noReply') this.#guard.destroy();
    if (this.signal.aborted) return new AppError('work.cancelled');
    if (error instanceof AppError) return error;
    if (error instanceof ResultCodeError) {
      const { code, name } = resultMeaning(error.code);
      const own = error.message.replace(/ ?Code: 0x[0-9a-f]+$/, '');
      const said = safeText([own, ...(error.code === REFERRAL ? this.#guard.referral : [])].filter(Boolean).join(' '));
      return new AppError(code, {
        at: this.at,
        detail: said ? `${name} (${error.code}): ${said}` : `${name} (${error.code})`,
      });
    }
    if (this.#guard.failure) return this.#guard.failure;
    if (this.#guard.destroyed) return new AppError('net.dropped', { at: this.at });
    // What is left is the library's parser: the bytes were BER, but not the answer RFC 4511 describes.
    return new AppError('ldap.notLdap', { at: this.at, detail: safeText(String(error)) }, { cause: error });
  }
}

/** Whether a DN is `outer`, in its canonical spelling, or lies below it. */
function isWithin(dn: string, outer: string | undefined): boolean {
  const inner = canonicalDn(dn);
  return inner !== undefined && (outer === '' || inner === outer || inner.endsWith(`,${outer}`));
}
