import { once } from 'node:events';
import { Duplex } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeEach, describe, expect, test } from 'vitest';
import { type LdapMessage, readMessage } from '../../../../src-main/ldap/ldap-message';
import { MAX_ENTRIES, MessageGuard } from '../../../../src-main/ldap/message-guard';
import { inEnglish } from '../../../support/english';
import { element, header, integer, octets, sequence } from '../../../support/hostile-ldap/ber';
import {
  disconnection,
  type LdapRequest,
  result,
  searchEntry,
  searchReference,
} from '../../../support/hostile-ldap/message';

const at = 'gluu.example.org:1636';
const search: LdapRequest = { messageId: 3, operation: 'search', dn: 'o=gluu', secured: true, bytes: Buffer.alloc(0) };
const done = result(search, { code: 0 });
const entry = searchEntry(3, 'o=gluu', [['o', ['gluu']]]);

/** The connection beneath: what the server says is pushed into it, what we say arrives in `sent`. */
class Wire extends Duplex {
  sent: Buffer[] = [];
  override _read(): void {}
  override _write(chunk: Buffer, _encoding: BufferEncoding, callback: () => void): void {
    this.sent.push(chunk);
    callback();
  }
}

let wire: Wire;
let guard: MessageGuard;
let passed: LdapMessage[];
beforeEach(() => {
  wire = new Wire();
  guard = new MessageGuard(wire, at);
  passed = [];
  guard.on('data', (message: LdapMessage) => passed.push(message));
});

/** Lets the server say these pieces, and waits until nothing moves. */
async function hear(...pieces: Buffer[]): Promise<void> {
  for (const piece of pieces) {
    if (!wire.destroyed) wire.push(piece);
    await setImmediate();
  }
  for (let turn = 0; turn < 50; turn += 1) await setImmediate();
}
const ended = (code: string) => expect(guard).toMatchObject({ destroyed: true, failure: { code, about: { at } } });

describe('whole messages pass', () => {
  test('one at a time, however they are cut', async () => {
    const stream = Buffer.concat([entry, done, entry]);
    for (const size of [1, 2, 7, entry.length, entry.length + 1, stream.length]) {
      passed = [];
      const pieces = Array.from({ length: Math.ceil(stream.length / size) }, (_, index) =>
        stream.subarray(index * size, (index + 1) * size),
      );
      await hear(...pieces);
      expect(passed, `pieces of ${size}`).toEqual([entry, done, entry].map(readMessage));
    }
    expect(guard.destroyed).toBe(false);
  });

  test('up to 8 MB', async () => {
    const value = Buffer.alloc(8 * 1024 * 1024 - 100, 'x');
    const large = searchEntry(3, 'o=gluu', [['o', [value.toString('latin1')]]]);
    await hear(large.subarray(0, 10), large.subarray(10), done);
    expect(passed).toHaveLength(2);
    expect(passed[0]?.entry?.attributes[0]?.[1].subarray(-value.length).equals(value)).toBe(true);
  });

  test('500 before other work gets its turn, and all of them in the end', async () => {
    const many = Buffer.concat(Array.from({ length: MAX_ENTRIES }, () => entry));
    wire.push(many);
    await setImmediate();
    expect(passed.length).toBeLessThanOrEqual(500);
    await hear();
    expect(passed).toHaveLength(MAX_ENTRIES);
    expect(guard.destroyed).toBe(false);
  });

  test('and what we say goes out as it is', async () => {
    guard.write(Buffer.from('request'));
    await setImmediate();
    expect(wire.sent).toEqual([Buffer.from('request')]);
  });
});

