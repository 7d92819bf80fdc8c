import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { createSecureContext, type SecureVersion, TLSSocket } from 'node:tls';
import type { TestCertificate } from './certificates';

export interface TlsFloorOptions {
  certificate: TestCertificate;
  least: SecureVersion;
  most: SecureVersion;
  /** TLS from the first byte; otherwise by STARTTLS. */
  implicit: boolean;
  /** Ends connections that bring no client certificate. */
  wantsClient?: boolean;
  /** OpenSSL's list for TLS 1.2 and older. */
  ciphers?: string;
}

export interface TlsFloor {
  port: number;
  stop(): Promise<void>;
}

/** Starts a small SMTP server that speaks these TLS versions only, on a free port of 127.0.0.1. */
export async function startTlsFloor(options: TlsFloorOptions): Promise<TlsFloor> {
  const { certificate, least, most, implicit, ciphers = 'DEFAULT' } = options;
  const secureContext = createSecureContext({
    key: certificate.key,
    cert: certificate.cert,
    minVersion: least,
    maxVersion: most,
    ciphers: `${ciphers}@SECLEVEL=0`, // OpenSSL 3 does TLS 1.0 and 1.1 only at this level
  });
  const sockets = new Set<Socket>();
  const secure = (raw: Socket) => {
    const wantsClient = options.wantsClient ?? false;
    const socket = new TLSSocket(raw, {
      isServer: true,
      secureContext,
      requestCert: wantsClient,
      rejectUnauthorized: wantsClient,
    });
    socket.on('error', () => {}); // clients that fail are what the tests are about
    return socket;
  };
  const server = createServer((raw) => {
    sockets.add(raw);
    raw.on('error', () => {});
    raw.once('close', () => sockets.delete(raw));
    if (!implicit) {
      talk(raw, '220 floor.example ESMTP', (line) => {
        if (line === 'STARTTLS') {
          raw.write('220 Go ahead\r\n');
          raw.removeAllListeners('data');
          talk(secure(raw), undefined, () => {});
        }
      });
      return;
    }
    const socket = secure(raw);
    socket.once('secure', () => talk(socket, '220 floor.example ESMTP', () => {}));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a listening TCP server has a port');
  return {
    port: address.port,
    stop: async () => {
      if (!server.listening) return;
      const closed = once(server.close(), 'close');
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

function talk(socket: Socket, greeting: string | undefined, hear: (line: string) => void): void {
  const isSecured = socket instanceof TLSSocket;
  if (greeting) socket.write(`${greeting}\r\n`);
  socket.on('data', (chunk: Buffer) => {
    for (const line of chunk.toString('latin1').split('\r\n').filter(Boolean)) {
      if (line.startsWith('EHLO')) socket.write(`250-floor.example\r\n250 ${isSecured ? 'SIZE 0' : 'STARTTLS'}\r\n`);
      else if (line === 'STARTTLS') hear(line);
      else socket.write(line === 'QUIT' ? '221 Bye\r\n' : '250 Ok\r\n');
    }
  });
}
