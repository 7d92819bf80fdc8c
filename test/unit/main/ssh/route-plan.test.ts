import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRoutePlanner } from '../../../../src-main/ssh/route-plan';
import { createConfigReader } from '../../../../src-main/ssh/ssh-config-file';
import { type SshRoute, wayText } from '../../../../src-shared/model/route';
import type { Message } from '../../../../src-shared/texts/message';
import { inEnglish, say } from '../../../support/english';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../../support/temporary-folder';

let home: string;
beforeAll(() => {
  home = makeTemporaryFolder('ssh-home');
  mkdirSync(path.join(home, '.ssh', 'more.d'), { recursive: true });
});
afterAll(() => removeTemporaryFolder(home));

const write = (text: string, file = 'config') => writeFileSync(path.join(home, '.ssh', file), text);
const planner = (environment: Record<string, string> = {}) =>
  createRoutePlanner(createConfigReader(home), home, environment);
const route = (changes: Partial<SshRoute> = {}): SshRoute => ({
  kind: 'ssh',
  host: 'gluu',
  port: 22,
  user: 'ada',
  login: 'key',
  jumps: [],
  ...changes,
});
const plan = (changes: Partial<SshRoute> = {}, environment: Record<string, string> = {}) =>
  planner(environment).plan(route(changes));
const failure = (changes: Partial<SshRoute> = {}) =>
  plan(changes).then(
    () => 'kept',
    (error: { code: string; about: { facts: { host: string; why: Message } } }) => [
      error.code,
      say(error.about.facts.why),
    ],
  );

