import { replyText } from '../../src-shared/diagnosis/smtp-reply';
import type { AfterData, SmtpReply } from '../../src-shared/model/probe';
import { message, verbatim } from '../../src-shared/texts/message';
import { acceptedCodes, isGarbled } from '../../src-shared/verdict/java-mail-replies';
import { AppError } from '../base/app-error';
import type { ProbeRequest } from './probe-request';
import type { ProbeRun } from './probe-run';
import { orOdd, type SmtpChannel } from './smtp-channel';
import { StageEnd } from './stage-end';

const goesOn = ({ code }: SmtpReply): boolean => (acceptedCodes.data as readonly number[]).includes(code);

/** How long replies that nobody asked for are waited for where one is there already. */
const LEFT_OVER_MS = 500;

/**
 * Sends the text of a mail behind DATA, as the stage `Data`. Not to a server whose replies are out of step already: `tryData` then
 * asks what a Gluu Server meets. Throws StageEnd; `work.cancelled`, which says so where the server may have the mail by then.
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
      if (!goesOn(reply)) throw refused(reply);
      run.seen.textSent = true;
      channel.sendText(text);
      const answer = await channel.reply('Data', run.signal, textMs);
      if (answer.reply.code < 200 || answer.reply.code > 299) throw refused(answer.reply);
      keep(answer.reply);
      note(verbatim(replyText(answer.reply)));
    });
  try {
    await send();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'work.cancelled' || !run.seen.textSent) throw error;
    const facts = { meanwhile: message('mail.mayHaveIt') };
    throw new AppError('work.cancelled', { ...error.about, facts }, { cause: error });
  }
}

const refused = (reply: SmtpReply) => new StageEnd({ kind: 'refused', reply }, 'Data');

/**
 * Asks for DATA and, where the reply that JavaMail would read is no yes, for RSET and QUIT: the server may have said yes by then
 * and take both for text. Sends no text, and ends the connection. Undefined where the time was over. Throws `work.cancelled`.
 */
export async function tryData(run: ProbeRun, channel: SmtpChannel): Promise<AfterData | undefined> {
  const ask = (command: string) => orOdd(channel.ask(command, 'Goodbye', run.signal, run.limits.commandMs));
  try {
    const answer = await ask('DATA');
    if (!('said' in answer) && goesOn(answer.reply)) return 'inStep';
    if (!('said' in answer && isGarbled(answer.said))) await ask('RSET');
    await ask('QUIT');
    return 'answered';
  } catch (error) {
    if (!(error instanceof StageEnd)) throw error;
    if (error.ending.kind !== 'late') return 'answered';
    return error.ending.whole ? undefined : 'silent';
  } finally {
    channel.socket.destroy();
  }
}
