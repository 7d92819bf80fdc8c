import { compareVersions } from '../../src-shared/gluu/versions';

/** SMTP settings as a tree stores them; null is Java's null. */
export interface StoredSmtpSettings {
  host: string | null;
  port: number;
  /** Encrypted with a salt. */
  password: string | null;
  requiresSsl: boolean;
  trustHost: boolean;
  fromName: string | null;
  fromEmailAddress: string | null;
  requiresAuthentication: boolean;
  userName: string | null;
}

/**
 * The appliance attributes that hold SMTP settings in this 3.x version: from 3.1.2 `oxSmtpConfiguration` alone, before
 * it the `gluuSmtp*` attributes with a camelCase copy in `oxSmtpConfiguration` (oxCore SmtpConfiguration.java,
 * oxTrust UpdateOrganizationAction.java of each version).
 */
export function smtpAttributes(version: string, settings: StoredSmtpSettings): Record<string, string> {
  if (compareVersions(version, '3.1.2') >= 0) return { oxSmtpConfiguration: jacksonForm(settings) };
  const { trustHost: _, ...copy } = settings;
  const attributes = {
    gluuSmtpHost: settings.host,
    gluuSmtpPort: String(settings.port),
    gluuSmtpRequiresSsl: String(settings.requiresSsl),
    gluuSmtpFromName: settings.fromName,
    gluuSmtpFromEmailAddress: settings.fromEmailAddress,
    gluuSmtpRequiresAuthentication: String(settings.requiresAuthentication),
    gluuSmtpUserName: settings.userName,
    gluuSmtpPassword: settings.password,
    oxSmtpConfiguration: JSON.stringify(copy),
  };
  const present = Object.entries(attributes).filter((pair): pair is [string, string] => pair[1] !== null);
  return Object.fromEntries(present);
}

/** Byte for byte what Jackson 1.9.13 writes: compact, in the order of the class's fields, nulls included. */
function jacksonForm(settings: StoredSmtpSettings): string {
  return JSON.stringify({
    host: settings.host,
    port: settings.port,
    password: settings.password,
    'requires-ssl': settings.requiresSsl,
    'trust-host': settings.trustHost,
    'from-name': settings.fromName,
    'from-email-address': settings.fromEmailAddress,
    'requires-authentication': settings.requiresAuthentication,
    'user-name': settings.userName,
  });
}
