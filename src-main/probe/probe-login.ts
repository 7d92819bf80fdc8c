import type { JavaMailMethod } from '../../src-shared/model/mail-server';
import type { LoginSeen, OfferSeen } from '../../src-shared/model/probe';
import type { Login } from './login';
import { challengeIn, commonMethods, type LoginResult, logInWith } from './password-login';
import type { ProbeRequest } from './probe-request';
import type { ProbeRun } from './probe-run';
import type { SmtpChannel } from './smtp-channel';
import { StageEnd } from './stage-end';

/** The methods for a login over this connection. Throws StageEnd where none may be sent. */
export function loginMethods(
  { clearTextConsent }: ProbeRequest,
  offer: OfferSeen,
  encrypted: boolean,
): readonly JavaMailMethod[] {
  const stop = (why: 'loginNotOffered' | 'noMechanism' | 'clearText') =>
    new StageEnd({ kind: 'stopped', why }, 'Login');
  if (offer.loginChoice === 'none') throw stop('loginNotOffered');
  const common = commonMethods(offer);
  if (common.length === 0) throw stop('noMechanism');
  if (!encrypted && !clearTextConsent) throw stop('clearText');
  return common;
}

/** Logs in, and keeps what it says about the Gluu Server's own attempt. Throws StageEnd. */
export async function logIn(
  run: ProbeRun,
  channel: SmtpChannel,
  { host, ntlmVersion1 }: ProbeRequest,
  login: Login,
  methods: readonly JavaMailMethod[],
): Promise<LoginResult & { method: JavaMailMethod }> {
  const ask = async (line: string, shown?: string) => {
    const { reply, raw } = await channel.ask(line, 'Login', run.signal, run.limits.commandMs, shown);
    return { reply, challenge: challengeIn(raw) };
  };
  const hide = (secret: string) => channel.hide(secret);
  const result = await logInWith(methods, login, { host, ask, hide, ntlmVersion1 }).catch((error: unknown) => {
    if (error instanceof StageEnd) run.seen.login = brokenLogin(error);
    throw error;
  });
  const { reply, ...seen } = result;
  const { method } = seen;
  run.seen.login = seen;
  if (!method) throw new StageEnd({ kind: 'refused', reply }, 'Login');
  return { ...result, method };
}

/** JavaMail waits for ever where no answer comes, and fails where there is another end than an answer. */
function brokenLogin({ ending }: StageEnd): LoginSeen {
  if (ending.kind === 'late') return ending.whole ? {} : { answer: 'silent' };
  return ending.kind === 'broken' && ending.how !== 'notSmtp' ? {} : { answer: 'failed' };
}
