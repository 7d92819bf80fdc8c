import type { Notice } from '../../src-shared/model/app';
import type { History } from './history-log';

/** What the user has to know at start of a history that was changed outside the app; undefined if its chain holds. */
export async function chainNotice(history: Pick<History, 'verify'>): Promise<Notice | undefined> {
  const chain = await history.verify();
  if (chain.ok) return undefined;
  return {
    id: 'history-chain',
    tone: 'bad',
    title: 'The history was changed outside this console.',
    text: `${chain.why} What stands after it may be wrong. New writes are still recorded.`,
  };
}
