import type { Socket } from 'node:net';
import { ImapFlow, type ListResponse, type SearchObject } from 'imapflow';
import { carriesToken } from '../../src-shared/mail/mail-headers';
import { type MailboxFolder, TOKEN_HEADER } from '../../src-shared/model/mailbox';
import { AppError } from '../base/app-error';
import { safeText } from '../base/safe-text';
import type { Mask } from '../probe/mail-mask';
import { imapFailure, imapWords } from './imap-failure';

/** Of a message nothing but this much of its headers is asked for. */
const MAX_HEADER = 256 * 1024;
/** All that a server may send over one connection; ten minutes of looking every five seconds need some hundred KB. */
const MAX_RECEIVED = 4 * 1024 * 1024;
/** And in so many lines: imapflow takes as long for a line of eight bytes as for a long one, 4 MB of them 7 s (measured). */
const MAX_LINES = 100_000;
const LINE_FEED = 10;
/** The newest of those that a search found. */
const MAX_LOOKED_AT = 5;
/** The newest of a folder whose server does not search; each is read once. */
const MAX_READ_HERE = 25;
const TOKEN_FIELDS = ['subject', 'message-id', TOKEN_HEADER.toLowerCase()];
const DAY = 86_400_000;
const OTHER_USES = ['\\Trash', '\\All', '\\Archive'];
const MAX_FOLDERS = 8;

interface ImapClientOptions {
  host: string;
  user: string;
  password: string;
  /** For errors. */
  at: string;
  mask: Mask;
  /** How long the server may leave a command without an answer. */
  silenceMs: number;
}

/** A message with the token, as it lies in a folder. */
export interface Sighted {
  header: string;
  receivedAt?: Date;
}

/**
 * Reads a mailbox over a connection that already stands and whose certificate was judged. The only import of imapflow.
 * Folders are opened with EXAMINE and headers are read with BODY.PEEK: nothing is marked, moved or deleted. Every method
 * rejects with AppError; `close` ends whatever runs.
 */
export class ImapClient {
  readonly #flow: ImapFlow;
  readonly #options: ImapClientOptions;
  #received = 0;
  #lines = 0;
  #noHeaderSearch = false;
  /** UIDs by folder whose headers were read because the server does not search. */
  readonly #lookedAt = new Map<string, Set<number>>();
  #refused: unknown;
  #fail: (error: Error) => void = () => {};
  /** Settles when the connection breaks, whichever command was under way. */
  readonly #broken: Promise<never>;

