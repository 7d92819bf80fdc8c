import type { AfterData } from '../../src-shared/model/probe';
import { acceptedCodes, isGarbled } from '../../src-shared/verdict/java-mail-replies';
import type { ProbeRun } from './probe-run';
import { orOdd, type SmtpChannel } from './smtp-channel';
import { StageEnd } from './stage-end';

/**
 * Asks for DATA and, where the reply that JavaMail would read is no yes, for RSET and QUIT: the server may have said yes by then
 * and take both for text. Sends no text, and ends the connection. Undefined where the time was over. Throws `work.cancelled`.
 */
export async function tryData(run: ProbeRun, channel: SmtpChannel): Promise<AfterData | undefined> {
  const ask = (command: string) => orOdd(channel.ask(command, 'Goodbye', run.signal, run.limits.commandMs));
  try {
    const answer = await ask('DATA');
    const accepted: readonly number[] = acceptedCodes.data;
    if (!('said' in answer) && accepted.includes(answer.reply.code)) return 'inStep';
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
