import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { createSecureContext, type SecureContextOptions, TLSSocket } from 'node:tls';

export interface TcpProxyOptions {
  /**
   * Ends TLS here and speaks plainly to the target, so that the log is readable and requests can be told apart.
   * Without it all bytes pass as they are, StartTLS included.
   */
  tls?: SecureContextOptions;
}

/** Tells the request that is meant; the bytes are one piece as it arrived from a client. */
type Matches = (bytes: Buffer) => boolean;

export interface TcpProxy {
  port: number;
  /** All bytes from all clients so far, delivered or not, in the order of arrival. */
  readonly log: Buffer;
  /** How many connections clients have made so far. */
  connections(): number;
  /**
   * How many times clients have waited for an answer so far, opening a connection included: what is sent before the answer to
   * something else is delivered waits along with that. Use it with a `delay` longer than a client needs to go on.
   */
  turns(): number;
  /** Breaks every connection with a TCP reset; new ones work. */
  cut(): void;
  /** From now on nothing passes, no end of a connection either; new connections open and stay silent. */
  blackhole(): void;
  /** Ends `blackhole`: all that was held back is delivered. */
  heal(): void;
  /**
   * Swallows the next request that matches and every later byte of its connection, which stays open. Resolves when
   * the request is swallowed.
   */
  dropNextRequest(matches?: Matches): Promise<void>;
  /**
   * Lets the next request that matches through and swallows every byte that comes back on its connection, which stays
   * open. Resolves when the first byte of the answer is swallowed: the target has done its work.
   */
  dropNextResponse(matches?: Matches): Promise<void>;
  /** Delivers everything that arrives from now on that much later, in both directions. */
  delay(milliseconds: number): void;
  /** Closes the port and all connections. */
  stop(): Promise<void>;
}

interface Fault {
  drops: 'request' | 'response';
  matches: Matches;
  done: () => void;
}

/** Starts a TCP proxy on a free port of 127.0.0.1 in front of a port there, and resolves once it listens. */
export async function startProxy(targetPort: number, options: TcpProxyOptions = {}): Promise<TcpProxy> {
  const log: Buffer[] = [];
  const faults: Fault[] = [];
  const links = new Set<{ client: Socket; target: Socket }>();
  let connections = 0;
  let turns = 0;
  let latency = 0;
  let open: Promise<void> = Promise.resolve();
  let heal = (): void => {};

  /** One direction of a connection: work happens in order, late by the latency of its arrival, and not in a black hole. */
  const lane = (): ((work: () => void) => void) => {
    let last = Promise.resolve();
    return (work) => {
      const due = Date.now() + latency;
      last = last.then(async () => {
        const early = due - Date.now();
        if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
        await open;
        work();
      });
    };
  };

  // A line that kept small pieces back until the one before is acknowledged would be slower than any real one.
  const server = createServer({ noDelay: true }, (client) => {
    connections += 1;
    turns += 1;
    const target = connect({ port: targetPort, host: '127.0.0.1', noDelay: true });
    const link = { client, target };
    links.add(link);
    client.once('close', () => links.delete(link));
    join(link);
  });

  const join = ({ client, target }: { client: Socket; target: Socket }): void => {
    const inner = options.tls === undefined ? client : secured(client, options.tls);
    const [towardsTarget, towardsClient] = [lane(), lane()];
    let swallowed: (() => void) | undefined;
    let deaf = false;
    // Turns of this connection: the last that went to the target, and the last of which an answer was delivered.
    let [asked, answered] = [0, 0];
    inner.on('data', (chunk: Buffer) => {
      const turn = answered + 1;
      log.push(chunk);
      const fault = deaf ? undefined : take(faults, chunk);
      if (fault?.drops === 'response') swallowed = fault.done;
      if (fault?.drops === 'request') {
        deaf = true;
        fault.done();
      }
      if (deaf) return;
      towardsTarget(() => {
        target.write(chunk);
        asked = turn;
      });
    });
    target.on('data', (chunk: Buffer) => {
      const turn = asked;
      if (swallowed !== undefined) swallowed();
      else if (!deaf) {
        towardsClient(() => {
          inner.write(chunk);
          turns += turn - answered;
          answered = turn;
        });
      }
    });
    inner.on('end', () => towardsTarget(() => void target.end()));
    target.on('end', () => towardsClient(() => void inner.end()));
    // A broken connection on one side breaks the other; what was wrong is the business of those who speak.
    for (const socket of new Set([inner, client])) {
      socket.on('error', () => {});
      socket.on('close', () => towardsTarget(() => target.destroy()));
    }
    target.on('error', () => {});
    target.on('close', () => towardsClient(() => client.destroy()));
  };

  const arm = (drops: Fault['drops'], matches: Matches): Promise<void> =>
    new Promise((done) => {
      faults.push({ drops, matches, done });
    });

  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a listening TCP server has a port');
  const breakAll = (how: (client: Socket) => void): void => {
    for (const { client, target } of links) {
      how(client);
      target.destroy();
    }
  };
  return {
    port: address.port,
    get log() {
      return Buffer.concat(log);
    },
    connections: () => connections,
    turns: () => turns,
    cut: () => breakAll((client) => client.resetAndDestroy()),
    blackhole: () => {
      heal();
      open = new Promise((resolve) => {
        heal = resolve;
      });
    },
    heal: () => heal(),
    dropNextRequest: (matches = () => true) => arm('request', matches),
    dropNextResponse: (matches = () => true) => arm('response', matches),
    delay: (milliseconds) => {
      latency = milliseconds;
    },
    stop: async () => {
      if (!server.listening) return;
      const closed = once(server.close(), 'close');
      breakAll((client) => client.destroy());
      heal();
      await closed;
    },
  };
}

const secured = (client: Socket, tls: SecureContextOptions): Socket =>
  new TLSSocket(client, { isServer: true, secureContext: createSecureContext(tls) });

/** Takes the first fault off the list if it is meant for these bytes. */
const take = (faults: Fault[], bytes: Buffer): Fault | undefined =>
  faults[0]?.matches(bytes) ? faults.shift() : undefined;
