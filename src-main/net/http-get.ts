import http from 'node:http';
import type net from 'node:net';
import type { Duplex } from 'node:stream';
import type { CertificateFacts } from '../../src-shared/model/certificate';
import { AppError } from '../base/app-error';
import { safeText } from '../base/safe-text';
import { withDeadline } from './deadline';
import { netError, nodeCode } from './net-error';
import { type Address, connectTcp, place } from './tcp';
import { startTls } from './tls';

export interface HttpLimits {
  /** TCP connection and TLS handshake, each. */
  connectMs: number;
  /** From the request to the head of the answer. */
  answerMs: number;
  /** From there to its end; what came by then will do. */
  bodyMs: number;
}
export const httpLimits: HttpLimits = { connectMs: 8_000, answerMs: 10_000, bodyMs: 2_000 };

const MAX_HEAD = 16 * 1024;
const MAX_BODY = 64 * 1024;
/** Answers before the answer (RFC 9110 section 15.2); a real server sends one or two. */
const MAX_INTERIM = 20;

/** A connection to a web server; `certificate` is absent without TLS, and has `distrust` if the system does not trust it. */
export interface WebConnection {
  socket: Duplex;
  at: string;
  certificate?: CertificateFacts;
}

/** What a web server answered. `body` is cut at 64 KB, at the end of its time, or where the connection broke. */
export type HttpAnswer =
  | { kind: 'answer'; status: number; location?: string; body: string }
  /** Bytes that are no HTTP, or a head over 16 KB; `detail` is the parser's own code. */
  | { kind: 'notHttp'; detail: string };

/**
 * Connects to the host of an http or https address. A certificate the system does not trust is reported and not refused:
 * only to be used for what may be read by anyone. Throws AppError `net.*`, `tls.old`, `tls.unexpected`, `tls.failed`, and
 * `tls.changed` where the server shows another certificate each time.
 */
export async function connectWeb(
  url: URL,
  addresses: readonly Address[],
  signal: AbortSignal,
  { connectMs }: HttpLimits = httpLimits,
): Promise<WebConnection> {
  const secure = url.protocol === 'https:';
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const endpoint = { host, port: Number(url.port) || (secure ? 443 : 80) };
  const open = async () => {
    const { socket, address } = await connectTcp(addresses, endpoint, signal, connectMs);
    return { socket, at: address === host ? place(endpoint) : `${place(endpoint)} (${address})` };
  };
  const encrypt = async (pin: string | undefined) => {
    const { socket: plain, at } = await open();
    const { socket, certificate } = await startTls(plain, { host, at, pin }, signal, connectMs);
    return { socket, at, certificate };
  };
  if (!secure) return open();
  try {
    return await encrypt(undefined);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'tls.untrusted' || !error.about.certificate) throw error;
    // SECURITY: nothing of ours goes over it but the address of a public page; who uses the answer sees the distrust.
    return encrypt(error.about.certificate.sha256);
  }
}

/**
 * Sends one GET over an open connection and closes it: no cookies, no credentials, no redirect followed. Throws AppError
 * `net.timeout`, `net.dropped` or `work.cancelled`.
 */
export async function getOver(
  { socket, at }: WebConnection,
  url: URL,
  signal: AbortSignal,
  { answerMs, bodyMs }: HttpLimits = httpLimits,
): Promise<HttpAnswer> {
  try {
    const late = () => new AppError('net.timeout', { at });
    const response = await withDeadline(answerMs, signal, (inTime) => ask(socket, url, inTime), late);
    const body = await readBody(response, bodyMs, signal);
    const { location } = response.headers;
    const where = location === undefined ? {} : { location: safeText(location) };
    return { kind: 'answer', status: response.statusCode ?? 0, ...where, body };
  } catch (error) {
    const code = nodeCode(error);
    if (code?.startsWith('HPE_')) return { kind: 'notHttp', detail: code };
    throw netError(error, at);
  } finally {
    socket.destroy();
  }
}

function ask(socket: Duplex, url: URL, signal: AbortSignal): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = http.request({
      createConnection: () => socket as net.Socket,
      method: 'GET',
      path: url.pathname + url.search,
      setHost: false,
      headers: { Host: url.host, Accept: 'text/html', 'User-Agent': 'Gluu-Console', Connection: 'close' },
      maxHeaderSize: MAX_HEAD,
    });
    const stop = () => {
      request.destroy();
      reject(new AppError('work.cancelled'));
    };
    signal.addEventListener('abort', stop, { once: true });
    request.on('error', reject);
    const refuse = (code: string) => {
      reject(Object.assign(new Error(code), { code }));
      request.destroy();
    };
    let interim = 0;
    request.on('information', () => {
      interim += 1;
      if (interim > MAX_INTERIM) refuse('HPE_INTERIM');
    });
    request.once('upgrade', () => refuse('HPE_UPGRADE')); // nobody asked for it
    request.once('close', () => {
      signal.removeEventListener('abort', stop);
      reject(Object.assign(new Error('closed before an answer'), { code: 'ECONNRESET' }));
    });
    request.once('response', (response) => {
      signal.removeEventListener('abort', stop);
      response.on('error', () => {}); // a broken body ends in 'close'
      resolve(response);
    });
    request.end();
  });
}

function readBody(response: http.IncomingMessage, limitMs: number, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let held = 0;
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      response.destroy();
      resolve(Buffer.concat(chunks).subarray(0, MAX_BODY).toString('utf8'));
    };
    const stop = () => {
      reject(new AppError('work.cancelled'));
      end();
    };
    const timer = setTimeout(end, limitMs);
    signal.addEventListener('abort', stop, { once: true });
    response.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      held += chunk.length;
      if (held >= MAX_BODY) end();
    });
    response.once('close', end);
    if (signal.aborted) stop();
    else if (response.closed) end();
  });
}
