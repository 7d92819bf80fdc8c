import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inject } from 'vitest';
import { AppError } from '../../../src-main/base/app-error';
import { findInstallations } from '../../../src-main/discovery/installations';
import { judgeMaterial } from '../../../src-main/discovery/judge-material';
import { lookAround } from '../../../src-main/discovery/look-around';
import type { Material } from '../../../src-main/discovery/material';
import type { RemoteFiles } from '../../../src-main/ssh/remote-files';
import { createSshRoutes, type SshRoutes } from '../../../src-main/ssh/ssh-routes';
import { createWork } from '../../../src-main/work/work';
import type { Step } from '../../../src-shared/model/work';
import { selfSigned } from '../../support/certificates';
import { inEnglish } from '../../support/english';
import { chrootSalt, putInstallation } from '../../support/gluu-chroot';
import { gluuTree } from '../../support/gluu-tree';
import { openHere } from '../../support/open-here';
import { type Slapd, startSlapd } from '../../support/slapd';
import { type Sshd, startSshd } from '../../support/sshd';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../support/temporary-folder';
import { watchedWork as quiet, startTestConsole } from '../../support/test-console';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '../ssh/as-root';
import { everywhere } from '../ssh/ssh-bench';

let sshd: Sshd;
let routes: SshRoutes;
beforeAll(async () => {
  sshd = await startSshd();
});
afterAll(() => sshd.stop());

let farEnd: string;
let slapd: Slapd | undefined;
beforeEach(() => {
  farEnd = makeTemporaryFolder('far-end');
  mkdirSync(path.join(farEnd, 'opt'));
  routes = createSshRoutes({ ask: async () => undefined, openKey: openHere, guard: everywhere, home: sshd.home });
});
afterEach(async () => {
  routes.closeAll();
  await slapd?.stop();
  slapd = undefined;
  removeTemporaryFolder(farEnd);
});

const secrets = { password: async () => undefined, passphrase: async () => undefined };

/** The real far end, whose root is a folder: a test does not look into this computer's own /opt. */
function below(root: string, files: RemoteFiles): RemoteFiles {
  const inside = (file: string) => path.join(root, file);
  return {
    via: files.via,
    list: (folder, signal) => files.list(inside(folder), signal),
    read: (file, max, signal) => files.read(inside(file), max, signal),
    readAsRoot: (file, max, signal, password) => files.readAsRoot(inside(file), max, signal, password),
    close: () => files.close(),
  };
}

async function look() {
  let steps: Step[] = [];
  const work = createWork(new AbortController().signal, (now) => {
    steps = now;
  });
  const files = below(farEnd, await routes.files('test', sshd.route, secrets, work));
  const before: Material = { route: sshd.route, installations: [], looks: {}, given: {} };
  try {
    return { ...judgeMaterial(await lookAround(files, before, undefined, undefined, work)), steps };
  } finally {
    files.close();
  }
}

test('an unknown host key is shown before anything else, and nothing is read', async () => {
  await expect(look()).rejects.toMatchObject({
    code: 'ssh.hostKeyUnknown',
    about: { hostKey: { sha256: sshd.hostKeySha256 } },
  });
});

test('a chroot is found and read over a real SFTP server', async () => {
  sshd.trust();
  const { cert, sha256 } = await selfSigned();
  putInstallation(farEnd, 'chroot-3', { certificate: cert, runs: true });
  putInstallation(farEnd, 'chroot-3', { logged: 1_600_000_000 }, 'opt/gluu-server-3.1.4');
  const { finding, bindPassword, salt, certificate, steps } = await look();
  expect(finding.installations.map(({ root, state }) => [root, state])).toEqual([
    ['/opt/gluu-server-3.1.2', 'runs'],
    ['/opt/gluu-server-3.1.4', 'unknown'],
  ]);
  expect(finding.installations[1]?.lastLog).toMatch(/^2020-09-13T12:26:40/);
  expect(finding).toMatchObject({ missing: [], version: '3.1.2', target: { host: 'localhost', port: 1636 } });
  expect([bindPassword, salt, certificate?.sha256]).toEqual(['Secret123!', chrootSalt, sha256]);
  expect(steps.map(({ name }) => name).slice(-4)).toEqual(['Installation', 'Files', 'Certificate', 'Password']);
  expect(steps.every(({ state }) => state === 'done')).toBe(true);
});

test('the server that was found is added, and reached through the same SSH route', async () => {
  const own = await selfSigned();
  slapd = await startSlapd({ tls: own, ldif: gluuTree({ version: '3.1.2', salt: chrootSalt }) });
  putInstallation(farEnd, 'chroot-3', {
    bindPassword: slapd.password,
    bindDn: slapd.bindDn,
    servers: `localhost:${slapd.ldapsPort}`,
    certificate: own.cert,
  });
  const found: SshRoutes = {
    ...routes,
    files: async (key, route, typed, work) => below(farEnd, await routes.files(key, route, typed, work)),
  };
  const console = await startTestConsole({ helpers: inject('helpers'), tuning: { routes: () => found } });
  const { calls, stop } = console;
  // The window names no key file that was not chosen in the system's own dialog.
  await expect(calls['discovery.find']({ route: sshd.route }, quiet())).rejects.toMatchObject({
    code: 'ssh.keyNotChosen',
  });
  if (sshd.route.keyFile) console.says.file = sshd.route.keyFile;
  await console.must('ssh.chooseKey');
  const { findingId, missing } = await calls['discovery.find']({ route: sshd.route }, quiet());
  expect(missing).toEqual([]);
  const before = sshd.log().length;
  const { server } = await calls['discovery.keep'](
    {
      findingId,
      server: { name: 'Meadow', group: '', environment: 'production', notes: '', readOnly: true },
      keepSshSecrets: false,
    },
    quiet(),
  );
  expect(server.foundVersion).toMatchObject({ version: '3.1.2', root: '/opt/gluu-server-3.1.2' });
  const facts = await calls['server.check']({ serverId: server.id }, quiet());
  expect(facts).toMatchObject({ boundAs: slapd.bindDn, tls: { trust: 'pin', sha256: own.sha256 } });
  // A connection of its own: the one that found it was closed with the finding.
  expect(sshd.log().slice(before)).toContain('Accepted publickey');
  await stop();
});

test('files that are missing, too large or no files are reported one by one', async () => {
  const files = putInstallation(farEnd, 'package-4', {});
  writeFileSync(files.salt, 'x'.repeat(10_000));
  rmSync(files.ldap);
  mkdirSync(files.ldap);
  const { finding } = await look();
  expect(finding.missing.map(({ kind }) => kind)).toContain('salt');
  expect(inEnglish(finding.missing).find(({ kind }) => kind === 'salt')?.what).toContain('too large');
  expect(finding.missing.find(({ kind }) => kind === 'ldap')?.needed).toBe(true);
});

test('a host without Gluu is reported as such', async () => {
  chmodSync(farEnd, 0o755);
  expect((await look()).finding.missing.map(({ kind }) => kind)).toEqual(['installation']);
});

test('a connection that ends in the middle is a failure', async () => {
  putInstallation(farEnd, 'chroot-3');
  const work = createWork(new AbortController().signal, () => {});
  const files = await routes.files('test', sshd.route, secrets, work);
  routes.closeAll();
  await expect(findInstallations(below(farEnd, files), work.signal)).rejects.toBeInstanceOf(AppError);
});
