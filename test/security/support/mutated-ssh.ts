import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { judgeMaterial } from '../../../src-main/discovery/judge-material';
import { lookAround } from '../../../src-main/discovery/look-around';
import { createSshRoutes } from '../../../src-main/ssh/ssh-routes';
import { unwatchedWork } from '../../../src-main/work/work';
import type { SshRoute } from '../../../src-shared/model/route';
import { everywhere } from '../../integration/ssh/ssh-bench';
import { runInChild } from '../../support/mutation/in-child';
import { loopbackServer } from '../../support/mutation/loopback-server';
import { hostKeyLine, type SshScript, serveMutatedSsh } from '../../support/mutation/mutating-sshd';
import { mutate, type Sends } from '../../support/mutation/mutators';
import { conversation, outcomeOf } from '../../support/mutation/outcome';
import type { Random } from '../../support/mutation/random';
import { openHere } from '../../support/open-here';
import { makeTemporaryFolder } from '../../support/temporary-folder';

const string = (text: string) => `${String.fromCharCode(0, 0, text.length >> 8, text.length & 255)}${text}`;
/** RFC 4250 section 4.1: global request, channel messages, disconnect, ignore, banner, and OpenSSH's host keys. */
const messages: Sends = [
  `\x50${string('keepalive@openssh.com')}\x01`,
  `\x50${string('hostkeys-00@openssh.com')}\0${string(`${string('ssh-ed25519')}${string('k'.repeat(32))}`)}`,
  `\x5a${string('forwarded-tcpip')}\0\0\0\x07\0\0\x80\0\0\0\x40\0${string('127.0.0.1')}\0\0\0\x50${string('x')}\0\0\0\x01`,
  `\x5b\0\0\0\0\0\0\0\0\0\x20\0\0\0\0\x80\0`,
  `\x5c\0\0\0\0\0\0\0\x02${string('connect failed')}${string('')}`,
  `\x5d\0\0\0\0\xff\xff\xff\xff`,
  `\x5e\0\0\0\0${string('Some data, more than was asked for. '.repeat(20))}`,
  `\x5f\0\0\0\0\0\0\0\x01${string('sudo: a password is required\n')}`,
  `\x60\0\0\0\0`,
  `\x61\0\0\0\0`,
  `\x62\0\0\0\0${string('exit-status')}\0\0\0\0\x01`,
  `\x62\0\0\0\0${string('exit-signal')}\0${string('KILL')}\0${string('killed')}${string('en')}`,
  `\x63\0\0\0\0`,
  `\x01\0\0\0\x02${string('Too many authentication failures')}${string('')}`,
  `\x02${string('ignored')}`,
  `\x03\0\0\0\x05`,
  `\x14${'c'.repeat(16)}${string('curve25519-sha256').repeat(10)}\0\0\0\0\0`,
  `\x33${string('password,publickey')}\x01`,
  `\x34`,
  `\x35${string('Authorised use only\n')}${string('')}`,
  `\x3c${string('name')}${string('instruction')}${string('')}\0\0\0\x02${string('Password: ')}\0${string('Code: ')}\x01`,
].map((text) => Buffer.from(text, 'latin1'));

const certificate = `-----BEGIN CERTIFICATE-----\n${'MIIB'.repeat(60)}\n-----END CERTIFICATE-----\n`;
const texts: Record<string, string> = {
  'etc/gluu/conf/gluu-ldap.properties':
    'bindDN: cn=directory manager,o=gluu\nbindPassword: nXNQ/MZtzh8=\nservers: localhost:1636,[::1]:636\nuseSSL: true\nssl.trustStoreFile: /etc/certs/opendj.pkcs12\n',
  'etc/gluu/conf/salt': 'encodeSalt = 123456789012345678901234\n',
  'etc/gluu/conf/gluu.properties': 'persistence.type=ldap\n# \\u00e9\nlong=a\\\n  b\n',
  'etc/certs/opendj.crt': certificate,
  'proc/1': '',
  'opt/opendj/logs/access': 'x',
};
const paths = Object.keys(texts);
const donors = [...messages.map((message) => [message]), conversation(...Object.values(texts).filter(Boolean))];

const home = makeTemporaryFolder('mutated-ssh');
const server = await loopbackServer();
mkdirSync(path.join(home, '.ssh'));
writeFileSync(path.join(home, '.ssh/known_hosts'), `[127.0.0.1]:${server.port} ${hostKeyLine}\n`);
const limits = { connectMs: 1000, handshakeMs: 1500, loginMs: 1500, promptMs: 500, lookUpMs: 1000, fileMs: 1500 };
const secrets = { password: async () => 'correct horse 7', passphrase: async () => undefined };

function scriptOf(random: Random): SshScript {
  const changed = random.pick(paths);
  const files = new Map(
    paths.map((name) => {
      const whole = Buffer.from(texts[name] ?? '', 'latin1');
      const text = name === changed ? Buffer.concat(mutate([whole], random, donors)) : whole;
      return [`/opt/gluu-server-4.1/${name}`, text] as const;
    }),
  );
  const addresses = Buffer.from('192.0.2.7 STREAM ldap.example.org\n2001:db8::7 STREAM\n192.0.2.7 DGRAM\n');
  const [output = Buffer.alloc(0)] = mutate([addresses], random, donors);
  return {
    files,
    messages,
    run: (command) => ({
      output: command.startsWith('getent') ? output.subarray(0, 40_000).toString('latin1') : 'encodeSalt = x\n',
      errors: random.chance(0.2) ? 'sudo: a password is required\n' : '',
      status: random.pick([0, 0, 0, 1, 2]),
    }),
  };
}

function converse(random: Random): Promise<string> {
  const { signal } = new AbortController();
  const script = scriptOf(random);
  server.serve = (socket) => serveMutatedSsh(socket, script, random);
  const routes = createSshRoutes({
    openKey: openHere,
    home,
    limits,
    guard: everywhere,
    ask: async ({ prompts }) => prompts.map(() => 'x'),
  });
  const login = random.pick(['password', 'interactive'] as const);
  const route: SshRoute = { kind: 'ssh', host: '127.0.0.1', port: server.port, user: 'ada', login, jumps: [] };
  const reach = async () => {
    const network = await routes.network('a', route, secrets, unwatchedWork());
    const addresses = await network.lookUp('ldap.example.org', signal, 1000);
    const { socket } = await network.connect(
      addresses.slice(0, 2),
      { host: 'ldap.example.org', port: 25 },
      signal,
      1000,
    );
    let heard = 0;
    socket.on('data', ({ length }: Buffer) => {
      heard += length;
    });
    await once(socket, 'close');
    return heard === 28 ? 'reached' : 'reached and cut';
  };
  const read = async () => {
    const files = await routes.files('a', route, secrets, unwatchedWork());
    try {
      const material = { installations: [], looks: {}, given: {}, route };
      const found = await lookAround(files, material, { password: 'correct horse 7' }, undefined, unwatchedWork());
      return `read, password ${judgeMaterial(found).finding.password}`;
    } finally {
      files.close();
    }
  };
  return outcomeOf(random.chance(0.4) ? reach : read).finally(() => routes.closeAll());
}

await runInChild(converse);
