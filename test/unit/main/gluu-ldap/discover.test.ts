import { describe, expect, test } from 'vitest';
import { AppError } from '../../../../src-main/base/app-error';
import { look, requireServed, type TreeSeen, type Where } from '../../../../src-main/gluu-ldap/discover';
import { readRoot } from '../../../../src-main/gluu-ldap/server-schema';
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
const find = (entries: Entries) => look(sessionWith(entries), undefined, async () => {}).place;

describe('a Gluu tree', () => {
  test('is found with all that belongs to it', async () => {
    expect(await find(usual)).toEqual({
      form: 'appliance',
      configDn: names.applianceDn,
      organizationDn: names.organizationDn,
      oxtrustDn: names.oxTrustDn,
      peopleDn: names.peopleDn,
      groupsDn: names.groupsDn,
      requestsDn: names.resetRequestsDn,
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
      expect(found).toMatchObject({ configDn: names.applianceDn, organizationDn: names.organizationDn });
      expect(found).not.toHaveProperty('linkBase');
    },
  );

  test('is the one oxTrust uses, if there are several appliances and organizations', async () => {
    const cluster = {
      ...usual,
      [others.applianceDn]: appliance,
      [others.organizationDn]: organization('Other'),
    };
    expect(await find(cluster)).toMatchObject({ configDn: names.applianceDn, organizationName: 'Example' });
    const copied = { ...cluster, [others.oxTrustDn]: conf(own) };
    expect(await find(copied)).toMatchObject({ configDn: names.applianceDn, organizationName: 'Example' });
  });

  test('shows no hostile name as it is', async () => {
    const hostile = { ...usual, [names.organizationDn]: organization('Evil\u202egro\u0007') };
    expect(await find(hostile)).toMatchObject({ organizationName: 'Evil\\u{202e}gro\\u{7}' });
  });
});

describe('a tree of 4.x', () => {
  const oxtrust = 'ou=oxtrust,ou=configuration,o=gluu';
  const own4 = { applicationUrl: 'https://new.example.org', applianceUrl: 'https://old.example.org' };
  const tree: Entries = { 'o=gluu': organization('Newer'), [oxtrust]: conf(own4) };
  const places = {
    form: 'configuration',
    configDn: 'ou=configuration,o=gluu',
    organizationDn: 'o=gluu',
    oxtrustDn: oxtrust,
    peopleDn: 'ou=people,o=gluu',
    groupsDn: 'ou=groups,o=gluu',
    requestsDn: 'ou=resetPasswordRequests,o=gluu',
  };

  test('is found with all that belongs to it', async () => {
    const found = await find(tree);
    expect(found).toMatchObject({ ...places, organizationName: 'Newer', linkBase: 'https://new.example.org' });
    expect(found.saltEvidence.kind).toBe('read');
  });

  test('is one where branches of an older tree lie beside it', async () => {
    expect(await find({ ...usual, ...tree, [others.applianceDn]: appliance })).toMatchObject(places);
  });

  const versionIn = async (entries: Entries, ...classes: string[]) => {
    const definitions = classes.map((name, index) => `( 1.2.${index} NAME '${name}' )`);
    const all = {
      '': { subschemaSubentry: 'cn=subschema' },
      'cn=subschema': { objectClasses: definitions },
      ...entries,
    };
    const { version, page } = await look(sessionWith(all), undefined, async () => {}).known;
    return { ...inEnglish(version), newest: page.versions.most };
  };

  test.each<[string, Entries, string[], object]>([
    ['a 4.x tree, where no schema may be read', tree, [], { least: '4.0', most: '4.*', newest: '4.*' }],
    ['an older tree, where no schema may be read', usual, [], { least: '2.4', most: '3.1.9', newest: '3.1.9' }],
    ['a 4.x tree under a schema of 3.1.4', tree, ['oxCacheEntity'], { least: '3.1.4', most: '4.*' }],
    [
      'an older tree under a schema of 4.2',
      usual,
      ['gluuConfiguration', 'cibaRequest'],
      { least: '2.4', most: '4.2.1' },
    ],
    ['a 4.x tree under its own schema', tree, ['gluuConfiguration', 'cibaRequest'], { least: '4.2.0', most: '4.2.1' }],
  ])('%s: the form of the tree is a witness', async (_what, entries, classes, expected) => {
    const found = await versionIn(entries, ...classes);
    expect(found).toMatchObject(expected);
    const isCertain = classes.length > 1 && entries === tree;
    expect(found.because).toHaveLength(isCertain ? 1 : 2);
  });

  test('is found where oxTrust’s configuration cannot be read', async () => {
    const found = await find({ 'o=gluu': organization() });
    expect(found).toMatchObject({ ...places, organizationName: 'Example', saltEvidence: { kind: 'noEntry' } });
    expect(found).not.toHaveProperty('linkBase');
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

describe('a tree that was seen before', () => {
  const dse = { objectClass: 'OpenLDAProotDSE', subschemaSubentry: 'cn=Subschema', supportedControl: '1.3.6.1.1.12' };
  const schema = (changed: string, more = {}) => ({
    'cn=subschema': { objectClasses: "( 1.2.3 NAME 'oxFido2AuthenticationEntry' )", modifyTimestamp: changed, ...more },
  });
  const known: Entries = { ...usual, '': dse, ...schema('1') };

  /** Looks at a server that holds these entries, asked for what was seen; gives what was found and what was read, in its order. */
  async function lookAgain(entries: Entries, seen?: TreeSeen) {
    const session = sessionWith({ ...entries, 'cn=Subschema': entries['cn=subschema'] ?? {} });
    const asked: string[] = [];
    const read = session.read.bind(session);
    session.read = (dn, attributes) => {
      asked.push(attributes.includes('objectClasses') ? `all of ${dn}` : dn);
      return read(dn, attributes);
    };
    const wheres: Where[] = [];
    const looking = look(session, seen, async (where) => {
      wheres.push(where);
      return where.configDn;
    });
    const inOnePiece = [...asked];
    const tree = { ...(await looking.place), ...(await looking.known) };
    return { tree, schema: await looking.schema, read: await looking.read, asked, inOnePiece, wheres };
  }
  const seenIn = async (entries: Entries): Promise<TreeSeen> => {
    const { tree, schema } = await lookAgain(entries);
    return { where: tree, schema };
  };

  test('is asked for in one piece with what is read of it, and not for its whole schema', async () => {
    const again = await lookAgain(known, await seenIn(known));
    expect(again.asked).toEqual(['o=gluu', names.oxTrustDn, '', 'cn=Subschema']);
    expect(again.inOnePiece).toEqual(again.asked);
    expect(again).toMatchObject({ read: names.applianceDn, tree: { version: { least: '3.1.6' } } });
    expect(again.wheres).toHaveLength(1);
  });

  test('and one that was not is read in the second piece', async () => {
    const first = await lookAgain(known);
    expect(first.inOnePiece).toEqual(['o=gluu', '', 'all of cn=subschema', 'all of cn=schema']);
    expect(first.asked).toEqual([...first.inOnePiece, names.oxTrustDn]);
    expect(first.wheres).toHaveLength(1);
  });

  test.each<[string, Entries, number]>([
    [
      'another appliance',
      { [others.applianceDn]: appliance, [others.oxTrustDn]: conf({ applianceInum: others.applianceInum }) },
      2,
    ],
    ['another vendor’s guard', { '': { ...dse, supportedControl: '1' } }, 2],
    ['another version', schema('2', { objectClasses: "( 1.2.3 NAME 'oxCacheEntity' )" }), 2],
    ['another version by an attribute alone', schema('2', { attributeTypes: "( 1.2.4 NAME 'oxUidIDP' )" }), 2],
    ['a schema that was changed in nothing that matters', schema('2'), 1],
  ])('is found again and read again where it has %s by now', async (_what, changes, times) => {
    const seen = await seenIn(known);
    const { [names.applianceDn]: _gone, [names.oxTrustDn]: _oxtrust, ...without } = known;
    const now = changes[others.applianceDn] ? { ...without, ...changes } : { ...known, ...changes };
    const again = await lookAgain(now, seen);
    const { tree, read } = again;
    const fresh = await lookAgain(now);
    expect([tree, read, again.schema.version]).toEqual([fresh.tree, fresh.read, fresh.schema.version]);
    expect(again.wheres).toHaveLength(times);
  });

  test('is not believed to be there still', async () => {
    const seen = await seenIn(known);
    const { [names.applianceDn]: _, ...without } = known;
    await expect(lookAgain(without, seen)).rejects.toMatchObject({ code: 'gluu.noTree' });
    await expect(
      lookAgain({ ...known, [others.applianceDn]: appliance, [others.oxTrustDn]: conf(own) }, seen),
    ).resolves.toMatchObject({ tree: { configDn: names.applianceDn } });
    const both = { [others.applianceDn]: appliance, [others.oxTrustDn]: conf({ applianceInum: others.applianceInum }) };
    await expect(lookAgain({ ...known, ...both }, seen)).rejects.toMatchObject({ code: 'gluu.severalAppliances' });
  });

  test('has its schema read as a whole where that named nothing', async () => {
    const nameless = { ...known, ...schema('1', { objectClasses: '( 1.2.3 )' }) };
    const seen = await seenIn(nameless);
    expect(seen.schema).not.toHaveProperty('changed');
    const again = await lookAgain(nameless, seen);
    expect(again.asked).toContain('all of cn=Subschema');
  });

  test.each<[string, Partial<TreeSeen['schema']>, Entries]>([
    ['that was read more than five minutes ago', { readAt: Date.now() - 301_000 }, {}],
    ['that was read later than now', { readAt: Date.now() + 3_600_000 }, {}],
    ['of another vendor', { vendor: 'Other' }, {}],
    ['at another place', { dn: 'cn=elsewhere' }, {}],
    ['that does not say when it was changed', { changed: undefined as never }, schema([] as never)],
  ])('has its schema read as a whole: one %s', async (_what, change, entries) => {
    const { where, schema } = await seenIn({ ...known, ...entries });
    const version = { least: '2.4', most: '2.4.4', because: [] };
    const again = await lookAgain({ ...known, ...entries }, { where, schema: { ...schema, version, ...change } });
    expect(again.tree.version.least).toBe('3.1.6');
    expect(again.asked.filter((dn) => dn === 'all of cn=Subschema')).toHaveLength(1);
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

  test.each([
    version('2.4', '2.4.4'),
    version('3.0.0', '3.0.3'),
    version('3.1.1'),
    version('3.1.2', '3.1.9'),
    version('4.0', '4.0.1'),
    version('4.5.6', '4.*'),
  ])('%j', (facts) => {
    expect(() => requireServed(facts, 'settings')).not.toThrow();
  });

  test.each([
    [version('3.1.1', '3.1.2'), '3.1.1 to 3.1.2'],
    [version('3.1.9', '4.0'), '3.1.9 to 4.0'],
    [version('4.0', '4.*'), '4.0 and later'],
    [version('5.0'), '5.0'],
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
