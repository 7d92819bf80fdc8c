import { expect, test } from 'vitest';
import { createDecodeCache } from '../../../../src-main/ldap/decode-cache';
import { decodeMessage } from '../../../../src-main/ldap/ldap-message';
import { type LdapRequest, pagedResults, result, searchEntry } from '../../../support/hostile-ldap/message';

const search = (messageId: number): LdapRequest => ({
  ...{ messageId, operation: 'search', dn: 'o=gluu', secured: true },
  bytes: Buffer.alloc(0),
});
const entry = (id: number, text: string, dn = 'o=gluu') => searchEntry(id, dn, [['o', [text, 'b']]]);
const end = (id: number, cookie = '') => result(search(id), { code: 0 }, pagedResults(cookie));

function filled(...messages: Buffer[]) {
  const cache = createDecodeCache();
  cache.keep(messages, messages.map(decodeMessage));
  return cache;
}

test('the same bytes are found under another number, and are what they would be decoded to', () => {
  const cache = filled(entry(3, 'a'), end(3, 'next'));
  const again = [entry(200, 'a'), end(70_000, 'next')];
  expect(cache.find(again)).toEqual(again.map(decodeMessage));
});

test.each([
  ['a value', entry(3, 'c')],
  ['a name', entry(3, 'a', 'o=GLUU')],
  ['a control', end(3, 'other')],
  ['no control', result(search(3), { code: 0 })],
])('other bytes are not: %s', (_what, message) => {
  expect(filled(entry(3, 'a'), end(3, 'next')).find([message])).toEqual([undefined]);
});

test('values are not kept as parts of what they came in', () => {
  const message = entry(3, 'a');
  const cache = filled(message);
  message.fill(0);
  const [found] = cache.find([entry(3, 'a')]);
  expect(found?.entry?.attributes[0]?.[1].map(String)).toEqual(['a', 'b']);
});

test('what was used longest ago makes room, and nothing large is kept', () => {
  const cache = createDecodeCache();
  const large = (number: number, size = 100_000) => entry(3, String(number).padStart(size, 'x'));
  const keep = (message: Buffer) => cache.keep([message], [decodeMessage(message)]);
  for (let number = 0; number < 10; number += 1) keep(large(number));
  expect(cache.find([large(0)])).not.toEqual([undefined]);
  for (let number = 10; number < 15; number += 1) keep(large(number));
  const kept = Array.from({ length: 15 }, (_, number) => cache.find([large(number)])[0] !== undefined);
  expect(kept.filter(Boolean)).toHaveLength(10);
  expect(kept.slice(0, 6)).toEqual([true, false, false, false, false, false]);
  keep(large(1, 200_000));
  expect(cache.find([large(1, 200_000)])).toEqual([undefined]);
  cache.clear();
  expect(cache.find([large(14)])).toEqual([undefined]);
});

test('a list of many is not kept, nor what does not fit the messages', () => {
  const many = Array.from({ length: 51 }, (_, number) => entry(3, String(number)));
  const cache = filled(...many);
  expect(cache.find(many.slice(0, 1))).toEqual([undefined]);
  cache.keep([entry(3, 'a')], [decodeMessage(entry(4, 'a'))]);
  cache.keep([entry(3, 'a')], []);
  expect(cache.find([entry(3, 'a')])).toEqual([undefined]);
});
