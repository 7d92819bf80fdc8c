import { Menu, Monitor, Moon, Search, Sun } from 'lucide-react';
import { type Theme, themeLabels } from '../../src-shared/model/app';
import { openFront, setDrawer, setTheme, useApp } from '../state/app-store';
import { Logo } from '../ui/logo';
import { run, SERVERS_BUTTON_ID } from './commands/commands';

const next: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };
const icons = { system: Monitor, light: Sun, dark: Moon };

/** Home, the palette, the theme; in a narrow window the button of the server list as well. */
export function TitleBar() {
  const theme = useApp(({ app }) => app?.theme ?? 'system');
  const drawer = useApp((state) => state.drawer);
  const Icon = icons[theme];
  return (
    <header className="title">
      <button
        type="button"
        id={SERVERS_BUTTON_ID}
        className="button small servers-button"
        aria-expanded={drawer}
        onClick={() => setDrawer(!drawer)}
      >
        <Menu size={14} aria-hidden="true" /> Servers
      </button>
      <button
        type="button"
        className="home-button"
        aria-label="Gluu Console: home"
        aria-keyshortcuts="Alt+Home"
        title="Home (Alt Home)"
        onClick={() => run('home')}
      >
        <Logo />
        <b>Gluu Console</b>
      </button>
      <button type="button" className="palette-field" onClick={() => openFront({ kind: 'palette' })}>
        <Search size={14} aria-hidden="true" />
        <span>Go to a server or run an action</span>
        <span className="keys">Ctrl K</span>
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={`Theme: ${themeLabels[theme]}. Change to ${themeLabels[next[theme]]}`}
        title={`Theme: ${themeLabels[theme]}`}
        onClick={() => void setTheme(next[theme])}
      >
        <Icon size={14} aria-hidden="true" />
      </button>
    </header>
  );
}
