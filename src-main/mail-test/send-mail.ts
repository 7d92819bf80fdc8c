import { failureIn } from '../../src-shared/diagnosis/classify';
import type { TranscriptLine } from '../../src-shared/model/mail-server';
import type { MailServerSeen } from '../../src-shared/model/probe';
import type { MailDelivery } from '../../src-shared/model/smtp-test';
import { verbatim } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { prepareProbe } from '../probe/probe';
import type { ProbeLimits } from '../probe/probe-run';
import { createWork, type Work } from '../work/work';
import { type MailSettings, mailRequest, refuseClearText } from './mail-settings';

/** What became of a mail. `mayHaveIt`: no answer to its text came, so nobody knows whether it was accepted. */
export interface SentMail {
  transcript: TranscriptLine[];
  result: { delivery: MailDelivery } | { failure: AppError; mayHaveIt: boolean };
}

/**
 * Sends one mail as the stage `Message`, by the login that is wanted or not at all. What the mail server does is part of the outcome,
 * and so is Cancel: a cancelled stage ends at once, and how far the mail got is awaited. Throws AppError `smtp.clearText` before
 * anything is sent, and otherwise only for bugs.
 */
export async function sendMail(settings: MailSettings, work: Work, limits?: ProbeLimits): Promise<SentMail> {
  refuseClearText(settings);
  const { request, deliveryIn } = await mailRequest(settings);
  const prepared = prepareProbe({ ...request, mailOnly: true });
  const { seen, transcript } = prepared;
  const sending = (): Promise<MailDelivery> =>
    prepared
      .run(
        createWork(work.signal, () => {}),
        limits,
      )
      .then(() => {
        const delivery = deliveryIn(seen);
        if (delivery) return delivery;
        throw notSent(seen);
      });
  let sent: Promise<MailDelivery> | undefined;
  try {
    const delivery = await work
      .step('Message', async (note) => {
        sent = sending();
        const accepted = await sent;
        note(verbatim(accepted.reply));
        return accepted;
      })
      .catch((error: unknown) => {
        if (sent && error instanceof AppError && error.code === 'work.cancelled') return sent;
        throw error;
      });
    return { transcript: transcript.lines, result: { delivery } };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { transcript: transcript.lines, result: { failure: error, mayHaveIt: mayHaveIt(seen) } };
  }
}

/** The finding as a failure. `detail`: the server's words, or else the code that Node gave the error. */
function notSent(seen: MailServerSeen): AppError {
  const found = failureIn(seen);
  if (!found) throw new Error('neither accepted nor failed');
  const { stage, at, title, explanation, remedy, words, code } = found;
  const detail = words ?? code;
  const facts = { title, explanation, remedy };
  return new AppError('smtp.failed', { stage, at, facts, ...(detail ? { detail } : {}) });
}

function mayHaveIt({ textSent, stages }: MailServerSeen): boolean {
  const ending = stages.find(({ step }) => step === 'Data')?.ending;
  return textSent === true && !(ending?.kind === 'refused' && ending.reply.code >= 400);
}
