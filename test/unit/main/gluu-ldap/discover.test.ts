import { describe, expect, test } from 'vitest';
import { AppError } from '../../../../src-main/base/app-error';
import { findTree, readRoot, requireServed } from '../../../../src-main/gluu-ldap/discover';
import type { LdapSession } from '../../../../src-main/ldap/ldap-session';
import { inEnglish } from '../../../support/english';
import { gluuNames } from '../../../support/gluu-names';
import { ldapEntry } from '../../../support/ldap-entry';

const names = gluuNames();
const others = gluuNames('@!1111.2222.3333.4444');
type Entries = Record<string, Record<string, string | string[]>>;

/** A session with a server that holds these entries; a parent is what follows the first comma. */
function sessionWith(entries: Entries): LdapSession {
  const entry = (dn: string) => ldapEntry(dn, entries[dn] ?? {});
  return {
    at: 'gluu.example.org:1636',
    read: async (dn: string) => (entries[dn] ? entry(dn) : undefined),
    children: async (base: string, wanted: { value: string }) => {
      if (!entries[base]) throw new AppError('ldap.missing');
      const found = Object.keys(entries)
        .filter((dn) => dn.endsWith(`,${base}`) && !dn.slice(0, -base.length - 1).includes(','))
        .map(entry);
      return { entries: found.filter((one) => one.has('objectClass', wanted.value)), more: false };
    },
  } as unknown as LdapSession;
}

const conf = (about: unknown) => ({
  objectClass: 'oxTrustConfiguration',
  oxTrustConfApplication: typeof about === 'string' ? about : JSON.stringify(about),
});
const appliance = { objectClass: ['top', 'gluuAppliance'] };
const organization = (displayName = 'Example') => ({ objectClass: ['top', 'gluuOrganization'], displayName });
const own = { orgInum: names.orgInum, applianceInum: names.applianceInum, applianceUrl: 'https://gluu.example.org' };
const base = { 'o=gluu': { objectClass: ['top', 'organization'] }, 'ou=appliances,o=gluu': { objectClass: 'top' } };
const usual: Entries = {
  ...base,
  [names.organizationDn]: organization(),
  [names.applianceDn]: appliance,
  [names.oxTrustDn]: conf(own),
};
const find = (entries: Entries) => findTree(sessionWith(entries));

describe('a Gluu tree', () => {
  test('is found with all that belongs to it', async () => {
    expect(await find(usual)).toEqual({
      applianceDn: names.applianceDn,
      organizationDn: names.organizationDn,
      oxtrustDn: names.oxTrustDn,
      organizationName: 'Example',
      linkBase: 'https://gluu.example.org',
      saltEvidence: {
        kind: 'read',
        witnesses: new Map([
          ['idpBindPassword', undefined],
          ['oxAuthClientPassword', undefined],
        ]),
      },
    });
  });

  test.each(['', '{', 'null', '[]', '"x"', '{"applianceInum":{}}', '{"__proto__":{"applianceInum":"x"}}'])(
    'with one appliance needs no settings of oxTrust: %j',
    async (text) => {
      const found = await find({ ...usual, [names.oxTrustDn]: conf(text) });
      expect(found).toMatchObject({ applianceDn: names.applianceDn, organizationDn: names.organizationDn });
      expect(found).not.toHaveProperty('linkBase');
    },
  );

  test('is the one oxTrust uses, if there are several appliances and organizations', async () => {
    const cluster = {
      ...usual,
      [others.applianceDn]: appliance,
      [others.organizationDn]: organization('Other'),
    };
    expect(await find(cluster)).toMatchObject({ applianceDn: names.applianceDn, organizationName: 'Example' });
    const copied = { ...cluster, [others.oxTrustDn]: conf(own) };
    expect(await find(copied)).toMatchObject({ applianceDn: names.applianceDn, organizationName: 'Example' });
  });

  test('shows no hostile name as it is', async () => {
    const hostile = { ...usual, [names.organizationDn]: organization('Evil\u202egro\u0007') };
    expect(await find(hostile)).toMatchObject({ organizationName: 'Evil\\u{202e}gro\\u{7}' });
  });
});

