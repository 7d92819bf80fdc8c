import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import type { TestCertificate } from './certificates';

/** What the stand-in does once it has read the head of a request. */
export type PageBehaviour = (socket: Socket) => void;

const answer =
  (status: string, headers: string[], body = ''): PageBehaviour =>
  (socket) => {
    const length = `Content-Length: ${Buffer.byteLength(body)}`;
    socket.end([`HTTP/1.1 ${status}`, ...headers, length, '', body].join('\r\n'));
  };
const html = 'Content-Type: text/html;charset=UTF-8';
const form =
  '<html><head><title>Password Reset</title></head><body>' +
  '<form action="/identity/person/passwordReminder.htm" method="post"></form></body></html>';

/** Writes again and again, as fast as the other side reads, until it is gone. */
function forever(socket: Socket, text: string): void {
  const more = () => {
    while (!socket.destroyed && socket.write(text));
  };
  socket.on('drain', more);
  more();
}

const COOKIE = 'Set-Cookie: JSESSIONID=abc; Path=/identity';

/** Pages as Gluu's web server gives them, and what else may stand in their place. */
export const pages = {
  form: answer('200 OK', [html, COOKIE], form),
  oops: answer('200 OK', [html], '<html><title>oxTrust</title><body><h2>OOPS</h2><p>Sorry</p></body></html>'),
  welcome: answer('200 OK', [html], '<html><title>It works</title><body><p>Welcome</p></body></html>\n'),
  notFound: answer('404 Not Found', [html], '<html><head><title>404 Not Found</title></head></html>'),
  unavailable: answer('503 Service Unavailable', [html], '<title>503</title>'),
  toLogin: answer('302 Found', ['Location: https://gluu.example.org/oxauth/authorize?client_id=x', COOKIE]),
  toOtherHost: answer('301 Moved Permanently', ['Location: https://www.example.org/']),
  toNowhere: answer('302 Found', []),
  toInvisible: answer('302 Found', ['Location: https://x.example/\u0085']),
  hostileTitle: answer('200 OK', [html], `${'<title'.repeat(5000)}<title>\u202e${'x'.repeat(5000)}`),
  endlessBody: (socket) => {
    socket.write(`HTTP/1.1 200 OK\r\n${html}\r\n\r\n<title>Endless</title>`);
    forever(socket, 'x'.repeat(16_384));
  },
  slowBody: (socket) => {
    socket.write(`HTTP/1.1 200 OK\r\n${html}\r\nContent-Length: 1000000\r\n\r\n<title>Slow</title>`);
  },
  brokenBody: (socket) => {
    socket.write(`HTTP/1.1 200 OK\r\n${html}\r\nContent-Length: 1000000\r\n\r\n<title>Broken</title>`, () =>
      socket.resetAndDestroy(),
    );
  },
  brokenChunks: (socket) => {
    socket.end(`HTTP/1.1 200 OK\r\n${html}\r\nTransfer-Encoding: chunked\r\n\r\nzzz\r\n`);
  },
  endlessHead: (socket) => {
    socket.write('HTTP/1.1 200 OK\r\n');
    forever(socket, `X-More: ${'x'.repeat(1000)}\r\n`);
  },
  endlessInformation: (socket) => forever(socket, 'HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(500)),
  upgrade: (socket) => {
    socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n');
  },
  twoLengths: (socket) => {
    socket.end('HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab');
  },
  notHttp: (socket) => {
    socket.end('220 mail.example.org ESMTP\r\n');
  },
  binary: (socket) => {
    socket.end(Buffer.from([0x30, 0x0c, 0x02, 0x01, 0x01, 0x61, 0x07, 0x0a, 0x01, 0x00]));
  },
  silent: () => {},
  drop: (socket) => {
    socket.destroy();
  },
} as const satisfies Record<string, PageBehaviour>;

export interface ResetPage {
  port: number;
  /** The heads of all requests so far. */
  requests: string[];
  /** Connections that carried at least one byte, or a finished handshake. */
  connections(): number;
  /** Resolves once no connection is open. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

/** A web server on 127.0.0.1 in the place of oxTrust's reset page; with `tls`, it speaks HTTPS. */
export async function startResetPage(behaviour: PageBehaviour, tls?: TestCertificate): Promise<ResetPage> {
  const requests: string[] = [];
  const open = new Set<Socket>();
  let connections = 0;
  const serve = (socket: Socket) => {
    connections += 1;
    open.add(socket);
    socket.on('error', () => {}).on('close', () => open.delete(socket));
    let head = '';
    socket.on('data', (chunk) => {
      if (head.includes('\r\n\r\n')) return;
      head += chunk.toString('latin1');
      if (!head.includes('\r\n\r\n')) return;
      requests.push(head);
      behaviour(socket);
    });
  };
  const server = tls ? createTlsServer({ key: tls.key, cert: tls.cert }, serve) : createServer(serve);
  server.on('tlsClientError', () => {});
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no port');
  return {
    port: address.port,
    requests,
    connections: () => connections,
    idle: async () => {
      await Promise.all([...open].map((socket) => new Promise((resolve) => socket.once('close', resolve))));
    },
    stop: async () => {
      for (const socket of open) socket.destroy();
      const closed = once(server, 'close');
      server.close();
      await closed;
    },
  };
}
