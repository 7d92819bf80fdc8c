import type { Duplex } from 'node:stream';
import { FirstWords } from './first-words';
import { ServerConduct } from './server-conduct';
import {
  Client,
  type ClientChannel,
  type KexAlgorithm,
  type LoginAttempt,
  type NextAttempt,
  type ServerHostKeyAlgorithm,
  type SFTPWrapper,
} from './ssh2';

export interface ClientOptions {
  /** Host key algorithms to ask for before all others, if this computer can use them. */
  preferred: readonly string[];
  /** Judges the host key; while it says no, not even the user's name is sent. */
  accepts: (key: Buffer) => boolean;
  keepAliveMs: number;
  keepAliveMisses: number;
}

/** Why an SSH connection failed or ended, as ssh2 tells it. */
export interface ClientEnd {
  error?: Error & { level?: string; code?: number | string };
  /** Whether the other side had introduced itself as an SSH server. */
  spokeSsh: boolean;
  /** The first bytes of the other side, at most 1 KB. */
  firstBytes: Buffer;
  /** Its words where it wants a new password before it lets anybody in (RFC 4252 section 8). */
  wantsNewPassword?: string;
}

/**
 * No group of a size the server chooses, and none above 2048 bits: their arithmetic stops all of main. Inside Electron 33 a
 * handshake with group16 took 7 s, with group18 35 s, with group14 0.9 s, with curve25519 0.06 s; and ssh2 takes any prime in
 * the group exchange. The last one is for OpenSSH before 5.7 (RFC 9142 section 3.2 allows it).
 */
const KEY_EXCHANGES: KexAlgorithm[] = [
  'curve25519-sha256',
  'curve25519-sha256@libssh.org',
  'ecdh-sha2-nistp256',
  'ecdh-sha2-nistp384',
  'ecdh-sha2-nistp521',
  'diffie-hellman-group14-sha256',
  'diffie-hellman-group14-sha1',
];

/**
 * One SSH connection over a stream that already stands: the only place that knows ssh2. Everything it rejects with is what
 * ssh2 gave; ssh-failure.ts says what it means.
 */
export class SshClient {
  readonly #client = new Client();
  #end: ClientEnd = { spokeSsh: false, firstBytes: Buffer.alloc(0) };
  #ended = false;
  /** Ends each call that still waits for its answer. */
  readonly #running = new Set<() => void>();
  #askNext: ((next: NextAttempt) => void) | undefined;
  readonly #loginBegins: Promise<NextAttempt>;
  readonly #ending: Promise<ClientEnd>;
  readonly #conduct: ServerConduct;

