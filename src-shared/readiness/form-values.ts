import type { KnownField } from '../gluu/pages/pages';
import type { FieldValue } from '../model/organization';
import type { SmtpRead } from './readiness-facts';

/** The settings as the form of Organization Configuration shows them, for the rules on its values. */
export const formValues = (settings: SmtpRead): Partial<Record<KnownField, FieldValue>> => ({
  smtpHost: settings.host,
  smtpPort: settings.port,
  smtpFromName: settings.fromName,
  smtpFromEmail: settings.fromEmail,
  smtpAuthentication: settings.authentication,
  smtpUserName: settings.userName,
  smtpRequiresSsl: settings.requiresSsl,
  smtpConnectProtection: settings.connectProtection ?? null,
  smtpTrustServer: settings.trustServer,
  passwordReset: true,
});