describe('no Gluu tree', () => {
  test.each<[string, Entries]>([
    ['an empty server', {}],
    ['a suffix alone', { 'o=gluu': base['o=gluu'] }],
    ['no appliance', { ...base, [names.organizationDn]: organization() }],
    ['no organization', { ...base, [names.applianceDn]: appliance }],
  ])('%s', async (_name, entries) => {
    await expect(find(entries)).rejects.toMatchObject({ code: 'gluu.noTree', about: { at: 'gluu.example.org:1636' } });
  });

  test.each<[string, Entries]>([
    ['4.x', {}],
    ['4.0 to 4.0.1', { 'cn=subschema': { objectClasses: "( 1.2.3 NAME 'gluuConfiguration' )" } }],
  ])('or one of %s, as far as its schema tells', async (version, schema) => {
    const tree = { 'o=gluu': { objectClass: ['top', 'gluuOrganization'] }, ...schema };
    const error: AppError = await find(tree).catch((thrown) => thrown);
    expect(inEnglish(error.toFailure())).toMatchObject({ code: 'gluu.notSupported', facts: { version } });
  });

  test.each<[string, Entries]>([
    ['no word of oxTrust', {}],
    [
      'oxTrust naming both',
      { [names.oxTrustDn]: conf(own), [others.oxTrustDn]: conf({ applianceInum: others.applianceInum }) },
    ],
    ['oxTrust naming none', { [names.oxTrustDn]: conf({ applianceInum: 'x' }) }],
  ])('or one of several appliances, with %s', async (_name, more) => {
    const { [names.oxTrustDn]: _, ...rest } = usual;
    await expect(find({ ...rest, [others.applianceDn]: appliance, ...more })).rejects.toMatchObject({
      code: 'gluu.severalAppliances',
      about: { facts: { found: `${names.applianceInum}, ${others.applianceInum}` } },
    });
  });
});

describe('the root DSE', () => {
  const root = (attributes: Record<string, string | string[]>) => readRoot(sessionWith({ '': attributes }));
  const assertion = { supportedControl: ['1.2.3', '1.3.6.1.1.12'] };

  test.each([
    [
      { objectClass: ['top', 'OpenLDAProotDSE'], subschemaSubentry: 'cn=Subschema', ...assertion },
      { vendor: 'OpenLDAP', guard: { assertion: true, token: 'entryCSN' }, subschemaDn: 'cn=Subschema' },
    ],
    [
      { vendorName: 'ForgeRock AS.', vendorVersion: 'OpenDJ 3.0.0', subschemaSubentry: 'cn=schema', ...assertion },
      { vendor: 'ForgeRock AS. OpenDJ 3.0.0', guard: { assertion: true, token: 'etag' }, subschemaDn: 'cn=schema' },
    ],
    [
      { vendorName: 'Other\u202e' },
      { vendor: 'Other\\u{202e}', guard: { assertion: false }, subschemaDn: 'cn=subschema' },
    ],
    [
      { objectClass: 'OpenLDAProotDSE' },
      { vendor: 'OpenLDAP', guard: { assertion: false, token: 'entryCSN' }, subschemaDn: 'cn=subschema' },
    ],
  ])('%j', async (attributes, expected) => {
    expect(await root(attributes)).toEqual(expected);
  });

  test('that may not be read leaves the weaker guard', async () => {
    expect(await readRoot(sessionWith({}))).toEqual({
      vendor: 'LDAP server',
      guard: { assertion: false },
      subschemaDn: 'cn=subschema',
    });
  });
});

describe('what can be edited', () => {
  const version = (least: string, most = least) => ({ least, most, because: [] });

  test.each(['3.1.2', '3.1.3', '3.1.4', '3.1.5', '3.1.6'])('%s', (least) => {
    expect(() => requireServed(version(least, '3.1.9'), 'settings')).not.toThrow();
  });

  test.each([
    [version('2.4', '2.4.4'), '2.4 to 2.4.4'],
    [version('3.1.1'), '3.1.1'],
    [version('4.0', '4.5.5'), '4.0 to 4.5.5'],
  ])('not %j', (facts, named) => {
    const error = thrownBy(() => requireServed(facts, 'settings'));
    expect(inEnglish(error?.toFailure())).toMatchObject({ code: 'gluu.notSupported', facts: { version: named } });
  });
});

function thrownBy(run: () => void): AppError | undefined {
  try {
    run();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  return undefined;
}
