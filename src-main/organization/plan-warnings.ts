import type { Changes } from '../../src-shared/model/organization';
import type { Snapshot } from '../gluu/snapshot';
import { compareVersions } from '../gluu/version-markers';

/** What the user should read before Update: values that this Gluu version takes and then misuses. Sources at each rule. */
export function planWarnings({ tree, smtp }: Snapshot, { values, smtpPassword }: Changes): string[] {
  const older = (version: string) => compareVersions(tree.version.least, version) < 0;
  const stored = smtp.kind === 'json' ? smtp.settings : undefined;
  const authentication = values.smtpAuthentication ?? stored?.['requires-authentication'] ?? false;
  const userName = values.smtpUserName === undefined ? stored?.['user-name'] : values.smtpUserName;
  const fromEmail = values.smtpFromEmail === undefined ? stored?.['from-email-address'] : values.smtpFromEmail;
  const host = values.smtpHost === undefined ? stored?.host : values.smtpHost;
  const touchesSmtp = smtpPassword.kind !== 'keep' || Object.keys(values).some((id) => id.startsWith('smtp'));
  const warnings: string[] = [];
  // oxCore StringEncrypter.java: bytes from 0x80 come back garbled before 4.2.3.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII as a range
  if (smtpPassword.kind === 'replace' && older('4.2.3') && !/^[\u0000-\u007f]*$/.test(smtpPassword.value)) {
    warnings.push(
      'The SMTP Password has characters that Gluu before 4.2.3 garbles when it decrypts them. The login will fail.',
    );
  }
  // oxTrust issue 1974: the session with host and port is dropped; fixed in 4.2.0.
  if (touchesSmtp && host && !authentication && older('4.2.0')) {
    warnings.push('With Requires Authentication off, this version ignores your host and sends to localhost:25.');
  }
  // PasswordReminderAction.enabled(): user name and password must not be null.
  if (touchesSmtp && authentication && !userName) {
    warnings.push('Requires Authentication is on without SMTP User Name: Gluu counts password reset as not enabled.');
  }
  // MailService.sendMail: a null from-address throws outside its try block.
  if (touchesSmtp && host && !fromEmail) {
    warnings.push('Without From Email Address, sending ends in an error page.');
  }
  return warnings;
}
