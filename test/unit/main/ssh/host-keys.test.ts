import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { createHostKeys } from '../../../../src-main/ssh/host-keys';
import { fingerprint } from '../../../../src-main/ssh/known-hosts';
import { createRoutePlanner, type HopPlan } from '../../../../src-main/ssh/route-plan';
import { createConfigReader } from '../../../../src-main/ssh/ssh-config-file';
import { sentencesOf } from '../../../../src-shared/messages/failure-texts';
import type { Message } from '../../../../src-shared/texts/message';
import { inEnglish, say, saying } from '../../../support/english';
import { asText, publicKey } from '../../../support/known-hosts-cases';
import { runTool } from '../../../support/run-tool';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../../support/temporary-folder';

const home = makeTemporaryFolder('host-keys');
const folder = join(home, '.ssh');
const file = join(folder, 'known_hosts');
beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
});
afterAll(() => removeTemporaryFolder(home));

const [a, b] = ['A', 'B'].map((letter) => publicKey('ssh-ed25519', Buffer.alloc(32, letter))) as [Buffer, Buffer];
const text = (key: Buffer) => asText('ssh-ed25519', key);
const put = (name: string, ...lines: string[]) => writeFileSync(join(folder, name), lines.join('\n'));
const known = () => readFileSync(file, 'utf8');

async function planFor(port = 2222): Promise<HopPlan> {
  const planner = createRoutePlanner(createConfigReader(home), home, {});
  const [plan] = await planner.plan({ kind: 'ssh', host: 'gw', port, user: 'ada', login: 'agent', jumps: [] });
  if (!plan) throw new Error('There is no plan.');
  return plan;
}
/** Shows a key as the server would; gives the failure, if it is refused, and what is said of an accepted key. */
async function show(key: Buffer, { hostKeys = createHostKeys(), port = 2222 } = {}) {
  const check = await hostKeys.check(await planFor(port), 'gw:2222');
  const accepted = check.accepts(key);
  return { accepted, described: inEnglish(check.described('gw:2222')), refusal: check.refusal() };
}
const facts = (key: Buffer) => ({ host: 'gw', port: 2222, type: 'ssh-ed25519', sha256: fingerprint(key) });
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'kept',
    (error: { code: string; about: { facts?: { why?: Message } } }) => [error.code, inEnglish(error.about.facts?.why)],
  );

describe('accepting a key', () => {
  test('for a port leaves the host without the port unknown', async () => {
    const hostKeys = createHostKeys();
    await show(b, { hostKeys });
    await hostKeys.accept(facts(b));
    expect(known()).toBe(`[gw]:2222 ${text(b)}\n`);
    expect((await show(b)).accepted).toBe(true);
    expect((await show(b, { port: 22 })).refusal?.code).toBe('ssh.hostKeyUnknown');
    expect(await runTool('ssh-keygen', ['-F', '[gw]:2222', '-f', file])).toContain('found: line 1');
    await expect(runTool('ssh-keygen', ['-F', 'gw', '-f', file])).rejects.toThrow();
  });

  test('for an alias names the alias alone, hashed if it would be a pattern', async () => {
    put('config', 'HostKeyAlias *');
    const hostKeys = createHostKeys();
    await show(b, { hostKeys });
    await hostKeys.accept(facts(b));
    expect(known()).toMatch(/^\|1\|\S+ ssh-ed25519 \S+\n$/);
    expect((await show(b)).accepted).toBe(true);
    put('config', 'HostKeyAlias other');
    expect((await show(b)).accepted).toBe(false);
  });

  test('ends a last line that has no end, and adds no line twice', async () => {
    put('known_hosts', `gw ${text(a)}`);
    const [one, other] = [createHostKeys(), createHostKeys()];
    await show(b, { hostKeys: one });
    await show(b, { hostKeys: other });
    await one.accept(facts(b));
    await other.accept(facts(b));
    expect(known()).toBe(`gw ${text(a)}\n[gw]:2222 ${text(b)}\n`);
  });

  test('twice, one after the other or at once, is no failure and adds one line', async () => {
    const hostKeys = createHostKeys();
    await show(b, { hostKeys });
    await Promise.all([hostKeys.accept(facts(b)), hostKeys.accept(facts(b))]);
    await hostKeys.accept(facts(b));
    expect(known()).toBe(`[gw]:2222 ${text(b)}\n`);
  });

  test.each([
    ['another key was added', `[gw]:2222 ${text(a)}`, 'ssh.hostKeyChanged'],
    ['it was revoked', `@revoked * ${text(b)}`, 'ssh.hostKeyRevoked'],
  ])('is refused if meanwhile %s', async (_, line, code) => {
    const hostKeys = createHostKeys();
    await show(b, { hostKeys });
    put('known_hosts', line);
    await expect(hostKeys.accept(facts(b))).rejects.toMatchObject({ code });
    expect(known()).toBe(line);
  });

  test.each(['none', devNull])('lasts until the end of the app where UserKnownHostsFile is %s', async (value) => {
    put('config', `UserKnownHostsFile ${value}`);
    const hostKeys = createHostKeys();
    expect((await show(b, { hostKeys })).refusal?.about.hostKey).toEqual(facts(b));
    await hostKeys.accept(facts(b));
    expect((await show(b, { hostKeys })).accepted).toBe(true);
    expect((await show(a, { hostKeys })).refusal?.code).toBe('ssh.hostKeyUnknown');
    expect((await show(b)).accepted).toBe(false);
    expect(() => readFileSync(join(folder, 'none'))).toThrow('ENOENT');
  });
});

