import type { HistoryEntry } from '../../src-shared/model/history';
import type { ServerId } from '../../src-shared/model/server';
import { AppError } from '../base/app-error';
import { log } from '../files/log';
import type { History } from '../history/history-log';
import type { Reached } from '../reach/reach';
import { requestBranch, requestsOf } from './test-users';

type Sight = Pick<Reached, 'session' | 'tree'>;

/** Whether a write of the history makes or removes whole entries: a test user's, not one of Organization Configuration. */
const isAboutTestUsers = ({ entries }: Pick<HistoryEntry, 'entries'>): boolean =>
  entries.some(({ operation }) => operation !== undefined);

/**
 * Finds out how writes of test users ended whose end nobody saw, by whether their entries are there, and tells the
 * history. Gives how many it settled; a write of which a part happened stays open. Never throws for a history that
 * cannot be written; throws what reading throws.
 */
export async function settleTestUsers(reached: Sight, serverId: ServerId, history: History): Promise<number> {
  const open = history
    .list({ serverId })
    .filter(({ id, outcome }) => (outcome === 'pending' || outcome === 'unknown') && !history.isRunning(id))
    .filter(isAboutTestUsers);
  let settled = 0;
  for (const entry of open) {
    const done: boolean[] = [];
    for (const each of entry.entries) done.push(await happened(reached, each));
    const outcome = done.every(Boolean) ? 'saved' : done.some(Boolean) ? 'unknown' : 'notSaved';
    if (outcome === 'unknown' && entry.outcome === 'unknown') continue;
    try {
      await history.append({ kind: 'ended', id: entry.id, outcome, verifiedAt: new Date().toISOString() });
      settled += Number(outcome !== 'unknown');
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      log.warn(`The history did not take how a write ended: ${error.about.detail ?? error.code}`);
    }
  }
  return settled;
}

async function happened(
  { session, tree }: Sight,
  { dn, operation, changes }: HistoryEntry['entries'][number],
): Promise<boolean> {
  if (operation === 'delete' && dn === requestBranch(tree)) {
    return (await requestsOf(session, tree, changes[0]?.before?.[0] ?? '')).length === 0;
  }
  const there = (await session.read(dn, ['1.1'])) !== undefined;
  return there === (operation === 'add');
}
