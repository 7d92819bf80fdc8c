import { once } from 'node:events';
import { connect } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { Attribute, Change, Client, type Entry } from 'ldapts';
import { createTransport } from 'nodemailer';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type DemoFleet, type DemoServer, startDemoFleet } from '../../../src-main/demo/fleet';
import { fleetTable, mailAccounts } from '../../../src-main/demo/fleet-table';
import { readSmtpConfiguration, type SmtpConfiguration } from '../../../src-main/gluu-ldap/smtp-configuration';
import { decrypt } from '../../../src-main/gluu-ldap/string-encrypter';
import { namesIn, versionOf } from '../../../src-main/gluu-ldap/version-markers';
import { ServerDraft } from '../../../src-shared/model/server';
import { inEnglish } from '../../support/english';

let fleet: DemoFleet;
beforeAll(async () => {
  fleet = await startDemoFleet();
});
afterAll(() => fleet.stop());

const opened: Client[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((client) => client.unbind()));
});

/** Logs in as the app would: over TLS, taking the one certificate whose fingerprint it was given. */
async function dial({ host, port, bindDn, secrets, certificateSha256 }: DemoServer): Promise<Client> {
  const client = new Client({
    url: `ldaps://${host}:${port}`,
    timeout: 10_000,
    createSecureConnection: () => {
      const socket: TLSSocket = connectTls({ host, port, rejectUnauthorized: false });
      socket.once('secureConnect', () => {
        if (socket.getPeerCertificate().fingerprint256 !== certificateSha256)
          socket.destroy(new Error('another certificate'));
      });
      return socket;
    },
  });
  opened.push(client);
  await client.bind(bindDn, secrets.bindPassword);
  return client;
}

const named = (name: string, among = fleet): DemoServer => {
  const server = among.servers.find((each) => each.name === name);
  if (!server) throw new Error(`no server ${name}`);
  return server;
};
async function find(client: Client, base: string, filter: string): Promise<Entry[]> {
  return (await client.search(base, { scope: 'sub', filter })).searchEntries;
}
async function applianceOf(client: Client): Promise<Entry> {
  const [appliance, ...others] = await find(client, 'ou=appliances,o=gluu', '(objectClass=gluuAppliance)');
  expect(others).toEqual([]);
  if (!appliance) throw new Error('no appliance');
  return appliance;
}
async function smtpOf(server: DemoServer): Promise<SmtpConfiguration> {
  const text = (await applianceOf(await dial(server))).oxSmtpConfiguration;
  const stored = readSmtpConfiguration(String(text));
  if (stored.kind !== 'json') throw new Error('no settings');
  return stored.settings;
}

