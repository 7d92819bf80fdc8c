import type { JudgedPassword } from '../../src-shared/model/organization';
import type { SmtpStore } from '../../src-shared/model/smtp-settings';
import type { SmtpSeen } from '../../src-shared/readiness/readiness-facts';
import { safeText } from '../base/safe-text';
import { readStoredSmtp } from '../gluu-ldap/smtp-stores';
import type { LdapEntry } from '../ldap/ldap-entry';

/** What to say of a stored password: gluu-ldap/stored-password.ts with the salt of the server. */
type JudgePassword = (stored: string | null) => JudgedPassword;

/** The SMTP settings as each kind of store has them, safe to show. The password is looked at and left behind. */
export function smtpSeen(appliance: LdapEntry, judge: JudgePassword): Record<SmtpStore, SmtpSeen> {
  const seen = (store: SmtpStore): SmtpSeen => {
    const found = readStoredSmtp(store, appliance);
    if (found.kind !== 'read') return found;
    const { storedPassword, host, fromName, fromEmail, userName, ...others } = found.settings;
    const texts = {
      host: shown(host),
      fromName: shown(fromName),
      fromEmail: shown(fromEmail),
      userName: shown(userName),
    };
    return { kind: 'read', settings: { ...others, ...texts, ...judge(storedPassword) } };
  };
  return { attributes: seen('attributes'), camelCase: seen('camelCase'), kebabCase: seen('kebabCase') };
}

const shown = (text: string | null): string | null => (text === null ? null : safeText(text));
