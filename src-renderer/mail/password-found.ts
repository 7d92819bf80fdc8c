import { storedFound } from '../../src-shared/diagnosis/mail-verdict';
import type { OrganizationView } from '../../src-shared/model/organization';
import type { SecretChange } from '../../src-shared/model/server';
import type { PasswordFound } from '../../src-shared/model/smtp-settings';

/** What the Gluu Server would find as the password after Update. A typed one is encrypted with the salt kept here by then. */
export function passwordFound(
  { password: stored, salt }: Pick<OrganizationView, 'password' | 'salt'>,
  change: SecretChange,
): PasswordFound['password'] {
  if (change.kind === 'keep') return storedFound[stored];
  if (change.kind === 'clear' || change.value === '') return 'none';
  return salt.kind === 'proved' ? 'readable' : 'notKnown';
}
