import { beforeEach, describe, expect, test } from 'vitest';
import { Directory, type Scope } from '../../../../src-main/demo/directory';
import type { Change } from '../../../../src-main/demo/entry';
import type { Filter } from '../../../../src-main/demo/filter';
import { gluuSchema } from '../../../../src-main/demo/gluu-schema';
import { LdapRefusal, ResultCode } from '../../../../src-main/demo/ldap-codes';
import type { Viewer } from '../../../../src-main/demo/viewer';

const theManager: Viewer = { isManager: true };
const manager = 'cn=directory manager,o=gluu';
const ada = 'inum=ada,ou=people,o=gluu';
const everything: Filter = { kind: 'present', attribute: 'objectClass' };

let directory: Directory;
beforeEach(() => {
  directory = new Directory({
    suffixes: ['o=gluu'],
    managerDn: manager,
    managerPassword: 'manager password',
    schema: gluuSchema('3.1.2'),
    unique: { objectClass: 'gluuPerson', attributes: ['uid', 'mail'] },
    // A clock that stands still: what must differ has to differ all the same.
    now: () => Date.UTC(2018, 0, 17, 12),
  });
  directory.load('o=gluu', { objectClass: ['top', 'organization'], o: 'gluu' });
  directory.load('ou=People,o=gluu', { objectClass: ['top', 'organizationalUnit'], ou: 'People' });
  directory.load(ada, {
    objectClass: ['top', 'gluuPerson'],
    inum: 'ada',
    uid: 'ada',
    mail: 'ada@demo.example',
    displayName: 'Ada Novak',
    description: '{"password":"AbC="}',
    userPassword: 'her password',
  });
});

const change = (kind: Change['kind'], attribute: string, ...texts: string[]): Change => ({
  kind,
  attribute,
  values: texts.map((text) => Buffer.from(text)),
});
const attribute = (name: string, ...texts: string[]) => ({ name, values: texts.map((text) => Buffer.from(text)) });
const modify = (dn: string, ...changes: Change[]) => directory.modify(dn, changes, manager);
const texts = (dn: string, name: string) => {
  const entry = directory.read(dn);
  const found = entry.attributes.get(name.toLowerCase()) ?? entry.operational.get(name.toLowerCase());
  return found?.values.map((value) => value.toString()) ?? [];
};
const search = (base: string, scope: Scope, filter: Filter = everything) =>
  directory.search(base, scope, filter, theManager).map(({ dn }) => dn);

/** The result code with which the work is refused; 0 if it is not. */
function codeOf(work: () => unknown): number {
  try {
    work();
    return ResultCode.success;
  } catch (error) {
    if (error instanceof LdapRefusal) return error.code;
    throw error;
  }
}

describe('reading', () => {
  test('finds an entry by any spelling of its DN and keeps the first spelling of names', () => {
    expect(directory.read(' INUM=Ada , OU=people,O=GLUU').dn).toBe('inum=ada,ou=People,o=gluu');
    expect([...directory.read(ada).attributes.values()].map(({ name }) => name)).toContain('displayName');
  });

  test('says of a missing entry which ancestor exists', () => {
    expect(() => directory.read('inum=x,ou=none,ou=people,o=gluu')).toThrow(
      expect.objectContaining({ code: ResultCode.noSuchObject, matchedDn: 'ou=People,o=gluu' }),
    );
  });

  test.each<[Scope, string[]]>([
    ['base', ['o=gluu']],
    ['one', ['ou=People,o=gluu']],
    ['sub', ['o=gluu', 'ou=People,o=gluu', 'inum=ada,ou=People,o=gluu']],
  ])('searches scope %s', (scope, expected) => {
    expect(search('o=gluu', scope)).toEqual(expected);
  });

  test('has a root DSE and a subschema entry below which there is nothing', () => {
    expect(texts('', 'supportedControl')).toContain('1.3.6.1.1.12');
    expect(texts('', 'subschemaSubentry')).toEqual(['cn=Subschema']);
    expect(texts('cn=subschema', 'attributeTypes').join()).toContain("'oxSmtpConfiguration'");
    expect(codeOf(() => search('', 'sub'))).toBe(ResultCode.noSuchObject);
    expect(codeOf(() => search('cn=Subschema', 'one'))).toBe(ResultCode.noSuchObject);
  });
});

