import { isMailSetting } from '../../src-shared/gluu/pages/pages';
import { concerns, lint } from '../../src-shared/lint/lint';
import { type Changes, changedSecrets, type FieldId, type FieldValue } from '../../src-shared/model/organization';
import type { Message } from '../../src-shared/texts/message';
import { fieldsOf, fieldView, type Snapshot, storedMailSettings } from '../gluu-ldap/snapshot';

/**
 * What the user should read before Update: values that this Gluu version takes and then misuses. Sending mail needs all
 * SMTP settings, so a change of one brings the findings of them all. The rules and their sources are in src-shared/lint.
 */
export function planWarnings(snapshot: Snapshot, { values, secrets }: Changes): Message[] {
  const { version, page } = snapshot.tree;
  const mail = storedMailSettings(snapshot);
  const isSmtp = (id: FieldId) => isMailSetting(page, id);
  const stored: Partial<Record<FieldId, FieldValue>> = Object.fromEntries(
    fieldsOf(snapshot).map((field) => [field.id, fieldView(field, snapshot).value]),
  );
  const changed = [...Object.keys(values), ...changedSecrets({ secrets })];
  const hasPassword = mail.kind === 'read' && Boolean(mail.settings.storedPassword);
  const findings = lint({
    version,
    values: { ...stored, ...values },
    // Whether it decrypts is shown beside the field; here no salt is asked for.
    storedPassword: hasPassword ? 'noSalt' : 'none',
    ...(secrets.smtpPassword ? { passwordChange: secrets.smtpPassword } : {}),
  });
  const touchesSmtp = changed.some(isSmtp);
  return findings
    .filter((finding) => concerns(finding, changed) || (touchesSmtp && isSmtp(finding.field)))
    .filter(({ severity }) => severity === 'bad')
    .map(({ sentence }) => sentence);
}
