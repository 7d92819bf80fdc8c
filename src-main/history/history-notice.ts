import type { Notice } from '../../src-shared/model/app';
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
      title: 'The history of writes cannot be used.',
      text: `${trouble.about.detail ?? trouble.code}. The file is left as it is. Nothing is written to any server until it can be used: repair it or move it away, and start the app again.`,
    };
  }
  const chain = await verify();
  if (chain.ok) return undefined;
  return {
    id: 'history-chain',
    tone: 'bad',
    title: 'The history was changed outside this console.',
    text: `${chain.why} Entries after that may be wrong. New writes are still recorded.`,
  };
}
