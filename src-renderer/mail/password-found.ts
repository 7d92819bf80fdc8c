import { storedFound } from '../../src-shared/diagnosis/mail-verdict';
import type { OrganizationView, StoredPassword } from '../../src-shared/model/organization';
import type { SecretChange } from '../../src-shared/model/server';
import type { PasswordFound } from '../../src-shared/model/smtp-settings';

/** What is known of the SMTP password that is stored. */
export const storedPassword = (view: Pick<OrganizationView, 'secrets'> | undefined): StoredPassword =>
  view?.secrets.smtpPassword?.state ?? 'none';

/** What the Gluu Server would find as the password after Update. A typed one is encrypted with the salt kept here by then. */
export function passwordFound(
  view: Pick<OrganizationView, 'secrets' | 'salt'>,
  change: SecretChange,
): PasswordFound['password'] {
  if (change.kind === 'keep') return storedFound[storedPassword(view)];
  if (change.kind === 'clear' || change.value === '') return 'none';
  return view.salt.kind === 'proved' ? 'readable' : 'notKnown';
}
