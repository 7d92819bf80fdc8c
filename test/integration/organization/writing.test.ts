import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { page31 } from '../../../src-shared/gluu/pages/pages-of-appliance';
import { inEnglish, saying } from '../../support/english';
import { gluuNames } from '../../support/gluu-names';
import { gluuTree } from '../../support/gluu-tree';
import type { GluuVersion } from '../../support/gluu-version';
import { startSlapd } from '../../support/slapd';
import { workWith } from '../../support/test-console';
import { startConsole, type TestConsole } from './console';

const { applianceDn, organizationDn, oxAuthDn } = gluuNames();
const ASSERTION_CONTROL = '1.3.6.1.1.12';
const smtp =
  '{"x-later":[1, 2],"port":"587","host" : "old.example.org","big":12345678901234567890,"password":"gl0g4Ch2tkU="}';

let server: TestConsole;
afterEach(() => server.stop());

/** Every attribute of an entry but the operational ones, which change with each write. */
async function entryOf(dn: string): Promise<Record<string, string[]>> {
  const [entry] = await server.slapd.search(dn, '(objectClass=*)', [], { scope: 'base' });
  return Object.fromEntries(entry ?? []);
}
const occurrences = (text: string) => server.proxy.log.toString('latin1').split(text).length - 1;

describe.each<GluuVersion>(['3.1.2', '3.1.4', '3.1.6', '3.1.9'])('on Gluu %s', (version) => {
  test('writes what changed, one guarded modify per entry, and nothing else', async () => {
    server = await startConsole({ tree: { version, smtp, appliance: { oxTrustEmail: 'old@example.org' } } });
    const view = await server.load();
    const before = { appliance: await entryOf(applianceDn), organization: await entryOf(organizationDn) };
    const askedForRights = server.slapd.modifies().length;

    const outcome = await server.save(
      { passwordReset: true, contactEmail: null, smtpHost: 'smtp.example.org', organizationName: 'Ünïcode Ltd' },
      { view },
    );

    expect(outcome).toMatchObject({
      kind: 'saved',
      check: 'assertion',
      view: { fields: { passwordReset: { value: true }, organizationName: { value: 'Ünïcode Ltd' } } },
    });
    const { oxTrustEmail: _, ...appliance } = before.appliance;
    expect(await entryOf(applianceDn)).toEqual({
      ...appliance,
      passwordResetAllowed: ['enabled'],
      oxSmtpConfiguration: [smtp.replace('old.example.org', 'smtp.example.org')],
    });
    expect(await entryOf(organizationDn)).toEqual({ ...before.organization, displayName: ['Ünïcode Ltd'] });
    await vi.waitFor(() =>
      expect(server.slapd.modifies().slice(askedForRights)).toEqual([applianceDn, organizationDn]),
    );
    expect(occurrences(ASSERTION_CONTROL)).toBe(2);
  });
});

test('leaves entries alone in which nothing changed', async () => {
  server = await startConsole();
  const view = await server.load();
  const before = await entryOf(applianceDn);
  const askedForRights = server.slapd.modifies().length;
  expect((await server.save({ organizationName: 'New name' }, { view })).kind).toBe('saved');
  expect(await entryOf(applianceDn)).toEqual(before);
  await vi.waitFor(() => expect(server.slapd.modifies().slice(askedForRights)).toEqual([organizationDn]));
});

test('plans nothing for values that are stored already', async () => {
  server = await startConsole({ tree: { smtp } });
  const { rows } = await server.plan({
    scim: false,
    maxLogSize: 200,
    smtpPort: 587,
    smtpHost: 'old.example.org',
    smtpFromName: null,
    smtpPassword: { kind: 'replace', value: 'secret' },
  });
  expect(rows).toEqual([]);
});

test('keeps attributes and values it knows nothing of', async () => {
  const organization = { gluuCustomMessage: ['loginPage: Hello', 'x: y'], title: 'Gluu', gluuLogoImage: '<a/>' };
  server = await startConsole({ tree: { organization } });
  const before = await entryOf(organizationDn);
  expect((await server.save({ organizationName: 'New name' })).kind).toBe('saved');
  expect(await entryOf(organizationDn)).toEqual({ ...before, displayName: ['New name'] });
});

