import { expect, test } from 'vitest';
import { isIpv4, isIpv6 } from '../../../../src-shared/base/ip-address';
import * as z from '../../../../src-shared/base/zod';

const [IPV4, IPV6] = [z.ipv4(), z.ipv6()];

/** Numbers that look random and are the same in each run. */
function numbers(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

const pieces = [
  '::',
  ':',
  '.',
  '0',
  '1',
  '00',
  '01',
  '255',
  '256',
  '9',
  'ffff',
  'FFFF',
  '10000',
  'g',
  '127.0.0.1',
  ' ',
  '',
];

/** Texts put together of what addresses consist of, and of what they do not. */
const texts = Array.from({ length: 30_000 }, (_, seed) => {
  const next = numbers(seed + 1);
  next(2);
  const grouped = seed % 2 === 0;
  const parts = Array.from({ length: 1 + next(10) }, () => pieces[next(pieces.length)] ?? '');
  return grouped ? parts.filter((part) => !/^[:.]+$/.test(part)).join(seed % 3 ? ':' : '.') : parts.join('');
});
const written = [
  '0.0.0.0',
  '255.255.255.255',
  '1.2.3',
  '1.2.3.4.',
  '1.2.3.4\n',
  '::',
  '::1',
  '1::',
  ':',
  ':::',
  '1:2:3:4:5:6:7:8',
  '1:2:3:4:5:6:7::',
  '::2:3:4:5:6:7:8',
  '1:2:3:4:5:6:7:8::',
  '::1:2:3:4:5:6:7:8',
  '1::2::3',
  '1:2:3:4:5:6:1.2.3.4',
  '1:2:3:4:5::1.2.3.4',
  '1:2:3:4:5:6::1.2.3.4',
  '::ffff:1.2.3.4',
  '1.2.3.4::',
  '::1.2.3',
  '::01.2.3.4',
  '::1\n',
  '::@1\\',
  '[::1]',
  'fe80::1%eth0',
];

test('an address is what zod takes for one, no more and no less', () => {
  const all = [...written, ...texts];
  const odd = all.filter((text) => isIpv4(text) !== IPV4.safeParse(text).success);
  const odd6 = all.filter((text) => isIpv6(text) !== IPV6.safeParse(text).success);
  expect({ odd, odd6 }).toEqual({ odd: [], odd6: [] });
  // Enough of both kinds.
  expect(all.filter(isIpv4).length).toBeGreaterThan(20);
  expect(all.filter(isIpv6).length).toBeGreaterThan(200);
});
