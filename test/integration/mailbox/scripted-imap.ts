import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { createSecureContext, type SecureContextOptions, TLSSocket } from 'node:tls';

/** What a server can be asked; `greeting` is not asked for, `UID SEARCH` and `UID FETCH` count without UID. */
export type Moment =
  | 'greeting'
  | 'CAPABILITY'
  | 'STARTTLS'
  | 'AUTHENTICATE'
  | 'LOGIN'
  | 'NAMESPACE'
  | 'LIST'
  | 'EXAMINE'
  | 'SEARCH'
  | 'FETCH'
  | 'IDLE'
  | 'DONE';

interface ScriptedSession {
  readonly socket: Socket;
  readonly secured: boolean;
  /** Sends a text and a line break. */
  say(text: string): void;
  startTls(): void;
  /** What the server would have said. */
  proper(): void;
}

/** Raw text is sent as a line, `%T` in it is the tag; a function does what it likes. */
export type Answer = string | ((session: ScriptedSession, tag: string, line: string) => void);

export interface ScriptedImapOptions {
  script?: Partial<Record<Moment, Answer>>;
  /** Certificate and key for STARTTLS. */
  tls?: SecureContextOptions;
  capabilities?: string;
  /** The headers of the one message. */
  header?: string;
}

export interface ScriptedImap {
  port: number;
  lines(): { line: string; secured: boolean }[];
  /** Resolves when a client did this for the first time. */
  reached(moment: Moment): Promise<void>;
  /** Resolves when no connection is open. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

export const silence: Answer = () => {};
export const drop: Answer = ({ socket }) => void socket.destroy();

/** Starts an IMAP server with one message on a free port of 127.0.0.1, friendly but for its script. */
export async function startScriptedImap(options: ScriptedImapOptions = {}): Promise<ScriptedImap> {
  const lines: { line: string; secured: boolean }[] = [];
  const sockets = new Set<Socket>();
  const moments = new Set<Moment>();
  const watchers = new Set<() => void>();
  const changed = () => {
    for (const watcher of watchers) watcher();
  };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => {
      sockets.delete(socket);
      changed();
    });
    const heard = (line: string, secured: boolean, moment: Moment | undefined) => {
      if (line !== '') lines.push({ line, secured });
      if (moment) moments.add(moment);
      changed();
    };
    converse(socket, options, heard);
  });
  const until = (come: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!come()) return;
        watchers.delete(look);
        resolve();
      };
      watchers.add(look);
      look();
    });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a listening TCP server has a port');
  return {
    port: address.port,
    lines: () => [...lines],
    reached: (moment) => until(() => moments.has(moment)),
    idle: () => until(() => sockets.size === 0),
    stop: async () => {
      if (!server.listening) return;
      const closed = once(server.close(), 'close');
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

function converse(
  raw: Socket,
  options: ScriptedImapOptions,
  heard: (line: string, secured: boolean, moment: Moment | undefined) => void,
): void {
  let socket: Socket = raw;
  let secured = false;
  let rest = '';
  let idling = '';

  const say = (text: string) => void socket.write(`${text}\r\n`);
  function startTls() {
    if (!options.tls) throw new Error('no certificate for TLS');
    socket.removeAllListeners('data');
    socket = new TLSSocket(raw, { isServer: true, secureContext: createSecureContext(options.tls) });
    secured = true;
    rest = '';
    listen();
  }

  function meet(moment: Moment, tag: string, line: string): void {
    const answer = options.script?.[moment];
    const proper = () => {
      for (const text of properly(moment, tag, options)) say(text);
      if (moment === 'STARTTLS') startTls();
    };
    if (typeof answer === 'string') say(answer.replaceAll('%T', tag));
    else if (answer) {
      const session: ScriptedSession = {
        get socket() {
          return socket;
        },
        get secured() {
          return secured;
        },
        say,
        startTls,
        proper,
      };
      answer(session, tag, line);
    } else proper();
  }

  function hear(line: string): void {
    if (line.toUpperCase() === 'DONE') {
      heard(line, secured, 'DONE');
      meet('DONE', idling, line);
      return;
    }
    const [tag = '', first = '', second = ''] = line.split(' ');
    const verb = (first.toUpperCase() === 'UID' ? second : first).toUpperCase();
    const moment = MOMENTS.find((known) => known === verb);
    if (moment === 'IDLE') idling = tag;
    heard(line, secured, moment);
    if (moment) meet(moment, tag, line);
    else say(`${tag} OK done`);
  }

  function listen(): void {
    socket.on('error', () => {}); // a client that breaks off is what many tests are about
    socket.on('data', (chunk: Buffer) => {
      const all = (rest + chunk.toString('latin1')).split('\r\n');
      rest = all.pop() ?? '';
      for (const line of all) hear(line);
    });
  }

  listen();
  heard('', false, 'greeting');
  meet('greeting', '*', '');
}

const MOMENTS: Moment[] = [
  'CAPABILITY',
  'STARTTLS',
  'AUTHENTICATE',
  'LOGIN',
  'NAMESPACE',
  'LIST',
  'EXAMINE',
  'SEARCH',
  'FETCH',
  'IDLE',
  'DONE',
];

function properly(moment: Moment, tag: string, { capabilities, header = 'Subject: x\r\n\r\n' }: ScriptedImapOptions) {
  const ok = `${tag} OK done`;
  switch (moment) {
    case 'greeting':
      return ['* OK scripted IMAP4rev1'];
    case 'CAPABILITY':
      return [`* CAPABILITY IMAP4rev1 ${capabilities ?? 'AUTH=PLAIN SASL-IR IDLE NAMESPACE SPECIAL-USE'}`, ok];
    case 'NAMESPACE':
      return ['* NAMESPACE (("" "/")) NIL NIL', ok];
    case 'LIST':
      return ['* LIST () "/" INBOX', '* LIST (\\Junk) "/" Spam', ok];
    case 'EXAMINE':
      return ['* 1 EXISTS', '* OK [UIDVALIDITY 1] ok', '* OK [UIDNEXT 2] ok', `${tag} OK [READ-ONLY] done`];
    case 'SEARCH':
      return ['* SEARCH 1', ok];
    case 'FETCH':
      return [`* 1 FETCH (UID 1 BODY[HEADER]<0> {${Buffer.byteLength(header)}}\r\n${header})`, ok];
    case 'IDLE':
      return ['+ idling'];
    default:
      return [ok];
  }
}
