// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { ShortcutsDialog } from '../../../src-renderer/app/dialogs/shortcuts-dialog';
import { paletteActions } from '../../../src-renderer/app/palette/palette-actions';
import { TitleBar } from '../../../src-renderer/app/title-bar';
import { Button } from '../../../src-renderer/ui/button';
import { serverCommands } from '../../../src-shared/model/commands';

const on = (platform: string) => vi.spyOn(navigator, 'platform', 'get').mockReturnValue(platform);
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

test.each([
  ['MacIntel', { palette: '⌘K', home: '⌥Home', homeAria: 'Alt+Home', update: '⌘S', lock: '⇧⌘L', move: '⌥↑↓' }],
  [
    'Linux x86_64',
    {
      palette: 'Ctrl K',
      home: 'Alt Home',
      homeAria: 'Alt+Home',
      update: 'Ctrl S',
      lock: 'Ctrl Shift L',
      move: 'Alt ↑ ↓',
    },
  ],
  [
    'Win32',
    {
      palette: 'Ctrl K',
      home: 'Alt Home',
      homeAria: 'Alt+Home',
      update: 'Ctrl S',
      lock: 'Ctrl Shift L',
      move: 'Alt ↑ ↓',
    },
  ],
])('on %s keys are called what its menus call them, wherever they are shown', (platform, keys) => {
  on(platform);
  render(<TitleBar />);
  expect(screen.getByText(keys.palette)).toBeTruthy();
  const home = screen.getByRole('button', { name: 'Gluu Console: home' });
  expect([home.title, home.getAttribute('aria-keyshortcuts')]).toEqual([`Home (${keys.home})`, keys.homeAria]);
  render(<Button keys={serverCommands.review.keys}>Update</Button>);
  expect(screen.getByText(keys.update)).toBeTruthy();
  const state = {
    servers: [],
    openedAt: {},
    view: { kind: 'start' },
    paused: false,
    demoRunning: false,
    isTyped: false,
  };
  const rows = paletteActions({ ...state, theme: 'system', whyNot: {} } as never);
  expect(rows.find(({ key }) => key === 'lock')?.hint).toEqual([keys.lock]);
  render(<ShortcutsDialog />);
  const listed = screen.getAllByRole('term', { hidden: true }).map(({ textContent }) => textContent);
  expect(listed).toEqual(expect.arrayContaining([keys.palette, keys.lock, keys.update, keys.move, 'F5', 'Esc']));
});
