import type { Socket } from 'node:net';
import type { MailboxAccount } from '../../src-shared/model/mailbox';
import { message, verbatim } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { safeText } from '../base/safe-text';
import { clearTextRefused } from '../guard/clear-text';
import { withDeadline } from '../net/deadline';
import { speaksTls } from '../net/speaks-tls';
import { connectTcp, lookUp, place } from '../net/tcp';
import { describeTls, startTls } from '../net/tls';
import { maskFor } from '../probe/mail-mask';
import type { Work } from '../work/work';
import type { ImapClient } from './imap-client';
import { awaitGreeting, exchangeStartTls, greetAgain } from './imap-greeting';

export interface MailboxLogin {
  account: MailboxAccount;
  password: string;
  /** The user agreed, outside the window, that the password may go over an unencrypted connection. */
  clearTextConsent: boolean;
}

export interface MailboxLimits {
  /** Name, connection and handshake, each; also how long to wait for a greeting. */
  connectMs: number;
  /** The login in all. */
  loginMs: number;
  /** One look into all folders. */
  lookMs: number;
  /** How long a command may stay without an answer. */
  silenceMs: number;
  /** Between two looks, where the server does not tell of a new message. */
  pollMs: number;
}
export const mailboxLimits: MailboxLimits = {
  connectMs: 10_000,
  loginMs: 20_000,
  lookMs: 30_000,
  silenceMs: 15_000,
  pollMs: 5000,
};

/** A mailbox that is logged in, and where it is, for errors. */
export interface OpenMailbox {
  client: ImapClient;
  at: string;
}

/**
 * Connects to a mailbox, logs in (the stages Name, Connect, TLS and Login), lets `use` work with it, and ends the
 * connection whatever happens, also when the work is cancelled. The password goes over an unencrypted connection only with
 * consent. Throws AppError `imap.*`, `net.*` or `tls.*` with stage and address.
 */
export async function withMailbox<T>(
  login: MailboxLogin,
  work: Work,
  limits: MailboxLimits,
  use: (mailbox: OpenMailbox) => Promise<T>,
): Promise<T> {
  const { account } = login;
  refuseClearText(login);
  // Half of the core's code is for mail that is read; loaded before there is a connection that could speak meanwhile.
  const { ImapClient } = await import('./imap-client');
  const { socket, address } = await connect(account, work, limits);
  const at = address === account.host ? place(account) : `${place(account)} (${address})`;
  const stop = () => socket.destroy();
  work.signal.addEventListener('abort', stop, { once: true });
  try {
    const run: Run = { ...login, socket, address, at, work, limits };
    const client = await logIn(run, await secure(run), ImapClient);
    try {
      return await use({ client, at });
    } finally {
      client.close();
    }
  } finally {
    work.signal.removeEventListener('abort', stop);
    socket.destroy();
  }
}

interface Run extends MailboxLogin {
  socket: Socket;
  address: string;
  at: string;
  work: Work;
  limits: MailboxLimits;
}

/** Throws AppError `imap.clearText` where a password would go readable without consent. Nothing was sent by then. */
function refuseClearText({ account, clearTextConsent }: MailboxLogin): void {
  if (account.mode !== 'none' || clearTextConsent) return;
  throw clearTextRefused({ protocol: 'imap', ...account });
}

async function connect({ host, port }: MailboxAccount, work: Work, { connectMs }: MailboxLimits) {
  const addresses = await work.step('Name', async (note) => {
    const found = await lookUp(host, work.signal, connectMs);
    note(verbatim(found.map(({ address }) => address).join(', ')));
    return found;
  });
  return work.step('Connect', async (note) => {
    const connected = await connectTcp(addresses, { host, port }, work.signal, connectMs);
    note(verbatim(place({ host: connected.address, port })));
    return connected;
  });
}

/** Gives the connection that the login may use. */
async function secure(run: Run): Promise<Socket> {
  const { account, socket, at, work, limits } = run;
  const { signal } = work;
  if (account.mode === 'none') {
    work.skip('TLS', message('note.notEncrypted'));
    return socket;
  }
  return work.step('TLS', async (note) => {
    const where = { at, signal, limitMs: limits.connectMs };
    if (account.mode === 'startTls') await explained(run, exchangeStartTls(socket, where));
    const wanted = { host: account.host, pin: account.pin?.sha256, at };
    const secured = await startTls(socket, wanted, signal, limits.connectMs);
    note(describeTls(secured));
    if (account.mode === 'startTls') greetAgain(secured.socket);
    return secured.socket;
  });
}

/** Tells a port that waits for a TLS handshake from one that is silent for another reason. */
async function explained<T>({ account, address, at, work, limits }: Run, greeting: Promise<T>): Promise<T> {
  try {
    return await greeting;
  } catch (error) {
    const silent = error instanceof AppError && error.code === 'imap.silent';
    if (silent && (await speaksTls(address, account, work.signal, limits.connectMs)))
      throw new AppError('tls.expected', { at });
    throw error;
  }
}

function logIn(run: Run, connection: Socket, Client: typeof ImapClient): Promise<ImapClient> {
  const { account, password, at, work, limits } = run;
  const { host, user, mode } = account;
  const { silenceMs } = limits;
  return work.step('Login', async (note) => {
    const greeting = awaitGreeting(connection, { at, signal: work.signal, limitMs: limits.connectMs });
    const asks = await (mode === 'none' ? explained(run, greeting) : greeting);
    const options = { host, user, password, at, silenceMs, mask: maskFor(user, password) };
    const client = new Client(connection, options, mode !== 'none');
    const late = () => new AppError('imap.noReply', { at });
    await withDeadline(limits.loginMs, work.signal, () => client.logIn(), late);
    note(asks ? message('mailbox.step.login', { user: safeText(user) }) : message('mailbox.step.noLogin'), !asks);
    return client;
  });
}
