import { Menu, Monitor, Moon, Search, Sun } from 'lucide-react';
import { memo } from 'react';
import type { Theme } from '../../src-shared/model/app';
import { appCommands, commandLabel } from '../../src-shared/model/commands';
import { themeLabel } from '../../src-shared/model/theme';
import { setDrawer, setTheme, useApp } from '../state/app-store';
import { Button } from '../ui/button';
import { ariaKeys, keysHere } from '../ui/keys';
import { Logo } from '../ui/logo';
import { useSay } from '../ui/texts-store';
import { run, SERVERS_BUTTON_ID } from './commands/commands';
import css from './title-bar.module.css';

const { home, palette } = appCommands;
const next: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };
const icons = { system: Monitor, light: Sun, dark: Moon };

/** Home, the palette, the theme; in a narrow window the button of the server list as well. */
export const TitleBar = memo(function TitleBar() {
  const theme = useApp(({ app }) => app?.theme ?? 'system');
  const drawer = useApp((state) => state.drawer);
  const say = useSay();
  const Icon = icons[theme];
  return (
    <header className={css.title}>
      <span className={css.servers}>
        <Button small id={SERVERS_BUTTON_ID} aria-expanded={drawer} onClick={() => setDrawer(!drawer)}>
          <Menu size={14} aria-hidden="true" /> {say('app.list')}
        </Button>
      </span>
      <button
        type="button"
        className={css.home}
        aria-label={say('app.title.home')}
        aria-keyshortcuts={ariaKeys(home.keys)}
        title={say('app.title.withKeys', { what: commandLabel('home'), keys: keysHere(home.keys) })}
        onClick={() => run('home')}
      >
        <Logo />
        <b>Gluu Console</b>
      </button>
      <button type="button" className={css.palette} onClick={() => run('palette')}>
        <Search size={14} aria-hidden="true" />
        <span>{say(commandLabel('palette'))}</span>
        <span className="keys" translate="no">
          {keysHere(palette.keys)}
        </span>
      </button>
      <button
        type="button"
        className={`icon ${css.theme}`}
        aria-label={say('settings.theme.change', { theme: themeLabel(theme), next: themeLabel(next[theme]) })}
        title={say('settings.theme.now', { theme: themeLabel(theme) })}
        onClick={() => void setTheme(next[theme])}
      >
        <Icon size={14} aria-hidden="true" />
      </button>
    </header>
  );
});
