import { Attribute, Change, Client, EqualityFilter } from 'ldapts';
import { beforeEach, describe, expect, test } from 'vitest';
import { Assertion, changeOf } from './assertion';
import { meadowNames } from './meadow';
import { client, code, login, meadow, read, startMeadowForEach } from './meadow-client';

const { ada, appliance, bruno, people } = meadowNames;

startMeadowForEach();

describe('before a bind', () => {
  test('shows the root DSE and nothing else', async () => {
    const root = await read('', '+', 'objectClass');
    expect(root).toMatchObject({
      objectClass: ['top', 'OpenLDAProotDSE'],
      namingContexts: ['o=gluu', 'o=site'],
      supportedLDAPVersion: '3',
      supportedControl: expect.arrayContaining(['1.3.6.1.1.12', '1.2.840.113556.1.4.319']),
      supportedExtension: expect.arrayContaining(['1.3.6.1.4.1.4203.1.11.3', '1.3.6.1.4.1.1466.20037']),
    });
    await expect(read('o=gluu')).rejects.toEqual(code(50));
    await expect(read('cn=Subschema')).rejects.toEqual(code(50));
    await expect(client.search('', { scope: 'sub' })).rejects.toEqual(code(50));
    await expect(client.compare('o=gluu', 'o', 'gluu')).rejects.toEqual(code(50));
    await expect(client.modify(ada, changeOf('replace', 'title', 'x'))).rejects.toEqual(code(8));
    await expect(client.add('ou=x,o=gluu', { ou: 'x' })).rejects.toEqual(code(8));
    await expect(client.del(ada)).rejects.toEqual(code(8));
  });

  test.each<[string, string, string, number]>([
    ['a wrong password', 'cn=directory manager,o=gluu', 'wrong', 49],
    ['a DN without a password', 'cn=directory manager,o=gluu', '', 53],
    ['a password without a DN', '', 'x', 49],
    ['an unknown DN', 'cn=nobody,o=gluu', 'x', 49],
    ['no DN', 'nonsense', 'x', 34],
  ])('refuses %s', async (_, dn, password, expected) => {
    await expect(client.bind(dn, password)).rejects.toEqual(code(expected));
  });

  test('takes an anonymous bind for what it is', async () => {
    await client.bind('', '');
    expect((await client.exop('1.3.6.1.4.1.4203.1.11.3')).value ?? '').toBe('');
  });

  test('forgets a login when the next bind fails', async () => {
    await login();
    await expect(client.bind(meadow.managerDn, 'wrong')).rejects.toEqual(code(49));
    await expect(read('o=gluu')).rejects.toEqual(code(50));
  });

  test('does not do SASL', async () => {
    await expect(client.bind('PLAIN', 'x')).rejects.toEqual(code(7));
  });
});

