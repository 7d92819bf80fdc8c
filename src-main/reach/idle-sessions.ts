import type { SshHop } from '../../src-shared/model/route';
import type { ServerId, ServerProfile } from '../../src-shared/model/server';
import type { Connected } from '../ldap/connect';
import { type KeptConnection, keepConnection } from '../ldap/kept-connection';
import { type SessionMemory, sessionPlace } from './session-memory';

/** How long a session is kept after the last piece of work that somebody watched. */
export const KEPT_MS = 45_000;
/** And how long after its login in all: a password or an account that the server has changed since counts then at the latest. */
const MAX_AGE_MS = 10 * 60_000;
/** At most so many are kept, those used last: each is a connection that its server has to hold. */
export const MAX_KEPT = 20;

/** What stays with a session as long as that lasts. */
export interface Session {
  way: readonly SshHop[];
  /** What `sessionPlace` says of it. */
  place: string;
  memory: SessionMemory;
  /** When it was logged in, and when the last piece of work that somebody watched ended. */
  since: number;
  usedAt: number;
}

export interface IdleSession extends Session {
  kept: KeptConnection;
  timer: NodeJS.Timeout;
}

/** The sessions that nobody has now, at most one of each server; each is closed when its time is over. */
export interface IdleSessions {
  /** Gives the server's session away, if there is one that fits. Throws what `check` throws, and then it is closed. */
  take(profile: ServerProfile, way: readonly SshHop[]): IdleSession | undefined;
  /** The session that `take` would give away. Throws as that does. */
  peek(profile: ServerProfile, way: readonly SshHop[]): IdleSession | undefined;
  /** Keeps a session whose work has ended; gives false where it may not be kept, for the caller to close. */
  put(serverId: ServerId, session: Session, connected: Connected): boolean;
  drop(serverId: ServerId): void;
  dropAll(): void;
  /** Closes each that no longer leads where its server in the list does. */
  listed(isListed: (serverId: ServerId, way: readonly SshHop[], place: string) => boolean): void;
}

/** `check` throws AppError where a session may not be used by now: its place or its login was not agreed to. */
export function createIdleSessions(check: (profile: ServerProfile, way: readonly SshHop[]) => void): IdleSessions {
  const idle = new Map<ServerId, IdleSession>();

  function drop(serverId: ServerId): void {
    const found = idle.get(serverId);
    if (!found) return;
    idle.delete(serverId);
    clearTimeout(found.timer);
    void found.kept.exchange.close();
  }

  function peek(profile: ServerProfile, way: readonly SshHop[]): IdleSession | undefined {
    const found = idle.get(profile.id);
    if (!found) return undefined;
    const isUsable = found.place === sessionPlace(profile, way) && !isPast(found) && !found.kept.exchange.isOver;
    try {
      if (isUsable) check(profile, way);
    } catch (error) {
      drop(profile.id);
      throw error;
    }
    if (!isUsable) {
      drop(profile.id);
      return undefined;
    }
    return found;
  }

  return {
    drop,
    peek,
    take(profile, way) {
      const found = peek(profile, way);
      if (!found) return undefined;
      clearTimeout(found.timer);
      idle.delete(profile.id);
      return found;
    },
    put(serverId, session, connected) {
      if (idle.has(serverId) || isPast(session)) return false;
      const kept = keepConnection(connected);
      if (!kept) return false;
      const timer = setTimeout(() => drop(serverId), endOf(session) - Date.now()).unref();
      idle.set(serverId, { ...session, kept, timer });
      const [oldest] = idle.keys();
      if (idle.size > MAX_KEPT && oldest !== undefined) drop(oldest);
      return true;
    },
    dropAll() {
      for (const id of [...idle.keys()]) drop(id);
    },
    listed(isListed) {
      for (const [id, { way, place }] of [...idle]) if (!isListed(id, way, place)) drop(id);
    },
  };
}

const endOf = ({ since, usedAt }: Session): number => Math.min(usedAt + KEPT_MS, since + MAX_AGE_MS);

/** Also where the clock was set, or a timer did not run while the computer slept. */
const isPast = (session: Session): boolean => Date.now() >= endOf(session) || Date.now() < session.usedAt;
