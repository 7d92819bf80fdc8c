import type { AfterData, MailServerSeen, ProbeResult } from '../../src-shared/model/probe';
import { testSteps } from '../../src-shared/model/smtp-test';
import { type Message, message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { createWork, type Work } from '../work/work';
import { maskFor, maskOfSecrets } from './mail-mask';
import { maskSeen } from './mask-seen';
import { connectAll } from './probe-connect';
import { sendText, tryData } from './probe-data';
import { askEnvelope } from './probe-envelope';
import { endSession } from './probe-goodbye';
import { logIn, loginMethods } from './probe-login';
import { type OpenConversation, openConversation } from './probe-open';
import { goesToRecipient, newServerSeen, type ProbeRequest } from './probe-request';
import { type ProbeLimits, ProbeRun, probeLimits } from './probe-run';
import { StageEnd } from './stage-end';
import { Transcript } from './transcript';
import { tryStartTls, tryTlsVersions } from './trials';

/** A conversation with a mail server: what was seen and said can be read at any time, above all once it was cancelled. */
export interface PreparedProbe {
  seen: MailServerSeen;
  transcript: Transcript;
  /** Rejects as `probe` does. */
  run(work: Work, limits?: ProbeLimits): Promise<ProbeResult>;
}

/**
 * Looks at a mail server stage by stage, from its name to the recipient or the answer to a mail, and gives what was seen; what it
 * means is for src-shared/diagnosis. Sends no password over an unencrypted connection without consent or over one whose certificate
 * is neither trusted nor pinned, and a mail only if everything before it was accepted. Ends within `limits.totalMs`; rejects with
 * AppError `work.cancelled` when the work is cancelled before a mail was accepted, and otherwise only for bugs.
 */
export const probe = (request: ProbeRequest, work: Work, limits?: ProbeLimits): Promise<ProbeResult> =>
  prepareProbe(request).run(work, limits);

/** The same in two steps. */
export function prepareProbe(request: ProbeRequest): PreparedProbe {
  const { login, secrets = [] } = request;
  const mask = login ? maskFor(login.userName, login.password, ...secrets) : maskOfSecrets(secrets);
  const transcript = new Transcript(mask);
  const seen = newServerSeen(request);
  return {
    seen,
    transcript,
    async run(work, limits = probeLimits) {
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
        if (error instanceof StageEnd) await run.beside(() => lookInClear({ run, work, transcript }, request));
        else if (!isCalledOffTooLate(error, seen)) throw error;
      } finally {
        run.end();
        maskSeen(seen, mask);
      }
      return { seen, transcript: transcript.lines, totalMs: transcript.elapsed() };
    },
  };
}

/** A mail that was accepted is what counts, whatever was still to be asked when the work was cancelled. */
const isCalledOffTooLate = (error: unknown, { stages }: MailServerSeen): boolean =>
  error instanceof AppError &&
  error.code === 'work.cancelled' &&
  stages.some(({ step, reply }) => step === 'Data' && reply !== undefined);

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

/** Asks over another connection, in the time that is left, and sends no mail. What was said follows `note` in the transcript. */
async function askAgain(
  { run, work, transcript }: Probing,
  request: ProbeRequest,
  differing: Partial<ProbeRequest> & { until: 'login' | 'recipient' },
  note: Message,
): Promise<MailServerSeen> {
  const began = transcript.elapsed();
  const quiet = createWork(work.signal, () => {});
  const { text: _, ...enquiry } = request;
  const again = { ...enquiry, tlsVersions: false, ...differing };
  const { seen, transcript: lines } = await probe(again, quiet, { ...run.limits, totalMs: run.leftMs });
  transcript.append(note, began, lines);
  return seen;
}

/**
 * What the Gluu Server meets where it goes on unencrypted: asked over a connection of its own. No password goes over it, whatever
 * the user agreed to for a test without encryption: this one was to be encrypted.
 */
