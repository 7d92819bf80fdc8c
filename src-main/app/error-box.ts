import { dialog } from 'electron';
import type { Message } from '../../src-shared/texts/message';
import { textsNow } from './language';

/** After this long without an answer the app goes on: nobody may be there to click. */
const PATIENCE_MS = 60_000;

/** Shows an error in a dialog that stops nothing else. Resolves once it was read, or after a minute. Not before `ready`. */
export async function errorBox(what: Message, detail: readonly Message[]): Promise<void> {
  const { say } = await textsNow();
  await dialog.showMessageBox({
    type: 'error',
    title: 'Gluu Console',
    message: say(what),
    detail: say(detail),
    buttons: [say('word.close')],
    noLink: true,
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
}
