/**
 * Values of oxTrust's "SMTP Connect Protection" (oxCore version_4.4.1 SmtpConnectProtectionType.java). Releases store other words
 * for them: `NONE`, `START_TLS` and `SSL_TLS` from 4.4.1 as packaged in October 2022 to 4.5.0, these before and after.
 */
export const connectProtections = ['None', 'StartTls', 'SslTls'] as const;
export type ConnectProtection = (typeof connectProtections)[number];

/**
 * Where a Gluu version keeps the SMTP settings: the `gluuSmtp*` attributes, or `oxSmtpConfiguration` with keys of the one
 * spelling or the other (oxCore SmtpConfiguration.java of 3.1.1 and 3.1.2).
 */
export type SmtpStore = 'attributes' | 'camelCase' | 'kebabCase';

/** The SMTP settings of a Gluu Server, wherever it keeps them; null is Java's null. Never a password. */
export interface SmtpSettings {
  host: string | null;
  /** Null only where it is an attribute; a JSON text without it has 0. */
  port: number | null;
  fromName: string | null;
  fromEmail: string | null;
  authentication: boolean;
  userName: string | null;
  /** Counts up to 4.4.0, `connectProtection` from 4.4.1 on; each is ignored by the other versions, as in Gluu. */
  requiresSsl: boolean;
  /** Absent or null is plain SMTP. */
  connectProtection?: ConnectProtection | null | undefined;
  /**
   * 4.4.1 on: what the stored JSON has as `connect-protection`, for as long as nobody chose another one. `missing`: no such key, or
   * null. `otherBuild`: a word that the server's own `connectProtectionList` does not have. Absent: a word the server knows.
   */
  connectProtectionStored?: 'missing' | 'otherBuild' | undefined;
  trustServer: boolean;
  /**
   * 4.4.1 on: key store, its password and its alias. `unreadable`: set, but the Gluu Server cannot open it. `null`: the key
   * is missing from the stored JSON, or null there.
   */
  keyStore?: 'notSet' | 'set' | 'unreadable' | 'null' | undefined;
  /** 4.4.1 on: what a form has in the three fields of the key store where that is not what is stored. */
  keyStoreTyped?: 'notSet' | 'set' | undefined;
  /** 4.4.1 on: `clear`: no text that a Gluu encrypted, as the template of the first 4.4.1 wrote it. */
  keyStorePassword?: 'none' | 'encrypted' | 'clear' | undefined;
}

/** Settings as a form has them: an unset text is empty, an unset port 0. */
export interface FilledSettings extends SmtpSettings {
  host: string;
  port: number;
  fromName: string;
  fromEmail: string;
  userName: string;
}

/** What a Gluu Server finds as the password when it sends. */
export interface PasswordFound {
  /**
   * `none`: null; an empty text counts as `readable`. `unreadable`: stored, but this server's salt does not decrypt it.
   * `notKnown`: nothing tells whether it does.
   */
  password: 'none' | 'readable' | 'unreadable' | 'notKnown';
  /** Letters outside ASCII, and how they are stored. Absent: ASCII only. */
  passwordLetters?: PasswordLetters | undefined;
  /** The password is in the form and was not saved yet. */
  passwordTyped?: boolean;
  /** What is stored beside a password in the form. */
  passwordStored?: PasswordFound['password'] | undefined;
}

/**
 * How a password with letters outside ASCII is stored. `text`: as typed, in UTF-8. `garbled`: the page of a Gluu before
 * 4.2.3 saved what its decrypter had made of it (U+FF80 to U+FFFF). `notUtf8`: its bytes are no UTF-8.
 */
export type PasswordLetters = 'text' | 'garbled' | 'notUtf8';
