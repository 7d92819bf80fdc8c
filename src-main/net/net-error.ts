import type { FailureCode } from '../../src-shared/model/failure';
import { AppError } from '../base/app-error';
import { safeText } from '../base/safe-text';

/**
 * Codes of Node's dns, net and tls errors, by what they mean to an administrator. The texts differ between OpenSSL and
 * Electron's BoringSSL, the codes do not; so only codes decide.
 */
const byCode: Record<string, FailureCode> = {
  ENOTFOUND: 'net.nameUnknown',
  ENODATA: 'net.nameUnknown',
  EAI_AGAIN: 'net.nameTrouble',
  EAI_FAIL: 'net.nameTrouble',
  ESERVFAIL: 'net.nameTrouble',
  ECONNREFUSED: 'net.refused',
  ETIMEDOUT: 'net.timeout',
  EHOSTUNREACH: 'net.noRoute',
  ENETUNREACH: 'net.noRoute',
  EHOSTDOWN: 'net.noRoute',
  EADDRNOTAVAIL: 'net.noRoute',
  ENETDOWN: 'net.noRoute',
  EAFNOSUPPORT: 'net.noRoute',
  EAI_ADDRFAMILY: 'net.noRoute',
  // What connect(2) says of a link-local address without its zone, and where a local firewall forbids the way.
  EINVAL: 'net.noRoute',
  EACCES: 'net.noRoute',
  EPERM: 'net.noRoute',
  ECONNRESET: 'net.dropped',
  EPIPE: 'net.dropped',
  ECONNABORTED: 'net.dropped',
  ERR_STREAM_PREMATURE_CLOSE: 'net.dropped',
  ERR_SSL_WRONG_VERSION_NUMBER: 'tls.unexpected',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'tls.unexpected',
  ERR_SSL_HTTP_REQUEST: 'tls.unexpected',
  // Only Electron's BoringSSL checks this.
  ERR_SSL_KEY_USAGE_BIT_INCORRECT: 'tls.keyUsage',
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: 'tls.old',
  ERR_SSL_TLSV1_UNSUPPORTED: 'tls.old',
  ERR_SSL_UNSUPPORTED_PROTOCOL: 'tls.old',
};

/** The code Node gave an error, looking through `cause`; undefined if there is none. */
export function nodeCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' ? code : nodeCode(error.cause);
}

/**
 * Turns an error of a name look-up, a socket or a TLS handshake into an AppError. `at` says where it happened.
 * An error without a known code is a TLS failure if its code says so, else it is given back as it is: a bug.
 */
export function netError(error: unknown, at: string): Error {
  if (error instanceof AppError) return error;
  const code = nodeCode(error);
  const known = code === undefined ? undefined : byCode[code];
  const text = error instanceof Error ? safeText(error.message) : '';
  if (known) return new AppError(known, { at, detail: `${code}: ${text}` }, { cause: error });
  // EPROTO: a write that failed because the handshake beneath it did.
  if (code?.startsWith('ERR_SSL') || code?.startsWith('ERR_TLS') || code === 'EPROTO') {
    return new AppError('tls.failed', { at, detail: `${code}: ${text}` }, { cause: error });
  }
  return error instanceof Error ? error : new Error(String(error));
}
