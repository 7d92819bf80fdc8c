import { type LaterStage, laterStages, seenBefore } from '../diagnosis/seen-before';
import type { Range } from '../gluu/versions';
import type { MailServerSeen } from '../model/probe';
import { securityIn } from '../verdict/form-security';
import type { MailTested, SmtpRead } from './readiness-facts';

/** What is left of a test for the stored settings. */
export interface StillSeen {
  seen: MailServerSeen;
  /** The stage from which it was made with other values. */
  staleFrom?: LaterStage;
}

const isSameServer = ({ asked }: MailServerSeen, settings: SmtpRead, version: Range): boolean =>
  asked.host.toLowerCase() === settings.host?.toLowerCase() &&
  asked.port === settings.port &&
  asked.security === securityIn(version, settings);

/** Whether a later stage was asked with the stored values. The recipient of a reset mail is another one each time. */
const isSame: Record<LaterStage, (tested: MailTested, settings: SmtpRead) => boolean> = {
  Login: ({ seen: { asked }, loginMark }, { authentication, userName, passwordMark }) =>
    authentication
      ? asked.userName === userName && loginMark !== undefined && loginMark === passwordMark
      : loginMark === undefined,
  Sender: ({ seen: { asked } }, { fromEmail }) => asked.from === fromEmail,
  Recipient: () => true,
  Data: ({ fromName }, stored) => fromName === (stored.fromName ?? ''),
};

/** Whether a test came to this stage, or to one that rests on it. */
const cameTo = ({ stages }: MailServerSeen, stage: LaterStage): boolean =>
  laterStages.slice(laterStages.indexOf(stage)).some((later) => stages.some(({ step }) => step === later));

/** What a test showed, as far as it was made with the stored settings; undefined where it asked another server. */
export function stillSeen(tested: MailTested, settings: SmtpRead, version: Range): StillSeen | undefined {
  const { seen } = tested;
  if (!isSameServer(seen, settings, version)) return undefined;
  const staleFrom = laterStages.find((stage) => cameTo(seen, stage) && !isSame[stage](tested, settings));
  return staleFrom ? { seen: seenBefore(seen, staleFrom), staleFrom } : { seen };
}
