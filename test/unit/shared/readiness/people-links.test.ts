import { describe, expect, test } from 'vitest';
import type { LinkState } from '../../../../src-shared/model/readiness';
import { type Given, linkIn } from './healthy-facts';

describe('people without mail', () => {
  test.each<[Given['people'], LinkState, string]>([
    [{}, 'green', 'Everyone has a mail address (12 people)'],
    [{ withoutMail: 1 }, 'amber', '1 of 12 people has no mail'],
    [{ withoutMail: 11, people: 1200 }, 'amber', '11 of 1,200 people have no mail'],
    [{ withoutMail: 12 }, 'red', 'Nobody has a mail address (12 people).'],
    [{ people: 0 }, 'amber', 'no people'],
    [{ stopped: 'time' }, 'notKnown', 'Counting took too long and stopped after 12 people.'],
    [
      { stopped: 'limit', withoutMail: 12 },
      'amber',
      '12 of 12 people have no mail address. Only the first 12 people were counted.',
    ],
    [{ kind: 'unread', failure: { code: 'ldap.limit' } }, 'notKnown', 'could not be counted'],
  ])('%j: %s', (people = {}, state, reason) => {
    const link = linkIn('peopleWithoutMail', { people });
    expect([link.state, link.reason]).toEqual([state, expect.stringContaining(reason)]);
  });
});

test('says on the button what it shows', () => {
  const label = (id: 'sharedMail' | 'peopleWithoutMail', people: Given['people'] = {}) =>
    linkIn(id, { people }).remedy?.label;
  expect([1, 3].map((sharedMails) => label('sharedMail', { sharedMails }))).toEqual([
    'Show 1 address',
    'Show 3 addresses',
  ]);
  expect([1, 3].map((withoutMail) => label('peopleWithoutMail', { withoutMail }))).toEqual([
    'Show 1 person',
    'Show 3 people',
  ]);
});

describe('shared mail addresses', () => {
  test.each<[Given['people'], LinkState, string]>([
    [{}, 'green', 'No mail address belongs to more than one person (12 people)'],
    [{ sharedMails: 1 }, 'amber', '1 mail address belongs to more than one person'],
    [
      { sharedMails: 3, stopped: 'limit' },
      'amber',
      '3 mail addresses belong to more than one person. A reset changes the password of the first one Gluu finds. Only',
    ],
    [{ stopped: 'limit' }, 'notKnown', 'Only the first 12 people'],
  ])('%j: %s', (people = {}, state, reason) => {
    const link = linkIn('sharedMail', { people });
    expect([link.state, link.reason]).toEqual([state, expect.stringContaining(reason)]);
  });
});

test.each([
  ['4.2.0', false],
  ['4.2.1', true],
  ['4.5.5', true],
])('%s: a shared address may be refused by the directory: %s', (version, mayBe) => {
  const { reason } = linkIn('sharedMail', { version, people: { sharedMails: 2 } });
  expect(reason.includes('“Email Already Registered”')).toBe(mayBe);
});
