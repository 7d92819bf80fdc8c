import type { OfferSeen, SmtpReply } from '../../src-shared/model/probe';
import type { ProbeRequest } from './probe-request';
import type { ProbeRun } from './probe-run';
import type { SmtpChannel } from './smtp-channel';
import { StageEnd } from './stage-end';

/** Methods that take a user name and a password and that the Gluu Server knows too (JavaMail 1.4.7 SMTPTransport.java). */
const methods = ['PLAIN', 'LOGIN'] as const;
type Method = (typeof methods)[number];

const HIDDEN = '[password hidden]';
const NAME_HIDDEN = '[user name hidden]';
const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');

/** What stands against sending a login over this connection, or the methods for it. */
export function loginMethods(
  { login, clearTextConsent }: ProbeRequest,
  offer: OfferSeen,
  encrypted: boolean,
): readonly Method[] {
  const stop = (why: 'loginEmpty' | 'loginNotOffered' | 'noMechanism' | 'clearText') =>
    new StageEnd({ kind: 'stopped', why }, 'Login');
  if (!login?.userName || !login.password) throw stop('loginEmpty');
  if (offer.mechanisms.length === 0) throw stop('loginNotOffered');
  const common = methods.filter((method) => offer.mechanisms.includes(method));
  if (common.length === 0) throw stop('noMechanism');
  if (!encrypted && !clearTextConsent) throw stop('clearText');
  return common;
}

/**
 * Logs in with the first of `common` that the server takes; another is tried only after a 504, which says that the method
 * and not the password was refused (RFC 4954 section 4). Gives the method. Throws StageEnd.
 */
export async function logIn(
  run: ProbeRun,
  channel: SmtpChannel,
  { userName, password }: { userName: string; password: string },
  common: readonly Method[],
): Promise<{ method: Method; reply: SmtpReply }> {
  let refused: SmtpReply | undefined;
  for (const method of common) {
    const reply = await (method === 'PLAIN' ? plain : inTwoLines)(run, channel, userName, password);
    if (reply.code === 235) return { method, reply };
    refused = reply;
    if (reply.code !== 504) break;
  }
  if (!refused) throw new Error('no login method given');
  throw new StageEnd({ kind: 'refused', reply: refused }, 'Login');
}

/** RFC 4616, with the initial response of RFC 4954; a server that asks for it all the same gets it again. */
async function plain(run: ProbeRun, channel: SmtpChannel, userName: string, password: string): Promise<SmtpReply> {
  const message = base64(`\0${userName}\0${password}`);
  const ask = (line: string, shown: string) => channel.ask(line, 'Login', run.signal, run.limits.commandMs, shown);
  const { reply } = await ask(`AUTH PLAIN ${message}`, `AUTH PLAIN ${HIDDEN}`);
  return reply.code === 334 ? (await ask(message, HIDDEN)).reply : reply;
}

/** LOGIN was never standardised; servers ask for user name and password, in this order. */
async function inTwoLines(run: ProbeRun, channel: SmtpChannel, userName: string, password: string): Promise<SmtpReply> {
  const ask = (line: string, shown?: string) => channel.ask(line, 'Login', run.signal, run.limits.commandMs, shown);
  let { reply } = await ask('AUTH LOGIN');
  if (reply.code === 334) ({ reply } = await ask(base64(userName), NAME_HIDDEN));
  if (reply.code === 334) ({ reply } = await ask(base64(password), HIDDEN));
  return reply;
}
