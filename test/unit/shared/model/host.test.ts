import dns from 'node:dns/promises';
import { isIP } from 'node:net';
import { describe, expect, test } from 'vitest';
import { hasInvisible, hostProblem, portProblem } from '../../../../src-shared/model/host';
import { inEnglish } from '../../../support/english';
import { LONG_TEXT_LIMIT, longTexts, unseenCharacters } from '../hostile-texts';

const names = [
  'localhost',
  'gluu.example.org',
  'gluu.example.org.',
  'GLUU',
  'ex_ample',
  'bücher.example',
  'bu\u0308cher.example',
  'xn--bcher-kva.example',
  '人.example',
  'हिन्दी.example',
  '3com.example',
  'x'.repeat(63),
  `${'abcdefg.'.repeat(31)}abcde`,
  'constructor',
  '__proto__',
];
const addresses = [
  '127.0.0.1',
  '0.0.0.0',
  '255.255.255.255',
  '::1',
  '::',
  '2001:db8::5',
  '::ffff:192.0.2.1',
  'fe80::1%eth0',
];

test.each([...names, ...addresses])('takes %s', (host) => {
  expect(hostProblem(host)).toBeUndefined();
});

test.each(addresses)('what it takes as an address is one to Node: %s', (address) => {
  expect(isIP(address)).not.toBe(0);
});

test.each([
  ['', /^Enter a host/],
  ['x'.repeat(254), /at most 253/],
  ['gluu .example', /no spaces/],
  ['gluu\u00a0example', /no spaces/],
  ['https://gluu.example', /not a web address/],
  ['LDAPS://gluu.example:1636', /not a web address/],
  ['user@gluu.example', /not a mail address/],
  ['gluu.example/identity', /leave out the path/],
  ['gluu.example?x', /leave out the path/],
  ['gluu\\example', /leave out the path/],
  ['[::1]', /square brackets/],
  ['gluu.example:1636', /Leave out the port/],
  ['[::1]:1636', /Leave out the port/],
  ['1::2::3', /not an IPv6 address/],
  ['12345::', /not an IPv6 address/],
  ['::1%', /not an IPv6 address/],
  ['::1%a/b', /leave out the path/],
  ['256.1.1.1', /four numbers/],
  ['1.2.3', /four numbers/],
  ['1.2.3.4.5', /four numbers/],
  ['01.2.3.4', /four numbers/],
  ['127.1', /four numbers/],
  ['2130706433', /four numbers/],
  ['0x7f.1', /four numbers/],
  ['127.0.0.0x1', /four numbers/],
  ['127.0.0.1.', /four numbers/],
  ['127.0.0.１', /four numbers/],
  ['127.0.0.①', /four numbers/],
  ['１２７.0.0.1', /four numbers/],
  ['-a.example', /not a host name/],
  ['a-.example', /not a host name/],
  ['a..example', /not a host name/],
  ['.example', /not a host name/],
  ['.', /not a host name/],
  ['a。example', /not a host name/],
  [`${'x'.repeat(64)}.example`, /not a host name/],
  ['a%2e.example', /not a host name/],
  ['a,b', /not a host name/],
  ['a;b', /not a host name/],
  ['$(id)', /not a host name/],
  ['🔑.example', /not a host name/],
])('says what is wrong with %j', (host, sentence) => {
  expect(inEnglish(hostProblem(host))).toMatch(sentence);
});

test('no spelling that resolves to an address passes as a name', async () => {
  const disguised = ['127.0.0.１', '127.0.0.①', '１２７.０.０.１', '0x7f000001', '017700000001', '127.1'];
  const found = await Promise.all(
    disguised.map((host) =>
      dns.lookup(host).then(
        ({ address }) => address,
        () => 'none',
      ),
    ),
  );
  expect(found).toContain('127.0.0.1'); // or this machine proves nothing
  expect(disguised.filter((host) => hostProblem(host) === undefined)).toEqual([]);
});

describe.each(unseenCharacters)('%s', (_, char) => {
  test('is seen anywhere in a host', () => {
    for (const host of [`${char}gluu`, `gl${char}uu`, `gluu${char}`]) {
      expect(hasInvisible(host)).toBe(true);
      expect(inEnglish(hostProblem(host))).toMatch(/invisible character/);
    }
  });
});

test('what can be seen is not called invisible', () => {
  expect(hasInvisible('Zürich – 人 🔑 ❤️ "x" \u00a0')).toBe(false);
});

test.each([1, 25, 636, 1636, 65535])('port %s is one', (port) => {
  expect(portProblem(port)).toBeUndefined();
});
test.each([0, -1, 65536, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 1e21])('port %s is not a port', (port) => {
  expect(inEnglish(portProblem(port))).toBe('A port is a number from 1 to 65535.');
});

test.each(longTexts())(
  'a million characters of %s are refused at once',
  (_, text) => {
    expect(inEnglish(hostProblem(text))).toMatch(/at most 253/);
    expect(typeof hasInvisible(text)).toBe('boolean');
  },
  LONG_TEXT_LIMIT,
);

test.each(longTexts())(
  '253 characters of %s keep nobody waiting',
  (_, text) => {
    const problem = inEnglish(hostProblem(text.slice(0, 253)));
    expect(problem === undefined || problem.length > 0).toBe(true);
  },
  LONG_TEXT_LIMIT,
);