  constructor(
    private readonly stream: Duplex,
    user: string,
    options: ClientOptions,
  ) {
    this.#loginBegins = new Promise((resolve) => {
      this.#askNext = resolve;
    });
    this.#ending = new Promise((resolve) => {
      const over = () => {
        this.#ended = true;
        for (const end of this.#running) end();
        resolve(this.#end);
      };
      this.#client.on('error', (error) => this.#remember(error)).once('close', over);
      // A stream that was closed before ssh2 listened to it.
      if (stream.closed) over();
      else stream.once('close', over);
    });
    // Nobody answers it: the login would stand still.
    this.#client.on('change password', (words) => {
      this.#end = { ...this.#end, wantsNewPassword: words };
      this.destroy();
    });
    const preferred = [...options.preferred] as ServerHostKeyAlgorithm[];
    this.#client.connect({
      // ssh2 takes every Duplex; its types say Readable.
      sock: stream,
      username: user,
      readyTimeout: 0,
      keepaliveInterval: options.keepAliveMs,
      keepaliveCountMax: options.keepAliveMisses,
      hostVerifier: (key: Buffer, decide: (accepted: boolean) => void) => decide(options.accepts(key)),
      algorithms: {
        kex: KEY_EXCHANGES,
        serverHostKey: { append: [], remove: preferred, prepend: preferred },
        compress: ['none'],
      },
      authHandler: (methods, partial, use) => void this.#nextAttempt(methods, partial, use),
    });
    this.#listenToFirstWords();
    this.#conduct = new ServerConduct(this.#client, stream, (why) => this.#remember(why));
  }

  /** Resolves when the connection ended, with the reason if there is one. */
  get ending(): Promise<ClientEnd> {
    return this.#ending;
  }

  /** Whether the connection ended. */
  get isOver(): boolean {
    return this.#ended;
  }

  /** What is known so far of why it may end. */
  get soFar(): ClientEnd {
    return this.#end;
  }

  /** Resolves once the keys are exchanged and the host key was accepted. Rejects with ClientEnd. */
  handshake(): Promise<void> {
    return this.#event('handshake');
  }

  /** Logs in with what `next` gives, one after the other. Rejects with ClientEnd, or with what `next` throws. */
  login(next: NextAttempt): Promise<void> {
    return new Promise((resolve, reject) => {
      const watched: NextAttempt = async (methods, partial) => {
        try {
          return await next(methods, partial);
        } catch (error) {
          reject(error);
          this.destroy();
          return undefined;
        }
      };
      this.#event('ready').then(resolve, reject);
      this.#askNext?.(watched);
    });
  }

  /** Opens a connection from the far end to `host:port`. Rejects with ssh2's error; its `reason` is that of RFC 4254 section 5.1. */
  forward(host: string, port: number): Promise<ClientChannel> {
    return this.#open((done) => this.#client.forwardOut('127.0.0.1', 0, host, port, done));
  }

  /** Runs a command in the user's shell at the far end. */
  execute(command: string): Promise<ClientChannel> {
    return this.#open((done) => this.#client.exec(command, done));
  }

  openFiles(): Promise<SFTPWrapper> {
    return this.#call<SFTPWrapper>((done) => this.#client.sftp((error, files) => done(error, files)));
  }

  /** Starts a subsystem (RFC 4254 section 6.5) and says nothing to it. */
  subsystem(name: string): Promise<ClientChannel> {
    return this.#open((done) => this.#client.subsys(name, done));
  }

  /** Sends SSH_MSG_DISCONNECT and ends the connection. */
  destroy(): void {
    this.#client.end();
    this.#client.destroy();
    this.stream.destroy();
  }

  async #open(start: (done: (error: Error | undefined, value: ClientChannel) => void) => unknown) {
    const channel = await this.#call(start);
    this.#conduct.watch(channel);
    return channel;
  }

  #call<T>(start: (done: (error: Error | undefined, value: T) => void) => unknown): Promise<T> {
    return new Promise((resolve, reject) => {
      const over = () => reject(new Error('the SSH connection ended'));
      if (this.#ended) return over();
      this.#running.add(over);
      try {
        start((error, value) => {
          this.#running.delete(over);
          if (error) reject(error);
          else resolve(value);
        });
      } catch (error) {
        // What ssh2 throws where the stream beneath can no longer be written to.
        this.#running.delete(over);
        reject(error);
      }
    });
  }

  #event(name: 'handshake' | 'ready'): Promise<void> {
    return new Promise((resolve, reject) => {
      // Each name is an overload of its own in ssh2's types.
      if (name === 'ready') this.#client.once('ready', () => resolve());
      else this.#client.once('handshake', () => resolve());
      void this.#ending.then(reject);
    });
  }

  async #nextAttempt(methods: string[] | null, partial: boolean, use: (attempt: LoginAttempt) => void): Promise<void> {
    const next = await this.#loginBegins;
    const attempt = await next(methods ?? undefined, partial);
    if (attempt) use(attempt);
    else this.destroy();
  }

  #remember(error: Error & { level?: string; code?: number | string }): void {
    // The agent or one key failed; the login goes on with the next.
    if (error.level === 'agent') return;
    this.#end = { ...this.#end, error: this.#end.error ?? error };
    // ssh2 only half closes the stream, and a hostile server may leave it so.
    if (error.level !== 'client-authentication') setImmediate(() => this.stream.destroy());
  }

  #listenToFirstWords(): void {
    const words = new FirstWords();
    const listen = (piece: Buffer) => {
      const goesOn = words.hear(piece);
      this.#end = { ...this.#end, spokeSsh: words.spokeSsh, firstBytes: words.bytes };
      if (!goesOn) this.stream.off('data', listen);
    };
    this.stream.prependListener('data', listen);
  }
}
