import { expect, test } from 'vitest';
import { configuredText, withHost, withUsers } from '../../../src-renderer/servers/configured-host';
import type { SshRoute } from '../../../src-shared/model/route';
import { message } from '../../../src-shared/texts/message';
import { inEnglish } from '../../support/english';

const hosts = [
  { alias: 'idp', host: 'idp.example.org', port: 2200, user: 'eve', keyFile: '/home/eve/id', jumps: [] },
  { alias: 'bastion', host: '192.0.2.1', port: 22, user: 'jump', jumps: ['root@outer'] },
];
const empty: SshRoute = { kind: 'ssh', host: '', port: 22, user: '', login: 'agent', jumps: [] };

test('an alias fills in what is not typed', () => {
  const filled = { host: 'idp', port: 2200, user: 'eve', keyFile: '/home/eve/id' };
  expect(withHost(empty, 'idp', hosts)).toEqual({ ...empty, ...filled });
  const typed: SshRoute = { ...empty, user: 'mallory', port: 23, keyFile: '/other' };
  expect(withHost(typed, 'idp', hosts)).toEqual({ ...typed, host: 'idp' });
});

test('what an alias filled in goes with it, and what was typed stays', () => {
  const filled = withHost(empty, 'idp', hosts);
  expect(withHost(filled, 'idp2.example.org', hosts)).toEqual({ ...empty, host: 'idp2.example.org' });
  expect(withHost({ ...filled, user: 'mallory' }, 'idp2', hosts)).toEqual({ ...empty, host: 'idp2', user: 'mallory' });
  expect(withHost(filled, 'bastion', hosts)).toEqual({ ...empty, host: 'bastion', user: 'jump' });
});

test('what the configuration says of a host', () => {
  expect(inEnglish(hosts.map(configuredText))).toEqual([
    ['From ~/.ssh/config: idp.example.org, port 2200.', 'Key file: /home/eve/id.'],
    ['From ~/.ssh/config: 192.0.2.1, port 22.', 'Through root@outer.'],
  ]);
  const unusable = message('ssh.config.proxyCommand');
  expect(configuredText({ alias: 'odd', host: 'odd', port: 22, jumps: [], unusable })).toEqual([unusable]);
});

test('a jump host that is an alias brings its user', () => {
  const jumps = [
    { host: 'bastion', port: 22, user: '' },
    { host: 'bastion', port: 22, user: 'root' },
    { host: 'elsewhere', port: 22, user: '' },
  ];
  expect(withUsers(jumps, hosts).map(({ user }) => user)).toEqual(['jump', 'root', '']);
});
