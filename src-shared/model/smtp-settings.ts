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