describe('the connection ends', () => {
  test.each<[string, Buffer]>([
    ['bytes that are no LDAP', Buffer.from('HTTP/1.1 400 Bad Request\r\n')],
    ['an indefinite length', Buffer.from([0x30, 0x80, 0, 0])],
    ['a message without an id', sequence(octets('x'))],
    ['a message without an operation', sequence(integer(3))],
    ['an answer without a result', sequence(integer(3), element(0x65))],
    ['an element that ends outside of its message', Buffer.from('300e02010161070a010004000400a07f', 'hex')],
    ['garbage behind a good message', Buffer.concat([done, Buffer.from([0xff, 0xfe])])],
  ])('on %s', async (_, bytes) => {
    await hear(bytes);
    ended('ldap.notLdap');
    expect(wire.destroyed).toBe(true);
  });

  test('with the bytes shown safely', async () => {
    await hear(Buffer.from('SSH-2.0-\u001b[31mOpenSSH\r\n'.padEnd(200, 'x')));
    expect(guard.failure?.about.detail).toMatch(/^SSH-2\.0-\\u\{1b\}\[31mOpenSSH x+$/);
    expect(guard.failure?.about.detail?.length).toBeLessThan(80);
  });

  test('on the announcement of a message over 8 MB, before it comes', async () => {
    await hear(header(0x30, 8 * 1024 * 1024 + 1));
    ended('ldap.tooMuch');
    expect(passed).toEqual([]);
  });

  test('on more than 1000 entries, references counted too, and a new request starts counting at zero', async () => {
    const half = Buffer.concat(Array.from({ length: MAX_ENTRIES / 2 }, () => Buffer.concat([entry])));
    await hear(half, half, done);
    expect(guard.destroyed).toBe(false);
    guard.write(Buffer.from('the next request'));
    await hear(half, half, done);
    expect(guard.destroyed).toBe(false);
    await hear(searchReference(3, ['ldap://elsewhere']));
    ended('ldap.tooMuch');
  });

  test('on more than 1000 answers that nobody asked for between entries', async () => {
    const stray = result({ ...search, operation: 'modify', messageId: 99 }, { code: 0 });
    await hear(Buffer.concat(Array.from({ length: 501 }, () => Buffer.concat([entry, stray, done]))));
    ended('ldap.tooMuch');
  });

  test('on more than 32 MB for one request', async () => {
    const large = searchEntry(3, 'o=gluu', [['o', ['x'.repeat(7 * 1024 * 1024)]]]);
    await hear(large, large, large, large);
    expect(guard.destroyed).toBe(false);
    await hear(large);
    ended('ldap.tooMuch');
  });

  test('on a Notice of Disconnection, in the server’s own words', async () => {
    await hear(disconnection({ code: 52, message: 'going down\u0007' }));
    ended('net.dropped');
    expect(guard.failure?.about.detail).toBe('Notice of Disconnection 52 going down\\u{7}');
    expect(passed).toEqual([]);
  });

  test('with the one beneath it, whether that closes or breaks', async () => {
    wire.destroy(new Error('ECONNRESET'));
    await once(guard, 'close');
    ended('net.dropped');
  });

  test('where nothing can be written to the one beneath it, and nothing is left uncaught', async () => {
    wire._write = (_chunk, _encoding, callback: (error?: Error) => void) => callback(new Error('write EPIPE'));
    guard.write(Buffer.from('request'));
    await once(guard, 'close');
    ended('net.dropped');
  });

  test('for the one beneath too when it is ended from above', async () => {
    guard.destroy();
    await once(wire, 'close');
    expect(guard.failure?.code).not.toBe('ldap.notLdap');
  });

  test('and the first reason stays', async () => {
    await hear(Buffer.from('garbage'));
    wire.emit('error', new Error('later'));
    ended('ldap.notLdap');
  });
});

test('holds the other side back while it works off what it has', async () => {
  const flood = Buffer.concat(Array.from({ length: 900 }, () => entry));
  wire.push(flood);
  await setImmediate();
  expect(wire.isPaused()).toBe(true);
  await hear();
  expect(wire.isPaused()).toBe(false);
  expect(passed).toHaveLength(900);
});

test('ends on more attributes and values since the last request than any answer of use has', async () => {
  const values = Array.from({ length: 40_000 }, () => 'x');
  const large = searchEntry(3, 'o=gluu', [['member', values]]);
  await hear(large, large);
  expect(guard.failure).toBeUndefined();
  guard.write('a request');
  await hear(large, large, large);
  ended('ldap.tooMuch');
  expect(inEnglish(guard.failure?.about.facts)).toEqual({ limit: '100,000 attributes and values' });
  expect(passed).toHaveLength(4);
});

test('keeps intermediate answers, which nobody asked for, to itself, and counts them', async () => {
  const intermediate = sequence(integer(3), element(0x79));
  await hear(Buffer.concat(Array.from({ length: MAX_ENTRIES }, () => intermediate)));
  expect(passed).toEqual([]);
  expect(guard.destroyed).toBe(false);
  await hear(intermediate);
  ended('ldap.tooMuch');
});

test('reads so much in a turn over all connections, and the rest in the next ones', async () => {
  const large = searchEntry(3, 'o=gluu', [['member', Array.from({ length: 30_000 }, () => 'x')]]);
  const wires = Array.from({ length: 4 }, () => new Wire());
  let read = 0;
  for (const one of wires)
    new MessageGuard(one, at).on('data', () => {
      read += 1;
    });
  await setImmediate(); // another turn than that of the tests before
  for (const one of wires) one.emit('data', large);
  expect(read).toBe(2);
  await hear();
  expect(read).toBe(4);
});

test('keeps a message that comes byte by byte in about its size', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const count = 300_000;
  wire.emit('data', header(0x30, 8_000_000));
  collect();
  const before = process.memoryUsage();
  for (let sent = 0; sent < count; sent += 1) wire.emit('data', Buffer.alloc(1));
  collect();
  const after = process.memoryUsage();
  const grown = after.heapUsed + after.external - before.heapUsed - before.external;
  expect(grown).toBeLessThan(20 * count);
});
