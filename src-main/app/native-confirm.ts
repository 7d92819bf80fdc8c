import { BrowserWindow, dialog, type WebContents } from 'electron';
import { boxText, pagesOf } from '../guard/box-text';
import type { Confirm } from '../guard/confirm';

const CANCEL = 0;
const YES = 1;

/** On a button `&` marks a key, and on Linux `_` does: with normalizeAccessKeys, Electron shows `&&` and `_` as they are meant. */
const label = (text: string): string => boxText(text).replaceAll('&', '&&');

/** Asks in a dialog of the system over the window, in as many as it takes to say all; without a window the answer is no. */
export function nativeConfirm(contents: () => WebContents | undefined): Confirm {
  return async ({ message, lines, yes, box }, signal) => {
    const shown = contents();
    const window = shown && !shown.isDestroyed() ? BrowserWindow.fromWebContents(shown) : null;
    if (!window) return { yes: false, boxTicked: false };
    const pages = pagesOf(lines);
    let boxTicked = false;
    for (const [index, page] of pages.entries()) {
      const isLast = index === pages.length - 1;
      const of = pages.length > 1 ? ` (${index + 1} of ${pages.length})` : '';
      const { response, checkboxChecked } = await dialog.showMessageBox(window, {
        type: 'warning',
        title: 'Gluu Console',
        message: `${boxText(message)}${of}`,
        detail: page.join('\n'),
        buttons: ['Cancel', isLast ? label(yes) : 'Read on'],
        normalizeAccessKeys: true,
        defaultId: CANCEL,
        cancelId: CANCEL,
        noLink: true,
        signal,
        ...(box && isLast ? { checkboxLabel: box, checkboxChecked: false } : {}),
      });
      if (response !== YES || signal.aborted) return { yes: false, boxTicked: false };
      boxTicked = isLast && box !== undefined && checkboxChecked;
    }
    return { yes: true, boxTicked };
  };
}
