import { describe, expect, test } from 'vitest';
import {
  addressLines,
  boxText,
  changeLines,
  hostLines,
  nameText,
  pagesOf,
  plainText,
  quotedLines,
  textLine,
  throughLines,
  userLines,
} from '../../../../src-main/guard/box-text';

const LONGEST = `${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(51)}.evil.test`;

test('the longest host is shown whole, with its port on the next line', () => {
  expect(LONGEST).toHaveLength(253);
  expect(hostLines('Host', LONGEST, [636]).map(boxText)).toEqual([`Host: ${LONGEST}`, 'Port: 636']);
});

describe('a change', () => {
  test('of short values is one line', () => {
    expect(changeLines('SMTP Host', 'a.example', '')).toEqual(['SMTP Host: a.example → (empty)']);
  });

  test('to a long host shows both whole', () => {
    expect(changeLines('SMTP Host', 'mail.example.org', LONGEST).map(boxText)).toEqual([
      'SMTP Host:',
      '  from mail.example.org',
      `  to ${LONGEST}`,
    ]);
  });

  test('to a host, mail or web address of another script tells its punycode', () => {
    for (const after of ['mail.еxample.org', 'it@mail.еxample.org', 'https://x@mail.еxample.org:8443/a']) {
      expect(changeLines('Address', '', after).at(-1)).toContain('(mail.xn--xample-2of.org)');
    }
  });

  test('to a web address that is too long still names its host', () => {
    const address = `https://${'u'.repeat(400)}@mail.evil.test/${'p'.repeat(400)}`;
    expect(changeLines('Address', '', address).map(boxText)).toContain('  its host: mail.evil.test');
  });
});

describe('a text that anybody may have chosen', () => {
  const forged = `${'Your bank '.padEnd(60, '.')} Mail server: mail.bank.example ${'.'.repeat(100)} Port: 25`;

  test.each([
    ['a sender’s name', textLine('Sender’s name', forged)],
    ['one of wide letters', textLine('Sender’s name', '銀'.repeat(200))],
    ['one that grows where it is escaped', textLine('Server', `p${'а'.repeat(79)}`)],
    ['a server inside a sentence', `Update on ${nameText(forged)} (Production)?`],
    ['a user of SSH', throughLines(`${forged.replaceAll(' ', '_')}@gw.example`)[0] ?? ''],
  ])('fits into one row: %s', (_, line) => {
    const wide = (boxText(line).match(/[\u2e80-\uffdc]/g) ?? []).length;
    expect(boxText(line).length + wide).toBeLessThanOrEqual(60);
    expect(line).toContain('…');
  });

  test('keeps both ends, and is left whole where it is short', () => {
    expect(textLine('Server', `gluu-${'x'.repeat(90)}-eu`)).toMatch(/^Server: gluu-x+…x+-eu$/);
    expect(textLine('Server', 'gluu-prod')).toBe('Server: gluu-prod');
    expect(throughLines('ops@bastion.example:2222 → admin@gluu1.example')).toEqual([
      'By SSH through: ops@bastion.example:2222',
      'By SSH through: admin@gluu1.example',
    ]);
    expect(throughLines(undefined)).toEqual([]);
  });

  test('as a user name stays whole, and tells in each row that it is part of it', () => {
    expect(userLines(forged)).toEqual(['User:', ...quotedLines(forged)]);
    expect(userLines('ada@example.org')).toEqual(['User: ada@example.org']);
  });

  test('that is shown whole tells in each row that it is part of it', () => {
    const rows = quotedLines(forged);
    expect(rows.every((row) => /^ {2}\| /.test(row) && row.length <= 60)).toBe(true);
    expect(rows.map((row) => row.slice(4)).join('')).toBe(boxText(forged));
    const lines = changeLines('Organization Name', '', forged);
    expect(lines.slice(0, 3)).toEqual(['Organization Name:', '  from (empty)', '  to']);
    expect(lines.slice(3)).toEqual(rows);
  });
});

describe('letters outside ASCII', () => {
  test('in the part before @ are told by number', () => {
    expect(addressLines('To', 'сосо@bank.example')).toEqual([
      'To: сосо@bank.example',
      'The part before @ has letters outside ASCII: \\u{441}\\u{43e}\\u{441}\\u{43e}',
    ]);
    expect(addressLines('To', 'aνa@bank.example')[1]).toContain('a\\u{3bd}a');
    expect(addressLines('To', 'ada@mail.еxample.org')).toEqual(['To: ada@mail.еxample.org (mail.xn--xample-2of.org)']);
  });

  test('in a user name as well', () => {
    expect(userLines('сосо')[1]).toBe('The user name has letters outside ASCII: \\u{441}\\u{43e}\\u{441}\\u{43e}');
    expect(userLines('coco')).toEqual(['User: coco']);
  });
});

test('what is too long loses its middle and says how much', () => {
  const shown = boxText(`begin${'x'.repeat(2000)}end`);
  expect(shown).toMatch(/^begin.*1408 characters left out.*end$/);
});

test.each([
  ['a\u202eb', 'a\\u{202e}b'],
  ['a\u200bb', 'a\\u{200b}b'],
  ['a\u3164b', 'a\\u{3164}b'],
  ['pаypal', 'p\\u{430}ypal'],
  ['evil．test', 'evil\\u{ff0e}test'],
  ['a⁄b', 'a\\u{2044}b'],
  ['a\u00a0b', 'a\\u{a0}b'],
  ['a     b', 'a [5 blanks] b'],
  ['a\u2800b', 'a\\u{2800}b'],
  ['a\u1680b', 'a\\u{1680}b'],
  [`a${'\u0336'.repeat(5)}b`, 'a\u0336\u0336\u0336\u0336\\u{336}b'],
  ['line\nline', 'line line'],
])('%j is shown as %j', (text, shown) => expect(plainText(text)).toBe(shown));

test.each(['Москва', 'Zürich', 'Αθήνα', '東京', 'l’été → hiver…', 'bệnh viện', 'ที่นี่', 'בְּרֵאשִׁ֖ית'])(
  '%s is left as it is',
  (text) => expect(plainText(text)).toBe(text),
);

test('no line is left out: what does not fit goes into a further box', () => {
  const lines = Array.from({ length: 60 }, (_, index) => `Setting ${index}: a → b`);
  const pages = pagesOf([...lines, LONGEST]);
  expect(pages.length).toBeGreaterThan(2);
  expect(pages.flat()).toEqual([...lines, LONGEST]);
  expect(Math.max(...pages.map((page) => page.length))).toBeLessThanOrEqual(24);
  expect(pagesOf([])).toEqual([[]]);
});
