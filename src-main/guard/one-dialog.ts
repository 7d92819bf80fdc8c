import { AppError } from '../base/app-error';
import type { FileDialogs } from '../files/file-dialogs';
import type { Answered, Confirm } from './confirm';
import { countRefusals } from './refusals';

/** Boxes that may wait behind the open dialog: a person at the window raises one, and a script any number. */
export const MAX_WAITING = 10;
const NO: Answered = { yes: false, boxTicked: false };

interface Dialogs {
  confirm: Confirm;
  files: FileDialogs;
}

/**
 * One dialog of the system at a time: several at once are clicked away unread. A box waits for the open dialog, because the work
 * that asks is under way; a file dialog is refused with AppError `dialog.open` while another dialog is open, because one that
 * comes up by itself later is nobody's wish any longer. Beyond ten that wait, boxes are refused likewise. After five that were
 * answered with no within a minute, none comes up, whatever it is about: AppError `confirm.tooMany`.
 */
export function oneDialog({ confirm, files }: Dialogs): Dialogs {
  let last: Promise<unknown> = Promise.resolve();
  /** Open or waiting. */
  let taken = 0;
  const refusals = countRefusals();

  function next<T>(open: () => Promise<T>): Promise<T> {
    taken += 1;
    const opened = last.then(open).finally(() => {
      taken -= 1;
    });
    last = opened.catch(() => {}); // the caller sees the error; the queue goes on
    return opened;
  }
  function requireFewRefusals(): void {
    if (refusals.areTooMany()) throw new AppError('confirm.tooMany');
  }
  async function alone(open: () => Promise<string | undefined>): Promise<string | undefined> {
    if (taken > 0) throw new AppError('dialog.open');
    requireFewRefusals();
    const chosen = await next(open);
    if (chosen === undefined) refusals.note();
    return chosen;
  }

  return {
    async confirm(question, signal) {
      if (taken > MAX_WAITING) throw new AppError('dialog.open');
      return next(async () => {
        if (signal.aborted) return NO;
        requireFewRefusals();
        const answered = await confirm(question, signal);
        if (!answered.yes && !signal.aborted) refusals.note();
        return answered;
      });
    },
    files: {
      choose: (purpose) => alone(() => files.choose(purpose)),
      chooseTarget: (target) => alone(() => files.chooseTarget(target)),
    },
  };
}