test('puts the spelling right that Gluu does not recognise', async () => {
  server = await startConsole({ tree: { appliance: { passwordResetAllowed: 'Enabled' } } });
  const { rows } = await server.plan({ passwordReset: true });
  expect(inEnglish(rows)).toMatchObject([{ field: 'passwordReset', before: '(empty)', after: 'Enabled' }]);
  expect((await server.save({ passwordReset: true })).kind).toBe('saved');
  expect(await server.stored(applianceDn, 'passwordResetAllowed')).toEqual(['enabled']);
});

describe('the SMTP settings', () => {
  test('begin as oxTrust would write them', async () => {
    server = await startConsole();
    const outcome = await server.save({ smtpHost: 'h', smtpPort: 25 });
    expect(outcome).toMatchObject({ kind: 'saved', view: { smtpAbsent: false } });
    expect(await server.stored(applianceDn, 'oxSmtpConfiguration')).toEqual([
      page31.newJson.oxSmtpConfiguration.replace('"host":null,"port":0', '"host":"h","port":25'),
    ]);
  });

  test('keep a text of every kind whole', async () => {
    server = await startConsole({ tree: { smtp } });
    const name = 'O\'Hara "quoted" \\ {json} Ünïcode 🔑';
    const outcome = await server.save({ smtpFromName: name, smtpUserName: 'a,b+c="d"<e>;f#' });
    expect(outcome).toMatchObject({
      kind: 'saved',
      view: { fields: { smtpFromName: { value: name }, smtpUserName: { value: 'a,b+c="d"<e>;f#' } } },
    });
    const [stored = ''] = await server.stored(applianceDn, 'oxSmtpConfiguration');
    expect(stored.startsWith(smtp.slice(0, -1))).toBe(true);
    expect(JSON.parse(stored)).toMatchObject({ 'from-name': name });
  });

  test('take null for what is emptied, because Gluu tests for null only', async () => {
    server = await startConsole({ tree: { smtp } });
    expect((await server.save({ smtpHost: '', smtpPort: null })).kind).toBe('saved');
    expect(await server.stored(applianceDn, 'oxSmtpConfiguration')).toEqual([
      smtp.replace('"old.example.org"', 'null').replace('"587"', '0'),
    ]);
  });
});

describe('the server address of oxAuth', () => {
  test('is written with the time of the change, where oxTrust itself would not', async () => {
    server = await startConsole();
    const began = Date.now();
    expect(await server.save({ serverIp: '192.0.2.1' })).toMatchObject({
      kind: 'saved',
      view: { fields: { serverIp: { value: '192.0.2.1' } } },
    });
    const [stored = ''] = await server.stored(oxAuthDn, 'oxWebKeysSettings');
    const { update_at, ...rest } = JSON.parse(stored);
    expect(rest).toEqual({ server_ip: '192.0.2.1' });
    expect(update_at).toBeGreaterThanOrEqual(began);
    expect(update_at).toBeLessThanOrEqual(Date.now());
    expect(stored).toBe(`{"server_ip":"192.0.2.1","update_at":${update_at}}`);
  });

  test('keeps the other keys of its attribute', async () => {
    server = await startConsole({
      tree: { oxAuth: { oxWebKeysSettings: '{"update_at" : 1,"x":{},"server_ip":"a"}' } },
    });
    expect((await server.save({ serverIp: null })).kind).toBe('saved');
    expect((await server.stored(oxAuthDn, 'oxWebKeysSettings'))[0]).toMatch(
      /^\{"update_at" : \d{13},"x":\{\},"server_ip":null\}$/,
    );
  });
});

