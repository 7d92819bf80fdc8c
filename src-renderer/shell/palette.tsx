import { Dialog as Base } from '@base-ui/react/dialog';
import { ChevronRight, Inbox, Plus, Search } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { organizationTabs } from '../../src-shared/model/organization-fields';
import { routeText } from '../../src-shared/model/route';
import { environmentLabels, type ServerSummary } from '../../src-shared/model/server';
import { byRecent } from '../../src-shared/model/server-list';
import { openOnboarding } from '../onboarding/onboarding-store';
import { checkServers } from '../overview/check-store';
import { EnvironmentShape } from '../servers/environment';
import { pauseChecks, useFleet } from '../servers/fleet-store';
import { moveBy, setFavourite } from '../servers/server-actions';
import { startDemo, stopDemo, useServers } from '../servers/servers-store';
import { closeFront, openFront, setTheme, show, showServer, useApp } from './app-store';
import { run } from './commands';

interface Action {
  key: string;
  group: string;
  icon: ReactNode;
  text: string;
  hint: string;
  run(): void;
}

/** Reaches every server and every action by typing a part of its name. */
export function Palette() {
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const listId = useId();
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = useActions().filter(({ text, hint, group }) =>
    words.every((word) => `${text} ${hint} ${group}`.toLowerCase().includes(word)),
  );
  const current = found[Math.min(chosen, found.length - 1)];

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && found.length > 0) {
      event.preventDefault();
      setChosen((found.length + Math.min(chosen, found.length - 1) + step) % found.length);
    } else if (event.key === 'Enter' && current) {
      event.preventDefault();
      closeFront();
      current.run();
    }
  };

  return (
    <Base.Root open onOpenChange={(open) => !open && closeFront()}>
      <Base.Portal>
        <Base.Backdrop className="scrim" />
        <Base.Popup className="dialog palette">
          <Base.Title className="unseen">Go to a server or run an action</Base.Title>
          <div className="palette-query">
            <Search size={16} aria-hidden="true" />
            <input
              role="combobox"
              aria-expanded="true"
              aria-controls={listId}
              aria-activedescendant={current ? `${listId}-${current.key}` : undefined}
              aria-label="Go to a server or run an action"
              value={query}
              spellCheck={false}
              onChange={(event) => {
                setQuery(event.target.value);
                setChosen(0);
              }}
              onKeyDown={onKeyDown}
            />
            <span className="keys">Esc</span>
          </div>
          <div id={listId} role="listbox" aria-label="Servers and actions" className="palette-list">
            {found.map((action, index) => (
              <div key={action.key} role="presentation">
                {found[index - 1]?.group === action.group ? null : (
                  <div className="palette-group" role="presentation">
                    {action.group}
                  </div>
                )}
                <div
                  id={`${listId}-${action.key}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={action === current}
                  className={action === current ? 'palette-item on' : 'palette-item'}
                  onMouseMove={() => setChosen(index)}
                  onClick={() => {
                    closeFront();
                    action.run();
                  }}
                  onKeyDown={onKeyDown}
                >
                  {action.icon}
                  <span>
                    {action.text} <span className="faint">{action.hint}</span>
                  </span>
                </div>
              </div>
            ))}
          </div>
          {found.length === 0 ? <p className="palette-none">Nothing is called that.</p> : null}
          <div className="palette-foot">
            <span className="keys">↑ ↓</span> choose <span className="keys">Enter</span> go
            <span className="push">{found.length} found</span>
          </div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** How its LDAP is reached, behind the host. */
function viaOf({ route }: ServerSummary): string {
  const via = routeText(route);
  return via ? ` via ${via}` : '';
}

function useActions(): Action[] {
  const { servers } = useServers();
  const openedAt = useFleet((fleet) => fleet.openedAt);
  const paused = useFleet((fleet) => fleet.paused);
  const { view, app } = useApp();
  const arrow = <ChevronRight size={14} aria-hidden="true" />;
  const here = view.kind === 'server' ? servers.find(({ id }) => id === view.serverId) : undefined;
  const onServer = here ? `On ${here.name}` : '';
  const act = (
    key: string,
    group: string,
    text: string,
    hint: string,
    run: () => void,
    icon: ReactNode = arrow,
  ): Action => ({
    key,
    group,
    icon,
    text,
    hint,
    run,
  });
  return [
    ...byRecent(servers, openedAt).map((server) =>
      act(
        server.id,
        'Servers',
        server.name,
        `${server.host}:${server.port}${viaOf(server)}, ${environmentLabels[server.environment]}`,
        () => showServer(server.id),
        <EnvironmentShape environment={server.environment} />,
      ),
    ),
    ...(here
      ? [
          act('check', onServer, 'Check again', 'reach it, stage by stage', () => run('check')),
          ...organizationTabs.map(({ id, label }) =>
            act(`tab-${id}`, onServer, label, 'Organization Configuration', () =>
              showServer(here.id, 'organization', id),
            ),
          ),
          act('test', onServer, 'Test Configuration', 'SMTP, from this workstation', () => run('test')),
          act('history', onServer, 'History', 'what this console wrote', () => showServer(here.id, 'history')),
          ...(here.demo
            ? []
            : [
                act(
                  'favourite',
                  onServer,
                  here.favourite ? 'No favourite any more' : 'Make it a favourite',
                  here.name,
                  () => void setFavourite(here, !here.favourite),
                ),
                act('move-up', onServer, 'Move up in the list', 'Alt Up', () => void moveBy(here.id, -1)),
                act('move-down', onServer, 'Move down in the list', 'Alt Down', () => void moveBy(here.id, 1)),
                act('edit', onServer, 'Edit server', here.name, () =>
                  openFront({ kind: 'serverForm', serverId: here.id }),
                ),
              ]),
        ]
      : []),
    act(
      'add',
      'Everywhere',
      'Add a server',
      '',
      () => openFront({ kind: 'serverForm' }),
      <Plus size={14} aria-hidden="true" />,
    ),
    act('onboarding', 'Everywhere', 'Find a Gluu Server over SSH', 'or from a properties file', openOnboarding),
    ...(servers.length > 1
      ? [act('check-all', 'Everywhere', 'Check all servers', 'at once', () => void checkServers(servers))]
      : []),
    ...(app?.demoRunning
      ? [
          act(
            'inbox',
            'Everywhere',
            'Demo inbox',
            'mail the demo mail server took',
            () => show({ kind: 'inbox' }),
            <Inbox size={14} aria-hidden="true" />,
          ),
          act(
            'demo-restart',
            'Everywhere',
            'Restart the demo fleet',
            'undoes everything',
            () => void startDemo('demo.restart'),
          ),
          act('demo-stop', 'Everywhere', 'Stop the demo fleet', '', () => void stopDemo()),
        ]
      : [
          act(
            'demo-start',
            'Everywhere',
            'Start the demo fleet',
            'five Gluu Servers inside this app',
            () => void startDemo(),
          ),
        ]),
    act('history-all', 'Everywhere', 'History of all servers', 'what this console wrote', () => run('history')),
    ...(servers.some(({ demo }) => !demo)
      ? [act('export', 'Everywhere', 'Export servers', 'to a file', () => run('exportProfiles'))]
      : []),
    act('import', 'Everywhere', 'Import servers', 'from a file', () => run('importProfiles')),
    act(
      'pause',
      'Everywhere',
      paused ? 'Go on with the background checks' : 'Pause the background checks',
      '',
      () => void pauseChecks(!paused),
    ),
    act('settings', 'Everywhere', 'Settings', 'colours, locking', () => run('settings')),
    act('lock', 'Everywhere', 'Lock now', 'Ctrl Shift L', () => run('lock')),
    ...(['system', 'light', 'dark'] as const).map((theme) =>
      act(`theme-${theme}`, 'Everywhere', `Colours: ${theme}`, '', () => void setTheme(theme)),
    ),
  ];
}
