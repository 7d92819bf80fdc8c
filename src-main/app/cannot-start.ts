import { app } from 'electron';
import { errorBox } from './error-box';

/**
 * Says why the app does not start: on stderr, and where it was started without a terminal and there is a display, in a dialog
 * as well. Resolves once it was read, or after a minute. On Linux there are dialogs from `ready` on
 * (electronjs.org/docs/latest/api/dialog, showErrorBox).
 */
export async function cannotStart(reason: string): Promise<void> {
  process.stderr.write(`${reason}\n`);
  const nobodyLooks = app.commandLine.hasSwitch('smoke-test') || !hasDisplay();
  if (process.stderr.isTTY || nobodyLooks) return;
  await app.whenReady();
  await errorBox('Gluu Console cannot start.', reason);
}

const hasDisplay = () => process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
