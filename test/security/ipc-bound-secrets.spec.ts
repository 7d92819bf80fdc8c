import { encrypt } from '../../src-main/gluu-ldap/string-encrypter';
import type { OrganizationView } from '../../src-shared/model/organization';
import type { ServerDraft, ServerId } from '../../src-shared/model/server';
import type { MailTestOutcome } from '../../src-shared/model/smtp-test';
import { answerBoxes, expect } from '../e2e/support/app';
import { compromised, test } from '../e2e/support/compromised';
import { selfSigned } from '../support/certificates';
import { salt } from '../support/cipher-vectors';
import { gluuTree } from '../support/gluu-tree';
import { type HostileLdap, startHostileLdap } from '../support/hostile-ldap';
import { startScriptedSmtp } from '../support/scripted-smtp';
import { someServer } from '../support/server-draft';
import { startSlapd } from '../support/slapd';
import { securityCase, titled } from './case';

const inside = compromised();
const PASSWORD = 'bound-to-one-place-9f2c';
const keep = { bindPassword: { kind: 'keep' }, salt: { kind: 'keep' } };

/** What a saved server becomes in the hands of a script that keeps its stored password. */
const change = (serverId: ServerId, draft: ServerDraft) => inside.ask('server.save', { serverId, draft, ...keep });
const check = (serverId: ServerId) => inside.ask('server.check', { serverId });
const heard = ({ wire, clear }: HostileLdap) => Buffer.concat([wire(), clear()]).includes(PASSWORD);

/** A server with a password stored for it, that works: the listener got the password once. */
async function saved(
  listener: HostileLdap,
  changes: Partial<ServerDraft>,
): Promise<{ id: ServerId; draft: ServerDraft }> {
  const draft = { ...someServer, port: listener.port, ...changes };
  return { id: await inside.addServer(draft, PASSWORD), draft };
}

test.describe(titled('T83'), () => {
  test.beforeEach(() => answerBoxes(inside.app.electron, 'yes'));

  test('its own place gets it, or the rest shows nothing', async () => {
    const own = await startHostileLdap({ kind: 'none' });
    const { id } = await saved(own, {});
    await check(id);
    expect(heard(own)).toBe(true);
    await own.stop();
  });

  const moves: [name: string, from: Partial<ServerDraft>, to: Partial<ServerDraft>][] = [
    ['host', { host: 'localhost' }, { host: '127.0.0.1' }],
    ['TLS mode', { mode: 'startTls' }, { mode: 'plain' }],
    ['user', {}, { bindDn: 'cn=somebody else,o=gluu' }],
  ];
  for (const [name, from, to] of moves) {
    test(`another ${name}`, async () => {
      await securityCase('T83', name, async () => {
        const { key, cert } = await selfSigned();
        const attacker = await startHostileLdap({ kind: 'none' }, { tls: { key, cert } });
        const { id, draft } = await saved(attacker, from);
        await change(id, { ...draft, ...to });
        expect(await check(id)).toMatchObject({ failure: { code: 'secret.bound' } });
        expect(attacker.requests().filter(({ operation }) => operation === 'bind')).toEqual([]);
        expect(heard(attacker)).toBe(false);
        await attacker.stop();
      });
    });
  }

  test('another port', async () => {
    await securityCase('T83', 'port', async () => {
      const own = await startHostileLdap({ kind: 'none' });
      const attacker = await startHostileLdap({ kind: 'none' });
      const { id, draft } = await saved(own, {});
      await change(id, { ...draft, port: attacker.port });
      expect(await check(id)).toMatchObject({ failure: { code: 'secret.bound' } });
      expect(attacker.connections()).toBeGreaterThan(0);
      expect(heard(attacker)).toBe(false);
      await Promise.all([own.stop(), attacker.stop()]);
    });
  });

  test('a trust flag of the form lets no password over a connection nobody trusts', async () => {
    await securityCase('T83', 'trust flag', async () => {
      const { key, cert } = await selfSigned();
      const mail = await startScriptedSmtp({ tls: { key, cert } });
      const stored = {
        ...{ host: 'localhost', port: mail.port, 'user-name': 'gluu@example.org', 'requires-authentication': true },
        ...{ 'requires-ssl': true, 'trust-host': false, 'from-name': 'Gluu', 'from-email-address': 'gluu@example.org' },
        password: encrypt(PASSWORD, salt),
      };
      const slapd = await startSlapd({ ldif: gluuTree({ version: '3.1.2', smtp: JSON.stringify(stored) }) });
      const server = { ...someServer, port: slapd.port, bindDn: slapd.bindDn };
      const serverId = await inside.addServer(server, slapd.password, salt);
      const loaded = await inside.ask<OrganizationView>('organization.load', { serverId });
      if (!loaded.ok) throw new Error(loaded.failure.code);
      const { snapshotId } = loaded.value;
      const tested = await inside.ask<MailTestOutcome>('smtp.test', {
        ...{ serverId, snapshotId, host: 'localhost', port: mail.port, security: 'startTls', requiresSsl: true },
        ...{ trustServer: true, until: 'login', fromName: 'Gluu', fromEmail: 'gluu@example.org' },
        recipient: 'gluu@example.org',
        login: { userName: 'gluu@example.org', password: { kind: 'stored' } },
      });
      expect(tested).toMatchObject({ ok: true, value: { seen: { tls: {} } } });
      expect(JSON.stringify(tested)).not.toContain(PASSWORD);
      const lines = mail.lines().map(({ line }) => line);
      expect(lines.filter((line) => /^STARTTLS/i.test(line)).length).toBeGreaterThan(0);
      expect(lines.filter((line) => /^AUTH/i.test(line))).toEqual([]);
      await Promise.all([mail.stop(), slapd.stop()]);
    });
  });

  test('another certificate behind the same address', async () => {
    await securityCase('T83', 'CA or pin', async () => {
      const slapd = await startSlapd({ ldif: gluuTree({ version: '3.1.2' }), tls: await selfSigned(1) });
      const server = {
        ...someServer,
        name: 'pinned',
        port: slapd.ldapsPort,
        mode: 'ldaps',
        bindDn: slapd.bindDn,
      } as const;
      const serverId = await inside.addServer(server, slapd.password);
      const shown = async () => {
        const checked = await check(serverId);
        return checked.ok ? undefined : { code: checked.failure.code, sha256: checked.failure.certificate?.sha256 };
      };
      const first = await shown();
      await inside.ask('server.trust', { serverId, sha256: first?.sha256 });
      expect(await shown()).toBeUndefined();

      await slapd.restart({ tls: await selfSigned(2) });
      const binds = () => slapd.log().split(' BIND dn=').length;
      const before = binds();
      const second = await shown();
      expect(second?.code).toBe('tls.changed');
      await answerBoxes(inside.app.electron, 'no');
      const trusted = await inside.ask('server.trust', { serverId, sha256: second?.sha256, typedName: 'pinned' });
      expect(trusted).toMatchObject({ failure: { code: 'write.notConfirmed' } });
      // Moving there and back drops the pin; the new certificate is not trusted because of it.
      await answerBoxes(inside.app.electron, 'yes');
      await change(serverId, { ...server, port: slapd.port });
      await change(serverId, server);
      await answerBoxes(inside.app.electron, 'no');
      expect((await shown())?.code).toBe('tls.untrusted');
      expect(await inside.ask('server.trust', { serverId, sha256: second?.sha256 })).toMatchObject({
        failure: { code: 'write.notConfirmed' },
      });
      expect((await shown())?.code).toBe('tls.untrusted');
      expect(binds()).toBe(before);
      await slapd.stop();
    });
  });
});
