import { BrowserWindow, dialog, type WebContents } from 'electron';
import { boxWords, pagesOf, pageTitle } from '../guard/box-words';
import type { Confirm } from '../guard/confirm';
import { textsNow } from './language';

const CANCEL = 0;
const YES = 1;

/** On a button `&` marks a key, and on Linux `_` does: with normalizeAccessKeys, Electron shows `&&` and `_` as they are meant. */
const label = (text: string): string => text.replaceAll('&', '&&');

/** Asks in a dialog of the system over the window, in as many as it takes to say all; without a window the answer is no. */
export function nativeConfirm(contents: () => WebContents | undefined): Confirm {
  return async (question, signal) => {
    const shown = contents();
    const window = shown && !shown.isDestroyed() ? BrowserWindow.fromWebContents(shown) : null;
    if (!window) return { yes: false, boxTicked: false };
    const { say } = await textsNow();
    const { message, lines, yes, box } = boxWords(question, { say });
    const pages = pagesOf(lines);
    let boxTicked = false;
    for (const [index, page] of pages.entries()) {
      const isLast = index === pages.length - 1;
      const { response, checkboxChecked } = await dialog.showMessageBox(window, {
        type: 'warning',
        title: 'Gluu Console',
        message: pageTitle(message, index + 1, pages.length, say),
        detail: page.join('\n'),
        buttons: [label(say('word.cancel')), label(isLast ? yes : say('box.readOn'))],
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
