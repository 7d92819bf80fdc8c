import { afterEach, describe, expect, test, vi } from 'vitest';
import { encrypt } from '../../../src-main/gluu-ldap/string-encrypter';
import { salt } from '../../support/cipher-vectors';
import { inEnglish, saying } from '../../support/english';
import { gluuNames } from '../../support/gluu-names';
import { gluuTree } from '../../support/gluu-tree';
import type { GluuVersion } from '../../support/gluu-version';
import { workWith } from '../../support/test-console';
import { startConsole, type TestConsole } from './console';

const { managerGroupDn } = gluuNames();
let server: TestConsole;
afterEach(() => server.stop());

const smtp =
  '{"host":"smtp.example.org","port":587,"password":"gl0g4Ch2tkU=","requires-ssl":true,"trust-host":false,' +
  '"from-name":"Gluu","from-email-address":"gluu@example.org","requires-authentication":true,"user-name":"gluu"}';

describe.each<[GluuVersion, least: string, most: string]>([
  ['3.1.2', '3.1.2', '3.1.2'],
  ['3.1.4', '3.1.4', '3.1.4'],
  ['3.1.6', '3.1.6', '3.1.9'],
  ['3.1.9', '3.1.6', '3.1.9'],
])('a fresh Gluu %s', (version, least, most) => {
  test('shows what the installer left', async () => {
    server = await startConsole({ tree: { version } });
    const view = await server.load();
    expect(view).toMatchObject({
      version: { least, most },
      smtpAbsent: true,
      secrets: { smtpPassword: { state: 'none' } },
      guard: 'assertion',
      fields: {
        passwordReset: { value: null },
        scim: { value: false },
        passport: { value: false },
        dnsServers: { value: null },
        maxLogSize: { value: 200 },
        userCanEditProfile: { value: false },
        contactEmail: { value: null },
        smtpHost: { value: null },
        smtpPort: { value: null },
        smtpAuthentication: { value: false },
        smtpPassword: { value: null },
        organizationName: { value: 'Example Organization' },
        managerGroup: { value: managerGroupDn },
        serverIp: { value: null },
      },
      names: { managerGroup: 'Gluu Manager Group' },
    });
    expect(view.notWritable).toBeUndefined();
    expect(view.broken).toEqual({});
    expect('buildNumber' in view.fields).toBe(version === '3.1.2');
    expect(Object.values(view.fields).filter((field) => field?.oddities)).toEqual([]);
  });
});

test('the salt is looked for while the server is asked', async () => {
  server = await startConsole();
  await server.load();
  const looks = vi.spyOn(server.keychain, 'get');
  const isSought = () => expect.poll(() => looks.mock.calls.some(([account]) => /salt/.test(account))).toBe(true);
  await server.load(workWith('Gluu tree', isSought));
  const { salt: state } = await server.check();
  expect(state).toMatchObject({ kind: 'proved' });
});

test('reads no settings where the versions that a server may have keep them differently', async () => {
  const mayNotReadTheSchema = ['access to dn.base="cn=subschema" by * none'];
  const slapd = { version: '4.2.2' as const, globalLines: mayNotReadTheSchema, ldif: gluuTree({ version: '4.2.2' }) };
  server = await startConsole({ slapd, asReader: true });
  await expect(server.load()).rejects.toMatchObject({
    code: 'gluu.notSupported',
    about: { facts: { version: saying('4.0 and later') } },
  });
});

test('shows the SMTP settings, and neither the password nor its ciphertext', async () => {
  server = await startConsole({ tree: { smtp } });
  const view = await server.load();
  expect(view).toMatchObject({
    smtpAbsent: false,
    secrets: { smtpPassword: { state: 'decrypts' } },
    fields: {
      smtpHost: { value: 'smtp.example.org' },
      smtpPort: { value: 587 },
      smtpRequiresSsl: { value: true },
      smtpTrustServer: { value: false },
      smtpFromName: { value: 'Gluu' },
      smtpFromEmail: { value: 'gluu@example.org' },
      smtpAuthentication: { value: true },
      smtpUserName: { value: 'gluu' },
      smtpPassword: { value: null },
    },
  });
  expect(JSON.stringify(view)).not.toContain('gl0g4Ch2tkU=');
  expect(JSON.stringify(view)).not.toContain('"secret"');
});

test('reads what the upgrade script of Gluu leaves: texts for numbers and switches', async () => {
  server = await startConsole({ tree: { smtp: '{"host":"h","port":"587","requires-ssl":"true"}' } });
  const view = await server.load();
  expect(view.broken).toEqual({});
  expect(view.fields).toMatchObject({ smtpPort: { value: 587 }, smtpRequiresSsl: { value: true } });
});

