import { type KeyObject, X509Certificate } from 'node:crypto';
import tls from 'node:tls';
import type { TlsVersion } from '../../src-shared/model/mail-server';
import type { ChainCertificate, TlsSeen } from '../../src-shared/model/probe';
import { AppError } from '../base/app-error';
import { withDeadline } from '../net/deadline';
import type { Connection } from '../net/network';
import { describeCertificate, distrustOf, fits, handshake, peerCertificate } from '../net/tls';
import { StageEnd } from './stage-end';

/** Chains of the web have three or four; the rest would be made to keep us busy. */
const MAX_CHAIN = 10;
const DAY = 86_400_000;

const protocols = { '1.0': 'TLSv1', '1.1': 'TLSv1.1', '1.2': 'TLSv1.2', '1.3': 'TLSv1.3' } as const;

/**
 * OpenSSL 3 does TLS 1.0 and 1.1 only at its security level 0; Electron's BoringSSL has no levels, throws on the word, and
 * does them without. So this computer's own library is asked, once.
 */
let forOldTls: { ciphers?: string } | undefined;
function oldTlsOptions(): { ciphers?: string } {
  if (forOldTls) return forOldTls;
  try {
    tls.createSecureContext({ ciphers: 'DEFAULT@SECLEVEL=0' });
    forOldTls = { ciphers: 'DEFAULT@SECLEVEL=0' };
  } catch (error) {
    if ((error as { code?: string }).code !== 'ERR_SSL_INVALID_COMMAND') throw error;
    forOldTls = {};
  }
  return forOldTls;
}

/** What a handshake may use: TLS 1.2 and newer unless said otherwise. */
export interface TlsRange {
  least: TlsVersion;
  most: TlsVersion;
}
export const safeTls: TlsRange = { least: '1.2', most: '1.3' };
/** For looking only. */
export const anyTls: TlsRange = { least: '1.0', most: '1.3' };

/**
 * Makes a TLS handshake as `net/tls` does, within `limitMs`. Throws AppError `net.timeout` or `work.cancelled`, or Node's error with
 * its code and, as `received`, how many bytes came before it. Ends `plain` where it fails.
 */
export async function tlsHandshake(
  plain: Connection,
  host: string,
  { least, most }: TlsRange,
  signal: AbortSignal,
  limitMs: number,
): Promise<tls.TLSSocket> {
  const before = plain.bytesRead;
  const versions = {
    minVersion: protocols[least],
    maxVersion: protocols[most],
    ...(least < '1.2' ? oldTlsOptions() : {}),
  };
  try {
    return await withDeadline(
      limitMs,
      signal,
      (inTime) => handshake(plain, host, inTime, versions),
      () => new AppError('net.timeout'),
    );
  } catch (error) {
    const received = plain.bytesRead - before;
    plain.destroy();
    throw error instanceof AppError ? error : Object.assign(error as Error, { received });
  }
}

/**
 * What a TLS socket shows of itself: protocol, certificate chain, and whether this computer trusts it for `host`. Throws
 * StageEnd where the connection was closed right behind the handshake.
 */
export function judgedTls(socket: tls.TLSSocket, host: string, pin: string | undefined): TlsSeen {
  const shown = shownBy(socket);
  const chain = chainOf(socket, shown);
  const own = chain[0];
  const distrust = distrustOf(socket);
  return {
    protocol: socket.getProtocol() ?? 'TLS',
    cipher: socket.getCipher().standardName ?? socket.getCipher().name,
    chain,
    trusted: socket.authorized,
    ...(distrust === undefined ? {} : { distrust }),
    nameMatches: fits(shown, host),
    daysLeft: own ? Math.floor((Date.parse(own.validTo) - Date.now()) / DAY) : 0,
    ...(pin === undefined ? {} : { pin: own?.sha256 === pin ? 'same' : 'other' }),
  };
}

/** Whether login and addresses may go over this connection. */
export const isTrusted = ({ pin, trusted }: TlsSeen): boolean => (pin === undefined ? trusted : pin === 'same');

function shownBy(socket: tls.TLSSocket): tls.DetailedPeerCertificate {
  try {
    return peerCertificate(socket);
  } catch (error) {
    throw new StageEnd({ kind: 'closed' }, 'Certificate', { cause: error });
  }
}

function chainOf(socket: tls.TLSSocket, shown: tls.DetailedPeerCertificate): ChainCertificate[] {
  const chain: ChainCertificate[] = [];
  let next: tls.DetailedPeerCertificate | undefined = shown;
  while (next?.raw && chain.length < MAX_CHAIN) {
    const x509 = new X509Certificate(next.raw);
    chain.push({ ...describeCertificate(x509), ...keyOf(x509) });
    next = next.issuerCertificate === next ? undefined : next.issuerCertificate;
  }
  const [own] = chain;
  const distrust = distrustOf(socket);
  if (own && distrust !== undefined) own.distrust = distrust;
  return chain;
}

function keyOf(x509: X509Certificate): Pick<ChainCertificate, 'keyType' | 'keyBits'> {
  const key = readable(() => x509.publicKey);
  if (!key) return { keyType: 'unknown' };
  const { asymmetricKeyType = 'unknown', asymmetricKeyDetails } = key;
  const bits = asymmetricKeyDetails?.modulusLength ?? curveBits(asymmetricKeyDetails?.namedCurve);
  return { keyType: asymmetricKeyType.toUpperCase(), ...(bits === undefined ? {} : { keyBits: bits }) };
}

/** A server may show a key of a kind that this computer's library cannot read; that is no reason to show nothing. */
function readable(key: () => KeyObject): KeyObject | undefined {
  try {
    return key();
  } catch {
    return undefined;
  }
}

/** `prime256v1`, `secp384r1` and the like carry their size in their name. */
const curveBits = (name: string | undefined): number | undefined => {
  const digits = /\d{3}/.exec(name ?? '')?.[0];
  return digits === undefined ? undefined : Number(digits);
};
