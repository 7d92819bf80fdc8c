import { MAIL_TAB } from '../../src-shared/gluu/pages/pages';
import type { ReadinessAction, ReadinessRemedy } from '../../src-shared/model/readiness';
import type { ServerSummary } from '../../src-shared/model/server';
import { edit, editSecret, organizationOf, want } from '../organization/organization-store';
import { openFront, showServer } from '../state/app-store';
import { findDuplicates, usersOf } from '../users/users-store';
import { checkReadiness } from './readiness-store';

function showMails(server: ServerSummary): void {
  usersOf(server.id).setState({ tab: 'duplicates' });
  showServer(server.id, 'users');
  void findDuplicates(server.id);
}

const actions: Record<ReadinessAction, (server: ServerSummary, showDetails: () => void) => void> = {
  testMail(server) {
    showServer(server.id, 'organization', MAIL_TAB);
    want(server.id, 'mailTest');
  },
  enterSalt: ({ id }) => openFront({ kind: 'serverForm', serverId: id, at: 'salt' }),
  showCertificate: (_server, showDetails) => showDetails(),
  showPeopleWithoutMail: showMails,
  showSharedMails: showMails,
  checkAgain: (server) => void checkReadiness(server),
};

/**
 * Goes where a remedy is carried out, fills in what it says, and has the focus go there. Nothing is written. `showDetails`
 * shows what stands with the link itself.
 */
export function follow(server: ServerSummary, { target }: ReadinessRemedy, showDetails: () => void): void {
  if (target.kind === 'action') {
    actions[target.action](server, showDetails);
    return;
  }
  showServer(server.id, 'organization', target.tab);
  for (const [id, value] of Object.entries(target.set ?? {}))
    edit(server.id, id, typeof value === 'boolean' ? value : String(value ?? ''));
  const { page, secrets } = organizationOf(server.id).getState();
  const isSecret = page.fields.some(({ id, control }) => id === target.field && control === 'secret');
  if (isSecret && !secrets[target.field]) editSecret(server.id, target.field, { kind: 'replace', value: '' });
  want(server.id, target.field);
}
