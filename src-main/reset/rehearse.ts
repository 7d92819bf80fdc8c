import { type RehearseInput, type RehearseOutcome, type ResetRun, viewOfRun } from '../../src-shared/model/reset';
import type { ServerId } from '../../src-shared/model/server';
import { reachSteps } from '../../src-shared/model/work';
import { AppError } from '../base/app-error';
import { briefly } from '../base/own-words';
import { log } from '../files/log';
import type { Work } from '../work/work';
import { rehearsalMail } from './preview';
import type { ResetContext } from './reset-context';
import { beginning, factsStep, reachSettled, readyToSend } from './reset-steps';
import { sendResetMail } from './send-reset-mail';

/**
 * Sends the mail marked as a test, with a link that leads nowhere; writes nothing on the server. What the mail server does
 * is part of the outcome. Throws AppError for a server that cannot be reached and for settings nobody can send with.
 */
export async function rehearse(input: RehearseInput, context: ResetContext, work: Work): Promise<RehearseOutcome> {
  const { serverId, personInum, linkForm } = input;
  const { runs, now } = context;
  work.plan([...reachSteps, 'Person', 'Message']);
  const { facts, settings } = await reachSettled(context, serverId, work, async (reached) => {
    const read = await factsStep(reached, personInum, work);
    return { facts: read, settings: await readyToSend(context, reached, read, input, work) };
  });
  const run: ResetRun = { ...beginning(context, 'rehearsal', facts, settings), mail: 'open' };
  try {
    const isKept = await begin(serverId, run, context);
    const mail = rehearsalMail(facts, linkForm, run.token);
    const { part, change } = await sendResetMail(settings, mail, run, context, work);
    const { event, ...state } = change;
    const unkept = { ...run, ...state, events: [...run.events, { ...event, at: now().toISOString() }] };
    return { run: viewOfRun(isKept ? await runs.note(serverId, run.id, change) : unkept), ...part };
  } finally {
    runs.leave(run.id);
  }
}

/** A rehearsal is harmless: it goes on where its file cannot be written, and lasts as long as the answer to it. */
async function begin(serverId: ServerId, run: ResetRun, { runs }: ResetContext): Promise<boolean> {
  try {
    await runs.begin(serverId, run);
    return true;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    log.warn(`The file of reset tests could not be written: ${briefly(error)}`);
    return false;
  }
}
