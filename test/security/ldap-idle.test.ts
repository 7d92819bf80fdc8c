import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import type { LdapSession } from '../../src-main/ldap/ldap-session';
import { runConnect } from '../integration/ldap/run-connect';
import { selfSigned } from '../support/certificates';
import { gluuNames } from '../support/gluu-names';
import { gluuTree } from '../support/gluu-tree';
import { startServerConsole } from '../support/server-console';
import { type Slapd, startSlapd } from '../support/slapd';
import { startProxy, type TcpProxy } from '../support/tcp-proxy';
import { workWith } from '../support/test-console';
import { securityCase, titled } from './case';

const { applianceDn } = gluuNames();
/** What a form must not show as empty. */
const smtp = '{"host":"smtp.example.org","port":587}';
const newHost = 'new-value-of-the-form.example.org';
/** The plan's bound for an answer once the connection is gone. */
const soon = 15_000;

let slapd: Slapd;
let pin: string;
beforeAll(async () => {
  const tls = await selfSigned();
  pin = tls.sha256;
  slapd = await startSlapd({ tls, idleTimeout: 3, ldif: gluuTree({ version: '3.1.2', smtp }) });
});
afterAll(() => slapd.stop());

const count = (pattern: RegExp) => slapd.log().match(pattern)?.length ?? 0;
const hangUps = () => count(/ closed \(idletimeout\)/g);
const logins = () => count(/ BIND dn="cn=directory manager,o=gluu" method=128/g);
/** Waits, when called, until slapd has hung up on that many silent connections in all since now. */
function untilHangUps(wanted: number): () => Promise<number> {
  const before = hangUps();
  return async () => {
    await vi.waitFor(() => expect(hangUps() - before).toBeGreaterThanOrEqual(wanted), {
      timeout: 20_000,
      interval: 20,
    });
    return performance.now();
  };
}

interface Visit {
  proxy: TcpProxy;
  console: Awaited<ReturnType<typeof startServerConsole>>;
}
/** A console and a proxy of its own for each of the works, all at once, because each has to wait. */
async function each(mode: 'startTls' | 'ldaps', works: ((visit: Visit) => Promise<void>)[]): Promise<void> {
  await Promise.all(
    works.map(async (work) => {
      const proxy = await startProxy(mode === 'ldaps' ? slapd.ldapsPort : slapd.port);
      const account = { bindDn: slapd.bindDn, password: slapd.password };
      const console = await startServerConsole(
        { port: proxy.port, mode, pin, ...account },
        { helpers: inject('helpers') },
      );
      await work({ proxy, console }).finally(console.stop);
      for (const secret of [...Object.values(account), newHost, 'smtp.example.org']) {
        expect(proxy.log.includes(secret), secret).toBe(false);
      }
      await proxy.stop();
    }),
  );
}

test(titled('T5'), async () => {
  const wait = untilHangUps(3);
  /** A session that is used once it was dropped: it fails soon, and opens no other connection. */
  const staleSession = async (proxy: TcpProxy, use: (session: LdapSession) => Promise<unknown>) => {
    let droppedAt = 0;
    const ran = await runConnect(
      { port: proxy.port, mode: 'startTls', pin, bindDn: slapd.bindDn },
      {
        password: slapd.password,
        use: async (session) => {
          droppedAt = await wait();
          await use(session);
        },
      },
    );
    expect(ran.failure).toMatchObject({ code: 'net.dropped' });
    expect(performance.now() - droppedAt).toBeLessThan(soon);
    expect(proxy.connections()).toBe(1);
  };
  await each('startTls', [
    ({ proxy, console }) =>
      securityCase('T5', 'Save', async () => {
        let droppedAt = 0;
        const work = workWith('Write', async () => {
          droppedAt = await wait();
        });
        const outcome = await console.save({ smtpHost: newHost }, { work });
        expect(performance.now() - droppedAt).toBeLessThan(soon);
        // The end of it was read over a connection of its own, with TLS and login.
        expect(outcome).toMatchObject({
          kind: 'notSaved',
          failure: { code: 'net.dropped', stage: 'Write' },
          saved: [],
        });
        expect((await console.save({ smtpHost: newHost })).kind).toBe('saved');
        const [entry] = await slapd.search(applianceDn, '(objectClass=*)', ['oxSmtpConfiguration'], { scope: 'base' });
        expect(entry?.get('oxSmtpConfiguration')?.[0]).toContain(newHost);
        // The one that was dropped, those over which its end was read, and that of the second save.
        expect(proxy.connections()).toBeGreaterThanOrEqual(3);
      }),
    ({ proxy, console }) =>
      securityCase('T5', 'Test', async () => {
        await staleSession(proxy, (session) => session.read('o=gluu', ['o']));
        expect((await console.load()).fields.maxLogSize).toMatchObject({ value: 200 });
      }),
    ({ proxy }) =>
      securityCase('T5', 'another login on the same session', () =>
        staleSession(proxy, (session) => session.bind(slapd.bindDn, slapd.password)),
      ),
  ]);
});

test(titled('T6'), async () => {
  const wait = untilHangUps(2);
  await each('ldaps', [
    ({ console }) =>
      securityCase('T6', 'reading the SMTP settings', async () => {
        const work = workWith('Who am I', wait);
        await expect(console.load(work)).rejects.toMatchObject({ code: 'net.dropped', about: { stage: 'Who am I' } });
        const before = logins();
        const view = await console.load();
        const smtpHost = { value: expect.stringMatching(/^(smtp|new-value-of-the-form)\.example\.org$/) };
        expect(view).toMatchObject({ smtpAbsent: false, fields: { smtpHost } });
        await vi.waitFor(() => expect(logins()).toBeGreaterThan(before));
      }),
    ({ console }) =>
      securityCase('T6', 'Save', async () => {
        const view = await console.load();
        const work = workWith('Compare', wait);
        // What it is compared with was read before the drop; the end of it is read over another connection.
        expect(await console.save({ smtpPort: 25 }, { work, view })).toMatchObject({
          kind: 'notSaved',
          failure: { code: 'net.dropped', stage: 'Write' },
          saved: [],
        });
        const [entry] = await slapd.search(applianceDn, '(objectClass=*)', ['oxSmtpConfiguration'], { scope: 'base' });
        expect(entry?.get('oxSmtpConfiguration')?.[0]).not.toMatch(/"port":25\b/);
        const saved = await console.save({ smtpPort: 25 }, { view });
        expect(saved).toMatchObject({
          kind: 'saved',
          view: { smtpAbsent: false, fields: { smtpPort: { value: 25 } } },
        });
      }),
  ]);
});
