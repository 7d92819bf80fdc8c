import { describe, expect, test } from 'vitest';
import { signed } from '../../support/certificates';
import { gluuNames } from '../../support/gluu-names';
import { gluuTree } from '../../support/gluu-tree';
import { startHostileLdap } from '../../support/hostile-ldap';
import { splitMessages } from '../../support/hostile-ldap/message';
import { ask, rawLdapClient, rawTls, requests } from '../../support/raw-ldap-client';
import { runTool } from '../../support/run-tool';
import { bind, closeLater, me, meet, password } from './meet-hostile-ldap';

const names = gluuNames();

describe('a server with nothing wrong', () => {
  test('binds, tells who one is, shows the root DSE, and succeeds at changes', async () => {
    const { server, client } = await meet({ kind: 'none' });
    expect(await bind(client)).toMatchObject([{ id: 1, tag: 0x61, code: 0 }]);
    const [whoami] = await ask(client, requests.whoami(2));
    expect(whoami).toMatchObject({ id: 2, tag: 0x78, code: 0 });
    expect(whoami?.parts[3]?.toString()).toBe(`dn:${me}`);
    const [rootDse, done] = await ask(client, requests.search(3, ''), 2);
    expect(rootDse?.parts[1]?.toString()).toContain('1.3.6.1.1.12');
    expect(done).toMatchObject({ id: 3, tag: 0x65, code: 0 });
    expect(await ask(client, requests.replace(4, 'o=gluu', 'o', 'x'))).toMatchObject([{ tag: 0x67, code: 0 }]);
    expect(server.requests().map(({ operation, dn }) => [operation, dn])).toEqual([
      ['bind', me],
      ['whoami', ''],
      ['search', ''],
      ['modify', 'o=gluu'],
    ]);
    client.send(requests.unbind(5));
    await client.closed;
    expect(server.connections()).toBe(1);
    expect(server.wire().includes(password)).toBe(true);
  });

  test('answers searches of a Gluu tree as a real one, for OpenLDAP’s own client too', async () => {
    const { server, client } = await meet({ kind: 'none' }, { ldif: gluuTree({ version: '3.1.2' }) });
    expect(await ask(client, requests.search(1, 'ou=appliances,o=gluu', 'one', 'gluuAppliance'), 2)).toHaveLength(2);
    expect(await ask(client, requests.search(2, 'o=nowhere'))).toMatchObject([{ tag: 0x65, code: 32 }]);
    const filter = '(&(objectClass=gluuOrganization)(!(o=gluu))(|(gluuThemeColor=166309)(title=*)))';
    const where = ['-x', '-LLL', '-H', server.url, '-b', 'o=gluu', '-s', 'one', filter, 'o'];
    expect(await runTool('ldapsearch', where)).toBe(`dn: ${names.organizationDn}\no: ${names.orgInum}\n\n`);
  });

  test('speaks StartTLS and ldaps, and keeps apart what the wire and what the server saw', async () => {
    const tls = await signed();
    const upgraded = await meet({ kind: 'none' }, { tls });
    expect(await ask(upgraded.client, requests.startTls(1))).toMatchObject([{ tag: 0x78, code: 0 }]);
    const overStartTls = await rawLdapClient(await rawTls(upgraded.client.socket, tls.ca ?? ''));
    expect(await bind(overStartTls)).toMatchObject([{ code: 0 }]);
    expect(upgraded.server.requests().map(({ secured }) => secured)).toEqual([false, true]);

    const server = await startHostileLdap({ kind: 'none' }, { tls, ldaps: true });
    closeLater(server.stop);
    const overLdaps = await rawLdapClient(await rawTls(server.port, tls.ca ?? ''));
    expect(await bind(overLdaps)).toMatchObject([{ code: 0 }]);
    for (const seen of [upgraded.server, server]) {
      expect(seen.clear().includes(password)).toBe(true);
      expect(seen.wire().includes(password)).toBe(false);
      expect(seen.wire().length).toBeGreaterThan(seen.clear().length);
    }
  });

  test('offers the TLS versions it is told to, and says what a failed handshake was', async () => {
    const tls = await signed();
    const server = await startHostileLdap(
      { kind: 'none' },
      { tls: { ...tls, minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' }, ldaps: true },
    );
    closeLater(server.stop);
    await expect(rawTls(server.port, tls.ca ?? '')).rejects.toThrow(/protocol version/);
    expect(server.tlsErrors()).toHaveLength(1);
    expect(server.clear()).toHaveLength(0);
  });

  test('refuses StartTLS without a certificate, and ends connections that speak no LDAP', async () => {
    const { server, client } = await meet({ kind: 'none' });
    expect(await ask(client, requests.startTls(1))).toMatchObject([{ code: 2 }]);
    client.send(Buffer.from('GET / HTTP/1.1\r\n\r\n'.padEnd(100)));
    await client.closed;
    expect(server.malformed()).toHaveLength(1);
  });
});

describe('connections', () => {
  test('silent: takes the bytes and gives none', async () => {
    const { server, client } = await meet({ kind: 'silent' });
    client.send(requests.bind(1, me, password));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(client.received()).toHaveLength(0);
    expect(client.socket.destroyed).toBe(false);
    expect(server.wire().includes(password)).toBe(true);
  });

  test('close-at-once: ends before a word is said', async () => {
    const { server, client } = await meet({ kind: 'close-at-once' });
    await client.closed;
    expect(client.received()).toHaveLength(0);
    expect(server.connections()).toBe(1);
  });

  test('http: answers as a web server', async () => {
    const { client } = await meet({ kind: 'http' });
    client.send(requests.bind(1, me, password));
    await client.closed;
    expect(client.received().toString()).toMatch(/^HTTP\/1\.1 400 /);
  });

  test('drip: gives a beginning of an answer, byte by byte, and no end', async () => {
    const { client } = await meet({ kind: 'drip', everyMs: 20 });
    const sizes: number[] = [];
    client.socket.on('data', (chunk: Buffer) => sizes.push(chunk.length));
    client.send(requests.bind(1, me, password));
    const bytes = await client.receive(10);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(2);
    expect(bytes[0]).toBe(0x30);
    expect(splitMessages(bytes).messages).toHaveLength(0);
  });

  test('no-answer: keeps silent on one operation alone', async () => {
    const { server, client } = await meet({ kind: 'no-answer', on: 'modify' });
    await bind(client);
    client.send(requests.replace(2, 'o=gluu', 'o', 'x'));
    expect(await ask(client, requests.whoami(3))).toMatchObject([{ id: 3 }]);
    expect(server.requests()).toHaveLength(3);
  });

  test('close-on-modify: works until then', async () => {
    const { client } = await meet({ kind: 'close-on-modify' });
    await bind(client);
    expect(await ask(client, requests.search(2, 'o=gluu'), 2)).toHaveLength(2);
    expect(await ask(client, requests.replace(3, 'o=gluu', 'o', 'x'))).toEqual([]);
  });

  test('notice-of-disconnection: says farewell with message id 0 and closes', async () => {
    const { client } = await meet({ kind: 'notice-of-disconnection' });
    await bind(client);
    const [notice] = await ask(client, requests.search(2, 'o=gluu'));
    expect(notice).toMatchObject({ id: 0, tag: 0x78, code: 52 });
    expect(notice?.parts[3]?.toString()).toBe('1.3.6.1.4.1.1466.20036');
    await client.closed;
  });
});
