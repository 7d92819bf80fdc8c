import type { JavaMailMethod } from './java-mail-replies';

/** TLS versions as a mail server may accept them. */
export const tlsVersions = ['1.0', '1.1', '1.2', '1.3'] as const;
export type TlsVersion = (typeof tlsVersions)[number];

/** The two ways a Gluu Server comes to send mail: oxTrust's Test Configuration button, and a user who forgot a password. */
export type MailOccasion = 'test' | 'reset';

/** Values of oxTrust's "SMTP Connect Protection" (oxCore version_4.4.1 SmtpConnectProtectionType.java). */
export const connectProtections = ['None', 'StartTls', 'SslTls'] as const;
export type ConnectProtection = (typeof connectProtections)[number];

/**
 * The SMTP values on the screen. `requiresSsl` counts up to 4.4.0, `connectProtection` from 4.4.1 on; each is ignored by
 * the other versions, as in Gluu. Absent or null protection is plain SMTP.
 */
export interface SmtpSettings {
  host: string | null;
  /** 0 counts as not set. */
  port: number;
  fromEmail: string | null;
  requiresAuthentication: boolean;
  userName: string | null;
  /**
   * `none`: null; an empty text counts as `readable`. `unreadable`: stored, but this server's salt does not decrypt it.
   * `notKnown`: nothing tells whether it does.
   */
  password: 'none' | 'readable' | 'unreadable' | 'notKnown';
  /** Letters outside ASCII, and how they are stored. Absent: ASCII only. */
  passwordLetters?: PasswordLetters | undefined;
  /** The password is in the form and was not saved yet. */
  passwordTyped?: boolean;
  requiresSsl?: boolean;
  connectProtection?: ConnectProtection | null;
  trustHost?: boolean;
  /**
   * 4.4.1 on: key store, its password and its alias. `unreadable`: set, but the Gluu Server cannot open it. `null`: the key
   * is missing from the stored JSON, or null there.
   */
  keyStore?: 'notSet' | 'set' | 'unreadable' | 'null' | undefined;
}

/**
 * How a password with letters outside ASCII is stored. `text`: as typed, in UTF-8. `garbled`: the page of a Gluu before
 * 4.2.3 saved what its decrypter had made of it (U+FF80 to U+FFFF). `notUtf8`: its bytes are no UTF-8.
 */
export type PasswordLetters = 'text' | 'garbled' | 'notUtf8';

/** What a server says of login on a connection: no AUTH, a mechanism JavaMail speaks, or only others. */
export type LoginOffer = 'none' | 'usable' | 'unusable';

/**
 * How a login by the method JavaMail takes ends. `refused`: the server refuses user name and password. `failed`: any other
 * end but 235. `wantsTls`: AUTH is answered with 530. `silent`: no answer comes.
 */
export type LoginAnswer = 'accepted' | 'refused' | 'failed' | 'wantsTls' | 'silent';

/**
 * How MAIL, RCPT, DATA or the text end. `otherCode`: a code JavaMail does not take for a yes, though it is no refusal.
 */
export type MailAnswer = 'accepted' | 'refused' | 'otherCode' | 'closed' | 'silent' | 'outOfStep';

/** The mail as it was tried, with the settings of the form. */
export interface TriedMail {
  encrypted: boolean;
  loggedIn: boolean;
  answer: MailAnswer;
  /** The answers to RSET and QUIT; absent: not asked for. */
  goodbye?: 'answered' | 'silent' | 'reset';
  /** Nothing was asked behind RCPT. */
  withoutText?: boolean;
}

/**
 * What is known of the mail server, best as the Gluu Server reaches it. An absent fact is unknown: the verdict then holds
 * for all its values, or says that it cannot know.
 */
export interface MailServerFacts {
  /** How the name and the TCP connection turned out. */
  reach?: 'open' | 'refused' | 'noAnswer' | 'unknownName';
  /** What comes without being asked: an SMTP greeting (220), something else, or nothing; `tls`: it waits for a ClientHello. */
  firstWord?: 'greeting' | 'tls' | 'silent' | 'other';
  startTls?: 'notOffered' | 'accepted' | 'refused' | 'silent';
  tls?: Partial<Record<TlsVersion, boolean>>;
  /** As judged with the roots this workstation trusts. */
  certificate?: 'trusted' | 'wrongHost' | 'selfSigned' | 'unknownCa' | 'expired' | 'notYetValid';
  loginInClear?: LoginOffer;
  loginEncrypted?: LoginOffer;
  /** The methods JavaMail takes; absent: one that sends user name and password as bytes, as all but NTLM do. */
  loginMethods?: { clear?: JavaMailMethod | undefined; encrypted?: JavaMailMethod | undefined };
  /** How EHLO, and HELO where EHLO is refused, are answered; absent: with 250. */
  hello?: 'answered' | 'refused' | 'silent';
  /** What the server says to this user name and password by the method JavaMail takes, in UTF-8 or, for NTLM, UTF-16. */
  credentials?: LoginAnswer;
  /** The server takes them in ISO 8859-1 as well, or only so. */
  takesLatin1?: boolean;
  /** The method sends letters outside ASCII in ISO 8859-1 whatever the release of JavaMail: DIGEST-MD5 where no UTF-8 is named. */
  loginInLatin1?: boolean;
  /** The connection `credentials` holds for; absent: for both. */
  credentialsOver?: 'clear' | 'encrypted';
  /** That login was by version 2 of NTLM, where JavaMail 1.4.7 has version 1 alone. */
  credentialsByNtlm2?: boolean;
  /** The server takes version 1 of NTLM as well. */
  takesNtlm1?: boolean;
  /** MAIL without TLS is refused (530). */
  needsTls?: boolean;
  /** The mail is refused without a login. */
  needsLogin?: boolean;
  /** Sender, recipient and text, once the server has the TLS and the login it wants. */
  mail?: 'accepted' | 'refused';
  tried?: TriedMail;
}

/** The Java runtime of the Gluu Server. An absent fact is unknown. */
export interface JvmFacts {
  /** TLS 1.0 and 1.1 are enabled (JDK-8202343 disabled both in one step). */
  tls10?: boolean;
  tls13?: boolean;
  /** The runtime's own trust store (cacerts) accepts this server's certificate, whatever this workstation thinks. */
  trustsCertificate?: boolean;
}

/** One version, or the span that LDAP alone allows. */
export type GluuVersion = string | { least: string; most: string };

export interface VerdictInput {
  version: GluuVersion;
  path: MailOccasion;
  settings: SmtpSettings;
  seen: MailServerFacts;
  jvm: JvmFacts;
}