describe('adding', () => {
  const bruno = 'inum=bruno,ou=people,o=gluu';
  const person = [attribute('objectClass', 'top', 'gluuPerson'), attribute('inum', 'bruno')];
  const add = (dn: string, ...attributes: ReturnType<typeof attribute>[]) =>
    codeOf(() => directory.add(dn, attributes, manager));

  test('adds the values its RDN names where they are missing', () => {
    expect(add(bruno, attribute('objectClass', 'top', 'gluuPerson'))).toBe(0);
    expect(texts(bruno, 'inum')).toEqual(['bruno']);
  });

  test.each<[string, string, ReturnType<typeof attribute>[], number]>([
    ['an entry that exists', ada, [...person], ResultCode.entryAlreadyExists],
    ['an entry without a parent', 'inum=x,ou=none,o=gluu', [...person], ResultCode.noSuchObject],
    ['an entry outside the tree', 'o=other', [attribute('objectClass', 'organization')], ResultCode.unwillingToPerform],
    ['an entry under the root DSE', 'cn=x', [attribute('objectClass', 'top')], ResultCode.unwillingToPerform],
    ['an entry without a class', bruno, [attribute('inum', 'bruno')], ResultCode.objectClassViolation],
    ['an unknown class', bruno, [attribute('objectClass', 'nonsense')], ResultCode.invalidAttributeSyntax],
    ['an unknown attribute', bruno, [...person, attribute('foo', 'x')], ResultCode.undefinedAttributeType],
    ['an empty value', bruno, [...person, attribute('displayName', '')], ResultCode.invalidAttributeSyntax],
    ['an attribute without values', bruno, [...person, attribute('displayName')], ResultCode.protocolError],
    ['a value twice', bruno, [...person, attribute('displayName', 'b', 'B')], ResultCode.attributeOrValueExists],
    ['an operational attribute', bruno, [...person, attribute('entryCSN', 'x')], ResultCode.constraintViolation],
    [
      "somebody's mail address",
      bruno,
      [...person, attribute('mail', 'ADA@demo.example')],
      ResultCode.constraintViolation,
    ],
    ['no DN', 'nonsense', [...person], ResultCode.invalidDnSyntax],
  ])('refuses %s', (_, dn, attributes, code) => {
    expect(add(dn, ...attributes)).toBe(code);
    expect(search('o=gluu', 'sub')).toHaveLength(3);
  });

  test('lets load past the uniqueness rule, as slapadd does', () => {
    directory.load(bruno, { objectClass: 'gluuPerson', mail: 'ada@demo.example' });
    expect(
      search('o=gluu', 'sub', { kind: 'equality', attribute: 'mail', value: Buffer.from('ada@demo.example') }),
    ).toHaveLength(2);
    expect(codeOf(() => modify(bruno, change('replace', 'displayName', 'B')))).toBe(0);
    expect(codeOf(() => modify(bruno, change('replace', 'mail', 'ada@demo.example')))).toBe(
      ResultCode.constraintViolation,
    );
  });
});

