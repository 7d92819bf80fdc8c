import { afterEach, describe, expect, test } from 'vitest';
import { decrypt, encrypt } from '../../../src-main/gluu-ldap/string-encrypter';
import type { FieldDefinition } from '../../../src-shared/gluu/pages/page';
import { fieldsShown, pageFor } from '../../../src-shared/gluu/pages/pages';
import { exactly } from '../../../src-shared/gluu/versions';
import type { FieldView } from '../../../src-shared/model/organization';
import type { TestChanges } from '../../support/changes';
import { salt } from '../../support/cipher-vectors';
import { inEnglish, saying } from '../../support/english';
import { namesOf } from '../../support/gluu-names';
import { type Spelling, spellings } from '../../support/gluu-tree';
import type { GluuVersion } from '../../support/gluu-version';
import { ldifDifferences } from '../../support/ldif-differences';
import { replaceWith, startConsole, type TestConsole } from './console';

let server: TestConsole;
afterEach(() => server.stop());

const texts: Record<string, string> = {
  contactEmail: 'other@example.org',
  smtpHost: 'other.example.org',
  smtpFromEmail: 'gluu@other.example.org',
  serverIp: '192.0.2.77',
};

/** Another value than the one that is there. */
function another(field: FieldDefinition, view: FieldView | undefined): TestChanges[string] {
  switch (field.control) {
    case 'choice':
    case 'toggle':
      return view?.value !== true;
    case 'menu':
      return field.options?.find(({ value }) => value !== view?.value)?.value ?? null;
    case 'number':
      return Number(view?.value ?? 0) + 300;
    case 'secret':
      return { kind: 'replace', value: 'another secret, with Ünïcode' };
    default:
      return texts[field.id] ?? `Other ${field.id}`;
  }
}

const families: readonly GluuVersion[] = [
  '2.4.4',
  '3.0.2',
  '3.1.0',
  '3.1.1',
  '3.1.2',
  '3.1.5',
  '4.0',
  '4.1.1',
  '4.2.2',
  '4.3.0',
  '4.4.0',
  '4.4.1',
  '4.5.0',
  '4.5.5',
];

describe.each(families)('on Gluu %s', (version) => {
  const page = pageFor(exactly(version));
  const fields = page ? fieldsShown(page, { least: version }) : [];
  const edited = fields.filter(({ control, attribute }) => attribute && control !== 'fact');

  test('each field that is edited changes its own attribute, and nothing else; a rollback leaves the tree as it was', {
    timeout: 240_000,
  }, async () => {
    server = await startConsole({ tree: { version } });
    expect(edited.length).toBeGreaterThan(14);
    const before = await server.slapd.dump();
    for (const field of edited) {
      const view = await server.load();
      const outcome = await server.save({ [field.id]: another(field, view.fields[field.id]) }, { view });
      expect([field.id, outcome.kind]).toEqual([field.id, 'saved']);
      const own = [field.attribute, ...(field.copiedTo ? [field.copiedTo.attribute] : [])];
      const lines = own.map((attribute) => expect.stringMatching(new RegExp(`: ${attribute}$`)));
      expect([field.id, ldifDifferences(before, await server.slapd.dump())]).toEqual([field.id, lines]);
      expect([field.id, (await server.rollBack()).kind]).toEqual([field.id, 'saved']);
      expect([field.id, ldifDifferences(before, await server.slapd.dump())]).toEqual([field.id, []]);
    }
  });

  test('what somebody else changed meanwhile is a conflict, and nothing is written', async () => {
    server = await startConsole({ tree: { version } });
    const view = await server.load();
    const plan = await server.plan({ smtpHost: 'mine.example.org', organizationName: 'Mine' }, view);
    await server.slapd.modify(replaceWith(namesOf(version).organizationDn, 'displayName', 'Theirs'));
    const before = await server.slapd.dump();
    const outcome = await server.update(plan);
    expect(outcome).toMatchObject({ kind: 'conflict', rows: [{ field: 'organizationName', theirs: 'Theirs' }] });
    expect(ldifDifferences(before, await server.slapd.dump())).toEqual([]);
  });
});

const applianceDn = namesOf('3.1.1').applianceDn;
const configDn = namesOf('4.4.1').applianceDn;
const smtpOf = async (dn: string) => JSON.parse((await server.stored(dn, 'oxSmtpConfiguration'))[0] ?? 'null');

