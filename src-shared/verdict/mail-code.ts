import type { ConnectProtection } from '../model/smtp-settings';
import { HOST, type JavaLong, type JavaMailRelease, type MailProperties, PORT } from './java-mail';
import type { VerdictSettings } from './verdict-input';

/**
 * How the form asks for encryption: one switch up to 4.4.0, which in MailUtils means STARTTLS and nothing else, and a choice
 * of three from 4.4.1 on.
 */
export type EncryptionForm = 'startTlsOnly' | 'requiresSsl' | 'connectProtection';
type Encryption = 'off' | 'on' | ConnectProtection;

/** One piece of Gluu's Java code that sends mail, with the properties it puts into the mail Session. */
export interface MailCode {
  name: string;
  source: string;
  form: EncryptionForm;
  library: JavaMailRelease;
  /** The Session made for mail without login is dropped, and Java's default one is used: localhost, port 25. */
  dropsSessionWithoutLogin: boolean;
  /** Set whatever the form says. */
  always: MailProperties;
  /** Set besides, depending on the encryption asked for. */
  byEncryption: Readonly<Partial<Record<Encryption, MailProperties>>>;
  /** The property that switches login on; `byEncryption` may name another. */
  loginProperty: Readonly<Partial<Record<Encryption, string>>> & { otherwise: string };
  /** Null values end in a NullPointerException (`props.put`) before anything is tried. */
  refusesNullFrom: boolean;
  /** The mail is signed with the key store before it is sent. */
  signs: boolean;
  /** The bean that sends cannot be made where `key-store` is null: it takes that text's extension (`@PostConstruct`). */
  needsKeyStoreText: boolean;
}

/** `private long connectionTimeout = 5000`, boxed as a Long by `props.put`. */
const FIVE_SECONDS: JavaLong = { long: 5000 };
const target = (protocol: 'smtp' | 'smtps'): MailProperties => ({
  [`mail.${protocol}.host`]: HOST,
  [`mail.${protocol}.port`]: PORT,
  [`mail.${protocol}.connectiontimeout`]: FIVE_SECONDS,
  [`mail.${protocol}.timeout`]: FIVE_SECONDS,
});
const sslFactory: MailProperties = {
  'mail.smtp.socketFactory.class': 'javax.net.ssl.SSLSocketFactory',
  'mail.smtp.socketFactory.port': PORT,
};
const mailSslFactory: MailProperties = {
  'mail.smtp.socketFactory.class': 'com.sun.mail.util.MailSSLSocketFactory',
  'mail.smtp.socketFactory.port': PORT,
};
const startTls: MailProperties = { 'mail.smtp.starttls.enable': true };
const trust: MailProperties = { 'mail.smtp.ssl.trust': HOST };

const mailService = {
  form: 'requiresSsl',
  loginProperty: { otherwise: 'mail.smtp.auth' },
  refusesNullFrom: true,
  signs: false,
  needsKeyStoreText: false,
} as const;
const mailUtils = {
  ...mailService,
  library: 'javaMail14',
  dropsSessionWithoutLogin: false,
  always: target('smtp'),
  byEncryption: { on: startTls },
  form: 'startTlsOnly',
  refusesNullFrom: false,
} as const;
const sinceTrust = {
  ...mailService,
  always: { ...target('smtp'), ...trust },
  byEncryption: { on: { ...sslFactory, ...startTls } },
} as const;

/**
 * Every piece of code that sends mail in Gluu 2.4 to 4.5, as far as its source is public. The 3.0 row of MailService sends no mail of oxTrust (MailUtils
 * does); scripts of oxAuth call it. JavaMail 1.4.7 is what the poms name up to 4.1; that 4.2 still runs it, and not 1.6 as
 * seen in a trace of 4.3.0 (oxTrust issue 2098), is taken over from measured runs.
 */
