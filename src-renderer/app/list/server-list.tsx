import { House, Inbox, Plus, Search } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { appCommands, commandLabel } from '../../../src-shared/model/commands';
import { sectionsOf } from '../../../src-shared/model/server-list';
import { useInbox } from '../../demo/inbox-store';
import { ChecksSwitch } from '../../servers/checks-state';
import { setDrawer, showServer, useApp } from '../../state/app-store';
import { useHealth } from '../../state/health-store';
import { setQuery, useServers } from '../../state/servers-store';
import { ariaKeys, keysHere } from '../../ui/keys';
import { englishNow, useSay } from '../../ui/texts-store';
import { useMinute } from '../../ui/use-minute';
import { useRovingFocus } from '../../ui/use-roving-focus';
import { FIND_SERVER_ID, run, SERVERS_BUTTON_ID } from '../commands/commands';
import { ServerSection } from './list-section';
import css from './server-list.module.css';

const { findServer, home } = appCommands;

/** Every server: searched first, favourites first, in groups; environment and state as shape, word and colour. */
export function ServerList() {
  const say = useSay();
  const { servers, query } = useServers();
  const { view, app, drawer } = useApp();
  const now = useMinute();
  const health = useHealth((all) => all.health);
  const sections = sectionsOf(servers, query, [say, englishNow().say], health);
  const first = sections[0]?.servers[0];
  const current = view.kind === 'server' ? view.serverId : undefined;
  useHealth(({ collapsed }) => collapsed); // a row that is hidden cannot be the one that Tab stops at
  const scroll = useRef<HTMLDivElement>(null);
  const roving = useRovingFocus(scroll, current);
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
      <div className={css.head}>
        <button
          type="button"
          className="row quiet-row"
          aria-current={view.kind === 'start' ? 'page' : undefined}
          aria-keyshortcuts={ariaKeys(home.keys)}
          onClick={() => run('home')}
        >
          <House size={14} aria-hidden="true" />
          {say(commandLabel('home'))}
          <span className="keys push" aria-hidden="true">
            {keysHere(home.keys)}
          </span>
        </button>
      </div>
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
        <span className="keys">{keysHere(findServer.keys)}</span>
      </div>
      <div className={css.scroll} ref={scroll} {...roving}>
        {sections.map((section) => (
          <ServerSection
            key={section.key}
            section={section}
            current={current}
            now={now}
            searching={query.trim() !== ''}
          />
        ))}
        {sections.length === 0 ? (
          <p className={css.none}>
            {say('app.list.none')}{' '}
            <button type="button" className="link" onClick={() => setQuery('')}>
              {say('word.showAll')}
            </button>
          </p>
        ) : null}
      </div>
      {app?.demoRunning ? <InboxRow current={view.kind === 'inbox'} /> : null}
      <div className={css.foot}>
        <button type="button" className="row quiet-row" onClick={() => run('addServer')}>
          <Plus size={14} aria-hidden="true" />
          {say(commandLabel('addServer'))}
        </button>
        <ChecksSwitch />
      </div>
    </nav>
  );
}

function InboxRow({ current }: { current: boolean }) {
  const say = useSay();
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
