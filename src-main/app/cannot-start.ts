import { app } from 'electron';
import { failureInShort, sentencesOf } from '../../src-shared/messages/failure-texts';
import { type Message, message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { showWriter } from '../files/folder-lock';
import { log } from '../files/log';
import { errorBox } from './error-box';
import { speakAtFirst, textsNow } from './language';

/**
 * Says why the app does not start: on stderr, and where it was started without a terminal and there is a display, in a dialog
 * as well. Resolves once it was read, or after a minute. On Linux there are dialogs from `ready` on
 * (electronjs.org/docs/latest/api/dialog, showErrorBox).
 */
export async function cannotStart(...reason: readonly Message[]): Promise<void> {
  process.stderr.write(`${(await textsNow()).say(reason)}\n`);
  const nobodyLooks = app.commandLine.hasSwitch('smoke-test') || !hasDisplay();
  if (process.stderr.isTTY || nobodyLooks) return;
  await app.whenReady();
  speakAtFirst();
  await errorBox(message('box.start.cannot'), reason);
}

/** Ends a second start of the app: the first one has shown its window. */
export async function openAlready(exit: (code: number) => void = app.exit): Promise<void> {
  process.stderr.write(`${(await textsNow()).say('box.start.openAlready')}\n`);
  exit(0);
}

/** Ends the process without Chromium's part in it, which would remove the lock of whichever app holds that by now. */
const endAlone = (code: number): void => (process as unknown as { reallyExit(code: number): void }).reallyExit(code);

/**
 * Ends an app that failed while it started. Of two that start at the same moment Chromium lets both go on now and then, and the
 * one that does not get the folder ends here.
 */
export async function endUnstarted(error: unknown): Promise<void> {
  if (!(error instanceof AppError)) {
    log.bug(error);
    await cannotStart(message('box.start.bug')).finally(() => app.exit(1));
    return;
  }
  const isTaken = error.code === 'folder.inUse';
  const other = isTaken ? await showWriter(app.getPath('userData')).catch(() => undefined) : undefined;
  if (other?.kind === 'app') return openAlready(endAlone);
  const failure = error.toFailure();
  const { why, todo } = sentencesOf(failure);
  const words = [failureInShort(failure), why, todo];
  await cannotStart(...words.filter((each) => each !== undefined)).finally(() => app.exit(2));
}

const hasDisplay = () => process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
