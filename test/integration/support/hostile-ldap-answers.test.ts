import { describe, expect, test } from 'vitest';
import { signed } from '../../support/certificates';
import { readElements } from '../../support/hostile-ldap/ber';
import { searchEntry } from '../../support/hostile-ldap/message';
import { ask, rawLdapClient, rawTls, requests } from '../../support/raw-ldap-client';
import { bind, me, meet, password } from './meet-hostile-ldap';

describe('too much', () => {
  test('huge-value: one value of 64 MB', async () => {
    const { client } = await meet({ kind: 'huge-value' });
    const answers = await ask(client, requests.search(2, 'o=gluu'), 2, 64 * 1024 * 1024);
    expect(answers.map(({ tag }) => tag)).toEqual([0x64, 0x65]);
    expect(answers[0]?.parts[1]?.length).toBeGreaterThan(64 * 1024 * 1024);
  });

  test('huge-value: stops when the client hangs up', async () => {
    const { server, client } = await meet({ kind: 'huge-value', bytes: 2 ** 31 });
    client.send(requests.search(2, 'o=gluu'));
    await client.receive(100_000);
    client.socket.destroy();
    await client.closed;
    const [again, bound] = [await rawLdapClient(server.port), requests.bind(1, me, password)];
    expect(await ask(again, bound)).toMatchObject([{ code: 0 }]);
    again.socket.destroy();
  });

  test('huge-length: claims four gigabytes', async () => {
    const { client } = await meet({ kind: 'huge-length' });
    client.send(requests.search(2, 'o=gluu'));
    expect((await client.receive(2000)).subarray(0, 6).toString('hex')).toBe('3084ffffffff');
  });

  test('many-attributes: a million in one entry', async () => {
    const { client } = await meet({ kind: 'many-attributes' });
    const [entry, done] = await ask(client, requests.search(2, 'o=gluu'), 2, 15_000_000);
    expect(readElements(entry?.parts[1] ?? Buffer.alloc(0))).toHaveLength(1_000_000);
    expect(done).toMatchObject({ tag: 0x65, code: 0 });
  });

  test('deep-nesting: a hundred sequences in each other', async () => {
    const { client } = await meet({ kind: 'deep-nesting' });
    const [entry] = await ask(client, requests.search(2, 'o=gluu'), 2);
    let depth = 1;
    let inside = entry?.parts[1] ?? Buffer.alloc(0);
    for (; inside.length > 0; depth += 1) inside = readElements(inside)[0]?.content ?? Buffer.alloc(0);
    expect(depth).toBe(100);
  });

  test('many-messages: 9 000 of seven bytes, after a proper bind', async () => {
    const { client } = await meet({ kind: 'many-messages' });
    await bind(client);
    const before = client.received().length;
    let firstChunk = 0;
    client.socket.once('data', (chunk: Buffer) => {
      firstChunk = chunk.length;
    });
    client.send(requests.search(2, 'o=gluu'));
    const bytes = (await client.receive(before + 63_000)).subarray(before);
    expect(bytes).toHaveLength(63_000);
    expect(bytes.subarray(0, 14).toString('hex')).toBe('30050201027300'.repeat(2));
    // The loopback interface takes it in one piece.
    expect(firstChunk).toBe(63_000);
  });

  test('endless-entries: 300 000, though ten were asked for', async () => {
    const { client } = await meet({ kind: 'endless-entries' });
    const one = searchEntry(2, 'uid=user00000000,o=gluu', [['uid', ['user00000000']]]);
    const answers = await ask(client, requests.search(2, 'o=gluu', 'sub'), 300_001, one.length * 300_000);
    expect(answers).toHaveLength(300_001);
    expect(answers.at(-1)).toMatchObject({ tag: 0x65, code: 0 });
  });

  test('endless-pages: promises another page, always', async () => {
    const { client } = await meet({ kind: 'endless-pages' });
    for (const id of [2, 3, 4]) {
      const before = client.received().length;
      expect(await ask(client, requests.search(id, 'o=gluu'), 2)).toMatchObject([{ tag: 0x64 }, { tag: 0x65 }]);
      expect(client.received().subarray(before).includes('1.2.840.113556.1.4.319')).toBe(true);
    }
  });
});

