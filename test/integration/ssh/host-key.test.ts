import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HostKeyFacts } from '../../../src-shared/model/ssh';
import { runTool } from '../../support/run-tool';
import { type Sshd, startSshd } from '../../support/sshd';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from './as-root';
import { failureOf, noSecrets, routesOf, watchedWork } from './ssh-bench';

let sshd: Sshd;
beforeAll(async () => {
  sshd = await startSshd({ hostKeys: ['ed25519', 'rsa'] });
});
afterAll(() => sshd.stop());
beforeEach(() => rmSync(join(sshd.home, '.ssh'), { recursive: true, force: true }));

const knownHosts = () => join(sshd.home, '.ssh', 'known_hosts');
const name = () => `[127.0.0.1]:${sshd.port}`;
/** An ed25519 key of nobody. */
const OTHER_KEY = 'AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f';
function write(...lines: string[]): void {
  mkdirSync(join(sshd.home, '.ssh'), { recursive: true, mode: 0o700 });
  writeFileSync(knownHosts(), `${lines.join('\n')}\n`);
}
async function visit(routes = routesOf(sshd.home).routes) {
  const { work, steps } = watchedWork();
  const failure = await failureOf(routes.network('a', sshd.route, noSecrets, work));
  routes.closeAll();
  return { failure, steps: steps() };
}

describe('an unknown host key', () => {
  test('is shown before anything is sent, accepted once, and then known', async () => {
    const { routes } = routesOf(sshd.home);
    const before = sshd.log().length;
    const { failure } = await visit(routes);
    expect(failure).toMatchObject({
      code: 'ssh.hostKeyUnknown',
      stage: 'SSH',
      at: `127.0.0.1:${sshd.port}`,
      hostKey: { host: '127.0.0.1', port: sshd.port, type: 'ssh-ed25519', sha256: sshd.hostKeySha256 },
    });
    // sshd names a user as soon as it hears of one.
    expect(sshd.log().slice(before)).not.toContain(`user ${sshd.user}`);
    const facts = failure?.hostKey as HostKeyFacts;
    const refused = await failureOf(routes.acceptHostKey({ ...facts, sha256: `SHA256:${'A'.repeat(43)}` }));
    expect(refused).toMatchObject({ code: 'ssh.hostKeyUnknown' });
    await routes.acceptHostKey(facts);
    expect(readFileSync(knownHosts(), 'utf8')).toBe(`${sshd.knownHostsLine}\n`);
    expect(statSync(knownHosts()).mode & 0o777).toBe(0o600);
    expect(statSync(join(sshd.home, '.ssh')).mode & 0o777).toBe(0o700);
    const { steps } = await visit(routes);
    expect(steps.map(({ name: step, state, text }) => [step, state, text])).toEqual([
      ['SSH', 'done', `127.0.0.1:${sshd.port}, ssh-ed25519 ${sshd.hostKeySha256}`],
      ['SSH login', 'done', `${sshd.user}, key ${sshd.keyFile}`],
    ]);
  });

  test('cannot be accepted without having been shown, nor a second time once it was taken out of known_hosts', async () => {
    const { routes } = routesOf(sshd.home);
    const facts = { host: '127.0.0.1', port: sshd.port, type: 'ssh-ed25519', sha256: sshd.hostKeySha256 };
    expect(await failureOf(routes.acceptHostKey(facts))).toMatchObject({ code: 'ssh.hostKeyUnknown' });
    await visit(routes);
    await routes.acceptHostKey(facts);
    write('');
    expect(await failureOf(routes.acceptHostKey(facts))).toMatchObject({ code: 'ssh.hostKeyUnknown' });
    expect(readFileSync(knownHosts(), 'utf8').trim()).toBe('');
  });

  test('is added as a line of its own, hashed where others are, and OpenSSH finds it', async () => {
    write(`other.example ssh-ed25519 ${OTHER_KEY}`);
    await runTool('ssh-keygen', ['-q', '-H', '-f', knownHosts()]);
    rmSync(`${knownHosts()}.old`);
    const before = readFileSync(knownHosts(), 'utf8').trimEnd();
    writeFileSync(knownHosts(), before); // without the end of its line
    const { routes } = routesOf(sshd.home);
    const { failure } = await visit(routes);
    await routes.acceptHostKey(failure?.hostKey as HostKeyFacts);
    const after = readFileSync(knownHosts(), 'utf8');
    expect(after.startsWith(`${before}\n|1|`)).toBe(true);
    expect(after).not.toContain('127.0.0.1');
    expect(await runTool('ssh-keygen', ['-F', name(), '-f', knownHosts()])).toContain('found: line 2');
    expect((await visit(routes)).failure).toBeUndefined();
  });

  test('of a host that has a certificate authority is still unknown, with a word about it', async () => {
    write(`@cert-authority 127.0.0.*,${name()} ssh-ed25519 ${OTHER_KEY}`);
    const { failure } = await visit();
    expect(failure).toMatchObject({
      code: 'ssh.hostKeyUnknown',
      hostKey: { remarks: ['known_hosts names a certificate authority for this host; it is not used here.'] },
    });
  });
});

