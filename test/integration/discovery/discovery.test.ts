import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { encrypt } from '../../../src-main/gluu-ldap/string-encrypter';
import type { BoxWords } from '../../../src-main/guard/box-words';
import { thisComputer } from '../../../src-main/net/network';
import type { SshRoutes } from '../../../src-main/ssh/ssh-routes';
import type { Input } from '../../../src-shared/contract/contract';
import { whatIsStored } from '../../../src-shared/discovery/what-is-stored';
import type { DiscoveryKeep } from '../../../src-shared/model/discovery';
import type { SshHop, SshRoute } from '../../../src-shared/model/route';
import { message } from '../../../src-shared/texts/message';
import { selfSigned, type TestCertificate } from '../../support/certificates';
import { otherSalt } from '../../support/cipher-vectors';
import { inEnglish, saying } from '../../support/english';
import { rowsRead } from '../../support/found-rows';
import { chrootSalt, putInstallation } from '../../support/gluu-chroot';
import { gluuTree } from '../../support/gluu-tree';
import { localFiles } from '../../support/local-files';
import { type Slapd, startSlapd } from '../../support/slapd';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../support/temporary-folder';
import { watchedWork as quiet, startTestConsole, type TestConsole } from '../../support/test-console';

const route: SshRoute = {
  kind: 'ssh',
  host: 'gluu.example.org',
  port: 22,
  user: 'admin',
  login: 'password',
  jumps: [],
};
const SSH_PASSWORD = 'ssh-Passw0rd';

let slapd: Slapd;
let own: TestCertificate;
beforeAll(async () => {
  own = await selfSigned();
  slapd = await startSlapd({ tls: own, ldif: gluuTree({ version: '3.1.2', salt: chrootSalt }) });
});
afterAll(() => slapd.stop());

let folder: string;
let farEnd: string;
let data: string;
let rules: Parameters<typeof localFiles>[1];
let closedKeys: string[];
let logins: string[];
let way: SshHop;
/** Over which hosts the connection is made, if ~/.ssh/config changed since it was looked at. */
let reached: SshHop[] | undefined;
let app: TestConsole;
let calls: TestConsole['calls'];
beforeEach(async () => {
  folder = makeTemporaryFolder('discovery');
  farEnd = path.join(folder, 'far-end');
  data = path.join(folder, 'data');
  mkdirSync(path.join(farEnd, 'opt'), { recursive: true });
  [rules, closedKeys, logins] = [{}, [], []];
  // The far end's network is this computer's here: its localhost is where slapd listens.
  [way, reached] = [{ host: 'gluu.example.org', port: 22, user: 'admin' }, undefined];
  mkdirSync(data);
  const routes = (own: SshRoutes): SshRoutes => ({
    ...own,
    way: async ({ kind }) => (kind === 'ssh' ? [way] : []),
    network: async () => ({ ...thisComputer, way: [way] }),
    async files(key, _, secrets) {
      logins.push(`${key} ${await secrets.password(reached ?? [way])}`);
      return localFiles(farEnd, rules);
    },
    close: (key) => closedKeys.push(key),
  });
  app = await startTestConsole({ helpers: inject('helpers'), folder: data, tuning: { routes } });
  calls = app.calls;
});
afterEach(async () => {
  await app.stop();
  removeTemporaryFolder(folder);
});

const profiles = () => app.must('server.list');
/** The accounts of secrets that are kept for servers. */
const secretsKept = () => [...app.keychain.keys()].filter((account) => account.startsWith('server/')).sort();
const isTrust = ({ message }: BoxWords) => message.startsWith('Trust this certificate');
const find = (more: Partial<Input<'discovery.find'>> = {}) =>
  calls['discovery.find']({ route, sshPassword: SSH_PASSWORD, ...more }, quiet());
const paste = (text: string, findingId = 'new') => calls['discovery.paste']({ text, findingId }, quiet());
const choice = (findingId: string, more: Partial<DiscoveryKeep> = {}): DiscoveryKeep => ({
  findingId,
  server: { name: 'Meadow', group: 'Farms', environment: 'production', notes: '', readOnly: true },
  keepSshSecrets: false,
  ...more,
});
const keep = (findingId: string, more: Partial<DiscoveryKeep> = {}) =>
  calls['discovery.keep'](choice(findingId, more), quiet());
const install = () =>
  putInstallation(farEnd, 'chroot-3', {
    bindPassword: slapd.password,
    bindDn: slapd.bindDn,
    servers: `localhost:${slapd.ldapsPort}`,
    certificate: own.cert,
  });
const snapshotOf = (at: string): string[] =>
  readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
    .map((file) => `${file}\n${readFileSync(file, 'utf8')}`);

