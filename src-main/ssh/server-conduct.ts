import type { Duplex } from 'node:stream';
import { type Message, message } from '../../src-shared/texts/message';
import type { Client, ClientChannel } from './ssh2';

/** Bytes to the server that it does not read; what this app sends are requests and directory entries. */
const MAX_UNSENT = 8 * 1024 * 1024;
/** Bytes of a channel that nobody has read yet: twice the window that ssh2 opens (its client.js, MAX_WINDOW). */
const MAX_UNREAD = 4 * 1024 * 1024;
/** Key exchanges that need no reason; servers ask for one each hour or gigabyte (RFC 4253 section 9). */
const FREE_EXCHANGES = 5;
const MINUTE = 60_000;
/** Servers take 32 KB in one packet of a channel; with 0 ssh2 would send empty ones for ever. */
const LEAST_PACKET = 256;

/** Why a connection was ended here, as a sentence of ours. */
export class Misconduct extends Error {
  constructor(readonly reason: Message) {
    super(reason.id);
  }
}

/** Of the functions that ssh2 calls for the messages it has parsed, those that need a guard (its client.js). */
interface Handlers {
  CHANNEL_OPEN_CONFIRMATION(protocol: unknown, info: { packetSize: number }): void;
  GLOBAL_REQUEST(protocol: unknown, name: string, wantReply: boolean, data: unknown): void;
  USERAUTH_INFO_REQUEST(
    protocol: unknown,
    name: string | undefined,
    instruction: string | undefined,
    prompts: { prompt?: string; echo: boolean }[],
  ): void;
}

/**
 * Watches what a server makes ssh2 do without end: ssh2 answers each request, keeps what comes beyond a channel's window,
 * and exchanges keys as often as it is told to, which may take a second of the processor each time.
 */
export class ServerConduct {
  readonly #channels = new Set<ClientChannel>();
  readonly #began = performance.now();
  #exchanges = 0;

  /** `client` has begun to connect. `broken` hears why the connection has to end. */
  constructor(
    client: Client,
    private readonly stream: Duplex,
    private readonly broken: (why: Error) => void,
  ) {
    const judge = () => {
      const why = this.#fault();
      if (why !== undefined) broken(new Misconduct(message(why)));
    };
    client.on('handshake', () => {
      this.#exchanges += 1;
      judge();
    });
    stream.on('data', judge);
    this.#guard(handlersOf(client));
  }

  watch(channel: ClientChannel): void {
    this.#channels.add(channel);
    channel.once('close', () => this.#channels.delete(channel));
  }

  #guard(handlers: Handlers): void {
    const { CHANNEL_OPEN_CONFIRMATION, GLOBAL_REQUEST, USERAUTH_INFO_REQUEST } = handlers;
    handlers.CHANNEL_OPEN_CONFIRMATION = (protocol, info) => {
      if (info.packetSize >= LEAST_PACKET) CHANNEL_OPEN_CONFIRMATION(protocol, info);
      else this.broken(new Misconduct(message('failure.reason.packetSize', { n: info.packetSize })));
    };
    handlers.GLOBAL_REQUEST = (protocol, name, wantReply, data) => {
      // ssh2 would parse and keep the keys each time, for a proof that nobody here asks for.
      if (name !== 'hostkeys-00@openssh.com') GLOBAL_REQUEST(protocol, name, wantReply, data);
    };
    handlers.USERAUTH_INFO_REQUEST = (protocol, name = '', instruction = '', prompts) => {
      // ssh2 gives undefined for a text that does not fit into its message.
      const whole = prompts.map(({ prompt = '', echo }) => ({ prompt, echo }));
      USERAUTH_INFO_REQUEST(protocol, name, instruction, whole);
    };
  }

  #fault(): 'failure.reason.exchanges' | 'failure.reason.unread' | 'failure.reason.tooMuchData' | undefined {
    if (this.#exchanges > FREE_EXCHANGES + (performance.now() - this.#began) / MINUTE) {
      return 'failure.reason.exchanges';
    }
    if (this.stream.writableLength > MAX_UNSENT) return 'failure.reason.unread';
    for (const { readableLength } of this.#channels) {
      if (readableLength > MAX_UNREAD) return 'failure.reason.tooMuchData';
    }
    return undefined;
  }
}

/** ssh2 has no public door to them, and its types do not know them. Throws if another release keeps them elsewhere. */
function handlersOf(client: Client): Handlers {
  const { _protocol: protocol } = client as unknown as { _protocol?: { _handlers?: Partial<Handlers> } };
  const { CHANNEL_OPEN_CONFIRMATION, GLOBAL_REQUEST, USERAUTH_INFO_REQUEST } = protocol?._handlers ?? {};
  if (!CHANNEL_OPEN_CONFIRMATION || !GLOBAL_REQUEST || !USERAUTH_INFO_REQUEST) {
    throw new Error('ssh2 keeps the handlers of its messages elsewhere');
  }
  return protocol?._handlers as Handlers;
}
