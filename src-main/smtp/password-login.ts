import {
  type LoginSeen,
  type OfferSeen,
  type PasswordMethod,
  passwordMethods,
  type SmtpReply,
} from '../../src-shared/model/probe';
import type { LoginAnswer } from '../../src-shared/verdict/verdict-input';
import { AppError } from '../app-error';

export interface Login {
  userName: string;
  password: string;
}

/** Sends one line of a login and gives the answer; `shown` stands in the transcript in its place. */
export type AskLogin = (line: string, shown?: string) => Promise<SmtpReply>;

/** What came of the methods that were tried. `reply`: the last one's, 235 where `method` says which worked. */
export interface LoginResult extends LoginSeen {
  reply: SmtpReply;
}

/** How one method ended. `refused`: the last answer says no; `unasked`: the server asked for what had been sent before. */
interface Attempt {
  reply: SmtpReply;
  passwordSent: boolean;
  unasked: boolean;
}

const HIDDEN = '[password hidden]';
const NAME_HIDDEN = '[user name hidden]';
const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');

/** The methods both sides speak. LOGIN comes first, as JavaMail takes it, and only it. */
export const commonMethods = ({ mechanisms, loginChoice }: Pick<OfferSeen, 'mechanisms' | 'loginChoice'>) =>
  passwordMethods.filter((method) => method === loginChoice || mechanisms.includes(method));

/** The server ends the connection (RFC 5321 section 3.8). */
const CLOSING = 421;
/** Refusals that say that the method, and not the password, is not taken (RFC 5321 section 4.2.4, RFC 4954 section 4). */
const NOT_THE_METHOD = [500, 502, 504];
/** Refusals after the password that say nothing about it: order, encryption, method. */
const NOT_THE_PASSWORD = [...NOT_THE_METHOD, 503, 530, 538];

/**
 * Logs in with the first of `methods`; with the next one only where the refusal came before the password, or says that it is
 * the method that is refused: a wrong password is not tried twice. Rejects with what the first attempt's `ask` rejects with.
 */
export async function logInWith(methods: readonly PasswordMethod[], login: Login, ask: AskLogin): Promise<LoginResult> {
  const [first, ...others] = methods;
  if (first === undefined) throw new Error('no login method given');
  const tried = await attempt[first](login, ask);
  const answer = answerOf(tried);
  if (tried.reply.code === 235) return { reply: tried.reply, answer, method: first };
  let last = tried;
  for (const method of others) {
    if (!allowsAnother(last)) break;
    const next = await attempt[method](login, ask).catch((error: unknown) => {
      if (error instanceof AppError) return undefined; // the refusal says more than what followed it
      throw error;
    });
    if (!next) break;
    last = next;
    if (last.reply.code === 235) return { reply: last.reply, answer, method };
  }
  return { reply: last.reply, answer };
}

const allowsAnother = ({ reply: { code }, passwordSent }: Attempt): boolean =>
  code >= 400 && code !== CLOSING && (!passwordSent || NOT_THE_METHOD.includes(code));

/** What the same attempt is to JavaMail (SMTPTransport.java: anything but 235 fails, and so does a 334 to PLAIN's message). */
function answerOf({ reply: { code }, passwordSent, unasked }: Attempt): LoginAnswer {
  if (unasked) return 'failed';
  if (code === 235) return 'accepted';
  if (code === 530) return 'wantsTls';
  return passwordSent && code >= 500 && !NOT_THE_PASSWORD.includes(code) ? 'refused' : 'failed';
}

const attempt: Record<PasswordMethod, (login: Login, ask: AskLogin) => Promise<Attempt>> = {
  /** LOGIN was never standardised; servers ask for user name and password, in this order. */
  async LOGIN({ userName, password }, ask) {
    let reply = await ask('AUTH LOGIN');
    if (reply.code === 334) reply = await ask(base64(userName), NAME_HIDDEN);
    const passwordSent = reply.code === 334;
    if (passwordSent) reply = await ask(base64(password), HIDDEN);
    return { reply, passwordSent, unasked: false };
  },

  /** RFC 4616, with the initial response of RFC 4954; a server that asks for it all the same gets it again. */
  async PLAIN({ userName, password }, ask) {
    const message = base64(`\0${userName}\0${password}`);
    const reply = await ask(`AUTH PLAIN ${message}`, `AUTH PLAIN ${HIDDEN}`);
    const unasked = reply.code === 334;
    return { reply: unasked ? await ask(message, HIDDEN) : reply, passwordSent: true, unasked };
  },
};