describe('a Gluu Server found over SSH', () => {
  test('is added in one step, and reached with what was found', async () => {
    install();
    const before = snapshotOf(farEnd);
    const finding = await find();
    expect(finding.missing).toEqual([]);
    const { server, secretFailure } = await keep(finding.findingId);
    expect(secretFailure).toBeUndefined();
    expect(server).toMatchObject({
      host: 'localhost',
      port: slapd.ldapsPort,
      route,
      readOnly: true,
      pin: { sha256: own.sha256 },
      secrets: { bindPassword: 'stored', salt: 'stored', sshPassword: 'none' },
    });
    const facts = await calls['server.check']({ serverId: server.id }, quiet());
    expect(facts).toMatchObject({ boundAs: slapd.bindDn, tls: { trust: 'pin', sha256: own.sha256 } });
    expect(snapshotOf(farEnd)).toEqual(before);
  });

  test('leaves the profile and the keychain as was shown before, and nothing else', async () => {
    install();
    const finding = await find();
    const shown = whatIsStored(finding, choice(finding.findingId, { keepSshSecrets: true }));
    const before = readdirSync(data);
    const { server } = await keep(finding.findingId, { keepSshSecrets: true });
    // That its place was confirmed is kept as well: that is asked and told by itself.
    const others = [...before, 'settings.json', 'confirmed-places.json'];
    expect(readdirSync(data).filter((name) => !others.includes(name))).toEqual(['servers.json']);
    const file = snapshotOf(data).join();
    for (const secret of [slapd.password, chrootSalt, SSH_PASSWORD]) expect(file).not.toContain(secret);
    expect(secretsKept()).toEqual(['bindPassword', 'salt', 'sshPassword'].map((kind) => `server/${server.id}/${kind}`));
    expect(inEnglish(shown.keychain)).toEqual(['Bind password', 'Salt', 'SSH password']);
    const [profile] = JSON.parse(readFileSync(path.join(data, 'servers.json'), 'utf8')).servers;
    expect(shown.profile.map(({ field }) => field).sort()).toEqual(
      Object.keys(profile)
        .filter((key) => key !== 'id')
        .sort(),
    );
    for (const { value } of shown.profile.filter(({ field }) => ['name', 'host', 'bindDn', 'group'].includes(field)))
      expect(Object.values(profile)).toContain(value);
  });

  test('does not get the password that was typed for another host', async () => {
    install();
    reached = [{ ...way, host: 'other.example.org' }];
    await expect(find()).rejects.toMatchObject({
      code: 'ssh.noConfig',
      about: {
        facts: {
          why: message('discovery.wayChanged', {
            before: 'admin@gluu.example.org',
            now: 'admin@other.example.org',
          }),
        },
      },
    });
    expect(logins).toEqual([]);
  });

  test('is not added once ~/.ssh/config leads elsewhere: what was typed was for the host of then', async () => {
    install();
    const finding = await find();
    way = { ...way, host: 'other.example.org' };
    await expect(keep(finding.findingId, { keepSshSecrets: true })).rejects.toMatchObject({
      code: 'ssh.noConfig',
      about: {
        facts: {
          why: message('discovery.wayChanged', {
            before: 'admin@gluu.example.org',
            now: 'admin@other.example.org',
          }),
        },
      },
    });
    expect(secretsKept()).toEqual([]);
    expect(await profiles()).toEqual([]);
  });

  test('is not added either once it leads elsewhere behind the question for the certificate', async () => {
    const { certificate } = install();
    const { findingId } = await find();
    await paste(readFileSync(certificate, 'utf8'), findingId);
    app.says.whenAsked = () => {
      if (app.boxes.slice(-1).some(isTrust)) way = { ...way, host: 'other.example.org' };
    };
    await expect(keep(findingId, { keepSshSecrets: true })).rejects.toMatchObject({ code: 'ssh.noConfig' });
    expect(app.boxes.filter(isTrust)).toHaveLength(1);
    expect(secretsKept()).toEqual([]);
    expect(await profiles()).toEqual([]);
  });

  test('never tells the window a secret', async () => {
    install();
    const finding = await find({ sudo: { password: 'sudo-Passw0rd' } });
    const kept = await keep(finding.findingId, { keepSshSecrets: true });
    for (const secret of [slapd.password, chrootSalt, SSH_PASSWORD, 'sudo-Passw0rd'])
      expect(JSON.stringify([finding, kept])).not.toContain(secret);
  });

  test('with a closed salt goes on with a pasted one, and a second look keeps it', async () => {
    const { salt } = install();
    rules = { closed: [salt.slice(farEnd.length)] };
    const first = await find();
    expect(first.missing.map(({ kind }) => kind)).toEqual(['salt', 'bindPassword']);
    const second = await paste(`encodeSalt = ${chrootSalt}`, first.findingId);
    expect(second).toMatchObject({ findingId: first.findingId, password: 'decrypts', missing: [] });
    const third = await find({ findingId: first.findingId });
    expect(third).toMatchObject({ findingId: first.findingId, password: 'decrypts' });
    const { server } = await keep(third.findingId);
    expect(server.secrets.bindPassword).toBe('stored');
  });

  test('whose salt is nowhere is added with a typed password', async () => {
    const { salt } = install();
    rmSync(salt);
    const { findingId } = await find();
    const { server } = await keep(findingId, { bindPassword: slapd.password });
    expect(server.secrets).toMatchObject({ bindPassword: 'stored', salt: 'none' });
    await expect(calls['server.check']({ serverId: server.id }, quiet())).resolves.toBeDefined();
  });

  test('of another installation’s salt: it is refused with its reason, and not kept', async () => {
    const { salt } = install();
    writeFileSync(salt, `encodeSalt = ${otherSalt}\n`);
    const finding = await find();
    expect(finding).toMatchObject({ hasSalt: false, password: 'wrongSalt' });
    expect(inEnglish(finding.missing[0])).toMatchObject({
      kind: 'salt',
      what: expect.stringMatching(/^This salt is refused, .*: admin@gluu.example.org:/),
      why: expect.stringContaining('bindPassword'),
      remedies: ['paste'],
    });
    const { server } = await keep(finding.findingId, { bindPassword: slapd.password });
    expect(server.secrets).toMatchObject({ bindPassword: 'stored', salt: 'none' });
    const good = await paste(`encodeSalt = ${chrootSalt}`, (await find()).findingId);
    expect(good).toMatchObject({ hasSalt: true, password: 'decrypts', missing: [] });
  });

  test('is not added with a salt that fits its files and not its tree; nothing is kept, and it can be corrected', async () => {
    const foreign = putInstallation(farEnd, 'chroot-3', {
      salt: otherSalt,
      bindPassword: slapd.password,
      bindDn: slapd.bindDn,
      servers: `localhost:${slapd.ldapsPort}`,
      certificate: own.cert,
    });
    const finding = await find();
    expect(finding).toMatchObject({ hasSalt: true, password: 'decrypts', missing: [] });
    const before = await slapd.dump();
    await expect(keep(finding.findingId)).rejects.toMatchObject({
      code: 'gluu.saltContradicted',
      about: { facts: { why: saying(/idpBindPassword and oxAuthClientPassword/) } },
    });
    expect([await profiles(), secretsKept(), await slapd.dump()]).toEqual([[], [], before]);
    writeFileSync(foreign.salt, `encodeSalt = ${chrootSalt}\n`);
    writeFileSync(
      foreign.ldap,
      readFileSync(foreign.ldap, 'utf8').replace(
        encrypt(slapd.password, otherSalt),
        encrypt(slapd.password, chrootSalt),
      ),
    );
    const again = await find({ findingId: finding.findingId });
    expect((await keep(again.findingId)).server.secrets.salt).toBe('stored');
  });

  test('is proved when it is added, and told by the check', async () => {
    install();
    const { server } = await keep((await find()).findingId);
    const { salt } = await calls['server.check']({ serverId: server.id }, quiet());
    expect(salt).toEqual({ kind: 'proved', by: ['idpBindPassword', 'oxAuthClientPassword'] });
  });

  test('keeps its address: the window cannot send the password elsewhere', async () => {
    install();
    const { findingId } = await find();
    await expect(keep(findingId, { host: 'evil.example.org' })).rejects.toMatchObject({ code: 'input.invalid' });
    expect(await profiles()).toEqual([]);
    expect(secretsKept()).toEqual([]);
  });

  test('is not added while something needed is missing', async () => {
    const { ldap } = install();
    rmSync(ldap);
    const { findingId } = await find();
    await expect(keep(findingId)).rejects.toMatchObject({ code: 'input.invalid' });
    const inCouchbase = path.join(folder, 'far-end');
    rmSync(inCouchbase, { recursive: true });
    mkdirSync(path.join(inCouchbase, 'opt'), { recursive: true });
    putInstallation(farEnd, 'chroot-4', { persistence: 'couchbase' });
    const other = await find();
    await expect(keep(other.findingId)).rejects.toMatchObject({
      about: { fields: { finding: message('discovery.missing.storage', { storage: 'couchbase' }) } },
    });
    expect(await profiles()).toEqual([]);
  });

  test('can be added once, and is forgotten when asked', async () => {
    install();
    const one = await find();
    await keep(one.findingId);
    const two = await find();
    await calls['discovery.forget']({ findingId: two.findingId }, quiet());
    for (const { findingId } of [one, two]) {
      await expect(keep(findingId)).rejects.toMatchObject({ code: 'gluu.snapshotGone' });
      expect(closedKeys).toContain(`discovery/${findingId}`);
    }
  });

  test('is examined again with another password over a separate connection', async () => {
    install();
    const { findingId } = await find();
    await find({ findingId });
    expect(closedKeys).toEqual([]);
    await find({ findingId, sshPassword: 'another' });
    expect(closedKeys).toEqual([`discovery/${findingId}`]);
    expect(logins.map((one) => one.replace(findingId, 'id'))).toEqual([
      `discovery/id ${SSH_PASSWORD}`,
      `discovery/id ${SSH_PASSWORD}`,
      'discovery/id another',
    ]);
  });
});

