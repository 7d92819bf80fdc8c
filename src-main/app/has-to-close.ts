import { app } from 'electron';
import { message } from '../../src-shared/texts/message';
import { errorBox } from './error-box';
import { textsNow } from './language';

/** Tells the user that the app cannot go on, in a dialog that stops nothing else. Resolves once it was read, or after a minute. */
export async function hasToClose(): Promise<void> {
  const what = message('box.hasToClose');
  if (!app.isReady()) {
    process.stderr.write(`${(await textsNow()).say(what)}\n`);
    return;
  }
  await errorBox(what, [message('box.hasToClose.detail')]);
}
