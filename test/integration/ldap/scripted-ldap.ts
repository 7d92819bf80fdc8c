import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import type { SecureContextOptions } from 'node:tls';
import { type LdapRequest, result, whoamiResult } from '../../support/hostile-ldap/message';
import { openSession, type Session, type Sightings } from '../../support/hostile-ldap/session';

export interface ScriptedLdap {
  port: number;
  requests(): LdapRequest[];
  connections(): number;
  stop(): Promise<void>;
}

/**
 * An LDAP server on a free port of 127.0.0.1 whose answers a test writes out byte by byte. `script` gives true for a
 * request that it dealt with; bind and Who am I are answered properly otherwise, and all else with success.
 */
export async function scriptedLdap(
  script: (request: LdapRequest, session: Session) => boolean,
  tls?: SecureContextOptions,
): Promise<ScriptedLdap> {
  const seen: Sightings = { connections: 0, wire: [], clear: [], requests: [], malformed: [], tlsErrors: [] };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    seen.connections += 1;
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    openSession(socket, seen, { tls, implicit: false }, (request, session) => {
      if (request.operation === 'bind') session.boundDn = request.dn;
      if (script(request, session)) return;
      if (request.operation === 'unbind') session.hangUp();
      else if (request.operation === 'whoami') session.send(whoamiResult(request, `dn:${session.boundDn}`));
      else session.send(result(request, { code: 0 }));
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a listening TCP server has a port');
  return {
    port: address.port,
    requests: () => [...seen.requests],
    connections: () => seen.connections,
    stop: async () => {
      const closed = once(server.close(), 'close');
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
