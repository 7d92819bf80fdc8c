import type { HistoryEntry } from '../../src-shared/model/history';
import type { Reached } from '../reach/reach';
import type { Settler } from '../write/settler';
import { requestsOf } from './test-users';

/** Finds out how writes of test users ended by whether their entries are there. */
export const testUserSettler: Settler = {
  async look(reached, open) {
    const done = new Map<string, boolean[]>();
    for (const { id, entries } of open) {
      const each: boolean[] = [];
      for (const entry of entries) each.push(await happened(reached, entry));
      done.set(id, each);
    }
    return ({ id }) => {
      const each = done.get(id);
      if (!each) return undefined;
      return { outcome: each.every(Boolean) ? 'saved' : each.some(Boolean) ? 'unknown' : 'notSaved' };
    };
  },
};

async function happened(
  { session, tree }: Reached,
  { dn, operation, changes }: HistoryEntry['entries'][number],
): Promise<boolean> {
  if (operation === 'delete' && dn === tree.requestsDn) {
    return (await requestsOf(session, tree, changes[0]?.before?.[0] ?? '')).length === 0;
  }
  const there = (await session.read(dn, ['1.1'])) !== undefined;
  return there === (operation === 'add');
}
