import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createHostKeys } from '../../../src-main/ssh/host-keys';
import { fingerprint } from '../../../src-main/ssh/known-hosts';
import { createRoutePlanner } from '../../../src-main/ssh/route-plan';
import { SshClient } from '../../../src-main/ssh/ssh-client';
import { createConfigReader } from '../../../src-main/ssh/ssh-config-file';
import { type CaseKeys, type KnownHostsCase, knownHostsCases, writeCase } from '../../support/known-hosts-cases';
import { runTool, toolPath } from '../../support/run-tool';
import { makeKey, type Sshd, startSshd } from '../../support/sshd';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../support/temporary-folder';
import { afterAll, beforeAll, describe, expect, test } from './as-root';

const folder = makeTemporaryFolder('known-hosts');
const home = join(folder, 'home');
const keys: CaseKeys = {};
let [usual, other]: Sshd[] = [];

beforeAll(async () => {
  mkdirSync(home);
  [usual, other] = await Promise.all([
    startSshd({ hostKeys: ['ed25519', 'rsa'] }),
    startSshd({ hostKeys: ['ecdsa', 'rsa'] }),
  ]);
  const shown = async (sshd: Sshd | undefined, type: string) =>
    (await runTool('ssh-keyscan', ['-t', type, '-p', String(sshd?.port), '127.0.0.1'])).trim().replace(/^\S+ /, '');
  const made = async (type: string) =>
    readFileSync(`${await makeKey(join(folder, type), ['-t', type])}.pub`, 'utf8').replace(/ test\n$/, '');
  Object.assign(keys, {
    B: await shown(usual, 'ed25519'),
    R: await shown(usual, 'rsa'),
    C: await shown(other, 'ecdsa'),
  });
  Object.assign(keys, { S: await shown(other, 'rsa'), A: await made('ed25519'), Q: await made('rsa') });
  keys.E = await made('ecdsa');
});
afterAll(async () => {
  await usual?.stop();
  await other?.stop();
  removeTemporaryFolder(folder);
});

const serverOf = (each: KnownHostsCase): Sshd => (each.withoutEd25519 ? other : usual) as Sshd;
const placeOf = ({ host = 'gw', port = 2222 }: KnownHostsCase) => ({ host, port });

/** What the installed ssh says of the server, and the key it was shown. */
async function askOpenSsh(each: KnownHostsCase, config: string) {
  const { host, port } = placeOf(each);
  const sshd = serverOf(each);
  const options = {
    BatchMode: 'yes',
    StrictHostKeyChecking: 'yes',
    PreferredAuthentications: 'none',
    // The same server on standard input and output, so that every name and port can lead there.
    ProxyCommand: `/usr/sbin/sshd -i -f '${sshd.configFile}'`,
  };
  const given = Object.entries(options).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
  const words = ['-v', '-F', config, '-p', String(port), '-l', sshd.user, ...given, host, 'true'];
  const child = spawn('ssh', words, { env: { PATH: toolPath, LC_ALL: 'C' }, stdio: ['ignore', 'ignore', 'pipe'] });
  const closed = once(child, 'close');
  const said = await text(child.stderr);
  await closed;
  return { judgement: judgementIn(said), shown: /host key: \S+ (\S+)/.exec(said)?.[1] };
}

function judgementIn(said: string): string {
  // For the name without the port it says CHANGED or REVOKED as well, and then goes on to this.
  if (/No \S+ host key is known for/.test(said)) return 'unknown';
  if (said.includes('REMOTE HOST IDENTIFICATION HAS CHANGED')) return 'changed';
  if (/REVOKED HOST KEY DETECTED|revoked by file/.test(said)) return 'revoked';
  // Only a server that is trusted gets to refuse the login.
  return said.includes('Permission denied') ? 'known' : said;
}

const KINDS: Record<string, string> = {
  'ssh.hostKeyUnknown': 'unknown',
  'ssh.hostKeyChanged': 'changed',
  'ssh.hostKeyRevoked': 'revoked',
};

/** What this app says of the server, and the key it was shown. */
async function askHere(each: KnownHostsCase) {
  const sshd = serverOf(each);
  const route = { ...sshd.route, ...placeOf(each) };
  const [plan] = await createRoutePlanner(createConfigReader(home), home, {}).plan(route);
  if (!plan) throw new Error('There is no plan.');
  const check = await createHostKeys().check(plan, '');
  let shown = '';
  const accepts = (key: Buffer) => {
    shown = fingerprint(key);
    return check.accepts(key);
  };
  const { preferred } = check;
  const socket = connect(sshd.port, '127.0.0.1');
  const client = new SshClient(socket, sshd.user, { preferred, accepts, keepAliveMs: 0, keepAliveMisses: 0 });
  const judgement = await client.handshake().then(
    () => 'known',
    async () => KINDS[check.refusal()?.code ?? ''] ?? String((await client.ending).error),
  );
  client.destroy();
  return { judgement, shown };
}

describe('known_hosts is judged as the installed ssh does', () => {
  test.each(Object.entries(knownHostsCases))('%s', async (_, each) => {
    const config = writeCase(home, each, keys);
    const openSsh = await askOpenSsh(each, config);
    expect(openSsh.judgement).toBe(each.openssh);
    expect(await askHere(each)).toEqual({ judgement: each.here ?? each.openssh, shown: openSsh.shown });
  });
});
