import type { Notice } from '../../src-shared/model/app';
import { verbatim } from '../../src-shared/texts/message';
import type { FileState } from '../files/versioned-file';

/** What the page says after its process was gone and it was loaded again. */
export const afterCrash: Notice = {
  id: 'window-crash',
  tone: 'warn',
  title: verbatim('The window stopped working and was opened again.'),
  text: [
    verbatim(
      'What was typed into Organization Configuration is still there, except a password; an open dialog is not. A write that was running went on: the server’s History tells how it ended.',
    ),
  ],
};

/** What the page says after the core's process was gone and it was started again. */
export const afterCore: Notice = {
  id: 'core-gone',
  tone: 'warn',
  title: verbatim('The part of the console that talks to servers stopped working and was started again.'),
  text: [
    verbatim(
      'What was typed into Organization Configuration is still there, except a password; an open dialog is not. Passwords that were kept for this session only are gone. A write that was running is in the server’s History, which tells how it ended once the server was read again.',
    ),
  ],
};

/** What the user has to know if the app stood still while it asked `servers`, and was ended; undefined if it did not. */
export const stallNotice = (servers: number): Notice | undefined =>
  servers === 0
    ? undefined
    : {
        id: 'stall',
        tone: 'bad',
        title: verbatim('The console stood still and had to be ended.'),
        text: [
          verbatim(
            servers === 1
              ? 'It was asking one server. That server is marked, and is not asked again until you check it.'
              : `It was asking ${servers} servers. They are marked, and are not asked again until you check them.`,
          ),
        ],
      };

/** What the user has to know of a file that was not found well; undefined if it was. `what` names its content. */
export function noticeOf(id: string, what: string, state: FileState): Notice | undefined {
  const kept = state.keptAs ? ` The damaged file was kept as ${state.keptAs}.` : '';
  const why = state.detail ? ` (${state.detail})` : '';
  switch (state.kind) {
    case 'fresh':
    case 'loaded':
      return undefined;
    case 'restored':
      return {
        id,
        tone: 'warn',
        title: verbatim(`${what} came from a backup.`),
        text: [
          verbatim(
            `The file was damaged or gone${why}; the last good backup, ${state.restoredFrom ?? ''}, is in use. Changes made after it are missing.${kept}`,
          ),
        ],
      };
    case 'newer':
      return {
        id,
        tone: 'warn',
        title: verbatim(`${what} was written by a newer version of this app.`),
        text: [verbatim('Nothing in it is changed. Update the app to change it.')],
      };
    case 'unreadable':
      return {
        id,
        tone: 'bad',
        title: verbatim(`${what} could not be read.`),
        text: [
          verbatim(
            `No good backup was found${why}.${kept || ' The file is left as it is and nothing is written over it.'}`,
          ),
        ],
      };
  }
}