describe('pasted and opened texts', () => {
  const files = () => {
    const { ldap, salt, certificate } = install();
    return {
      ldap: readFileSync(ldap, 'utf8'),
      salt: readFileSync(salt, 'utf8'),
      pem: readFileSync(certificate, 'utf8'),
      ldapFile: ldap,
    };
  };

  test('are enough without SSH', async () => {
    const { ldap, salt } = files();
    const first = await paste(ldap);
    expect(first).toMatchObject({ password: 'noSalt', installations: [], target: { host: 'localhost' } });
    expect(first).not.toHaveProperty('route');
    const second = await paste(salt, first.findingId);
    expect(second.password).toBe('decrypts');
    const { server } = await keep(second.findingId, { host: '127.0.0.1' });
    expect(server).toMatchObject({ host: '127.0.0.1', route: { kind: 'direct' } });
    expect(server.pin).toBeUndefined();
    await expect(calls['server.check']({ serverId: server.id }, quiet())).rejects.toMatchObject({
      code: 'tls.untrusted',
    });
  });

  test('that are the salt of another installation are refused with the reason, and can be replaced', async () => {
    const { ldap, salt } = files();
    const { findingId } = await paste(ldap);
    const wrong = await paste(`encodeSalt = ${otherSalt}`, findingId);
    expect(wrong).toMatchObject({ hasSalt: false, password: 'wrongSalt' });
    expect(inEnglish(wrong.missing[0])).toMatchObject({
      kind: 'salt',
      what: expect.stringMatching(/^This salt is refused, .*: pasted text\.$/),
    });
    expect(rowsRead(wrong)).toContainEqual({ label: 'Salt', value: 'refused; not kept', source: 'pasted text' });
    expect(await paste(salt, findingId)).toMatchObject({ hasSalt: true, password: 'decrypts' });
  });

  test('whose bind password is in clear tell nothing of the salt', async () => {
    const { ldap, salt } = files();
    const { findingId } = await paste(ldap.replace(/^bindPassword: .*$/m, 'bindPassword: in clear'));
    const finding = await paste(salt, findingId);
    expect(finding).toMatchObject({ hasSalt: true, password: 'notEncrypted' });
    expect(rowsRead(finding).find(({ label }) => label === 'Salt')?.note).toContain('Not proved yet');
    expect(JSON.stringify(finding)).not.toContain('in clear');
  });

  test('that are a certificate are trusted only by a question outside the window', async () => {
    const { ldap, salt, pem } = files();
    const { findingId } = await paste(ldap);
    await paste(salt, findingId);
    await paste(pem, findingId);
    app.says.yes = (question) => !isTrust(question);
    await expect(keep(findingId)).rejects.toMatchObject({ code: 'write.notConfirmed' });
    expect(await profiles()).toEqual([]);
    app.says.yes = true;
    expect((await keep(findingId)).server.pin?.sha256).toBe(own.sha256);
    expect(app.boxes.filter(isTrust)).toHaveLength(2);
  });

  test('chosen in the system’s own dialog are named by their file', async () => {
    expect(await calls['discovery.open']({ findingId: 'new' }, quiet())).toBeUndefined();
    app.says.file = files().ldapFile;
    const finding = await calls['discovery.open']({ findingId: 'new' }, quiet());
    expect(finding && rowsRead(finding)[0]).toMatchObject({
      label: 'LDAP server',
      source: 'the file ox-ldap.properties',
    });
  });

  test.each(['', 'Dear colleague', '\0\0\0', '{"bindDN": 1}', '<xml/>'])(
    'that are something else are refused: %j',
    async (text) => {
      await expect(paste(text)).rejects.toMatchObject({
        code: 'input.invalid',
        about: { fields: { text: message('discovery.paste.notGluus') } },
      });
    },
  );

  test('cannot be added to a finding that is not there', async () => {
    await expect(paste('encodeSalt = x', '0b5a8c9e-6d0f-4a2b-9c3d-1e2f3a4b5c6d')).rejects.toMatchObject({
      code: 'gluu.snapshotGone',
    });
  });
});
