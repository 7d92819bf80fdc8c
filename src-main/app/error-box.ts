import { dialog } from 'electron';

/** After this long without an answer the app goes on: nobody may be there to click. */
const PATIENCE_MS = 60_000;

/** Shows an error in a dialog that stops nothing else. Resolves once it was read, or after a minute. Not before `ready`. */
export async function errorBox(message: string, detail: string): Promise<void> {
  await dialog.showMessageBox({
    type: 'error',
    title: 'Gluu Console',
    message,
    detail,
    buttons: ['Close'],
    noLink: true,
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
}
