import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { element, enumerated, header, integer, octets, readElement, sequence } from '../../support/hostile-ldap/ber';
import { rawLdapClient, rawTls, requests } from '../../support/raw-ldap-client';
import { mutate, pseudoRandom } from '../../unit/main/demo/mutation';
import { type Meadow, meadowNames, startMeadow } from './meadow';

let meadow: Meadow;
beforeAll(async () => {
  meadow = await startMeadow();
});
afterEach(async () => {
  // Whatever a test sent: the server lives, serves others and found no bug in itself.
  const client = await rawLdapClient(meadow.ldapPort);
  client.send(requests.bind(1, meadow.managerDn, meadow.password));
  expect(resultCode(await client.receive(14), 0x61)).toBe(0);
  client.socket.destroy();
  expect(meadow.reported).toEqual([]);
});
afterAll(() => meadow.stop());

/** The result code in the first message of these bytes, which must have that tag. */
function resultCode(bytes: Buffer, tag: number): number | undefined {
  const message = readElement(bytes);
  const id = message && readElement(message.content);
  const operation = message && id && readElement(message.content, id.end);
  expect(operation?.tag).toBe(tag);
  return operation?.content[2];
}

/** How many whole messages these bytes are. */
function countMessages(bytes: Buffer): number {
  let count = 0;
  for (let at = 0, next = readElement(bytes, at); next; next = readElement(bytes, at)) {
    at = next.end;
    count += 1;
  }
  return count;
}

const noticeOfDisconnection = '1.3.6.1.4.1.1466.20036';

describe('garbage', () => {
  test.each<[string, Buffer]>([
    ['an HTTP request', Buffer.from('GET / HTTP/1.1\r\n\r\n')],
    ['a TLS hello', Buffer.from('16030100050100000100', 'hex')],
    ['zeros', Buffer.alloc(1000)],
    ['a message above 4 MB', header(0x30, 4 * 1024 * 1024)],
    ['a message of 2 GB', header(0x30, 0x7fffffff)],
    ['a length of five bytes', Buffer.from([0x30, 0x85, 1, 1, 1, 1, 1])],
    ['an indefinite length', Buffer.from([0x30, 0x80, 0, 0])],
    ['a message without an operation', sequence(integer(1))],
    ['an unknown operation', sequence(integer(1), element(0x7f, octets('x')))],
    ['message id 0', sequence(integer(0), element(0x42))],
    ['a filter nested 3000 deep', searchFor(nested(3000))],
    ['a filter of 100 000 parts', searchFor(element(0xa0, Buffer.alloc(200_000, element(0xa0))))],
    ['a length that turns negative', sequence(integer(1), Buffer.from([0x4a, 0x84, 0xff, 0xff, 0xff, 0xfe]))],
  ])('ends the connection with a notice: %s', async (_, bytes) => {
    const client = await rawLdapClient(meadow.ldapPort);
    client.send(bytes);
    await client.closed;
    expect(client.received().includes(noticeOfDisconnection)).toBe(true);
    expect(resultCode(client.received(), 0x78)).toBe(2);
  });

  test('on the TLS port ends the connection', async () => {
    const client = await rawLdapClient(meadow.ldapsPort);
    client.send(Buffer.from('GET / HTTP/1.1\r\n\r\n'));
    await client.closed;
  });
});