test('names the keys in the spelling of 3.1.1, of which this version reads nothing', async () => {
  const old = {
    host: 'h',
    port: 25,
    requiresSsl: true,
    fromName: 'Gluu',
    requiresAuthentication: true,
    userName: 'gluu',
  };
  server = await startConsole({ tree: { smtp: JSON.stringify({ ...old, 'user-name': 'gluu' }) } });
  const view = await server.load();
  expect(view.smtpOldKeys).toEqual(['requiresSsl', 'fromName', 'requiresAuthentication']);
  expect(view.fields).toMatchObject({ smtpHost: { value: 'h' }, smtpRequiresSsl: { value: false } });
});

describe('the stored password', () => {
  test.each<[string, string | null, string]>([
    ['decrypts', salt, 'gl0g4Ch2tkU='],
    ['decryptsNonAscii', salt, '0TNitBdRg2vj8FJBB/8W+Q=='],
    ['decryptsGarbled', salt, '9nhV9Jk6KYJezyok3KoUzhjQbaXi62R+MNHzBePcHWR5sRTi5ZL2Xg=='],
    ['decryptsDamaged', salt, 'wg3VPUZTUhA='],
    ['wrongSalt', 'ZyXwVuTsRqPo0987654321Ab', 'gl0g4Ch2tkU='],
    ['doesNotDecrypt', salt, encrypt('secret', 'ZyXwVuTsRqPo0987654321Ab')],
    ['doesNotDecrypt', salt, 'in clear'],
    ['noSalt', null, 'gl0g4Ch2tkU='],
    ['noSalt', 'tooShort', 'gl0g4Ch2tkU='],
    ['none', salt, ''],
  ])('%s with the salt %s', async (state, usedSalt, password) => {
    server = await startConsole({ tree: { smtp: JSON.stringify({ host: 'h', password }) }, salt: usedSalt });
    const view = await server.load();
    expect(view.secrets.smtpPassword?.state).toBe(state);
    expect(view.fields.smtpHost).toEqual({ id: 'smtpHost', value: 'h' });
  });
});

describe('something odd', () => {
  test('in spelling is shown as it is', async () => {
    const appliance = { passwordResetAllowed: 'Enabled', gluuScimEnabled: 'TRUE', gluuMaxLogSize: '200 MB' };
    server = await startConsole({ tree: { appliance } });
    const { fields } = inEnglish(await server.load());
    expect(fields.passwordReset).toMatchObject({ value: null, oddities: [expect.stringContaining('“Enabled”')] });
    expect(fields.scim).toMatchObject({ value: null, oddities: [expect.stringContaining('“TRUE”')] });
    expect(fields.maxLogSize).toMatchObject({ value: null, oddities: [expect.stringContaining('“200 MB”')] });
  });

  test('like two values is reported', async () => {
    const appliance = {
      passwordResetAllowed: ['disabled', 'enabled'],
      oxSmtpConfiguration: ['{"host":"a"}', '{"host":"b"}'],
    };
    server = await startConsole({ tree: { appliance } });
    const { fields } = inEnglish(await server.load());
    expect(fields.passwordReset?.oddities?.[0]).toMatch(/^2 values are stored/);
    expect(fields.smtpHost?.oddities?.[0]).toMatch(/^2 values are stored in oxSmtpConfiguration/);
    expect(fields.smtpPassword?.oddities?.[0]).toMatch(/^2 values/);
    expect(fields.scim?.oddities).toBeUndefined();
  });

  test('that cannot be seen is made visible', async () => {
    const host = 'smtp.\u202eexample';
    server = await startConsole({
      tree: { smtp: JSON.stringify({ host }), organization: { displayName: 'Evil\u202egro\u0007' } },
    });
    const { fields } = inEnglish(await server.load());
    expect(fields.organizationName).toMatchObject({
      value: 'Evil\u202egro\u0007',
      oddities: [expect.stringContaining('“Evil\\u{202e}gro\\u{7}”')],
    });
    expect(fields.smtpHost).toMatchObject({
      value: host,
      oddities: [expect.stringContaining('smtp.\\u{202e}example')],
    });
  });
});

