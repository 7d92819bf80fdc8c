import { themeLabels, themes } from '../../../src-shared/model/app';
import { setTheme, show } from '../../state/app-store';
import { checkServers } from '../../state/check-store';
import { pauseChecks } from '../../state/health-store';
import { invoke } from '../../state/ipc';
import { startDemo, stopDemo } from '../../state/servers-store';
import { run } from '../commands/commands';
import { keysOf } from '../commands/shortcuts';
import { actionsIn, type PaletteAction, type PaletteState } from './palette-action';

const act = actionsIn('Everywhere');

const command = (
  name: NonNullable<PaletteAction['command']>,
  text: string,
  hint = keysOf(name),
  more: Partial<PaletteAction> = {},
) => act(name, text, hint, () => run(name), { command: name, ...more });

/** What can be done whatever is shown. */
export function appActions({ servers, paused, demoRunning, theme }: PaletteState): PaletteAction[] {
  const anyOwn = servers.some(({ demo }) => !demo);
  return [
    command('home', 'Home', 'the servers that need a look'),
    command('addServer', 'Add a server', '', { icon: 'add' }),
    command('findGluu', 'Find a Gluu Server over SSH', 'or from a properties file'),
    ...(servers.length > 0 ? [command('findServer', 'Find a server', `in the list, ${keysOf('findServer')}`)] : []),
    command('refresh', 'Refresh', `read again what is shown, ${keysOf('refresh')}`),
    ...(servers.length > 1 ? [act('check-all', 'Check all servers', 'at once', () => void checkServers(servers))] : []),
    ...demoActions(demoRunning),
    command('history', 'History of all servers', 'what this console wrote'),
    command('exportProfiles', 'Export servers', 'to a file', {
      off: anyOwn ? undefined : 'There is no server of your own.',
    }),
    command('importProfiles', 'Import servers', 'from a file'),
    act('pause', paused ? 'Resume background checks' : 'Pause background checks', '', () => void pauseChecks(!paused)),
    command('settings', 'Settings', 'theme, locking'),
    command('lock', 'Lock now'),
    ...themes.map((name) =>
      act(
        `theme-${name}`,
        `Theme: ${themeLabels[name]}`,
        name === theme ? 'colours, chosen now' : 'colours',
        () => void setTheme(name),
      ),
    ),
    act('zoom-in', 'Zoom in', 'Ctrl +', () => void invoke('app.zoom', { step: 'in' })),
    act('zoom-out', 'Zoom out', 'Ctrl -', () => void invoke('app.zoom', { step: 'out' })),
    act('zoom-reset', 'Actual size', 'Ctrl 0', () => void invoke('app.zoom', { step: 'reset' })),
    command('shortcuts', 'Keyboard shortcuts', 'help'),
    command('about', 'About Gluu Console', 'version and licence'),
  ];
}

function demoActions(demoRunning: boolean): PaletteAction[] {
  if (!demoRunning)
    return [act('demo-start', 'Start the demo fleet', 'five Gluu Servers inside this app', () => void startDemo())];
  return [
    act('inbox', 'Demo inbox', 'mail the demo mail server took', () => show({ kind: 'inbox' }), { icon: 'inbox' }),
    act('demo-restart', 'Restart the demo fleet', 'undoes everything', () => void startDemo('demo.restart')),
    act('demo-stop', 'Stop the demo fleet', '', () => void stopDemo()),
  ];
}
