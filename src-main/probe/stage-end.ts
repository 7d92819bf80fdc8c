import { replyText } from '../../src-shared/diagnosis/smtp-reply';
import type { Ending } from '../../src-shared/model/probe';
import { type Message, message, verbatim } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { nodeCode } from '../net/net-error';

/** Ends a stage of a probe. Never leaves the probe: what it carries becomes part of what was seen. */
export class StageEnd extends AppError {
  constructor(
    readonly ending: Ending,
    stage: string,
    options?: ErrorOptions,
  ) {
    const detail = wordsIn(ending);
    super('smtp.failed', { stage, ...(detail === undefined ? {} : { detail }) }, options);
  }
}

/** The other side's words, or the code of an error. */
function wordsIn(ending: Ending): string | undefined {
  if (ending.kind === 'refused') return replyText(ending.reply);
  return ending.kind === 'error' ? ending.code : undefined;
}

/** How a stage ended, beside its name. */
export function endingNote(ending: Ending): Message {
  switch (ending.kind) {
    case 'refused':
    case 'error':
      return verbatim(wordsIn(ending) ?? '');
    case 'late':
      return message('mail.note.late', { seconds: ending.limitMs / 1000 });
    case 'closed':
      return message('mail.note.closed');
    case 'broken':
      return message(`mail.note.broken.${ending.how}`);
    case 'stopped':
      return message(`mail.note.stopped.${ending.why}`);
  }
}

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
