import { useEffect } from 'react';
import { InboxPage } from '../demo/inbox-page';
import { DiscoveryDialog } from '../discovery/discovery-dialog';
import { DiscoveryEntries } from '../discovery/entries';
import { HistoryPage } from '../history/history-page';
import { RemoveServerDialog } from '../servers/remove-server-dialog';
import { ServerForm } from '../servers/server-form';
import { SshQuestionDialog } from '../ssh/ssh-question-dialog';
import { setDrawer, useApp } from '../state/app-store';
import { useServers } from '../state/servers-store';
import { ExportDialog } from '../transfer/export-dialog';
import { ImportDialog } from '../transfer/import-dialog';
import { focusWork } from '../ui/keep-focus';
import { useSay } from '../ui/texts-store';
import { useMedia } from '../ui/use-media';
import css from './app.module.css';
import { AboutDialog } from './dialogs/about-dialog';
import { SettingsDialog } from './dialogs/settings-dialog';
import { ShortcutsDialog } from './dialogs/shortcuts-dialog';
import { ServerList } from './list/server-list';
import { LockedScreen } from './lock/locked-screen';
import { begin, useLock } from './lock/locked-store';
import { Notices } from './notices';
import { Palette } from './palette/palette';
import { ServerPage } from './server/server-page';
import { FirstStart } from './start/first-start';
import { Home } from './start/home';
import { StatusLine } from './status-line';
import { TitleBar } from './title-bar';
import { useWindowTitle } from './window-title';

/** Below this width the server list is a drawer. */
const NARROW = '(max-width: 900px)';
/** Below these sizes the work area scrolls as one page. */
const FLOWS = '(max-width: 900px), (max-height: 560px)';

export function App() {
  const { app, view, front, drawer } = useApp();
  const say = useSay();
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
  if (!app || !loaded) return <p className="unseen">{say('app.starting')}</p>;
  const bare = servers.length === 0;
  const overlaid = narrow && drawer && !bare;
  return (
    <div
      className={css.app}
      data-bare={bare || undefined}
      data-narrow={narrow || undefined}
      data-flows={flows || undefined}
      data-drawer={overlaid || undefined}
    >
      <button type="button" className={css.skip} onClick={focusWork}>
        {say('app.skip')}
      </button>
      <TitleBar />
      {bare ? null : <ServerList />}
      {overlaid ? (
        <button
          type="button"
          className={css.scrim}
          tabIndex={-1}
          aria-label={say('app.list.close')}
          onClick={() => setDrawer(false)}
        />
      ) : null}
      <main className={css.work} inert={overlaid} tabIndex={-1}>
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
      {front.kind === 'serverForm' && (
        <ServerForm
          key={front.serverId ?? 'new'}
          serverId={front.serverId}
          entries={(off) => <DiscoveryEntries off={off} />}
        />
      )}
      {front.kind === 'exportProfiles' && <ExportDialog />}
      {front.kind === 'importProfiles' && <ImportDialog />}
      {front.kind === 'discovery' && <DiscoveryDialog />}
      {front.kind === 'removeServer' && <RemoveServerDialog serverId={front.serverId} />}
      <SshQuestionDialog />
    </div>
  );
}
