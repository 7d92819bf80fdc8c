import { describe, expect, test } from 'vitest';
import {
  addressLines,
  changeLines,
  hostLines,
  labelled,
  serverLine,
  throughLines,
  userLines,
} from '../../../../src-main/guard/box-lines';
import { plainText } from '../../../../src-main/guard/box-text';
import { pagesOf } from '../../../../src-main/guard/box-words';
import type { BoxLine } from '../../../../src-main/guard/confirm';
import { message, verbatim } from '../../../../src-shared/texts/message';
import { boxInEnglish } from '../../../support/english';

const LONGEST = `${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(51)}.evil.test`;

/** As the box shows them. */
const shown = (lines: readonly BoxLine[]): string[] =>
  boxInEnglish({ message: verbatim(''), yes: verbatim(''), lines }).lines;
const boxText = (text: string): string => shown([verbatim(text)])[0] ?? '';
const quotedLines = (text: string): string[] => shown([{ quoted: text }]);
const fromName = (text: string): BoxLine => ({ row: message('box.mail.fromName', { text }) });

test('the longest host is shown whole, with its port on the next line', () => {
  expect(LONGEST).toHaveLength(253);
  expect(shown(hostLines('host', LONGEST, [636]))).toEqual([`Host: ${LONGEST}`, 'Port: 636']);
  expect(shown(hostLines('to', 'a.example', [25, 1587], 'a ProxyJump'))).toEqual([
    'To: a.example (a ProxyJump)',
    'Ports: 25, 1587',
  ]);
});

describe('a change', () => {
  test('of short values is one line', () => {
    expect(shown(changeLines('SMTP Host', 'a.example', ''))).toEqual(['SMTP Host: a.example → (empty)']);
  });

  test('to a long host shows both whole', () => {
    expect(shown(changeLines('SMTP Host', 'mail.example.org', LONGEST))).toEqual([
      'SMTP Host:',
      '  from mail.example.org',
      `  to ${LONGEST}`,
    ]);
  });

  test('to a host, mail or web address of another script tells its punycode', () => {
    for (const after of ['mail.еxample.org', 'it@mail.еxample.org', 'https://x@mail.еxample.org:8443/a']) {
      expect(shown(changeLines('Address', '', after)).at(-1)).toContain('(mail.xn--xample-2of.org)');
    }
  });

  test('to a web address that is too long still names its host', () => {
    const address = `https://${'u'.repeat(400)}@mail.evil.test/${'p'.repeat(400)}`;
    expect(shown(changeLines('Address', '', address))).toContain('  its host: mail.evil.test');
  });
});

