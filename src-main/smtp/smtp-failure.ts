import type { FailureCode } from '../../src-shared/failure';
import type { MailStep } from '../../src-shared/model/work';
import { AppError } from '../app-error';
import { netError } from '../net/net-error';
import { safeText } from '../safe-text';
import type { Mask } from './mail-mask';

/** What nodemailer puts on its errors (its errors.ts); the cause of a coarse code is in `originalCode`. */
interface MailError extends Error {
  code?: string;
  originalCode?: string;
  timeoutType?: string;
  responseCode?: number;
  response?: string;
}

/** Codes of certificates that are refused (Node's X509 verification errors). */
const CERTIFICATE =
  /^(CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE)/;

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

/**
 * Turns an error of a mail conversation into an AppError, by stage and codes only, never by texts. `startTlsOffered` tells a
 * refused STARTTLS from one that was never on offer. Anything unknown is given back as it is: a bug.
 */
export function smtpFailure(error: unknown, stage: MailStep, at: string, startTlsOffered: boolean, mask: Mask): Error {
  if (error instanceof AppError || !(error instanceof Error))
    return error instanceof Error ? error : new Error(String(error));
  const mailError = error as MailError;
  const code = failureCode(mailError, stage, startTlsOffered);
  if (!code) return netError(error, at);
  const words = mailError.response ?? [mailError.originalCode, mailError.message].filter(Boolean).join(': ');
  return new AppError(code, { stage, at, detail: safeText(mask(words)) }, { cause: mailError });
}

function failureCode(error: MailError, stage: MailStep, startTlsOffered: boolean): FailureCode | undefined {
  const { originalCode, timeoutType, responseCode } = error;
  if (originalCode && CERTIFICATE.test(originalCode)) return 'tls.untrusted';
  if (originalCode?.startsWith('ERR_SSL')) return netCode(originalCode);
  if (timeoutType === 'GREETING_TIMEOUT') return 'smtp.silent';
  if (stage === 'Data' && responseCode === undefined) return 'smtp.unknownEnd';
  if (timeoutType) return 'net.timeout';
  if (responseCode !== undefined && responseCode >= 400) return refusal(responseCode, stage, startTlsOffered);
  switch (error.code) {
    case 'EPROTOCOL':
      return stage === 'Greeting' ? 'smtp.notSmtp' : 'smtp.protocol';
    case 'ETLS':
      return startTlsOffered ? 'smtp.startTlsRefused' : 'smtp.startTlsMissing';
    case 'ECONNECTION':
    case 'ESOCKET':
      return 'smtp.dropped';
    default:
      return undefined;
  }
}

function refusal(code: number, stage: MailStep, startTlsOffered: boolean): FailureCode {
  if (stage === 'TLS' && !startTlsOffered) return 'smtp.startTlsMissing';
  if (stage === 'Greeting' || stage === 'TLS') return refusedAt[stage];
  if (stage === 'Login' && (code === 535 || code === 534)) return 'smtp.credentials';
  return code < 500 ? 'smtp.temporary' : refusedAt[stage];
}

const netCode = (code: string): FailureCode => {
  const known = netError(Object.assign(new Error(code), { code }), '');
  return known instanceof AppError ? known.code : 'tls.failed';
};
