import type { Page } from '../gluu/pages/page';
import { pages } from '../gluu/pages/pages';
import type { HistoryEntry } from '../model/history';
import { type Message, message } from '../texts/message';
import { kindOf } from './write-kind';

/** Whether a write can be rolled back, or why not and in which section of the server it is undone instead. */
export type RollbackOffer = { kind: 'possible' } | { kind: 'impossible'; why: Message; undoneIn?: 'users' | 'reset' };

type Why =
  | 'notSaved'
  | 'request'
  | 'removedRequest'
  | 'removedEntry'
  | 'testUser'
  | 'otherAttributes'
  | 'pending'
  | 'laterKind';

const isOn = (among: readonly Page[], attribute: string): boolean =>
  among.some(({ fields }) =>
    fields.some((field) => field.attribute === attribute || field.copiedTo?.attribute === attribute),
  );

const no = (why: Why, undoneIn?: 'users' | 'reset'): RollbackOffer => ({
  kind: 'impossible',
  why: message(`history.noRollback.${why}`),
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
  if (outcome === 'notSaved') return no('notSaved');
  const changes = entries.flatMap((each) => each.changes);
  switch (kindOf(entry)) {
    case 'resetRequest':
      return changes.some(({ attribute, after }) => attribute === 'personInum' && after !== null)
        ? no('request', 'reset')
        : no('removedRequest');
    case 'testUser':
      return entries.some(({ operation }) => operation === 'delete') ? no('removedEntry') : no('testUser', 'users');
    case 'organization':
      if (!changes.every(({ attribute }) => isOn(known, attribute))) {
        return no('otherAttributes');
      }
      return outcome === 'pending' ? no('pending') : { kind: 'possible' };
    case undefined:
      return no('laterKind');
  }
}
