import type { AppEvent } from '../../src-shared/contract/events';
import type { ServerId } from '../../src-shared/model/server';
import { refreshHistory } from '../history/history-store';
import { applyHeldRollback } from '../history/rollback-store';
import { takeSavedPassword } from '../mail/mail-test-store';
import { load, organizationOf } from '../organization/organization-store';
import { applyHeld, formSaved } from '../organization/organization-update';
import { forgetReadiness } from '../readiness/readiness-store';
import { onEvent } from '../state/ipc';
import { saltChanged } from '../state/servers-store';

/** Joins the stores of the pages with what they hear of the core and of each other. Called once, as the pages are fetched. */
export function listenForPages(): void {
  onEvent(take);
  saltChanged.on(judgeAgain);
  formSaved.on(takeSavedPassword);
}

/** After another salt has come: what was said of the SMTP password was said with the one before. */
function judgeAgain(serverId: ServerId): void {
  forgetReadiness(serverId);
  if (organizationOf(serverId).getState().view) void load(serverId);
}

function take(event: AppEvent): void {
  switch (event.kind) {
    case 'changed':
      refreshHistory(event.serverId);
      forgetReadiness(event.serverId);
      break;
    case 'held':
      applyHeld(event.serverId, event.historyId, event.held);
      applyHeldRollback(event.historyId, event.held);
      break;
  }
}
