import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createHostKeys } from '../../../../src-main/ssh/host-keys';
import { matchesHostList, matchesPattern, matchesPatternList } from '../../../../src-main/ssh/host-pattern';
import { hostsField, isAbout, knownNames } from '../../../../src-main/ssh/known-host-names';
import { fingerprint, judgeHostKey, keyType, linesAbout } from '../../../../src-main/ssh/known-hosts';
import { createRoutePlanner } from '../../../../src-main/ssh/route-plan';
import { createConfigReader } from '../../../../src-main/ssh/ssh-config-file';
import { asText, knownHostsCases, publicKey, writeCase } from '../../../support/known-hosts-cases';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../../support/temporary-folder';

const folder = makeTemporaryFolder('known-hosts');
afterAll(() => removeTemporaryFolder(folder));

const types = { A: 'ssh-ed25519', B: 'ssh-ed25519', Q: 'ssh-rsa', R: 'ssh-rsa', S: 'ssh-rsa' };
const ecdsa = { C: 'ecdsa-sha2-nistp256', E: 'ecdsa-sha2-nistp256' };
const blobs = Object.fromEntries(
  Object.entries({ ...types, ...ecdsa }).map(([letter, type]) => [letter, publicKey(type, Buffer.alloc(32, letter))]),
);
const key = (letter: string): Buffer => blobs[letter] ?? Buffer.alloc(0);
const keys = Object.fromEntries(Object.entries(blobs).map(([letter, blob]) => [letter, asText(keyType(blob), blob)]));

test.each([
  ['gluu.example.org', 'gluu.example.org', true],
  ['GLUU.example.org', 'gluu.EXAMPLE.org', true],
  ['gluu.example.org', '*.example.org', true],
  ['gluu.example.org', 'gl?u.example.org', true],
  ['gluu.example.org', 'gluu?example.org', true],
  ['gluuXexample.org', 'gluu.example.org', false],
  ['gluu', '*l*u*', true],
  ['gluugluu', 'gl*uu', true],
  ['gluu', 'gluu?', false],
  ['gluu', 'gluu*', true],
  ['gluu', '', false],
  ['', '*', true],
  ['[::1]:2222', '[::1]:2222', true],
  ['a', '*****************************b', false],
])('%s and the pattern %s', (text, pattern, matches) => {
  expect(matchesHostList(text, [pattern])).toBe(matches);
});

test('a pattern made of stars takes no time', () => {
  const start = performance.now();
  expect(matchesPattern('a'.repeat(255), `${'*a'.repeat(250)}*b`)).toBe(false);
  expect(performance.now() - start).toBeLessThan(1000);
});

test('a negated pattern beats the others, and alone matches nothing', () => {
  expect(matchesPatternList('a.example', ['*.example', '!a.example'])).toBe(false);
  expect(matchesPatternList('b.example', ['!a.example', '*.example'])).toBe(true);
  expect(matchesPatternList('b.example', ['!a.example'])).toBe(false);
});

test.each([
  ['Gluu.Example', 22, undefined, { name: 'gluu.example', all: ['gluu.example'] }],
  ['::1', 2222, undefined, { name: '[::1]:2222', withoutPort: '::1', all: ['[::1]:2222', '::1'] }],
  ['fe80::0001%lo', 22, undefined, { name: 'fe80::1%lo', all: ['fe80::1%lo'] }],
  ['cafe', 22, undefined, { name: 'cafe', all: ['cafe'] }],
  ['127.0.0.1.', 22, undefined, { name: '127.0.0.1.', all: ['127.0.0.1.'] }],
  ['gluu', 2222, 'Prod', { name: 'prod', all: ['prod', '[gluu]:2222', 'gluu'] }],
])('the names of %s, port %d, alias %s', (host, port, alias, names) => {
  expect(knownNames({ host, port }, alias)).toEqual(names);
});

test('the fingerprint is that of OpenSSH', () => {
  // ssh-keygen -lf of this key, OpenSSH 9.2.
  const known = Buffer.from('AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f', 'base64');
  expect(fingerprint(known)).toBe('SHA256:ZkAslGjFiUHdGf/WUL8rQvkib4PTvQatUV0OUQSncCA');
  expect(keyType(known)).toBe('ssh-ed25519');
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['a length without its bytes', Buffer.from('000000ff61', 'hex')],
  ['zeros', Buffer.alloc(40)],
  ['a type alone', publicKey('ssh-ed25519')],
  ['a key that was cut off', key('A').subarray(0, -1)],
  ['a key with something behind it', Buffer.concat([key('A'), Buffer.alloc(1)])],
])('%s has no type', (_, bytes) => {
  expect(keyType(bytes)).toBe('');
});

