import type { CertificateFacts } from './certificate';
import type {
  JavaMailMethod,
  LoginAnswer,
  LoginChoice,
  MailSecurity,
  TestStop,
  TlsVersion,
  TranscriptLine,
} from './mail-server';

/**
 * The stages of a conversation with a mail server. With TLS from the start, `TLS` and `Certificate` come before `Greeting`; `Data`
 * is the command, the text and the answer to it.
 */
export type ProbeStep =
  | 'Name'
  | 'Connect'
  | 'Greeting'
  | 'EHLO'
  | 'TLS'
  | 'Certificate'
  | 'Login'
  | 'Sender'
  | 'Recipient'
  | 'Data'
  | 'Goodbye';

/** One reply of an SMTP server (RFC 5321 section 4.2, RFC 2034), masked and safe to show. */
export interface SmtpReply {
  code: number;
  /** The enhanced status code, e.g. `5.7.8`. */
  enhanced?: string;
  /** All lines without their codes, joined by blanks. */
  text: string;
}

/** Why we went no further, although the connection stood. */
export type StopReason =
  | 'startTlsMissing'
  /** Not offered, and yet taken; or its place in the answer to EHLO was overwritten. */
  | 'startTlsStripped'
  | 'untrusted'
  | 'pinChanged'
  | 'clearText'
  | 'loginNotOffered'
  | 'noMechanism'
  | 'tooBig'
  | 'smtpUtf8Missing';

/** How a stage ended that did not succeed. */
export type Ending =
  | { kind: 'refused'; reply: SmtpReply }
  /** Node's own error code; `received` counts the bytes of a TLS handshake that came before it. */
  | { kind: 'error'; code: string; received?: number }
  /** `whole`: the limit of the whole probe, not that of the stage. */
  | { kind: 'late'; limitMs: number; whole: boolean }
  /** `reset`: without waiting for what was still on its way (RFC 9293 section 3.5.2). */
  | { kind: 'closed'; reset?: boolean }
  /** `outOfStep`: `replies` more replies came than were asked for. */
  | { kind: 'broken'; how: 'notSmtp' | 'tooLong' | 'injected'; said: string }
  | { kind: 'broken'; how: 'outOfStep'; said: string; replies: number }
  | { kind: 'stopped'; why: StopReason };

/** A login that was tried. */
export interface LoginSeen {
  /** What the Gluu Server's one attempt comes to. */
  answer?: LoginAnswer;
  /** It was made by version 2 of NTLM, to which the server agreed. */
  byNtlm2?: true;
  /** Letters outside ASCII went as the low byte of each: by DIGEST-MD5 to a server that names no UTF-8. */
  byLowBytes?: true;
  /** The server takes version 1 as well; absent: not tried, or nothing came of it. */
  takesNtlm1?: boolean;
  /** The method by which the server took user name and password in the end. */
  method?: JavaMailMethod;
}

/** What DATA and, where it is not answered with a yes, RSET and QUIT come to. `inStep`: it is. */
export type AfterData = 'inStep' | 'answered' | 'silent';

export interface StageSeen {
  step: ProbeStep;
  ms: number;
  /** The address that was spoken to, once there was one. */
  address?: string;
  encrypted: boolean;
  /** The reply that ended the stage well. */
  reply?: SmtpReply;
  ending?: Ending;
}

export interface AddressSeen {
  address: string;
  family: 4 | 6;
  ms: number;
  /** Absent: it took the TCP connection. */
  ending?: Ending;
}

/** What a server says it can do (RFC 5321 section 4.1.1.1). */
export interface OfferSeen {
  /** What the server calls itself. */
  name?: string;
  startTls: boolean;
  /** The login methods the Gluu Server reads out of it, in capitals. */
  mechanisms: string[];
  /** The one it takes. */
  loginChoice: LoginChoice;
  /** Bytes (RFC 1870); absent where there is no limit. */
  size?: number;
  smtpUtf8: boolean;
  extensions: string[];
  /** It knows HELO only. */
  heloOnly: boolean;
}

export interface ChainCertificate extends CertificateFacts {
  /** E.g. `RSA` with 2048 bits, `EC` with 256. */
  keyType: string;
  keyBits?: number;
}

