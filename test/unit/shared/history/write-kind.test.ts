import { expect, test } from 'vitest';
import { kindOf } from '../../../../src-shared/history/write-kind';
import type { HistoryBegun } from '../../../../src-shared/model/history';

type Entries = HistoryBegun['entries'];
type Change = Entries[number]['changes'][number];

const change = (attribute: string, about: Partial<Change> = {}): Change => ({
  field: attribute,
  attribute,
  before: null,
  after: ['x'],
  ...about,
});
const branch = 'ou=resetPasswordRequests,inum=1,ou=appliances,o=gluu';
const sealed = { secret: true, after: null, mark: { nonce: '00', before: 'a', after: 'b' } } as const;

/** What versions before 2026-12 wrote, which did not say the kind. */
const old: [string, Entries, ReturnType<typeof kindOf>][] = [
  ['a setting', [{ dn: 'inum=1,ou=appliances,o=gluu', changes: [change('gluuMaxLogSize')] }], 'organization'],
  [
    'the SMTP password',
    [{ dn: 'inum=1,ou=appliances,o=gluu', changes: [change('oxSmtpConfiguration', { key: 'password', ...sealed })] }],
    'organization',
  ],
  [
    'a test user that came',
    [{ dn: 'inum=2,ou=people,o=1,o=gluu', operation: 'add', changes: [change('uid')] }],
    'testUser',
  ],
  [
    'a test user that went with its reset requests',
    [
      { dn: branch, operation: 'delete', changes: [change('personInum')] },
      { dn: 'inum=2,ou=people,o=1,o=gluu', operation: 'delete', changes: [change('uid')] },
    ],
    'testUser',
  ],
  [
    'a reset request and its branch',
    [
      { dn: branch, changes: [change('ou')] },
      { dn: `oxGuid=(hidden),${branch}`, changes: [change('oxGuid', sealed), change('personInum')] },
    ],
    'resetRequest',
  ],
  [
    'reset requests that were removed',
    [{ dn: `oxGuid=(hidden),${branch}`, changes: [change('oxGuid', { ...sealed, unset: 'after' })] }],
    'resetRequest',
  ],
];

test.each(old)('of an old record, %s is recognized by its shape', (_, entries, kind) => {
  expect(kindOf({ entries })).toBe(kind);
});

test.each(['organization', 'testUser', 'resetRequest'] as const)(
  'a record that says %s is that, whatever its shape',
  (what) => {
    for (const [, entries] of old) expect(kindOf({ what, entries })).toBe(what);
  },
);

test('a kind that only a later version knows counts as unknown, and is not guessed', () => {
  for (const [, entries] of old) expect(kindOf({ what: 'fleetChange', entries })).toBeUndefined();
});
