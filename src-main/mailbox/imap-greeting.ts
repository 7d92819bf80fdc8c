import type { Duplex } from 'node:stream';
import { AppError } from '../base/app-error';
import { safeText } from '../base/safe-text';
import { withDeadline } from '../net/deadline';

/** Of a greeting, and of all that comes with the answer to STARTTLS. */
const MAX_BYTES = 16 * 1024;
const TAG = 'S1';

interface Where {
  at: string;
  signal: AbortSignal;
  limitMs: number;
}
/** Looks at one line, with what came behind it: an answer to give, an error to end with, or nothing to read on. */
type Judge<T> = (line: string, behind: Buffer) => T | AppError | undefined;

/**
 * Waits for the greeting of an IMAP server (RFC 9051 section 7.1) before any IMAP library sees the connection, so that
 * what is no IMAP is told at once. The greeting is put back into the stream. Gives whether it asks for a login; with PREAUTH
 * the server takes the connection as logged in. Throws AppError `imap.silent`, `imap.notImap`,
 * `imap.unavailable`, `net.dropped`, `work.cancelled`.
 */
export async function awaitGreeting(socket: Duplex, where: Where): Promise<boolean> {
  const greeting = await readLine(socket, where, 'imap.silent', (line, behind) => {
    const problem = greetingProblem(line, where.at);
    return problem ?? Buffer.concat([Buffer.from(`${line}\r\n`, 'latin1'), behind]);
  });
  socket.unshift(greeting);
  return !/^\* PREAUTH\b/i.test(greeting.toString('latin1'));
}

/**
 * Has an IMAP server on a fresh plain connection begin TLS. Done here and not by the library: only so is the certificate
 * judged where all others are, and bytes that a man in the middle put behind the answer are noticed (RFC 9051 section
 * 6.2.1). On success the very next bytes are TLS. Throws AppError as `awaitGreeting`, and `imap.startTlsMissing`,
 * `imap.injection`, `imap.noReply`.
 */
export async function exchangeStartTls(socket: Duplex, where: Where): Promise<void> {
  const { at } = where;
  await readLine(socket, where, 'imap.silent', (line) => {
    // A login that has taken place already leaves no way to protect it (RFC 9051 section 6.2.1).
    if (/^\* PREAUTH\b/i.test(line)) return new AppError('imap.startTlsMissing', { at, detail: safeText(line) });
    return greetingProblem(line, at) ?? true;
  });
  socket.write(`${TAG} STARTTLS\r\n`);
  await readLine(socket, where, 'imap.noReply', (line, behind) => {
    const detail = safeText(line);
    if (/^\* BYE\b/i.test(line)) return new AppError('imap.unavailable', { at, detail });
    if (line.startsWith('* ')) return undefined;
    if (new RegExp(`^${TAG} (NO|BAD)\\b`, 'i').test(line)) return new AppError('imap.startTlsMissing', { at, detail });
    if (!new RegExp(`^${TAG} OK\\b`, 'i').test(line)) return new AppError('imap.notImap', { at, detail });
    return behind.length > 0 ? new AppError('imap.injection', { at }) : true;
  });
}

/**
 * What an IMAP library takes for the greeting on a connection that has greeted already, before STARTTLS. It names no
 * capabilities: those told in the clear must be forgotten (RFC 9051 section 6.2.1).
 */
export const greetAgain = (socket: Duplex): void => socket.unshift(Buffer.from('* OK again\r\n', 'latin1'));

function greetingProblem(line: string, at: string): AppError | undefined {
  if (/^\* (OK|PREAUTH)\b/i.test(line)) return undefined;
  const code = /^\* BYE\b/i.test(line) ? 'imap.unavailable' : 'imap.notImap';
  return new AppError(code, { at, detail: safeText(line.slice(0, 200)) });
}

function readLine<T>(
  socket: Duplex,
  { at, signal, limitMs }: Where,
  lateCode: 'imap.silent' | 'imap.noReply',
  judge: Judge<T>,
): Promise<T> {
  const late = () => new AppError(lateCode, { at });
  return withDeadline(limitMs, signal, (inTime) => listen(socket, at, inTime, judge), late);
}

function listen<T>(socket: Duplex, at: string, signal: AbortSignal, judge: Judge<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    let held = Buffer.alloc(0);
    let received = 0;
    const settle = () => {
      socket.pause();
      socket.off('data', onData);
      socket.off('close', onClose);
      signal.removeEventListener('abort', onAbort);
    };
    const onClose = () => {
      settle();
      reject(new AppError('net.dropped', { at }));
    };
    const onAbort = () => {
      settle();
      reject(new AppError('work.cancelled'));
    };
    const onData = (chunk: Buffer) => {
      received += chunk.length;
      held = Buffer.concat([held, chunk]);
      const found = received > MAX_BYTES ? tooLong(held, at) : firstVerdict();
      if (found === undefined) return;
      settle();
      if (found instanceof AppError) reject(found);
      else resolve(found);
    };
    const firstVerdict = (): T | AppError | undefined => {
      for (let end = held.indexOf('\n'); end >= 0; end = held.indexOf('\n')) {
        const line = held.subarray(0, end).toString('latin1').replace(/\r$/, '');
        held = held.subarray(end + 1);
        const found = judge(line, held);
        if (found !== undefined) return found;
      }
      return undefined;
    };
    socket.on('data', onData);
    socket.on('close', onClose);
    signal.addEventListener('abort', onAbort, { once: true });
    if (socket.destroyed) onClose();
    else socket.resume(); // it stays paused after the line before
  });
}

const tooLong = (held: Buffer, at: string): AppError =>
  new AppError('imap.notImap', { at, detail: safeText(held.subarray(0, 60).toString('latin1')) });
