import type { ResetMail } from '../../src-shared/gluu/reset-mail';
import { failureInShort } from '../../src-shared/messages/failure-texts';
import type { Failure } from '../../src-shared/model/failure';
import { TOKEN_HEADER } from '../../src-shared/model/mailbox';
import type { MailPart } from '../../src-shared/model/reset';
import { stepMessage } from '../../src-shared/model/work';
import { type Message, message } from '../../src-shared/texts/message';
import type { MailSettings } from '../mail-test/mail-settings';
import { sendMail } from '../mail-test/send-mail';
import { place } from '../net/tcp';
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
    const text = message('reset.event.accepted', { server: place(settings), reply: result.delivery.reply });
    const change: RunChange = { mail: 'accepted', event: { kind: 'accepted', text, good: true } };
    return { part: { delivery: result.delivery, transcript }, change };
  }
  const failure = result.failure.toFailure();
  const hope = failure.code === 'work.cancelled' ? {} : { good: false };
  const state = result.mayHaveIt ? 'unknown' : 'refused';
  const event = { kind: result.mayHaveIt ? 'mailUnknown' : 'refused', text: endOf(state, failure), ...hope } as const;
  return { part: { failure, transcript }, change: { mail: state, event } };
}

function endOf(mail: 'unknown' | 'refused', failure: Failure): Message {
  const why = failureInShort(failure);
  const { stage } = failure;
  return stage === undefined
    ? message(`reset.event.${mail}`, { why })
    : message(`reset.event.${mail}.atStage`, { stage: stepMessage(stage), why });
}
