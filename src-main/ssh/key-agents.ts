import type { Duplex } from 'node:stream';
import {
  type Agent,
  BaseAgent,
  createAgent,
  type ParsedKey,
  type SignCallback,
  type SigningRequestOptions,
} from './ssh2';

/** One key that is offered as it is and opened only once the server would take it, as ssh(1) does with a locked key. */
class KeyOnDemand extends BaseAgent<ParsedKey> {
  constructor(
    private readonly publicKey: ParsedKey,
    private readonly open: () => Promise<ParsedKey>,
  ) {
    super();
  }

  override getIdentities(done: (error: Error | undefined, keys?: ParsedKey[]) => void): void {
    done(undefined, [this.publicKey]);
  }

  override sign(
    _publicKey: ParsedKey,
    data: Buffer,
    options: SigningRequestOptions | SignCallback,
    done: SignCallback = () => {},
  ): void {
    const hash = typeof options === 'function' ? undefined : options.hash;
    const signed = this.open().then((key): Buffer => {
      const signature: Buffer | Error = key.sign(data, hash);
      if (signature instanceof Error) throw signature;
      return signature;
    });
    signed.then((signature) => done(null, signature), done);
  }
}

/** A way to offer a key by its public half; `open` gives the whole of it, or rejects, and the next way is tried. */
export const keyOnDemand = (publicKey: ParsedKey, open: () => Promise<ParsedKey>): Agent =>
  new KeyOnDemand(publicKey, open);

/** An agent of which only these keys are used, in this order. */
class ChosenKeys extends BaseAgent<ParsedKey> {
  constructor(
    private readonly agent: Agent,
    private readonly keys: readonly ParsedKey[],
  ) {
    super();
  }

  override getIdentities(done: (error: Error | undefined, keys?: ParsedKey[]) => void): void {
    done(undefined, [...this.keys]);
  }

  override sign(
    publicKey: ParsedKey,
    data: Buffer,
    options: SigningRequestOptions | SignCallback,
    done?: SignCallback,
  ): void {
    if (typeof options === 'function') this.agent.sign(publicKey, data, options);
    else this.agent.sign(publicKey, data, options, done);
  }
}

/** The longest answer ssh(1) reads, with its length (MAX_AGENT_REPLY_LEN of OpenSSH's authfd.c). */
const MAX_ANSWER = 256 * 1024 + 4;

/** The agent at a socket, and a way to end whatever is still open to it. An answer longer than any ends its connection. */
function boundedAgent(socket: string): { agent: Agent; end(): void } {
  const agent = createAgent(socket);
  const streams = new Set<Duplex>();
  const getStream = agent.getStream?.bind(agent);
  if (getStream) {
    agent.getStream = (done) =>
      getStream((error, stream) => {
        if (stream) {
          let came = 0;
          streams.add(stream);
          stream.once('close', () => streams.delete(stream));
          stream.on('data', ({ length }: Buffer) => {
            came += length;
            if (came > MAX_ANSWER) stream.destroy();
          });
        }
        done(error, stream);
      });
  }
  return {
    agent,
    end: () => {
      for (const stream of streams) stream.destroy();
    },
  };
}

/**
 * The agent at a socket, and the keys of it that are used: those that `choose` leaves of all it holds. Rejects if nothing
 * answers there within the time.
 */
export async function findAgent(
  socket: string,
  limitMs: number,
  choose: (held: readonly ParsedKey[]) => readonly ParsedKey[],
): Promise<{ agent: Agent; keys: readonly ParsedKey[] }> {
  const { agent: whole, end } = boundedAgent(socket);
  const held = await new Promise<ParsedKey[]>((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error('the agent does not answer'));
      end();
    }, limitMs);
    whole.getIdentities((error, found = []) => {
      clearTimeout(timer);
      if (error) reject(error);
      else resolve(found as ParsedKey[]);
    });
  });
  const keys = choose(held);
  return { agent: new ChosenKeys(whole, keys), keys };
}
