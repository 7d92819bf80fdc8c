import { type Listed, type Message, message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { safeText } from '../base/safe-text';
import type { HopPlan } from './route-plan';

/** The name of a method (RFC 4250 section 4.6.1): a server could put a sentence there. */
const METHOD = /^[!-~]{1,64}$/;
/** There are five in use. */
const MAX_METHODS = 10;

const listed = (list: Listed['list']): Listed => ({ list, as: 'plain' });

interface Refused {
  at: string;
  plan: Pick<HopPlan, 'user' | 'login' | 'certificates'>;
  tried: readonly Message[];
  /** Whether a key was among what was tried. */
  triedKeys: boolean;
  /** The methods the server would take. */
  takes: readonly string[];
  /** The server's own words. */
  detail?: string | undefined;
}

/** A key file among what was tried, with why it was not. */
export const whyNotKey =
  (file: string) =>
  ({ about }: AppError): Message =>
    message('ssh.method.keyNot', { file, why: about.facts?.why ?? '' });

/** AppError `ssh.login` with all that was tried and what the server takes, `ssh.certificateUnused`, or `ssh.tooManyTries`. */
export function loginFailure({ at, plan, tried, triedKeys, takes, detail }: Refused): AppError {
  const [certificate] = plan.certificates ?? [];
  const methods = takes.filter((name) => METHOD.test(name)).slice(0, MAX_METHODS);
  const facts = {
    user: plan.user,
    tried: tried.length > 0 ? listed(tried) : message('ssh.method.nothing', { login: plan.login }),
    methods: methods.length > 0 ? listed(methods) : message('ssh.method.notSaid'),
  };
  const about = { at, facts, ...(detail ? { detail: safeText(detail) } : {}) };
  // The words are sshd's own (OpenSSH, auth.c).
  if (/too many authentication failures/i.test(detail ?? '')) return new AppError('ssh.tooManyTries', about);
  if (certificate === undefined || !triedKeys) return new AppError('ssh.login', about);
  return new AppError('ssh.certificateUnused', { ...about, facts: { ...facts, certificate } });
}
