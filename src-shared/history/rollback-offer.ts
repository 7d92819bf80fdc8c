import type { Page } from '../gluu/pages/page';
import { pages } from '../gluu/pages/pages';
import type { HistoryEntry } from '../model/history';
import { kindOf } from './write-kind';

/** Whether a write can be rolled back, or why not and in which section of the server it is undone instead. */
export type RollbackOffer = { kind: 'possible' } | { kind: 'impossible'; why: string; undoneIn?: 'users' | 'reset' };

const isOn = (among: readonly Page[], attribute: string): boolean =>
  among.some(({ fields }) => fields.some((field) => field.attribute === attribute));

const no = (why: string, undoneIn?: 'users' | 'reset'): RollbackOffer => ({
  kind: 'impossible',
  why,
  ...(undoneIn ? { undoneIn } : {}),
});

/**
 * What can be put back from the history alone: attributes of entries that stay. A removed entry is not kept whole, and a
 * reset request that came back would open an account to an old link. `known`: the pages that its server may have.
 */
export function rollbackOffer(
  entry: Pick<HistoryEntry, 'what' | 'entries' | 'outcome'>,
  known: readonly Page[] = pages,
): RollbackOffer {
  const { entries, outcome } = entry;
  if (outcome === 'notSaved') return no('Nothing was written, so there is nothing to roll back.');
  const changes = entries.flatMap((each) => each.changes);
  switch (kindOf(entry)) {
    case 'resetRequest':
      return changes.some(({ attribute, after }) => attribute === 'personInum' && after !== null)
        ? no('A reset request is withdrawn in Password Reset.', 'reset')
        : no('A removed reset request is not put back: its link would work again.');
    case 'testUser':
      return entries.some(({ operation }) => operation === 'delete')
        ? no('A removed entry is not put back: the history does not keep it whole, its password above all.')
        : no('A created test user is removed in Users, which finds everything that belongs to it.', 'users');
    case 'organization':
      if (!changes.every(({ attribute }) => isOn(known, attribute))) {
        return no('It changed attributes that are no part of Organization Configuration.');
      }
      return outcome === 'pending'
        ? no('It is not known yet whether this was saved. Read the server again first.')
        : { kind: 'possible' };
    case undefined:
      return no('A later version of this console wrote it. Roll it back there.');
  }
}
