import { isAscii } from '../../src-shared/base/ascii';
import type { LoginAnswer } from '../../src-shared/model/mail-server';
import { type JavaMailMethod, javaMailMethods } from '../../src-shared/model/mail-server';
import type { LoginSeen, OfferSeen, SmtpReply } from '../../src-shared/model/probe';
import { unlessBug } from '../base/app-error';
import { digestAnswer } from './digest-md5';
import type { Login } from './login';
import { ntlmAnswer, ntlmBeginning } from './ntlm';

/** The conversation a login is part of. */
export interface LoginTalk {
  /** The mail server as the form names it: DIGEST-MD5 takes it into its answer. */
  host: string;
  /** Sends one line of a login and gives the answer; `shown` goes into the transcript in its place. */
  ask(line: string, shown?: string): Promise<LoginReply>;
  /** NTLM as JavaMail 1.4.7 speaks it. */
  ntlmVersion1?: boolean | undefined;
  /** Hides one more secret in all that is shown of this conversation: from an answer the password can be guessed. */
  hide(secret: string): void;
}

interface LoginReply {
  reply: SmtpReply;
  /** Everything behind the first line's code, as it came and as JavaMail takes it for a challenge. */
  challenge: string;
}

/** What JavaMail takes for the challenge of a reply with these lines. */
export const challengeIn = (lines: readonly string[]): string => lines.join('\n').slice(4);

/** What came of the methods that were tried. `reply`: the last one's, 235 where `method` says which worked. */
export interface LoginResult extends LoginSeen {
  reply: SmtpReply;
}

/** How one method ended. `givenUp`: JavaMail stops before the last reply, and fails whatever that says. */
interface Attempt {
  reply: SmtpReply;
  passwordSent: boolean;
  givenUp?: boolean;
  byNtlm2?: true;
  byLowBytes?: true;
}

const HIDDEN = '[password hidden]';
const NAME_HIDDEN = '[user name hidden]';
const ANSWER_HIDDEN = '[answer to the challenge hidden]';
const EMPTY = '[empty line]';
/** Calls a login off (RFC 4954 section 4). */
const CANCEL = '*';
const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');

/** The methods both sides speak, in the order in which JavaMail looks for one; it takes the first and no other. */
export const commonMethods = ({ mechanisms, loginChoice }: Pick<OfferSeen, 'mechanisms' | 'loginChoice'>) =>
  javaMailMethods.filter((method) => method === loginChoice || mechanisms.includes(method));

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
export async function logInWith(
  methods: readonly JavaMailMethod[],
  login: Login,
  talk: LoginTalk,
): Promise<LoginResult> {
  const [first, ...others] = methods;
  if (first === undefined) throw new Error('no login method given');
  const tried = await attempt[first](login, talk);
  const { byNtlm2, byLowBytes } = tried;
  const seen = {
    answer: answerOf(tried),
    ...(byNtlm2 ? { byNtlm2 } : {}),
    ...(byLowBytes && !isAscii(login.userName + login.password) ? { byLowBytes } : {}),
  };
  if (tried.reply.code === 235) return { reply: tried.reply, ...seen, method: first };
  let last = tried;
  for (const method of others) {
    if (!allowsAnother(last)) break;
    const next = await attempt[method](login, talk).catch(unlessBug);
    if (!next) break; // the refusal says more than what followed it
    last = next;
    if (last.reply.code === 235) return { reply: last.reply, ...seen, method };
  }
  return { reply: last.reply, ...seen };
}

const allowsAnother = ({ reply: { code }, passwordSent }: Attempt): boolean =>
  code >= 400 && code !== CLOSING && (!passwordSent || NOT_THE_METHOD.includes(code));

/** What the same attempt is to JavaMail (SMTPTransport.java: anything but 235 fails, and so does a 334 to PLAIN's message). */
function answerOf({ reply: { code }, passwordSent, givenUp }: Attempt): LoginAnswer {
  if (givenUp) return 'failed';
  if (code === 235) return 'accepted';
  if (code === 530) return 'wantsTls';
  return passwordSent && code >= 500 && !NOT_THE_PASSWORD.includes(code) ? 'refused' : 'failed';
}

/** Calls off what JavaMail gives up over. An end of the connection says less than the reply that led to it. */
async function callOff({ ask }: LoginTalk, { reply }: LoginReply, passwordSent: boolean): Promise<Attempt> {
  const last = await ask(CANCEL).catch(unlessBug);
  return { reply: last?.reply ?? reply, passwordSent, givenUp: true };
}

const attempt: Record<JavaMailMethod, (login: Login, talk: LoginTalk) => Promise<Attempt>> = {
  /** LOGIN was never standardised; servers ask for user name and password, in this order. */
  async LOGIN({ userName, password }, { ask }) {
    let { reply } = await ask('AUTH LOGIN');
    if (reply.code === 334) ({ reply } = await ask(base64(userName), NAME_HIDDEN));
    const passwordSent = reply.code === 334;
    if (passwordSent) ({ reply } = await ask(base64(password), HIDDEN));
    return { reply, passwordSent };
  },

  /** RFC 4616, with the initial response of RFC 4954; a server that asks for it all the same gets it again. */
  async PLAIN({ userName, password }, { ask }) {
    const message = base64(`\0${userName}\0${password}`);
    const { reply } = await ask(`AUTH PLAIN ${message}`, `AUTH PLAIN ${HIDDEN}`);
    if (reply.code !== 334) return { reply, passwordSent: true };
    return { reply: (await ask(message, HIDDEN)).reply, passwordSent: true, givenUp: true };
  },

  async 'DIGEST-MD5'(login, talk) {
    const asked = await talk.ask('AUTH DIGEST-MD5');
    if (asked.reply.code !== 334) return { reply: asked.reply, passwordSent: false };
    const answer = digestAnswer(asked.challenge, login, talk.host);
    if (!answer) return callOff(talk, asked, false);
    for (const secret of answer.secrets) talk.hide(secret);
    const how = { passwordSent: true, ...(answer.byLowBytes ? { byLowBytes: true as const } : {}) };
    const proof = await talk.ask(answer.message, ANSWER_HIDDEN);
    if (proof.reply.code !== 334) return { reply: proof.reply, ...how };
    if (!answer.isProvedBy(proof.challenge)) return callOff(talk, proof, true);
    return { reply: (await talk.ask('', EMPTY)).reply, ...how };
  },

  async NTLM(login, talk) {
    const version = { version1: talk.ntlmVersion1 === true };
    const beginning = ntlmBeginning(login, version);
    const asked = await talk.ask(beginning === undefined ? 'AUTH NTLM' : `AUTH NTLM ${beginning}`);
    if (asked.reply.code !== 334) return { reply: asked.reply, passwordSent: false };
    const answer = beginning === undefined ? undefined : ntlmAnswer(asked.challenge, login, version);
    if (!answer) return callOff(talk, asked, false);
    for (const secret of [answer.message, ...answer.secrets]) talk.hide(secret);
    const { reply } = await talk.ask(answer.message, ANSWER_HIDDEN);
    return { reply, passwordSent: true, ...(answer.byVersion2 ? { byNtlm2: true } : {}) };
  },
};
