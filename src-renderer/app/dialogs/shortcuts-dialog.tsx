import { closeFront } from '../../state/app-store';
import { Dialog } from '../../ui/dialog';
import { type Shortcut, shortcuts } from '../commands/shortcuts';
import { CloseButton } from './close-button';

const does: Partial<Record<Shortcut['does'], string>> & Record<'nextPart' | 'previousPart', string> = {
  lock: 'Lock now',
  palette: 'Go to a server or run an action',
  findServer: 'Find a server in the list',
  home: 'Home',
  refresh: 'Refresh what is shown',
  nextPart: 'To the next part of the window: list, work area, status line',
  previousPart: 'To the previous part',
  review: 'Review the changes and update',
  test: 'Test Configuration, on the SMTP tab',
};

/** Keys that belong to what has the focus. */
const inPlace: readonly [keys: string, does: string][] = [
  ['↑ ↓', 'In the list: the next server. Home, End and the beginning of a name work as well'],
  ['→ ←', 'In the list: the star of a server, and back'],
  ['Alt ↑ ↓', 'In the list: move a server'],
  ['Esc', 'Close what is in front'],
];

/** Every key of the window. */
export function ShortcutsDialog() {
  const rows = [...shortcuts.map((shortcut) => [shortcut.keys, does[shortcut.does] ?? ''] as const), ...inPlace];
  return (
    <Dialog title="Keyboard shortcuts" onClose={closeFront} actions={<CloseButton />}>
      <dl className="facts">
        {rows.map(([keys, text]) => (
          <div key={keys} className="fact">
            <dt>{keys}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
