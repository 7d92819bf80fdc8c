import { replyText } from '../../src-shared/diagnosis/smtp-reply';
import type { TestStop } from '../../src-shared/model/mail-server';
import type { MailServerSeen } from '../../src-shared/model/probe';
import { type MailDelivery, TEST_BODY, TEST_SUBJECT } from '../../src-shared/model/smtp-test';
import { clearTextRefused } from '../guard/clear-text';
import type { ProbeRequest } from '../probe/probe-request';
import type { MailContent } from './compose-mail';

/** A mail server, and the mail it is to take. Holds a password, so it never leaves main. */
export interface MailSettings
  extends Pick<
    ProbeRequest,
    'network' | 'host' | 'port' | 'security' | 'from' | 'to' | 'login' | 'clearTextConsent' | 'pin'
  > {
  fromName: string;
  /** What is sent instead of oxTrust's test message. */
  content?: MailContent;
  /** A secret of the content, which the server may echo: it is taken out of the transcript and of every reply. */
  secret?: string;
}

/** Throws AppError `smtp.clearText` where a password would go readable without consent. Nothing was sent by then. */
export function refuseClearText({ host, port, security, login, clearTextConsent }: MailSettings): void {
  if (!login || security !== 'none' || clearTextConsent) return;
  throw clearTextRefused({ protocol: 'smtp', host, port, user: login.userName });
}

/** What is asked of the server for these settings, without a mail. */
export const enquiry = (settings: MailSettings, until: TestStop): ProbeRequest => {
  const { fromName: _, content: __, secret, ...asked } = settings;
  return { ...asked, until, ...(secret ? { secrets: [secret] } : {}) };
};

/** The same with the mail itself, and what became of it once the server has accepted it. */
export async function mailRequest(settings: MailSettings) {
  const { fromName, from, to, content = { subject: TEST_SUBJECT, text: TEST_BODY } } = settings;
  const { composeMail } = await import('./compose-mail');
  const { text, messageId } = await composeMail({ ...content, fromName, from, to });
  return {
    request: { ...enquiry(settings, 'send'), text },
    deliveryIn: (seen: MailServerSeen) => deliveryIn(seen, { from, to, messageId }),
  };
}

/** What became of the mail; undefined where the server did not accept it. */
export function deliveryIn(
  { stages, tls, address, asked, loggedIn }: MailServerSeen,
  mail: Pick<MailDelivery, 'from' | 'to' | 'messageId'>,
): MailDelivery | undefined {
  const last = stages.findIndex(({ step }) => step === 'Data');
  const reply = stages[last]?.reply;
  if (!reply) return undefined;
  return {
    ...mail,
    reply: replyText(reply),
    address: address ?? asked.host,
    ...(tls ? { tls: { protocol: tls.protocol, cipher: tls.cipher, trust: tls.pin ? 'pin' : 'system' } } : {}),
    login: loggedIn ? 'done' : 'notUsed',
    totalMs: stages.slice(0, last + 1).reduce((sum, { ms }) => sum + ms, 0),
  };
}