describe('a known host', () => {
  test('that is known by its RSA key only is asked for that one', async () => {
    const keys = await runTool('ssh-keyscan', ['-t', 'rsa', '-p', String(sshd.port), '127.0.0.1']);
    write(keys.trim());
    const { failure, steps } = await visit();
    expect(failure).toBeUndefined();
    expect(steps[0]?.text).toMatch(/, ssh-rsa SHA256:/);
  });

  test('that shows another key is an alarm, with the line it contradicts', async () => {
    write('# a comment', `${name()} ssh-ed25519 ${OTHER_KEY}`);
    const before = readFileSync(knownHosts(), 'utf8');
    const { routes } = routesOf(sshd.home);
    const { failure } = await visit(routes);
    expect(failure).toMatchObject({
      code: 'ssh.hostKeyChanged',
      stage: 'SSH',
      facts: { host: '127.0.0.1', file: knownHosts(), line: 2 },
      hostKey: {
        sha256: sshd.hostKeySha256,
        known: { sha256: expect.stringMatching(/^SHA256:[A-Za-z0-9+/]{43}$/), file: knownHosts(), line: 2 },
      },
    });
    // It cannot be accepted in passing.
    expect(await failureOf(routes.acceptHostKey(failure?.hostKey as HostKeyFacts))).toMatchObject({
      code: 'ssh.hostKeyUnknown',
    });
    expect(readFileSync(knownHosts(), 'utf8')).toBe(before);
  });

  test('that shows another key than that of its port is an alarm, even if it is the one of the host without the port', async () => {
    const [, type, key] = sshd.knownHostsLine.split(' ');
    write(`${name()} ssh-ed25519 ${OTHER_KEY}`, `127.0.0.1 ${type} ${key}`);
    const before = sshd.log().length;
    const { failure } = await visit();
    expect(failure).toMatchObject({ code: 'ssh.hostKeyChanged', facts: { file: knownHosts(), line: 1 } });
    expect(sshd.log().slice(before)).not.toContain(`user ${sshd.user}`);
  });

  test('by its key without the port alone is taken, and the step says so', async () => {
    const [, type, key] = sshd.knownHostsLine.split(' ');
    write(`127.0.0.1 ${type} ${key}`);
    const { failure, steps } = await visit();
    expect(failure).toBeUndefined();
    expect(steps[0]?.text).toBe(
      `127.0.0.1:${sshd.port}, ssh-ed25519 ${sshd.hostKeySha256}, known for 127.0.0.1 without the port`,
    );
  });

  test('whose new key is of another type than the known one is an alarm too', async () => {
    const ecdsa = await runTool('ssh-keyscan', ['-t', 'rsa', '-p', String(sshd.port), '127.0.0.1']);
    const only = await startSshd({ hostKeys: ['ecdsa'] });
    try {
      only.trust();
      writeFileSync(join(only.home, '.ssh', 'known_hosts'), ecdsa.replaceAll(String(sshd.port), String(only.port)));
      const { routes } = routesOf(only.home);
      const failure = await failureOf(routes.network('a', only.route, noSecrets, watchedWork().work));
      expect(failure).toMatchObject({ code: 'ssh.hostKeyChanged', hostKey: { type: 'ecdsa-sha2-nistp256' } });
    } finally {
      await only.stop();
    }
  });

  test('whose key was revoked is refused', async () => {
    const [, type, key] = sshd.knownHostsLine.split(' ');
    write(sshd.knownHostsLine, `@revoked * ${type} ${key}`);
    const { failure } = await visit();
    expect(failure).toMatchObject({ code: 'ssh.hostKeyRevoked', facts: { file: knownHosts(), line: 2 } });
  });

  test('with several keys is taken by any of them, and a negated pattern does not count', async () => {
    write(`${name()} ssh-ed25519 ${OTHER_KEY}`, sshd.knownHostsLine);
    expect((await visit()).failure).toBeUndefined();
    write(`*,!${name()} ssh-ed25519 ${OTHER_KEY}`);
    expect((await visit()).failure).toMatchObject({ code: 'ssh.hostKeyUnknown' });
  });

  test('changes its keys between two connections: the alarm comes, and nothing is sent', async () => {
    const changing = await startSshd();
    try {
      changing.trust();
      const { routes } = routesOf(changing.home);
      const ask = () => failureOf(routes.network('a', changing.route, noSecrets, watchedWork().work));
      expect(await ask()).toBeUndefined();
      routes.closeAll();
      await changing.changeHostKeys();
      const before = changing.log().length;
      expect(await ask()).toMatchObject({ code: 'ssh.hostKeyChanged', hostKey: { sha256: changing.hostKeySha256 } });
      expect(changing.log().slice(before)).not.toContain(`user ${changing.user}`);
    } finally {
      await changing.stop();
    }
  });
});
