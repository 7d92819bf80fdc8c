import { describe, expect, test } from 'vitest';
import { ResultCode } from '../../../../src-main/demo/ldap-codes';
import { Schema } from '../../../../src-main/demo/schema';

const syntax = '1.3.6.1.4.1.1466.115.121.1';
const schema = new Schema({
  attributeTypes: [
    `( 2.5.4.0 NAME 'objectClass' EQUALITY objectIdentifierMatch SYNTAX ${syntax}.38 )`,
    `( 2.5.4.3 NAME ( 'cn' 'commonName' ) DESC 'a SUP and EQUALITY of words' SUP name EQUALITY caseIgnoreMatch SYNTAX ${syntax}.15{32768} )`,
    `( 1 NAME 'flag' EQUALITY booleanMatch SYNTAX ${syntax}.7 )`,
    `( 2 NAME 'member' EQUALITY distinguishedNameMatch SYNTAX ${syntax}.12 )`,
    `( 3 NAME 'creationDate' EQUALITY generalizedTimeMatch SYNTAX ${syntax}.24 )`,
    `( 4 NAME 'count' EQUALITY integerMatch SYNTAX ${syntax}.27 )`,
    `( 6 NAME 'distinguishedName' EQUALITY distinguishedNameMatch SYNTAX ${syntax}.12 )`,
    "( 7 NAME 'owner' SUP distinguishedName )",
    "( 8 NAME 'circle' SUP circle )",
    `( 5 NAME 'oxTrustExternalId' EQUALITY caseExactMatch SYNTAX ${syntax}.15 )`,
  ],
  objectClasses: ["( 2.5.6.0 NAME 'top' ABSTRACT )", "( 9 NAME ( 'gluuPerson' 'person' ) SUP top )"],
});
const check =
  (attribute: string, ...texts: string[]) =>
  () =>
    schema.checkValues(
      attribute,
      texts.map((text) => Buffer.from(text)),
    );

describe('Schema', () => {
  test('stores an attribute under its first name, whatever it is called', () => {
    expect([schema.keyOf('CN'), schema.keyOf('commonname'), schema.keyOf('Member')]).toEqual(['cn', 'cn', 'member']);
  });

  test('takes the equality rule from the definition', () => {
    expect(schema.ruleOf('cn')).toBe('caseIgnoreMatch');
    expect(schema.ruleOf('CommonName;lang-de')).toBe('caseIgnoreMatch');
    expect(schema.ruleOf('oxTrustExternalId')).toBe('caseExactMatch');
    expect(schema.ruleOf('member')).toBe('distinguishedNameMatch');
    expect(schema.ruleOf('owner')).toBe('distinguishedNameMatch');
    expect(schema.ruleOf('circle')).toBe('caseIgnoreMatch');
    expect(schema.ruleOf('entryDN')).toBe('distinguishedNameMatch');
  });

  test.each([
    ['cn', 'anything'],
    ['cn;lang-de', 'anything'],
    ['objectClass', 'GLUUPERSON'],
    ['objectClass', 'person'],
    ['flag', 'TRUE'],
    ['member', 'cn=a,o=b'],
    ['creationDate', '20180117120000.123Z'],
    ['creationDate', '2018011712Z'],
    ['creationDate', '20180117120000+0100'],
    ['count', '-12'],
  ])('allows %s: %s', (attribute, text) => {
    expect(check(attribute, text)).not.toThrow();
  });

  test.each([
    ['cn', ''],
    ['objectClass', 'nonsense'],
    ['flag', 'true'],
    ['flag', 'enabled'],
    ['member', 'nonsense'],
    ['owner', 'nonsense'],
    ['creationDate', 'Wed Jan 17 12:00:00 UTC 2018'],
    ['creationDate', '20180117120000'],
    ['count', '1.5'],
  ])('refuses %s: %j with invalidAttributeSyntax', (attribute, text) => {
    expect(check(attribute, text)).toThrow(expect.objectContaining({ code: ResultCode.invalidAttributeSyntax }));
  });

  test('names the value that is wrong', () => {
    expect(check('cn', 'fine', '')).toThrow('cn: value #1 invalid per syntax');
  });

  test('refuses an attribute it does not know, also without values', () => {
    const undefinedType = expect.objectContaining({ code: ResultCode.undefinedAttributeType });
    expect(check('noSuchAttribute', 'x')).toThrow(undefinedType);
    expect(check('constructor')).toThrow(undefinedType);
  });

  test('allows everything where no schema is given', () => {
    expect(() => new Schema().checkValues('whatever', [Buffer.from('x')])).not.toThrow();
  });
});
