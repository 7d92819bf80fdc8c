import type { ResetRules } from '../../src-shared/gluu/reset-versions';
import { rowsFor } from '../../src-shared/gluu/versions';
import { hostProblem } from '../../src-shared/model/host';
import { mailAddressProblem } from '../../src-shared/model/mail-address';
import type { MailSecurity } from '../../src-shared/model/mail-server';
import { mailPinAt, type ServerProfile } from '../../src-shared/model/server';
import type { Range } from '../../src-shared/model/version';
import { type Message, message } from '../../src-shared/texts/message';
import { securityIn } from '../../src-shared/verdict/form-security';
import { senderNames } from '../../src-shared/verdict/gluu-versions';
import { AppError } from '../base/app-error';
import { hiddenLogin } from '../base/redact';
import { readStoredSmtp, type StoredSettings } from '../gluu-ldap/smtp-stores';
import { openPassword } from '../gluu-ldap/stored-password';
import type { LdapEntry } from '../ldap/ldap-entry';
import type { MailSettings } from '../mail-test/mail-settings';
import type { HeldSalt } from '../reach/known-salt';

/** What the server sends its reset mails with; undefined where nothing is stored. */
export type ServerMail = (StoredSettings & { port: number }) | undefined;

/** Reads it from where that version does. Throws AppError `gluu.brokenJson` for what Gluu itself could not read. */
export function readServerMail({ mailReads }: ResetRules, appliance: LdapEntry): ServerMail {
  const found = readStoredSmtp(mailReads, appliance);
  if (found.kind === 'broken') {
    throw new AppError('gluu.brokenJson', { facts: { attribute: 'oxSmtpConfiguration', why: found.why } });
  }
  return found.kind === 'read' ? { ...found.settings, port: found.settings.port ?? 0 } : undefined;
}

/** The encryption of Gluu's connection to its mail server with these settings. */
export const encryptionOf = (mail: NonNullable<ServerMail>, version: Range): MailSecurity => securityIn(version, mail);

/** Why nobody can send mail with these settings. */
export function mailProblems(mail: ServerMail): Message[] {
  if (!mail) return [message('reset.problem.noSettings')];
  const from = mail.fromEmail ?? '';
  const problems = [
    mail.host === null || mail.host === ''
      ? message('reset.problem.noHost')
      : explained('reset.problem.host', hostProblem(mail.host.trim())),
    mail.port < 1 || mail.port > 65535 ? message('reset.problem.noPort') : undefined,
    from === '' ? message('reset.problem.noFrom') : explained('reset.problem.from', mailAddressProblem(from.trim())),
    mail.authentication && !mail.userName ? message('reset.problem.noUser') : undefined,
    mail.authentication && !mail.storedPassword ? message('reset.problem.noPassword') : undefined,
  ];
  return problems.filter((problem) => problem !== undefined);
}

const explained = (id: 'reset.problem.host' | 'reset.problem.from', why: Message | undefined): Message | undefined =>
  why === undefined ? undefined : message(id, { why });

/** The sender as that version names it: up to 3.1.0 Java wrote `null` for a missing name (oxTrust MailUtils.java), 3.1.1 none. */
export function senderOf(rules: ResetRules, mail: ServerMail): { name: string; address: string } {
  const way = rowsFor(senderNames, rules).at(-1)?.name;
  const stored = mail?.fromName ?? (way === 'unquoted' ? 'null' : '');
  const name = way === 'leftOut' ? '' : stored;
  return { name: name.replace(/\p{Cc}+/gu, ' '), address: (mail?.fromEmail ?? '').trim() };
}

interface Sending {
  profile: ServerProfile;
  /** The server's own, not that of the row of `rules`, within which the form of the settings may differ. */
  version: Range;
  to: string;
  salt: () => Promise<HeldSalt>;
}

/**
 * The settings to send with from this workstation, the stored password decrypted. Throws AppError `input.invalid` for
 * settings nobody can send with, and what `salt` and openPassword throw.
 */
export async function sendingSettings(
  rules: ResetRules,
  mail: ServerMail,
  { profile, version, to, salt }: Sending,
): Promise<Omit<MailSettings, 'clearTextConsent'>> {
  const [problem] = mailProblems(mail);
  if (!mail || problem) {
    throw new AppError('input.invalid', { fields: { smtp: problem ?? message('reset.problem.noSettings') } });
  }
  const host = (mail.host ?? '').trim();
  const { name, address } = senderOf(rules, mail);
  const pin = mailPinAt(profile, { host, port: mail.port })?.sha256;
  const login = mail.authentication
    ? hiddenLogin(mail.userName ?? '', openPassword(mail.storedPassword ?? '', await salt(), version))
    : undefined;
  return {
    host,
    port: mail.port,
    security: encryptionOf(mail, version),
    fromName: name,
    from: address,
    to,
    ...(login ? { login } : {}),
    ...(pin ? { pin } : {}),
  };
}
