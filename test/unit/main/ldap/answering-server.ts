import type { Duplex } from 'node:stream';
import {
  type LdapRequest,
  readRequest,
  result,
  splitMessages,
  whoamiResult,
} from '../../../support/hostile-ldap/message';
import { memoryConnection } from '../../../support/mutation/memory-connection';

export const bindDn = 'cn=directory manager,o=gluu';

/** The other end of a connection within this process. */
export interface AnsweringServer {
  /** This console's end. */
  client: ReturnType<typeof memoryConnection>['client'];
  server: Duplex;
  /** What each piece that arrived held, by its operations. */
  pieces: string[][];
  requests(): string[];
}

/** An LDAP server that answers each request as `script` says, or with success: undefined, `silent`, or the bytes. */
export function answeringServer(
  script: (request: LdapRequest) => Buffer | 'silent' | undefined = () => undefined,
): AnsweringServer {
  const { client, server } = memoryConnection();
  const pieces: string[][] = [];
  server.on('error', () => {}); // the client may hang up on it
  server.on('data', (bytes: Buffer) => {
    const requests = splitMessages(bytes).messages.map((message) => readRequest(message));
    pieces.push(requests.map(({ operation }) => operation));
    for (const request of requests) {
      const said = script(request) ?? usual(request);
      if (said !== 'silent' && !server.destroyed) server.write(said);
    }
  });
  return { client, server, pieces, requests: () => pieces.flat() };
}

function usual(request: LdapRequest): Buffer | 'silent' {
  if (request.operation === 'unbind') return 'silent';
  return request.operation === 'whoami' ? whoamiResult(request, `dn:${bindDn}`) : result(request, { code: 0 });
}
