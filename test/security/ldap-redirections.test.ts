import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { filter, type Modification } from '../../src-main/ldap/ldap-session';
import { sentencesOf } from '../../src-shared/messages/failure-texts';
import { runConnect } from '../integration/ldap/run-connect';
import { selfSigned } from '../support/certificates';
import { inEnglish } from '../support/english';
import { gluuNames } from '../support/gluu-names';
import { gluuTree } from '../support/gluu-tree';
import { startHostileLdap } from '../support/hostile-ldap';
import { startServerConsole } from '../support/server-console';
import { type Slapd, startSlapd } from '../support/slapd';
import { securityCase, titled } from './case';
import { startAddingProxy } from './support/ldap-odd-names';

const { applianceDn, organizationDn } = gluuNames();
const appliancesDn = 'ou=appliances,o=gluu';
const aliasDn = 'cn=alias,o=gluu';
const elsewhereDn = 'ou=elsewhere,o=gluu';

let elsewhere: Server;
let visits = 0;
let uri: string;
let slapd: Slapd;
beforeAll(async () => {
  elsewhere = createServer((socket) => {
    visits += 1;
    socket.destroy();
  }).listen(0, '127.0.0.1');
  await once(elsewhere, 'listening');
  const address = elsewhere.address();
  uri = `ldap://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/o=gluu`;
  const alias = { objectClass: ['top', 'alias', 'extensibleObject'], cn: 'alias', aliasedObjectName: organizationDn };
  const pointer = { objectClass: ['top', 'referral', 'extensibleObject'], ou: 'elsewhere', ref: uri };
  const more = [
    { dn: aliasDn, attributes: alias },
    { dn: elsewhereDn, attributes: pointer },
  ];
  slapd = await startSlapd({ ldif: gluuTree({ version: '3.1.2', more }) });
});
afterAll(async () => {
  elsewhere.close();
  await slapd.stop();
});

const onSlapd = (use: NonNullable<Parameters<typeof runConnect>[1]>['use'] & {}) =>
  runConnect({ port: slapd.port }, { password: slapd.password, use });

test(titled('T15'), async () => {
  const told = { code: 'ldap.referral', detail: expect.stringContaining(uri) };
  await securityCase('T15', 'the answer to a change', async () => {
    const server = await startHostileLdap({ kind: 'referral-on-modify', uri });
    const change: Modification = { operation: 'replace', attribute: 'description', values: ['x'] };
    const { failure } = await runConnect(
      { port: server.port },
      { use: (session) => session.modify('o=gluu', [change]) },
    );
    expect(failure).toMatchObject(told);
    expect(inEnglish(sentencesOf(failure ?? expect.unreachable())).what).toContain('It was not followed');
    expect(server.connections()).toBe(1);
    await server.stop();
  });

  await securityCase('T15', 'a reference among the results', async () => {
    const ran = await onSlapd(async (session) => {
      const found = await session.children('o=gluu', filter.present('objectClass'), ['ou']);
      // slapd sends the reference beside the entries; it is no entry.
      expect(found.entries.map(({ dn }) => dn)).toEqual(expect.arrayContaining([organizationDn, aliasDn]));
      expect(found.entries.map(({ dn }) => dn)).not.toContain(elsewhereDn);
      await session.read(elsewhereDn, ['ou']);
    });
    expect(ran.failure).toMatchObject(told);
    expect((await onSlapd((session) => session.remove(elsewhereDn))).failure).toMatchObject(told);
  });

  await securityCase('T15', 'an alias', async () => {
    const ran = await onSlapd(async (session) => {
      const alias = await session.read(aliasDn, ['cn', 'displayName', 'aliasedObjectName']);
      expect(alias?.values('aliasedObjectName')).toEqual([organizationDn]);
      expect(alias?.values('displayName')).toEqual([]);
    });
    expect(ran.failure).toBeUndefined();
    // A server that follows it all the same would be asked for one entry and answer with another.
    expect(slapd.log()).toMatch(/ SRCH base="cn=alias,o=gluu" scope=0 deref=0 /);
    expect(slapd.log()).not.toMatch(/ deref=[123] /);
  });

  await securityCase('T15', 'the answer to StartTLS', async () => {
    const tls = await selfSigned();
    const server = await startHostileLdap({ kind: 'starttls-result', result: 10, referral: uri }, { tls });
    const { failure, asked } = await runConnect({ port: server.port, mode: 'startTls', pin: tls.sha256 });
    expect(failure).toMatchObject({ ...told, code: 'ldap.startTlsRefused', stage: 'TLS' });
    expect(asked).toBe(0);
    await server.stop();
  });
  expect(visits).toBe(0);
});

test(titled('T16'), async () => {
  const prototype = Object.getOwnPropertyNames(Object.prototype).sort();
  for (const [index, name] of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'dn'].entries()) {
    await securityCase('T16', name, async () => {
      const proxy = await startAddingProxy(slapd.port, name, `inum=attacker,${appliancesDn}`);
      const console = await startServerConsole(
        { ...slapd, port: proxy.port, mode: 'plain' },
        { helpers: inject('helpers') },
      );
      const clean = await startServerConsole({ ...slapd, mode: 'plain' }, { helpers: inject('helpers') });
      const [odd, plain] = [await console.load(), await clean.load()];
      expect(odd.fields).toEqual(plain.fields);
      const found = await runConnect(
        { port: proxy.port },
        {
          password: slapd.password,
          use: async (session) => {
            // Below the branch, so that only the name of the entry itself tells that it is another one.
            const { entries } = await session.children(appliancesDn, filter.present('objectClass'), ['inum']);
            expect(entries.map(({ dn }) => dn)).toEqual([applianceDn]);
            for await (const page of session.pages(applianceDn, filter.present('inum'), ['inum'], 10)) {
              expect(page.map(({ dn }) => dn)).toEqual([applianceDn]);
            }
          },
        },
      );
      expect(found.failure).toBeUndefined();
      expect(proxy.added()).toBeGreaterThan(5);

      const before = slapd.modifies().length;
      const saved = await console.save({ maxLogSize: 300 + index, organizationName: `Named ${index}` }, { view: odd });
      expect(saved).toMatchObject({ kind: 'saved', view: { fields: { maxLogSize: { value: 300 + index } } } });
      expect(new Set(slapd.modifies().slice(before))).toEqual(new Set([applianceDn, organizationDn]));
      for (const each of [console, clean]) each.close();
      await proxy.stop();
    });
  }
  expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(prototype);
  expect(`${{}}`).toBe('[object Object]');
});
