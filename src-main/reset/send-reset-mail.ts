import type { ResetMail } from '../../src-shared/gluu/reset-mail';
import { failureInShort } from '../../src-shared/messages/failure-texts';
import { TOKEN_HEADER } from '../../src-shared/model/mailbox';
import type { MailPart } from '../../src-shared/model/reset';
import { AppError } from '../base/app-error';
import type { MailSettings } from '../mail-test/mail-settings';
import { mailTestRun, sendAsStage } from '../mail-test/send-test-mail';
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
  const run = mailTestRun({ ...settings, content, ...(secret ? { secret } : {}) }, limits);
  try {
    const delivery = await sendAsStage(run, work);
    const text = `Accepted by ${settings.host}:${settings.port}: ${delivery.reply}`;
    const change: RunChange = { mail: 'accepted', event: { kind: 'accepted', text, good: true } };
    return { part: { delivery, transcript: delivery.transcript }, change };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const failure = error.toFailure();
    const { lines } = run.transcript;
    const asked = lines.some(({ side, text }) => side === 'client' && text === 'DATA');
    const isCancelled = failure.code === 'work.cancelled';
    const mayHaveIt = failure.code === 'smtp.unknownEnd' || (isCancelled && asked);
    const hope = isCancelled ? {} : { good: false };
    const words = [failure.stage, failureInShort(failure)].filter(Boolean).join(': ');
    const change: RunChange = mayHaveIt
      ? { mail: 'unknown', event: { kind: 'mailUnknown', text: `It may have been accepted. ${words}`, ...hope } }
      : { mail: 'refused', event: { kind: 'refused', text: `Not sent. ${words}`, ...hope } };
    return { part: { failure, transcript: lines }, change };
  }
}
