import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { filter, type LdapSession } from '../../../src-main/ldap/ldap-session';
import type { FailureCode } from '../../../src-shared/model/failure';
import { selfSigned } from '../../support/certificates';
import { inEnglish } from '../../support/english';
import {
  type HostileBehaviour,
  type HostileLdap,
  type HostileLdapOptions,
  startHostileLdap,
} from '../../support/hostile-ldap';
import { result, searchEntry } from '../../support/hostile-ldap/message';
import { password, runConnect } from './run-connect';
import { type ScriptedLdap, scriptedLdap } from './scripted-ldap';

let server: HostileLdap | ScriptedLdap;
afterEach(() => server.stop());

/** Connects over LDAPS to a server with that behaviour and does one thing. */
async function meet(
  behaviour: HostileBehaviour,
  use?: (session: LdapSession) => Promise<unknown>,
  options: HostileLdapOptions = {},
) {
  const tls = await selfSigned();
  const started = await startHostileLdap(behaviour, { tls, ldaps: true, ...options });
  server = started;
  const mode = started.url.startsWith('ldaps') ? ('ldaps' as const) : ('startTls' as const);
  return runConnect({ port: started.port, mode, pin: tls.sha256 }, use ? { use } : {});
}
const children = (session: LdapSession) => session.children('o=gluu', filter.present('objectClass'), ['uid']);
const read = (session: LdapSession) => session.read('o=gluu', ['oxSmtpConfiguration']);
const change = (session: LdapSession) =>
  session.modify('o=gluu', [{ operation: 'replace', attribute: 'description', values: ['x'] }]);

describe('answers that are too much', () => {
  test.each<[string, HostileBehaviour, string]>([
    ['a value of 64 MB', { kind: 'huge-value' }, '8 MB in one message'],
    ['a message that claims 4 GB', { kind: 'huge-length' }, '8 MB in one message'],
    ['a million attributes', { kind: 'many-attributes' }, '8 MB in one message'],
    ['300 000 entries', { kind: 'endless-entries' }, '1,000 entries'],
    ['9 000 references in one segment', { kind: 'many-messages' }, '1,000 entries'],
  ])('%s end the connection without being kept', async (_, behaviour, limit) => {
    const before = process.memoryUsage().rss;
    const ran = await meet(behaviour, children);
    expect(inEnglish(ran.failure)).toMatchObject({ code: 'ldap.tooMuch', stage: 'Gluu tree', facts: { limit } });
    // The server that makes them lives in this process too, so this only tells 64 MB from what ldapts would take.
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024);
  });

  test('entries mixed with answers that nobody asked for count on', async () => {
    server = await scriptedLdap((request, session) => {
      if (request.operation !== 'search') return false;
      const stray = result({ ...request, operation: 'modify', messageId: 9999 }, { code: 0 });
      const done = result({ ...request, messageId: 9998 }, { code: 0 });
      const entry = searchEntry(request.messageId, `uid=user,${request.dn}`, [['uid', ['user']]]);
      session.send(Buffer.concat(Array.from({ length: 3000 }, () => Buffer.concat([entry, stray, done]))));
      return true;
    });
    const ran = await runConnect({ port: server.port }, { use: children });
    expect(inEnglish(ran.failure)).toMatchObject({ code: 'ldap.tooMuch', facts: { limit: '1,000 entries' } });
  });

  test('a flood of answers that nobody asked for ends too', async () => {
    server = await scriptedLdap((request, session) => {
      if (request.operation !== 'search') return false;
      const done = result({ ...request, messageId: 9998 }, { code: 0, message: 'x'.repeat(60) });
      const piece = Buffer.alloc(done.length * 1000, done);
      void session.sendAll(Array.from({ length: 2000 }, () => piece));
      return true;
    });
    const ran = await runConnect({ port: server.port }, { use: children });
    expect(['ldap.tooMuch', 'ldap.noReply']).toContain(ran.failure?.code);
  });

  test('a thousand entries are taken, and more are reported', async () => {
    const ran = await meet({ kind: 'endless-entries', count: 1000 }, async (session) => {
      const found = await children(session);
      expect([found.entries.length, found.more]).toEqual([999, true]);
      expect((await children(session)).entries).toHaveLength(999);
    });
    expect(ran.failure).toBeUndefined();
  });
});

