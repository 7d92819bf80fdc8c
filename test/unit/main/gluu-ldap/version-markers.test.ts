import { describe, expect, test } from 'vitest';
import { allows, namesIn, versionOf } from '../../../../src-main/gluu-ldap/version-markers';
import { inEnglish } from '../../../support/english';
import { gluuSchema } from '../../../support/gluu-schema';
import { type GluuVersion, gluuVersions } from '../../../support/gluu-version';

/** The definitions of a slapd schema file, one string each, as a subschema entry has them. */
const definitions = (version: GluuVersion, keyword: 'attributetype' | 'objectclass') =>
  gluuSchema(version)
    .replaceAll(/\n[ \t]+/g, ' ')
    .split('\n')
    .filter((line) => line.startsWith(`${keyword} `));

const schemaOf = (version: GluuVersion) => ({
  attributes: namesIn(definitions(version, 'attributetype')),
  classes: namesIn(definitions(version, 'objectclass')),
});

const spans: Record<GluuVersion, [least: string, most: string]> = {
  '2.4.4': ['2.4.4', '2.4.4'],
  '3.0.0': ['3.0.0', '3.0.3'],
  '3.0.2': ['3.0.0', '3.0.3'],
  '3.1.0': ['3.1.0', '3.1.0'],
  '3.1.1': ['3.1.1', '3.1.1'],
  '3.1.2': ['3.1.2', '3.1.2'],
  '3.1.3': ['3.1.3', '3.1.3'],
  '3.1.4': ['3.1.4', '3.1.4'],
  '3.1.5': ['3.1.5', '3.1.5'],
  '3.1.6': ['3.1.6', '3.1.9'],
  '3.1.7': ['3.1.6', '3.1.9'],
  '3.1.8': ['3.1.6', '3.1.9'],
  '3.1.9': ['3.1.6', '3.1.9'],
  '4.0': ['4.0', '4.0.1'],
  '4.0.1': ['4.0', '4.0.1'],
  '4.1.0': ['4.1.0', '4.1.0'],
  '4.1.1': ['4.1.1', '4.1.3'],
  '4.2.0': ['4.2.0', '4.2.1'],
  '4.2.1': ['4.2.0', '4.2.1'],
  '4.2.2': ['4.2.2', '4.2.2'],
  '4.2.3': ['4.2.3', '4.2.3'],
  '4.3.0': ['4.3.0', '4.3.2'],
  '4.4.0': ['4.4.0', '4.4.0'],
  '4.4.1': ['4.4.1', '4.4.2'],
  '4.5.0': ['4.5.0', '4.5.2'],
  '4.5.3': ['4.5.3', '4.5.4'],
  '4.5.4': ['4.5.4', '4.5.4'],
  '4.5.5': ['4.5.5', '4.5.5'],
  '4.5.6': ['4.5.6', '4.*'],
};
const mapOf = (...names: string[]) => new Map(names.map((name) => [name.toLowerCase(), `( 1 NAME '${name}' )`]));

