import { BrowserWindow, dialog, type WebContents } from 'electron';
import type { Confirm } from '../guard/confirm';
import { safeText } from '../safe-text';

const CANCEL = 0;
const YES = 1;
/** A box higher than the screen hides its buttons. */
const MAX_LINES = 24;
const MAX_LINE = 160;

/** Asks in a dialog of the system over the window; without a window the answer is no. */
export function nativeConfirm(contents: () => WebContents | undefined): Confirm {
  return async ({ message, lines, yes, box }, signal) => {
    const shown = contents();
    const window = shown && !shown.isDestroyed() ? BrowserWindow.fromWebContents(shown) : null;
    if (!window) return { yes: false, boxTicked: false };
    const { response, checkboxChecked } = await dialog.showMessageBox(window, {
      type: 'warning',
      title: 'Gluu Console',
      message: short(message),
      detail: detailOf(lines),
      buttons: ['Cancel', short(yes)],
      defaultId: CANCEL,
      cancelId: CANCEL,
      noLink: true,
      signal,
      ...(box ? { checkboxLabel: box, checkboxChecked: false } : {}),
    });
    const said = response === YES && !signal.aborted;
    return { yes: said, boxTicked: said && box !== undefined && checkboxChecked };
  };
}

const short = (line: string): string => {
  const safe = safeText(line);
  return safe.length > MAX_LINE ? `${safe.slice(0, MAX_LINE)}…` : safe;
};

function detailOf(lines: readonly string[]): string {
  const shown = lines.slice(0, MAX_LINES).map(short);
  const more = lines.length - shown.length;
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join('\n');
}