describe('answers that are no LDAP', () => {
  test.each<[string, HostileBehaviour, FailureCode]>([
    ['a web server', { kind: 'http' }, 'ldap.notLdap'],
    ['a server that hangs up at once', { kind: 'close-at-once' }, 'net.dropped'],
  ])('%s is reported as such to a plain connection', async (_, behaviour, code) => {
    server = await startHostileLdap(behaviour);
    const ran = await runConnect({ port: server.port });
    expect(ran.failure).toMatchObject({ code, stage: 'Login' });
  });

  test('a web server is reported as such to LDAPS', async () => {
    server = await startHostileLdap({ kind: 'http' });
    const ran = await runConnect({ port: server.port, mode: 'ldaps' });
    expect(ran.failure).toMatchObject({ code: 'tls.unexpected', stage: 'TLS' });
  });

  test.each<[string, number[]]>([
    ['garbage', [0xff, 0xfe, 0x2a, 0x00]],
    ['an indefinite length', [0x30, 0x80, 0x02, 0x01, 0x01]],
    ['a length of five bytes', [0x30, 0x85, 0, 0, 0, 0, 5, 0x02, 0x01, 0x01]],
    ['an empty message', [0x30, 0x00]],
    ['a message without an operation', [0x30, 0x03, 0x02, 0x01, 0x01]],
    ['an id that is no number', [0x30, 0x05, 0x04, 0x01, 0x01, 0x61, 0x00]],
    ['an operation longer than its message', [0x30, 0x05, 0x02, 0x01, 0x01, 0x61, 0x7f]],
  ])('%s in place of the answer to the login', async (_, bytes) => {
    server = await scriptedLdap((request, session) => {
      if (request.operation !== 'bind') return false;
      session.send(Buffer.from(bytes));
      return true;
    });
    const ran = await runConnect({ port: server.port }, { limits: { connectMs: 5000, operationMs: 5000 } });
    expect(ran.failure).toMatchObject({ code: 'ldap.notLdap', stage: 'Login' });
    expect(ran.shown).not.toContain(password);
  });

  test('an answer to the login without a result in it', async () => {
    server = await scriptedLdap((request, session) => {
      if (request.operation !== 'bind') return false;
      session.send(Buffer.from([0x30, 0x05, 0x02, 0x01, request.messageId, 0x61, 0x00]));
      return true;
    });
    const ran = await runConnect({ port: server.port });
    expect(ran.failure).toMatchObject({ code: 'ldap.notLdap', stage: 'Login' });
  });

  test('an entry of sequences in sequences', async () => {
    for (const depth of [100, 20_000]) {
      const ran = await meet({ kind: 'deep-nesting', depth }, read);
      expect(ran.failure, String(depth)).toMatchObject({ code: 'ldap.notLdap', stage: 'Gluu tree' });
      await server.stop();
    }
  });

  test('an entry from outside the branch that was asked for', async () => {
    for (const dn of ['uid=x,o=evil', 'uid=x,foo=gluu', 'uid=x,xo=gluu', 'no dn']) {
      server = await scriptedLdap((request, session) => {
        if (request.operation !== 'search') return false;
        session.send(Buffer.concat([searchEntry(request.messageId, dn, []), result(request, { code: 0 })]));
        return true;
      });
      const ran = await runConnect({ port: server.port }, { use: children });
      await server.stop();
      expect(ran.failure, dn).toMatchObject({ code: 'ldap.notLdap' });
    }
  });

  test('attributes whose names mean something to JavaScript change nothing', async () => {
    const ran = await meet({ kind: 'odd-attributes' }, async (session) => {
      const entry = await session.read('o=gluu', ['oxSmtpConfiguration']);
      expect(entry?.dn).toBe('o=gluu');
      expect(entry?.values('objectClass')).toEqual(['top']);
      expect(entry?.values('hasOwnProperty')).toEqual(['polluted']);
    });
    expect(ran.failure).toBeUndefined();
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(Object.prototype.toString.call({})).toBe('[object Object]');
  });
});

describe('answers to other questions', () => {
  test('do not count as the answer to ours', async () => {
    server = await scriptedLdap((request, session) => {
      if (request.operation !== 'bind') return false;
      for (const messageId of [request.messageId + 1, 77, 0x7fffffff]) {
        session.send(result({ ...request, messageId }, { code: 0 }));
      }
      session.send(result(request, { code: 49 }));
      return true;
    });
    const ran = await runConnect({ port: server.port });
    expect(ran.failure).toMatchObject({ code: 'ldap.credentials', stage: 'Login' });
  });

  test('that come all alone leave us at the time limit', async () => {
    server = await scriptedLdap((request, session) => {
      if (request.operation !== 'search') return false;
      session.send(result({ ...request, messageId: 4242 }, { code: 0 }));
      return true;
    });
    const ran = await runConnect({ port: server.port }, { use: read, limits: { connectMs: 5000, operationMs: 500 } });
    expect(ran.failure).toMatchObject({ code: 'ldap.noReply', stage: 'Gluu tree' });
  });
});

describe('servers that end things', () => {
  test('a Notice of Disconnection is shown in the server’s own words', async () => {
    const ran = await meet({ kind: 'notice-of-disconnection' }, read);
    expect(ran.failure).toMatchObject({
      code: 'net.dropped',
      detail: 'Notice of Disconnection 52 the server goes down',
    });
  });

  test('a connection closed in the middle of a change leaves its outcome open', async () => {
    const ran = await meet({ kind: 'close-on-modify' }, change);
    expect(ran.failure).toMatchObject({ code: 'net.dropped', stage: 'Gluu tree' });
    expect(server.requests().filter(({ operation }) => operation === 'modify')).toHaveLength(1);
  });
});

describe('a referral is never followed', () => {
  test.each(['modify', 'search', 'reference'])('that comes with a %s', async (kind) => {
    let visits = 0;
    const elsewhere = createServer(() => {
      visits += 1;
    }).listen(0, '127.0.0.1');
    await once(elsewhere, 'listening');
    const address = elsewhere.address();
    const uri = `ldap://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/o=gluu`;
    const behaviour: HostileBehaviour =
      kind === 'modify'
        ? { kind: 'referral-on-modify', uri }
        : kind === 'search'
          ? { kind: 'result-code', on: 'search', code: 10, message: uri }
          : { kind: 'search-reference', uri };
    const ran = await meet(behaviour, kind === 'modify' ? change : read);
    elsewhere.close();
    if (kind === 'reference') expect(ran.failure).toBeUndefined();
    else expect(ran.failure).toMatchObject({ code: 'ldap.referral', stage: 'Gluu tree' });
    expect(visits).toBe(0);
    expect(server.connections()).toBe(1);
  });
});
