import type { SshHop } from '../../src-shared/model/route';
import type { ServerId, ServerProfile } from '../../src-shared/model/server';
import { AppError } from '../base/app-error';
import type { Connected, LdapLimits } from '../ldap/connect';
import { goOn } from '../ldap/kept-connection';
import { isUnwatched, type Work } from '../work/work';
import { createIdleSessions, type IdleSession, type Session } from './idle-sessions';
import { type SessionMemory, sessionPlace } from './session-memory';

/** A session of a piece of work, with what the earlier ones have learnt on it. */
export interface Lent extends Connected {
  memory: SessionMemory;
  /**
   * Resolves once the server has named the account, for this piece of work. What was learnt earlier is shown only after that;
   * what the session reads is given out only after that.
   */
  confirmed: Promise<void>;
}

/**
 * Whether work needs a login of its own. By default a kept session will do. `new`: somebody asked whether the server lets this
 * account in now, which a session of a minute ago does not tell; `once`: the same, and nobody goes on with it.
 */
export type Login = 'new' | 'once';

/** The server as this piece of work reaches it, and how a new session is made. */
interface Wanted {
  profile: ServerProfile;
  way: readonly SshHop[];
  work: Work;
  login?: Login | undefined;
  /** `now` as it was when the profile was read. */
  since: number;
  open(): Promise<Connected>;
}

/** Hands sessions to pieces of work, each to one at a time. */
export interface SessionLender {
  /**
   * Runs `use` with a session of that server. It may be run a second time, over a new session, where it was given a kept one
   * that had died: as long as it has heard no answer and begun no write. Throws what `open` and `use` throw.
   */
  lend<T>(wanted: Wanted, use: (lent: Lent) => Promise<T>): Promise<T>;
  /** Another number after anything that ends sessions has happened. */
  now(): number;
  /** What was learnt on the kept session that `lend` would give; undefined where it would open one. Throws where it may not be used. */
  recall(wanted: Pick<Wanted, 'profile' | 'way'>): SessionMemory | undefined;
}

export interface KeptSessions extends SessionLender {
  /** Closes what is kept of a server, and keeps nothing of what is lent now. */
  close(serverId: ServerId): void;
  closeAll(): void;
  /** Closes every session that no longer is one of these servers as it stands in the list. */
  listed(profiles: readonly ServerProfile[]): void;
}

interface Options {
  limits?: LdapLimits | undefined;
  /** As `createIdleSessions` takes it. */
  check(profile: ServerProfile, way: readonly SshHop[]): void;
}

/** One piece of work that has a session now. */
interface Loan {
  profile: ServerProfile;
  way: readonly SshHop[];
  /** Whether its session may be kept after it. */
  mayKeep: boolean;
}

/** What a connection that died in the meantime shows. `ldap.identity`: the server has taken the login back. */
const DEAD = ['net.dropped', 'ldap.noReply', 'ldap.identity'];
const isDead = (error: unknown): boolean => error instanceof AppError && DEAD.includes(error.code);

/** What a server says that does not let the account in: nothing goes on as that account. */
const SHUT_OUT = ['ldap.credentials', 'ldap.passwordMustChange', 'ldap.accountLocked'];
const isShutOut = (error: unknown): boolean => error instanceof AppError && SHUT_OUT.includes(error.code);

function isResolved(promise: Promise<unknown>): () => boolean {
  let is = false;
  promise.then(
    () => {
      is = true;
    },
    () => {},
  );
  return () => is;
}

/** Whether a server is among these and still led to like that. */
function listedAmong(profiles: readonly ServerProfile[]) {
  const byId = new Map(profiles.map((profile) => [profile.id, profile]));
  return (id: ServerId, way: readonly SshHop[], place: string): boolean => {
    const now = byId.get(id);
    return now !== undefined && sessionPlace(now, way) === place;
  };
}

