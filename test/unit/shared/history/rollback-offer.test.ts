import { expect, test } from 'vitest';
import { rollbackOffer } from '../../../../src-shared/history/rollback-offer';
import type { HistoryChange, HistoryEntry } from '../../../../src-shared/model/history';
import { inEnglish } from '../../../support/english';
import { historyEntry } from '../../../support/history-entry';

const change = (attribute: string, before: string[] | null, after: string[] | null): HistoryChange => ({
  field: attribute,
  attribute,
  before,
  after,
});
const writes = (changes: HistoryChange[], operation?: 'add' | 'delete'): HistoryEntry['entries'] => [
  { dn: 'o=gluu', changes, ...(operation ? { operation } : {}) },
];

test.each(['saved', 'unknown'] as const)(
  'a write of Organization Configuration that is %s can be rolled back',
  (outcome) => {
    expect(rollbackOffer(historyEntry({ outcome }))).toEqual({ kind: 'possible' });
  },
);

test.each<[string, Partial<HistoryEntry>, string, string?]>([
  ['that was not saved', { outcome: 'notSaved' }, 'Nothing was written'],
  ['whose end is not known', { outcome: 'pending' }, 'Read the server again first'],
  [
    'of a created test user',
    { entries: writes([change('uid', null, ['t'])], 'add') },
    'Remove a test user in Users',
    'users',
  ],
  ['of a removed entry', { entries: writes([change('uid', ['t'], null)], 'delete') }, 'cannot be put back'],
  [
    'of a reset request',
    { entries: writes([change('oxGuid', null, null), change('personInum', null, ['@!1'])]) },
    'Withdraw a reset request in Password Reset',
    'reset',
  ],
  [
    'of a removed reset request',
    { entries: writes([change('oxGuid', null, null), change('personInum', ['@!1'], null)]) },
    'its link would work again',
  ],
  ['of a kind that a later version knows', { what: 'fleetChange' }, 'later version of this console'],
  ['of something else', { entries: writes([change('description', null, ['x'])]) }, 'not part of Organization'],
])('a write %s cannot, and says why', (_, about, why, undoneIn) => {
  expect(inEnglish(rollbackOffer(historyEntry(about)))).toEqual({
    kind: 'impossible',
    why: expect.stringContaining(why),
    ...(undoneIn ? { undoneIn } : {}),
  });
});