describe('the version by the schema', () => {
  test.each(gluuVersions)('%s', (version) => {
    const [least, most] = spans[version];
    expect(inEnglish(versionOf(schemaOf(version)))).toMatchObject({
      least,
      most,
      because: [expect.stringMatching(/^the schema has/)],
    });
  });

  test('is told by the newest marker, whatever else there is', () => {
    const schema = schemaOf('3.1.9');
    expect(
      inEnglish(versionOf({ ...schema, classes: new Map([...schema.classes, ...mapOf('gluuConfiguration')]) })),
    ).toEqual({
      least: '4.0',
      most: '4.0.1',
      because: ['the schema has gluuConfiguration'],
    });
  });

  test.each([
    ['4.1.0', '4.1.0', 'gluuOxtrustStat'],
    ['4.2.0', '4.2.1', 'cibaRequest'],
    ['4.2.2', '4.2.2', 'oxBiometricDevices'],
    ['4.2.3', '4.2.3', 'jansStatEntry'],
    ['4.3.0', '4.3.2', 'gluuConfigurationDnsServer'],
    ['4.4.0', '4.4.0', 'oxTrustedIdp'],
    ['4.4.1', '4.4.2', 'oxDocument'],
  ])('is %s to %s where the newest is %s', (least, most, newest) => {
    const all = mapOf('gluuConfiguration', 'oxFido2AuthenticationEntry', newest);
    const because = [`the schema has ${newest}`];
    expect(inEnglish(versionOf({ attributes: all, classes: all }))).toEqual({ least, most, because });
  });

  test('does not follow from a name that anybody may have added', () => {
    const own = (version: GluuVersion, more: ReturnType<typeof mapOf>, also = mapOf()) => {
      const { attributes, classes } = schemaOf(version);
      return versionOf({
        attributes: new Map([...attributes, ...more]),
        classes: new Map([...classes, ...also]),
      });
    };
    expect(own('4.0', mapOf('sid', 'pattern', 'document'))).toMatchObject({ least: '4.0', most: '4.0.1' });
    expect(own('4.2.0', mapOf('sid'))).toMatchObject({ least: '4.2.0', most: '4.2.1' });
    expect(own('3.1.2', mapOf('sid', 'county'))).toMatchObject({ least: '3.1.2', most: '3.1.2' });
    expect(own('3.1.4', mapOf(), mapOf('oxDocument'))).toMatchObject({ most: '3.1.4' });
    expect(own('4.2.3', mapOf('gluuConfErrors', 'gluuPrivateProperty'))).toMatchObject({ most: '4.2.3' });
    // Whoever has county of their own may have 4.5.4 all the same.
    expect(own('4.5.4', mapOf('county'))).toMatchObject({ least: '4.5.3', most: '4.5.4' });
  });

  test('does not follow from what a description says', () => {
    const { attributes, classes } = schemaOf('4.1.0');
    const boasting = "( 1 NAME 'pairwiseIdentifier' DESC 'MAY ( oxAuthUserId )' SUP top STRUCTURAL MAY oxGuid )";
    const stillOlder = new Map([...classes, ['pairwiseidentifier', boasting]]);
    expect(versionOf({ attributes, classes: stillOlder })).toMatchObject({ most: '4.1.0' });
    const hash =
      "( 1 NAME 'oxCodeChallengeHash' DESC 'SYNTAX 1.3.6.1.4.1.1466.115.121.1.15' SYNTAX 1.3.6.1.4.1.1466.115.121.1.27 )";
    const newer = schemaOf('4.4.1');
    expect(
      versionOf({ ...newer, attributes: new Map([...newer.attributes, ['oxcodechallengehash', hash]]) }),
    ).toMatchObject({ most: '4.4.2' });
  });

  test.each(['4.2.3', '4.3.0'] as const)('tells of %s whether a request may expire', (version) => {
    expect(allows(schemaOf(version).classes, 'gluuPasswordResetRequest', ['exp', 'del'])).toBe(version === '4.3.0');
  });

  test('names what it went by', () => {
    const because = (version: '3.1.2' | '3.1.5') => inEnglish(versionOf(schemaOf(version))).because;
    expect(because('3.1.2')).toEqual(['the schema has gluuSmtpServerTrust']);
    expect(because('3.1.5')).toEqual(['the schema has oxFido2AuthenticationEntry and oxUidIDP']);
  });

  test('is the oldest where the schema has no marker', () => {
    const foreign = { attributes: mapOf('cn'), classes: mapOf('top') };
    expect(versionOf(foreign)).toMatchObject({ least: '2.4', most: '2.4.4' });
  });

  test('is not known where the schema could not be read', () => {
    const because = ['its schema could not be read'];
    expect(inEnglish(versionOf({ attributes: new Map(), classes: new Map() }))).toEqual({
      least: '2.4',
      most: '4.*',
      because,
    });
  });
});

describe('names in definitions', () => {
  test.each([
    ["( 2.5.4.3 NAME 'CN' SUP name )", ['cn']],
    ["( 2.5.4.3 NAME ( 'cn' 'commonName' ) DESC 'x' )", ['cn', 'commonname']],
    ["( 1.2 NAME ('a' 'b') )", ['a', 'b']],
    ["( 1.2 name 'lower' )", ['lower']],
    ["( 1.2 DESC 'no name' )", []],
    ['', []],
    ["( 1.2 NAME '' )", []],
    ['( 1.2 NAME ( ) )', []],
  ])('%s', (definition, names) => {
    expect([...namesIn([definition]).keys()]).toEqual(names);
  });

  test('end for hostile definitions', () => {
    const hostile = [
      `( 1.2 NAME ( ${"'a' ".repeat(200_000)}`,
      `( 1.2 NAME '${'x'.repeat(1_000_000)}`,
      'NAME '.repeat(200_000),
      'NAME ('.repeat(1_300_000),
    ];
    expect(namesIn(hostile).size).toBe(0);
    for (const text of [
      ...hostile,
      `MAY ( ${'a $ '.repeat(500_000)}`,
      'MAY ('.repeat(1_000_000),
      "'".repeat(1_000_001),
    ])
      expect(allows(new Map([['x', text]]), 'x', ['exp'])).toBe(false);
    expect(namesIn(["( 1 NAME '__proto__' )"]).has('__proto__')).toBe(true);
  });
});