describe('a text that anybody may have chosen', () => {
  const forged = `${'Your bank '.padEnd(60, '.')} Mail server: mail.bank.example ${'.'.repeat(100)} Port: 25`;

  test.each<[string, BoxLine]>([
    ['a sender’s name', fromName(forged)],
    ['one of wide letters', fromName('銀'.repeat(200))],
    ['one that grows where it is escaped', serverLine(`p${'а'.repeat(79)}`)],
    ['a server inside a sentence', message('box.write.update', { where: labelled(forged, 'Production') })],
    ['a user of SSH', throughLines(`${forged.replaceAll(' ', '_')}@gw.example`)[0] ?? 'gap'],
  ])('fits into one row: %s', (_, line) => {
    const [text = ''] = shown([line]);
    const wide = (text.match(/[\u2e80-\uffdc]/g) ?? []).length;
    expect(text.length + wide).toBeLessThanOrEqual(60);
    expect(text).toContain('…');
  });

  test('keeps both ends, and is left whole where it is short', () => {
    expect(shown([serverLine(`gluu-${'x'.repeat(90)}-eu`)])[0]).toMatch(/^Server: gluu-x+…x+-eu$/);
    expect(shown([serverLine('gluu-prod')])).toEqual(['Server: gluu-prod']);
    expect(shown(throughLines('ops@bastion.example:2222 → admin@gluu1.example'))).toEqual([
      'Over SSH through: ops@bastion.example:2222',
      'Over SSH through: admin@gluu1.example',
    ]);
    expect(throughLines(undefined)).toEqual([]);
  });

  test('as a user name stays whole, and tells in each row that it is part of it', () => {
    expect(shown(userLines(forged))).toEqual(['User:', ...quotedLines(forged)]);
    expect(shown(userLines('ada@example.org'))).toEqual(['User: ada@example.org']);
  });

  test('that is shown whole tells in each row that it is part of it', () => {
    const rows = quotedLines(forged);
    expect(rows.every((row) => /^ {2}\| /.test(row) && row.length <= 60)).toBe(true);
    expect(rows.map((row) => row.slice(4)).join('')).toBe(boxText(forged));
    const lines = shown(changeLines('Organization Name', '', forged));
    expect(lines.slice(0, 3)).toEqual(['Organization Name:', '  from (empty)', '  to']);
    expect(lines.slice(3)).toEqual(rows);
  });

  test('makes no line of its words, wherever in a sentence it stands', () => {
    const evil = 'x\nPort: 25\u2028Host: a.example\u202e {host} <b>';
    const inside = message('box.purpose', { why: message('box.trust.ldap', { name: evil }) });
    const listed = message('box.purpose', { why: { list: [evil, verbatim(evil)], as: 'and' } });
    const dated = message('box.write.made', { moment: { at: evil, as: 'moment' } });
    const lines = shown([inside, listed, dated, { inside }, { row: inside }, fromName(evil), { quoted: evil }]);
    expect(lines.join('\n').split('\n')).toEqual(lines);
    for (const line of lines) expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(lines[0]).toBe('Purpose: LDAP of x Port: 25\\u{2028}Host: a.example\\u{202e} {host} <b>');
  });
});

describe('letters outside ASCII', () => {
  test('in the part before @ are told by number', () => {
    expect(shown(addressLines('box.mail.to', 'сосо@bank.example'))).toEqual([
      'To: сосо@bank.example',
      'The part before @ has characters outside ASCII: \\u{441}\\u{43e}\\u{441}\\u{43e}',
    ]);
    expect(shown(addressLines('box.mail.to', 'aνa@bank.example'))[1]).toContain('a\\u{3bd}a');
    expect(shown(addressLines('box.mail.to', 'ada@mail.еxample.org'))).toEqual([
      'To: ada@mail.\\u{435}xample.org (mail.xn--xample-2of.org)',
    ]);
  });

  test('in a user name as well', () => {
    expect(shown(userLines('сосо'))[1]).toBe(
      'The user name has characters outside ASCII: \\u{441}\\u{43e}\\u{441}\\u{43e}',
    );
    expect(shown(userLines('coco'))).toEqual(['User: coco']);
  });
});

test('what is too long loses its middle and says how much', () => {
  const text = boxText(`begin${'x'.repeat(2000)}end`);
  expect(text).toMatch(/^begin.*1,408 characters left out.*end$/);
});

test.each([
  ['a\u202eb', 'a\\u{202e}b'],
  ['a\u200bb', 'a\\u{200b}b'],
  ['a\u3164b', 'a\\u{3164}b'],
  ['pаypal', 'p\\u{430}ypal'],
  ['evil．test', 'evil\\u{ff0e}test'],
  ['a⁄b', 'a\\u{2044}b'],
  ['a\u00a0b', 'a\\u{a0}b'],
  ['a     b', 'a [5 ␣] b'],
  ['a\u2800b', 'a\\u{2800}b'],
  ['a\u1680b', 'a\\u{1680}b'],
  [`a${'\u0336'.repeat(5)}b`, 'a\u0336\u0336\u0336\u0336\\u{336}b'],
  ['line\nline', 'line line'],
])('%j is shown as %j', (text, plain) => {
  expect(plainText(text)).toBe(plain);
  expect(boxText(text)).toBe(plain);
});

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