describe('what is refused', () => {
  test('several values where one is meant, field by field and with the reason', async () => {
    const appliance = {
      passwordResetAllowed: ['disabled', 'enabled'],
      oxSmtpConfiguration: ['{"host":"a"}', '{"host":"b"}'],
    };
    server = await startConsole({ tree: { appliance } });
    const view = await server.load();
    const refused = {
      passwordReset: saying(/2 values are stored in passwordResetAllowed where there should be one\./),
      smtpHost: saying(/2 values are stored in oxSmtpConfiguration/),
      smtpPassword: saying(/2 values are stored in oxSmtpConfiguration/),
    };
    await expect(
      server.plan({ passwordReset: true, smtpHost: 'c', smtpPassword: { kind: 'clear' }, scim: true }, view),
    ).rejects.toMatchObject({ code: 'input.invalid', about: { fields: refused } });
    expect((await server.save({ scim: true }, { view })).kind).toBe('saved');
    expect(await server.stored(applianceDn, 'passwordResetAllowed')).toEqual(['disabled', 'enabled']);
    expect(await server.stored(applianceDn, 'oxSmtpConfiguration')).toEqual(['{"host":"a"}', '{"host":"b"}']);
  });

  test('what the pages of Gluu refuse, or would misread', async () => {
    server = await startConsole();
    const bad = {
      maxLogSize: 199,
      contactEmail: 'not an address',
      smtpHost: 'http://h',
      smtpPort: 70_000,
      organizationName: ' ',
      managerGroup: 'o=gluu',
      passwordReset: 'enabled',
      serverIp: '192.0.2.256',
    };
    await expect(server.plan(bad)).rejects.toMatchObject({
      code: 'input.invalid',
      about: { fields: Object.fromEntries(Object.keys(bad).map((field) => [field, saying(/^.+\.$/)])) },
    });
    await expect(server.plan({ organizationName: null, maxLogSize: null })).rejects.toMatchObject({
      about: { fields: { organizationName: saying(/^Enter a value\.$/), maxLogSize: saying(/^Enter a value\.$/) } },
    });
  });

  test('a plan used twice', async () => {
    server = await startConsole();
    const plan = await server.plan({ maxLogSize: 300 });
    expect((await server.update(plan)).kind).toBe('saved');
    await expect(server.update(plan)).rejects.toMatchObject({ code: 'gluu.snapshotGone' });
  });

  test('an Update and a rollback where another version is found than was planned for', async () => {
    const newer = await startSlapd({ version: '3.1.2', ldif: gluuTree({ version: '3.1.2' }) });
    const older = await startSlapd({
      version: '3.1.1',
      password: newer.password,
      ldif: gluuTree({ version: '3.1.1' }),
    });
    let there = newer;
    const relay = createServer((client) => {
      const target = connect(there.port, '127.0.0.1');
      client.pipe(target).pipe(client);
      for (const socket of [client, target]) socket.on('error', () => {});
    }).listen(0, '127.0.0.1');
    await once(relay, 'listening');
    try {
      server = await startConsole({ on: { slapd: newer, port: (relay.address() as AddressInfo).port } });
      await server.save({ passwordReset: true });
      const rollback = await server.rollback();
      if (rollback.kind !== 'plan') expect.unreachable(rollback.kind);
      const plan = await server.plan({ passwordReset: false });
      there = older;
      server.proxy.cut(); // a server that another one takes the place of ends its connections
      for (const planned of [plan, rollback.plan])
        await expect(server.update(planned)).rejects.toMatchObject({ code: 'gluu.snapshotGone' });
      // The value is there that was before the write.
      expect(await server.rollback()).toEqual({ kind: 'nothing' });
      expect(older.modifies()).toEqual([]);
    } finally {
      relay.close();
      await older.stop();
      await newer.stop();
    }
  });

  test('production without its name typed', async () => {
    server = await startConsole({ profile: { environment: 'production' } });
    const plan = await server.plan({ maxLogSize: 300 });
    expect(plan.typeName).toBe(true);
    await expect(server.update(plan)).rejects.toMatchObject({ code: 'gluu.nameNotTyped' });
    await expect(server.update(plan, { typedName: 'test server' })).rejects.toMatchObject({
      code: 'gluu.nameNotTyped',
    });
    expect(await server.stored(applianceDn, 'gluuMaxLogSize')).toEqual(['200']);
    expect((await server.update(plan, { typedName: 'Test server' })).kind).toBe('saved');
  });

  test('production once the time for writing is over; a write that has begun is carried through', async () => {
    server = await startConsole({ profile: { environment: 'production' } });
    const typedName = 'Test server';
    const end = () => server.must('server.setReadOnly', { serverId: server.serverId, readOnly: true });
    const first = await server.plan({ maxLogSize: 300 });
    const second = await server.plan({ maxLogSize: 400 });
    expect((await server.update(first, { typedName, work: workWith('Write', end) })).kind).toBe('saved');
    expect(await server.stored(applianceDn, 'gluuMaxLogSize')).toEqual(['300']);
    await expect(server.update(second, { typedName })).rejects.toMatchObject({ code: 'server.readOnly' });
    expect(await server.stored(applianceDn, 'gluuMaxLogSize')).toEqual(['300']);
  });
});
