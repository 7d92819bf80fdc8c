import { message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import type { Work } from '../work/work';
import { type Connected, type LdapLimits, ldapLimits } from './connect';
import { confirmAgain } from './identity';
import type { LdapExchange } from './ldap-exchange';
import { LdapSession } from './ldap-session';

/** A connection between two pieces of work: logged in and at rest, with what was found when it was made. */
export interface KeptConnection {
  exchange: LdapExchange;
  found: Omit<Connected, 'session'>;
}

/** A piece of work that goes on with a connection of an earlier one. */
interface GoneOn {
  connected: Connected;
  /** Resolves once the server has named the account again. Rejects where it names another, or the connection turns out to be dead. */
  confirmed: Promise<void>;
}

/** What the work before has left open is looked for no longer than this: a new connection may answer sooner. */
const KEPT_LIMIT_MS = 3000;
/** What is not done again. */
const STEPS = ['Name', 'Connect', 'TLS', 'Login'] as const;

/** Keeps the connection of a piece of work that ended; gives undefined where it is over or not at rest, for the caller to close. */
export function keepConnection({ session, ...found }: Connected): KeptConnection | undefined {
  const exchange = session.leave();
  return exchange && { exchange, found };
}

/**
 * Goes on with a kept connection as `bindDn`. *Who am I?* goes out with the first requests of the work, which get no answer,
 * and send no write, before the server has named the same account as at the login. Where it never names one, the login counts.
 */
export function goOn(
  { exchange, found }: KeptConnection,
  bindDn: string,
  work: Work,
  { operationMs }: LdapLimits = ldapLimits,
): GoneOn {
  for (const step of STEPS) work.skip(step, message('note.stillOpen'));
  const session = new LdapSession(exchange, work.signal, operationMs);
  const named = work.step('Who am I', async (note) => {
    if (!found.isConfirmed) {
      note(message('note.noIdentity'), true);
      return;
    }
    note((await confirmAgain(session, bindDn, found.boundAs, KEPT_LIMIT_MS)).text);
  });
  if (found.isConfirmed) session.holdUntil(named);
  // Whoever waits for it sees why.
  named.catch((error: unknown) => exchange.end(error instanceof AppError ? error : undefined));
  return { connected: { session, ...found }, confirmed: named };
}
