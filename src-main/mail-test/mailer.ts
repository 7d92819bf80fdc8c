import { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { readReply } from '../../src-shared/diagnosis/smtp-reply';
import type { JavaMailMethod } from '../../src-shared/model/mail-server';
import type { Goodbye } from '../../src-shared/model/probe';
import type { Connection } from '../net/network';
import { judgeTls, type TlsConnection, type Wanted } from '../net/tls';
import type { Login } from '../probe/login';
import { challengeIn, commonMethods, type LoginReply, logInWith } from '../probe/password-login';
import { readAsJavaMail } from '../probe/read-as-java-mail';
import type { Transcript } from '../probe/transcript';
import { Dialogue, type Offer } from './dialogue';
import { type MailError, refusalBy } from './smtp-failure';

const MAX_REPLY = 64 * 1024;
/** In all; a long conversation has some thousand bytes. */
const MAX_RECEIVED = 128 * 1024;
/** Long enough to tell silence from a slow server. */
const QUIT_LIMIT_MS = 5000;
/** nodemailer's own login wants a blank behind 334 and does not fall back: this name stands for ours. */
const BY_PASSWORD = 'BY-PASSWORD';
/** Both timers of nodemailer run until the greeting; the one for the greeting has to be first, as it says more. */
const GREETING_FIRST_MS = 250;

export interface OpenedConnection {
  socket: Connection;
  /** TLS already stands on the socket. */
  secured: boolean;
}

interface MailerOptions {
  host: string;
  requireStartTls: boolean;
  /** How long the server may say nothing. */
  silenceMs: number;
}

/** What a message says. `headers` are added to those of its own; `messageId` has its angle brackets. */
export interface MailContent {
  subject: string;
  text: string;
  /** With it the message has both parts, as multipart/alternative (RFC 2046 section 5.1.4). */
  html?: string;
  headers?: Readonly<Record<string, string>>;
  messageId?: string;
}

interface Letter extends MailContent {
  fromName: string;
  from: string;
  to: string;
}

/**
 * Speaks SMTP over a connection that already stands; nodemailer composes the message and sends it. The only import of
 * nodemailer. Every method rejects with nodemailer's own error or one of its shape (see smtp-failure.ts); `close` ends
 * whatever runs.
 */
export class Mailer extends EventEmitter<{ ended: [] }> {
  readonly #connection: SMTPConnection;
  readonly #dialogue: Dialogue;
  readonly #host: string;
  #received = 0;
  #methods: readonly JavaMailMethod[] = [];
  #worked: JavaMailMethod | undefined;
  #failed: (error: Error) => void = () => {};
  /** Settles when the connection breaks, whichever command was under way. */
  readonly #broken: Promise<never>;

  constructor(
    { socket, secured }: OpenedConnection,
    { host, requireStartTls, silenceMs }: MailerOptions,
    transcript: Transcript,
  ) {
    super();
    this.#host = host;
    this.#broken = new Promise((_, reject) => {
      this.#failed = reject;
    });
    this.#broken.catch(() => {}); // waited for where a command runs; otherwise nobody needs it
    this.#dialogue = new Dialogue(transcript, {
      requireStartTls,
      connected: () => {
        forget();
        this.#limitReceived();
      },
      giveUp: (error) => {
        this.#failed(error);
        this.close();
      },
    });
    this.#connection = new SMTPConnection({
      host,
      connection: socket as Socket, // it uses of it what a Connection has
      secure: secured,
      secured,
      requireTLS: requireStartTls,
      ignoreTLS: !requireStartTls,
      greetingTimeout: silenceMs,
      socketTimeout: silenceMs + GREETING_FIRST_MS,
      socketCloseTimeout: 0,
      maxResponseSize: MAX_REPLY,
      // SECURITY: judgeTls() decides in open(), before login and message; nothing but EHLO was said until then. Only so
      // can an untrusted certificate be shown, and one that the user took be distinguished from others.
      tls: { minVersion: 'TLSv1.2', rejectUnauthorized: false },
      customAuth: { [BY_PASSWORD]: (given) => this.#logIn(given) },
      transactionLog: true,
      logger: this.#dialogue.logger(),
    });
    const forget = readAsJavaMail(this.#connection, MAX_REPLY, (words) => this.#dialogue.heard(words));
    this.#connection.on('error', (error: Error) => this.#failed(error));
    this.#connection.on('end', () => {
      this.#failed(Object.assign(new Error('Connection closed'), { code: 'ECONNECTION' }));
      this.emit('ended');
    });
  }

  /** Greeting, EHLO and, if it was required, STARTTLS; then gives the encryption, whose certificate `wanted` allows. */
  async open(wanted: Wanted): Promise<TlsConnection | undefined> {
    await this.#until((done) => this.#connection.connect((error) => done(error ?? null)));
    const { _socket: socket } = this.#connection;
    return socket instanceof TLSSocket ? judgeTls(socket, wanted) : undefined;
  }

  /** What the server said last that it can do. */
  get offer(): Offer {
    return this.#dialogue.offer;
  }

  /** The methods both sides know that take a password. */
  get methods(): readonly JavaMailMethod[] {
    return commonMethods(this.offer);
  }

  /** The server said yes to DATA: from here on it may have the message. */
  get messageBegun(): boolean {
    return this.#dialogue.messageBegun;
  }

  /**
   * Resolves when the server says yes to a command that begins so, and rejects at once when it refuses: with PIPELINING
   * (RFC 2920) nodemailer tells of a refused sender only after the reply to DATA.
   */
  answered(verb: string): Promise<void> {
    const answered = new Promise<void>((resolve, reject) => {
      this.#dialogue.on('reply', (asked, reply) => {
        if (!asked.toUpperCase().startsWith(verb)) return;
        if (/^2/.test(reply)) resolve();
        else reject(refusalBy(reply));
      });
    });
    answered.catch(() => {}); // may be refused before its stage is reached
    return answered;
  }

  /** Logs in with the first of `methods` that the server takes, and gives it. */
  async login({ userName: user, password: pass }: Login, methods: readonly JavaMailMethod[]): Promise<JavaMailMethod> {
    this.#methods = methods;
    await this.#until((done) => this.#connection.login({ method: BY_PASSWORD, user, pass }, done));
    if (!this.#worked) throw new Error('logged in without a method');
    return this.#worked;
  }

  /** Sends one message to one address and gives the server's last reply and the message's id. */
  async send({ fromName, from, to, headers = {}, ...content }: Letter): Promise<{ reply: string; messageId: string }> {
    const message = new MailComposer({
      ...content,
      from: { name: fromName, address: from },
      to: { name: '', address: to },
      headers: { ...headers },
      disableFileAccess: true,
      disableUrlAccess: true,
    }).compile();
    const bytes = await message.build();
    const sent = await this.#until<{ response: string }>((done) =>
      this.#connection.send({ from, to: [to], size: bytes.length }, bytes, (error, info) => done(error, info)),
    );
    return { reply: sent.response, messageId: message.messageId() };
  }

  /** Sends QUIT and gives how that is answered: a Gluu Server waits for it. */
  quit(): Promise<Goodbye> {
    return new Promise((resolve) => {
      const impatience = setTimeout(() => resolve('silent'), QUIT_LIMIT_MS);
      const answer = (goodbye: Goodbye) => {
        clearTimeout(impatience);
        resolve(goodbye);
      };
      this.#connection.once('error', ({ code, originalCode }: MailError) => {
        if (code === 'ETIMEDOUT') answer('silent');
        if (originalCode === 'ECONNRESET') answer('reset');
      });
      this.once('ended', () => answer('answered'));
      this.#connection.quit();
    });
  }

  close(): void {
    this.#connection.close();
  }

  /** nodemailer bounds a reply, not what comes in all: empty lines without end would pile up. */
  #limitReceived(): void {
    const { _socket: socket } = this.#connection;
    if (!socket) return;
    socket.prependListener('data', ({ length }: Buffer) => {
      this.#received += length;
      if (this.#received > MAX_RECEIVED) this.#dialogue.giveUp(`The server sent more than ${MAX_RECEIVED} bytes`);
    });
  }

  /** nodemailer's hook for a login of one's own. What it rejects with is given the server's last reply. */
  async #logIn({ auth, sendCommand }: SMTPConnection.CustomAuthenticationContext): Promise<void> {
    const login = { userName: auth.credentials.user, password: auth.credentials.pass };
    const ask = (line: string, shown = line): Promise<LoginReply> => {
      this.#dialogue.showNext(shown);
      return new Promise((resolve) => {
        sendCommand(line, (_, { response }) => {
          const lines = response.split('\n');
          const reply = readReply(lines) ?? { code: 0, text: response };
          // nodemailer ends the connection right behind a 421, and would tell of that alone.
          if (reply.code === 421) this.#failed(refusalBy(response));
          resolve({ reply, challenge: challengeIn(lines) });
        });
      });
    };
    const hide = (secret: string) => this.#dialogue.hide(secret);
    const { method } = await logInWith(this.#methods, login, { host: this.#host, ask, hide });
    if (!method) throw new Error('Login refused');
    this.#worked = method;
  }

  #until<T>(run: (done: (error: Error | null, value?: T) => void) => void): Promise<T> {
    const ran = new Promise<T>((resolve, reject) => {
      run((error, value) => (error ? reject(error) : resolve(value as T)));
    });
    return Promise.race([this.#broken, ran]); // what broke the connection says more than a command that found it broken
  }
}