/** A session for each piece of work, closed after it. */
export const unkeptSessions: SessionLender = {
  async lend({ open }, use) {
    const connected = await open();
    try {
      return await use({ ...connected, memory: {}, confirmed: Promise.resolve() });
    } finally {
      await connected.session.close();
    }
  },
  now: () => 0,
  recall: () => undefined,
};

/**
 * Keeps one session of each server for a while after it was used, so that the next piece of work need not connect and log in
 * again. Who comes while it is lent gets a session of his own: nobody waits for anybody. Only after work that ended well it is
 * kept, and work that nobody watches keeps none of its own: checks of a thousand servers leave no connection behind.
 */
export function createKeptSessions({ limits, check }: Options): KeptSessions {
  const idle = createIdleSessions(check);
  const loans = new Set<Loan>();
  let ended = 0;

  function close(serverId: ServerId): void {
    ended += 1;
    for (const loan of loans) if (loan.profile.id === serverId) loan.mayKeep = false;
    idle.drop(serverId);
  }

  /** Runs `use`, and keeps or closes the session after it. */
  async function during<T>(
    loan: Loan,
    work: Work,
    { session, connected }: { session: Session; connected: Connected },
    use: () => Promise<T>,
  ): Promise<T> {
    let isKept = false;
    try {
      const result = await use();
      const usedAt = isUnwatched(work) ? session.usedAt : Date.now();
      isKept = loan.mayKeep && idle.put(loan.profile.id, { ...session, usedAt }, connected);
      return result;
    } finally {
      if (!isKept) await connected.session.close();
    }
  }

  /** Runs `use` over a kept session; gives undefined where that had died, and `use` knows of nothing yet. */
  async function overKept<T>(
    loan: Loan,
    work: Work,
    found: IdleSession,
    use: (lent: Lent) => Promise<T>,
  ): Promise<{ value: T } | undefined> {
    const { connected, confirmed } = goOn(found.kept, loan.profile.bindDn, work, limits);
    const { session } = connected;
    const isNamed = isResolved(confirmed);
    try {
      const value = await during(loan, work, { session: found, connected }, async () => {
        const result = await use({ ...connected, memory: found.memory, confirmed });
        // A write tells by itself how it ended. Of all else, nothing may be shown that this server has not answered.
        if (!session.mayHaveWritten) await confirmed;
        return result;
      });
      return { value };
    } catch (error) {
      // One that has named the account is alive; it is slow, and would be so over a new connection.
      const isSlow = isNamed() && error instanceof AppError && error.code === 'ldap.noReply';
      if (isDead(error) && session.isUntouched && !isSlow) return undefined;
      throw error;
    }
  }

  return {
    async lend(wanted, use) {
      const { profile, way, work, login, since, open } = wanted;
      const isCurrent = since === ended;
      if (login === 'new') close(profile.id);
      const found = login ? undefined : idle.take(profile, way);
      const loan: Loan = { profile, way, mayKeep: isCurrent && login !== 'once' };
      loans.add(loan);
      try {
        const done = found && (await overKept(loan, work, found, use));
        if (done) return done.value;
        loan.mayKeep &&= !isUnwatched(work);
        const connected = await open().catch((error: unknown) => {
          if (isShutOut(error)) close(profile.id);
          throw error;
        });
        const now = Date.now();
        const session = { way, place: sessionPlace(profile, way), memory: {}, since: now, usedAt: now };
        const lent = { ...connected, memory: session.memory, confirmed: Promise.resolve() };
        return await during(loan, work, { session, connected }, () => use(lent));
      } finally {
        loans.delete(loan);
      }
    },
    now: () => ended,
    recall: ({ profile, way }) => idle.peek(profile, way)?.memory,
    close,
    closeAll() {
      ended += 1;
      for (const loan of loans) loan.mayKeep = false;
      idle.dropAll();
    },
    listed(profiles) {
      ended += 1;
      const isAsListed = listedAmong(profiles);
      for (const loan of loans) {
        const { profile, way } = loan;
        if (!isAsListed(profile.id, way, sessionPlace(profile, way))) loan.mayKeep = false;
      }
      idle.listed(isAsListed);
    },
  };
}
