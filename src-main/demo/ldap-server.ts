import net from 'node:net';
import tls from 'node:tls';
import type { DemoCertificate } from './certificate';
import type { Directory } from './directory';
import { type ConnectionOptions, LdapConnection } from './ldap-connection';
import { closeListener, listenOnLoopback } from './listener';
import { type Report, reportAsWarning } from './report';

const mostConnections = 100;

export interface LdapServerOptions {
  directory: Directory;
  certificate: Pick<DemoCertificate, 'certificate' | 'privateKey'>;
  /** Also listen without TLS, with StartTLS offered. */
  plain?: boolean;
  /** By default a process warning. */
  report?: Report;
}

export interface LdapServer {
  /** Where it speaks LDAP over TLS. */
  ldapsPort: number;
  /** Where it speaks plain LDAP with StartTLS, if asked for. */
  ldapPort?: number;
  /** Closes the listeners and every open connection. */
  stop(): Promise<void>;
}

/** Serves a directory on 127.0.0.1, on ports the system picks. Rejects if it cannot listen. */
export async function startLdapServer(options: LdapServerOptions): Promise<LdapServer> {
  const { directory, certificate, plain = false, report = reportAsWarning } = options;
  const secureContext = tls.createSecureContext({ cert: certificate.certificate, key: certificate.privateKey });
  const connections = new Set<LdapConnection>();
  const serve = (mode: ConnectionOptions['tls']) => {
    // An answer goes out in several pieces; waiting for acknowledgements between them would cost 40 ms each time.
    const server = net.createServer({ noDelay: true }, (socket) => {
      const connection = new LdapConnection(socket, { directory, secureContext, tls: mode, report });
      connections.add(connection);
      socket.once('close', () => connections.delete(connection));
    });
    server.maxConnections = mostConnections;
    return server;
  };

  const secure = serve('implicit');
  const clear = plain ? serve('startTls') : undefined;
  const stop = async () => {
    const closed = Promise.all([closeListener(secure), clear && closeListener(clear)]);
    for (const connection of connections) connection.destroy();
    await closed;
  };
  try {
    const ldapsPort = await listenOnLoopback(secure);
    return clear ? { ldapsPort, ldapPort: await listenOnLoopback(clear), stop } : { ldapsPort, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
