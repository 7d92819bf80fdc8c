import type { KnownField } from '../gluu/pages/pages';
import { spansWhere } from '../gluu/versions';
import { isLoopback } from '../model/host';
import { message } from '../texts/message';
import { versionFamilies } from '../verdict/gluu-versions';
import { type MailCode, mailCodes } from '../verdict/mail-code';
import type { LintRule, Remedy } from './lint-rule';

/** Versions whose reset mail, the one that counts, is sent by code with this property. */
const sentBy = (holds: (code: MailCode) => boolean) =>
  spansWhere(versionFamilies, ({ reset }) => holds(mailCodes[reset]));
/** Requires SSL means STARTTLS and nothing else, so TLS never comes first. */
const startTlsOnly = sentBy(({ form }) => form === 'startTlsOnly');
const oneSwitch = sentBy(({ form }) => form !== 'connectProtection');
const threeChoices = sentBy(({ form }) => form === 'connectProtection');
const canSign = spansWhere(versionFamilies, ({ signedTest }) => signedTest !== undefined);

const encryptionFields = [
  'smtpPort',
  'smtpRequiresSsl',
  'smtpConnectProtection',
] as const satisfies readonly KnownField[];
const switchSslOn: Remedy = { label: message('lint.do.sslOn'), set: { smtpRequiresSsl: true } };

export const encryptionRules = {
  /**
   * Port 465 without encryption, or with STARTTLS alone. Gluu: waits for ever for a greeting that never comes: the port
   * waits for TLS, and no timeout is in force.
   */
  L02: {
    field: 'smtpPort',
    reads: encryptionFields,
    source:
      'RFC 8314 section 3.3; oxCore MailService.java, oxTrust MailUtils.java (measured with JavaMail 1.4.7 and 1.6.5)',
    cases: [
      {
        versions: startTlsOnly,
        severity: 'bad',
        find: ({ port }) =>
          port === 465
            ? {
                sentence: message('lint.L02.startTlsOnly'),
                remedy: {
                  label: message('lint.do.port587'),
                  set: { smtpPort: 587, smtpRequiresSsl: true },
                },
              }
            : undefined,
      },
      {
        versions: oneSwitch,
        severity: 'bad',
        find: ({ port, requiresSsl }) =>
          port === 465 && !requiresSsl
            ? {
                sentence: message('lint.L02.sslOff'),
                remedy: switchSslOn,
              }
            : undefined,
      },
      {
        versions: threeChoices,
        severity: 'bad',
        find: ({ port, connectProtection }) =>
          port === 465 && connectProtection === 'None'
            ? {
                sentence: message('lint.L02.protectionNone'),
              }
            : undefined,
      },
    ],
  },
  /**
   * Port 587 or 25 with TLS from the start (SSL/TLS), from 4.4.1 on. Gluu: speaks TLS to a port that begins in plain text,
   * and fails.
   */
  L03: {
    field: 'smtpPort',
    reads: encryptionFields,
    source: 'RFC 8314 section 3.3; oxCore version_4.5.5 MailService.java (ssl.enable; measured with JavaMail 1.6.5)',
    cases: [
      {
        versions: threeChoices,
        severity: 'bad',
        find: ({ port, connectProtection }) =>
          connectProtection === 'SslTls' && (port === 587 || port === 25)
            ? { sentence: message('lint.L03', { port }) }
            : undefined,
      },
    ],
  },
  /**
   * Requires Authentication is off, from 3.1.1 to 4.1.3. Gluu: drops the mail session with host and port and sends to
   * localhost:25.
   */
  L04: {
    field: 'smtpAuthentication',
    reads: ['smtpHost', 'smtpPort', 'smtpAuthentication'],
    source: 'oxCore version_3.1.2 MailService.java; oxTrust issue 1974; fixed in 4.2.0',
    cases: [
      {
        versions: sentBy((code) => code.dropsSessionWithoutLogin),
        severity: 'bad',
        find: ({ host, port, authentication }) =>
          host === '' || authentication || (isLoopback(host) && port === 25)
            ? undefined
            : {
                sentence: message('lint.L04'),
                remedy: { label: message('lint.do.authenticationOn'), set: { smtpAuthentication: true } },
              },
      },
    ],
  },
  /**
   * Requires Authentication is on and encryption is off, and the mail server is another machine. Gluu: sends the password
   * unencrypted, even if the server offers STARTTLS.
   */
  L05: {
    field: 'smtpRequiresSsl',
    reads: ['smtpHost', 'smtpAuthentication', 'smtpRequiresSsl', 'smtpConnectProtection'],
    source: 'RFC 8314 section 3; oxCore MailService.java (measured with JavaMail 1.4.7)',
    cases: [
      {
        versions: oneSwitch,
        severity: 'warn',
        find: ({ host, authentication, requiresSsl }) =>
          authentication && !requiresSsl && !isLoopback(host)
            ? { sentence: message('lint.L05.sslOff'), remedy: switchSslOn }
            : undefined,
      },
      {
        versions: threeChoices,
        severity: 'warn',
        find: ({ host, authentication, connectProtection }) =>
          authentication && connectProtection === 'None' && !isLoopback(host)
            ? { sentence: message('lint.L05.protectionNone') }
            : undefined,
      },
    ],
  },
  /** Trust Server is on, up to 4.4.0. Gluu: stores it and does not read it. */
  L13: {
    field: 'smtpTrustServer',
    reads: ['smtpTrustServer'],
    source: 'oxCore version_3.1.2 to version_4.4.0 MailService.java (ssl.trust is always set)',
    cases: [
      {
        versions: spansWhere(versionFamilies, ({ signedTest }) => signedTest === undefined),
        severity: 'info',
        find: ({ trustServer }) =>
          trustServer
            ? {
                sentence: message('lint.L13'),
                remedy: { label: message('lint.do.trustOff'), set: { smtpTrustServer: false } },
              }
            : undefined,
      },
    ],
  },
  /**
   * A key store, its password and its alias are set, from 4.4.1 on. Gluu: test Configuration signs the mail and goes
   * another way through TLS than the reset mail.
   */
  L14: {
    field: 'smtpKeyStore',
    reads: ['smtpKeyStore', 'smtpKeyStorePassword', 'smtpKeyStoreAlias'],
    source:
      'oxTrust version_4.5.5 UpdateOrganizationAction.java; oxCore version_4.5.5 MailService.java (sendMailSigned)',
    cases: [
      {
        versions: canSign,
        severity: 'warn',
        find: ({ keyStore }) =>
          keyStore
            ? {
                sentence: message('lint.L14'),
              }
            : undefined,
      },
    ],
  },
} as const satisfies Record<string, LintRule>;
