import net from 'node:net';
import type { Duplex } from 'node:stream';
import type { LdapTarget } from '../../src-shared/model/server';
import { type Message, message, verbatim } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { later } from '../base/later';
import { type Connection, type Network, thisComputer } from '../net/network';
import { type Address, place } from '../net/tcp';
import { describeTls, startTls, type TlsConnection } from '../net/tls';
import type { Work } from '../work/work';
import { explainFirstFailure } from './encryption-mismatch';
import { confirmIdentity } from './identity';
import { LdapExchange } from './ldap-exchange';
import { LdapSession, OPERATION_LIMIT_MS } from './ldap-session';
import { exchangeStartTls } from './start-tls-exchange';

export interface ConnectTarget extends LdapTarget {
  pin?: string | undefined;
}

export interface Connected {
  session: LdapSession;
  address: string;
  tls?: Omit<TlsConnection, 'socket'>;
  /** The identity the server confirmed, as a DN. */
  boundAs: string;
  /** Whether it did; otherwise that is the account that logged in. */
  isConfirmed: boolean;
}

/** How long a connection, and one operation on it, may take. */
export interface LdapLimits {
  connectMs: number;
  operationMs: number;
}

export const ldapLimits: LdapLimits = { connectMs: 10_000, operationMs: OPERATION_LIMIT_MS };

/**
 * Reaches a server and logs in, stage by stage: Name, Connect, TLS, Login, Who am I. `password` is asked for only after the
 * encrypted connection stands. The session belongs to the caller, who closes it. What `begin` asks for leaves together with *Who am I?*, and nothing of it is answered before the server has named the account.
 * Throws AppError with stage and address.
 */
export async function connect(
  target: ConnectTarget,
  password: () => Promise<string>,
  work: Work,
  limits: LdapLimits = ldapLimits,
  network: Network = thisComputer,
  begin?: (session: LdapSession) => void,
): Promise<Connected> {
  const { signal } = work;
  const addresses = await work.step('Name', async (note) => {
    const found = await network.lookUp(target.host, signal, limits.connectMs);
    note(describeAddresses(target.host, found));
    return found;
  });

  const { socket, address } = await work.step('Connect', async (note) => {
    const opened = await network.connect(addresses, target, signal, limits.connectMs);
    note(verbatim(place({ host: opened.address, port: target.port })));
    return opened;
  });
  const at = address === target.host ? place(target) : `${place(target)} (${address})`;

  const explain = async (error: unknown) => {
    throw await explainFirstFailure(error, { network, target, address, at, signal, limitMs: limits.connectMs });
  };
  const secured = await protect(target, socket, at, work, limits.connectMs, explain);
  const session = new LdapSession(new LdapExchange(secured.connection, at), signal, limits.operationMs);
  try {
    await work.step('Login', async (note) => {
      const secret = await password();
      const login = session.bind(target.bindDn, secret);
      await (target.mode === 'plain' ? login.catch(explain) : login);
      note(verbatim(target.bindDn));
    });
    const { dn: boundAs, isConfirmed } = await work.step('Who am I', async (note) => {
      const named = later(confirmIdentity(session, target.bindDn));
      session.holdUntil(named);
      begin?.(session);
      const identity = await named;
      note(identity.text, !identity.isConfirmed);
      return identity;
    });
    const { connection: _, ...tls } = secured;
    return { session, address, boundAs, isConfirmed, ...tls };
  } catch (error) {
    await session.close();
    throw error;
  }
}

async function protect(
  target: ConnectTarget,
  socket: Connection,
  at: string,
  work: Work,
  limitMs: number,
  explain: (error: unknown) => Promise<never>,
) {
  if (target.mode === 'plain') {
    work.skip('TLS', message('note.notEncrypted'));
    return { connection: socket as Duplex };
  }
  return work.step('TLS', async (note) => {
    const wanted = { host: target.host, pin: target.pin, at };
    if (target.mode === 'startTls') await exchangeStartTls(socket, at, work.signal, limitMs).catch(explain);
    const handshake = startTls(socket, wanted, work.signal, limitMs);
    const tls = await handshake.catch(target.mode === 'startTls' ? clearTextIsInjected : explain);
    note(describeTls(tls));
    const { socket: connection, ...facts } = tls;
    return { connection: connection as Duplex, tls: facts };
  });
}

/** Where TLS was granted, bytes that are no handshake came from somebody else, however late they arrive. */
async function clearTextIsInjected(error: unknown): Promise<never> {
  if (error instanceof AppError && error.code === 'tls.unexpected') {
    throw new AppError('ldap.injection', error.about, { cause: error });
  }
  throw error;
}

function describeAddresses(host: string, addresses: readonly Address[]): Message {
  const list = addresses.map(({ address }) => address).join(', ');
  return net.isIP(host) ? message('note.isAddress') : verbatim(list);
}
