import type { AppEvent } from '../../src-shared/contract/events';
import { useInbox } from '../demo/inbox-store';
import { listenToDrops } from '../discovery/drop-files';
import { anyDirty } from '../organization/organization-store';
import { listenToWriting } from '../servers/writing';
import { addQuestion, dropQuestion } from '../ssh/ssh-questions-store';
import { changeApp, takeTexts } from '../state/app-store';
import { followServers, takeHealth } from '../state/health-store';
import { listenToProgress, onEvent } from '../state/ipc';
import { setServers } from '../state/servers-store';
import { keepFocus } from '../ui/keep-focus';
import { noteTyping } from '../ui/last-typed';
import { run } from './commands/commands';
import { rememberRegions } from './commands/regions';
import { listenToKeys } from './commands/shortcuts';
import { takeLock } from './lock/locked-store';

/** Joins the parts of the window: what each hears of main, of the user's keys and of the others. Called once, before it is drawn. */
export function listen(): void {
  listenToProgress();
  onEvent(take);
  followServers();
  listenToWriting();
  keepFocus();
  noteTyping();
  rememberRegions();
  listenToKeys();
  listenToDrops();
  // Closing the window with unsaved changes: main asks in a dialog of the system.
  window.addEventListener('beforeunload', (event) => {
    if (anyDirty()) event.preventDefault();
  });
}

function take(event: AppEvent): void {
  switch (event.kind) {
    case 'keychain':
      changeApp((app) => ({ ...app, keychain: event.status }));
      break;
    case 'servers':
      setServers(event.servers);
      break;
    case 'health':
      takeHealth(event.health);
      break;
    case 'demoMessage':
      useInbox.getState().arrived(event.message);
      break;
    case 'notices':
      changeApp((app) => ({ ...app, notices: event.notices }));
      break;
    case 'texts':
      takeTexts(event.texts);
      break;
    case 'sshQuestion':
      addQuestion(event.question);
      break;
    case 'sshQuestionGone':
      dropQuestion(event.questionId);
      break;
    case 'locked':
      void takeLock();
      break;
    case 'command':
      run(event.command);
      break;
  }
}
