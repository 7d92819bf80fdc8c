import { memo, useEffect } from 'react';
import { DiscoveryEntries } from '../discovery/entries';
import { useSshQuestions } from '../ssh/ssh-questions-store';
import { setDrawer, useApp } from '../state/app-store';
import { useServers } from '../state/servers-store';
import { focusWork } from '../ui/keep-focus';
import { useSay } from '../ui/texts-store';
import { useMedia } from '../ui/use-media';
import css from './app.module.css';
import { ServerList } from './list/server-list';
import { LockedScreen } from './lock/locked-screen';
import { beginDrawn, useLock } from './lock/locked-store';
import { StartingScreen } from './lock/starting-screen';
import { Notices } from './notices';
import { fetchPartsSoon, frontParts, pageParts } from './parts';
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
  const theme = useApp(({ app }) => app?.theme ?? 'system');
  const drawer = useApp((state) => state.drawer);
  const say = useSay();
  const narrow = useMedia(NARROW);
  const flows = useMedia(FLOWS);
  const bare = useServers(({ servers }) => servers.length === 0);
  const locked = useLock((state) => state.locked);
  const begun = useLock((state) => state.begun);
  const title = useWindowTitle();
  useEffect(() => {
    void beginDrawn();
  }, []);
  useEffect(() => {
    document.title = title;
  }, [title]);

  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);

  useEffect(() => {
    if (!narrow) setDrawer(false);
  }, [narrow]);

  const isDrawn = begun || locked;
  useEffect(() => {
    if (isDrawn) fetchPartsSoon();
  }, [isDrawn]);

  if (locked) return <LockedScreen />;
  if (!begun) return <StartingScreen />;
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
        <Shown bare={bare} />
      </main>
      <StatusLine />
      <InFront />
    </div>
  );
}

/** What the work area shows. By itself, like what stands in front: a dialog that opens draws no page again. */
const Shown = memo(function Shown({ bare }: { bare: boolean }) {
  const view = useApp((state) => state.view);
  return (
    <>
      {view.kind === 'start' && (bare ? <FirstStart /> : <Home />)}
      {view.kind === 'server' && <pageParts.Server {...view} />}
      {view.kind === 'history' && <pageParts.History />}
      {view.kind === 'inbox' && <pageParts.Inbox />}
    </>
  );
});

const InFront = memo(function InFront() {
  const front = useApp((state) => state.front);
  const isAsked = useSshQuestions(({ questions }) => questions.length > 0);
  return (
    <>
      {front.kind === 'palette' && <frontParts.Palette />}
      {front.kind === 'settings' && <frontParts.Settings />}
      {front.kind === 'shortcuts' && <frontParts.Shortcuts />}
      {front.kind === 'about' && <frontParts.About />}
      {front.kind === 'serverForm' && (
        <frontParts.ServerForm
          key={front.serverId ?? 'new'}
          serverId={front.serverId}
          entries={(off) => <DiscoveryEntries off={off} />}
        />
      )}
      {front.kind === 'exportProfiles' && <frontParts.Export />}
      {front.kind === 'importProfiles' && <frontParts.Import />}
      {front.kind === 'discovery' && <frontParts.Discovery />}
      {front.kind === 'removeServer' && <frontParts.RemoveServer serverId={front.serverId} />}
      {isAsked && <frontParts.SshQuestion />}
    </>
  );
});