test('a certificate has its type, though it is not made of strings alone', () => {
  const type = 'ssh-ed25519-cert-v01@openssh.com';
  expect(keyType(Buffer.concat([publicKey(type, Buffer.alloc(32)), Buffer.alloc(7, 1)]))).toBe(type);
});

test('lines without a key are left out, the others keep their number', async () => {
  const text = ['# comment', '', 'gw ssh-ed25519 !!!', `@unknown * ${keys.A}`, `\tgw ${keys.A} a comment\r`];
  const lines = await linesAbout(['gw'], [...text, `@revoked * ${keys.R}`].join('\n'), 'known_hosts');
  expect(lines.map(({ line, marker }) => [line, marker])).toEqual([
    [5, undefined],
    [6, 'revoked'],
  ]);
});

describe('known_hosts is judged as OpenSSH does, or more strictly', () => {
  // test/integration/ssh/known-hosts.test.ts compares the same cases with the installed ssh.
  const home = join(folder, 'home');
  mkdirSync(home);
  const kinds = { known: undefined, unknown: 'ssh.hostKeyUnknown', changed: 'ssh.hostKeyChanged' };
  const codes = { ...kinds, revoked: 'ssh.hostKeyRevoked' };

  test.each(Object.entries(knownHostsCases))('%s', async (_, each) => {
    writeCase(home, each, keys);
    const { host = 'gw', port = 2222, withoutEd25519 = false } = each;
    const planner = createRoutePlanner(createConfigReader(home), home, {});
    const [plan] = await planner.plan({ kind: 'ssh', host, port, user: 'ada', login: 'agent', jumps: [] });
    if (!plan) throw new Error('There is no plan.');
    const check = await createHostKeys().check(plan, '');
    const rsaFirst = check.preferred[0]?.startsWith('rsa') ?? false;
    const shown = withoutEd25519 ? key(rsaFirst ? 'S' : 'C') : key(rsaFirst ? 'R' : 'B');
    const expected = codes[each.here ?? each.openssh];
    expect([check.accepts(shown), check.refusal()?.code]).toEqual([expected === undefined, expected]);
  });
});

describe('a host key', () => {
  const names = knownNames({ host: 'gw', port: 2222 });
  const judge = async (lines: string[], shown: Buffer) =>
    judgeHostKey(await linesAbout(names.all, lines.join('\n'), 'known_hosts'), names, shown);

  test('that changed is reported with the key of the same type', async () => {
    const verdict = await judge([`[gw]:2222 ${keys.R}`, `[gw]:2222 ${keys.A}`], key('B'));
    expect(verdict).toMatchObject({ kind: 'changed', known: { line: 2, file: 'known_hosts' } });
  });

  test('that is known without the port is told so', async () => {
    expect(await judge([`gw ${keys.B}`], key('B'))).toEqual({ kind: 'known', withoutPort: 'gw' });
    expect(await judge([`gw,[gw]:2222 ${keys.B}`], key('B'))).toEqual({ kind: 'known' });
  });

  test('that is unknown is reported with authorities and with the key without the port', async () => {
    expect(await judge([], key('B'))).toEqual({ kind: 'unknown', authority: false });
    expect(await judge([`@cert-authority gw ${keys.R}`, `gw ${keys.A}`], key('B'))).toMatchObject({
      kind: 'unknown',
      authority: true,
      withoutPort: { line: 2 },
    });
  });
});

test('a hashed name is made with new salt each time, and found again', () => {
  const [one, other] = [hostsField('a', true), hostsField('a', true)];
  expect(one).not.toBe(other);
  expect([isAbout(one, 'a'), isAbout(other, 'a'), isAbout(one, 'b')]).toEqual([true, true, false]);
});

test.each(['*', 'a,b', '!a', '|1|a', '# a', 'a b', '@a', 'a\nb'])('%s as a name stands for itself alone', (name) => {
  const field = hostsField(name, false);
  expect(field).toMatch(/^\|1\|\S+$/);
  expect([isAbout(field, name), isAbout(field, 'a')]).toEqual([true, false]);
});

test('a huge file is read without keeping the rest waiting', async () => {
  const hashed = `${hostsField('other', true)} ${keys.A}\n`.repeat(100_000);
  let turns = 0;
  let next = setImmediate(function turn() {
    turns += 1;
    next = setImmediate(turn);
  });
  const lines = await linesAbout(['gw', '[gw]:2222'], `${hashed}gw ${keys.B}`, 'known_hosts');
  clearImmediate(next);
  expect(lines).toMatchObject([{ line: 100_001 }]);
  expect(turns).toBeGreaterThan(20);
});