describe('SMTP settings in attributes, with a copy in JSON', () => {
  const attributes = {
    gluuSmtpHost: 'smtp.example.org',
    gluuSmtpRequiresSsl: 'true',
    gluuSmtpPassword: encrypt('first secret', salt),
  };

  test.each<GluuVersion>(['2.4.4', '3.1.1'])('%s: a copy that is missing is made whole', async (version) => {
    server = await startConsole({ tree: { version, appliance: attributes } });
    expect((await server.save({ smtpFromEmail: 'gluu@example.org' })).kind).toBe('saved');
    expect(await smtpOf(namesOf(version).applianceDn)).toEqual({
      host: 'smtp.example.org',
      port: 25,
      requiresSsl: true,
      fromName: null,
      fromEmailAddress: 'gluu@example.org',
      requiresAuthentication: false,
      userName: null,
      password: attributes.gluuSmtpPassword,
    });
  });

  test('one that is out of step or has keys nobody knows is brought in step, and keeps them', async () => {
    const copy = '{"x-later" : [1, 2],"host":"old.example.org","port":587}';
    server = await startConsole({ tree: { version: '3.1.1', appliance: attributes, smtp: copy } });
    expect((await server.save({ smtpPort: 465 })).kind).toBe('saved');
    const [stored = ''] = await server.stored(applianceDn, 'oxSmtpConfiguration');
    expect(stored).toMatch(/^\{"x-later" : \[1, 2\],"host":"smtp\.example\.org","port":465/);
    expect(await server.stored(applianceDn, 'gluuSmtpPort')).toEqual(['465']);
  });

  test('a new password is encrypted in both, and neither ciphertext is in the history', async () => {
    server = await startConsole({ tree: { version: '3.1.1', appliance: attributes } });
    expect((await server.save({ smtpPassword: { kind: 'replace', value: 'second secret' } })).kind).toBe('saved');
    const [stored = ''] = await server.stored(applianceDn, 'gluuSmtpPassword');
    expect(decrypt(stored, salt)).toBe('second secret');
    expect((await smtpOf(applianceDn)).password).toBe(stored);
    for (const secret of [stored, attributes.gluuSmtpPassword]) expect(server.historyText()).not.toContain(secret);
    expect((await server.rollBack()).kind).toBe('saved');
    expect(await server.stored(applianceDn, 'gluuSmtpPassword')).toEqual([attributes.gluuSmtpPassword]);
    expect(await server.stored(applianceDn, 'oxSmtpConfiguration')).toEqual([]);
  });
});

describe('SMTP Connect Protection', () => {
  test.each<[GluuVersion, Spelling, string]>([
    ['4.4.1', 'words', 'StartTls'],
    ['4.4.1', 'constants', 'START_TLS'],
    ['4.5.0', 'constants', 'START_TLS'],
    ['4.5.5', 'words', 'StartTls'],
  ])('of %s in %s is written as %s', async (version, spelling, word) => {
    server = await startConsole({ tree: { version, spelling } });
    const view = await server.load();
    expect(view.fields.smtpConnectProtection).toEqual({ id: 'smtpConnectProtection', value: 'None' });
    expect((await server.save({ smtpConnectProtection: 'StartTls' }, { view })).kind).toBe('saved');
    expect((await smtpOf(configDn))['connect-protection']).toBe(word);
  });

  test.each([
    ['no list', undefined],
    ['half a list', ['None', 'StartTls']],
    ['a list of something else', 'None'],
  ])('cannot be changed where the server has %s, and all else can', async (_what, connectProtectionList) => {
    const smtp = JSON.stringify({ host: 'a.example.org', 'key-store': '', connectProtectionList });
    server = await startConsole({ tree: { version: '4.4.1', smtp } });
    const view = await server.load();
    expect(inEnglish(view.fields.smtpConnectProtection?.fixed)).toContain('connectProtectionList');
    await expect(server.plan({ smtpConnectProtection: 'SslTls' }, view)).rejects.toMatchObject({
      code: 'input.invalid',
      about: { fields: { smtpConnectProtection: saying(/connectProtectionList/) } },
    });
    expect((await server.save({ smtpHost: 'b.example.org' }, { view })).kind).toBe('saved');
    expect(await server.stored(configDn, 'oxSmtpConfiguration')).toEqual([smtp.replace('a.example', 'b.example')]);
  });

  test('in the words of another build is shown as odd, and put right by choosing again', async () => {
    const smtp = JSON.stringify({
      'connect-protection': 'START_TLS',
      'key-store': '',
      connectProtectionList: spellings.words,
    });
    server = await startConsole({ tree: { version: '4.5.5', smtp } });
    const view = await server.load();
    expect(inEnglish(view.fields.smtpConnectProtection?.oddities)).toEqual([expect.stringContaining('START_TLS')]);
    expect(view.stored.connectProtectionStored).toBe('otherBuild');
    expect((await server.save({ smtpConnectProtection: 'SslTls' }, { view })).kind).toBe('saved');
    expect((await smtpOf(configDn))['connect-protection']).toBe('SslTls');
  });
});

describe('the key store of 4.4.1 and later', () => {
  test.each([
    ['is missing, as after an upgrade', '{"host":"a.example.org","requires-ssl":true}'],
    ['is null', '{"host":"a.example.org","key-store":null,"requires-ssl":true}'],
  ])('that %s is an empty text after any write there, and the change list says so', async (_what, smtp) => {
    server = await startConsole({ tree: { version: '4.5.5', smtp } });
    const { rows } = await server.plan({ smtpHost: 'b.example.org' });
    expect(inEnglish(rows)).toMatchObject([
      { field: 'smtpHost' },
      { field: 'smtpKeyStore', before: '(missing)', after: '(empty text)', note: expect.stringContaining('no mail') },
    ]);
    expect((await server.save({ smtpHost: 'b.example.org' })).kind).toBe('saved');
    expect(await smtpOf(configDn)).toEqual({ host: 'b.example.org', 'requires-ssl': true, 'key-store': '' });
    expect((await server.rollBack()).kind).toBe('saved');
    expect(await server.stored(configDn, 'oxSmtpConfiguration')).toEqual([smtp]);
  });

  test('has a password of its own, encrypted and never shown', async () => {
    server = await startConsole({ tree: { version: '4.4.1' } });
    const before = await smtpOf(configDn);
    const secret = { kind: 'replace', value: 'another store' } as const;
    expect((await server.save({ smtpKeyStorePassword: secret })).kind).toBe('saved');
    const after = await smtpOf(configDn);
    expect(decrypt(after['key-store-password'], salt)).toBe('another store');
    expect({ ...after, 'key-store-password': '' }).toEqual({ ...before, 'key-store-password': '' });
    expect(server.historyText()).not.toContain(after['key-store-password']);
  });
});

describe('LDAP Booleans', () => {
  test.each(['true', 'True', 'TRUE'])('are read as %s, and written in capitals', async (word) => {
    server = await startConsole({ tree: { version: '4.2.2', appliance: { gluuScimEnabled: word } } });
    const view = await server.load();
    expect(view.fields.scim?.value).toBe(true);
    expect((await server.save({ scim: false }, { view })).kind).toBe('saved');
    expect(await server.stored(configDn, 'gluuScimEnabled')).toEqual(['FALSE']);
  });
});

describe('several contact addresses', () => {
  const oxTrustEmail = ['one@example.org', 'two@example.org'];

  test('of 4.4 and later: the first is shown and changed, and the others stay', async () => {
    server = await startConsole({ tree: { version: '4.5.5', appliance: { oxTrustEmail } } });
    const view = await server.load();
    expect(inEnglish(view.fields.contactEmail)).toMatchObject({
      value: oxTrustEmail[0],
      oddities: [expect.stringContaining('2 values')],
    });
    expect((await server.save({ contactEmail: 'new@example.org' }, { view })).kind).toBe('saved');
    expect(await server.stored(configDn, 'oxTrustEmail')).toEqual(['new@example.org', 'two@example.org']);
  });

  test('of 4.3: which of them counts is chance, so none is overwritten', async () => {
    server = await startConsole({ tree: { version: '4.3.0', appliance: { oxTrustEmail } } });
    await expect(server.plan({ contactEmail: 'new@example.org' })).rejects.toMatchObject({ code: 'input.invalid' });
  });
});

test('a 4.x tree with branches of the 3.x it was upgraded from is served as what it is', async () => {
  const { organizationDn, orgInum } = namesOf('3.1.5');
  const more = [
    { dn: 'ou=appliances,o=gluu', attributes: { objectClass: ['top', 'organizationalUnit'], ou: 'appliances' } },
    { dn: organizationDn, attributes: { objectClass: ['top', 'gluuOrganization'], o: orgInum, displayName: 'Old' } },
  ];
  server = await startConsole({ tree: { version: '4.2.2', more } });
  const before = await server.slapd.dump();
  expect((await server.save({ smtpHost: 'b.example.org', organizationName: 'New' })).kind).toBe('saved');
  expect(ldifDifferences(before, await server.slapd.dump())).toEqual([
    'o=gluu: displayName',
    `${configDn}: oxSmtpConfiguration`,
  ]);
});