describe('a broken JSON text', () => {
  test('of the SMTP settings is shown without the password, and all else is read', async () => {
    const broken = '{"host":"h","password":"gl0g4Ch2tkU=",}';
    server = await startConsole({ tree: { smtp: broken } });
    const view = await server.load();
    expect(inEnglish(view)).toMatchObject({
      smtpAbsent: false,
      broken: {
        oxSmtpConfiguration: {
          why: 'It is not valid JSON from character 39 on.',
          raw: '{"host":"h","password":"hidden",}',
        },
      },
      secrets: { smtpPassword: { state: 'none' } },
      fields: { maxLogSize: { value: 200 } },
    });
    expect(JSON.stringify(view)).not.toContain('gl0g4Ch2tkU=');
    await expect(server.plan({ smtpHost: 'new' }, view)).rejects.toMatchObject({ code: 'gluu.brokenJson' });
    await expect(server.plan({ smtpPassword: { kind: 'replace', value: 'new' } }, view)).rejects.toMatchObject({
      code: 'gluu.brokenJson',
    });
    expect((await server.save({ maxLogSize: 300 }, { view })).kind).toBe('saved');
    expect(await server.stored(gluuNames().applianceDn, 'oxSmtpConfiguration')).toEqual([broken]);
  });

  test('in what Gluu cannot convert is not edited either', async () => {
    server = await startConsole({ tree: { smtp: '{"host":"h","requires-ssl":"yes"}' } });
    const view = await server.load();
    expect(inEnglish(view.broken.oxSmtpConfiguration?.why)).toContain('“requires-ssl” is a string');
    await expect(server.plan({ smtpHost: 'new' }, view)).rejects.toMatchObject({ code: 'gluu.brokenJson' });
  });

  test('of oxAuth’s settings is reported', async () => {
    server = await startConsole({ tree: { oxAuth: { oxWebKeysSettings: '{"server_ip":' } } });
    const view = await server.load();
    expect(inEnglish(view.broken.oxWebKeysSettings)).toEqual({
      why: 'It is not valid JSON from character 14 on.',
      raw: '{"server_ip":',
    });
    expect(view.fields.serverIp).toMatchObject({ value: null });
    await expect(server.plan({ serverIp: '192.0.2.1' }, view)).rejects.toMatchObject({ code: 'gluu.brokenJson' });
  });
});

test('says that the account may only read', async () => {
  server = await startConsole({ asReader: true });
  const view = await server.load();
  expect(inEnglish(view.notWritable)).toBe('This account can read the configuration, but not write it.');
  const before = await server.slapd.dump();
  expect(await server.save({ maxLogSize: 300 }, { view })).toMatchObject({
    kind: 'notSaved',
    failure: { code: 'ldap.rights', stage: 'Write' },
    saved: [],
  });
  expect(await server.slapd.dump()).toBe(before);
});

test('says which entries the account may only read', async () => {
  const rights = [
    `access to dn.base="${gluuNames().applianceDn}" by dn.base="cn=reader,o=gluu" write by users read by anonymous auth`,
  ];
  server = await startConsole({ asReader: true, slapd: { globalLines: rights } });
  const view = await server.load();
  expect(view.notWritable).toBeUndefined();
  const why = 'This account can read the organization entry, but not write it.';
  expect(inEnglish(view.fields.organizationName)).toMatchObject({ fixed: why });
  expect(inEnglish(view.fields.serverIp)).toMatchObject({
    fixed: 'This account can read the oxAuth entry, but not write it.',
  });
  expect(view.fields.maxLogSize).not.toHaveProperty('fixed');
  const saved = await server.save({ maxLogSize: 300 }, { view });
  expect(inEnglish(saved)).toMatchObject({ kind: 'saved', view: { fields: { organizationName: { fixed: why } } } });
});

test('leaves the fields of an entry open that the account may write, whatever it may not write beside it', async () => {
  const { organizationDn } = gluuNames();
  const rights = [
    `access to dn.base="${organizationDn}" by dn.base="cn=reader,o=gluu" write by users read by anonymous auth`,
  ];
  server = await startConsole({ asReader: true, slapd: { globalLines: rights } });
  const view = await server.load();
  expect(view.notWritable).toBeUndefined();
  const why = 'This account can read the appliance entry, but not write it.';
  for (const id of ['maxLogSize', 'smtpHost', 'smtpPassword'])
    expect(inEnglish(view.fields[id])).toMatchObject({ fixed: why });
  expect(view.fields.organizationName).not.toHaveProperty('fixed');
  expect(await server.save({ organizationName: 'New name' }, { view })).toMatchObject({ kind: 'saved' });
  expect(await server.stored(organizationDn, 'displayName')).toEqual(['New name']);
});

test('asks for rights without changing anything', async () => {
  server = await startConsole({ tree: { smtp } });
  const before = await server.slapd.dump();
  await server.load();
  expect(await server.slapd.dump()).toBe(before);
});

test('does not write to a server that is read-only here', async () => {
  server = await startConsole({ profile: { readOnly: true } });
  const view = await server.load();
  expect(inEnglish(view.notWritable)).toBe('This server is read-only in this console.');
  await expect(server.plan({ maxLogSize: 300 }, view)).rejects.toMatchObject({ code: 'server.readOnly' });
  expect(server.slapd.modifies()).toEqual([]);
});