describe('modifying', () => {
  test('replaces, adds and deletes values and attributes', () => {
    modify(
      ada,
      change('replace', 'displayName', 'Ada'),
      change('add', 'title', 'one', 'two'),
      change('delete', 'title', 'ONE'),
      change('delete', 'description'),
      change('replace', 'gluuStatus'),
    );
    expect(texts(ada, 'displayName')).toEqual(['Ada']);
    expect(texts(ada, 'title')).toEqual(['two']);
    expect(texts(ada, 'description')).toEqual([]);
  });

  test.each<[string, string, Change, number]>([
    ['an attribute that is not there', ada, change('delete', 'title'), ResultCode.noSuchAttribute],
    ['a value that is not there', ada, change('delete', 'displayName', 'nobody'), ResultCode.noSuchAttribute],
    ['a value that is there', ada, change('add', 'uid', 'ADA'), ResultCode.attributeOrValueExists],
    ['a value twice', ada, change('replace', 'title', 'a', 'A'), ResultCode.attributeOrValueExists],
    ['no value to add', ada, change('add', 'title'), ResultCode.protocolError],
    ['an empty value', ada, change('replace', 'displayName', ''), ResultCode.invalidAttributeSyntax],
    ['an unknown attribute', ada, change('replace', 'foo', 'x'), ResultCode.undefinedAttributeType],
    ['an unknown attribute to delete', ada, change('delete', 'foo'), ResultCode.undefinedAttributeType],
    ['a value against the syntax', ada, change('replace', 'memberOf', 'nonsense'), ResultCode.invalidAttributeSyntax],
    ['its naming value', ada, change('delete', 'inum', 'ada'), ResultCode.namingViolation],
    ['its naming value by another', ada, change('replace', 'inum', 'other'), ResultCode.namingViolation],
    ['its object classes', ada, change('delete', 'objectClass'), ResultCode.objectClassViolation],
    [
      'an operational attribute',
      ada,
      change('replace', 'modifyTimestamp', '20200101000000Z'),
      ResultCode.constraintViolation,
    ],
    ['a missing entry', 'inum=x,o=gluu', change('replace', 'title', 'x'), ResultCode.noSuchObject],
    ['an entry outside the tree', 'o=other', change('replace', 'title', 'x'), ResultCode.unwillingToPerform],
    ['the root DSE', '', change('replace', 'title', 'x'), ResultCode.unwillingToPerform],
    ['the schema', 'cn=Subschema', change('replace', 'title', 'x'), ResultCode.unwillingToPerform],
  ])('refuses to change %s', (_, dn, wrong, code) => {
    const before = [texts(ada, 'displayName'), texts(ada, 'entryCSN')];
    const alsoWanted = change('replace', 'displayName', 'must not happen');
    expect(codeOf(() => modify(dn, alsoWanted, wrong))).toBe(code);
    // All or nothing (RFC 4511 section 4.6).
    expect([texts(ada, 'displayName'), texts(ada, 'entryCSN')]).toEqual(before);
  });

  test('deletes a value that differs only in case: the trap of caseIgnoreMatch', () => {
    modify(ada, change('delete', 'description', '{"PASSWORD":"abc="}'));
    expect(texts(ada, 'description')).toEqual([]);
  });

  test('does not keep the bytes it was given', () => {
    const value = Buffer.from('before');
    modify(ada, { kind: 'replace', attribute: 'title', values: [value] });
    value.write('after!');
    expect(texts(ada, 'title')).toEqual(['before']);
  });

  test('gives a new entryCSN and modifiersName with each change, the same entryUUID and createTimestamp', () => {
    const before = ['entryCSN', 'entryUUID', 'createTimestamp'].map((name) => texts(ada, name)[0]);
    directory.modify(ada, [change('replace', 'title', 'x')], 'inum=other,o=gluu');
    const after = ['entryCSN', 'entryUUID', 'createTimestamp'].map((name) => texts(ada, name)[0]);
    expect(before[0]).toMatch(/^20180117120000\.000000Z#[0-9a-f]{6}#000#000000$/);
    expect(after[0]).not.toBe(before[0]);
    expect(after.slice(1)).toEqual(before.slice(1));
    expect(texts(ada, 'modifiersName')).toEqual(['inum=other,o=gluu']);
  });
});

describe('removing', () => {
  test('takes leaves only and keeps hasSubordinates true', () => {
    expect(codeOf(() => directory.remove('ou=people,o=gluu'))).toBe(ResultCode.notAllowedOnNonLeaf);
    expect(texts('ou=people,o=gluu', 'hasSubordinates')).toEqual(['TRUE']);
    directory.remove(ada);
    expect(texts('ou=people,o=gluu', 'hasSubordinates')).toEqual(['FALSE']);
    expect(codeOf(() => directory.remove(ada))).toBe(ResultCode.noSuchObject);
    expect(codeOf(() => directory.remove('ou=people,o=gluu'))).toBe(0);
  });

  test.each(['', 'cn=Subschema', 'o=other'])('leaves %j alone', (dn) => {
    expect(codeOf(() => directory.remove(dn))).toBe(ResultCode.unwillingToPerform);
  });
});

describe('passwords', () => {
  const authenticates = (dn: string, password: string) => directory.authenticates(dn, Buffer.from(password));

  test('open the manager and people, by any spelling of the DN', () => {
    expect(authenticates('CN=Directory Manager, O=gluu', 'manager password')).toBe(true);
    expect(authenticates('INUM=ADA,ou=people,o=gluu', 'her password')).toBe(true);
    expect(authenticates(ada, 'Her Password')).toBe(false);
    expect(authenticates(manager, 'her password')).toBe(false);
    expect(authenticates('inum=nobody,o=gluu', 'x')).toBe(false);
    expect(authenticates('ou=people,o=gluu', 'x')).toBe(false);
  });

  test('are never kept in clear text, loaded or written', () => {
    expect(texts(ada, 'userPassword')[0]).toMatch(/^\{SSHA512\}/);
    modify(ada, change('replace', 'userPassword', 'a new one'));
    expect(texts(ada, 'userPassword')[0]).toMatch(/^\{SSHA512\}/);
    expect(authenticates(ada, 'a new one')).toBe(true);
    expect(authenticates(ada, 'her password')).toBe(false);
  });

  test('are seen by their owner and the manager only, also in filters', () => {
    const filter: Filter = { kind: 'present', attribute: 'userPassword' };
    const seenBy = (key: string) => directory.search('o=gluu', 'sub', filter, { key, isManager: false }).length;
    expect(seenBy('inum=ada,ou=people,o=gluu')).toBe(1);
    expect(seenBy('inum=other,ou=people,o=gluu')).toBe(0);
    expect(search('o=gluu', 'sub', filter)).toHaveLength(1);
  });
});
