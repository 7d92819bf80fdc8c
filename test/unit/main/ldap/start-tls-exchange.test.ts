import { Duplex } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { exchangeStartTls } from '../../../../src-main/ldap/start-tls-exchange';
import { element, header, integer, octets, sequence } from '../../../support/hostile-ldap/ber';
import { disconnection, type LdapRequest, readRequest, result } from '../../../support/hostile-ldap/message';

const at = 'gluu.example.org:1389';
const request: LdapRequest = { messageId: 1, operation: 'startTls', dn: '', secured: false, bytes: Buffer.alloc(0) };
const granted = result(request, { code: 0 });

class Wire extends Duplex {
  sent: Buffer[] = [];
  override _read(): void {}
  override _write(chunk: Buffer, _encoding: BufferEncoding, callback: () => void): void {
    this.sent.push(chunk);
    callback();
  }
}
let wire: Wire;
beforeEach(() => {
  wire = new Wire();
});

/** Runs the exchange while the server says these pieces; gives undefined for success, else the error. */
async function exchange(pieces: Buffer[], signal = new AbortController().signal, limitMs = 5000): Promise<unknown> {
  const outcome = exchangeStartTls(wire, at, signal, limitMs).then(
    () => undefined,
    (error: unknown) => error,
  );
  for (const piece of pieces) {
    await setImmediate();
    if (!wire.destroyed) wire.push(piece);
  }
  return outcome;
}

test('sends one ExtendedRequest and nothing else, and leaves the connection open and quiet', async () => {
  expect(await exchange([granted])).toBeUndefined();
  expect(wire.sent).toHaveLength(1);
  expect(readRequest(wire.sent[0] ?? Buffer.alloc(0))).toMatchObject({ messageId: 1, operation: 'startTls' });
  expect(wire.destroyed).toBe(false);
  expect(wire.isPaused()).toBe(true);
  expect(wire.listenerCount('data')).toBe(0);
});

test('puts an answer together that comes byte by byte', async () => {
  expect(await exchange([...granted].map((byte) => Buffer.from([byte])))).toBeUndefined();
});

test('takes an answer that repeats the name of the operation (RFC 4511 section 4.14.2)', async () => {
  const named = sequence(
    integer(1),
    element(0x78, element(0x0a, Buffer.from([0])), octets(''), octets(''), octets('1.3.6.1.4.1.1466.20037', 0x8a)),
  );
  expect(await exchange([named])).toBeUndefined();
});

test.each([1, 2, 10, 12, 52, 53, 4096])(
  'a refusal with result %i is reported in the server’s own words',
  async (code) => {
    expect(await exchange([result(request, { code, message: 'no\u0000 TLS' })])).toMatchObject({
      code: 'ldap.startTlsRefused',
      about: { at, detail: `result ${code} no\\u{0} TLS`, facts: { result: code } },
    });
    expect(wire.destroyed).toBe(true);
  },
);

describe('bytes behind the answer are an alarm', () => {
  test.each<[string, Buffer]>([
    ['a single byte', Buffer.from([0x30])],
    ['the head of a message', Buffer.from([0x30, 0x84, 0, 0, 0, 0x40])],
    ['another answer', result({ ...request, operation: 'bind', messageId: 2 }, { code: 0 })],
    ['the beginning of TLS', Buffer.from([0x16, 0x03, 0x03])],
  ])('%s', async (_, more) => {
    expect(await exchange([Buffer.concat([granted, more])])).toMatchObject({ code: 'ldap.injection', about: { at } });
    expect(wire.destroyed).toBe(true);
    expect(wire.sent).toHaveLength(1);
  });
});

test.each<[string, Buffer]>([
  ['garbage', Buffer.from('220 smtp.example.org ESMTP\r\n')],
  ['a TLS alert', Buffer.from([0x15, 0x03, 0x01, 0x00, 0x02, 0x02, 0x0a])],
  ['an indefinite length', Buffer.from([0x30, 0x80])],
  ['an answer that claims more than 64 KB', header(0x30, 64 * 1024)],
  ['the answer to something else', result({ ...request, operation: 'bind' }, { code: 0 })],
  ['the answer to another request', result({ ...request, messageId: 2 }, { code: 0 })],
  ['an answer without a result', sequence(integer(1), element(0x78))],
])('%s is no answer', async (_, bytes) => {
  expect(await exchange([bytes])).toMatchObject({ code: 'ldap.notLdap', about: { at } });
  expect(wire.destroyed).toBe(true);
});

test('a Notice of Disconnection is a connection that ended', async () => {
  expect(await exchange([disconnection({ code: 52, message: 'stopping' })])).toMatchObject({
    code: 'net.dropped',
    about: { at, detail: 'Notice of Disconnection 52 stopping' },
  });
});

test('a connection that closes is reported as such', async () => {
  const outcome = exchange([granted.subarray(0, 5)]);
  await setImmediate();
  wire.destroy();
  expect(await outcome).toMatchObject({ code: 'net.dropped' });
});

test('a silent server is given up', async () => {
  expect(await exchange([granted.subarray(0, 5)], undefined, 50)).toMatchObject({ code: 'ldap.noReply' });
  expect(wire.destroyed).toBe(true);
});

test('can be cancelled meanwhile, and before', async () => {
  const cancel = new AbortController();
  const outcome = exchange([], cancel.signal);
  cancel.abort();
  expect(await outcome).toMatchObject({ code: 'work.cancelled' });
  expect(wire.destroyed).toBe(true);
  wire = new Wire();
  expect(await exchange([granted], AbortSignal.abort())).toMatchObject({ code: 'work.cancelled' });
  expect(wire.sent).toEqual([]);
});
