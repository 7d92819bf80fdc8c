import type { SshHop } from '../../src-shared/model/route';
import type { ServerId, ServerProfile } from '../../src-shared/model/server';
import type { TreeSeen } from '../gluu-ldap/discover';
import type { SchemaSeen } from '../gluu-ldap/server-schema';
import type { NamedBefore } from '../gluu-ldap/snapshot';
import type { HandedOn, PiecesOfWork } from './handed-on';

/**
 * What was learnt over one session. It goes with that session, so whoever finds something here has it from the very server
 * that answers now.
 */
export interface SessionMemory {
  /** A server dates its schema by whole seconds: the same date over another connection may be that of another server. */
  schema?: SchemaSeen;
  handedOn?: HandedOn | undefined;
}

/**
 * What was found at a place when it was last read, over whatever session. The server may have changed since: it says where to
 * look first, and nothing of it is shown before a read agrees.
 */
export interface PlaceMemory extends NamedBefore, PiecesOfWork {
  seen?: TreeSeen | undefined;
}

/** The place memories of all servers; nothing of them is kept in a file. */
export interface PlaceMemories {
  /** The memory of the place at which a server is reached now. That of another place is forgotten. */
  of(serverId: ServerId, place: string): PlaceMemory;
  /** Forgets the servers that are not among these. */
  keepOnly(serverIds: Iterable<ServerId>): void;
}

/**
 * By what a session is told from others: with which host it speaks, over which way, how it is protected and who is logged in. What
 * was learnt at one such place says nothing of another.
 */
export const sessionPlace = (
  { host, port, mode, route, bindDn, pin }: Pick<ServerProfile, 'host' | 'port' | 'mode' | 'route' | 'bindDn' | 'pin'>,
  way: readonly SshHop[],
): string => JSON.stringify([host, port, mode, route, bindDn, pin?.sha256, way]);

export function createPlaceMemories(): PlaceMemories {
  const byServer = new Map<ServerId, { place: string; memory: PlaceMemory }>();
  return {
    of(serverId, place) {
      const known = byServer.get(serverId);
      if (known?.place === place) return known.memory;
      const memory: PlaceMemory = {};
      byServer.set(serverId, { place, memory });
      return memory;
    },
    keepOnly(serverIds) {
      const left = new Set(serverIds);
      for (const id of byServer.keys()) if (!left.has(id)) byServer.delete(id);
    },
  };
}
