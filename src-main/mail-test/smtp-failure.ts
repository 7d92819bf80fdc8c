import type { FailureCode } from '../../src-shared/model/failure';
import type { MailStep } from '../../src-shared/model/work';
import { AppError } from '../base/app-error';
import { safeText } from '../base/safe-text';
import { netError } from '../net/net-error';
import type { Mask } from '../probe/mail-mask';

/** What nodemailer puts on its errors (its errors.ts); the cause of a coarse code is in `originalCode`. */
export interface MailError extends Error {
  code?: string;
  originalCode?: string;
  timeoutType?: string;
  responseCode?: number;
  response?: string;
}

/** What else is known of the conversation an error ended. */
export interface Circumstances {
  stage: MailStep;
  at: string;
  /** Tells a refused STARTTLS from one that was never on offer. */
  startTlsOffered: boolean;
  /** The server had begun to take the message itself. */
  messageBegun: boolean;
  mask: Mask;
}

const refusedAt: Record<MailStep, FailureCode> = {
  Name: 'net.nameUnknown',
  Connect: 'net.refused',
  Greeting: 'smtp.greetingRefused',
  TLS: 'smtp.startTlsRefused',
  Login: 'smtp.loginRefused',
  Sender: 'smtp.senderRefused',
  Recipient: 'smtp.recipientRefused',
  Data: 'smtp.contentRefused',
};

/** The error of a command that the server answered with this reply. */
export const refusalBy = (reply: string): MailError =>
  Object.assign(new Error(`Refused: ${reply}`), {
    code: 'EENVELOPE',
    response: reply,
    responseCode: Number.parseInt(reply, 10),
  });

/**
 * Turns an error of a mail conversation into an AppError, by stage and codes only, never by texts. Its detail quotes the
 * server's reply where there is one. Anything unknown is given back as it is: a bug.
 */
export function smtpFailure(error: unknown, circumstances: Circumstances): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  if (error instanceof AppError) return error;
  const { stage, at, mask } = circumstances;
  const mailError = error as MailError;
  const code = failureCode(mailError, circumstances);
  if (!code) return netError(error, at);
  const words = mailError.response ?? [mailError.originalCode, mailError.message].filter(Boolean).join(': ');
  return new AppError(code, { stage, at, detail: safeText(mask(words)).trim() }, { cause: mailError });
}

function failureCode(error: MailError, circumstances: Circumstances): FailureCode | undefined {
  const { stage, startTlsOffered, messageBegun } = circumstances;
  const { originalCode, timeoutType, responseCode } = error;
  if (originalCode?.startsWith('ERR_SSL')) return handshakeCode(originalCode);
  if (timeoutType === 'GREETING_TIMEOUT') return 'smtp.silent';
  if (responseCode !== undefined && responseCode >= 400 && responseCode < 600)
    return refusal(responseCode, circumstances);
  switch (error.code) {
    case 'EPROTOCOL':
      return stage === 'Greeting' ? 'smtp.notSmtp' : 'smtp.protocol';
    case 'ETLS':
      return startTlsOffered ? 'smtp.startTlsRefused' : 'smtp.startTlsMissing';
    case 'EMESSAGE': // without a reply: the message is larger than the server's SIZE (RFC 1870)
      return error.response === undefined ? 'smtp.contentRefused' : 'smtp.protocol';
    case 'EAUTH':
    case 'EENVELOPE':
      return 'smtp.protocol';
    case 'ETIMEDOUT':
      return messageBegun ? 'smtp.unknownEnd' : 'net.timeout';
    case 'ECONNECTION':
    case 'ESOCKET':
      return messageBegun ? 'smtp.unknownEnd' : 'smtp.dropped';
    default:
      return undefined;
  }
}

/** RFC 5321 section 4.2.1 and RFC 4954 section 6. */
function refusal(code: number, { stage, startTlsOffered }: Circumstances): FailureCode {
  if (stage === 'TLS' && !startTlsOffered) return 'smtp.startTlsMissing';
  if (stage === 'Greeting' || stage === 'TLS') return refusedAt[stage];
  if (stage === 'Login' && (code === 535 || code === 534)) return 'smtp.credentials';
  return code < 500 ? 'smtp.temporary' : refusedAt[stage];
}

/**
 * The server had said yes to STARTTLS before: that it answers the handshake in plain text is a fault of it, and no sign of
 * a port that does not begin with TLS.
 */
function handshakeCode(code: string): FailureCode {
  const known = netError(Object.assign(new Error(code), { code }), '');
  const told: FailureCode[] = ['tls.old', 'tls.keyUsage'];
  return known instanceof AppError && told.includes(known.code) ? known.code : 'tls.failed';
}
