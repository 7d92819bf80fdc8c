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
  /** `unreadable`: stored, but this server's salt does not decrypt it. `notKnown`: nothing tells whether it does. */
  password: 'none' | 'readable' | 'unreadable' | 'notKnown';
  passwordNonAscii?: boolean;
  /** The password stands in the form and was not saved yet. */
  passwordTyped?: boolean;
  requiresSsl?: boolean;
  connectProtection?: ConnectProtection | null;
  trustHost?: boolean;
  /** 4.4.1 on: key store, its password and its alias. `unreadable`: set, but the Gluu Server cannot open it. */
  keyStore?: 'notSet' | 'set' | 'unreadable';
}

/** What a server says of login on a connection: no AUTH, a mechanism JavaMail speaks, or only others. */
export type LoginOffer = 'none' | 'usable' | 'unusable';

/**
 * What is known of the mail server, best as the Gluu Server reaches it. An absent fact is unknown: the verdict then holds
 * for all its values, or says that it cannot know.
 */
export interface MailServerFacts {
  /** How the name and the TCP connection turned out. */
  reach?: 'open' | 'refused' | 'noAnswer' | 'unknownName';
  /** What comes without being asked: an SMTP greeting (220), something else, or nothing; `tls`: it waits for a ClientHello. */
  firstWord?: 'greeting' | 'tls' | 'silent' | 'other';
  startTls?: 'notOffered' | 'accepted' | 'refused';
  tls?: Partial<Record<TlsVersion, boolean>>;
  /** As judged with the roots this workstation trusts. */
  certificate?: 'trusted' | 'wrongHost' | 'selfSigned' | 'unknownCa' | 'expired' | 'notYetValid';
  loginInClear?: LoginOffer;
  loginEncrypted?: LoginOffer;
  /** What the server says to this user name and password. */
  credentials?: 'accepted' | 'refused';
  /** MAIL without TLS is refused (530). */
  needsTls?: boolean;
  /** The mail is refused without a login. */
  needsLogin?: boolean;
  /** Sender, recipient and text, once the server has the TLS and the login it wants. */
  mail?: 'accepted' | 'refused';
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
