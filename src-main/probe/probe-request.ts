import { hostname } from 'node:os';
import { domainToASCII } from 'node:url';
import type { MailSecurity, TestStop } from '../../src-shared/model/mail-server';
import type { MailServerSeen, ProbeAsked } from '../../src-shared/model/probe';
import type { Network } from '../net/network';
import { serverNameFor } from '../net/tls';

/** What to ask of a mail server. Holds a password, so it never leaves main. */
export interface ProbeRequest {
  /** From where it is looked at; this computer unless said otherwise. */
  network?: Network;
  host: string;
  port: number;
  security: MailSecurity;
  until: TestStop;
  /** The whole mail (RFC 5322), of any line ends, for `send`. */
  text?: Buffer;
  login?: { userName: string; password: string };
  /** The user agreed, outside the window, that the password may go over an unencrypted connection. */
  clearTextConsent: boolean;
  from: string;
  to: string;
  /** SHA-256 of the certificate the user trusted for this host and port. */
  pin?: string;
  /** Further secrets that the server may echo. They are taken out of the transcript and of every reply. */
  secrets?: readonly string[];
  /** What to say in EHLO; by default this computer's name. */
  ehloName?: string;
  /** Logs in by NTLM as a Gluu before 4.3 does. */
  ntlmVersion1?: boolean;
  /** Goes as far as DATA, without a text: asked on a connection of its own where replies were seen out of step. */
  untilData?: boolean;
  /** Also tries each TLS version alone, on connections of their own. */
  tlsVersions?: boolean;
  /** The mail is all that counts: it does not go out without the login that is wanted, and what Gluu would meet is not asked. */
  mailOnly?: boolean;
}

/** Whether sender and recipient are asked about. */
export const goesToRecipient = ({ until }: ProbeRequest): boolean => until === 'recipient' || until === 'send';

/** Bytes of oxTrust's test message with its headers, rounded up. */
const TEST_MESSAGE_BYTES = 1000;

function emptyIn({ userName, password }: NonNullable<ProbeRequest['login']>): Pick<ProbeAsked, 'empty'> {
  if (userName === '') return { empty: 'userName' };
  return password === '' ? { empty: 'password' } : {};
}

/** An empty record of what will be seen. */
export function newServerSeen(request: ProbeRequest): MailServerSeen {
  const { host, port, security, until, from, to, login, text } = request;
  const serverName = security === 'none' ? undefined : serverNameFor(host);
  return {
    asked: {
      host,
      port,
      security,
      until,
      messageBytes: text?.length ?? TEST_MESSAGE_BYTES,
      ...(serverName === undefined ? {} : { serverName }),
      ...(goesToRecipient(request) ? { from, to } : {}),
      ...(login && until !== 'connect' ? { userName: login.userName, ...emptyIn(login) } : {}),
    },
    began: new Date().toISOString(),
    stages: [],
    addresses: [],
    offers: {},
    trials: [],
    loggedIn: false,
  };
}

/**
 * What to call ourselves: this computer's name if it is a full one, else the address the server sees, in brackets
 * (RFC 5321 section 4.1.4).
 */
export function ehloNameFor(localAddress: string | undefined, own = hostname()): string {
  if (/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(own) && !/^[\d.]+$/.test(own)) return own;
  if (localAddress === undefined) return '[127.0.0.1]';
  const address = localAddress.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  return address.includes(':') ? `[IPv6:${address}]` : `[${address}]`;
}

/** An address as the envelope takes it: its domain in ASCII (RFC 5890). `international`: it needs SMTPUTF8 (RFC 6531). */
export function envelopeAddress(address: string): { address: string; international: boolean } {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at);
  const international = /[^\x20-\x7e]/.test(local);
  const domain = international ? address.slice(at + 1) : domainToASCII(address.slice(at + 1)) || address.slice(at + 1);
  return { address: `${local}@${domain}`, international };
}
