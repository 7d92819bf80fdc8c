import { expect, test } from 'vitest';
import { hostKey, hostName } from '../../../../src-main/net/host-name';

test.each([
  ['one name in several spellings', ['bank.example', 'BANK.example', 'bank.example.', 'ｂank.example']],
  ['a name of another script and its punycode', ['bücher.example', 'BÜCHER.example', 'xn--bcher-kva.example']],
  ['an IPv6 address, short and long', ['::1', '0:0:0:0:0:0:0:1', '0::1', '::0001', '[::1]', '::0.0.0.1']],
  ['letters in an IPv6 address', ['2001:db8::a', '2001:DB8::A', '2001:0db8:0:0::000a']],
  ['an IPv4 address that is written as IPv6', ['127.0.0.1', '::ffff:127.0.0.1', '::FFFF:7f00:1', '0::ffff:7f00:0001']],
  ['a link-local address with its interface', ['fe80::1%eth0', 'FE80:0::1%eth0']],
])('they are one host: %s', (_, spellings) => {
  expect(new Set(spellings.map(hostKey)).size).toBe(1);
});

test('what only begins alike stays apart, and is shown whole: an SSH host may have any name', () => {
  const hosts = [
    'acme',
    'acme/prod',
    'acme/test',
    'acme?',
    'acme#1',
    'acme\\x',
    'acme:1',
    'fe80::1%eth0',
    'fe80::1%eth1',
  ];
  expect(new Set(hosts.map(hostKey)).size).toBe(hosts.length);
  expect(hosts.map(hostName)).toEqual(hosts);
});
