import { app, dialog } from 'electron';

/** After this long without an answer the app ends all the same: nobody may be there to click. */
const PATIENCE_MS = 60_000;

/** Tells the user that the app cannot go on, in a dialog that stops nothing else. Resolves once it was read, or after a minute. */
export async function hasToClose(): Promise<void> {
  const message = 'Gluu Console has to close.';
  if (!app.isReady()) {
    process.stderr.write(`${message}\n`);
    return;
  }
  await dialog.showMessageBox({
    type: 'error',
    title: 'Gluu Console',
    message,
    detail:
      'It met an error of its own that it cannot go on with. What was typed and not written is lost. A write that was running is in the History, which tells at the next start how it ended. The log has the cause.',
    buttons: ['Close'],
    noLink: true,
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
}
