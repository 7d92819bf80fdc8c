import type { EncryptionForm } from './mail-code';

/** For a JavaMail that offers only TLS 1.0. */
export const upgradeOrRelay =
  'Run a mail relay on the Gluu Server itself (localhost) that speaks today’s TLS to {host}, or upgrade to Gluu 4.3 or later.';

/** For a certificate that Java does not trust. */
export const importCertificate =
  'Import the certificate into the trust store of the Java runtime on the Gluu Server (keytool -importcert into cacerts) and restart oxTrust.';

/** For a connection that Gluu does not encrypt. */
export const encrypt: Record<EncryptionForm, string> = {
  startTlsOnly: 'Use a port that offers STARTTLS, usually 587, and switch Requires SSL on.',
  requiresSsl: 'Switch Requires SSL on.',
  connectProtection: 'Set SMTP Connect Protection to STARTTLS or SSL/TLS, as the port wants it.',
};
