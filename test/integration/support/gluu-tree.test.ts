import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gluuNames } from '../../support/gluu-names';
import { gluuTree } from '../../support/gluu-tree';
import { type Slapd, startSlapd } from '../../support/slapd';

const baseInum = '@!AAAA.BBBB.CCCC.DDDD';
const names = gluuNames(baseInum);
const branch = {
  dn: names.resetRequestsDn,
  attributes: { objectClass: ['top', 'organizationalUnit'], ou: 'resetPasswordRequests' },
};
const brokenJson = ' {"host":"mäil",\n"port":}';

describe('a Gluu tree with everything set', () => {
  let slapd: Slapd;
  beforeAll(async () => {
    const ldif = gluuTree({
      version: '3.1.8',
      baseInum,
      orgName: 'Größe & Söhne',
      hostname: 'idp.example.org',
      people: 300,
      adminPassword: 'for the test',
      smtp: brokenJson,
      appliance: { gluuMaxLogSize: null, passwordResetAllowed: ['enabled', 'disabled'] },
      organization: { gluuThemeColor: 'ABCDEF' },
      admin: { gluuStatus: 'inactive' },
      oxTrust: { passwordResetRequestExpirationTime: undefined, recaptchaSiteKey: 'key' },
      oxAuth: { oxWebKeysSettings: '{"server_ip":"192.0.2.1","update_at":1516180500000}' },
      strayAppliances: ['@!AAAA.BBBB.CCCC.DDDD!0002!0000.0000'],
      more: [branch],
    });
    slapd = await startSlapd({ version: '3.1.8', ldif });
  });
  afterAll(() => slapd.stop());

  const read = async (dn: string) => (await slapd.search(dn, '(objectClass=*)', [], { scope: 'base' }))[0];

  test('keeps every byte of a value, valid or not', async () => {
    expect((await read(names.applianceDn))?.get('oxSmtpConfiguration')).toEqual([brokenJson]);
    expect((await read(names.organizationDn))?.get('displayName')).toEqual(['Größe & Söhne']);
  });

  test('changes, adds and takes away attributes', async () => {
    const appliance = await read(names.applianceDn);
    expect(appliance?.has('gluuMaxLogSize')).toBe(false);
    expect(appliance?.get('passwordResetAllowed')).toEqual(['enabled', 'disabled']);
    expect(appliance?.get('gluuHostname')).toEqual(['idp.example.org']);
    expect(appliance?.get('gluuScimEnabled')).toEqual(['disabled']);
    expect((await read(names.organizationDn))?.get('gluuThemeColor')).toEqual(['ABCDEF']);
    expect((await read(names.adminDn))?.get('gluuStatus')).toEqual(['inactive']);
    expect((await read(names.oxAuthDn))?.get('oxWebKeysSettings')?.[0]).toContain('192.0.2.1');
  });

  test('changes and takes away keys of oxTrust’s settings', async () => {
    const text = (await read(names.oxTrustDn))?.get('oxTrustConfApplication')?.[0] ?? '';
    const settings: unknown = JSON.parse(text);
    expect(settings).toMatchObject({ recaptchaSiteKey: 'key', applianceUrl: 'https://idp.example.org' });
    expect(settings).not.toHaveProperty('passwordResetRequestExpirationTime');
    expect(text).toContain('\n');
  });

  test('has as many people as asked for, and an administrator who may bind and change himself', async () => {
    expect(await slapd.search(names.peopleDn, '(objectClass=gluuPerson)', ['dn'])).toHaveLength(301);
    const as = { dn: names.adminDn, password: 'for the test' };
    const change = `dn: ${names.adminDn}\nchangetype: modify\nreplace: nickname\nnickname: boss\n`;
    await slapd.modify(change, { as });
    expect((await read(names.adminDn))?.get('nickname')).toEqual(['boss']);
  });

  test('has stray appliances and further records', async () => {
    expect(
      await slapd.search('ou=appliances,o=gluu', '(objectClass=gluuAppliance)', [], { scope: 'one' }),
    ).toHaveLength(2);
    expect((await read(names.resetRequestsDn))?.get('ou')).toEqual(['resetPasswordRequests']);
  });
});

describe('what releases differ in', () => {
  const settingsOf = (text: string): string => {
    const encoded = /^oxTrustConfApplication:: (.*)$/m.exec(text)?.[1] ?? '';
    return Buffer.from(encoded, 'base64').toString();
  };

  test('is the REST path from 3.1.0 and the life of a reset link from 3.1.4', () => {
    expect(settingsOf(gluuTree({ version: '3.0.2' }))).toContain('/identity/seam/resource/restv1"');
    expect(settingsOf(gluuTree({ version: '3.1.0' }))).toContain('/identity/restv1"');
    expect(settingsOf(gluuTree({ version: '3.1.3' }))).not.toContain('passwordResetRequestExpirationTime');
    expect(settingsOf(gluuTree({ version: '3.1.4' }))).toContain('"passwordResetRequestExpirationTime": 600');
  });

  test('is Passport and the form of the time from 3.0.0', () => {
    expect(gluuTree({ version: '2.4.4' })).not.toContain('gluuPassportEnabled');
    expect(gluuTree({ version: '2.4.4' })).toMatch(/^gluuLastUpdate: \d{10}$/m);
    expect(gluuTree({ version: '3.0.0' })).toMatch(/^gluuLastUpdate: \d{14}\.\d{3}Z$/m);
  });
});
