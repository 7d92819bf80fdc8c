import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRoutePlanner } from '../../../../src-main/ssh/route-plan';
import { createConfigReader } from '../../../../src-main/ssh/ssh-config-file';
import type { SshRoute } from '../../../../src-shared/model/route';
import type { Message } from '../../../../src-shared/texts/message';
import { inEnglish, say } from '../../../support/english';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../../support/temporary-folder';

let home: string;
let config: string;
beforeAll(() => {
  home = makeTemporaryFolder('ssh-home');
  config = path.join(home, '.ssh', 'config');
  mkdirSync(path.join(home, '.ssh'));
});
afterAll(() => removeTemporaryFolder(home));

const route: SshRoute = { kind: 'ssh', host: 'gluu', port: 22, user: 'ada', login: 'key', jumps: [] };
const planner = () => createRoutePlanner(createConfigReader(home), home, {});
async function plan(text: string) {
  writeFileSync(config, text);
  return (await planner().plan(route))[0];
}
const why = (text: string) =>
  plan(text).then(
    () => 'kept',
    ({ about }: { about: { facts: { why: Message } } }) => say(about.facts.why),
  );

describe('a path of the configuration', () => {
  test.each([
    // As the shell knows it.
    ['~daemon/k', execFileSync('sh', ['-c', 'echo ~daemon/k'], { encoding: 'utf8' }).trim()],
    [`~${userInfo().username}/k`, '~/k'],
    ['~/%u/k', `~/${userInfo().username}/k`],
  ])('%s is read', async (text, file) => {
    expect((await plan(`IdentityFile ${text}\n`))?.keyFiles).toEqual([file.replace(/^~/, home)]);
  });

  test.each([
    ['UserKnownHostsFile ~/.ssh/%T', 'It uses %T, which is not supported here'],
    ['IdentityAgent /run/%G', 'It uses %G, which is not supported here'],
    ['CertificateFile ~/%x', 'It uses %x, which is not supported here'],
    ['IdentityFile ~nobody-here/k', 'It uses ~nobody-here, and no user of that name is known here'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: as ssh_config(5) writes it
    ['IdentityFile ${NOT_SET}/k', 'It uses ${NOT_SET}, and this variable is not set for this app'],
  ])('%s is refused, with file and line', async (text, said) => {
    expect(await why(`# a comment\nHost gluu\n  ${text}\n`)).toBe(`${said}: ${config}, line 3.`);
  });

  test('has its names as OpenSSH has them: what it connects to in lower case', async () => {
    const text =
      'HostKeyAlias PROD\nHostName Real.Example\nPort 2200\nIdentityFile /k/%h-%n-%k-%j\nIdentityFile /k/%C\n';
    writeFileSync(config, text);
    const hash = createHash('sha1').update(`${hostname()}real.example2200ada`).digest('hex');
    const [planned] = await planner().plan({ ...route, host: 'Gluu' });
    expect(planned?.keyFiles).toEqual(['/k/real.example-Gluu-prod-', `/k/${hash}`]);
  });

  test.each(['%C', '%j'])('with %s is refused where a ProxyJump has a say in it', async (token) => {
    expect(await why(`Host gluu\n  ProxyJump jump\n  IdentityFile /k/${token}\n`)).toBe(
      `It uses ${token}, which is not supported here: ${config}, line 3.`,
    );
  });

  test('is refused in a ProxyJump too', async () => {
    expect(await why('ProxyJump jump%C\n')).toBe(
      `Its ProxyJump uses %C, which is not supported here: ${config}, line 1.`,
    );
  });
});

describe('what is not followed', () => {
  test.each([
    ['CanonicalizeHostname yes', 'CanonicalizeHostname is not followed'],
    ['CanonicalizeHostname always', 'CanonicalizeHostname is not followed'],
    ['CertificateFile ~/.ssh/id-cert.pub', 'Certificates of users are not used'],
    ['PKCS11Provider /usr/lib/opensc-pkcs11.so', 'Keys on smart cards are not used'],
    ['GSSAPIAuthentication yes', 'Kerberos tickets are not used'],
    ['HostbasedAuthentication yes', 'Logins by the key of this computer are not used'],
    ['AddressFamily inet', 'AddressFamily is not followed'],
    ['BindAddress 10.0.0.1', 'BindAddress is not followed'],
    ['BindInterface eth1', 'BindInterface is not followed'],
  ])('is informed of %s, at the connection and in the form', async (text, said) => {
    const sentences = [expect.stringContaining(said)];
    expect(inEnglish((await plan(`Host gluu\n  ${text}\n`))?.notFollowed)).toEqual(sentences);
    expect(inEnglish(await planner().configHosts())).toMatchObject([{ alias: 'gluu', notFollowed: sentences }]);
  });

  test.each([
    'CanonicalizeHostname no',
    'CertificateFile none',
    'PKCS11Provider none',
    'GSSAPIAuthentication no',
    'GSSAPIAuthentication false',
    'AddressFamily any',
    'AddressFamily any\n  AddressFamily inet',
    'ServerAliveInterval 5\n  ForwardAgent yes\n  Ciphers aes256-ctr\n  Compression yes',
  ])('is nothing with %s', async (text) => {
    expect((await plan(`Host gluu\n  ${text}\n`))?.notFollowed).toBeUndefined();
  });
});

test.each(['acme/gluu-prod', 'acme.prod.1'])(
  'the alias %s leads to its HostName, and to nothing without one',
  async (host) => {
    writeFileSync(config, `Host ${host}\n  HostName 10.0.0.5\n`);
    expect(inEnglish(await planner().plan({ ...route, host }))).toMatchObject([
      { host: '10.0.0.5', origin: `${host} in ~/.ssh/config` },
    ]);
    writeFileSync(config, '');
    const planned = planner().plan({ ...route, host });
    await expect(planned).rejects.toMatchObject({
      code: 'ssh.noConfig',
      about: { facts: { host, why: { id: 'ssh.config.noHostName' } } },
    });
  },
);

test.each([
  ['yes', true],
  ['True', true],
  ['no', undefined],
  ['false', undefined],
])('IdentitiesOnly %s', async (value, only) => {
  expect((await plan(`IdentitiesOnly ${value}\n`))?.onlyKeyFiles).toBe(only);
});

test.each([
  ['jump:', 'jump', 22, undefined],
  ['ssh://eve%40corp@jump:2200', 'jump', 2200, 'eve@corp'],
  ['%r@%n.jump', 'gluu.jump', 22, 'ada'],
])('ProxyJump %s', async (text, host, port, user) => {
  expect(await plan(`Host gluu\n  ProxyJump ${text}\n`)).toMatchObject({ host, port, ...(user ? { user } : {}) });
});

test.each(['jump:0', 'jump:99999', 'ssh://%ff@jump', 'jump,'])('ProxyJump %s is refused', async (text) => {
  expect(await why(`Host gluu\n  ProxyJump ${text}\n`)).toBe('Its ProxyJump is not in the form user@host:port.');
});
