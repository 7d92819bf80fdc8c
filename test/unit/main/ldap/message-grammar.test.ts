import { describe, expect, test } from 'vitest';
import { readMessage, valuesIn } from '../../../../src-main/ldap/ldap-message';
import { checkMessage } from '../../../../src-main/ldap/message-grammar';
import { element, integer, octets, sequence } from '../../../support/hostile-ldap/ber';
import { endlessAnswers } from '../../../support/hostile-ldap/endless';
import { type LdapRequest, result, searchEntry, searchReference } from '../../../support/hostile-ldap/message';

const NO_LIMIT = 1_000_000;
const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');
const check = (bytes: Uint8Array) => checkMessage(bytes, NO_LIMIT);

const asked = (operation: LdapRequest['operation']): LdapRequest => ({
  messageId: 7,
  operation,
  dn: 'o=gluu',
  secured: true,
  bytes: Buffer.alloc(0),
});
const code = Buffer.from([0x0a, 1, 0]);
const message = (operation: number, ...content: Buffer[]) => sequence(integer(7), element(operation, ...content));
const ok = [code, octets(''), octets('')];
const withControls = (...controls: Buffer[]) => sequence(integer(7), element(0x65, ...ok), element(0xa0, ...controls));
const truth = (value: number) => Buffer.from([0x01, 1, value]);
const PAGED = octets('1.2.840.113556.1.4.319');

describe('what RFC 4511 allows passes, and is counted', () => {
  test.each<[string, Buffer, number]>([
    ['a bind answer', result(asked('bind'), { code: 49, message: 'wörds' }), 6],
    ['a referral', result(asked('search'), { code: 10, referral: ['ldap://a/', 'ldap://b/'] }), 9],
    [
      'an entry',
      searchEntry(7, 'o=gluu', [
        ['o', ['a', 'b']],
        ['x', []],
      ]),
      13,
    ],
    ['an entry without attributes', searchEntry(7, 'o=gluu', []), 5],
    ['a reference', searchReference(7, ['ldap://a/']), 4],
    ['a modify answer', result(asked('modify'), { code: 0 }), 6],
    ['SASL credentials', message(0x61, ...ok, element(0x87, Buffer.from('x'))), 7],
    ['an extended answer', message(0x78, ...ok, element(0x8a, Buffer.from('1.2')), element(0x8b, Buffer.from('x'))), 8],
    ['an extended answer with a value alone', message(0x78, ...ok, element(0x8b, Buffer.from('x'))), 7],
    ['an intermediate answer', message(0x79, element(0x81, Buffer.from('x'))), 4],
    ['a length with leading zeros', hex('3084 0000 000c 0201 07 61 07 0a0100 0400 0400'), 6],
    ['no controls', withControls(), 7],
    ['an unknown control', withControls(sequence(octets('1.2.3'), truth(0xff), octets(Buffer.from([0x30, 9])))), 11],
    ['a control that is only named', withControls(sequence(octets('1.2.3'))), 9],
    [
      'a control that nobody asked for',
      withControls(sequence(octets('1.2.840.113556.1.4.473'), octets(hex('307f')))),
      10,
    ],
    ['paged results', withControls(sequence(PAGED, octets(sequence(integer(0), octets('cookie'))))), 10],
  ])('%s', (_, bytes, count) => {
    expect(check(bytes)).toBe(count);
  });
});

