import type { Notice } from '../../src-shared/model/app';
import { message } from '../../src-shared/texts/message';
import type { History } from './history-log';

/** What the user has to know at start of a history that cannot be used or was changed outside the app; undefined if all is well. */
export async function historyNotice({
  trouble,
  verify,
}: Pick<History, 'verify' | 'trouble'>): Promise<Notice | undefined> {
  if (trouble) {
    return {
      id: 'history',
      tone: 'bad',
      title: message('history.unusable.title'),
      text: [
        trouble.about.reason ?? message('history.unusable.why', { why: trouble.about.detail ?? trouble.code }),
        message('history.unusable.text'),
      ],
    };
  }
  const chain = await verify();
  if (chain.ok) return undefined;
  return {
    id: 'history-chain',
    tone: 'bad',
    title: message('history.tampered.title'),
    text: [chain.why, message('history.tampered.text')],
  };
}
