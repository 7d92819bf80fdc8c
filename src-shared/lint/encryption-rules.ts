import type { KnownField } from '../gluu/pages/pages';
import { spansWhere } from '../gluu/versions';
import { isLoopback } from '../model/host';
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

const encryptionFields = ['smtpPort', 'smtpRequiresSsl'] as const satisfies readonly KnownField[];
const switchSslOn: Remedy = { label: 'Switch Requires SSL on', set: { smtpRequiresSsl: true } };

export const encryptionRules = {
  L02: {
    field: 'smtpPort',
    reads: encryptionFields,
    detection: 'Port 465 without encryption, or with STARTTLS alone.',
    gluu: 'Waits for ever for a greeting that never comes: the port waits for TLS, and no timeout is in force.',
    source:
      'RFC 8314 section 3.3; oxCore MailService.java, oxTrust MailUtils.java (measured with JavaMail 1.4.7 and 1.6.5)',
    cases: [
      {
        versions: startTlsOnly,
        severity: 'bad',
        find: ({ port }) =>
          port === 465
            ? {
                sentence:
                  'Port 465 expects TLS from the first byte, which this version cannot speak: it waits for ever.',
                remedy: {
                  label: 'Use port 587 with Requires SSL',
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
                sentence: 'Port 465 expects TLS from the first byte. With Requires SSL off, Gluu waits for ever.',
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
                sentence:
                  'Port 465 expects TLS from the first byte. With SMTP Connect Protection NONE, Gluu waits for ever. Choose SSL/TLS.',
              }
            : undefined,
      },
    ],
  },
  L03: {
    field: 'smtpPort',
    reads: encryptionFields,
    detection: 'Port 587 or 25 with TLS from the start (SSL/TLS), from 4.4.1 on.',
    gluu: 'Speaks TLS to a port that begins in plain text, and fails.',
    source: 'RFC 8314 section 3.3; oxCore version_4.5.5 MailService.java (ssl.enable; measured with JavaMail 1.6.5)',
    cases: [
      {
        versions: threeChoices,
        severity: 'bad',
        find: ({ port, connectProtection }) =>
          connectProtection === 'SslTls' && (port === 587 || port === 25)
            ? { sentence: `Port ${port} begins in plain text. With SSL/TLS, Gluu fails to connect. Choose STARTTLS.` }
            : undefined,
      },
    ],
  },
  L04: {
    field: 'smtpAuthentication',
    reads: ['smtpHost', 'smtpPort', 'smtpAuthentication'],
    detection: 'Requires Authentication is off, from 3.1.1 to 4.1.3.',
    gluu: 'Drops the mail session with host and port and sends to localhost:25.',
    source: 'oxCore version_3.1.2 MailService.java; oxTrust issue 1974; fixed in 4.2.0',
    cases: [
      {
        versions: sentBy((code) => code.dropsSessionWithoutLogin),
        severity: 'bad',
        find: ({ host, port, authentication }) =>
          host === '' || authentication || (isLoopback(host) && port === 25)
            ? undefined
            : {
                sentence: 'With Requires Authentication off, this version ignores your host and sends to localhost:25.',
                remedy: { label: 'Switch Requires Authentication on', set: { smtpAuthentication: true } },
              },
      },
    ],
  },
  L05: {
    field: 'smtpRequiresSsl',
    reads: ['smtpHost', 'smtpAuthentication', 'smtpRequiresSsl'],
    detection: 'Requires Authentication is on and encryption is off, and the mail server is another machine.',
    gluu: 'Sends the password unencrypted, even if the server offers STARTTLS.',
    source: 'RFC 8314 section 3; oxCore MailService.java (measured with JavaMail 1.4.7)',
    cases: [
      {
        versions: oneSwitch,
        severity: 'warn',
        find: ({ host, authentication, requiresSsl }) =>
          authentication && !requiresSsl && !isLoopback(host)
            ? { sentence: 'With Requires SSL off, the password crosses the network unencrypted.', remedy: switchSslOn }
            : undefined,
      },
      {
        versions: threeChoices,
        severity: 'warn',
        find: ({ host, authentication, connectProtection }) =>
          authentication && connectProtection === 'None' && !isLoopback(host)
            ? { sentence: 'With SMTP Connect Protection NONE, the password crosses the network unencrypted.' }
            : undefined,
      },
    ],
  },
  L13: {
    field: 'smtpTrustServer',
    reads: ['smtpTrustServer'],
    detection: 'Trust Server is on, up to 4.4.0.',
    gluu: 'Stores it and does not read it.',
    source: 'oxCore version_3.1.2 to version_4.4.0 MailService.java (ssl.trust is always set)',
    cases: [
      {
        versions: spansWhere(versionFamilies, ({ signedTest }) => signedTest === undefined),
        severity: 'info',
        find: ({ trustServer }) =>
          trustServer
            ? {
                sentence:
                  'Trust Server has no effect in this version. Import the certificate into Java’s cacerts instead.',
                remedy: { label: 'Switch Trust Server off', set: { smtpTrustServer: false } },
              }
            : undefined,
      },
    ],
  },
  L14: {
    field: 'smtpRequiresSsl',
    reads: [],
    detection: 'A key store, its password and its alias are set, from 4.4.1 on.',
    gluu: 'Test Configuration signs the mail and goes another way through TLS than the reset mail.',
    source:
      'oxTrust version_4.5.5 UpdateOrganizationAction.java; oxCore version_4.5.5 MailService.java (sendMailSigned)',
    cases: [
      {
        versions: canSign,
        severity: 'warn',
        find: ({ keyStore }) =>
          keyStore
            ? {
                sentence:
                  'With a key store set, Gluu’s own test sends a signed mail and the reset mail is not signed: the two can end differently.',
              }
            : undefined,
      },
    ],
  },
} as const satisfies Record<string, LintRule>;
