import { useEffect } from 'react';
import { InboxPage } from './demo/inbox-page';
import { useInbox } from './demo/inbox-store';
import { refreshHistory } from './history/history-store';
import { onEvent } from './ipc';
import { anyDirty } from './organization/organization-store';
import { takeHeld } from './organization/organization-update';
import { RemoveServerDialog } from './servers/remove-server-dialog';
import { ServerForm } from './servers/server-form';
import { ServerList } from './servers/server-list';
import { ServerPage } from './servers/server-page';
import { loadServers, setServers, useServers } from './servers/servers-store';
import { loadApp, useApp } from './shell/app-store';
import { listenToKeys, run } from './shell/commands';
import { FirstStart } from './shell/first-start';
import { Notices } from './shell/notices';
import { Palette } from './shell/palette';
import { StatusLine } from './shell/status-line';
import { TitleBar } from './shell/title-bar';

onEvent((event) => {
  switch (event.kind) {
    case 'keychain':
      useApp.setState(({ app }) => ({ app: app && { ...app, keychain: event.status } }));
      break;
    case 'servers':
      setServers(event.servers);
      break;
    case 'demoMessage':
      useInbox.getState().arrived(event.message);
      break;
    case 'history':
      refreshHistory(event.serverId);
      break;
    case 'held':
      takeHeld(event.serverId, event.historyId, event.held);
      break;
    case 'command':
      run(event.command);
      break;
  }
});

listenToKeys();

// Closing the window with unsaved changes: main asks in a dialog of the system.
window.addEventListener('beforeunload', (event) => {
  if (anyDirty()) event.preventDefault();
});

export function App() {
  const { app, view, front } = useApp();
  const { servers, loaded } = useServers();
  useEffect(() => {
    void loadApp();
    void loadServers();
  }, []);

  const theme = app?.theme ?? 'system';
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);

  if (!app || !loaded) return <p className="unseen">Starting</p>;
  const bare = servers.length === 0;
  return (
    <div className={bare ? 'app bare' : 'app'}>
      <TitleBar />
      {bare ? null : <ServerList />}
      <main className="work">
        <Notices />
        {view.kind === 'start' && <FirstStart />}
        {view.kind === 'server' && <ServerPage key={view.serverId} {...view} />}
        {view.kind === 'inbox' && <InboxPage />}
      </main>
      <StatusLine />
      {front.kind === 'palette' && <Palette />}
      {front.kind === 'serverForm' && <ServerForm key={front.serverId ?? 'new'} serverId={front.serverId} />}
      {front.kind === 'removeServer' && <RemoveServerDialog serverId={front.serverId} />}
    </div>
  );
}
