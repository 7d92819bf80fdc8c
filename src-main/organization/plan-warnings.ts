import { concerns, lint } from '../../src-shared/lint/lint';
import type { Changes, FieldValue } from '../../src-shared/model/organization';
import { type FieldId, fieldOf } from '../../src-shared/model/organization-fields';
import { fieldsOf, fieldView, type Snapshot } from '../gluu-ldap/snapshot';

const isSmtp = (id: FieldId): boolean => fieldOf(id).tab === 'smtp';

/**
 * What the user should read before Update: values that this Gluu version takes and then misuses. Sending mail needs all
 * SMTP settings, so a change of one brings the findings of them all. The rules and their sources are in src-shared/lint.
 */
export function planWarnings(snapshot: Snapshot, { values, smtpPassword }: Changes): string[] {
  const { tree, smtp } = snapshot;
  const stored: Partial<Record<FieldId, FieldValue>> = Object.fromEntries(
    fieldsOf(tree.version).map((field) => [field.id, fieldView(field, snapshot).value]),
  );
  const changed = Object.keys(values) as FieldId[];
  if (smtpPassword.kind !== 'keep') changed.push('smtpPassword');
  const hasPassword = smtp.kind === 'json' && Boolean(smtp.settings.password);
  const findings = lint({
    version: tree.version,
    values: { ...stored, ...values },
    // Whether it decrypts is shown beside the field; here no salt is asked for.
    storedPassword: hasPassword ? 'noSalt' : 'none',
    passwordChange: smtpPassword,
  });
  const touchesSmtp = changed.some(isSmtp);
  return findings
    .filter((finding) => concerns(finding, changed) || (touchesSmtp && isSmtp(finding.field)))
    .filter(({ severity }) => severity === 'bad')
    .map(({ sentence }) => sentence);
}