describe('as the manager', () => {
  beforeEach(login);

  test('says who it is', async () => {
    expect((await client.exop('1.3.6.1.4.1.4203.1.11.3')).value).toBe(`dn:${meadow.managerDn}`);
    await expect(client.exop('1.2.3.4')).rejects.toEqual(code(2));
  });

  test('returns user attributes by default, operational ones when asked', async () => {
    expect(Object.keys((await read(ada)) ?? {})).not.toContain('entryCSN');
    const operational = await read(ada, '+');
    expect(operational).toMatchObject({
      entryDN: ada,
      entryUUID: expect.stringMatching(/^[0-9a-f-]{36}$/),
      entryCSN: expect.stringMatching(/^\d{14}\.\d{6}Z#[0-9a-f]{6}#000#[0-9a-f]{6}$/),
      createTimestamp: expect.stringMatching(/^\d{14}Z$/),
      modifyTimestamp: expect.stringMatching(/^\d{14}Z$/),
      modifiersName: meadow.managerDn,
    });
    expect(Object.keys(operational ?? {})).not.toContain('mail');
    expect(await read(ada, 'MAIL', 'entrycsn')).toMatchObject({
      mail: 'ada.novak@demo.example',
      entryCSN: expect.any(String),
    });
    // ldapts gives an empty list for whatever was asked for and did not come.
    expect(await read(ada, '1.1')).toEqual({ dn: ada, '1.1': [] });
  });

  test('publishes the schema by which versions are told apart', async () => {
    const schema = await read('cn=Subschema', 'attributeTypes', 'objectClasses');
    expect(String(schema?.attributeTypes)).toContain("NAME 'gluuSmtpServerTrust'");
    expect(String(schema?.attributeTypes)).not.toContain("NAME 'oxScriptError'");
    expect(Object.keys((await read('cn=Subschema')) ?? {})).not.toContain('attributeTypes');
  });

  test.each<[string, string[]]>([
    ['(mail=ADA.NOVAK@demo.example)', ['ada']],
    ['(&(objectClass=gluuPerson)(|(uid=ada)(uid=bruno)))', ['ada', 'bruno']],
    ['(&(objectClass=gluuPerson)(!(gluuStatus=active)))', ['dana']],
    ['(cn=*a*nov*k)', ['ada']],
    ['(uid:caseExactMatch:=Ada)', []],
    ['(uid:caseExactMatch:=ada)', ['ada']],
    ['(&(uid=*)(uid<=bruno))', ['admin', 'ada', 'bruno']],
    ['(&(objectClass=gluuPerson)(!(mail=*)))', ['fatima']],
    ['(noSuchAttribute=x)', []],
    ['(!(noSuchAttribute=x))', []],
  ])('finds %s', async (filter, uids) => {
    const { searchEntries } = await client.search(people, { scope: 'one', filter, attributes: ['uid'] });
    expect(searchEntries.map(({ uid }) => uid).sort()).toEqual([...uids].sort());
  });

  test('pages through everything once, whatever the page size', async () => {
    for (const pageSize of [1, 5, 13, 100]) {
      const found: unknown[] = [];
      for await (const page of client.searchPaginated(people, {
        scope: 'one',
        paged: { pageSize },
        attributes: ['uid'],
      })) {
        expect(page.searchEntries.length).toBeLessThanOrEqual(pageSize);
        found.push(...page.searchEntries.map(({ uid }) => uid));
      }
      expect(new Set(found).size).toBe(13);
      expect(found).toHaveLength(13);
    }
  });

  test('loses and repeats nothing if entries go and come between pages', async () => {
    const pages = client.searchPaginated(people, { scope: 'one', paged: { pageSize: 5 }, attributes: ['uid'] });
    const found: unknown[] = [];
    let first = true;
    for await (const { searchEntries } of pages) {
      found.push(...searchEntries.map(({ uid }) => uid));
      if (!first) continue;
      first = false;
      await client.del(ada);
      await client.add(`inum=new,${people}`, { objectClass: ['top', 'gluuPerson'], inum: 'new', uid: 'new' });
    }
    expect(found).toHaveLength(14);
    expect(new Set(found).size).toBe(14);
  });

  test('sends what fits the size limit', async () => {
    // ldapts takes sizeLimitExceeded for success.
    const { searchEntries } = await client.search(people, { scope: 'one', sizeLimit: 3 });
    expect(searchEntries).toHaveLength(3);
  });

  test('leaves values out on request', async () => {
    const { searchEntries } = await client.search(ada, {
      scope: 'base',
      attributes: ['mail'],
      returnAttributeValues: false,
    });
    expect(searchEntries).toEqual([{ dn: ada, mail: [] }]);
  });

  test('keeps bytes that are no text', async () => {
    const bytes = Buffer.from([0xff, 0x00, 0xfe]);
    const modification = new Attribute({ type: 'userPassword', values: [Buffer.concat([Buffer.from('{X}'), bytes])] });
    await client.modify(ada, new Change({ operation: 'replace', modification }));
    const { searchEntries } = await client.search(ada, {
      scope: 'base',
      attributes: ['userPassword'],
      explicitBufferAttributes: ['userPassword'],
    });
    expect(searchEntries[0]?.userPassword).toEqual(Buffer.from([0x7b, 0x58, 0x7d, 0xff, 0x00, 0xfe]));
  });

  test('changes entries, all or nothing', async () => {
    await client.modify(appliance, [
      changeOf('replace', 'passwordResetAllowed', 'disabled'),
      changeOf('add', 'oxTrustEmail', 'a@b'),
    ]);
    expect(await read(appliance, 'passwordResetAllowed', 'oxTrustEmail')).toMatchObject({
      passwordResetAllowed: 'disabled',
      oxTrustEmail: 'a@b',
    });
    const half = [changeOf('replace', 'passwordResetAllowed', 'enabled'), changeOf('delete', 'gluuMaxLogSize', '999')];
    await expect(client.modify(appliance, half)).rejects.toEqual(code(16));
    expect(await read(appliance, 'passwordResetAllowed')).toMatchObject({ passwordResetAllowed: 'disabled' });
  });

  test('adds and deletes entries, leaves only', async () => {
    const dn = `oxGuid=x,ou=resetPasswordRequests,${appliance}`;
    await expect(client.add(dn, { objectClass: 'gluuPasswordResetRequest', oxGuid: 'x' })).rejects.toEqual(code(32));
    await client.add(`ou=resetPasswordRequests,${appliance}`, {
      objectClass: ['top', 'organizationalUnit'],
      ou: 'resetPasswordRequests',
    });
    await client.add(dn, {
      objectClass: ['top', 'gluuPasswordResetRequest'],
      oxGuid: 'x',
      personInum: 'y',
      creationDate: '20180117120000.123Z',
    });
    await expect(client.add(dn, { objectClass: 'gluuPasswordResetRequest' })).rejects.toEqual(code(68));
    await expect(client.del(`ou=resetPasswordRequests,${appliance}`)).rejects.toEqual(code(66));
    await client.del(dn);
    await client.del(`ou=resetPasswordRequests,${appliance}`);
    await expect(client.del(dn)).rejects.toEqual(code(32));
  });

  test('compares', async () => {
    expect(await client.compare(ada, 'uid', 'ADA')).toBe(true);
    expect(await client.compare(ada, 'uid', 'bruno')).toBe(false);
    await expect(client.compare(ada, 'title', 'x')).rejects.toEqual(code(16));
  });

  test('does not rename', async () => {
    await expect(client.modifyDN(ada, 'inum=other')).rejects.toEqual(code(53));
  });
});

describe('as a person', () => {
  test('reads everything but password hashes, and changes only themselves', async () => {
    meadow.directory.modify(
      ada,
      [{ kind: 'replace', attribute: 'userPassword', values: [Buffer.from('hers')] }],
      'cn=x',
    );
    await client.bind(ada.toUpperCase(), 'hers');
    expect(await read(appliance, 'gluuMaxLogSize')).toMatchObject({ gluuMaxLogSize: '200' });
    expect(await read(bruno, 'userPassword', 'uid')).toEqual({ dn: bruno, uid: 'bruno', userPassword: [] });
    const { searchEntries } = await client.search(people, { filter: '(userPassword=*)', attributes: ['1.1'] });
    expect(searchEntries.map(({ dn }) => dn)).toEqual([ada]);
    await client.modify(ada, changeOf('replace', 'title', 'x'));
    expect(await read(ada, 'modifiersName')).toMatchObject({ modifiersName: ada.toUpperCase() });
    await expect(client.modify(bruno, changeOf('replace', 'title', 'x'))).rejects.toEqual(code(50));
    await expect(client.modify(`inum=none,${people}`, changeOf('replace', 'title', 'x'))).rejects.toEqual(code(32));
    await expect(client.del(ada)).rejects.toEqual(code(50));
    await expect(client.add(`cn=x,${ada}`, { objectClass: 'top', cn: 'x' })).rejects.toEqual(code(50));
    const probe = new Assertion(new EqualityFilter({ attribute: 'userPassword', value: 'x' }));
    await expect(client.search(bruno, { scope: 'base' }, probe)).rejects.toEqual(code(122));
  });
});

describe('StartTLS', () => {
  test('secures a plain connection, once, and drops a login made before', async () => {
    const plain = new Client({ url: `ldap://localhost:${meadow.ldapPort}`, timeout: 10_000 });
    const tls = () => ({ ca: meadow.certificate.certificate, host: 'localhost', servername: 'localhost' });
    await plain.bind(meadow.managerDn, meadow.password);
    await plain.startTLS(tls());
    await expect(plain.search('o=gluu', { scope: 'base' })).rejects.toEqual(code(50));
    await plain.bind(meadow.managerDn, meadow.password);
    expect((await plain.search('o=gluu', { scope: 'base' })).searchEntries).toHaveLength(1);
    await expect(plain.exop('1.3.6.1.4.1.1466.20037')).rejects.toEqual(code(1));
    await plain.unbind();
  });

  test('is refused where there is TLS already', async () => {
    await expect(client.exop('1.3.6.1.4.1.1466.20037')).rejects.toEqual(code(1));
  });
});
