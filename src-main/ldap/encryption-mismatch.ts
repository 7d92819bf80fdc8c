import type { LdapTarget } from '../../src-shared/model/server';
import { AppError } from '../base/app-error';
import type { Network } from '../net/network';
import { speaksTls } from '../net/speaks-tls';
import { exchangeStartTls } from './start-tls-exchange';

/** What a server does with bytes of a protocol it does not expect: it hangs up, or answers with bytes of its own. */
const TELLTALES = ['net.dropped', 'ldap.notLdap'];
/** The host answered a moment ago, so another connection is not worth waiting long for. */
const PROBE_LIMIT_MS = 3000;

interface Talk {
  network: Network;
  target: LdapTarget;
  /** The address the first connection went to, and how it is shown. */
  address: string;
  at: string;
  signal: AbortSignal;
  limitMs: number;
}

/**
 * Explains the failure of the very first exchange with a server: asks once more, over a connection of its own and without
 * a login, whether the port begins with TLS where plain text was tried, or the other way round. Gives AppError
 * `tls.expected` or `tls.unexpected` if so, else the failure itself. slapd hangs up without a word in both cases.
 */
export async function explainFirstFailure(failure: unknown, talk: Talk): Promise<unknown> {
  if (!(failure instanceof AppError) || !TELLTALES.includes(failure.code) || talk.signal.aborted) return failure;
  const limitMs = Math.min(talk.limitMs, PROBE_LIMIT_MS);
  if (talk.target.mode === 'ldaps') {
    const plain = await speaksPlainLdap(talk, limitMs);
    return plain ? new AppError('tls.unexpected', failure.about, { cause: failure }) : failure;
  }
  const tls = await speaksTls(talk.address, talk.target, talk.signal, limitMs, talk.network);
  return tls ? new AppError('tls.expected', failure.about, { cause: failure }) : failure;
}

async function speaksPlainLdap({ network, target, address, at, signal }: Talk, limitMs: number): Promise<boolean> {
  try {
    const addresses = [{ address, family: address.includes(':') ? 6 : 4 } as const];
    const { socket } = await network.connect(addresses, target, signal, limitMs);
    // The one request that any LDAP server answers in clear text without being told anything.
    await exchangeStartTls(socket, at, signal, limitMs);
    socket.destroy();
    return true;
  } catch (error) {
    if (error instanceof AppError) return error.code === 'ldap.startTlsRefused';
    throw error;
  }
}
