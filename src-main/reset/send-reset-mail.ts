import type { ResetMail } from '../../src-shared/gluu/reset-mail';
import { failureInShort } from '../../src-shared/messages/failure-texts';
import { TOKEN_HEADER } from '../../src-shared/model/mailbox';
import type { MailPart } from '../../src-shared/model/reset';
import { inWords } from '../base/own-words';
import type { MailSettings } from '../mail-test/mail-settings';
import { sendMail } from '../mail-test/send-mail';
import type { Work } from '../work/work';
import type { ResetContext } from './reset-context';
import type { RunChange } from './run-log';

interface Marks {
  token: string;
  messageId: string;
  /** The guid of a working link: what the mail server says is shown without it. */
  secret?: string;
}

/** The header a mailbox is searched for. */
const RUN_HEADER = TOKEN_HEADER;

/**
 * Sends one reset mail as the stage `Message`. What the mail server does is part of the outcome, with what to keep of it;
 * throws only what is a bug.
 */
export async function sendResetMail(
  settings: MailSettings,
  { subject, plain, html }: ResetMail,
  { token, messageId, secret }: Marks,
  { limits }: ResetContext,
  work: Work,
): Promise<{ part: MailPart; change: RunChange }> {
  const content = {
    subject,
    text: plain,
    ...(html === undefined ? {} : { html }),
    headers: { [RUN_HEADER]: token },
    messageId,
  };
  const own = { ...settings, content, ...(secret ? { secret } : {}) };
  const { transcript, result } = await sendMail(own, work, limits);
  if ('delivery' in result) {
    const text = `Accepted by ${settings.host}:${settings.port}: ${result.delivery.reply}`;
    const change: RunChange = { mail: 'accepted', event: { kind: 'accepted', text, good: true } };
    return { part: { delivery: result.delivery, transcript }, change };
  }
  const failure = result.failure.toFailure();
  const hope = failure.code === 'work.cancelled' ? {} : { good: false };
  const words = [failure.stage, inWords(failureInShort(failure))].filter(Boolean).join(': ');
  const change: RunChange = result.mayHaveIt
    ? { mail: 'unknown', event: { kind: 'mailUnknown', text: `It may have been accepted. ${words}`, ...hope } }
    : { mail: 'refused', event: { kind: 'refused', text: `Not sent. ${words}`, ...hope } };
  return { part: { failure, transcript }, change };
}
