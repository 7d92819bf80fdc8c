import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { createSecureContext, type SecureContextOptions, TLSSocket } from 'node:tls';

/** What a server can be asked, `greeting` and `message` included; `LOGIN` is a further line of AUTH LOGIN, or the answer to a challenge. */
export type Moment =
  | 'greeting'
  | 'EHLO'
  | 'HELO'
  | 'STARTTLS'
  | 'AUTH'
  | 'LOGIN'
  | 'MAIL'
  | 'RCPT'
  | 'DATA'
  | 'message'
  | 'QUIT';

/** Raw text is sent as a line; a function does what it likes. */
export type Answer = string | ((session: ScriptedSession, line: string) => void);

export interface ScriptedSession {
  /** The connection as it is now: the TLS one once there is one. */
  readonly socket: Socket;
  readonly secured: boolean;
  /** Sends a text and a line break. */
  say(text: string): void;
  /** Accepts a TLS handshake from here on. */
  startTls(): void;
  /** What the server would have said. */
  proper(): void;
}

export interface ScriptedSmtpOptions {
  /** What differs from a friendly server. */
  script?: Partial<Record<Moment, Answer>>;
  /** Certificate and key; with them STARTTLS is offered. */
  tls?: SecureContextOptions;
  /** TLS from the first byte, as on port 465. */
  implicitTls?: boolean;
  /** Extensions beside STARTTLS; by default a login with PLAIN and LOGIN. */
  extensions?: string[];
  /** The login that is accepted; without it any. */
  login?: { userName: string; password: string };
}

export interface ScriptedSmtp {
  port: number;
  connections(): number;
  /** All lines from clients so far, with what protected them. */
  lines(): { line: string; secured: boolean }[];
  /** Messages taken, as sent, without the final dot. */
  messages(): string[];
  /** Resolves when a client did this for the first time. */
  reached(moment: Moment): Promise<void>;
  /** Resolves when no connection is open. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

export const silence: Answer = () => {};
export const drop: Answer = ({ socket }) => void socket.end();
export const reset: Answer = ({ socket }) => void socket.destroy();

interface Seen {
  connections: number;
  lines: { line: string; secured: boolean }[];
  messages: string[];
  moments: Set<Moment>;
  watchers: Set<() => void>;
}

/** Starts an SMTP server on a free port of 127.0.0.1 that is friendly but for its script, and resolves once it listens. */
export async function startScriptedSmtp(options: ScriptedSmtpOptions = {}): Promise<ScriptedSmtp> {
  const seen: Seen = { connections: 0, lines: [], messages: [], moments: new Set(), watchers: new Set() };
  const sockets = new Set<Socket>();
  const changed = () => {
    for (const watcher of seen.watchers) watcher();
  };
  const server = createServer((socket) => {
    seen.connections += 1;
    socket.setNoDelay(true);
    sockets.add(socket);
    socket.once('close', () => {
      sockets.delete(socket);
      changed();
    });
    converse(socket, options, seen, changed);
  });
  const until = (come: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!come()) return;
        seen.watchers.delete(look);
        resolve();
      };
      seen.watchers.add(look);
      look();
    });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a listening TCP server has a port');
  return {
    port: address.port,
    connections: () => seen.connections,
    lines: () => [...seen.lines],
    messages: () => [...seen.messages],
    reached: (moment) => until(() => seen.moments.has(moment)),
    idle: () => until(() => sockets.size === 0),
    stop: async () => {
      if (!server.listening) return;
      const closed = once(server.close(), 'close');
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

function converse(raw: Socket, options: ScriptedSmtpOptions, seen: Seen, changed: () => void): void {
  const { script = {}, tls, implicitTls = false } = options;
  let socket: Socket = raw;
  let secured = false;
  let rest = '';
  let message: string[] | undefined;
  let loginLines = 0;
  let asked: Moment | undefined;

  const session: ScriptedSession = {
    get socket() {
      return socket;
    },
    get secured() {
      return secured;
    },
    say(text) {
      if (asked === 'AUTH' && !text.startsWith('334')) loginLines = 0; // what does not ask does not wait for an answer
      socket.write(`${text}\r\n`);
    },
    startTls() {
      if (!tls) throw new Error('no certificate for TLS');
      socket.removeAllListeners('data');
      socket = new TLSSocket(raw, { isServer: true, secureContext: createSecureContext(tls) });
      secured = true;
      rest = '';
      listen();
    },
    proper: () => {},
  };

  function meet(moment: Moment, line: string): void {
    const answer = script[moment];
    const proper = () => properly(moment, line);
    asked = moment;
    if (typeof answer === 'string') session.say(answer);
    else if (answer) answer(Object.create(session, { proper: { value: proper } }) as ScriptedSession, line);
    else proper();
    if (moment === 'LOGIN') loginLines -= 1;
    seen.moments.add(moment);
    changed();
  }

  function properly(moment: Moment, line: string): void {
    if (moment === 'DATA') message = [];
    const reply = properReply(moment, line, options, secured, loginLines);
    if (reply) session.say(reply);
    if (moment === 'STARTTLS' && tls) session.startTls();
    if (moment === 'QUIT') socket.end();
  }

  function endMessage(taken: string[]): void {
    seen.messages.push(taken.join('\r\n'));
    message = undefined;
    meet('message', '');
  }

  function hear(line: string): void {
    if (message) {
      if (line === '.') endMessage(message);
      else message.push(line.replace(/^\./, ''));
      return;
    }
    seen.lines.push({ line, secured });
    const moment = momentOf(line, loginLines > 0);
    if (/^AUTH LOGIN$/i.test(line)) loginLines = 2;
    if (/^AUTH (NTLM|DIGEST-MD5)\b/i.test(line)) loginLines = 1;
    if (moment) meet(moment, line);
    else session.say('500 5.5.2 Not understood');
  }

  function listen(): void {
    socket.on('error', () => {}); // a client that breaks off is what many tests are about
    socket.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString('latin1')).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) hear(line);
    });
  }

  if (implicitTls) {
    session.startTls();
    socket.once('secure', () => meet('greeting', ''));
  } else {
    listen();
    meet('greeting', '');
  }
}

