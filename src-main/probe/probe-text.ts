import { replyText } from '../../src-shared/diagnosis/smtp-reply';
import type { AfterData, SmtpReply } from '../../src-shared/model/probe';
import { acceptedCodes } from '../../src-shared/verdict/java-mail-replies';
import { AppError } from '../base/app-error';
import type { ProbeRequest } from './probe-request';
import type { ProbeRun } from './probe-run';
import type { SmtpChannel } from './smtp-channel';
import { StageEnd } from './stage-end';

/** How long replies that nobody asked for are waited for where one is there already. */
const LEFT_OVER_MS = 500;
const MAY_HAVE_IT = 'The message was already on its way; the server may have accepted it.';

/**
 * Sends the text of a mail behind DATA, as the stage `Data`. Not to a server whose replies are out of step already: `tryData` then
 * asks what a Gluu Server meets. Throws StageEnd; `work.cancelled`, with a detail where the server may have the mail by then.
 */
export async function sendText(
  run: ProbeRun,
  channel: SmtpChannel,
  { text }: ProbeRequest,
  tryData: () => Promise<AfterData | undefined>,
): Promise<void> {
  if (!text) throw new Error('no mail to send');
  const { commandMs, textMs } = run.limits;
  const send = () =>
    run.stage('Data', async ({ note, keep }) => {
      const left = channel.hasUnread ? await channel.leftOver(run.signal, LEFT_OVER_MS) : undefined;
      if (left) {
        const afterData = await tryData();
        if (afterData) run.seen.afterData = afterData;
        throw new StageEnd({ kind: 'broken', how: 'outOfStep', ...left }, 'Data');
      }
      const { reply } = await channel.ask('DATA', 'Data', run.signal, commandMs);
      const goesOn: readonly number[] = acceptedCodes.data;
      if (!goesOn.includes(reply.code)) throw refused(reply);
      run.seen.textSent = true;
      channel.sendText(text);
      const answer = await channel.reply('Data', run.signal, textMs);
      if (answer.reply.code < 200 || answer.reply.code > 299) throw refused(answer.reply);
      keep(answer.reply);
      note(replyText(answer.reply));
    });
  try {
    await send();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'work.cancelled' || !run.seen.textSent) throw error;
    throw new AppError('work.cancelled', { ...error.about, detail: MAY_HAVE_IT }, { cause: error });
  }
}

const refused = (reply: SmtpReply) => new StageEnd({ kind: 'refused', reply }, 'Data');
