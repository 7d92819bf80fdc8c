import { once } from 'node:events';
import { appendFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { type AuthContext, type PublicKeyAuthContext, Server, utils } from 'ssh2';

export interface JumpHostOptions {
  /** How it lets people in; by password by default. */
  takes?: 'password' | 'keyboard-interactive' | 'publickey';
  /** What it asks, for keyboard-interactive. */
  prompt?: string;
  /** The right password or answer. */
  password?: string;
  /** The public keys that may log in, as authorized_keys has them; with them keys may be tried whatever else it takes. */
  authorized?: string[];
}

/** An SSH server on 127.0.0.1 that only forwards connections, and remembers all it is given. */
export interface JumpHost {
  port: number;
  /** `user: method value` of each try that carried something: passwords, answers, and types of keys. */
  given(): readonly string[];
  /** Connections that were made to it. */
  connections(): number;
  /** `host:port` of each connection it was asked to open. */
  forwards(): readonly string[];
  /** Whether somebody offered it the use of an agent. */
  agentOffered(): boolean;
  /** Writes its host key into known_hosts below `home`. */
  trust(home: string): void;
  stop(): Promise<void>;
}

/** Starts one; stop it when it is no longer needed. */
export async function startJumpHost(options: JumpHostOptions = {}): Promise<JumpHost> {
  const { takes = 'password', prompt = 'Password:', password = 'of the jump host', authorized } = options;
  // Not ed25519: one in 256 that ssh2 makes cannot be read by it.
  const hostKey = utils.generateKeyPairSync('ecdsa', { bits: 256 });
  const keys = (authorized ?? []).map(publicKeyOf);
  const methods = [...new Set([...(authorized ? (['publickey'] as const) : []), takes])];
  const given: string[] = [];
  const forwards: string[] = [];
  const ends = new Set<() => void>();
  let connections = 0;
  let agentOffered = false;

  function judge(context: AuthContext): void {
    const note = (value: string) => given.push(`${context.username}: ${context.method} ${value}`);
    const answer = (isRight: boolean) => (isRight ? context.accept() : context.reject(methods));
    if (context.method === 'password') {
      note(context.password);
      answer(takes === 'password' && context.password === password);
    } else if (context.method === 'keyboard-interactive' && takes === 'keyboard-interactive') {
      context.prompt([{ prompt, echo: false }], ([said = '']) => {
        note(said);
        answer(said === password);
      });
    } else if (context.method === 'publickey') {
      note(context.key.algo);
      answer(isAuthorized(context));
    } else {
      answer(false);
    }
  }

  function isAuthorized({ key: { data }, blob, signature, hashAlgo }: PublicKeyAuthContext): boolean {
    const key = keys.find((known) => known.getPublicSSH().equals(data));
    return key !== undefined && (!signature || !blob || key.verify(blob, signature, hashAlgo) === true);
  }

  const server = new Server({ hostKeys: [hostKey.private] }, (client) => {
    connections += 1;
    const end = () => client.end();
    ends.add(end);
    client.on('error', () => {}).on('close', () => ends.delete(end));
    client.on('authentication', judge);
    client.on('session', (accept) =>
      accept().on('auth-agent', () => {
        agentOffered = true;
      }),
    );
    client.on('tcpip', (accept, reject, { destIP, destPort }) => {
      forwards.push(`${destIP}:${destPort}`);
      const socket = connect(destPort, destIP);
      socket.once('error', () => reject());
      socket.once('connect', () => {
        const channel = accept();
        channel.on('error', () => {});
        socket.removeAllListeners('error').on('error', () => {});
        channel.pipe(socket).pipe(channel);
      });
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return {
    port,
    given: () => given,
    connections: () => connections,
    forwards: () => forwards,
    agentOffered: () => agentOffered,
    trust: (home) => appendFileSync(join(home, '.ssh', 'known_hosts'), `[127.0.0.1]:${port} ${hostKey.public}\n`),
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const end of ends) end();
      await closed;
    },
  };
}

function publicKeyOf(line: string) {
  const key = utils.parseKey(line);
  if (key instanceof Error) throw key;
  return key;
}
