import type { Ending, MailServerSeen, SmtpReply, StageSeen } from '../model/probe';
import { acceptedCodes } from '../verdict/java-mail-replies';
import type { MailAnswer, MailServerFacts, TriedMail } from '../verdict/verdict-input';

const stageOf = (seen: MailServerSeen, step: StageSeen['step']) => seen.stages.find((stage) => stage.step === step);

/** How EHLO, and HELO behind it, were answered, as far as it is no yes. */
export function helloOf(seen: MailServerSeen): MailServerFacts['hello'] {
  const ending = seen.stages.find(({ step }) => step === 'EHLO')?.ending;
  if (!ending) return undefined;
  if (ending.kind === 'late') return ending.whole ? undefined : 'silent';
  return ending.kind === 'broken' && ending.how !== 'notSmtp' ? undefined : 'refused';
}

const ofReply = ({ code }: SmtpReply, accepted: readonly number[]): MailAnswer => {
  if (accepted.includes(code)) return 'accepted';
  return code >= 400 ? 'refused' : 'otherCode';
};

/** Undefined where it says nothing of the mail: we stopped, or the time was over. */
function ofEnding(ending: Ending): MailAnswer | undefined {
  switch (ending.kind) {
    case 'refused':
      return 'refused';
    case 'late':
      return ending.whole ? undefined : 'silent';
    case 'closed':
    case 'error':
      return 'closed';
    case 'broken':
      return ending.how === 'notSmtp' ? 'refused' : undefined;
    case 'stopped':
      return undefined;
  }
}

const answerOf = ({ ending, reply }: StageSeen, accepted: readonly number[]): MailAnswer | undefined => {
  if (ending) return ofEnding(ending);
  return reply && ofReply(reply, accepted);
};

/** Whether more replies came than were asked for. */
const isOutOfStep = ({ stages }: MailServerSeen): boolean =>
  stages.some(({ ending }) => ending?.kind === 'broken' && ending.how === 'outOfStep');

/** QUIT, and RSET behind a refusal or where no text was sent, as they were met. */
function goodbyeOf(seen: MailServerSeen): TriedMail['goodbye'] {
  const stage = stageOf(seen, 'Goodbye');
  if (!stage) return undefined;
  // The server may have said yes to DATA, and take RSET and QUIT for text.
  if (isOutOfStep(seen)) return seen.afterData === 'silent' ? 'silent' : 'answered';
  if (stage.ending?.kind === 'late') return stage.ending.whole ? undefined : 'silent';
  return stage.ending?.kind === 'closed' && stage.ending.reset ? 'reset' : 'answered';
}

/** The steps of handing a mail over, with the codes that JavaMail goes on with. */
const handOver: readonly { step: StageSeen['step']; accepted: readonly number[] }[] = [
  { step: 'Sender', accepted: acceptedCodes.sender },
  { step: 'Recipient', accepted: acceptedCodes.recipient },
  { step: 'Data', accepted: acceptedCodes.text },
];

/**
 * The mail as it was tried, and what JavaMail makes of each answer; undefined where nothing was tried, or over a login that
 * JavaMail does not make.
 */
export function triedMail(seen: MailServerSeen): TriedMail | undefined {
  if (seen.loggedIn && seen.login?.answer !== 'accepted') return undefined;
  const way = { encrypted: seen.tls !== undefined, loggedIn: seen.loggedIn };
  const tried = (answer: MailAnswer, goodbye: TriedMail['goodbye']): TriedMail => ({
    ...way,
    answer,
    ...(goodbye === undefined ? {} : { goodbye }),
  });
  for (const { step, accepted } of handOver) {
    const stage = stageOf(seen, step);
    if (step === 'Data' && (!stage || isOutOfStep(seen))) {
      return { ...tried(isOutOfStep(seen) ? 'outOfStep' : 'accepted', goodbyeOf(seen)), withoutText: true };
    }
    if (!stage) return undefined;
    const answer = answerOf(stage, accepted);
    if (answer !== 'accepted') return answer && tried(answer, goodbyeOf(seen));
  }
  return tried('accepted', goodbyeOf(seen));
}