describe('floods', () => {
  test('of 50 000 small messages in one go are worked off', async () => {
    const client = await rawLdapClient(meadow.ldapPort);
    const abandon = sequence(integer(1), octets('\x01', 0x50));
    client.send(Buffer.concat([...Array.from({ length: 50_000 }, () => abandon), requests.whoami(9)]));
    expect(resultCode(await client.receive(14), 0x78)).toBe(0);
    client.socket.destroy();
  });

  test('of pipelined requests are answered one by one, in order', async () => {
    const client = await rawLdapClient(meadow.ldapPort);
    const all = Array.from({ length: 500 }, (_, index) => requests.whoami(index + 1));
    client.send(Buffer.concat([...all, requests.unbind(501)]));
    await client.closed;
    expect(countMessages(client.received())).toBe(500);
    expect(resultCode(client.received(), 0x78)).toBe(0);
  });

  test('of requests whose answers nobody reads are worked off only as they are read', async () => {
    const searched = vi.spyOn(meadow.directory, 'search');
    const client = await rawLdapClient(meadow.ldapPort);
    client.send(requests.bind(1, meadow.managerDn, meadow.password));
    await client.receive(14);
    client.socket.pause();
    const count = 10_000;
    const all = Array.from({ length: count }, () => requests.search(2, 'o=gluu', 'sub'));
    client.send(Buffer.concat([...all, requests.unbind(3)]));
    // Some 40 MB of answers, far more than any socket buffers.
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(searched.mock.calls.length).toBeGreaterThan(0);
    expect(searched.mock.calls.length).toBeLessThan(count);
    client.socket.resume();
    await client.closed;
    expect(searched).toHaveBeenCalledTimes(count);
    expect(countMessages(client.received())).toBeGreaterThan(count * 10);
  });

  test('of bytes sent one at a time are put together', async () => {
    const client = await rawLdapClient(meadow.ldapPort);
    client.socket.setNoDelay(true);
    for (const byte of requests.whoami(1)) {
      client.send(Buffer.from([byte]));
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(resultCode(await client.receive(14), 0x78)).toBe(0);
    client.socket.destroy();
  });

  test('of 3 MB in one value are taken', async () => {
    const client = await rawLdapClient(meadow.ldapPort);
    client.send(requests.bind(1, meadow.managerDn, meadow.password));
    await client.receive(14);
    client.send(requests.replace(2, meadowNames.ada, 'description', 'x'.repeat(3_000_000)));
    const answer = (await client.receive(28)).subarray(14);
    expect(resultCode(answer, 0x67)).toBe(0);
    client.send(requests.search(3, meadowNames.ada));
    expect((await client.receive(3_000_000)).length).toBeGreaterThan(3_000_000);
    client.send(requests.replace(4, meadowNames.ada, 'description', 'short'));
    client.socket.destroy();
  });
});

describe('StartTLS', () => {
  test('with more bytes behind the request ends the connection', async () => {
    const client = await rawLdapClient(meadow.ldapPort);
    client.send(Buffer.concat([requests.startTls(1), requests.whoami(2)]));
    await client.closed;
    expect(client.received().includes(noticeOfDisconnection)).toBe(true);
  });

  test('followed by something else than a handshake ends the connection', async () => {
    const client = await rawLdapClient(meadow.ldapPort);
    client.send(requests.startTls(1));
    expect(resultCode(await client.receive(14), 0x78)).toBe(0);
    client.send(requests.whoami(2));
    await client.closed;
    expect(client.received().includes(meadow.managerDn)).toBe(false);
  });
});

describe('damaged messages', () => {
  test('from 300 connections, after a login: each is answered or the connection ends', async () => {
    const random = pseudoRandom(312);
    const { ada, people } = meadowNames;
    const login = requests.bind(1, meadow.managerDn, meadow.password);
    const samples = [
      login,
      requests.search(2, people, 'sub', 'gluuPerson'),
      requests.replace(3, ada, 'title', 'x'),
      requests.whoami(4),
      requests.startTls(5),
      sequence(
        integer(6),
        element(0x68, octets(`cn=x,${ada}`), sequence(sequence(octets('cn'), element(0x31, octets('x'))))),
      ),
      sequence(integer(7), element(0x6e, octets(ada), sequence(octets('uid'), octets('ada')))),
    ];
    for (let round = 0; round < 300; round++) {
      const client = await rawLdapClient(meadow.ldapPort);
      const damaged = Array.from({ length: 5 }, (_, index) =>
        mutate(samples[(round + index) % samples.length] ?? login, random),
      );
      client.send(Buffer.concat([login, ...damaged]));
      client.socket.end();
      await client.closed;
      expect(resultCode(client.received(), 0x61)).toBe(0);
    }
  });

  test('that never end, from peers that just leave', async () => {
    const whole = requests.bind(1, meadow.managerDn, meadow.password);
    for (let length = 1; length < whole.length; length++) {
      const socket = connect(meadow.ldapPort, '127.0.0.1');
      await once(socket, 'connect');
      socket.write(whole.subarray(0, length));
      if (length % 2 === 0) socket.resetAndDestroy();
      else socket.destroy();
    }
  });
});

describe('stopping', () => {
  test('ends every kind of connection, and the ports are free', async () => {
    const other = await startMeadow();
    const open: Socket[] = [];
    const idle = await rawLdapClient(other.ldapPort);
    const half = await rawLdapClient(other.ldapPort);
    half.send(Buffer.from([0x30, 0x20, 0x02]));
    const handshake = await rawLdapClient(other.ldapsPort);
    handshake.send(Buffer.from('1603010200', 'hex'));
    const secured = await rawTls(other.ldapsPort, other.certificate.certificate);
    const upgraded = await rawLdapClient(other.ldapPort);
    upgraded.send(requests.startTls(1));
    await upgraded.receive(14);
    const overStartTls = await rawTls(upgraded.socket, other.certificate.certificate);
    open.push(idle.socket, half.socket, handshake.socket, secured, overStartTls);
    for (const socket of open) socket.on('error', () => {});
    const closed = open.map((socket) => once(socket, 'close'));
    for (const socket of open) socket.resume();
    await other.stop();
    await Promise.all(closed);
    for (const port of [other.ldapPort, other.ldapsPort]) {
      await expect(once(connect(port, '127.0.0.1'), 'connect')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    }
  });
});

function nested(depth: number): Buffer {
  return Array.from({ length: depth }).reduce<Buffer>((inner) => element(0xa2, inner), octets('objectClass', 0x87));
}

function searchFor(filter: Buffer): Buffer {
  const limits = [enumerated(0), integer(0), integer(0), element(0x01, Buffer.from([0]))];
  return sequence(integer(1), element(0x63, octets('o=gluu'), enumerated(2), ...limits, filter, sequence()));
}
