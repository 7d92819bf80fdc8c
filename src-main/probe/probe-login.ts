import type { LoginSeen, OfferSeen, PasswordMethod } from '../../src-shared/model/probe';
import { isChallenged, peekAt } from '../smtp/login-challenge';
import { type AskLogin, commonMethods, type Login, type LoginResult, logInWith } from '../smtp/password-login';
import type { ProbeRequest } from './probe-request';
import type { ProbeRun } from './probe-run';
import type { SmtpChannel } from './smtp-channel';
import { StageEnd } from './stage-end';

/** What stands against sending a login over this connection, or the methods for it. */
export function loginMethods(
  { login, clearTextConsent }: ProbeRequest,
  offer: OfferSeen,
  encrypted: boolean,
): readonly PasswordMethod[] {
  const stop = (why: 'loginEmpty' | 'loginNotOffered' | 'noMechanism' | 'clearText') =>
    new StageEnd({ kind: 'stopped', why }, 'Login');
  if (!login?.userName || !login.password) throw stop('loginEmpty');
  if (offer.loginChoice === 'none') throw stop('loginNotOffered');
  const common = commonMethods(offer);
  if (common.length === 0) throw stop('noMechanism');
  if (!encrypted && !clearTextConsent) throw stop('clearText');
  return common;
}

/** Looks how the Gluu Server's own attempt would begin, where it is by a method that is not spoken here. */
export async function lookAtChallenge(run: ProbeRun, channel: SmtpChannel, { loginChoice }: OfferSeen): Promise<void> {
  if (!isChallenged(loginChoice)) return;
  try {
    const answer = await peekAt(loginChoice, askingOn(run, channel));
    if (answer) run.seen.login = { answer };
  } catch (error) {
    if (!(error instanceof StageEnd)) throw error;
    run.seen.login = brokenLogin(error);
  }
}

const askingOn =
  (run: ProbeRun, channel: SmtpChannel): AskLogin =>
  async (line, shown) =>
    (await channel.ask(line, 'Login', run.signal, run.limits.commandMs, shown)).reply;

/** Logs in, and keeps what it says about the Gluu Server's own attempt. Throws StageEnd. */
export async function logIn(
  run: ProbeRun,
  channel: SmtpChannel,
  login: Login,
  methods: readonly PasswordMethod[],
): Promise<LoginResult & { method: PasswordMethod }> {
  const result = await logInWith(methods, login, askingOn(run, channel)).catch((error: unknown) => {
    if (error instanceof StageEnd) run.seen.login = brokenLogin(error);
    throw error;
  });
  const { reply, method, answer } = result;
  run.seen.login = { ...(answer ? { answer } : {}), ...(method ? { method } : {}) };
  if (!method) throw new StageEnd({ kind: 'refused', reply }, 'Login');
  return { ...result, method };
}

/** JavaMail waits for ever where no answer comes, and fails where there is another end than an answer. */
function brokenLogin({ ending }: StageEnd): LoginSeen {
  if (ending.kind === 'late') return ending.whole ? {} : { answer: 'silent' };
  return ending.kind === 'broken' && ending.how !== 'notSmtp' ? {} : { answer: 'failed' };
}
