import type { MailForm } from '../../src-shared/diagnosis/mail-verdict';
import type { OrganizationView, StoredPassword } from '../../src-shared/model/organization';
import type { SecretChange } from '../../src-shared/model/server';

const whatGluuFinds: Record<StoredPassword, MailForm['password']> = {
  none: 'none',
  decrypts: 'readable',
  decryptsNonAscii: 'readable',
  decryptsGarbled: 'readable',
  decryptsDamaged: 'readable',
  doesNotDecrypt: 'unreadable',
  decryptsUnproved: 'notKnown',
  doesNotDecryptUnproved: 'notKnown',
  noSalt: 'notKnown',
  wrongSalt: 'notKnown',
};

/** What the Gluu Server would find as the password after Update. A typed one is encrypted with the salt kept here by then. */
export function passwordFound(
  { password: stored, salt }: Pick<OrganizationView, 'password' | 'salt'>,
  change: SecretChange,
): MailForm['password'] {
  if (change.kind === 'keep') return whatGluuFinds[stored];
  if (change.kind === 'clear' || change.value === '') return 'none';
  return salt.kind === 'proved' ? 'readable' : 'notKnown';
}
