import type { AfterData, ProbeStep } from '../../src-shared/model/probe';
import { stepMessage } from '../../src-shared/model/work';
import { type Message, message } from '../../src-shared/texts/message';
import type { ProbeRun, StageTools } from './probe-run';
import { orOdd, type SmtpChannel } from './smtp-channel';
import { StageEnd } from './stage-end';

/** Long enough to tell silence from a slow server: to a Gluu Server, which waits for ever, silence is a failure. */
const MAX_QUIT_MS = 5000;
/** How long replies that nobody asked for may take behind the last one. */
const LEFT_OVER_MS = 500;
const BYE = 221;

const endedEarly = (after: ProbeStep | undefined): Message =>
  after ? message('mail.note.endedEarly', { stage: stepMessage(after) }) : message('mail.note.endedAtOnce');

/**
 * Sends QUIT, and RSET before it unless a mail was accepted, if the connection is still open and no answer is awaited on it. How
 * that is answered does no harm to this probe, so it is only noted, but it is kept: JavaMail waits for both answers. Replies left
 * over where no text was sent end the stage. Where the probe is not complete, this is no stage that was reached, and is not shown as
 * one. `tryData` asks what replies left over lead to: RSET, which Gluu sends only after a refusal, may have brought them.
 */
export async function endSession(
  run: ProbeRun,
  channel: SmtpChannel,
  isComplete: boolean,
  tryData: () => Promise<AfterData | undefined>,
): Promise<void> {
  if (!channel.socket.writable || run.isOver) return;
  const { stages, textSent } = run.seen;
  const text = stages.find(({ step }) => step === 'Data');
  if (textSent && text?.ending && text.ending.kind !== 'refused') return;
  const hasEnvelope = stages.some(({ step }) => step === 'Sender');
  const wasTaken = stages.some(({ step, reply }) => step === 'Recipient' && reply);
  const leave = async ({ note, keep, keepEnding }: StageTools) => {
    const limit = Math.min(run.limits.commandMs, MAX_QUIT_MS);
    const ask = (command: string) => orOdd(channel.ask(command, 'Goodbye', run.signal, limit));
    try {
      if (hasEnvelope && !text?.reply) await ask('RSET');
      const answer = await ask('QUIT');
      if ('reply' in answer) keep(answer.reply);
      if ('reply' in answer && answer.reply.code === BYE) return;
    } catch (error) {
      if (!(error instanceof StageEnd)) throw error;
      note(message('mail.note.noBye'), true);
      keepEnding(error.ending);
      return;
    }
    if (!wasTaken || textSent) return;
    const left = await channel.leftOver(run.signal, LEFT_OVER_MS);
    if (!left) return;
    const afterData = await tryData();
    if (afterData === 'inStep') return;
    if (afterData) run.seen.afterData = afterData;
    throw new StageEnd({ kind: 'broken', how: 'outOfStep', ...left }, 'Goodbye');
  };
  const left = isComplete
    ? run.stage('Goodbye', leave)
    : run.stageSkipped('Goodbye', endedEarly(stages.at(-1)?.step), leave);
  await left.catch((error: unknown) => {
    if (!(error instanceof StageEnd)) throw error;
  });
}
