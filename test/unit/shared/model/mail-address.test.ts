import { expect, test } from 'vitest';
import { mailAddressProblem } from '../../../../src-shared/model/mail-address';
import { inEnglish } from '../../../support/english';
import { LONG_TEXT_LIMIT, longTexts, unseenCharacters } from '../hostile-texts';

test.each([
  'a@b',
  'admin@gluu.example',
  "o'neil+gluu@mail.example",
  "!#$%&'*+-/=?^_`{|}~@b.example",
  'a.b.c@b.example',
  'jörg@bücher.example',
  '用户@例子.example',
  'a@xn--bcher-kva.example',
  'root@localhost',
  `${'x'.repeat(64)}@b.example`,
  '__proto__@b.example',
])('takes %s', (address) => {
  expect(mailAddressProblem(address)).toBeUndefined();
});

test.each([
  ['', /^Enter a mail address/],
  ['postmaster', /has the form/],
  ['@b.example', /has the form/],
  ['A <a@b.example>', /one address only/],
  ['a@b.example,c@d.example', /one address only/],
  ['a@b.example;c@d.example', /one address only/],
  ['a@b.example c@d.example', /one address only/],
  ['<a@b.example>', /one address only/],
  [' a@b.example', /one address only/],
  ['a\u00a0@b.example', /one address only/],
  ['"a b"@c.example', /one address only/],
  ['"a"@c.example', /before @/],
  ['a(comment)@c.example', /before @/],
  ['a:b@c.example', /before @/],
  ['a\\b@c.example', /before @/],
  ['a@b@c.example', /before @/],
  ['.a@b.example', /before @/],
  ['a.@b.example', /before @/],
  ['a..b@c.example', /before @/],
  [`${'x'.repeat(65)}@b.example`, /before @/],
  [`${'é'.repeat(33)}@b.example`, /before @/], // 66 octets
  ['a@', /after @/],
  ['a@b..c', /after @/],
  ['a@b.example.', /after @/],
  ['a@-b.example', /after @/],
  ['a@b_c.example', /after @/],
  ['a@[192.0.2.1]', /after @/],
  ['a@192.0.2.1', /after @/],
  ['a@127.0.0.１', /after @/],
  ['a@::1', /after @/],
  ['a@b.example:25', /after @/],
  ['a@b/c', /after @/],
  [`a@${'b.'.repeat(130)}c`, /at most 254/],
  [`a@${`${'é'.repeat(20)}.`.repeat(6)}example`, /at most 254/], // 136 characters in 261 octets
])('says what is wrong with %j', (address, sentence) => {
  expect(inEnglish(mailAddressProblem(address))).toMatch(sentence);
});

test.each(unseenCharacters)('%s ends no line, hides nothing', (_, char) => {
  for (const address of [`${char}a@b.example`, `a${char}@b.example`, `a@b${char}.example`, `a@b.example${char}`]) {
    expect(inEnglish(mailAddressProblem(address))).toMatch(/invisible character/);
  }
  expect(mailAddressProblem(`a@b.example${char}Bcc: c@d.example`)).toBeDefined();
});

test.each(longTexts())(
  'a million characters of %s are refused at once',
  (_, text) => {
    for (const address of [text, `a@${text}`, `${text}@b.example`])
      expect(inEnglish(mailAddressProblem(address))).toMatch(/at most 254/);
  },
  LONG_TEXT_LIMIT,
);

test.each(longTexts())(
  '254 characters of %s keep nobody waiting',
  (_, text) => {
    expect(inEnglish(mailAddressProblem(`${text.slice(0, 60)}!@b.example`))).toSatisfy(
      (problem) => problem === undefined || typeof problem === 'string',
    );
    expect(mailAddressProblem(`${text.slice(0, 253)}`)).toBeDefined(); // no part before @ that could be one
  },
  LONG_TEXT_LIMIT,
);
