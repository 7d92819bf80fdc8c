import { Inbox, Plus, Search } from 'lucide-react';
import type { ServerSummary } from '../../src-shared/model/server';
import { useInbox } from '../demo/inbox-store';
import { useDirtyServers } from '../organization/organization-store';
import { useChecks } from '../overview/check-store';
import { openFront, show, showServer, useApp } from '../shell/app-store';
import { FIND_SERVER_ID } from '../shell/commands';
import { Signal } from '../ui/signal';
import { EnvironmentShape } from './environment';
import { groupsOf, setQuery, useServers } from './servers-store';

/** Every server: searched first, in groups, with environment and state as shape, word and colour. */
export function ServerList() {
  const { servers, query } = useServers();
  const { view, app } = useApp();
  const groups = groupsOf(servers, query);
  const first = groups[0]?.servers[0];
  return (
    <nav className="list" aria-label="Servers">
      <div className="find">
        <Search size={14} aria-hidden="true" />
        <input
          id={FIND_SERVER_ID}
          aria-label="Find a server"
          placeholder="Find a server"
          value={query}
          spellCheck={false}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && first) showServer(first.id);
            if (event.key === 'Escape') setQuery('');
          }}
        />
        <span className="keys">Ctrl L</span>
      </div>
      <div className="list-scroll">
        {groups.map((group) => (
          <section key={group.name} aria-label={group.name || 'Servers without a group'}>
            {group.name ? (
              <h2>
                {group.name}
                <span>{group.servers.length}</span>
              </h2>
            ) : null}
            <ul>
              {group.servers.map((server) => (
                <li key={server.id}>
                  <ServerRow server={server} current={view.kind === 'server' && view.serverId === server.id} />
                </li>
              ))}
            </ul>
          </section>
        ))}
        {groups.length === 0 ? (
          <p className="list-none">
            No server matches.{' '}
            <button type="button" className="link" onClick={() => setQuery('')}>
              Show all
            </button>
          </p>
        ) : null}
      </div>
      {app?.demoRunning ? <InboxRow current={view.kind === 'inbox'} /> : null}
      <div className="list-foot">
        <button type="button" className="quiet-row" onClick={() => openFront({ kind: 'serverForm' })}>
          <Plus size={14} aria-hidden="true" />
          Add a server
        </button>
      </div>
    </nav>
  );
}

function ServerRow({ server, current }: { server: ServerSummary; current: boolean }) {
  const check = useChecks(({ checks }) => checks[server.id]);
  const dirty = useDirtyServers(server.id);
  const version = check?.kind === 'done' ? check.value.version.least : '';
  return (
    <button
      type="button"
      className={current ? 'server-row on' : 'server-row'}
      aria-current={current || undefined}
      onClick={() => showServer(server.id)}
    >
      <EnvironmentShape environment={server.environment} />
      <span className="cut">{server.name}</span>
      <span className="server-version">{version}</span>
      <span className="cut server-host">
        {server.host}:{server.port}
      </span>
      <RowState kind={check?.kind} dirty={dirty} />
    </button>
  );
}

function RowState({ kind, dirty }: { kind: 'idle' | 'running' | 'failed' | 'done' | undefined; dirty: boolean }) {
  if (dirty) return <span className="row-state edit">Unsaved</span>;
  switch (kind) {
    case 'running':
      return (
        <span className="row-state">
          <Signal tone="running" size={12} />
          Checking
        </span>
      );
    case 'failed':
      return (
        <span className="row-state bad">
          <Signal tone="bad" size={12} />
          Not reached
        </span>
      );
    case 'done':
      return (
        <span className="row-state ok">
          <Signal tone="ok" size={12} />
          Reached
        </span>
      );
    default:
      return (
        <span className="row-state">
          <Signal tone="off" size={12} />
          Not checked
        </span>
      );
  }
}

function InboxRow({ current }: { current: boolean }) {
  const unread = useInbox(({ unread: count }) => count);
  return (
    <div className="list-foot">
      <button type="button" className={current ? 'quiet-row on' : 'quiet-row'} onClick={() => show({ kind: 'inbox' })}>
        <Inbox size={14} aria-hidden="true" />
        Demo inbox
        {unread > 0 ? <span className="badge">{unread} new</span> : null}
      </button>
    </div>
  );
}
