import { expect, test } from 'vitest';
import { packMessages, unpackMessages } from '../../../../src-main/ldap/decoder-protocol';
import { decodeMessage, type LdapMessage } from '../../../../src-main/ldap/ldap-message';
import { type LdapRequest, pagedResults, result, searchEntry } from '../../../support/hostile-ldap/message';

const search: LdapRequest = { messageId: 3, operation: 'search', dn: 'o=gluu', secured: true, bytes: Buffer.alloc(0) };
const done = result(search, { code: 0, message: 'wörds' }, pagedResults('next'));
const entry = (dn: string, ...attributes: [string, string[]][]) => searchEntry(3, dn, attributes);
/** A piece of bytes comes out as another kind of array. */
const plain = ({ entry, cookie, ...rest }: LdapMessage) => ({
  ...rest,
  cookie: cookie && Buffer.from(cookie).toString(),
  entry: entry && {
    dn: entry.dn,
    attributes: entry.attributes.map(([type, values]) => [type, values.map((value) => Buffer.from(value).toString())]),
  },
});

test.each<[string, Buffer[]]>([
  ['none', []],
  ['an end alone', [done]],
  ['entries', [entry('o=a', ['o', ['a', 'ä', '']], ['mail', []]), entry('o=b'), entry('', ['__proto__', ['x']])]],
  ['ends between entries', [done, entry('o=a', ['o', ['a']]), done, done, entry('o=b', ['o', ['b', 'bb']]), done]],
])('messages are the same on the other side: %s', (_what, bytes) => {
  const messages = bytes.map(decodeMessage);
  expect(unpackMessages(structuredClone(packMessages(messages))).map(plain)).toEqual(messages.map(plain));
});

test('no more bytes go along than those of the values', () => {
  const messages = [decodeMessage(entry('o=a', ['o', ['abc']], ['ou', ['de']]))];
  expect(packMessages(messages).values.buffer.byteLength).toBe(5);
});

test('of the end of a page nothing goes along but its cookie', () => {
  const { cookie } = decodeMessage(done);
  expect(structuredClone(cookie)?.buffer.byteLength).toBe('next'.length);
});

test.each<[string, (string | number)[]]>([
  ['more attributes than there are', [3, 'o=a', Number.MAX_SAFE_INTEGER, 'o', 1, 1]],
  ['more values than there are', [3, 'o=a', 1, 'o', Number.MAX_SAFE_INTEGER, 1, 1]],
  ['longer values than there are', [3, 'o=a', 1, 'o', 1, Number.MAX_SAFE_INTEGER]],
  ['no numbers', ['x', 'o=a', 'x', 'o', 'x', 'x']],
  ['a part', [3]],
])('a list that promises %s ends with what is there', (_what, entries) => {
  const unpacked = unpackMessages({ entries, values: new Uint8Array(2), others: [] });
  expect(unpacked.length).toBeLessThanOrEqual(entries.length);
  const values = unpacked.flatMap(({ entry: one }) => one?.attributes.flatMap(([, own]) => own) ?? []);
  expect(values.every(({ length }) => length <= 2)).toBe(true);
  expect(values.length).toBeLessThanOrEqual(entries.length);
});
