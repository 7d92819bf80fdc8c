import net from 'node:net';
import type { Readable } from 'node:stream';
import tls from 'node:tls';
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';
import { acceptTls } from './accept-tls';
import type { DemoCertificate } from './certificate';
import { type MailAccount, type MailListener, mailDomain } from './fleet-table';
import type { Inbox } from './inbox';
import { closeListener, listenOnLoopback } from './listener';
import { type Report, reportAsWarning } from './report';

export interface MailServerOptions {
  certificate: DemoCertificate;
  accounts: readonly MailAccount[];
  inbox: Inbox;
  /** Told of errors that are bugs of the demo. By default a process warning. */
  report?: Report;
}

export interface MailServer {
  ports: Record<MailListener, number>;
  stop(): Promise<void>;
}

const mostConnections = 50;
const largestMessage = 1024 * 1024;
/** How long the peers of open connections have to take their leave when the server stops. */
const graceMs = 300;

/** What distinguishes the listeners. Login is optional on the plain one, as on a relay that trusts its own network. */
const kinds: Record<MailListener, SMTPServerOptions> = {
  plain: { disabledCommands: ['STARTTLS'], allowInsecureAuth: true, authOptional: true },
  startTls: { minVersion: 'TLSv1.2' },
  implicitTls: { secure: true, secured: true },
};

/**
 * Starts the demo mail server on 127.0.0.1, on ports the system picks: without TLS (login allowed in clear text), with
 * STARTTLS, and with TLS from the first byte; the latter two take TLS 1.2 and later, and login only under TLS.
 * It takes mail from its own domain to anybody but `nobody@…`, into the inbox. Rejects if it cannot listen.
 */
export async function startMailServer(options: MailServerOptions): Promise<MailServer> {
  const plain = listen(makeServer('plain', options));
  const startTls = listen(makeServer('startTls', options));
  const implicitTls = listenWithTls(makeServer('implicitTls', options), options.certificate);
  const all = [plain, startTls, implicitTls];
  const stop = async () => {
    await Promise.all(all.map((listener) => listener.stop()));
  };
  try {
    const ports = await Promise.all([plain.port, startTls.port, implicitTls.port]);
    return { ports: { plain: ports[0], startTls: ports[1], implicitTls: ports[2] }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Listener {
  port: Promise<number>;
  stop(): Promise<void>;
}

function listen(smtp: SMTPServer): Listener {
  return {
    port: listenOnLoopback(smtp.server),
    // Resolves once every connection is closed, at the latest when the grace is over.
    stop: () =>
      new Promise((resolve) => {
        smtp.close(() => resolve());
        for (const connection of smtp.connections) connection.close();
      }),
  };
}

/**
 * TLS from the first byte, accepted here and handed to smtp-server when it stands: smtp-server 3.21.6 asks a destroyed
 * TLS socket for its protocol when it is closed during a handshake, and that ends the whole process (seen on Node 20).
 */
function listenWithTls(smtp: SMTPServer, { certificate, privateKey }: DemoCertificate): Listener {
  const secureContext = tls.createSecureContext({ cert: certificate, key: privateKey, minVersion: 'TLSv1.2' });
  const sockets = new Set<tls.TLSSocket>();
  const front = net.createServer((accepted) => {
    accepted.on('error', () => accepted.destroy());
    const socket = acceptTls(accepted, secureContext);
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.once('secure', () => smtp.server.emit('connection', socket));
  });
  front.maxConnections = mostConnections;
  return {
    port: listenOnLoopback(front),
    stop: async () => {
      const closed = closeListener(front);
      for (const connection of smtp.connections) connection.close();
      const impatience = setTimeout(() => {
        for (const socket of sockets) socket.destroy();
      }, graceMs);
      await closed;
      clearTimeout(impatience);
    },
  };
}

function makeServer(
  listener: MailListener,
  { certificate, accounts, inbox, report = reportAsWarning }: MailServerOptions,
): SMTPServer {
  const server = new SMTPServer({
    ...kinds[listener],
    name: `mail.${mailDomain}`,
    banner: 'Gluu Console demo mail server',
    cert: certificate.certificate,
    key: certificate.privateKey,
    authMethods: ['PLAIN', 'LOGIN'],
    size: largestMessage,
    maxClients: mostConnections,
    closeTimeout: graceMs,
    disableReverseLookup: true,
    logger: false,
    onAuth({ username = '', password }, _session, done) {
      const known = accounts.find(({ user }) => user === username.toLowerCase());
      if (known !== undefined && known.password === password) done(null, { user: known.user });
      else done(refusal(535, '5.7.8 Authentication failed'));
    },
    onMailFrom({ address }, _session, done) {
      if (address.toLowerCase().endsWith(`@${mailDomain}`)) done();
      else done(refusal(550, `5.7.60 This server sends for ${mailDomain} only`));
    },
    onRcptTo({ address }, _session, done) {
      if (/^nobody@/i.test(address)) done(refusal(550, '5.1.1 There is nobody here'));
      else done();
    },
    onData(stream, session, done) {
      take(stream, session, inbox).then(
        (reply) => done(null, reply),
        (error) => done(asRefusal(error, report)),
      );
    },
  });
  // A peer that breaks off, or does not speak TLS: it concerns nobody else.
  server.on('error', () => {});
  return server;
}

async function take(stream: DataStream, session: SMTPServerSession, inbox: Inbox): Promise<string> {
  const source = await collect(stream);
  const { mailFrom, rcptTo } = session.envelope;
  const message = await inbox.receive(source, {
    sender: mailFrom === false ? '' : mailFrom.address,
    recipients: rcptTo.map(({ address }) => address),
    secured: session.secure,
    ...(typeof session.user === 'string' && { authenticatedAs: session.user }),
  });
  return `2.0.0 Taken as ${message.id}`;
}

type DataStream = Readable & { sizeExceeded?: boolean };

async function collect(stream: DataStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of stream) {
      // What comes after the limit is read to its end, as SMTP wants it, but not kept.
      if (!stream.sizeExceeded) chunks.push(chunk);
    }
  } catch (error) {
    // The stream fails only when the sender leaves in the middle of the message.
    throw refusal(451, '4.4.2 The connection broke off', error);
  }
  if (stream.sizeExceeded) throw refusal(552, `5.3.4 A message may have ${largestMessage} bytes`);
  return Buffer.concat(chunks);
}

/** An answer other than success, with its reply code (RFC 5321 section 4.2). */
class SmtpRefusal extends Error {
  constructor(
    readonly responseCode: number,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
const refusal = (code: number, text: string, cause?: unknown): SmtpRefusal => new SmtpRefusal(code, text, { cause });

function asRefusal(error: unknown, report: Report): SmtpRefusal {
  if (error instanceof SmtpRefusal) return error;
  report(error);
  return refusal(451, '4.3.0 The message could not be read');
}
