import { House, Inbox, Plus, Search } from 'lucide-react';
import { memo, useEffect, useRef } from 'react';
import { appCommands, commandLabel } from '../../../src-shared/model/commands';
import { useInbox } from '../../demo/inbox-store';
import { ChecksSwitch } from '../../servers/checks-state';
import { setDrawer, showServer, useApp } from '../../state/app-store';
import { setQuery, useServers } from '../../state/servers-store';
import { ariaKeys, keysHere } from '../../ui/keys';
import { useSay } from '../../ui/texts-store';
import { FIND_SERVER_ID, run, SERVERS_BUTTON_ID } from '../commands/commands';
import css from './server-list.module.css';
import { ServerRows } from './server-rows';
import { useSections } from './use-sections';

const { findServer, home } = appCommands;

/** Every server: searched first, favourites first, in groups; environment and state as shape, word and colour. */
export const ServerList = memo(function ServerList() {
  const say = useSay();
  const servers = useServers((state) => state.servers);
  const query = useServers((state) => state.query);
  const drawer = useApp((state) => state.drawer);
  const demoRunning = useApp(({ app }) => app?.demoRunning ?? false);
  const sections = useSections(servers, query);
  const first = sections[0]?.servers[0];
  const scroll = useRef<HTMLDivElement>(null);
  const search = (next: string) => {
    setQuery(next);
    scroll.current?.scrollTo({ top: 0 }); // Enter takes the first one, so it has to be in sight
  };
  useEffect(() => {
    if (drawer) document.getElementById(FIND_SERVER_ID)?.focus();
  }, [drawer]);
  const shut = () => {
    setDrawer(false);
    document.getElementById(SERVERS_BUTTON_ID)?.focus();
  };
  return (
    <nav
      className={css.list}
      aria-label={say('app.list')}
      onKeyDown={(event) => {
        if (drawer && event.key === 'Escape' && !event.defaultPrevented) shut();
      }}
    >
      <HomeRow />
      <div className={css.find}>
        <Search size={14} aria-hidden="true" />
        <input
          id={FIND_SERVER_ID}
          aria-label={say(commandLabel('findServer'))}
          placeholder={say(commandLabel('findServer'))}
          value={query}
          spellCheck={false}
          onChange={(event) => search(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && first) showServer(first.id);
            if (event.key !== 'Escape' || query === '') return;
            event.preventDefault(); // the first one clears the field, the next one leaves the drawer
            search('');
          }}
        />
        <span className="keys" translate="no">
          {keysHere(findServer.keys)}
        </span>
      </div>
      <ServerRows scroll={scroll} sections={sections} searched={query.trim()} />
      {demoRunning ? <InboxRow /> : null}
      <div className={css.foot}>
        <button type="button" className="row quiet-row" onClick={() => run('addServer')}>
          <Plus size={14} aria-hidden="true" />
          {say(commandLabel('addServer'))}
        </button>
        <ChecksSwitch />
      </div>
    </nav>
  );
});

function HomeRow() {
  const say = useSay();
  const isShown = useApp(({ view }) => view.kind === 'start');
  return (
    <div className={css.head}>
      <button
        type="button"
        className="row quiet-row"
        aria-current={isShown ? 'page' : undefined}
        aria-keyshortcuts={ariaKeys(home.keys)}
        onClick={() => run('home')}
      >
        <House size={14} aria-hidden="true" />
        {say(commandLabel('home'))}
        <span className="keys push" translate="no" aria-hidden="true">
          {keysHere(home.keys)}
        </span>
      </button>
    </div>
  );
}

function InboxRow() {
  const say = useSay();
  const current = useApp(({ view }) => view.kind === 'inbox');
  const unread = useInbox(({ unread: count }) => count);
  return (
    <div className={css.foot}>
      <button
        type="button"
        className="row quiet-row"
        aria-current={current ? 'page' : undefined}
        onClick={() => run('inbox')}
      >
        <Inbox size={14} aria-hidden="true" />
        {say(commandLabel('inbox'))}
        {unread > 0 ? <span className="badge">{say('app.list.new', { n: unread })}</span> : null}
      </button>
    </div>
  );
}