describe('every server', () => {
  test.each(fleetTable.map(({ name }) => name))(
    '%s is what the app lists, and can be reached as listed',
    async (name) => {
      const server = named(name);
      const { secrets, certificateSha256, hints, ...draft } = server;
      expect(ServerDraft.parse(draft)).toEqual(draft);
      expect(draft).toMatchObject({ group: 'Demo fleet', mode: 'ldaps', host: '127.0.0.1', readOnly: false });
      expect(inEnglish([...hints]).join(' ')).toContain(
        `SMTP Host localhost, SMTP Port ${fleet.mail.ports.plain} (no encryption)`,
      );
      expect(secrets.salt).toMatch(/^[A-Za-z0-9]{24}$/);
      expect(certificateSha256).toMatch(/^(?:[0-9A-F]{2}:){31}[0-9A-F]{2}$/);
      const client = await dial(server);
      expect((await client.exop('1.3.6.1.4.1.4203.1.11.3')).value).toBe(`dn:${server.bindDn}`);
    },
  );

  test.each([
    ['meadow-312', '3.1.2', '3.1.2'],
    ['mill-312', '3.1.2', '3.1.2'],
    ['harbour-315', '3.1.5', '3.1.5'],
    ['orchard-314', '3.1.4', '3.1.4'],
    // The schemas of 3.1.6 and later are the same.
    ['tower-318', '3.1.6', '3.1.9'],
  ])('%s shows its version by its schema', async (name, least, most) => {
    const client = await dial(named(name));
    const { searchEntries } = await client.search('cn=Subschema', {
      scope: 'base',
      attributes: ['attributeTypes', 'objectClasses'],
    });
    const names = (attribute: string) => namesIn([searchEntries[0]?.[attribute] ?? []].flat().map(String));
    expect(versionOf({ attributes: names('attributeTypes'), classes: names('objectClasses') })).toMatchObject({
      least,
      most,
    });
  });

  test('has its own salt, password, port and certificate', () => {
    const own = fleet.servers.flatMap(({ secrets, port, certificateSha256 }) => [
      secrets.salt,
      secrets.bindPassword,
      String(port),
      certificateSha256,
    ]);
    expect(new Set(own).size).toBe(4 * fleetTable.length);
  });

  test('does not listen beyond the loopback address', async () => {
    for (const { port } of fleet.servers) {
      await expect(once(connect(port, '127.0.0.2'), 'connect')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    }
  });
});

describe('what each server teaches', () => {
  const passwordOf = (server: DemoServer, { password }: SmtpConfiguration) =>
    decrypt(password ?? '', server.secrets.salt);

  /** Sends with the stored settings and checks that it arrived. */
  async function sendAs(server: DemoServer, settings: SmtpConfiguration): Promise<void> {
    const transport = createTransport({
      host: settings.host ?? '',
      port: settings.port,
      secure: false,
      requireTLS: settings['requires-ssl'],
      tls: { rejectUnauthorized: false },
      ...(settings['requires-authentication'] && {
        auth: { user: settings['user-name'] ?? '', pass: passwordOf(server, settings) ?? '' },
      }),
    });
    const from = { name: settings['from-name'] ?? '', address: settings['from-email-address'] ?? '' };
    await transport.sendMail({ from, to: from.address, subject: `Test of ${server.name}`, text: 'Hello' });
    expect(fleet.inbox.list()[0]?.subject).toBe(`Test of ${server.name}`);
  }

  test('meadow: its settings send mail, without TLS', async () => {
    const meadow = named('meadow-312');
    const settings = await smtpOf(meadow);
    expect(settings).toMatchObject({
      host: 'localhost',
      port: fleet.mail.ports.plain,
      'requires-ssl': false,
      'requires-authentication': true,
    });
    expect(passwordOf(meadow, settings)).toBe(
      mailAccounts.find(({ user }) => user === settings['user-name'])?.password,
    );
    await sendAs(meadow, settings);
    expect(fleet.inbox.list()[0]).toMatchObject({ secured: false, authenticatedAs: settings['user-name'] });
  });

  test('mill: its settings send mail too, from here, over TLS 1.2 or later', async () => {
    const mill = named('mill-312');
    const settings = await smtpOf(mill);
    expect(settings).toMatchObject({
      port: fleet.mail.ports.startTls,
      'requires-ssl': true,
      'requires-authentication': true,
    });
    await sendAs(mill, settings);
    expect(fleet.inbox.list()[0]).toMatchObject({ secured: true });
  });

  test('harbour: no authentication, so no user name and no password', async () => {
    const harbour = named('harbour-315');
    const settings = await smtpOf(harbour);
    expect(settings).toMatchObject({ 'requires-authentication': false, 'user-name': null, password: null });
    expect(settings.port).not.toBe(25);
    await sendAs(harbour, settings);
    const client = await dial(harbour);
    const [oxauth] = await find(client, 'o=gluu', '(&(objectClass=oxAuthConfiguration)(ou=oxauth))');
    expect(JSON.parse(String(oxauth?.oxWebKeysSettings))).toEqual({
      server_ip: '192.0.2.15',
      update_at: expect.any(Number),
    });
  });

  test("orchard: the stored password does not decrypt with the server's salt", async () => {
    const orchard = named('orchard-314');
    const settings = await smtpOf(orchard);
    expect(settings['requires-authentication']).toBe(true);
    expect(settings.password).toMatch(/^[A-Za-z0-9+/]+=*$/);
    expect(passwordOf(orchard, settings)).toBeUndefined();
  });

  test('tower: no settings, no reset, and an address that finds two people', async () => {
    const client = await dial(named('tower-318'));
    const appliance = await applianceOf(client);
    expect(appliance.oxSmtpConfiguration).toBeUndefined();
    expect(appliance.passwordResetAllowed).toBe('disabled');
    expect(await find(client, 'o=gluu', '(mail=front.desk@demo.example)')).toHaveLength(2);
  });

  test('the others: reset is enabled and no address is shared', async () => {
    for (const { name } of fleetTable.filter((row) => row.name !== 'tower-318')) {
      const client = await dial(named(name));
      expect((await applianceOf(client)).passwordResetAllowed).toBe('enabled');
      const people = await find(client, 'o=gluu', '(objectClass=gluuPerson)');
      expect(people).toHaveLength(13);
      const addresses = people.flatMap(({ mail }) => mail ?? []);
      expect(new Set(addresses).size).toBe(addresses.length);
    }
  });
});

describe('a fleet', () => {
  const enable = new Change({
    operation: 'replace',
    modification: new Attribute({ type: 'passwordResetAllowed', values: ['enabled'] }),
  });

  test('runs beside another one and shares nothing with it', async () => {
    const other = await startDemoFleet();
    const ports = [fleet, other].flatMap(({ servers, mail }) => [
      ...servers.map(({ port }) => port),
      ...Object.values(mail.ports),
    ]);
    expect(new Set(ports).size).toBe(2 * (fleetTable.length + 3));
    const client = await dial(named('tower-318', other));
    await client.modify(String((await applianceOf(client)).dn), enable);
    expect((await applianceOf(await dial(named('tower-318')))).passwordResetAllowed).toBe('disabled');
    await Promise.all(opened.splice(0).map((each) => each.unbind()));
    await other.stop();
  });

  test('leaves nothing behind when it stops, and starts from scratch the next time', async () => {
    const first = await startDemoFleet();
    const client = await dial(named('tower-318', first));
    const { dn } = await applianceOf(client);
    await client.modify(dn, enable);
    await first.inbox.receive(Buffer.from('Subject: x\r\n\r\ny'), { sender: 'a@b', recipients: [], secured: false });
    await first.stop();
    expect(first.inbox.list()).toEqual([]);
    for (const port of [...first.servers.map((server) => server.port), ...Object.values(first.mail.ports)]) {
      await expect(once(connect(port, '127.0.0.1'), 'connect')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    }
    const second = await startDemoFleet();
    const again = await applianceOf(await dial(named('tower-318', second)));
    expect(again).toMatchObject({ dn, passwordResetAllowed: 'disabled' });
    await Promise.all(opened.splice(0).map((each) => each.unbind()));
    await second.stop();
  });
});
