import type { AppCommand } from '../../../src-shared/model/commands';
import { themeLabel, themes } from '../../../src-shared/model/theme';
import { message } from '../../../src-shared/texts/message';
import { setTheme } from '../../state/app-store';
import { onApp } from '../commands/commands';
import { actionOf, actionsIn, type PaletteAction, type PaletteState } from './palette-action';

const GROUP = message('app.palette.everywhere');
const act = actionsIn(GROUP);

/** What can be done whatever is shown. */
export function appActions({ servers, paused, demoRunning, theme }: PaletteState): PaletteAction[] {
  const whyNot = { ownServer: servers.some(({ demo }) => !demo) ? undefined : message('app.palette.noOwnServer') };
  const rows = (ids: readonly AppCommand[]) => ids.map((id) => actionOf(GROUP, id, onApp[id], whyNot));
  return [
    ...rows(['home', 'addServer', 'findGluu']),
    ...(servers.length > 0 ? rows(['findServer']) : []),
    ...rows(['refresh']),
    ...(servers.length > 1 ? rows(['checkAll']) : []),
    ...rows(demoRunning ? ['inbox', 'restartDemo', 'stopDemo'] : ['startDemo']),
    ...rows(['history', 'exportProfiles', 'importProfiles', paused ? 'resumeChecks' : 'pauseChecks']),
    ...rows(['settings', 'lock']),
    ...themes.map((name) =>
      act(
        `theme-${name}`,
        message('settings.theme.now', { theme: themeLabel(name) }),
        message('settings.theme.hint', { chosen: name === theme ? 'yes' : 'no' }),
        () => void setTheme(name),
      ),
    ),
    ...rows(['zoomIn', 'zoomOut', 'actualSize', 'shortcuts', 'about']),
  ];
}
