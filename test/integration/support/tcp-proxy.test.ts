import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { signed } from '../../support/certificates';
import { gluuNames } from '../../support/gluu-names';
import { carries } from '../../support/hostile-ldap/message';
import { type RawLdapClient, rawLdapClient, rawTls, requests } from '../../support/raw-ldap-client';
import { type Slapd, startSlapd } from '../../support/slapd';
import { startProxy, type TcpProxy, type TcpProxyOptions } from '../../support/tcp-proxy';

const { applianceDn } = gluuNames();
let slapd: Slapd;
let proxy: TcpProxy;

beforeAll(async () => {
  slapd = await startSlapd();
});
afterAll(() => slapd.stop());
afterEach(() => proxy.stop());

async function boundClient(options?: TcpProxyOptions): Promise<RawLdapClient> {
  proxy = await startProxy(slapd.port, options);
  return bound(await rawLdapClient(proxy.port));
}

async function bound(client: RawLdapClient): Promise<RawLdapClient> {
  client.send(requests.bind(1, slapd.bindDn, slapd.password));
  expect((await client.receive(14)).toString('hex')).toBe('300c02010161070a010004000400');
  return client;
}

const stored = async (): Promise<string | undefined> => {
  const [entry] = await slapd.search(applianceDn, '(objectClass=*)', ['gluuMaxLogSize'], { scope: 'base' });
  return entry?.get('gluuMaxLogSize')?.[0];
};
const save = (value: string): Buffer => requests.replace(2, applianceDn, 'gluuMaxLogSize', value);
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const bindAnswerSize = 14;
const bothAnswersSize = 28;

describe('a TCP proxy', () => {
  test('passes everything on and keeps what clients say', async () => {
    const client = await boundClient();
    client.send(save('210'));
    await client.receive(bothAnswersSize);
    expect(await stored()).toBe('210');
    expect(proxy.log.includes(slapd.password)).toBe(true);
    expect(proxy.connections()).toBe(1);
    client.send(requests.unbind(3));
    await client.closed;
  });

  test('reads along over TLS with a certificate of its own, and not over the server’s', async () => {
    const tls = await signed();
    proxy = await startProxy(slapd.port, { tls });
    const client = await bound(await rawLdapClient(await rawTls(proxy.port, tls.ca ?? '')));
    const swallowed = proxy.dropNextResponse(carries('modify'));
    client.send(save('211'));
    await swallowed;
    expect(await stored()).toBe('211');
    expect(proxy.log.includes(slapd.password)).toBe(true);
    await proxy.stop();

    proxy = await startProxy(slapd.port);
    const plain = await rawLdapClient(proxy.port);
    plain.send(requests.startTls(1));
    await plain.receive(bindAnswerSize);
    plain.socket.write(Buffer.from('16030100', 'hex'));
    await vi.waitFor(() => expect(proxy.log.subarray(-4).toString('hex')).toBe('16030100'));
  });

  test('drops a request: the server never sees it, the connection stays open', async () => {
    const client = await boundClient();
    const before = await stored();
    const swallowed = proxy.dropNextRequest(carries('modify'));
    client.send(save('212'));
    await swallowed;
    await pause(200);
    expect(await stored()).toBe(before);
    expect(client.received()).toHaveLength(bindAnswerSize);
    expect(client.socket.destroyed).toBe(false);
    const next = await bound(await rawLdapClient(proxy.port));
    next.send(save('213'));
    await next.receive(bothAnswersSize);
    expect(await stored()).toBe('213');
  });

  test('drops a response: the server has done the work, the client never hears of it', async () => {
    const client = await boundClient();
    const before = slapd.modifies().length;
    const swallowed = proxy.dropNextResponse(carries('modify'));
    client.send(requests.whoami(9));
    await client.receive(bindAnswerSize + 1);
    const heard = client.received().length;
    client.send(save('214'));
    await swallowed;
    expect(await stored()).toBe('214');
    await pause(200);
    expect(client.received()).toHaveLength(heard);
    expect(client.socket.destroyed).toBe(false);
    await vi.waitFor(() => expect(slapd.modifies()).toHaveLength(before + 1));
  });

  test('cuts with a reset, and takes new connections', async () => {
    const client = await boundClient();
    proxy.cut();
    await client.closed;
    expect(client.wasReset()).toBe(true);
    await bound(await rawLdapClient(proxy.port));
    expect(proxy.connections()).toBe(2);
  });

  test('is a black hole until healed', async () => {
    const client = await boundClient();
    proxy.blackhole();
    client.send(save('215'));
    await pause(200);
    expect(client.received()).toHaveLength(bindAnswerSize);
    expect(await stored()).not.toBe('215');
    proxy.heal();
    await client.receive(bothAnswersSize);
    expect(await stored()).toBe('215');
  });

  test('delays', async () => {
    const client = await boundClient();
    proxy.delay(150);
    const start = Date.now();
    client.send(save('216'));
    await client.receive(bothAnswersSize);
    // Both directions; timers may be a millisecond early.
    expect(Date.now() - start).toBeGreaterThanOrEqual(295);
  });

  test('counts round trips, connecting included, and what is sent without waiting as one', async () => {
    const client = await boundClient();
    expect(proxy.turns()).toBe(2);
    client.send(requests.whoami(2));
    const answer = (await client.receive(bindAnswerSize + 1)).length - bindAnswerSize;
    expect(proxy.turns()).toBe(3);
    // So late that both requests are out before the first answer is in.
    proxy.delay(200);
    client.send(requests.whoami(3));
    client.send(requests.whoami(4));
    await client.receive(bindAnswerSize + 3 * answer);
    expect(proxy.turns()).toBe(4);
    const [second, third] = await Promise.all([rawLdapClient(proxy.port), rawLdapClient(proxy.port)]);
    await Promise.all([bound(second), bound(third)]);
    expect(proxy.turns()).toBe(8); // those of each connection
  });

  test('ends the client’s connection when the server dies, also behind a dropped response', async () => {
    const mortal = await startSlapd();
    proxy = await startProxy(mortal.port);
    const [first, second] = [await rawLdapClient(proxy.port), await rawLdapClient(proxy.port)];
    second.send(requests.bind(1, mortal.bindDn, mortal.password));
    await second.receive(bindAnswerSize);
    const swallowed = proxy.dropNextResponse();
    second.send(save('217'));
    await swallowed;
    await mortal.kill9();
    await Promise.all([first.closed, second.closed]);
    expect(second.received()).toHaveLength(bindAnswerSize);
    await mortal.restart();
    expect(await mortal.search(applianceDn, '(gluuMaxLogSize=217)')).toHaveLength(1);
    await mortal.stop();
  });
});
