import { describe, expect, test } from 'vitest';
import {
  kindOfText,
  readCertificate,
  readLdapProperties,
  readPersistence,
  readSalt,
} from '../../../../src-main/discovery/gluu-texts';
import { expiredSelfSigned } from '../../../support/certificates';

const ldap = (text: string) => readLdapProperties(text);

describe('LDAP properties', () => {
  test('give address, bind DN, encryption and certificate', () => {
    expect(
      ldap(`bindDN: cn=directory manager,o=gluu
bindPassword: gl0g4Ch2tkU=
servers: localhost:1636
useSSL: true
ssl.trustStoreFile: /etc/certs/openldap.pkcs12
oxtrust_ConfigurationEntryDN: ou=oxtrust,ou=configuration,inum=@!7F3A.91C2!0002!A65D.13F9,ou=appliances,o=gluu`),
    ).toEqual({
      servers: [{ host: 'localhost', port: 1636 }],
      unusable: [],
      bindDn: 'cn=directory manager,o=gluu',
      bindPassword: 'gl0g4Ch2tkU=',
      useSsl: true,
      certificate: 'etc/certs/openldap.crt',
      applianceInum: '@!7F3A.91C2!0002!A65D.13F9',
      twice: [],
    });
  });

  test.each<[string, unknown]>([
    [
      'servers: a.example.org:1636, b.example.org:1637',
      [
        ['a.example.org', 1636],
        ['b.example.org', 1637],
      ],
    ],
    ['servers: [2001:db8::1]:1636', [['2001:db8::1', 1636]]],
    ['servers: localhost', [['localhost', 636]]],
    ['useSSL: false\nservers: localhost', [['localhost', 389]]],
    ['servers: localhost\\:1636,', [['localhost', 1636]]],
    ['servers:', []],
    ['servers: localhost:0', []],
    ['servers: localhost:65536', []],
    ['servers: localhost:16360000', []],
    ['servers: http://localhost:1636', []],
    ['servers: a b:1636', []],
    ['servers: ../../etc:1636', []],
    [`servers: ${'a,'.repeat(50_000)}`, Array(20).fill(['a', 636])],
  ])('%s', (text, servers) => {
    expect(ldap(text).servers.map(({ host, port }) => [host, port])).toEqual(servers);
  });

  test('say which addresses cannot be used, safe to show', () => {
    expect(ldap('servers: localhost:1636,evil\\u202e.example.org:1').unusable).toEqual(['evil\\u{202e}.example.org:1']);
  });

  test('take the first of two values, as Gluu does, and say so', () => {
    expect(ldap('bindDN=cn=one,o=gluu\nbindDN=cn=two,o=gluu')).toMatchObject({
      bindDn: 'cn=one,o=gluu',
      twice: ['bindDN'],
    });
    expect(ldap('useSSL=true\nuseSSL=true').twice).toEqual([]);
  });

  test.each(['not a dn', 'cn=a\\u202eb', ''])('have no bind DN in "%s"', (dn) => {
    expect(ldap(`bindDN=${dn}`)).not.toHaveProperty('bindDn');
  });

  test.each(['/etc/certs/../../root/.ssh/id.pkcs12', '/root/x.pkcs12', 'opendj.pkcs12', '/etc/certs/a/b.pkcs12'])(
    'do not lead to a certificate at %s',
    (file) => {
      expect(ldap(`ssl.trustStoreFile=${file}`)).not.toHaveProperty('certificate');
    },
  );

  test.each(['true', 'TRUE', '', 'maybe'])('without a plain no mean TLS: useSSL "%s"', (value) => {
    expect(ldap(`useSSL=${value}`).useSsl).toBe(true);
  });
});

describe('a salt', () => {
  test.each<[string, string | undefined]>([
    ['encodeSalt = abcdefghijklMNOPQRST0123\n\n', 'abcdefghijklMNOPQRST0123'],
    ['encodeSalt=abcdefghijklMNOPQRST0123', 'abcdefghijklMNOPQRST0123'],
    ['encodeSalt: abcdefghijklMNOPQRST0123  ', 'abcdefghijklMNOPQRST0123'],
    ['# of 2018\nencodeSalt = abcdefghijklMNOPQRST0123', 'abcdefghijklMNOPQRST0123'],
    ['  abcdefghijklMNOPQRST0123\n', 'abcdefghijklMNOPQRST0123'],
    ['encodeSalt = short', undefined],
    ['encodeSalt =', undefined],
    [`encodeSalt = ${'x'.repeat(2000)}`, undefined],
    ['neither is a salt', undefined],
    ['', undefined],
  ])('in %j', (text, salt) => {
    expect(readSalt(text)).toBe(salt);
  });
});

describe('gluu.properties', () => {
  test.each<[string, string | undefined]>([
    ['persistence.type=ldap', 'ldap'],
    ['persistence.type = Couchbase', 'couchbase'],
    ['persistence.type=', undefined],
    ['certsDir=/etc/certs', undefined],
  ])('%s', (text, type) => {
    expect(readPersistence(text)).toBe(type);
  });
});

describe('a certificate', () => {
  test('is described with its fingerprint, also when it ended long ago', async () => {
    const { cert, sha256 } = await expiredSelfSigned();
    const facts = readCertificate(`Bag Attributes\n${cert}\n${cert}`);
    expect(facts).toMatchObject({ sha256, selfSigned: true });
    expect(facts?.subject).toContain('CN=localhost');
  });

  test.each([
    '',
    '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----',
    '-----BEGIN CERTIFICATE-----',
    '-----BEGIN CERTIFICATE-----'.repeat(9000),
    `-----BEGIN CERTIFICATE-----${'A'.repeat(200_000)}`,
  ])('is not seen in anything else (%#)', (text) => {
    expect(readCertificate(text)).toBeUndefined();
  });
});

describe('what a text is', () => {
  test.each<[string, string | undefined]>([
    ['bindDN: cn=a\nservers: b', 'ldap'],
    ['servers=b', 'ldap'],
    ['encodeSalt = abcdefghijklMNOPQRST0123', 'salt'],
    ['encodeSalt = x', 'salt'],
    ['abcdefghijklMNOPQRST0123', 'salt'],
    ['persistence.type=sql', 'gluu'],
    ['-----BEGIN CERTIFICATE-----\nAAAA', 'certificate'],
    ['Dear colleague, here is the file', undefined],
    ['', undefined],
  ])('%j', (text, kind) => {
    expect(kindOfText(text)).toBe(kind);
  });
});
