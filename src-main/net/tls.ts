import { X509Certificate } from 'node:crypto';
import net from 'node:net';
import type { Duplex } from 'node:stream';
import tls from 'node:tls';
import { domainToASCII } from 'node:url';
import { whyNotTrusted } from '../../src-shared/messages/certificate-words';
import type { CertificateFacts } from '../../src-shared/model/certificate';
import { type Message, message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { safeText } from '../base/safe-text';
import { withDeadline } from './deadline';
import { netError } from './net-error';

export interface TlsConnection {
  socket: tls.TLSSocket;
  protocol: string;
  cipher: string;
  certificate: CertificateFacts;
  trust: 'system' | 'pin';
}

export interface Wanted {
  /** What the user typed: the identity the certificate is checked against (RFC 4513 section 3.1.3, RFC 9525). */
  host: string;
  /** The certificate the user trusted for this server; if given, no other one will do. */
  pin?: string | undefined;
  at: string;
}

/**
 * Speaks TLS 1.2 or newer over an open connection and gives it only if the certificate is the pinned one or, without a
 * pin, if the system trusts it for `host`. Nothing is sent over it before that. Throws AppError `tls.untrusted` or
 * `tls.changed` (both carry the certificate), `tls.unexpected`, `tls.old`, `tls.failed`, `net.timeout`, `net.dropped`.
 */
export async function startTls(
  plain: Duplex,
  wanted: Wanted,
  signal: AbortSignal,
  limitMs: number,
): Promise<TlsConnection> {
  try {
    const socket = await withDeadline(
      limitMs,
      signal,
      (inTime) => handshake(plain, wanted.host, inTime),
      () => new AppError('net.timeout', { at: wanted.at }),
    );
    return judgeTls(socket, wanted);
  } catch (error) {
    plain.destroy();
    throw netError(error, wanted.at);
  }
}

/**
 * Makes a TLS handshake over an open connection, without judging the certificate: nothing that needs trust may be sent over the
 * result before it was judged. TLS 1.2 or newer unless `versions` says otherwise. Rejects with Node's error, or AppError
 * `work.cancelled`; an error later on reaches whoever uses the socket through 'close'.
 */
export function handshake(
  plain: Duplex,
  host: string,
  signal: AbortSignal,
  versions: Pick<tls.ConnectionOptions, 'minVersion' | 'maxVersion' | 'ciphers'> = { minVersion: 'TLSv1.2' },
): Promise<tls.TLSSocket> {
  return new Promise((resolve, reject) => {
    const servername = serverNameFor(host);
    const socket = tls.connect({
      socket: plain,
      host: nameInCertificate(host),
      ...(servername === undefined ? {} : { servername }),
      ...versions,
      // SECURITY: the decision is taken behind the handshake, in judgeTls() and isTrusted(), which every connection passes before
      // anything is sent that needs trust: only there can a pinned certificate be distinguished from others, and an untrusted one
      // be shown to the user. Explicit, so that no environment variable takes part.
      rejectUnauthorized: false,
    });
    const fail = (error: unknown) => {
      settle();
      socket.destroy();
      reject(error);
    };
    const onAbort = () => fail(new AppError('work.cancelled'));
    const onClose = () => fail(Object.assign(new Error('closed during the TLS handshake'), { code: 'ECONNRESET' }));
    const settle = () => {
      signal.removeEventListener('abort', onAbort);
      socket.off('close', onClose);
    };
    socket.on('error', fail); // it stays, so that a later error is not uncaught
    socket.once('close', onClose);
    socket.once('secureConnect', () => {
      settle();
      resolve(socket);
    });
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) onAbort();
  });
}

/** The name for SNI: none for an address (RFC 6066 section 3). */
export const serverNameFor = (host: string): string | undefined =>
  net.isIP(host) ? undefined : nameInCertificate(host);

/** Certificates and handshakes know a host by its ASCII form, without the dot of the root (RFC 9525 section 6.3, RFC 6066 section 3). */
const nameInCertificate = (host: string): string =>
  net.isIP(host) ? host : domainToASCII(host).replace(/\.$/, '') || host;

/**
 * Decides on a TLS socket whose handshake ended with `rejectUnauthorized: false`. Throws AppError `tls.untrusted` or
 * `tls.changed` and ends the socket unless its certificate will do; as `peerCertificate` where it was closed already.
 */