export const mailCodes = {
  mailUtils: {
    ...mailUtils,
    name: 'MailUtils',
    source: 'GluuFederation/oxTrust version_3.0.2 server/src/main/java/org/gluu/oxtrust/util/MailUtils.java',
  },
  mailUtils31: {
    ...mailUtils,
    name: 'MailUtils of 3.1',
    source: 'GluuFederation/oxTrust version_3.1.0 server/src/main/java/org/gluu/oxtrust/util/MailUtils.java',
    always: { ...target('smtp'), ...trust },
  },
  mailService30: {
    ...mailService,
    name: 'MailService of 3.0',
    source: 'GluuFederation/oxCore version_3.0.2 oxService/src/main/java/org/xdi/service/MailService.java',
    library: 'javaMail14',
    dropsSessionWithoutLogin: true,
    always: target('smtp'),
    byEncryption: { on: sslFactory },
  },
  mailService31: {
    ...sinceTrust,
    name: 'MailService of 3.1.1 to 4.1',
    source: 'GluuFederation/oxCore version_3.1.2 oxService/src/main/java/org/xdi/service/MailService.java',
    library: 'javaMail14',
    dropsSessionWithoutLogin: true,
  },
  mailService42: {
    ...sinceTrust,
    name: 'MailService of 4.2',
    source: 'GluuFederation/oxCore version_4.2.0 oxService/src/main/java/org/gluu/service/MailService.java',
    library: 'javaMail14',
    dropsSessionWithoutLogin: false,
  },
  mailService43: {
    ...sinceTrust,
    name: 'MailService of 4.3 and 4.4.0',
    source: 'GluuFederation/oxCore version_4.3.0 oxService/src/main/java/org/gluu/service/MailService.java',
    library: 'javaMail16',
    dropsSessionWithoutLogin: false,
  },
  sendMail: {
    ...mailService,
    name: 'MailService.sendMail of 4.4.1 and later',
    source: 'GluuFederation/oxCore version_4.5.5 oxService/src/main/java/org/gluu/service/MailService.java',
    form: 'connectProtection',
    library: 'javaMail16',
    dropsSessionWithoutLogin: false,
    needsKeyStoreText: true,
    always: target('smtp'),
    byEncryption: {
      StartTls: { ...sslFactory, ...trust, ...startTls },
      SslTls: { ...sslFactory, ...trust, 'mail.smtp.ssl.enable': true },
    },
  },
  sendMailSigned: {
    ...mailService,
    name: 'MailService.sendMailSigned of 4.4.1 and later',
    source: 'GluuFederation/oxCore version_4.5.5 oxService/src/main/java/org/gluu/service/MailService.java',
    form: 'connectProtection',
    library: 'javaMail16',
    dropsSessionWithoutLogin: false,
    needsKeyStoreText: true,
    always: {},
    byEncryption: {
      None: target('smtp'),
      StartTls: { ...target('smtp'), ...mailSslFactory, ...startTls, 'mail.smtp.starttls.required': true },
      // The last two carry the prefix of another protocol, so they never reach this connection.
      SslTls: {
        'mail.transport.protocol.rfc822': 'smtps',
        ...target('smtps'),
        ...mailSslFactory,
        'mail.smtp.ssl.enable': true,
      },
    },
    loginProperty: { otherwise: 'mail.smtp.auth', SslTls: 'mail.smtps.auth' },
    signs: true,
  },
} as const satisfies Record<string, MailCode>;
export type MailCodeId = keyof typeof mailCodes;

/**
 * The encryption this code reads out of the form; a missing "SMTP Connect Protection", or a word that it does not know, is plain
 * SMTP.
 */
function encryptionOf(code: MailCode, settings: VerdictSettings): Encryption {
  if (code.form === 'connectProtection') {
    return settings.connectProtectionStored === undefined ? (settings.connectProtection ?? 'None') : 'None';
  }
  return settings.requiresSsl ? 'on' : 'off';
}

/** The property set this code makes of these settings. "Trust Server" is read by sendMailSigned alone. */
export function propertiesOf(code: MailCode, settings: VerdictSettings): MailProperties {
  const encryption = encryptionOf(code, settings);
  const login = code.loginProperty[encryption] ?? code.loginProperty.otherwise;
  const trusting = code.signs && settings.trustServer && encryption !== 'None' ? trust : {};
  return {
    ...code.always,
    ...code.byEncryption[encryption],
    ...trusting,
    ...(settings.authentication ? { [login]: 'true' } : {}),
  };
}
