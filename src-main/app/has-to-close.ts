import { app } from 'electron';
import { errorBox } from './error-box';

/** Tells the user that the app cannot go on, in a dialog that stops nothing else. Resolves once it was read, or after a minute. */
export async function hasToClose(): Promise<void> {
  const message = 'Gluu Console has to close.';
  if (!app.isReady()) {
    process.stderr.write(`${message}\n`);
    return;
  }
  await errorBox(
    message,
    'An error in the app stops it from going on. What was typed and not saved is lost. A write that was running is in the History, which shows at the next start how it ended. The cause is in the log.',
  );
}