describe('StartTLS', () => {
  test.each([2, 52])('starttls-result: refuses with %i and stays in clear', async (code) => {
    const { client } = await meet({ kind: 'starttls-result', result: code }, { tls: await signed() });
    expect(await ask(client, requests.startTls(1))).toMatchObject([{ tag: 0x78, code }]);
    expect(await ask(client, requests.whoami(2))).toMatchObject([{ code: 0 }]);
  });

  test('starttls-result: refers elsewhere', async () => {
    const uri = 'ldap://127.0.0.1:13999/';
    const { client } = await meet({ kind: 'starttls-result', result: 10, referral: uri });
    const [answer] = await ask(client, requests.startTls(1));
    expect(answer).toMatchObject({ code: 10 });
    expect(answer?.parts[3]?.toString()).toContain(uri);
  });

  test('starttls-result: garbage, and closing', async () => {
    const garbled = await meet({ kind: 'starttls-result', result: 'garbage' });
    garbled.client.send(requests.startTls(1));
    expect((await garbled.client.receive(10)).includes('garbage')).toBe(true);
    const closing = await meet({ kind: 'starttls-result', result: 'close' });
    expect(await ask(closing.client, requests.startTls(1))).toEqual([]);
  });

  test('starttls-injection: glues clear text behind the answer, then shakes hands', async () => {
    const tls = await signed();
    const fake = await meet({ kind: 'starttls-injection', bytes: 'bind-success' }, { tls });
    expect(await ask(fake.client, requests.startTls(1), 2)).toMatchObject([
      { id: 1, tag: 0x78, code: 0 },
      { id: 2, tag: 0x61, code: 0 },
    ]);
    const secured = await rawLdapClient(await rawTls(fake.client.socket, tls.ca ?? ''));
    expect(await bind(secured)).toMatchObject([{ id: 1, code: 0 }]);
    const prefix = await meet({ kind: 'starttls-injection', bytes: 'prefix' }, { tls });
    prefix.client.send(requests.startTls(1));
    expect((await prefix.client.receive(20)).subarray(-6).toString('hex')).toBe('308400000040');
  });
});

describe('wrong answers', () => {
  test.each([['dn:cn=somebody else,o=gluu'], ['']])('wrong-whoami: %s after a good bind', async (authzId) => {
    const { client } = await meet({ kind: 'wrong-whoami', authzId });
    expect(await bind(client)).toMatchObject([{ code: 0 }]);
    const [answer] = await ask(client, requests.whoami(2));
    expect(answer?.parts[3]?.toString()).toBe(authzId);
  });

  test('wrong-whoami: no value at all', async () => {
    const { client } = await meet({ kind: 'wrong-whoami', authzId: null });
    const [answer] = await ask(client, requests.whoami(1));
    expect(answer?.code).toBe(0);
    expect(answer?.parts).toHaveLength(3);
  });

  test('referral-on-modify and search-reference: point elsewhere', async () => {
    const uri = 'ldap://127.0.0.1:13999/o=gluu';
    const modify = await meet({ kind: 'referral-on-modify', uri });
    const [answer] = await ask(modify.client, requests.replace(1, 'o=gluu', 'o', 'x'));
    expect(answer).toMatchObject({ tag: 0x67, code: 10 });
    expect(answer?.parts[3]?.toString()).toContain(uri);
    const search = await meet({ kind: 'search-reference', uri });
    const [reference, done] = await ask(search.client, requests.search(1, 'o=gluu'), 2);
    expect(reference?.tag).toBe(0x73);
    expect(reference?.parts[0]?.toString()).toBe(uri);
    expect(done?.code).toBe(0);
  });

  test.each([3, 10, 16, 80, 122, 4096])('result-code: %i with any text', async (code) => {
    const message = 'no\r\n\x00\x1b[31mred\u202etxt';
    const { client } = await meet({ kind: 'result-code', on: 'modify', code, message });
    expect(await bind(client)).toMatchObject([{ code: 0 }]);
    const [answer] = await ask(client, requests.replace(2, 'o=gluu', 'o', 'x'));
    expect(answer).toMatchObject({ tag: 0x67, code });
    expect(answer?.parts[2]?.toString()).toBe(message);
  });

  test('result-code: on the bind, or only where the test says so', async () => {
    const refused = await meet({ kind: 'result-code', on: 'bind', code: 49 });
    expect(await bind(refused.client)).toMatchObject([{ tag: 0x61, code: 49 }]);
    const when = ({ dn }: { dn: string }) => dn === 'o=gluu';
    const { client } = await meet({ kind: 'result-code', on: 'search', code: 50 }, { when });
    expect(await ask(client, requests.search(1, 'o=site'), 2)).toHaveLength(2);
    expect(await ask(client, requests.search(2, 'o=gluu'))).toMatchObject([{ code: 50 }]);
  });

  test('odd-attributes: names that mean something to JavaScript, and a `dn` that is not the DN', async () => {
    const { client } = await meet({ kind: 'odd-attributes' });
    const [entry] = await ask(client, requests.search(1, 'o=gluu'), 2);
    expect(entry?.parts[0]?.toString()).toBe('o=gluu');
    const found = readElements(entry?.parts[1] ?? Buffer.alloc(0)).map(({ content }) =>
      readElements(content)[0]?.content.toString(),
    );
    expect(found).toEqual(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'dn', 'objectClass']);
  });
});
