import type { ProbeStep } from '../model/probe';

/** One row of the table of SMTP findings. Its sentences are `diagnosis.<id>.title`, `.explanation`, `.remedy` and `.gluu`. */
export interface DiagnosisEntry {
  /** Where in a conversation it is found; `After`: once the server took the message. */
  stage: ProbeStep | 'After';
  /** `failure`: mail does not go out like this, or it was not tried further. */
  severity: 'failure' | 'warning' | 'success';
  /** The Gluu Server does nothing particular in this case, so nothing is said of it. */
  gluu?: false;
  source: string;
}

const RFC5321 = 'RFC 5321 section 4.2';
const RFC3463 = 'RFC 3463 and the IANA registry of enhanced status codes';
const RFC4954 = 'RFC 4954 section 6';
const JAVAMAIL = 'JavaMail 1.4.7 SocketFetcher.java, oxCore version_3.1.2 MailService.java';
const NODE = 'Node.js documentation, "Errors" (the code)';

const entries = {
  // Before encryption and login.
  S01: { stage: 'Name', severity: 'failure', source: NODE },
  S02: { stage: 'Name', severity: 'failure', source: NODE },
  S03: { stage: 'Name', severity: 'warning', source: 'Comparison of both look-ups' },
  S04: { stage: 'Connect', severity: 'failure', source: `${NODE}; oxCore version_4.0 MailService.java` },
  S05: { stage: 'Connect', severity: 'failure', source: `${NODE}; JavaMail 1.4.7 PropUtil.java` },
  S06: { stage: 'Connect', severity: 'failure', source: NODE },
  S07: { stage: 'Greeting', severity: 'failure', source: NODE },
  S08: { stage: 'Greeting', severity: 'failure', source: `${RFC5321}; JavaMail 1.4.7 PropUtil.java` },
  S09: { stage: 'Greeting', severity: 'failure', source: `RFC 8314 section 3; ${JAVAMAIL}` },
  S10: { stage: 'TLS', severity: 'failure', source: `RFC 3207; ${JAVAMAIL}` },
  S11: { stage: 'Greeting', severity: 'failure', source: RFC5321 },
  S12: { stage: 'Greeting', severity: 'failure', source: RFC5321 },
  S13: { stage: 'Greeting', severity: 'failure', source: `${RFC5321}, RFC 7504` },
  S14: { stage: 'EHLO', severity: 'failure', source: 'RFC 5321 section 4.1.4' },
  S15: { stage: 'EHLO', severity: 'failure', source: `${NODE}; JavaMail 1.4.7 PropUtil.java` },
  // Encryption and certificate.
  S20: { stage: 'TLS', severity: 'failure', source: `RFC 3207; ${JAVAMAIL}` },
  S21: { stage: 'TLS', severity: 'failure', source: 'RFC 3207 section 4' },
  S22: { stage: 'TLS', severity: 'failure', source: `RFC 3207 section 6; ${JAVAMAIL}` },
  S23: { stage: 'Certificate', severity: 'failure', source: `${NODE}; ${JAVAMAIL}` },
  S24: { stage: 'Certificate', severity: 'failure', source: NODE },
  S25: { stage: 'Certificate', severity: 'failure', source: `${NODE}; ${JAVAMAIL}` },
  S26: { stage: 'Certificate', severity: 'failure', source: `${NODE}; ${JAVAMAIL}` },
  S27: { stage: 'Certificate', severity: 'failure', source: `${NODE}; ${JAVAMAIL}` },
  S28: { stage: 'TLS', severity: 'failure', source: `RFC 8996; ${JAVAMAIL}` },
  S29: { stage: 'TLS', severity: 'warning', source: JAVAMAIL },
  S30: { stage: 'TLS', severity: 'failure', source: 'RFC 8446 section 6.2' },
  S31: { stage: 'TLS', severity: 'failure', source: 'RFC 8446 section 6.2' },
  S32: { stage: 'Certificate', severity: 'warning', source: 'RFC 5280 section 4.1.2.5' },
  S33: { stage: 'TLS', severity: 'failure', source: 'RFC 3207 section 6' },
  S34: { stage: 'TLS', severity: 'failure', source: NODE },
  S35: { stage: 'Certificate', severity: 'failure', source: 'Own record of trusted certificates' },
  S36: { stage: 'TLS', severity: 'failure', source: 'RFC 5280 section 4.2.1.3; RFC 8446 section 4.4.2.2' },
  S37: { stage: 'Certificate', severity: 'failure', source: `RFC 5280 section 6; ${NODE}` },
  // User name and password.
  S40: { stage: 'Login', severity: 'failure', source: `RFC 4954 section 4; ${JAVAMAIL}` },
  S41: { stage: 'Login', severity: 'failure', source: 'JavaMail 1.4.7 SMTPTransport.java' },
  S42: { stage: 'Login', severity: 'failure', source: 'RFC 4954 section 4; JavaMail 1.4.7 SMTPTransport.java' },
  S43: { stage: 'Login', severity: 'failure', source: `RFC 4954 section 14; ${JAVAMAIL}` },
  S44: { stage: 'Login', severity: 'failure', source: RFC4954 },
  S45: { stage: 'Login', severity: 'failure', source: 'Google Workspace Admin Help, SMTP errors; RFC 4954 section 6' },
  S46: {
    stage: 'Login',
    severity: 'failure',
    source: 'Microsoft Learn, Enable or disable SMTP AUTH in Exchange Online',
  },
  S47: {
    stage: 'Login',
    severity: 'failure',
    source: 'Microsoft Learn, Deprecation of Basic authentication in Exchange Online',
  },
  S48: { stage: 'Login', severity: 'failure', source: `${RFC4954}, RFC 3207 section 4` },
  S49: { stage: 'Login', severity: 'failure', source: RFC4954 },
  S50: { stage: 'Login', severity: 'failure', source: RFC4954 },
  S51: { stage: 'Login', severity: 'failure', source: 'RFC 5248 section 2.4; RFC 4954 section 6' },
  S52: { stage: 'Login', severity: 'failure', source: 'oxTrust version_3.1.2 PasswordReminderAction.java' },
  // Sender, recipient and message.
  S59: { stage: 'Recipient', severity: 'failure', source: 'Amazon SES Developer Guide, Request production access' },
  S60: { stage: 'Sender', severity: 'failure', source: 'RFC 3207 section 4' },
  S61: { stage: 'Sender', severity: 'failure', source: 'RFC 4954 section 6' },
  S62: { stage: 'Sender', severity: 'failure', source: `${RFC3463}; ${RFC5321}` },
  S63: { stage: 'Sender', severity: 'failure', source: RFC3463 },
  S64: { stage: 'Recipient', severity: 'failure', source: `RFC 5321 section 3.6.2; ${RFC3463}` },
  S65: { stage: 'Recipient', severity: 'failure', source: `${RFC5321}; ${RFC3463}` },
  S66: { stage: 'Recipient', severity: 'failure', source: RFC3463 },
  S67: { stage: 'Recipient', severity: 'failure', source: `RFC 6647; ${RFC3463}` },
  S68: { stage: 'Sender', severity: 'failure', source: `${RFC5321}; ${RFC3463}` },
  S69: { stage: 'Sender', severity: 'failure', source: 'RFC 1870' },
  S70: { stage: 'Sender', severity: 'failure', source: 'RFC 6531' },
  S71: { stage: 'Sender', severity: 'failure', source: `${RFC5321}; ${RFC3463}` },
  S72: { stage: 'Data', severity: 'failure', source: `${RFC5321}; oxTrust version_3.1.2 oxtrust_en.properties` },
  S58: { stage: 'Recipient', severity: 'failure', source: 'RFC 7372 section 3.3' },
  S73: { stage: 'Recipient', severity: 'failure', source: 'RFC 7372; RFC 7489 section 10.3' },
  S74: { stage: 'Sender', severity: 'failure', source: RFC5321 },
  S75: { stage: 'Data', severity: 'failure', source: 'RFC 5321 section 4.5.3.2.6' },
  S76: { stage: 'Recipient', severity: 'failure', source: 'RFC 5782' },
  S77: { stage: 'Sender', severity: 'failure', source: RFC5321 },
  S78: { stage: 'Sender', severity: 'failure', source: RFC5321 },
  S79: { stage: 'Sender', severity: 'failure', source: 'None' },
  // Once the server took the message.
  S80: { stage: 'Data', severity: 'success', gluu: false, source: 'RFC 5321 section 6.1' },
  S81: { stage: 'After', severity: 'failure', source: 'RFC 3464' },
  S82: { stage: 'After', severity: 'warning', source: 'RFC 7489' },
  S83: { stage: 'After', severity: 'failure', gluu: false, source: RFC5321 },
  S84: { stage: 'Recipient', severity: 'failure', source: 'RFC 5321 section 3.3' },
  S85: { stage: 'After', severity: 'failure', source: JAVAMAIL },
  S86: { stage: 'After', severity: 'failure', source: 'oxCore version_3.1.2 MailService.java' },
} as const satisfies Record<string, DiagnosisEntry>;
export type DiagnosisId = keyof typeof entries;

/** Everything that can be found out about a mail server, by its id. */
export const diagnoses: Readonly<Record<DiagnosisId, DiagnosisEntry>> = entries;
