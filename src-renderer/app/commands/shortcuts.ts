import { MAIL_TAB } from '../../../src-shared/gluu/pages/pages';
import { type CommandId, commandIds, commands, type Scope } from '../../../src-shared/model/commands';
import { useApp, type View } from '../../state/app-store';
import { useLock } from '../lock/locked-store';
import { run } from './commands';

export interface Shortcut {
  keys: string;
  scope: Exclude<Scope, 'row' | 'menu'>;
  does: CommandId;
}

/** Every key that the window listens to. The menu shows the same ones; the page sees them first. */
export const shortcuts: readonly Shortcut[] = commandIds.flatMap((does) => {
  const { keys, scope } = commands[does];
  return keys && scope && scope !== 'row' && scope !== 'menu' ? [{ keys, scope, does }] : [];
});

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
      return onOrganization && view.organizationTab === MAIL_TAB ? found : undefined;
  }
}

/** Whether these keys of the table, and no others, were pressed. */
export function isPressed(keys: string, { key, ctrlKey, metaKey, shiftKey, altKey }: Pressed): boolean {
  const words = keys.split(' ');
  return (
    words.at(-1)?.toLowerCase() === key.toLowerCase() &&
    words.includes('Mod') === (ctrlKey || metaKey) &&
    words.includes('Shift') === shiftKey &&
    words.includes('Alt') === altKey
  );
}

export function listenToKeys(): void {
  window.addEventListener('keydown', (event) => {
    if (useLock.getState().locked) return;
    // Whether a dialog is open is looked up in all of the page, so not for each letter that is typed.
    if (!shortcuts.some(({ keys }) => isPressed(keys, event))) return;
    const found = shortcutFor(event, useApp.getState().view, isDialogOpen());
    if (!found) return;
    event.preventDefault();
    run(found.does);
  });
}
