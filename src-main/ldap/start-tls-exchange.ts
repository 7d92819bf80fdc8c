import type { Duplex } from 'node:stream';
import { AppError } from '../base/app-error';
import { safeText } from '../base/safe-text';
import { withDeadline } from '../net/deadline';
import { elementAt, tag } from './ber-frame';
import { readMessage } from './ldap-message';
import { checkMessage } from './message-grammar';

const OID = '1.3.6.1.4.1.1466.20037';
/** ExtendedRequest StartTLS with message id 1 (RFC 4511 sections 4.12 and 4.14.1). */
const REQUEST = Buffer.concat([
  Buffer.from([0x30, 7 + OID.length, 0x02, 0x01, 0x01, 0x77, 2 + OID.length, 0x80, OID.length]),
  Buffer.from(OID, 'ascii'),
]);
const MAX_ANSWER = 64 * 1024;
const MAX_ELEMENTS = MAX_ANSWER;

/**
 * Asks an LDAP server on a fresh plain connection to begin TLS, and lets nobody else read of the socket: only so can bytes
 * that a man in the middle put behind the answer be noticed (RFC 4513 section 3.1.5). On success the very next bytes are
 * TLS. Throws AppError `ldap.startTlsRefused`, `ldap.injection`, `ldap.notLdap`, `ldap.noReply`, `net.dropped`.
 */
export async function exchangeStartTls(
  socket: Duplex,
  at: string,
  signal: AbortSignal,
  limitMs: number,
): Promise<void> {
  try {
    await withDeadline(
      limitMs,
      signal,
      (inTime) => exchange(socket, at, inTime),
      () => new AppError('ldap.noReply', { at }),
    );
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

function exchange(socket: Duplex, at: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    let answer = Buffer.alloc(0);
    const onData = (chunk: Buffer) => {
      answer = Buffer.concat([answer, chunk]);
      const verdict = judge(answer, at);
      if (verdict === 'more') return;
      settle();
      if (verdict instanceof AppError) reject(verdict);
      else resolve();
    };
    const onClose = () => {
      settle();
      reject(new AppError('net.dropped', { at }));
    };
    const onAbort = () => {
      settle();
      reject(new AppError('work.cancelled'));
    };
    const settle = () => {
      socket.pause();
      socket.off('data', onData);
      socket.off('close', onClose);
      signal.removeEventListener('abort', onAbort);
    };
    socket.on('data', onData);
    socket.on('close', onClose);
    signal.addEventListener('abort', onAbort, { once: true });
    socket.write(REQUEST);
  });
}

function judge(answer: Buffer, at: string): 'more' | 'granted' | AppError {
  const notLdap = () =>
    new AppError('ldap.notLdap', { at, detail: safeText(answer.subarray(0, 60).toString('latin1')) });
  if (answer[0] !== tag.message) return notLdap();
  const outer = elementAt(answer, 0);
  if (outer === 'bad' || (outer !== 'more' && outer.end > MAX_ANSWER)) return notLdap();
  if (outer === 'more' || answer.length < outer.end) return 'more';
  const message = answer.subarray(0, outer.end);
  if (typeof checkMessage(message, MAX_ELEMENTS) === 'string') return notLdap();
  const { id, operation, code, diagnostic, referral } = readMessage(message);
  if (operation !== tag.extendedResponse) return notLdap();
  if (id === 0) {
    const detail = safeText(`Notice of Disconnection ${code} ${diagnostic}`);
    return new AppError('net.dropped', { at, detail });
  }
  if (id !== 1) return notLdap();
  if (code !== 0) {
    return new AppError('ldap.startTlsRefused', {
      at,
      detail: safeText([`result ${code}`, diagnostic, ...referral].filter(Boolean).join(' ')),
      facts: { result: code },
    });
  }
  return answer.length > outer.end ? new AppError('ldap.injection', { at }) : 'granted';
}
