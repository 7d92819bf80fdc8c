import type { OfferSeen, SmtpReply } from '../../src-shared/model/probe';
import { verbatim } from '../../src-shared/texts/message';
import { envelopeAddress, type ProbeRequest } from './probe-request';
import type { ProbeRun } from './probe-run';
import type { SmtpChannel } from './smtp-channel';
import { StageEnd } from './stage-end';

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
    note(verbatim(request.from));
  });
  await run.stage('Recipient', async ({ note, keep }) => {
    const asked = await channel.ask(`RCPT TO:<${to.address}>`, 'Recipient', run.signal, commandMs);
    keep(accepted(asked.reply, 'Recipient'));
    note(verbatim(request.to));
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
