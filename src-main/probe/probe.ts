import type { MailServerSeen, ProbeResult } from '../../src-shared/model/probe';
import { testSteps } from '../../src-shared/model/smtp-test';
import { createWork, type Work } from '../ipc/work';
import { maskFor, noMask } from '../smtp/mail-mask';
import { Transcript } from '../smtp/transcript';
import { connectAll } from './probe-connect';
import { askEnvelope } from './probe-envelope';
import { endSession } from './probe-goodbye';
import { logIn, loginMethods } from './probe-login';
import { type OpenConversation, openConversation } from './probe-open';
import { nothingSeen, type ProbeRequest } from './probe-request';
import { type ProbeLimits, ProbeRun, probeLimits } from './probe-run';
import { StageEnd } from './stage-end';
import { tryStartTls, tryTlsVersions } from './trials';

/**
 * Looks at a mail server stage by stage, from its name to the recipient, and gives what was seen; what it means is for
 * src-shared/diagnosis. Sends no message, and no password over an unencrypted connection without consent or over one
 * whose certificate is neither trusted nor pinned. Ends within `limits.totalMs`; rejects with AppError `work.cancelled`
 * when the work is cancelled, and otherwise only for bugs.
 */
export async function probe(
  request: ProbeRequest,
  work: Work,
  limits: ProbeLimits = probeLimits,
): Promise<ProbeResult> {
  const mask = request.login ? maskFor(request.login.userName, request.login.password) : noMask;
  const transcript = new Transcript(mask);
  const seen = nothingSeen(request);
  const run = new ProbeRun(work, limits, seen);
  work.plan(testSteps(request.security, request.until));
  try {
    const socket = await connectAll(run, request);
    const opened = await openConversation(run, { request, socket, transcript, mask });
    try {
      await lookFurther(run, request, opened);
    } finally {
      opened.close();
    }
  } catch (error) {
    if (!(error instanceof StageEnd)) throw error;
    await run.beside(() => lookInClear(run, request, work, transcript));
  } finally {
    run.end();
  }
  return { seen, transcript: transcript.lines, totalMs: transcript.elapsed() };
}

/**
 * The server offers no encryption, which the Gluu Server does without then, and no login would come before sender and recipient.
 * Where the offer was taken away on the way, whoever did that is told nothing more.
 */
function goesOnInClear({ login }: ProbeRequest, { offers, trials, stages }: MailServerSeen): boolean {
  const plain = trials.find((trial) => trial.kind === 'plain');
  const offer = offers.clear ?? plain?.offer;
  const isStripped = stages.some(({ ending }) => ending?.kind === 'stopped' && ending.why === 'startTlsStripped');
  return offer?.startTls === false && !isStripped && (!login || offer.loginChoice === 'none');
}

/**
 * What the Gluu Server meets where it goes on unencrypted: asked over a connection of its own. No password goes over it, whatever
 * the user agreed to for a test without encryption: this one was to be encrypted.
 */
async function lookInClear(run: ProbeRun, request: ProbeRequest, work: Work, transcript: Transcript): Promise<void> {
  if (request.security === 'none' || request.until !== 'recipient' || !goesOnInClear(request, run.seen)) return;
  const began = transcript.elapsed();
  const quiet = createWork(work.signal, () => {});
  const inClear = { ...request, security: 'none' as const, clearTextConsent: false, tlsVersions: false };
  const { seen, transcript: lines } = await probe(inClear, quiet, { ...run.limits, totalMs: run.leftMs });
  run.seen.inClear = seen;
  transcript.append(
    'A second connection, unencrypted as the Gluu Server goes on. No mail is sent over it.',
    began,
    lines,
  );
}

/** Everything behind EHLO. A refusal ends it, but the connection is still taken leave of. */
async function lookFurther(run: ProbeRun, request: ProbeRequest, opened: OpenConversation): Promise<void> {
  const isComplete = opened.trusted && (await askInside(run, request, opened));
  await endSession(run, opened.channel, isComplete);
  if (!request.tlsVersions || request.security === 'none') return;
  const way = request.security;
  const taken = await run.beside(() => tryTlsVersions(opened.trial, way));
  if (taken) run.seen.tlsVersions = taken;
}

/** Whether all was asked that was wanted. */
async function askInside(run: ProbeRun, request: ProbeRequest, opened: OpenConversation): Promise<boolean> {
  try {
    if (request.until !== 'connect') await loginStage(run, request, opened);
    if (request.until === 'recipient') await askEnvelope(run, opened.channel, request, opened.offer);
    return true;
  } catch (error) {
    if (!(error instanceof StageEnd)) throw error;
    return false;
  }
}

/**
 * Logs in, if that is wanted. Where no login is offered the probe goes on, since that is what the Gluu Server does; the
 * stage says that user name and password were not tested.
 */
async function loginStage(run: ProbeRun, request: ProbeRequest, opened: OpenConversation): Promise<void> {
  const { login } = request;
  if (!login) {
    run.skip('Login', 'Requires Authentication is off');
    return;
  }
  try {
    await run.stage('Login', async ({ note, keep }) => {
      const methods = loginMethods(request, opened.offer, run.encrypted);
      const { method, reply } = await logIn(run, opened.channel, request, login, methods);
      run.seen.loggedIn = true;
      keep(reply);
      note(`${login.userName} (${method})`);
    });
  } catch (error) {
    if (!(error instanceof StageEnd)) throw error;
    const why = error.ending.kind === 'stopped' ? error.ending.why : undefined;
    if (why !== 'loginNotOffered') throw error;
    if (run.encrypted || !opened.offer.startTls) return;
    const trial = await run.beside(() => tryStartTls(opened.trial));
    if (trial) run.seen.trials.push(trial);
  }
}
