import { pages } from '../gluu/pages/pages';
import type { HistoryEntry } from '../model/history';

/** Whether a write can be rolled back, or why not and in which section of the server it is undone instead. */
export type RollbackOffer = { kind: 'possible' } | { kind: 'impossible'; why: string; undoneIn?: 'users' | 'reset' };

const known: ReadonlySet<string> = new Set(
  pages.flatMap(({ fields }) => fields.flatMap(({ attribute }) => attribute ?? [])),
);

const no = (why: string, undoneIn?: 'users' | 'reset'): RollbackOffer => ({
  kind: 'impossible',
  why,
  ...(undoneIn ? { undoneIn } : {}),
});

/**
 * What can be put back from the history alone: attributes of entries that stay. A removed entry is not kept whole, and a
 * reset request that came back would open an account to an old link.
 */
export function rollbackOffer({ entries, outcome }: Pick<HistoryEntry, 'entries' | 'outcome'>): RollbackOffer {
  if (outcome === 'notSaved') return no('Nothing was written, so there is nothing to roll back.');
  const changes = entries.flatMap((entry) => entry.changes);
  if (changes.some(({ attribute }) => attribute === 'oxGuid')) {
    return changes.some(({ attribute, after }) => attribute === 'personInum' && after !== null)
      ? no('A reset request is withdrawn in Password Reset.', 'reset')
      : no('A removed reset request is not put back: its link would work again.');
  }
  if (entries.some(({ operation }) => operation === 'delete')) {
    return no('A removed entry is not put back: the history does not keep it whole, its password above all.');
  }
  if (entries.some(({ operation }) => operation === 'add')) {
    return no('A created test user is removed in Users, which finds everything that belongs to it.', 'users');
  }
  if (!changes.every(({ attribute }) => known.has(attribute))) {
    return no('It changed attributes that are no part of Organization Configuration.');
  }
  if (outcome === 'pending') return no('It is not known yet whether this was saved. Read the server again first.');
  return { kind: 'possible' };
}
