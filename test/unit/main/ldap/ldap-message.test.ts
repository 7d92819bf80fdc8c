import { MessageParser, type MessageResponse, PagedResultsControl, SearchEntry } from 'ldapts';
import { describe, expect, test } from 'vitest';
import { type LdapMessage, readMessage, valuesIn } from '../../../../src-main/ldap/ldap-message';
import { checkMessage } from '../../../../src-main/ldap/message-grammar';
import { element, enumerated, integer, octets, sequence } from '../../../support/hostile-ldap/ber';
import {
  type LdapRequest,
  pagedResults,
  result,
  searchEntry,
  searchReference,
  whoamiResult,
} from '../../../support/hostile-ldap/message';

const asked = (operation: LdapRequest['operation'], messageId = 7): LdapRequest => ({
  messageId,
  operation,
  dn: 'o=gluu',
  secured: true,
  bytes: Buffer.alloc(0),
});
const without = { code: 0, diagnostic: '', referral: [] };
const withValues = (entry: LdapMessage['entry']) =>
  entry && { ...entry, attributes: entry.attributes.map(([type, encoded]) => [type, valuesIn(encoded)]) };
const bytesOf = (...list: number[]) => Buffer.from(list);

describe('reads', () => {
  test.each([0, 49, 122, 127, 4096, 16_654])('code %i and the words', (code) => {
    const message = result(asked('bind', 0x7fffffff), { code, message: 'wörds', matchedDn: 'o=gluu' });
    expect(readMessage(message)).toEqual({ ...without, id: 0x7fffffff, operation: 0x61, code, diagnostic: 'wörds' });
  });

  test('an entry, with the bytes of every value, whatever they are', () => {
    const image = bytesOf(0xff, 0xd8, 0, 0x80);
    const attributes = [
      ['o', ['gluu', 'wörld', '']],
      ['jpegPhoto;binary', [image]],
      ['__proto__', []],
    ] as unknown as Parameters<typeof searchEntry>[2];
    const { entry, ...rest } = readMessage(searchEntry(70_000, 'o=wörld,o=gluu', attributes));
    expect(rest).toEqual({ ...without, id: 70_000, operation: 0x64 });
    expect(withValues(entry)).toEqual({
      dn: 'o=wörld,o=gluu',
      attributes: [
        ['o', [Buffer.from('gluu'), Buffer.from('wörld'), Buffer.alloc(0)]],
        ['jpegPhoto;binary', [image]],
        ['__proto__', []],
      ],
    });
  });

  test('an entry without attributes', () => {
    expect(readMessage(searchEntry(7, '', [])).entry).toEqual({ dn: '', attributes: [] });
  });

  test('a reference as nothing but its kind: nobody goes there', () => {
    expect(readMessage(searchReference(7, ['ldap://a/']))).toEqual({ ...without, id: 7, operation: 0x73 });
  });

  test('a referral, eight places at most', () => {
    const uris = Array.from({ length: 10 }, (_, index) => `ldap://${index}.example.org/`);
    const message = readMessage(result(asked('search'), { code: 10, referral: uris }));
    expect(message).toMatchObject({ code: 10, referral: uris.slice(0, 8) });
  });

  test.each([
    ['with the name of the operation', [octets('1.2', 0x8a), octets('dn:cn=wörld', 0x8b)], 'dn:cn=wörld'],
    ['alone', [octets('', 0x8b)], ''],
    ['that is not there', [octets('1.2', 0x8a)], undefined],
  ])('the value of an extended answer %s', (_, parts, value) => {
    const ok = [enumerated(0), octets(''), octets('')];
    expect(readMessage(sequence(integer(7), element(0x78, ...ok, ...parts))).value).toBe(value);
  });

  test('the cookie of a page, the empty one of the last included, and as a copy', () => {
    const message = result(asked('search'), { code: 0 }, pagedResults('wörd'));
    const { cookie } = readMessage(message);
    message.fill(0);
    expect(Buffer.from(cookie ?? []).toString()).toBe('wörd');
    expect(readMessage(result(asked('search'), { code: 0 }, pagedResults(''))).cookie).toEqual(new Uint8Array());
  });

  test('no cookie where there is no such control, or one without a value', () => {
    const named = sequence(octets('1.2.840.113556.1.4.319'), bytesOf(0x01, 1, 0xff));
    const other = sequence(octets('1.2.3'), octets('x'));
    expect(readMessage(result(asked('search'), { code: 0 }, other, named))).not.toHaveProperty('cookie');
    expect(readMessage(result(asked('search'), { code: 0 }))).not.toHaveProperty('cookie');
    const critical = sequence(
      octets('1.2.840.113556.1.4.319'),
      bytesOf(0x01, 1, 0xff),
      octets(sequence(integer(0), octets('x'))),
    );
    expect(readMessage(result(asked('search'), { code: 0 }, other, critical)).cookie).toEqual(Uint8Array.from([0x78]));
  });

  test('text that is not UTF-8 with a mark in its place', () => {
    const message = sequence(integer(7), element(0x65, enumerated(1), octets(''), octets(bytesOf(0x61, 0xff))));
    expect(readMessage(message).diagnostic).toBe('a\ufffd');
  });
});

test('refuses bytes that nobody checked', () => {
  expect(() => readMessage(bytesOf(0x30, 5, 2, 1, 1, 0x61))).toThrow('unchecked');
});

describe('reads what an LDAP library reads', () => {
  const long = 'x'.repeat(70_000);
  const many = Array.from({ length: 300 }, (_, index) => `value ${index}`);
  test.each<[string, Buffer]>([
    ['a bind answer', result(asked('bind'), { code: 49, message: 'no', matchedDn: 'o=gluu' })],
    // Of a message with both, the library reads no cookie.
    ['an end with a referral', result(asked('search'), { code: 10, referral: ['ldap://a/'] })],
    ['an end with a cookie', result(asked('search'), { code: 0 }, pagedResults('c'))],
    ['a modify answer', result(asked('modify', 300), { code: 122, message: long })],
    ['an add answer', result(asked('add'), { code: 68 })],
    ['a delete answer', result(asked('delete'), { code: 32 })],
    ['who one is', whoamiResult(asked('whoami'), 'dn:cn=directory manager,o=gluu')],
    [
      'a large entry',
      searchEntry(1_000_000, `ou=${long},o=gluu`, [
        ['a', many],
        ['b;lang-de', [long]],
        ['c', ['']],
      ]),
    ],
  ])('%s', (_, bytes) => {
    expect(checkMessage(bytes, 1_000_000)).toBeTypeOf('number');
    const ours = readMessage(bytes);
    const theirs = readByLibrary(bytes);
    const { messageId: id, status: code, errorMessage: diagnostic, protocolOperation: operation } = theirs;
    expect(ours).toMatchObject({ id, code, diagnostic, operation });
    const page = theirs.controls?.find((control) => control instanceof PagedResultsControl);
    expect(Buffer.from(ours.cookie ?? [])).toEqual(page?.value?.cookie ?? Buffer.alloc(0));
    if (theirs instanceof SearchEntry) {
      const attributes = theirs.attributes.map(({ type, parsedBuffers }) => [type, parsedBuffers]);
      expect(withValues(ours.entry)).toEqual({ dn: theirs.name, attributes });
    }
    if ('value' in theirs) expect(ours.value).toBe(String(theirs.value));
  });
});

function readByLibrary(bytes: Buffer): MessageResponse {
  const parser = new MessageParser();
  let read: MessageResponse | undefined;
  parser.on('message', (message) => {
    read = message;
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.read(bytes, new Map());
  if (!read) throw new Error('not a whole message');
  return read;
}