const momentOf = (line: string, inLogin: boolean): Moment | undefined => {
  if (inLogin) return 'LOGIN';
  const verb = line.split(/[ :]/)[0]?.toUpperCase() ?? '';
  const known: Moment[] = ['EHLO', 'HELO', 'STARTTLS', 'AUTH', 'MAIL', 'RCPT', 'DATA', 'QUIT'];
  return known.find((moment) => moment === verb);
};

function properReply(
  moment: Moment,
  line: string,
  { tls, implicitTls, extensions = ['AUTH PLAIN LOGIN'], login }: ScriptedSmtpOptions,
  secured: boolean,
  loginLines: number,
): string | undefined {
  switch (moment) {
    case 'greeting':
      return '220 scripted.example ESMTP';
    case 'EHLO': {
      const all = [...(tls && !implicitTls && !secured ? ['STARTTLS'] : []), ...extensions];
      return ['scripted.example', ...all].map((text, i) => `250${i < all.length ? '-' : ' '}${text}`).join('\r\n');
    }
    case 'HELO':
      return '250 scripted.example';
    case 'STARTTLS':
      return tls ? '220 2.0.0 Go ahead' : '502 5.5.1 Not implemented';
    case 'AUTH':
      if (loginLines > 0) return '334 VXNlcm5hbWU6';
      return judge(
        login,
        Buffer.from(line.split(' ')[2] ?? '', 'base64')
          .toString('utf8')
          .split('\0'),
      );
    case 'LOGIN':
      if (loginLines > 1) return '334 UGFzc3dvcmQ6';
      return judge(login && { ...login, userName: '' }, ['', '', Buffer.from(line, 'base64').toString('utf8')]);
    case 'DATA':
      return '354 Go ahead';
    case 'message':
      return '250 2.0.0 Queued as 4711';
    case 'QUIT':
      return '221 2.0.0 Bye';
    default:
      return '250 2.1.0 Ok';
  }
}

const judge = (login: ScriptedSmtpOptions['login'], [, userName, password]: string[]): string =>
  !login || (login.userName === userName && login.password === password)
    ? '235 2.7.0 Authenticated'
    : '535 5.7.8 Authentication failed';
