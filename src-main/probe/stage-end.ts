import { replyText } from '../../src-shared/diagnosis/smtp-reply';
import type { Ending } from '../../src-shared/model/probe';
import { AppError } from '../base/app-error';
import { nodeCode } from '../net/net-error';

/** Ends a stage of a probe. Never leaves the probe: what it carries becomes part of what was seen. */
export class StageEnd extends AppError {
  constructor(
    readonly ending: Ending,
    stage: string,
    options?: ErrorOptions,
  ) {
    super('smtp.failed', { stage, detail: wordsOf(ending) }, options);
  }
}

function wordsOf(ending: Ending): string {
  switch (ending.kind) {
    case 'refused':
      return replyText(ending.reply);
    case 'error':
      return ending.code;
    case 'late':
      return `no complete answer within ${ending.limitMs / 1000} s`;
    case 'closed':
      return 'the server ended the connection';
    case 'broken':
      return {
        notSmtp: 'no SMTP reply',
        tooLong: 'a reply without an end',
        injected: 'unencrypted bytes behind STARTTLS',
        outOfStep: 'more replies than commands',
      }[ending.how];
    case 'stopped':
      return stopped[ending.why];
  }
}

const stopped = {
  startTlsMissing: 'STARTTLS is not offered',
  startTlsStripped: 'the offer of STARTTLS was removed on the way',
  untrusted: 'not trusted',
  pinChanged: 'not the certificate that was trusted',
  clearText: 'stopped: the password would be sent unencrypted',
  loginNotOffered: 'login is not offered; not tested',
  noMechanism: 'no login method in common; no password was sent',
  tooBig: 'the message is above the announced size',
  smtpUtf8Missing: 'SMTPUTF8 is not offered',
} as const;

/** Ends of a connection; whatever else has a code is an error with that code. */
const closedCodes = ['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_DESTROYED'];

/**
 * What an error of a look-up, a socket or a handshake means for the stage. Throws whatever has no code, for that is a bug,
 * a cancelled work, and what went wrong on an SSH route.
 */
export function endingOf(error: unknown, limitMs: number): Ending {
  if (error instanceof StageEnd) return error.ending;
  if (error instanceof AppError && error.code === 'net.timeout' && !error.cause) {
    return { kind: 'late', limitMs, whole: false };
  }
  if (error instanceof AppError && error.code === 'ssh.targetRefused') return { kind: 'error', code: 'ECONNREFUSED' };
  if (error instanceof AppError && error.code === 'ssh.dropped') return { kind: 'closed' };
  // The rest of what SSH can say is about the way, not about the mail server.
  if (error instanceof AppError && /^(work\.cancelled$|ssh\.)/.test(error.code)) throw error;
  const code = nodeCode(error instanceof AppError ? error.cause : error);
  if (code === undefined) throw error;
  const received = (error as { received?: number }).received;
  if (closedCodes.includes(code) && received === undefined)
    return { kind: 'closed', ...(code === 'ECONNRESET' ? { reset: true } : {}) };
  return { kind: 'error', code, ...(received === undefined ? {} : { received }) };
}
