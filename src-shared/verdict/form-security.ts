import type { Range } from '../gluu/versions';
import type { MailSecurity } from '../model/mail-server';
import type { ConnectProtection, SmtpSettings } from '../model/smtp-settings';
import { securityOf } from '../model/smtp-test';
import { familiesOf } from './gluu-versions';
import { mailCodes } from './mail-code';

const byProtection: Record<ConnectProtection, MailSecurity> = { None: 'none', StartTls: 'startTls', SslTls: 'tls' };

/**
 * The encryption that stands for the SMTP settings of a version: for "Requires SSL", and from 4.4.1 on for "SMTP Connect
 * Protection"; no encryption where that is missing, or a word this build does not know. By the newest version a server may be.
 */
export function securityIn(
  version: Range,
  settings: Pick<SmtpSettings, 'requiresSsl' | 'connectProtection' | 'connectProtectionStored' | 'port'>,
): MailSecurity {
  const { requiresSsl, connectProtection, connectProtectionStored, port } = settings;
  const family = familiesOf(version).at(-1);
  if (!family || mailCodes[family.reset].form !== 'connectProtection') return securityOf(requiresSsl, port ?? 0);
  return connectProtectionStored === undefined && connectProtection ? byProtection[connectProtection] : 'none';
}
