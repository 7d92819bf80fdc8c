import type { OfferSeen, SmtpReply } from '../../src-shared/model/probe';
import { envelopeAddress, type ProbeRequest } from './probe-request';
import type { ProbeRun } from './probe-run';
import type { SmtpChannel } from './smtp-channel';
import { StageEnd } from './stage-end';

const MAX_GOODBYE_MS = 2000;

/**
 * Asks whether the server would take a message from this sender to this recipient, and takes it back with RSET: nothing is
 * sent. What the server announced that it cannot do is not asked for. Throws StageEnd.
 */
export async function askEnvelope(
  run: ProbeRun,
  channel: SmtpChannel,
  request: ProbeRequest,
  offer: OfferSeen,
): Promise<void> {
  const { commandMs } = run.limits;
  const [from, to] = [envelopeAddress(request.from), envelopeAddress(request.to)];
  const { messageBytes } = run.seen.asked;
  const parameters = [
    ...(offer.size === undefined && !announces(offer, 'SIZE') ? [] : [`SIZE=${messageBytes}`]),
    ...(from.international || to.international ? ['SMTPUTF8'] : []),
  ];
  await run.stage('Sender', async ({ note, keep }) => {
    if (offer.size !== undefined && messageBytes > offer.size) {
      throw new StageEnd({ kind: 'stopped', why: 'tooBig' }, 'Sender');
    }
    refuseInternational(from.international || to.international, offer);
    const command = [`MAIL FROM:<${from.address}>`, ...parameters].join(' ');
    keep(accepted((await channel.ask(command, 'Sender', run.signal, commandMs)).reply, 'Sender'));
    note(request.from);
  });
  await run.stage('Recipient', async ({ note, keep }) => {
    const asked = await channel.ask(`RCPT TO:<${to.address}>`, 'Recipient', run.signal, commandMs);
    keep(accepted(asked.reply, 'Recipient'));
    note(request.to);
  });
}

const announces = (offer: OfferSeen, name: string): boolean =>
  offer.extensions.some((line) => line.toUpperCase().split(' ')[0] === name);

function refuseInternational(needed: boolean, offer: OfferSeen): void {
  if (needed && !offer.smtpUtf8) throw new StageEnd({ kind: 'stopped', why: 'smtpUtf8Missing' }, 'Sender');
}

function accepted(reply: SmtpReply, stage: string): SmtpReply {
  if (reply.code >= 200 && reply.code < 300) return reply;
  throw new StageEnd({ kind: 'refused', reply }, stage);
}

/**
 * Takes the envelope back and says goodbye, if the connection still stands. A server that hangs up without an answer to
 * QUIT did no harm, so that is only noted.
 */
export async function sayGoodbye(run: ProbeRun, channel: SmtpChannel): Promise<void> {
  if (!channel.socket.writable || run.isOver) return;
  const hasEnvelope = run.seen.stages.some(({ step }) => step === 'Sender');
  await run.stage('Goodbye', async ({ note, keep }) => {
    const limit = Math.min(run.limits.commandMs, MAX_GOODBYE_MS);
    try {
      if (hasEnvelope) await channel.ask('RSET', 'Goodbye', run.signal, limit);
      keep((await channel.ask('QUIT', 'Goodbye', run.signal, limit)).reply);
    } catch (error) {
      if (!(error instanceof StageEnd)) throw error;
      note('no answer to QUIT', true);
    }
  });
}
