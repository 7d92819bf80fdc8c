import { ChevronRight, Inbox, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
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
import { openFront, setTheme, show, showServer, useApp } from './app-store';
import { run } from './commands';

/** With more, the actions behind them would be out of sight. */
const MAX_RECENT = 5;

export interface PaletteAction {
  key: string;
  group: string;
  icon: ReactNode;
  text: string;
  hint: string;
  run(): void;
}

/** How its LDAP is reached, behind the host. */
function viaOf({ route }: ServerSummary): string {
  const via = routeText(route);
  return via ? ` via ${via}` : '';
}

/**
 * Every server and every action of the palette, what was opened last first. The other servers stand behind the actions until
 * something is typed, and before them from then on: whoever types a server's name wants the server.
 */
export function usePaletteActions(isTyped: boolean): PaletteAction[] {
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
  ): PaletteAction => ({
    key,
    group,
    icon,
    text,
    hint,
    run,
  });
  const recent = byRecent(servers, openedAt)
    .filter(({ id }) => openedAt[id] !== undefined)
    .slice(0, MAX_RECENT);
  const goTo = (group: string) => (server: ServerSummary) =>
    act(
      server.id,
      group,
      server.name,
      `${server.host}:${server.port}${viaOf(server)}, ${environmentLabels[server.environment]}`,
      () => showServer(server.id),
      <EnvironmentShape environment={server.environment} />,
    );
  const others = byRecent(servers, openedAt)
    .filter((server) => !recent.includes(server))
    .map(goTo(recent.length > 0 ? 'Other servers' : 'Servers'));
  return [
    ...recent.map(goTo('Opened last')),
    ...(isTyped ? others : []),
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
                  here.favourite ? 'Remove from favourites' : 'Add to favourites',
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
    act('home', 'Everywhere', 'Home', 'the servers that need a look', () => run('home')),
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
      paused ? 'Resume background checks' : 'Pause background checks',
      '',
      () => void pauseChecks(!paused),
    ),
    act('settings', 'Everywhere', 'Settings', 'colours, locking', () => run('settings')),
    act('about', 'Everywhere', 'About Gluu Console', 'version, licences', () => run('about')),
    act('lock', 'Everywhere', 'Lock now', 'Ctrl Shift L', () => run('lock')),
    ...(['system', 'light', 'dark'] as const).map((theme) =>
      act(`theme-${theme}`, 'Everywhere', `Colours: ${theme}`, '', () => void setTheme(theme)),
    ),
    ...(isTyped ? [] : others),
  ];
}