  constructor(socket: Socket, options: ImapClientOptions, encrypted: boolean) {
    const { host, user, password, silenceMs } = options;
    this.#options = options;
    this.#broken = new Promise((_, reject) => {
      this.#fail = reject;
    });
    this.#broken.catch(() => {}); // waited for where a command runs; otherwise nobody needs it
    this.#flow = new ImapFlow({
      host,
      secure: encrypted,
      // SECURITY: whether to encrypt was decided and done before; the library must not try again.
      doSTARTTLS: false,
      auth: { user, pass: password },
      transport: { connect: (_, connected) => this.#handOver(socket, connected) },
      clientInfo: { name: 'Gluu Console', version: false, vendor: false, 'support-url': false },
      // imapflow gives no reason for a refused search but to its log.
      logger: {
        warn: ({ err }: { err?: unknown }) => {
          this.#refused = err;
        },
        debug: () => {},
        info: () => {},
        error: () => {},
      },
      // A compressed answer can be a thousand times as long as what was sent.
      disableCompression: true,
      disableAutoIdle: true,
      greetingTimeout: silenceMs,
      socketTimeout: silenceMs,
      maxLineLength: MAX_HEADER,
      maxLiteralSize: MAX_HEADER + 1024,
      maxResponseSize: 2 * MAX_HEADER,
      maxResponseTokens: 20_000,
    });
    this.#flow.on('error', (error: Error) => this.#fail(error));
    this.#flow.on('close', () => {
      const { byeReason } = this.#flow;
      const reason = typeof byeReason === 'string' ? { reason: byeReason } : {};
      this.#fail(Object.assign(new Error('Connection closed'), { code: 'NoConnection', ...reason }));
    });
  }

  /** Logs in, unless the greeting said that this is not needed. */
  async logIn(): Promise<void> {
    await this.#until(() => this.#flow.connect());
  }

  /** The inbox, then the folder for spam, then where else a message may be put away (RFC 6154). */
  async folders(): Promise<MailboxFolder[]> {
    const listed = await this.#until(() => this.#flow.list());
    const open = listed.filter(({ flags }) => !flags.has('\\Noselect') && !flags.has('\\NonExistent'));
    const using = (...uses: string[]) =>
      uses.flatMap((use) => open.filter((folder) => folder.specialUse === use)).map(({ path }: ListResponse) => path);
    const folders: MailboxFolder[] = [
      { kind: 'inbox', path: 'INBOX' },
      ...using('\\Junk').map((path): MailboxFolder => ({ kind: 'junk', path })),
      ...using(...OTHER_USES).map((path): MailboxFolder => ({ kind: 'other', path })),
    ];
    return folders.slice(0, MAX_FOLDERS);
  }

  /**
   * The newest message with `token` in Subject, Message-ID or our own header that came into `path` since `since`, or
   * undefined. A server's clock may be off by two days. Where the server does not search by header (Yahoo refuses fields
   * it does not index), the subject is searched, and the headers of the newest messages are read here.
   */
  async find(path: string, token: string, since: Date): Promise<Sighted | undefined> {
    await this.#until(() => this.#flow.mailboxOpen(path, { readOnly: true }));
    const came = { since: new Date(since.getTime() - 2 * DAY) };
    if (!this.#noHeaderSearch) {
      const or = TOKEN_FIELDS.map((name) => ({ header: { [name]: token } }));
      const found = await this.#search({ ...came, or });
      if (found) return this.#withToken(token, found.slice(-MAX_LOOKED_AT));
      this.#noHeaderSearch = true;
    }
    const named = (await this.#search({ ...came, subject: token })) ?? [];
    const sighted = await this.#withToken(token, named.slice(-MAX_LOOKED_AT));
    if (sighted) return sighted;
    const all = await this.#search(came);
    if (!all) throw new AppError('imap.refused', { at: this.#options.at, ...this.#refusal() });
    const known = this.#lookedAt.get(path) ?? new Set();
    this.#lookedAt.set(path, known);
    const unread = all.slice(-MAX_READ_HERE).filter((uid) => !known.has(uid));
    for (const uid of unread) known.add(uid);
    return this.#withToken(token, unread);
  }

  /** The UIDs a search found, lowest first; undefined where the server refused it. */
  async #search(query: SearchObject): Promise<number[] | undefined> {
    this.#refused = undefined;
    const found = await this.#until(() => this.#flow.search(query, { uid: true }));
    return Array.isArray(found) ? found : undefined;
  }

  #refusal(): { detail?: string } {
    const words = this.#refused === undefined ? '' : imapWords(this.#refused);
    return words ? { detail: safeText(this.#options.mask(`SEARCH: ${words}`)) } : {};
  }

  async #withToken(token: string, uids: readonly number[]): Promise<Sighted | undefined> {
    for (const uid of uids.toReversed()) {
      const sighted = await this.#look(uid);
      // Some servers search loosely, and a hostile one as it likes.
      if (sighted && carriesToken(sighted.header, TOKEN_FIELDS, token)) return sighted;
    }
    return undefined;
  }

  /** Waits `ms`, or less where the server tells of a new message in the open folder (IDLE, RFC 2177). */
  async watch(ms: number, signal: AbortSignal): Promise<void> {
    const news = new Promise<void>((resolve) => {
      const timer = setTimeout(done, ms);
      const flow = this.#flow;
      function done() {
        clearTimeout(timer);
        flow.off('exists', done);
        signal.removeEventListener('abort', done);
        resolve();
      }
      flow.on('exists', done);
      signal.addEventListener('abort', done, { once: true });
      if (signal.aborted) done();
    });
    // Ended by the next command; that it failed is seen by `#broken` or by that command.
    if (this.#flow.capabilities.has('IDLE')) this.#flow.idle().catch(() => {});
    await this.#until(() => news);
  }

  close(): void {
    this.#flow.close();
  }

  async #look(uid: number): Promise<Sighted | undefined> {
    const part = { key: 'header', start: 0, maxLength: MAX_HEADER };
    const query = { uid: true, internalDate: true, bodyParts: [part] };
    const message = await this.#until(() => this.#flow.fetchOne(String(uid), query, { uid: true }));
    if (!message) return undefined;
    // Where imapflow puts the answer to a part of the header, too.
    const header = message.headers?.toString('utf8');
    const { internalDate } = message;
    if (header === undefined) return undefined;
    const valid = internalDate instanceof Date && !Number.isNaN(internalDate.getTime());
    return { header, ...(valid ? { receivedAt: internalDate } : {}) };
  }

  /** imapflow bounds an answer, not what comes in all: lines that nobody asked for could go on without end. */
  #handOver(socket: Socket, connected: () => void): Socket {
    setImmediate(() => {
      connected();
      // Not before: a listener for data makes the socket flow.
      socket.on('data', (bytes: Buffer) => {
        this.#received += bytes.length;
        for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) this.#lines += 1;
        if (this.#received <= MAX_RECEIVED && this.#lines <= MAX_LINES) return;
        this.#fail(new AppError('imap.tooMuch', { at: this.#options.at }));
        this.close();
      });
    });
    return socket;
  }

  async #until<T>(run: () => Promise<T>): Promise<T> {
    const { at, mask } = this.#options;
    try {
      // What broke the connection says more than a command that found it broken.
      return await Promise.race([this.#broken, run()]);
    } catch (error) {
      throw imapFailure(error, at, mask);
    }
  }
}
