import type { AfterData, MailServerSeen, ProbeResult } from '../../src-shared/model/probe';
import { testSteps } from '../../src-shared/model/smtp-test';
import { createWork, type Work } from '../work/work';
import { maskFor, noMask } from './mail-mask';
import { connectAll } from './probe-connect';
import { tryData } from './probe-data';
import { askEnvelope } from './probe-envelope';
import { endSession } from './probe-goodbye';
import { logIn, loginMethods } from './probe-login';
import { type OpenConversation, openConversation } from './probe-open';
import { nothingSeen, type ProbeRequest } from './probe-request';
import { type ProbeLimits, ProbeRun, probeLimits } from './probe-run';
import { StageEnd } from './stage-end';
import { Transcript } from './transcript';
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
      await lookFurther({ run, work, transcript }, request, opened);
    } finally {
      opened.close();
    }
  } catch (error) {
    if (!(error instanceof StageEnd)) throw error;
    await run.beside(() => lookInClear({ run, work, transcript }, request));
  } finally {
    run.end();
  }
  return { seen, transcript: transcript.lines, totalMs: transcript.elapsed() };
}

/** What a probe in progress writes to. */
interface Probing {
  run: ProbeRun;
  work: Work;
  transcript: Transcript;
}

/**
 * The server offers no encryption, which the Gluu Server does without then, and no login would come before sender and recipient.
 * Where something on the way took the offer away, nothing more is sent past it.
 */
function goesOnInClear({ login }: ProbeRequest, { offers, trials, stages }: MailServerSeen): boolean {
  const plain = trials.find((trial) => trial.kind === 'plain');
  const offer = offers.clear ?? plain?.offer;
  const isStripped = stages.some(({ ending }) => ending?.kind === 'stopped' && ending.why === 'startTlsStripped');
  return offer?.startTls === false && !isStripped && (!login || offer.loginChoice === 'none');
}

/** Probes over another connection, in the time that is left. What was said follows `note` in the transcript. */
async function probeAgain(
  { run, work, transcript }: Probing,
  request: ProbeRequest,
  note: string,
): Promise<MailServerSeen> {
  const began = transcript.elapsed();
  const quiet = createWork(work.signal, () => {});
  const { seen, transcript: lines } = await probe(request, quiet, { ...run.limits, totalMs: run.leftMs });
  transcript.append(note, began, lines);
  return seen;
}

/**
 * What the Gluu Server meets where it goes on unencrypted: asked over a connection of its own. No password goes over it, whatever
 * the user agreed to for a test without encryption: this one was to be encrypted.
 */
async function lookInClear(probing: Probing, request: ProbeRequest): Promise<void> {
  const { seen } = probing.run;
  if (request.security === 'none' || request.until !== 'recipient' || !goesOnInClear(request, seen)) return;
  const inClear = { ...request, security: 'none' as const, clearTextConsent: false, tlsVersions: false };
  const note = 'A second connection, unencrypted, as the Gluu Server would go on. No mail is sent over it.';
  seen.inClear = await probeAgain(probing, inClear, note);
}

/** Version 2 of NTLM was taken, so the password is right; whether the server takes version 1 as well is another question. */
async function tryNtlmVersion1(probing: Probing, request: ProbeRequest): Promise<void> {
  const { login } = probing.run.seen;
  if (!login?.byNtlm2 || login.answer !== 'accepted') return;
  const older = { ...request, until: 'login' as const, ntlmVersion1: true, tlsVersions: false };
  const note = 'A second connection, with version 1 of NTLM: a Gluu Server before 4.3 has no other.';
  const { answer } = (await probeAgain(probing, older, note)).login ?? {};
  if (answer === 'accepted' || answer === 'refused') login.takesNtlm1 = answer === 'accepted';
}

/** What DATA, RSET and QUIT come to where replies are out of step. */
async function tryDataAgain(probing: Probing, request: ProbeRequest): Promise<AfterData | undefined> {
  const note = 'A second connection, as far as DATA: the answers were out of step. No mail is sent over it.';
  return (await probeAgain(probing, { ...request, untilData: true, tlsVersions: false }, note)).afterData;
}

/** Everything after EHLO. A refusal ends it, but QUIT is still sent. */
async function lookFurther(probing: Probing, request: ProbeRequest, opened: OpenConversation): Promise<void> {
  const { run } = probing;
  const isComplete = opened.trusted && (await askInside(run, request, opened));
  await endSession(run, opened.channel, isComplete, () => tryDataAgain(probing, request));
  await run.beside(() => tryNtlmVersion1(probing, request));
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
    const afterData = request.untilData ? await tryData(run, opened.channel) : undefined;
    if (afterData) run.seen.afterData = afterData;
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
