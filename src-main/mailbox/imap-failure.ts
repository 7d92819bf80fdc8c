import type { FailureCode } from '../../src-shared/model/failure';
import { AppError } from '../base/app-error';
import { safeText } from '../base/safe-text';
import { netError } from '../net/net-error';
import type { Mask } from '../probe/mail-mask';

/** What imapflow puts on its errors (its errors.js and imap-flow.js). */
interface ImapError extends Error {
  code?: string;
  authenticationFailed?: boolean;
  /** The response code of the answer, e.g. `AUTHENTICATIONFAILED` (RFC 5530). */
  serverResponseCode?: string;
  responseStatus?: string;
  responseText?: string;
  /** Text after a refused login; otherwise the parsed answer. */
  response?: unknown;
  /** The server's words before it closed the connection. */
  reason?: string;
}

/** By imapflow's code. */
const byCode: Record<string, FailureCode> = {
  GREETING_TIMEOUT: 'imap.silent',
  CONNECT_TIMEOUT: 'imap.noReply',
  ETIMEOUT: 'imap.noReply',
  LockTimeout: 'imap.noReply',
  ETHROTTLE: 'imap.refused',
  NoConnection: 'net.dropped',
  EConnectionClosed: 'net.dropped',
  ClosedAfterConnectText: 'net.dropped',
  ClosedAfterConnectTLS: 'net.dropped',
  StateLogout: 'net.dropped',
  LineTooLarge: 'imap.tooMuch',
  LiteralTooLarge: 'imap.tooMuch',
  ResponseTooLarge: 'imap.tooMuch',
  TooManyTokens: 'imap.tooMuch',
  TooManyResponses: 'imap.tooMuch',
  DownloadOverflow: 'imap.tooMuch',
  MAX_IMAP_NESTING_REACHED: 'imap.notImap',
  UnexpectedTag: 'imap.notImap',
  MissingTag: 'imap.notImap',
  InvalidResponse: 'imap.notImap',
  ResponseProcessingFailed: 'imap.notImap',
  NoMailboxSelected: 'imap.notImap',
};
/** Refusals that say nothing about user name and password (RFC 5530 section 3). */
const NOT_THE_PASSWORD = ['UNAVAILABLE', 'CONTACTADMIN', 'INUSE', 'LIMIT', 'SERVERBUG', 'OVERQUOTA'];

/**
 * Turns an error of imapflow into an AppError, by codes only, never by texts. Its detail quotes the server, with the
 * password masked. Anything unknown is given back as it is: a bug. imapflow's error is not kept as the cause: it may hold
 * commands and answers.
 */
export function imapFailure(error: unknown, at: string, mask: Mask): Error {
  if (error instanceof AppError) return error;
  if (!(error instanceof Error)) return new Error(String(error));
  const imapError = error as ImapError;
  const code = failureCode(imapError);
  if (!code) return netError(error, at);
  const words = wordsOf(imapError);
  return new AppError(code, {
    at,
    ...(words ? { detail: safeText(mask(words)) } : {}),
  });
}

function failureCode({ code, authenticationFailed, serverResponseCode, responseStatus, message }: ImapError) {
  if (authenticationFailed) return loginCode(serverResponseCode, responseStatus, message);
  if (code !== undefined && Object.hasOwn(byCode, code)) return byCode[code];
  if (code?.startsWith('ParserError')) return 'imap.notImap';
  if (responseStatus === 'NO' || responseStatus === 'BAD') return 'imap.refused';
  return undefined;
}

function loginCode(response: string | undefined, status: string | undefined, message: string): FailureCode {
  // imapflow refuses by itself, without asking the server, where the server offers no login with a password.
  if (response === 'PRIVACYREQUIRED' || (!status && /disabled|unsupported/i.test(message))) return 'imap.loginDisabled';
  return response && NOT_THE_PASSWORD.includes(response) ? 'imap.loginRefused' : 'imap.credentials';
}

/** The server's words in an error of imapflow, not yet masked nor safe to show; empty where it holds none of them. */
export const imapWords = (error: unknown): string => (error instanceof Error ? wordsOf(error) : '');

const wordsOf = ({ reason, response, responseText }: ImapError): string =>
  [responseText, response, reason].find((text): text is string => typeof text === 'string' && text !== '') ?? '';
