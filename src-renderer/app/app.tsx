import { useEffect } from 'react';
import { InboxPage } from '../demo/inbox-page';
import { useInbox } from '../demo/inbox-store';
import { OnboardingDialog } from '../discovery/discovery-dialog';
import { listenToDrops } from '../discovery/drop-files';
import { HistoryPage } from '../history/history-page';
import { refreshHistory } from '../history/history-store';
import { takeHeldRollback } from '../history/rollback-store';
import { anyDirty } from '../organization/organization-store';
import { takeHeld } from '../organization/organization-update';
import { RemoveServerDialog } from '../servers/remove-server-dialog';
import { ServerForm } from '../servers/server-form';
import { listenToWriting } from '../servers/writing';
import { SshQuestionDialog } from '../ssh/ssh-question-dialog';
import { addQuestion, dropQuestion } from '../ssh/ssh-questions-store';
import { setDrawer, useApp } from '../state/app-store';
import { takeHealth } from '../state/health-store';
import { onEvent } from '../state/ipc';
import { setServers, useServers } from '../state/servers-store';
import { ExportDialog } from '../transfer/export-dialog';
import { ImportDialog } from '../transfer/import-dialog';
import { focusWork, keepFocus } from '../ui/keep-focus';
import { useMedia } from '../ui/use-media';
import { run } from './commands/commands';
import { rememberRegions } from './commands/regions';
import { listenToKeys } from './commands/shortcuts';
import { AboutDialog } from './dialogs/about-dialog';
import { SettingsDialog } from './dialogs/settings-dialog';
import { ShortcutsDialog } from './dialogs/shortcuts-dialog';
import { ServerList } from './list/server-list';
import { LockedScreen } from './lock/locked-screen';
import { begin, takeLock, useLock } from './lock/locked-store';
import { Notices } from './notices';
import { Palette } from './palette/palette';
import { ServerPage } from './server/server-page';
import { FirstStart } from './start/first-start';
import { Home } from './start/home';
import { StatusLine } from './status-line';
import { TitleBar } from './title-bar';
import { useWindowTitle } from './window-title';

onEvent((event) => {
  switch (event.kind) {
    case 'keychain':
      useApp.setState(({ app }) => ({ app: app && { ...app, keychain: event.status } }));
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
      useApp.setState(({ app }) => ({ app: app && { ...app, notices: event.notices } }));
      break;
    case 'history':
      refreshHistory(event.serverId);
      break;
    case 'held':
      takeHeld(event.serverId, event.historyId, event.held);
      takeHeldRollback(event.historyId, event.held);
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
});

keepFocus();
rememberRegions();
listenToKeys();
listenToDrops();
listenToWriting();

// Closing the window with unsaved changes: main asks in a dialog of the system.
window.addEventListener('beforeunload', (event) => {
  if (anyDirty()) event.preventDefault();
});

/** Below this width the server list is a drawer. */
const NARROW = '(max-width: 900px)';
/** Below these sizes the work area scrolls as one page. */
const FLOWS = '(max-width: 900px), (max-height: 560px)';

export function App() {
  const { app, view, front, drawer } = useApp();
  const narrow = useMedia(NARROW);
  const flows = useMedia(FLOWS);
  const { servers, loaded } = useServers();
  const locked = useLock((state) => state.locked);
  const title = useWindowTitle();
  useEffect(() => {
    void begin();
  }, []);
  useEffect(() => {
    document.title = title;
  }, [title]);

  const theme = app?.theme ?? 'system';
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);

  useEffect(() => {
    if (!narrow) setDrawer(false);
  }, [narrow]);

  if (locked) return <LockedScreen />;
  if (!app || !loaded) return <p className="unseen">Starting</p>;
  const bare = servers.length === 0;
  const overlaid = narrow && drawer && !bare;
  const classes = ['app', bare && 'bare', narrow && 'narrow', flows && 'flows', overlaid && 'drawer'];
  return (
    <div className={classes.filter(Boolean).join(' ')}>
      <button type="button" className="skip-link" onClick={focusWork}>
        Skip to the work area
      </button>
      <TitleBar />
      {bare ? null : <ServerList />}
      {overlaid ? (
        <button
          type="button"
          className="drawer-scrim"
          tabIndex={-1}
          aria-label="Close the list of servers"
          onClick={() => setDrawer(false)}
        />
      ) : null}
      <main className="work" inert={overlaid} tabIndex={-1}>
        <Notices />
        {view.kind === 'start' && (bare ? <FirstStart /> : <Home />)}
        {view.kind === 'server' && <ServerPage key={view.serverId} {...view} />}
        {view.kind === 'history' && <HistoryPage />}
        {view.kind === 'inbox' && <InboxPage />}
      </main>
      <StatusLine />
      {front.kind === 'palette' && <Palette />}
      {front.kind === 'settings' && <SettingsDialog />}
      {front.kind === 'shortcuts' && <ShortcutsDialog />}
      {front.kind === 'about' && <AboutDialog />}
      {front.kind === 'serverForm' && <ServerForm key={front.serverId ?? 'new'} serverId={front.serverId} />}
      {front.kind === 'exportProfiles' && <ExportDialog />}
      {front.kind === 'importProfiles' && <ImportDialog />}
      {front.kind === 'onboarding' && <OnboardingDialog />}
      {front.kind === 'removeServer' && <RemoveServerDialog serverId={front.serverId} />}
      <SshQuestionDialog />
    </div>
  );
}
