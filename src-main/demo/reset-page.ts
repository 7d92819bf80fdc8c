import tls from 'node:tls';
import type { DemoCertificate } from './certificate';
import { closeListener, listenOnLoopback, loopback } from './listener';

export interface ResetPage {
  /** E.g. `https://127.0.0.1:41234`, as `applianceUrl` names it. */
  url: string;
  stop(): Promise<void>;
}

/** The pages of oxTrust that the links of a reset lead to (oxTrust version_3.1.2, passwordReminder.xhtml, passwordReset.xhtml). */
const pages: readonly { path: RegExp; title: string; form: 'text' | 'password' }[] = [
  { path: /^\/identity\/person\/passwordReminder\.htm$/, title: 'Forgot your password?', form: 'text' },
  { path: /^\/identity\/resetPassword(\/[^?]+|\.htm\?guid=.+)$/, title: 'Reset your password', form: 'password' },
];
const MAX_REQUEST = 8192;

/** Answers for oxTrust's reset pages over TLS on loopback. It knows no requests and changes no password. */
export async function startResetPage(certificate: DemoCertificate): Promise<ResetPage> {
  const open = new Set<tls.TLSSocket>();
  const server = tls.createServer({ key: certificate.privateKey, cert: certificate.certificate }, (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket)).on('error', () => socket.destroy());
    let asked = '';
    socket.on('data', (chunk: Buffer) => {
      asked += chunk.toString('latin1');
      if (asked.includes('\r\n\r\n')) socket.end(answerTo(asked));
      else if (asked.length > MAX_REQUEST) socket.destroy();
    });
  });
  const port = await listenOnLoopback(server);
  return {
    url: `https://${loopback}:${port}`,
    stop: async () => {
      const closed = closeListener(server);
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}

function answerTo(request: string): string {
  const path = /^(?:GET|HEAD) (\S+) HTTP\/1\.[01]\r\n/.exec(request)?.[1];
  const page = pages.find((known) => path !== undefined && known.path.test(path));
  const body = `<!doctype html><title>${page?.title ?? 'Not found'}</title><h1>${page?.title ?? 'Not found'}</h1>${page ? `<form method="post"><input type="${page.form}"></form>` : ''}`;
  const head = [
    `HTTP/1.1 ${page ? '200 OK' : '404 Not Found'}`,
    'Content-Type: text/html; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}
