import { findingsOf } from '../../src-shared/diagnosis/classify';
import type { DiagnosisId } from '../../src-shared/diagnosis/diagnosis-table';
import { seenWithMessage } from '../../src-shared/diagnosis/seen-with-message';
import type { TranscriptLine } from '../../src-shared/model/mail-server';
import type { MailServerSeen } from '../../src-shared/model/probe';
import { type MailTestOutcome, type TestStop, testSteps } from '../../src-shared/model/smtp-test';
import { AppError } from '../base/app-error';
import { probe } from '../probe/probe';
import { type ProbeLimits, probeLimits } from '../probe/probe-run';
import type { Work } from '../work/work';
import { type MailLimits, type MailSettings, mailLimits } from './mail-settings';
import { mailTestRun, refuseClearText, sendAsStage } from './send-test-mail';
import type { MailError } from './smtp-failure';

export interface MailTestLimits {
  probe: ProbeLimits;
  send: MailLimits;
}
export const mailTestLimits: MailTestLimits = { probe: probeLimits, send: mailLimits };

/** A login is wanted and not offered: a failure that ends nothing, since a Gluu Server sends without one then. */
const notOffered: readonly DiagnosisId[] = ['S40', 'S41'];

/**
 * Tests a mail server as far as `until`: looks at it stage by stage, and for `send`, if nothing stood in the way, sends
 * oxTrust's message over a second connection, by the login that worked, or without one where none is offered. All of it ends
 * within `limits.send.totalMs`. What a server does is part of the outcome; throws AppError `work.cancelled`, and `smtp.clearText`
 * before anything is sent.
 */
export async function runMailTest(
  settings: MailSettings,
  until: TestStop,
  work: Work,
  limits: MailTestLimits = mailTestLimits,
): Promise<MailTestOutcome> {
  if (until !== 'connect') refuseClearText(settings);
  const { login, pin, network } = settings;
  const request = {
    host: settings.host,
    port: settings.port,
    security: settings.security,
    until: until === 'send' ? ('recipient' as const) : until,
    from: settings.from,
    to: settings.to,
    clearTextConsent: settings.clearTextConsent,
    tlsVersions: true,
    ...(network ? { network } : {}),
    ...(login ? { login } : {}),
    ...(pin ? { pin } : {}),
  };
  work.plan(testSteps(settings.security, until));
  const { seen, transcript, totalMs } = await probe(request, work, limits.probe);
  const probed = { until, seen, transcript, totalMs, vantage: 'here' as const };
  const failures = findingsOf(seen).filter(({ severity }) => severity === 'failure');
  if (until !== 'send' || !failures.every(({ id }) => notOffered.includes(id))) return probed;

  const left = { ...limits.send, totalMs: Math.max(1000, limits.send.totalMs - totalMs) };
  const { login: _, ...withoutLogin } = settings;
  const method = seen.login?.method;
  const run = mailTestRun(login && method ? { ...withoutLogin, login: { ...login, method } } : withoutLogin, left);
  /** The whole conversation: the second connection counts its time from its own beginning. */
  const both = (): Pick<MailTestOutcome, 'transcript' | 'totalMs'> => ({
    transcript: [...transcript, secondConnection(seen, totalMs), ...run.transcript.lines.map(later(totalMs))],
    totalMs: totalMs + run.transcript.elapsed(),
  });
  try {
    const delivery = await sendAsStage(run, work);
    return { ...probed, ...both(), seen: seenWithMessage(seen, { delivery }), delivery };
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'work.cancelled') throw error;
    const failure = error.toFailure();
    return { ...probed, ...both(), seen: seenWithMessage(seen, { failure, ...silenceIn(error, left) }), failure };
  }
}

/** Whether it was silence that ended the message, of the server or for the whole time. */
function silenceIn({ code, cause }: AppError, { silenceMs, totalMs }: MailLimits) {
  if (code !== 'net.timeout' && code !== 'smtp.unknownEnd') return {};
  const { code: causeCode } = (cause ?? {}) as MailError;
  if (cause && causeCode !== 'ETIMEDOUT') return {};
  return { silence: { limitMs: cause ? silenceMs : totalMs, whole: !cause } };
}

const later =
  (ms: number) =>
  (line: TranscriptLine): TranscriptLine => ({ ...line, at: line.at + ms });

const secondConnection = (seen: MailServerSeen, at: number): TranscriptLine => ({
  at,
  side: 'note',
  encrypted: false,
  text: `A second connection to ${seen.address ?? seen.asked.host}, for the message.`,
});
