import type { Notice } from '../../src-shared/model/app';
import { type Message, message } from '../../src-shared/texts/message';
import type { FileState } from '../files/versioned-file';

/** What the page says after its process was gone and it was loaded again. */
export const afterCrash: Notice = {
  id: 'window-crash',
  tone: 'warn',
  title: message('app.notice.crash'),
  text: [message('app.notice.stillThere'), message('app.notice.crash.write')],
};

/** What the page says after the core's process was gone and it was started again. */
export const afterCore: Notice = {
  id: 'core-gone',
  tone: 'warn',
  title: message('app.notice.core'),
  text: [message('app.notice.stillThere'), message('app.notice.core.session'), message('app.notice.core.write')],
};

/** What the user has to know if the app stood still while it asked `servers`, and was ended; undefined if it did not. */
export const stallNotice = (servers: number): Notice | undefined =>
  servers === 0
    ? undefined
    : {
        id: 'stall',
        tone: 'bad',
        title: message('app.notice.stall'),
        text: [message('app.notice.stall.servers', { n: servers })],
      };

/** The files of the app of which the user is told, by what they hold. */
export type KeptFile = 'settings' | 'servers' | 'reset' | 'mailbox' | 'tests' | 'places' | 'before-images' | 'health';

/** What the user has to know of a file that was not found well; undefined if it was. */
export function noticeOf(id: KeptFile, { kind, keptAs, restoredFrom = '', detail }: FileState): Notice | undefined {
  if (kind === 'fresh' || kind === 'loaded') return undefined;
  const kept = keptAs ? [message('app.notice.keptAs', { name: keptAs })] : [];
  const why = detail ? [message('app.notice.why', { why: detail })] : [];
  const text: Record<typeof kind, readonly Message[]> = {
    restored: [message('app.notice.restored.text', { backup: restoredFrom }), ...why, ...kept],
    newer: [message('app.notice.newer.text')],
    unreadable: [
      message('app.notice.unreadable.text'),
      ...why,
      ...(kept.length > 0 ? kept : [message('app.notice.untouched')]),
    ],
  };
  return {
    id,
    tone: kind === 'unreadable' ? 'bad' : 'warn',
    title: message(`app.notice.${kind}`, { file: message(`app.notice.file.${id}`) }),
    text: text[kind],
  };
}