export interface TlsSeen {
  protocol: string;
  cipher: string;
  /** The server's own certificate first, as it sent them. */
  chain: ChainCertificate[];
  /** This computer trusts it for the name asked for. */
  trusted: boolean;
  /** Node's code of what is wrong with it. */
  distrust?: string;
  /** Apart from trust: whether one of its names is the name asked for. */
  nameMatches: boolean;
  /** Whole days until the server's certificate ends; negative once it ended. */
  daysLeft: number;
  /** Whether it is the certificate the user trusted before; absent if none was. */
  pin?: 'same' | 'other';
}

/** What a separate connection showed, made to tell two explanations apart. */
export type TrialSeen =
  /** TLS from the first byte, where plain text got no greeting. */
  | { kind: 'tls'; spoken: boolean; greeting?: SmtpReply; offer?: OfferSeen; tls?: TlsSeen }
  /** Plain text, where a TLS handshake failed; `said`: what came instead of a greeting, `''` for nothing. */
  | { kind: 'plain'; greeting?: SmtpReply; offer?: OfferSeen; said: string }
  /** STARTTLS, where login was not offered in clear, or TLS from the start was not spoken. */
  | { kind: 'startTls'; offer?: OfferSeen; tls?: TlsSeen }
  /** TLS 1.1 or 1.0, where TLS 1.2 and newer failed; absent if that failed as well. */
  | { kind: 'oldTls'; protocol?: string };

/** What was asked for. Never holds a password. */
export interface ProbeAsked {
  host: string;
  port: number;
  security: MailSecurity;
  until: TestStop;
  /** As it was sent; absent until then. */
  ehloName?: string;
  /** The name sent in the TLS handshake (SNI); none for an address (RFC 6066 section 3). */
  serverName?: string;
  from?: string;
  to?: string;
  userName?: string;
  /** What of the login is an empty text, which Gluu sends as it is. */
  empty?: 'userName' | 'password';
  messageBytes: number;
}

/** Everything one probe saw, as plain data. */
export interface MailServerSeen {
  asked: ProbeAsked;
  /** ISO 8601. */
  began: string;
  stages: StageSeen[];
  addresses: AddressSeen[];
  /** The one that was spoken to. */
  address?: string;
  localAddress?: string;
  greeting?: SmtpReply;
  /** What was offered in clear and over TLS. */
  offers: { clear?: OfferSeen; encrypted?: OfferSeen };
  tls?: TlsSeen;
  trials: TrialSeen[];
  /** Up to the recipient without encryption, where the Gluu Server goes on so. No password went over that connection. */
  inClear?: MailServerSeen;
  /** Where replies were out of step: asked over a connection of its own. Absent: not asked, or no time was left. */
  afterData?: AfterData;
  /** Which TLS versions the server takes, each tried alone; absent: not tried or no answer. */
  tlsVersions?: Partial<Record<TlsVersion, boolean>>;
  login?: LoginSeen;
  /** True once the server took user name and password. */
  loggedIn: boolean;
  /** The server agreed to DATA, so the text was sent: without a refusal it may have accepted the mail. */
  textSent?: true;
}

export interface ProbeResult {
  seen: MailServerSeen;
  transcript: TranscriptLine[];
  totalMs: number;
}

/** One way to speak to a port, and what it offers that way. */
export interface WaySeen {
  offer?: OfferSeen;
  tls?: TlsSeen;
  /** Why it did not work. */
  ending?: Ending;
}

export interface PortSeen {
  port: number;
  address?: string;
  /** Why there was no TCP connection. */
  ending?: Ending;
  greeting?: SmtpReply;
  ways: Partial<Record<MailSecurity, WaySeen>>;
  tlsVersions: Partial<Record<TlsVersion, boolean>>;
}

/** Values for oxTrust's form. */
export interface SuggestedSettings {
  host: string;
  port: number;
  security: MailSecurity;
  requiresSsl: boolean;
  requiresAuthentication: boolean;
  /** The certificate is trusted for this host by this computer. */
  trusted: boolean;
}

/** The ports of RFC 8314 section 3 and RFC 5321, on which what a server offers is looked for. */
export const usualPorts: readonly number[] = [587, 465, 25];

/** The usual ports and, before them, the one that is meant. */
export const portsToScan = (meant: number | undefined): readonly number[] =>
  meant === undefined ? usualPorts : [...new Set([meant, ...usualPorts])];

/** What a server offers. `suggested` begins with the best. */
export interface ScanResult {
  host: string;
  addresses: string[];
  ports: PortSeen[];
  suggested: SuggestedSettings[];
  totalMs: number;
}