describe('a route', () => {
  test('without a configuration is taken as it is', async () => {
    expect(await plan({ port: 2222, keyFile: '/keys/a' }, { SSH_AUTH_SOCK: '/run/agent' })).toEqual([
      {
        host: 'gluu',
        port: 2222,
        user: 'ada',
        login: 'key',
        keyFiles: ['/keys/a'],
        ownKey: '/keys/a',
        agent: '/run/agent',
        knownAs: { name: '[gluu]:2222', withoutPort: 'gluu', all: ['[gluu]:2222', 'gluu'] },
        knownHosts: {
          user: ['known_hosts', 'known_hosts2'].map((file) => path.join(home, '.ssh', file)),
          global: expect.any(Array),
          revoked: [],
        },
      },
    ]);
  });

  test('gets from the configuration what it lacks, and what comes first there wins', async () => {
    write(`
Host other
  HostName wrong.example
Host gluu gluu2 # the one
  HostName %h.example.org
  Port=2200
  User root
  IdentityFile ~/.ssh/keys/%h_%r_%p
  identityfile "%d/with blank"
  UserKnownHostsFile ~/.ssh/kh1 ~/.ssh/kh2
  IdentityAgent ~/agent.sock
Host *
  HostName late.example
  Port 1
`);
    const [only] = await plan();
    expect(only).toMatchObject({
      host: 'gluu.example.org',
      port: 2200,
      user: 'ada',
      keyFiles: [`${home}/.ssh/keys/gluu.example.org_ada_2200`, `${home}/with blank`],
      agent: `${home}/agent.sock`,
      knownAs: { name: '[gluu.example.org]:2200' },
      knownHosts: { user: [`${home}/.ssh/kh1`, `${home}/.ssh/kh2`] },
    });
    expect((await plan({ port: 2222, keyFile: '/mine' }))[0]).toMatchObject({ port: 2222, keyFiles: ['/mine'] });
  });

  test('passes the jump hosts of the configuration, with their own configuration', async () => {
    write(`
Host gluu
  ProxyJump eve@inner:2022,[2001:db8::1]
Host inner
  HostName inner.example
  ProxyJump outer
Host outer
  User frank
  Port 2202
`);
    expect((await plan()).map(({ user, host, port }) => `${user}@${host} ${port}`)).toEqual([
      'frank@outer 2202',
      'eve@inner.example 2022',
      `${userInfo().username}@2001:db8::1 22`,
      'ada@gluu 22',
    ]);
    const jumps = [{ host: 'mine', port: 22, user: 'bob' }];
    expect((await plan({ jumps })).map(({ host }) => host)).toEqual(['mine', 'gluu']);
  });

  test.each([
    ['eve@inner:2022', ['eve@inner:2022']],
    ['ssh://eve@inner:2022/', ['eve@inner:2022']],
    ['ssh://inner', [`${userInfo().username}@inner`]],
    ['eve@[2001:db8::1]:99', ['eve@[2001:db8::1]:99']],
    ['a@b@inner', ['a@b@inner']],
    ['one@a , ssh://two@b:3,c@c', ['one@a', 'two@b:3', 'c@c']],
    ['jump@%h-%p-%n-%r%%', ['jump@real.example-2200-gluu-ada%']],
  ])('takes the ProxyJump %s', async (text, jumps) => {
    write(`Host gluu\n  HostName real.example\n  Port 2200\n  ProxyJump ${text}\n`);
    expect(wayText((await plan()).slice(0, -1))).toBe(jumps.join(' → '));
  });

  test('says of each host what the configuration has to do with it', async () => {
    write('Host gluu\n  HostName real.example\n  ProxyJump inner,outer\nHost inner\n  HostName in.example\n');
    expect(inEnglish((await plan()).map(({ origin }) => origin))).toEqual([
      'a ProxyJump of ~/.ssh/config, inner in ~/.ssh/config',
      'a ProxyJump of ~/.ssh/config',
      'gluu in ~/.ssh/config',
    ]);
    write('Host gluu\n  HostName GLUU\n');
    expect((await plan())[0]?.origin).toBeUndefined();
  });

  test('logs in to a jump host in any way, with the keys of the configuration or those ssh(1) has by itself', async () => {
    write('', 'id_ed25519');
    const jumps = [{ host: 'jump', port: 22, user: 'bob' }];
    const mine = { jumps, keyFile: '/mine' };
    const keys = async (changes: Partial<SshRoute>) =>
      (await plan(changes)).map(({ login, keyFiles }) => [login, keyFiles]);
    write('');
    expect(await keys({ ...mine, login: 'password' })).toEqual([
      ['jump', [`${home}/.ssh/id_ed25519`]],
      ['password', []],
    ]);
    write('Host jump\n  IdentityFile ~/.ssh/of-jump\n');
    expect(await keys({ ...mine, login: 'key' })).toEqual([
      ['jump', ['/mine', `${home}/.ssh/of-jump`]],
      ['key', ['/mine']],
    ]);
    expect((await plan({ ...mine, login: 'key' })).map(({ ownKey }) => ownKey)).toEqual(['/mine', '/mine']);
    rmSync(path.join(home, '.ssh', 'id_ed25519'));
  });

  test.each([
    ['ProxyCommand nc %h %p', 'It asks for a command to be run (ProxyCommand).'],
    ['Match host gluu exec "touch /tmp/run"\n  Port 1', 'It asks for a command to be run (Match exec): '],
    ['Match localnetwork 10.0.0.0/8\n  Port 1', 'It uses Match localnetwork, which is not supported here: '],
    ['Match final\n  ProxyCommand x', 'It asks for a command to be run (ProxyCommand).'],
    ['Host gluu\n  ProxyJump gluu', 'Its ProxyJump goes in a circle.'],
    ['Host gluu\n  ProxyJump a b', 'Its ProxyJump is not in the form user@host:port.'],
    ['Host gluu\n  Port ssh', 'Its Port is not a port number.'],
    ['Host "gluu\n', 'A quote is not closed: '],
    ['Include config', 'Include files are nested too deeply: '],
  ])('is refused by %s', async (text, why) => {
    write(text);
    const [code, said] = await failure();
    expect(code).toBe('ssh.noConfig');
    expect(said).toContain(why);
  });

  test.each([
    ['ProxyCommand none'],
    ['ProxyJump none'],
    ['Match host other exec "touch /tmp/run"'],
    ['Match !final\n  Host other\n  ProxyCommand x'],
    ['Match canonical\n  ProxyCommand x'],
    ['Match tagged x\n  ProxyCommand x'],
    ['Host !gluu *\n  ProxyCommand x'],
    ['Match user bob\n  ProxyCommand x'],
    ['Match !host gluu\n  ProxyCommand x'],
    ['LonelyKeyword\nHost gluu\n'],
    ['Match exec "touch /tmp/run" host other\n  Port 1'],
    ['Match exec "touch /tmp/run"\n  User eve\n  ForwardAgent yes'],
    ['Port 7\nMatch exec "touch /tmp/run"\n  Port 1'],
    ['Match tagged x\n  SendEnv LANG'],
    ['Match localuser nobody-here\n  ProxyCommand x'],
    ['Match !all\n  ProxyCommand x'],
    ['Host other\n  Include config'],
  ])('is not refused by %s', async (text) => {
    write(text);
    expect(await failure()).toBe('kept');
  });

  test.each([
    ['Match host gluu\n  Port 7', 7],
    ['Match originalhost gluu user ada\n  Port 7', 7],
    ['Match all\n  Port 7', 7],
    ['Host gluu\n  HostName real\nMatch host real\n  Port 7', 7],
    ['Host gluu\n  HostName real\nMatch host gluu\n  Port 7', 22],
    ['Match final host real\n  Port 7\nHost gluu\n  HostName real', 7],
    ['Match final\n  Port 7\nHost gluu\n  Port 8', 8],
    ['Tag x\nMatch tagged x,y\n  Port 7', 7],
  ])('meets %s', async (text, port) => {
    write(text);
    expect((await plan())[0]?.port).toBe(port);
  });

  test('follows Include, and what is included in a section of another host does not count', async () => {
    write('Port 7\n', 'more.d/a.conf');
    write('Host gluu\n  User x\n  HostName b.example\n', 'more.d/b.conf');
    write('Port 9\n', 'more.d/c.txt');
    write('Host other\n  Include more.d/a.conf\nHost gluu\n  Include more.d/*.conf more.d/missing\n  Port 8\n');
    expect((await plan())[0]).toMatchObject({ host: 'b.example', port: 7 });
    write('Include ~/.ssh/more.d/b.conf\nPort 8\n');
    expect((await plan())[0]).toMatchObject({ host: 'b.example', port: 8 });
  });

  test.each([
    ['*.d', 'more.d'],
    ['more.d', 'more.d'],
    ['m[a-o]?e.d/[0-9]*', 'more.d/10-acme'],
    ['*/[!a-z]*-acme', 'more.d/10-acme'],
  ])('includes what %s meets, and passes over folders', async (pattern) => {
    write('Port 7\n', 'more.d/10-acme');
    write(`Include ${pattern}\nPort 8\n`);
    expect((await plan())[0]?.port).toBe(pattern.endsWith('.d') ? 8 : 7);
    rmSync(path.join(home, '.ssh', 'more.d', '10-acme'));
  });

  test.each([
    ['ssh -q -W %h:%p bastion', 'me@bastion'],
    ['ssh bastion -W [%h]:%p -l eve -p 2022 2>/dev/null', 'eve@bastion:2022'],
    ['/usr/bin/ssh -W%h:%p -J bob@outer eve@bastion', 'bob@outer → eve@bastion'],
  ])('reads the ProxyCommand %s as a ProxyJump', async (command, way) => {
    write(`Host gluu\n  ProxyCommand ${command}\n`);
    const jumps = wayText((await plan()).slice(0, -1));
    expect(jumps).toBe(way.replace('me@', `${userInfo().username}@`));
  });

  test.each([
    'ssh -W %h:%p -o StrictHostKeyChecking=no bastion',
    'ssh -W other:%p bastion',
    'ssh bastion nc %h %p',
    'ssh -W %h:%p bastion; touch /tmp/run',
  ])('does not read the ProxyCommand %s as a ProxyJump', async (command) => {
    write(`Host gluu\n  ProxyCommand ${command}\n`);
    expect((await failure())[0]).toBe('ssh.noConfig');
  });

  test('takes the first of ProxyCommand and ProxyJump', async () => {
    write('Host gluu\n  ProxyCommand none\nHost * !jump\n  ProxyJump jump\n');
    expect(await plan()).toHaveLength(1);
    write('Host gluu\n  ProxyCommand nc %h %p\nHost *\n  ProxyJump none\n');
    expect((await failure())[0]).toBe('ssh.noConfig');
    write('Host gluu\n  ProxyJump none\nHost *\n  ProxyJump jump\n');
    expect(await plan()).toHaveLength(1);
  });

  test.each([
    ['~/.ssh/key#1', '~/.ssh/key#1'],
    ["'~/.ssh/with blank' # a comment", '~/.ssh/with blank'],
    ['~/.ssh/with\\ blank', '~/.ssh/with blank'],
    ['~/DOMAIN\\\\bob', '~/DOMAIN\\bob'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: as ssh_config(5) writes it
    ['${KEYS}/k', '/keys/k'],
    ['/run/%i/%k', `/run/${userInfo().uid}/gluu`],
  ])('reads the IdentityFile %s', async (text, file) => {
    write(`IdentityFile ${text}\n`);
    expect((await plan({}, { KEYS: '/keys' }))[0]?.keyFiles).toEqual([file.replace(/^~/, home)]);
  });

  // biome-ignore lint/suspicious/noTemplateCurlyInString: as ssh_config(5) writes it
  test.each(['IdentityFile ${NOT_SET}/k', 'UserKnownHostsFile ${NOT_SET}/k', 'IdentityAgent "${NOT_SET}/a"'])(
    'names the variable that is missing for %s',
    async (text) => {
      write(text);
      expect((await failure())[1]).toContain('NOT_SET');
    },
  );

  test('finds known_hosts by the name or its alias', async () => {
    write('HostName real.example\nUserKnownHostsFile ~/.ssh/known_hosts.d/%k\n');
    expect((await plan())[0]?.knownHosts.user).toEqual([`${home}/.ssh/known_hosts.d/gluu`]);
    write('HostKeyAlias prod\nUserKnownHostsFile ~/.ssh/known_hosts.d/%k\n');
    expect((await plan())[0]?.knownHosts.user).toEqual([`${home}/.ssh/known_hosts.d/prod`]);
  });

  test.each([
    ['IdentityAgent none', undefined],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: as ssh_config(5) writes it
    ['IdentityAgent "${OTHER}/agent.sock"', '/run/other/agent.sock'],
    ['IdentityAgent SSH_AUTH_SOCK', '/run/agent'],
    ['IdentityAgent $OTHER', '/run/other'],
    ['', '/run/agent'],
  ])('finds the agent of %s', async (text, agent) => {
    write(text);
    const [only] = await plan({}, { SSH_AUTH_SOCK: '/run/agent', OTHER: '/run/other' });
    expect(only?.agent).toBe(agent);
  });

  test('is known by its alias where the configuration says so', async () => {
    write('HostKeyAlias Gluu-Key');
    expect((await plan())[0]?.knownAs.name).toBe('gluu-key');
  });
});

test('the hosts of the configuration are offered, unusable ones with the reason', async () => {
  write(`
Host gluu *.example !no
  HostName gluu.example.org
  User root
  Port 2200
  IdentityFile ~/.ssh/id
Host behind
  ProxyJump eve@gluu
Host odd
  ProxyCommand nc %h %p
`);
  expect(inEnglish(await planner().configHosts())).toEqual([
    { alias: 'gluu', host: 'gluu.example.org', port: 2200, user: 'root', keyFile: `${home}/.ssh/id`, jumps: [] },
    { alias: 'behind', host: 'behind', port: 22, jumps: ['eve@gluu'] },
    { alias: 'odd', host: 'odd', port: 22, jumps: [], unusable: 'It asks for a command to be run (ProxyCommand).' },
  ]);
});