describe('what does not keep to it is refused', () => {
  test.each<[string, Buffer]>([
    ...endlessAnswers.map(([name, , bytes]): [string, Buffer] => [name, hex(bytes.replace('ID', '07'))]),
    ['bind credentials of no length', hex('3010 0201 01 6109 0a0100 0400 0400 8784')],
    ['a control without an end', hex('3012 0201 02 6507 0a0100 0400 0400 a004 3002 047f')],
    [
      'a paging cookie that ends outside of its control',
      withControls(sequence(PAGED, octets(hex('3005 0201 00 047f')))),
    ],
    ['a paging size that is a text', withControls(sequence(PAGED, octets(sequence(octets('0'), octets('')))))],
    ['bytes behind the paging cookie', withControls(sequence(PAGED, octets(hex('3005 0201 00 0400 00'))))],
  ])('%s', (_, bytes) => {
    expect(check(bytes)).toBeTypeOf('string');
  });

  test.each<[string, Buffer, string]>([
    ['another tag', message(0x61, code, integer(0), octets('')), 'matchedDN: the tag 0x02'],
    ['an unknown operation', message(0x7f), 'protocolOp: the tag 0x7f'],
    ['a request', message(0x63, ...ok), 'protocolOp: the tag 0x63'],
    ['an answer without a result', message(0x65), 'no resultCode'],
    ['an empty code', message(0x65, element(0x0a), octets(''), octets('')), 'resultCode: a number of 0 bytes'],
    ['a code of five bytes', message(0x65, element(0x0a, Buffer.alloc(5)), octets(''), octets('')), 'of 5 bytes'],
    ['an empty id', sequence(element(0x02), element(0x65, ...ok)), 'messageID: a number of 0 bytes'],
    ['no id', sequence(octets('7')), 'messageID: the tag 0x04'],
    ['no operation', sequence(integer(7)), 'no protocolOp'],
    ['an indefinite length', hex('3005 0201 07 6180'), 'protocolOp: a length that LDAP does not allow'],
    ['a second answer inside', message(0x65, ...ok, element(0x65, ...ok)), 'SearchResultDone: the tag 0x65'],
    [
      'something after the controls',
      sequence(integer(7), element(0x65, ...ok), element(0xa0), octets('')),
      'LDAPMessage',
    ],
    ['a truth value of two bytes', withControls(sequence(octets('1'), hex('0102 ffff'))), 'a truth value of 2 bytes'],
    ['bytes behind the message', Buffer.concat([message(0x65, ...ok), Buffer.from([0])]), 'bytes after its end'],
  ])('%s, with what is wrong', (_, bytes, words) => {
    expect(check(bytes)).toContain(words);
  });

  test('every cut or changed byte gives an answer, never an exception, and what passes can be read', () => {
    const whole = [
      result(asked('bind'), { code: 49, message: 'words', referral: ['ldap://x/'] }),
      searchEntry(7, 'o=gluu', [['mail', ['a@example.org', 'b']]]),
      withControls(sequence(PAGED, octets(sequence(integer(9), octets('cookie'))))),
      withControls(sequence(PAGED), sequence(PAGED, truth(0xff), octets(sequence(integer(0), octets(''))))),
      message(0x61, ...ok, element(0x87, Buffer.from('x'))),
      message(
        0x78,
        ...ok,
        element(0xa3, octets('ldap://x/')),
        element(0x8a, Buffer.from('1.2')),
        element(0x8b, Buffer.from('dn:')),
      ),
      message(0x79, element(0x80, Buffer.from('1')), element(0x81, Buffer.from('x'))),
    ];
    let passed = 0;
    for (const bytes of whole) {
      for (let at = 0; at < bytes.length; at += 1) {
        expect(check(bytes.subarray(0, at))).toBeTypeOf('string');
        for (let value = 0; value < 256; value += 1) {
          const damaged = Buffer.from(bytes);
          damaged[at] = value;
          const checked = check(damaged);
          if (typeof checked === 'string') continue;
          passed += 1;
          for (const [, encoded] of readMessage(damaged).entry?.attributes ?? []) valuesIn(encoded);
        }
      }
    }
    expect(passed).toBeGreaterThan(10_000);
  });
});

test('stops at the limit of elements, however many there are', () => {
  const values = Array.from({ length: 50_000 }, () => 'x');
  const large = searchEntry(7, 'o=gluu', [['member', values]]);
  expect(checkMessage(large, 1000)).toBe(1001);
  expect(check(large)).toBe(values.length + 8);
});
