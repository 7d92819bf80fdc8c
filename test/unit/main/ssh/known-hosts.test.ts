import { describe, expect, test } from 'vitest';
import { matchesPattern, matchesPatternList } from '../../../../src-main/ssh/host-pattern';
import {
  fingerprint,
  isAbout,
  judgeHostKey,
  keyType,
  knownHostLine,
  knownHostName,
  knownTypes,
  parseKnownHosts,
} from '../../../../src-main/ssh/known-hosts';

function keyOf(type: string, seed: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(type.length);
  return Buffer.concat([length, Buffer.from(type), Buffer.alloc(36, seed)]);
}
const [ed, otherEd, rsa] = [keyOf('ssh-ed25519', 1), keyOf('ssh-ed25519', 2), keyOf('ssh-rsa', 3)];
const row = (hosts: string, key: Buffer) => `${hosts} ${keyType(key)} ${key.toString('base64')}`;
const parse = (...lines: string[]) => parseKnownHosts(lines.join('\n'), 'known_hosts');
const judge = (lines: string[], key: Buffer, port = 22, host = 'gluu.example.org') =>
  judgeHostKey(parse(...lines), knownHostName({ host, port }), host, key);

test.each([
  ['gluu.example.org', 'gluu.example.org', true],
  ['GLUU.example.org', 'gluu.EXAMPLE.org', true],
  ['gluu.example.org', '*.example.org', true],
  ['gluu.example.org', 'gl?u.example.org', true],
  ['gluu.example.org', 'gluu?example.org', true],
  ['gluuXexample.org', 'gluu.example.org', false],
  ['[::1]:2222', '[::1]:2222', true],
  ['a', '*****************************b', false],
])('%s and the pattern %s', (text, pattern, matches) => {
  expect(matchesPattern(text, pattern)).toBe(matches);
});

test('a negated pattern beats the others, and alone matches nothing', () => {
  expect(matchesPatternList('a.example', ['*.example', '!a.example'])).toBe(false);
  expect(matchesPatternList('b.example', ['!a.example', '*.example'])).toBe(true);
  expect(matchesPatternList('b.example', ['!a.example'])).toBe(false);
});

test('the port is part of the name unless it is 22', () => {
  expect(knownHostName({ host: 'Gluu.Example', port: 22 })).toBe('gluu.example');
  expect(knownHostName({ host: '::1', port: 2222 })).toBe('[::1]:2222');
});

test('the fingerprint is that of OpenSSH', () => {
  // ssh-keygen -lf of this key, OpenSSH 9.2.
  const key = Buffer.from('AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f', 'base64');
  expect(fingerprint(key)).toBe('SHA256:ZkAslGjFiUHdGf/WUL8rQvkib4PTvQatUV0OUQSncCA');
  expect(keyType(key)).toBe('ssh-ed25519');
});

test.each([
  ['', Buffer.alloc(0)],
  ['', Buffer.from('000000ff61', 'hex')],
  ['', Buffer.alloc(40)],
])('what is no key has no type', (type, key) => {
  expect(keyType(key)).toBe(type);
});

test('lines that are none are left out, the others keep their number', () => {
  const lines = parse(
    '# comment',
    '',
    'gluu.example.org 1024 35 1234567890', // SSH 1
    'gluu.example.org ssh-ed25519 !!!',
    `@unknown ${row('*', ed)}`,
    `\t${row('gluu.example.org', ed)} a comment\r`,
    `@revoked ${row('*', rsa)}`,
  );
  expect(lines.map(({ line, marker }) => [line, marker])).toEqual([
    [6, undefined],
    [7, 'revoked'],
  ]);
});

describe('a host key', () => {
  test.each([
    ['is known', [row('gluu.example.org', ed)], ed, 22, 'known'],
    ['is known by one of several keys', [row('gluu.example.org', rsa), row('*.example.org', ed)], ed, 22, 'known'],
    ['is known by its hashed name', [knownHostLine('gluu.example.org', ed, true)], ed, 22, 'known'],
    ['is known by its hashed name and port', [knownHostLine('[gluu.example.org]:2222', ed, true)], ed, 2222, 'known'],
    ['is known without its port', [row('gluu.example.org', ed)], ed, 2222, 'known'],
    ['of another host is unknown', [row('other.example.org', ed)], ed, 22, 'unknown'],
    ['of another port is unknown', [row('[gluu.example.org]:2222', ed)], ed, 22, 'unknown'],
    [
      'of a host known on another port by another key is unknown',
      [row('gluu.example.org', otherEd)],
      ed,
      2222,
      'unknown',
    ],
    ['changed', [row('gluu.example.org', otherEd)], ed, 22, 'changed'],
    ['changed its type', [row('gluu.example.org', rsa)], ed, 22, 'changed'],
    ['was revoked', [row('gluu.example.org', ed), `@revoked ${row('*', ed)}`], ed, 22, 'revoked'],
    [
      'was revoked without its port',
      [row('[gluu.example.org]:2222', ed), `@revoked ${row('*.org', ed)}`],
      ed,
      2222,
      'revoked',
    ],
    ['of an authority is unknown', [`@cert-authority ${row('*', ed)}`], ed, 22, 'unknown'],
  ])('that %s', (_, lines, key, port, kind) => {
    expect(judge(lines, key, port)).toMatchObject({ kind });
  });

  test('that changed names the key of the same type', () => {
    const verdict = judge([row('gluu.example.org', rsa), row('gluu.example.org', otherEd)], ed);
    expect(verdict).toMatchObject({ kind: 'changed', known: { line: 2, file: 'known_hosts' } });
  });

  test('that is unknown tells of an authority', () => {
    expect(judge([`@cert-authority ${row('*.example.org', rsa)}`], ed)).toEqual({ kind: 'unknown', authority: true });
    expect(judge([], ed)).toEqual({ kind: 'unknown', authority: false });
  });
});

test('the types a host is known by, without revoked ones and authorities', () => {
  const lines = parse(
    row('a', rsa),
    row('a,b', ed),
    row('a', otherEd),
    `@cert-authority ${row('a', keyOf('ecdsa-sha2-nistp256', 1))}`,
  );
  expect(knownTypes(lines, 'a', 'a')).toEqual(['ssh-rsa', 'ssh-ed25519']);
  expect(knownTypes(lines, '[b]:2222', 'b')).toEqual(['ssh-ed25519']);
});

test('a hashed name is made with new salt each time, and found again', () => {
  const [one = '', other = ''] = [knownHostLine('a', ed, true), knownHostLine('a', ed, true)];
  expect(one).not.toBe(other);
  expect(parse(one, other).map((line) => isAbout(line, 'a'))).toEqual([true, true]);
  expect(parse(one).map((line) => isAbout(line, 'b'))).toEqual([false]);
});
