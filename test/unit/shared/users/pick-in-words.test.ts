import { describe, expect, test } from 'vitest';
import { forUnknownAddress } from '../../../../src-shared/gluu/reset-versions';
import type { PersonSummary, PickResult } from '../../../../src-shared/model/user';
import { pickInWords } from '../../../../src-shared/users/pick-in-words';
import { inEnglish } from '../../../support/english';
import { personOf } from './person-of';

const words = (hits: PersonSummary[], more: Partial<PickResult> = {}) =>
  inEnglish(
    pickInWords({
      hits,
      count: hits.length,
      more: false,
      tied: Math.min(1, hits.length),
      sure: true,
      unknownAddress: 'silent',
      ...more,
    }),
  );
const bob = personOf({ displayName: 'Bob', uid: 'bob' });
const zoe = personOf({ displayName: 'Zoe', uid: 'zoe' });

describe('who Gluu picks, in words', () => {
  test('names the only one', () => {
    expect(words([bob])).toEqual(['Gluu picks Bob (bob), the only person with this address.']);
  });

  test('names the first of several and says why', () => {
    expect(words([bob, zoe])).toEqual([
      '2 people have this address. Gluu sorts them by display name and picks the first: Bob (bob).',
      '1 other person cannot reset a password with this address.',
    ]);
  });

  test('says that the status does not count', () => {
    expect(words([{ ...bob, status: 'inactive' }]).at(-1)).toBe(
      'The status of Bob (bob) is “inactive”. Gluu ignores the status and sends the mail.',
    );
    expect(words([{ ...bob, status: '' }]).at(-1)).toContain('has no status');
    expect(words([bob, { ...zoe, status: 'inactive' }]).join(' ')).not.toContain('ignores');
    const both = [bob, zoe].map((each) => ({ ...each, displayName: 'Twin', status: 'expired' }));
    expect(words(both, { tied: 2, sure: false }).at(-1)).toBe(
      '2 of them are not active. Gluu ignores the status and sends the mail.',
    );
  });

  test('admits what cannot be told', () => {
    const many = Array.from({ length: 7 }, (_, index) => personOf({ displayName: '', uid: `u${index}` }));
    const said = words(many, { tied: 7, sure: false }).join(' ');
    expect(said).toContain(
      '7 people with this address have no display name, so they come first: u0, u1, u2, u3, u4 and 2 more.',
    );
    expect(said).toContain('does not reveal');
    expect(words([bob], { more: true, sure: false }).at(-1)).toContain('another person may come first');
  });

  test('names the one that comes first among equal names', () => {
    const twins = [bob, zoe].map((each, index) => ({ ...each, displayName: 'Twin', inum: `@!${index}` }));
    expect(words(twins, { tied: 2 }).join(' ')).toContain('return first: Twin (bob), @!0.');
  });

  test('names people without a name by what they have', () => {
    expect(words([personOf({ displayName: '', uid: '', inum: '@!1' })])[0]).toContain('picks @!1,');
  });

  test.each([
    ['2.4', '2.4.4', 'tells'],
    ['3.0.0', '3.0.3', 'tells'],
    ['3.1.2', '3.1.2', 'tells'],
    ['3.1.3', '3.1.3', 'either'],
    ['3.1.4', '3.1.4', 'silent'],
    ['3.1.6', '3.1.9', 'silent'],
    ['4.0', '4.5.5', 'silent'],
    ['4.0', '5.0', 'either'],
  ] as const)('knows what %s to %s do for an address nobody has', (least, most, expected) => {
    expect(forUnknownAddress({ least, most })).toBe(expected);
    expect(words([], { unknownAddress: expected })).toHaveLength(2);
  });
});
