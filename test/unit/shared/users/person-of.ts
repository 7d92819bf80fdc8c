import type { PersonSummary } from '../../../../src-shared/model/user';

export const personOf = (changes: Partial<PersonSummary> = {}): PersonSummary => ({
  dn: 'inum=1,ou=people,o=1,o=gluu',
  inum: '1',
  uid: 'ada',
  displayName: 'Ada',
  mails: ['ada@example.org'],
  moreMails: 0,
  status: 'active',
  testUser: false,
  ...changes,
});
