import { describe, expect, test } from 'vitest';
import type { Directory } from '../../../../src-main/demo/directory';
import { peopleOf } from '../../../../src-main/demo/people';
import { buildTree, managerDn, type TreeFacts } from '../../../../src-main/demo/trees';
import type { Viewer } from '../../../../src-main/demo/viewer';
import { decrypt } from '../../../../src-main/gluu-ldap/string-encrypter';
import { salt } from '../../../support/cipher-vectors';

const theManager: Viewer = { isManager: true };
const secrets = { bindPassword: 'manager password', salt };
const facts: TreeFacts = {
  version: '3.1.2',
  baseInum: '@!6C1E.40B9.A7D3.52F8',
  hostname: 'meadow.demo.example',
  organization: 'Meadow Library',
  passwordReset: 'enabled',
  people: peopleOf({ firstPerson: 0 }),
};

const texts = (directory: Directory, dn: string, name: string) =>
  directory
    .read(dn)
    .attributes.get(name.toLowerCase())
    ?.values.map((value) => value.toString()) ?? [];
const oneOf = (directory: Directory, base: string, objectClass: string) => {
  const filter = { kind: 'equality', attribute: 'objectClass', value: Buffer.from(objectClass) } as const;
  const found = directory.search(base, 'one', filter, theManager);
  expect(found).toHaveLength(1);
  return found[0]?.dn ?? '';
};

describe('buildTree', () => {
  const directory = buildTree(facts, secrets);
  const appliance = oneOf(directory, 'ou=appliances,o=gluu', 'gluuAppliance');
  const organization = oneOf(directory, 'o=gluu', 'gluuOrganization');
  const configuration = JSON.parse(
    texts(directory, `ou=oxtrust,ou=configuration,${appliance}`, 'oxTrustConfApplication')[0] ?? '',
  );

  test('is found by the steps a client takes', () => {
    expect(texts(directory, 'o=gluu', 'objectClass')).toEqual(['top', 'organization']);
    expect(appliance).toMatch(/^inum=@!6C1E\.40B9\.A7D3\.52F8!0002!(?:[0-9A-F]{4}\.?){2},ou=appliances,o=gluu$/);
    expect(organization).toMatch(/^o=@!6C1E\.40B9\.A7D3\.52F8!0001!(?:[0-9A-F]{4}\.?){2},o=gluu$/);
    expect(configuration).toMatchObject({
      baseDN: 'o=gluu',
      applianceInum: texts(directory, appliance, 'inum')[0],
      orgInum: texts(directory, organization, 'o')[0],
      applianceUrl: 'https://meadow.demo.example',
    });
    expect(texts(directory, `ou=oxauth,ou=configuration,${appliance}`, 'oxRevision')).toEqual(['1']);
  });

  test("has the organization entry's template form: named by o, without inum", () => {
    expect(texts(directory, organization, 'inum')).toEqual([]);
    expect(texts(directory, organization, 'displayName')).toEqual(['Meadow Library']);
    expect(texts(directory, organization, 'gluuThemeColor')).toEqual(['166309']);
  });

  test('has the defaults of a new installation', () => {
    expect(texts(directory, appliance, 'gluuMaxLogSize')).toEqual(['200']);
    for (const flag of ['gluuScimEnabled', 'gluuPassportEnabled', 'gluuOrgProfileMgt']) {
      expect(texts(directory, appliance, flag)).toEqual(['disabled']);
    }
    expect(texts(directory, appliance, 'passwordResetAllowed')).toEqual(['enabled']);
    expect(texts(directory, appliance, 'oxSmtpConfiguration')).toEqual([]);
    expect(texts(directory, `ou=oxauth,ou=configuration,${appliance}`, 'oxWebKeysSettings')).toEqual([]);
  });

  test('keeps manager group and administrator in step', () => {
    const [group = ''] = texts(directory, organization, 'gluuManagerGroup');
    const [admin = ''] = texts(directory, group, 'member');
    expect(texts(directory, group, 'displayName')).toEqual(['Gluu Manager Group']);
    expect(texts(directory, admin, 'uid')).toEqual(['admin']);
    expect(texts(directory, admin, 'memberOf')).toEqual([group]);
    expect(directory.authenticates(admin, Buffer.from(secrets.bindPassword))).toBe(true);
    expect(directory.authenticates(managerDn, Buffer.from(secrets.bindPassword))).toBe(true);
  });

  test('has admin and a dozen people', () => {
    const filter = { kind: 'equality', attribute: 'objectClass', value: Buffer.from('gluuPerson') } as const;
    const people = directory.search(`ou=people,${organization}`, 'one', filter, theManager);
    expect(people).toHaveLength(13);
    for (const { dn } of people) {
      for (const name of ['inum', 'uid', 'givenName', 'sn', 'cn', 'displayName', 'gluuStatus', 'userPassword']) {
        expect([dn, name, texts(directory, dn, name).length]).toEqual([dn, name, 1]);
      }
    }
  });

  test("keeps passwords encrypted with this server's salt, everywhere", () => {
    expect(decrypt(configuration.idpBindPassword, secrets.salt)).toBe(secrets.bindPassword);
    expect(decrypt(configuration.oxAuthClientPassword, secrets.salt)).toMatch(/^[\w-]{12}$/);
    const authentication = JSON.parse(texts(directory, appliance, 'oxIDPAuthentication')[0] ?? '');
    expect(decrypt(JSON.parse(authentication.config).bindPassword, secrets.salt)).toBe(secrets.bindPassword);
  });

  test('is the same tree each time, but for times, ids and password hashes', () => {
    const again = buildTree(facts, secrets);
    const names = (tree: Directory) =>
      tree.search('o=gluu', 'sub', { kind: 'and', filters: [] }, theManager).map(({ dn }) => dn);
    expect(names(again)).toEqual(names(directory));
  });

  test.each([
    ['3.0.2', undefined, '/identity/seam/resource/restv1', ['o=gluu', 'o=site']],
    ['3.1.2', undefined, '/identity/restv1', ['o=gluu', 'o=site']],
    ['3.1.4', 600, '/identity/restv1', ['o=gluu', 'o=site', 'o=metric']],
  ])('follows its version: %s', (version, expiry, endpoint, suffixes) => {
    const tree = buildTree({ ...facts, version }, secrets);
    const [conf = ''] = texts(tree, `ou=oxtrust,ou=configuration,${appliance}`, 'oxTrustConfApplication');
    expect(JSON.parse(conf).passwordResetRequestExpirationTime).toBe(expiry);
    expect(JSON.parse(conf).baseEndpoint).toBe(`https://meadow.demo.example${endpoint}`);
    expect(tree.options.suffixes).toEqual(suffixes);
  });
});
