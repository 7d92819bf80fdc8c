import { type Range, versionWords } from '../gluu/versions';
import type { JavaMailMethod, LoginAnswer, TlsVersion } from '../model/mail-server';
import type { PasswordFound, SmtpSettings } from '../model/smtp-settings';
import type { Param } from '../texts/message';

/** The two ways a Gluu Server comes to send mail: oxTrust's Test Configuration button, and a user who forgot a password. */
export type MailOccasion = 'test' | 'reset';

/** What a server says of login on a connection: no AUTH, a mechanism JavaMail speaks, or only others. */
export type LoginOffer = 'none' | 'usable' | 'unusable';

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

/** The settings that decide how a mail goes out; an absent switch is off. */
export interface VerdictSettings
  extends Pick<SmtpSettings, 'host' | 'fromEmail' | 'authentication' | 'userName'>,
    Partial<
      Pick<
        SmtpSettings,
        'requiresSsl' | 'connectProtection' | 'connectProtectionStored' | 'trustServer' | 'keyStore' | 'keyStoreTyped'
      >
    >,
    PasswordFound {
  /** 0 counts as not set. */
  port: number;
}

export interface VerdictInput {
  version: Range;
  path: MailOccasion;
  settings: VerdictSettings;
  seen: MailServerFacts;
  jvm: JvmFacts;
}

/** What the sentences of rules and remedies name; each takes what it needs of it. */
export const factsOf = ({ version, settings }: VerdictInput): Record<'version' | 'host' | 'port', Param> => ({
  version: versionWords(version),
  host: settings.host ?? '',
  port: settings.port,
});
