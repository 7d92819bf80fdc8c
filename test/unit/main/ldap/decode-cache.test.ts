import { expect, test } from 'vitest';
import { createDecodeCache, type DecodeCache } from '../../../../src-main/ldap/decode-cache';
import { decodeMessage, type LdapMessage } from '../../../../src-main/ldap/ldap-message';
import { type LdapRequest, pagedResults, result, searchEntry } from '../../../support/hostile-ldap/message';

const search = (messageId: number): LdapRequest => ({
  ...{ messageId, operation: 'search', dn: 'o=gluu', secured: true },
  bytes: Buffer.alloc(0),
});
const entry = (id: number, text: string, dn = 'o=gluu') => searchEntry(id, dn, [['o', [text, 'b']]]);
const end = (id: number, cookie = '') => result(search(id), { code: 0 }, pagedResults(cookie));

function filled(...messages: Buffer[]) {
  const cache = createDecodeCache();
  keep(cache, messages);
  return cache;
}

const keep = (cache: DecodeCache, messages: Buffer[], decoded = messages.map(decodeMessage)) =>
  cache.complete({ known: [], unknown: messages }, decoded);
const known = (cache: DecodeCache, message: Buffer) => cache.find([message]).unknown.length === 0;

test('the same bytes are found under another number, and are what they would be decoded to', () => {
  const cache = filled(entry(3, 'a'), end(3));
  const again = [entry(200, 'a'), end(70_000)];
  expect(cache.find(again)).toEqual({ known: again.map(decodeMessage), unknown: [] });
  // The very list, by which it is known what a schema names (server-schema.ts), from the first time on.
  const values = () => cache.find(again).known[0]?.entry?.attributes[0]?.[1];
  expect(values()).toBe(values());
});

test.each([
  ['a value', entry(3, 'c')],
  ['a name', entry(3, 'a', 'o=GLUU')],
  ['a control', end(3, 'other')],
  ['a cookie', end(3, 'next')],
  ['no control', result(search(3), { code: 0 })],
])('other bytes are not: %s', (_what, message) => {
  expect(filled(entry(3, 'a'), end(3)).find([message])).toEqual({ known: [undefined], unknown: [message] });
});

test('values take no more than what they hold, and are the very ones from the first time on', () => {
  const cache = createDecodeCache();
  const valuesOf = (message: LdapMessage | undefined) => message?.entry?.attributes[0]?.[1] ?? [];
  const [first] = keep(cache, [entry(3, 'a')]);
  expect(valuesOf(cache.find([entry(4, 'a')]).known[0])).toBe(valuesOf(first));
  expect(valuesOf(first).map(({ buffer }) => buffer.byteLength)).toEqual([2, 2]);
});

test('values are not kept as parts of what they came in', () => {
  const message = entry(3, 'a');
  const cache = filled(message);
  message.fill(0);
  const [found] = cache.find([entry(3, 'a')]).known;
  expect(found?.entry?.attributes[0]?.[1].map(String)).toEqual(['a', 'b']);
});

test('what was used longest ago makes room, and nothing large is kept', () => {
  const cache = createDecodeCache();
  const large = (number: number, size = 200_000) => entry(3, String(number).padStart(size, 'x'));
  for (let number = 0; number < 10; number += 1) keep(cache, [large(number)]);
  expect(known(cache, large(0))).toBe(true);
  for (let number = 10; number < 15; number += 1) keep(cache, [large(number)]);
  const kept = Array.from({ length: 15 }, (_, number) => known(cache, large(number)));
  expect(kept.filter(Boolean)).toHaveLength(10);
  expect(kept.slice(0, 6)).toEqual([true, false, false, false, false, false]);
  keep(cache, [large(1, 1_100_000)]);
  expect(known(cache, large(1, 1_100_000))).toBe(false);
  const crowded = searchEntry(3, 'o=gluu', [['o', Array.from({ length: 11_000 }, () => '')]]);
  keep(cache, [crowded]);
  expect(known(cache, crowded)).toBe(false);
  cache.clear();
  expect(known(cache, large(14))).toBe(false);
});

test('what is decoded takes its place among what is known', () => {
  const cache = filled(entry(3, 'a'), end(3));
  const messages = [entry(4, 'c'), entry(4, 'a'), entry(4, 'd'), end(4)];
  const found = cache.find(messages);
  expect(found.unknown).toEqual([messages[0], messages[2]]);
  const whole = messages.map(decodeMessage);
  expect(cache.complete(found, found.unknown.map(decodeMessage))).toEqual(whole);
  expect(cache.find(messages)).toEqual({ known: whole, unknown: [] });
});

test('a list of many is not kept, nor what does not fit the messages', () => {
  const many = Array.from({ length: 51 }, (_, number) => entry(3, String(number)));
  const cache = filled(...many);
  expect(known(cache, entry(3, '0'))).toBe(false);
  expect(keep(cache, many)).toEqual(many.map(decodeMessage));
  keep(cache, [entry(3, 'a')], [decodeMessage(entry(4, 'a'))]);
  keep(cache, [entry(3, 'a')], []);
  expect(known(cache, entry(3, 'a'))).toBe(false);
});
