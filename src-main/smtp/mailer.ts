import { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { judgeTls, type TlsConnection, type Wanted } from '../net/tls';
import type { Transcript } from './transcript';

/** Login mechanisms that take a user name and a password (RFC 4616, RFC 4954; LOGIN as servers still offer it). */
const PASSWORD_MECHANISMS = ['PLAIN', 'LOGIN', 'CRAM-MD5'];
const SILENCE_MS = 15_000;

export interface OpenedConnection {
  socket: Socket;
  /** TLS already stands on the socket. */
  secured: boolean;
}

interface Letter {
  fromName: string;
  from: string;
  to: string;
  subject: string;
  text: string;
}

/** What a server says it can do, from its answer to EHLO. */
export interface Offer {
  startTls: boolean;
  mechanisms: string[];
}

/**
 * Speaks SMTP over a connection that already stands; nodemailer composes the message and sends it. The only import of
 * nodemailer. Emits `client` with each command line as it goes out. Every method rejects with nodemailer's own error
 * (see smtp-failure.ts); `close` ends whatever runs.
 */
export class Mailer extends EventEmitter<{ client: [line: string]; greeting: [] }> {
  readonly #connection: SMTPConnection;
  readonly #extensions: string[] = [];
  #failed: (error: Error) => void = () => {};
  /** Settles when the connection breaks, whichever command was under way. */
  readonly broken: Promise<never>;

  constructor(
    { socket, secured }: OpenedConnection,
    host: string,
    requireStartTls: boolean,
    private readonly transcript: Transcript,
  ) {
    super();
    this.broken = new Promise((_, reject) => {
      this.#failed = reject;
    });
    this.broken.catch(() => {}); // waited for where a command runs; otherwise nobody needs it
    this.#connection = new SMTPConnection({
      host,
      connection: socket,
      secure: secured,
      secured,
      requireTLS: requireStartTls,
      ignoreTLS: !requireStartTls,
      greetingTimeout: SILENCE_MS,
      socketTimeout: SILENCE_MS,
      socketCloseTimeout: 0,
      maxResponseSize: 64 * 1024,
      // SECURITY: judgeTls() decides in open(), before login and message; nothing but EHLO was said until then. Only so
      // can an untrusted certificate be shown, and one that the user took be told from others.
      tls: { minVersion: 'TLSv1.2', rejectUnauthorized: false },
      transactionLog: true,
      logger: this.#logger(),
    });
    this.#connection.on('error', (error: Error) => this.#failed(error));
    this.#connection.on('end', () =>
      this.#failed(Object.assign(new Error('Connection closed'), { code: 'ECONNECTION' })),
    );
  }

  /** Greeting, EHLO and, if it was required, STARTTLS; then gives the encryption, whose certificate `wanted` allows. */
  async open(wanted: Wanted): Promise<TlsConnection | undefined> {
    await this.#until((done) => this.#connection.connect((error) => done(error ?? null)));
    const { _socket: socket } = this.#connection;
    return socket instanceof TLSSocket ? judgeTls(socket, wanted) : undefined;
  }

  get offer(): Offer {
    const auth = this.#extensions.find((line) => /^AUTH[ =]/i.test(line));
    return {
      startTls: this.#extensions.some((line) => /^STARTTLS$/i.test(line)),
      mechanisms: auth?.toUpperCase().split(/[ =]+/).slice(1) ?? [],
    };
  }

  /** The first mechanism both sides know that takes a password; undefined if there is none. */
  get mechanism(): string | undefined {
    return PASSWORD_MECHANISMS.find((name) => this.offer.mechanisms.includes(name));
  }

  async login(user: string, pass: string): Promise<void> {
    const method = this.mechanism;
    if (!method) throw new Error('login without a common mechanism');
    await this.#until((done) => this.#connection.login({ method, credentials: { user, pass }, user, pass }, done));
  }

  /** Sends one plain-text message to one address and gives the server's last reply and the message's id. */
  async send({ fromName, from, to, subject, text }: Letter): Promise<{ reply: string; messageId: string }> {
    const message = new MailComposer({
      from: { name: fromName, address: from },
      to: { name: '', address: to },
      subject,
      text,
      disableFileAccess: true,
      disableUrlAccess: true,
    }).compile();
    const bytes = await message.build();
    const sent = await this.#until<{ response: string }>((done) =>
      this.#connection.send({ from, to: [to], size: bytes.length }, bytes, (error, info) => done(error, info)),
    );
    return { reply: sent.response, messageId: message.messageId() };
  }

  /** Says good-bye. */
  quit(): void {
    this.#connection.quit();
  }

  close(): void {
    this.#connection.close();
  }

  #until<T>(run: (done: (error: Error | null, value?: T) => void) => void): Promise<T> {
    const ran = new Promise<T>((resolve, reject) => {
      run((error, value) => (error ? reject(error) : resolve(value as T)));
    });
    return Promise.race([ran, this.broken]);
  }

  #logger() {
    const note = (entry: unknown, text?: unknown) => this.#hear((entry as { tnx?: string }).tnx, String(text ?? ''));
    const quiet = () => {};
    return { level: () => {}, trace: quiet, debug: note, info: note, warn: quiet, error: quiet, fatal: quiet };
  }

  #hear(source: string | undefined, text: string): void {
    if (source === 'smtp' && text.startsWith('Connection upgraded')) this.transcript.encrypted = true;
    if (source === 'client') {
      if (/^EHLO/i.test(text)) this.#extensions.length = 0;
      this.transcript.add('client', text);
      this.emit('client', text);
    }
    if (source === 'server') {
      this.transcript.add('server', text);
      for (const line of text.split(/\r?\n/)) {
        const extension = /^250[ -](.*)$/.exec(line)?.[1];
        if (extension) this.#extensions.push(extension);
      }
      this.emit('greeting');
    }
  }
}