describe('what the user is told', () => {
  test('of a key that is known without the port only', async () => {
    put('known_hosts', `gw ${text(b)}`);
    expect((await show(b)).described).toBe(`gw:2222, ssh-ed25519 ${fingerprint(b)}, known for gw without the port`);
    put('known_hosts', `[gw]:2222 ${text(b)}`);
    expect((await show(b)).described).toBe(`gw:2222, ssh-ed25519 ${fingerprint(b)}`);
  });

  test('of a new key where the host has another one without the port', async () => {
    put('known_hosts', '', `gw ${text(a)}`);
    expect((await show(b)).refusal?.about).toMatchObject({
      hostKey: {
        addedTo: file,
        remarks: [saying(`Without the port, gw is known by another key: ${fingerprint(a)} in ${file}, line 2.`)],
      },
    });
  });

  test('of a revoked key: the line, and nothing that looks like a known key', async () => {
    put('known_hosts', `[gw]:2222 ${text(b)}`, `@revoked gw ${text(b)}`);
    const { refusal } = await show(b);
    expect(refusal?.about).toEqual({ at: 'gw:2222', facts: { host: 'gw', file, line: 2 }, hostKey: facts(b) });
    expect(refusal && say(sentencesOf(refusal.toFailure()).why ?? expect.unreachable())).toContain(
      'A key is revoked when others may have it',
    );
  });
});

describe('the files', () => {
  test('are the four usual ones, or those of the configuration', async () => {
    const { user, global } = (await planFor()).knownHosts;
    expect(user).toEqual([file, `${file}2`]);
    expect(global.map((each) => each.split(/[/\\]/).at(-1))).toEqual(['ssh_known_hosts', 'ssh_known_hosts2']);
    put('config', 'UserKnownHostsFile ~/one %d/two', 'GlobalKnownHostsFile none', 'RevokedHostKeys revoked');
    expect((await planFor()).knownHosts).toEqual({
      user: [join(home, 'one'), join(home, 'two')],
      global: [],
      revoked: [join(folder, 'revoked')],
    });
  });

  test('known_hosts2 counts as well', async () => {
    put('known_hosts', `gw ${text(b)}`);
    put('known_hosts2', `[gw]:2222 ${text(a)}`);
    expect((await show(b)).refusal?.about.facts).toMatchObject({ file: `${file}2`, line: 1 });
  });

  test.each<[string, () => void, string]>([
    ['a folder', () => mkdirSync(file), 'It is not a file.'],
    ['endless', () => symlinkSync('/dev/zero', file), 'It is not a file.'],
    ['too large', () => put('known_hosts', 'x'.repeat(16 * 1024 * 1024 + 1)), 'It is larger than 16 MB.'],
  ])('stop the connection if one is %s', async (_, make, why) => {
    make();
    expect(await codeOf(show(b))).toEqual(['ssh.knownHostsUnreadable', why]);
  });

  test.each([
    ['is missing', undefined, 'It does not exist.'],
    ['has a host before a key', `# lost\r\n\r\n${text(a)}\ngw ${text(b)}`, 'Line 4 is not a public key.'],
    ['has a fingerprint', fingerprint(b), 'Line 1 is not a public key.'],
    ['is a KRL', 'SSHKRL\n\0', 'It is a key revocation list (KRL), which this app cannot read.'],
  ])('stop the connection if RevokedHostKeys %s', async (_, content, why) => {
    put('config', 'RevokedHostKeys revoked');
    if (content !== undefined) put('revoked', content);
    put('known_hosts', `[gw]:2222 ${text(b)}`);
    expect(await codeOf(show(b))).toEqual(['ssh.knownHostsUnreadable', why]);
  });

  test('are not asked for from a command', async () => {
    put('config', 'KnownHostsCommand /bin/echo %H');
    expect(await codeOf(planFor())).toEqual(['ssh.noConfig', 'It asks for a command to be run (KnownHostsCommand).']);
    put('config', 'KnownHostsCommand none');
    expect(await codeOf(planFor())).toBe('kept');
  });
});
