import type { Ending, MailServerSeen, SmtpReply } from '../../src-shared/model/probe';
import type { Mask } from './mail-mask';

/** Hides in the words of a server what only a later reply of the conversation showed to be the rest of a secret. */
export function maskSeen({ greeting, stages, offers }: MailServerSeen, mask: Mask): void {
  const hide = (reply: SmtpReply | undefined) => reply && Object.assign(reply, { text: mask(reply.text) });
  const hideIn = (ending: Ending | undefined) => {
    if (ending?.kind === 'refused') hide(ending.reply);
    if (ending?.kind === 'broken') ending.said = mask(ending.said);
  };
  hide(greeting);
  for (const { reply, ending } of stages) {
    hide(reply);
    hideIn(ending);
  }
  for (const offer of Object.values(offers)) offer.extensions = offer.extensions.map((extension) => mask(extension));
}