async function lookInClear(probing: Probing, request: ProbeRequest): Promise<void> {
  const { seen } = probing.run;
  if (request.mailOnly || request.security === 'none' || !goesToRecipient(request)) return;
  if (!goesOnInClear(request, seen)) return;
  const inClear = { until: 'recipient', security: 'none', clearTextConsent: false } as const;
  const note = message('mail.again.inClear');
  seen.inClear = await askAgain(probing, request, inClear, note);
}

/** Version 2 of NTLM was taken, so the password is right; whether the server takes version 1 as well is another question. */
async function tryNtlmVersion1(probing: Probing, request: ProbeRequest): Promise<void> {
  const { login } = probing.run.seen;
  if (request.mailOnly || !login?.byNtlm2 || login.answer !== 'accepted') return;
  const note = message('mail.again.ntlm');
  const { answer } = (await askAgain(probing, request, { until: 'login', ntlmVersion1: true }, note)).login ?? {};
  if (answer === 'accepted' || answer === 'refused') login.takesNtlm1 = answer === 'accepted';
}

/** What DATA, RSET and QUIT come to where replies are out of step. */
async function tryDataAgain(probing: Probing, request: ProbeRequest): Promise<AfterData | undefined> {
  if (request.mailOnly) return undefined;
  const note = message('mail.again.data');
  return (await askAgain(probing, request, { until: 'recipient', untilData: true }, note)).afterData;
}

/** Everything after EHLO. A refusal ends it, but QUIT is still sent. */
async function lookFurther(probing: Probing, request: ProbeRequest, opened: OpenConversation): Promise<void> {
  const { run } = probing;
  const tryAgain = () => tryDataAgain(probing, request);
  const isComplete = opened.trusted && (await askInside(run, request, opened, tryAgain));
  await endSession(run, opened.channel, isComplete, tryAgain);
  await run.beside(() => tryNtlmVersion1(probing, request));
  if (!request.tlsVersions || request.security === 'none') return;
  const way = request.security;
  const taken = await run.beside(() => tryTlsVersions(opened.trial, way));
  if (taken) run.seen.tlsVersions = taken;
}

/** Whether all was asked that was wanted. */
async function askInside(
  run: ProbeRun,
  request: ProbeRequest,
  opened: OpenConversation,
  tryAgain: () => Promise<AfterData | undefined>,
): Promise<boolean> {
  try {
    if (request.until !== 'connect') await loginStage(run, request, opened);
    if (goesToRecipient(request)) await askEnvelope(run, opened.channel, request, opened.offer);
    if (request.until === 'send') await sendText(run, opened.channel, request, tryAgain);
    const afterData = request.untilData ? await tryData(run, opened.channel) : undefined;
    if (afterData) run.seen.afterData = afterData;
    return true;
  } catch (error) {
    if (!(error instanceof StageEnd)) throw error;
    return false;
  }
}

/**
 * Logs in, if that is wanted. Where no login is offered the probe goes on, since that is what the Gluu Server does, unless the mail
 * is all that counts; the stage says that user name and password were not tested.
 */
async function loginStage(run: ProbeRun, request: ProbeRequest, opened: OpenConversation): Promise<void> {
  const { login } = request;
  if (!login) {
    run.skip('Login', message('mail.note.noLogin'));
    return;
  }
  try {
    await run.stage('Login', async ({ note, keep }) => {
      const methods = loginMethods(request, opened.offer, run.encrypted);
      const { method, reply } = await logIn(run, opened.channel, request, login, methods);
      run.seen.loggedIn = true;
      keep(reply);
      note(message('mail.note.login', { user: login.userName, method }));
    });
  } catch (error) {
    if (!(error instanceof StageEnd)) throw error;
    const why = error.ending.kind === 'stopped' ? error.ending.why : undefined;
    if (why !== 'loginNotOffered') throw error;
    const isHidden = !run.encrypted && opened.offer.startTls;
    const trial = isHidden ? await run.beside(() => tryStartTls(opened.trial)) : undefined;
    if (trial) run.seen.trials.push(trial);
    if (request.mailOnly) throw error;
  }
}