export function judgeTls(socket: tls.TLSSocket, { host, pin, at }: Wanted): TlsConnection {
  const certificate = certificateFacts(socket, host);
  const refuse = (code: 'tls.untrusted' | 'tls.changed'): never => {
    socket.destroy();
    throw new AppError(code, {
      at,
      certificate,
      ...(certificate.distrust ? { detail: certificate.distrust } : {}),
      facts: { host, causes: { list: whyNotTrusted(certificate, host), as: 'sentences' }, pin: pin ?? '' },
    });
  };
  if (pin !== undefined && certificate.sha256 !== pin) refuse('tls.changed');
  if (pin === undefined && !socket.authorized) refuse('tls.untrusted');
  return {
    socket,
    certificate,
    protocol: socket.getProtocol() ?? 'TLS',
    cipher: socket.getCipher().standardName ?? socket.getCipher().name,
    trust: pin === undefined ? 'system' : 'pin',
  };
}

/** How a connection is encrypted, as shown beside its stage. */
export const describeTls = ({ protocol, trust }: Pick<TlsConnection, 'protocol' | 'trust'>): Message =>
  message(`note.tls.${trust}`, { protocol });

/** Whether one of the names in the certificate of the other side is `host`. */
export const fits = (certificate: tls.PeerCertificate, host: string): boolean =>
  tls.checkServerIdentity(nameInCertificate(host), certificate) === undefined;

function certificateFacts(socket: tls.TLSSocket, host: string): CertificateFacts {
  const distrust = distrustOf(socket);
  const certificate = peerCertificate(socket);
  return {
    ...describeCertificate(new X509Certificate(certificate.raw)),
    ...(distrust === undefined ? {} : { distrust }),
    ...(fits(certificate, host) ? {} : { otherHost: true }),
  };
}

/**
 * The certificate of the other side, with its chain. Throws an Error with the code `ECONNRESET` where the connection was
 * closed right behind the handshake: Node no longer knows a certificate then.
 */
export function peerCertificate(socket: tls.TLSSocket): tls.DetailedPeerCertificate {
  const certificate: tls.DetailedPeerCertificate | null = socket.getPeerCertificate(true);
  if (certificate?.raw) return certificate;
  throw Object.assign(new Error('closed right after the TLS handshake'), { code: 'ECONNRESET' });
}

/** Node's code of why the system does not trust the other side's certificate; undefined if it does. */
export function distrustOf(socket: tls.TLSSocket): string | undefined {
  if (socket.authorized) return undefined;
  const error = socket.authorizationError as unknown;
  return safeText(String(error instanceof Error ? ((error as { code?: string }).code ?? error.message) : error));
}

/** Certificates of large providers have a hundred names; a hostile one has thousands. */
const MAX_NAMES = 100;

/** Servers, and any purpose (RFC 5280 section 4.2.1.12). */
const FOR_SERVERS = ['1.3.6.1.5.5.7.3.1', '2.5.29.37.0'];

/** What a certificate says of itself, safe to show, with its first hundred names. */
export function describeCertificate(x509: X509Certificate): CertificateFacts {
  const names = (x509.subjectAltName ?? '').split(', ').filter(Boolean);
  return {
    subject: oneLine(x509.subject),
    issuer: oneLine(x509.issuer),
    names: names.slice(0, MAX_NAMES).map(safeText),
    ...(names.length > MAX_NAMES ? { moreNames: names.length - MAX_NAMES } : {}),
    validFrom: isoTime(x509.validFrom),
    validTo: isoTime(x509.validTo),
    sha256: x509.fingerprint256,
    selfSigned: x509.subject === x509.issuer,
    ...(isForServers(x509) ? {} : { notForServers: true }),
  };
}

/** Node types the list as always there; it is undefined where the certificate has none. */
const isForServers = ({ keyUsage }: { keyUsage: readonly string[] | undefined }): boolean =>
  keyUsage === undefined || keyUsage.some((purpose) => FOR_SERVERS.includes(purpose));

const oneLine = (name: string): string => safeText((name ?? '').split('\n').reverse().join(', '));

function isoTime(text: string): string {
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? safeText(text) : time.toISOString();
}
