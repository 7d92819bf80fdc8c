import { describe, expect, test } from 'vitest';
import { nameHider, namesSaid } from '../../../../src-shared/report/hide-names';

const hider = (hosts: string[] = ['mail.example.org'], users: string[] = ['gluu@example.org']) =>
  nameHider({ hosts, users });
const hidden = (text: string, hosts?: string[], users?: string[]) => hider(hosts, users).hide(text);

describe('names in what others said', () => {
  test.each([
    ['mail.example.org:587 (192.0.2.7)', 'host-1:587 (host-2)'],
    ['MAIL.Example.ORG. is up', 'host-1. is up'],
    ['MAIL FROM:<gluu@example.org> SIZE=1', 'MAIL FROM:<user-1@domain-1> SIZE=1'],
    ['RCPT TO:<"a b"@other.example>', 'RCPT TO:<user-2@domain-2>'],
    ['<x@[192.0.2.9]>', '<user-2@[host-2]>'],
    ['user gluu unknown', 'user user-1 unknown'],
    ['at example.org', 'at domain-1'],
    ['EHLO [IPv6:2001:db8::1]', 'EHLO [IPv6:host-2]'],
    ['from fe80::1%eth0', 'from host-2%eth0'],
    ['bücher.example and xn--bcher-kva.example', 'host-2 and host-3'],
    ['1.2.0.192.in-addr.arpa', 'host-2'],
    ['ab:cd:192.0.2.7', 'ab:cd:host-2'],
    ['grüße@bücher.example', 'user-2@domain-2'],
    ['bounce+a=b.example@list.example', 'user-2@domain-2'],
    [`a@${'x'.repeat(80)}.example`, 'user-2@domain-2'],
    [`${'x'.repeat(80)}.example`, 'host-2'],
  ])('%s becomes %s', (text, expected) => expect(hidden(text)).toBe(expected));

  test.each([
    '550 5.7.1 refused at 12:30:45',
    'TLSv1.3, 2048 bits',
    'see oxtrust.log',
    'SHA-256 AA:BB:CC:DD:EE:FF:00:11:22:33',
    '250-8BITMIME',
    'e.g. this',
    '',
  ])('%s stays', (text) => expect(hidden(text)).toBe(text));

  test('are the same everywhere, in any letter case, and numbered by what is given first', () => {
    const { hide } = hider(['a.example'], ['x@b.example', 'y@b.example']);
    expect(hide('z@c.example')).toBe('user-3@domain-2');
    expect(hide('Y@B.EXAMPLE, x@b.example, Z@c.example')).toBe('user-2@domain-1, user-1@domain-1, user-3@domain-2');
    expect(hide('a.example b.example')).toBe('host-1 domain-1');
  });

  test('are found without a dot when they are known, though not in SMTP’s own words', () => {
    const { hide } = nameHider({ hosts: ['mail'], users: ['login'] });
    expect(hide('mail: Mail refuses login of Login')).toBe('host-1: host-1 refuses user-1 of user-1');
    expect(hide('MAIL FROM, AUTH LOGIN')).toBe('MAIL FROM, AUTH LOGIN');
    expect(hide('email logins')).toBe('email logins');
    expect(nameHider({ hosts: ['DATA'], users: ['LOGIN'] }).hide('LOGIN')).toBe('user-1');
    expect(nameHider({ hosts: ['DATA'], users: ['LOGIN'] }).hide('DATA')).toBe('host-1');
  });

  test('with signs of their own are taken literally', () => {
    expect(hidden('EXAMPLE\\jdoe (x)', [], ['EXAMPLE\\jdoe'])).toBe('user-1 (x)');
    expect(hidden('a.*b', [], ['.*'])).toBe('a.*b');
    expect(hidden('aXXb', [], ['a.*b'])).toBe('aXXb');
  });
});

test('in sentences of this console a user name is no bare word', () => {
  const { hideInOwn, hide } = hider();
  expect(hideInOwn('Gluu 3.1.2 cannot reach mail.example.org as gluu@example.org')).toBe(
    'Gluu 3.1.2 cannot reach host-1 as user-1@domain-1',
  );
  expect(hide('gluu')).toBe('user-1');
});

test('hosts that name themselves without a dot are found where RFC 5321 puts the name', () => {
  const lines = [
    'EHLO my-laptop',
    '220 zeus ESMTP ready',
    '250-hera Hello my-laptop [192.0.2.7]',
    '221 mx1 closing',
    '421 mx2 busy',
  ];
  expect(namesSaid(lines)).toEqual(['my-laptop', 'zeus', 'hera', 'mx1', 'mx2']);
  const others = ['220 ESMTP ready', '220 mail.example.org ESMTP', '421 Too many', '250 Ok', 'EHLO a.b', '221 Bye', ''];
  expect(namesSaid(others)).toEqual([]);
});

test('hostile texts take no long time', () => {
  const { hide } = hider();
  const started = performance.now();
  for (const part of ['a', 'a.', '1.', ':', 'a:', '@', '"', 'a@', '-', 'a-', '[', 'é', '\\u{202e}'])
    hide(part.repeat(2000));
  expect(performance.now() - started).toBeLessThan(5000);
});
