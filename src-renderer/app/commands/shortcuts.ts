import type { WindowCommand } from '../../../src-shared/contract/contract';
import { useApp, type View } from '../../state/app-store';
import { lockNow, useLock } from '../lock/locked-store';
import { run } from './commands';
import { goToRegion } from './regions';

/**
 * Where a key does something: over whatever is in front; in the window, with no dialog over it; or only on the page it belongs
 * to, since elsewhere it would take the user away from what is being typed.
 */
type Scope = 'always' | 'window' | 'organization' | 'smtp';

export interface Shortcut {
  /** As the menu and the window name them: `Ctrl Shift L`. Ctrl stands for Command on macOS. */
  keys: string;
  scope: Scope;
  does: WindowCommand | 'nextPart' | 'previousPart';
}

/** Every key of the window. The menu shows the same ones; the page sees them first. */
export const shortcuts: readonly Shortcut[] = [
  { keys: 'Ctrl Shift L', scope: 'always', does: 'lock' },
  { keys: 'Ctrl K', scope: 'window', does: 'palette' },
  { keys: 'Ctrl L', scope: 'window', does: 'findServer' },
  { keys: 'Alt Home', scope: 'window', does: 'home' },
  { keys: 'F5', scope: 'window', does: 'refresh' },
  { keys: 'F6', scope: 'window', does: 'nextPart' },
  { keys: 'Shift F6', scope: 'window', does: 'previousPart' },
  { keys: 'Ctrl S', scope: 'organization', does: 'review' },
  { keys: 'Ctrl Enter', scope: 'smtp', does: 'test' },
];

const named = new Map(shortcuts.map(({ does, keys }) => [does, keys]));
/** The keys of a command, or nothing. */
export const keysOf = (command: WindowCommand): string => named.get(command) ?? '';

/** Whether something is in front of the window. */
export const isDialogOpen = (): boolean =>
  useApp.getState().front.kind !== 'none' || document.querySelector('[role="dialog"]') !== null;

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** The shortcut that was pressed, if it has any effect where the user is. */
export function shortcutFor(pressed: Pressed, view: View, isCovered: boolean): Shortcut | undefined {
  const found = shortcuts.find(({ keys }) => isPressed(keys, pressed));
  if (!found || (isCovered && found.scope !== 'always')) return undefined;
  const onOrganization = view.kind === 'server' && view.tab === 'organization';
  switch (found.scope) {
    case 'always':
    case 'window':
      return found;
    case 'organization':
      return onOrganization ? found : undefined;
    case 'smtp':
      return onOrganization && view.organizationTab === 'smtp' ? found : undefined;
  }
}

function isPressed(keys: string, { key, ctrlKey, metaKey, shiftKey, altKey }: Pressed): boolean {
  const words = keys.split(' ');
  return (
    words.at(-1)?.toLowerCase() === key.toLowerCase() &&
    words.includes('Ctrl') === (ctrlKey || metaKey) &&
    words.includes('Shift') === shiftKey &&
    words.includes('Alt') === altKey
  );
}

export function listenToKeys(): void {
  window.addEventListener('keydown', (event) => {
    if (useLock.getState().locked) return;
    const found = shortcutFor(event, useApp.getState().view, isDialogOpen());
    if (!found) return;
    event.preventDefault();
    if (found.does === 'nextPart') goToRegion(1);
    else if (found.does === 'previousPart') goToRegion(-1);
    else if (found.does === 'lock') lockNow();
    else run(found.does);
  });
}
