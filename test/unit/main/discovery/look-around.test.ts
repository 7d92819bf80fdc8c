import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '../../../../src-main/base/app-error';
import { findInstallations } from '../../../../src-main/discovery/installations';
import { judgeMaterial } from '../../../../src-main/discovery/judge-material';
import { lookAround } from '../../../../src-main/discovery/look-around';
import type { Material } from '../../../../src-main/discovery/material';
import type { Sudo } from '../../../../src-main/discovery/read-files';
import { createWork } from '../../../../src-main/work/work';
import type { SshRoute } from '../../../../src-shared/model/route';
import type { Step } from '../../../../src-shared/model/work';
import { selfSigned } from '../../../support/certificates';
import { inEnglish } from '../../../support/english';
import { rowsRead } from '../../../support/found-rows';
import { chrootSalt, putInstallation } from '../../../support/gluu-chroot';
import { gluuNames } from '../../../support/gluu-names';
import { localFiles } from '../../../support/local-files';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../../support/temporary-folder';

const route: SshRoute = { kind: 'ssh', host: 'gluu.example.org', port: 22, user: 'admin', login: 'agent', jumps: [] };
const via = 'admin@gluu.example.org';

let host: string;
beforeEach(() => {
  host = makeTemporaryFolder('far-end');
  mkdirSync(path.join(host, 'opt'));
});
afterEach(() => removeTemporaryFolder(host));

const never = () => new AbortController().signal;
const installed = (rules = {}) => findInstallations(localFiles(host, rules), never());

async function look(rules: Parameters<typeof localFiles>[1] = {}, sudo?: Sudo, root?: string) {
  let steps: Step[] = [];
  const work = createWork(never(), (now) => {
    steps = now;
  });
  const files = localFiles(host, rules);
  const before: Material = { route, installations: [], looks: {}, given: {} };
  const material = await lookAround(files, before, sudo, root, work);
  return { ...judgeMaterial(material), material, steps, asked: files.asked };
}

describe('an installation', () => {
  test.each([
    ['chroot-3', { root: '/opt/gluu-server-3.1.2', layout: 'chroot', version: '3.1.2' }],
    ['chroot-4', { root: '/opt/gluu-server', layout: 'chroot', version: '4.x' }],
    ['chroot-2', { root: '/opt/gluu-server-2.4.4', layout: 'chroot', version: '2.4.4' }],
    ['package-3', { root: '/', layout: 'package', version: '3.x' }],
    ['package-4', { root: '/', layout: 'package', version: '4.x' }],
    ['tomcat', { root: '/', layout: 'package', version: '2.x' }],
  ] as const)('of the layout %s is found with all its files', async (layout, expected) => {
    const { cert, sha256 } = await selfSigned();
    putInstallation(host, layout, { certificate: cert });
    expect(await installed()).toEqual([{ ...expected, state: 'unknown' }]);
    const { finding, bindPassword, salt, certificate, steps } = await look();
    expect({ bindPassword, salt, sha256: certificate?.sha256 }).toEqual({
      bindPassword: 'Secret123!',
      salt: chrootSalt,
      sha256,
    });
    expect(finding).toMatchObject({ password: 'decrypts', hasSalt: true, version: expected.version });
    expect(finding.missing).toEqual([]);
    expect(finding.target).toMatchObject({ host: 'localhost', port: 1636, mode: 'ldaps' });
    expect(steps.map(({ name, state }) => `${name} ${state}`)).toEqual([
      'Installation done',
      'Files done',
      'Certificate done',
      'Password done',
    ]);
  });

  test('that runs goes before one that only logged, and that before a newer one', async () => {
    putInstallation(host, 'chroot-3', { runs: true, logged: 1_500_000_000 });
    putInstallation(host, 'chroot-3', { logged: 1_600_000_000 }, 'opt/gluu-server-3.1.4');
    putInstallation(host, 'chroot-3', {}, 'opt/gluu-server-3.1.10');
    putInstallation(host, 'chroot-3', {}, 'opt/gluu-server-3.1.9');
    expect((await installed()).map(({ version, state }) => [version, state])).toEqual([
      ['3.1.2', 'runs'],
      ['3.1.4', 'unknown'],
      ['3.1.10', 'unknown'],
      ['3.1.9', 'unknown'],
    ]);
    const chosen = await look({}, undefined, '/opt/gluu-server-3.1.9');
    expect(chosen.finding.root).toBe('/opt/gluu-server-3.1.9');
    expect(rowsRead(chosen.finding)[0]).toMatchObject({
      label: 'Installation',
      note: '3 more installations on this host.',
    });
    await expect(look({}, undefined, '/opt/gluu-server-9')).rejects.toMatchObject({ code: 'input.invalid' });
  });

  test.each([
    'gluu-server-../../root',
    'gluu-server-3.1.2;reboot',
    'gluu',
    'my-gluu-server-3.1.2',
    'gluu-server-3.1.2.rpm $x',
  ])('is not seen in a folder named %s', async (name) => {
    mkdirSync(path.join(host, 'opt', name.replaceAll('/', '_')));
    expect(await installed()).toEqual([]);
  });

  test('is not seen in a file, and its absence is said with what was looked for', async () => {
    writeFileSync(path.join(host, 'opt/gluu-server-3.1.2'), '');
    const { finding, steps } = await look();
    expect(finding.missing).toHaveLength(1);
    expect(finding.missing[0]).toMatchObject({ kind: 'installation', needed: true, remedies: ['paste'] });
    expect(inEnglish(finding.missing[0])?.why).toContain(via);
    expect(steps.map(({ state }) => state)).toEqual(['warned', 'skipped', 'skipped', 'skipped']);
  });
});

describe('what was found', () => {
  test('is reported row by row with its file, and without a secret', async () => {
    const { cert, sha256 } = await selfSigned();
    putInstallation(host, 'chroot-3', {
      certificate: cert,
      servers: 'localhost:1636,two.example.org:1636',
      runs: true,
    });
    const { finding } = await look();
    const folder = `${via}:/opt/gluu-server-3.1.2`;
    const file = `${folder}/etc/gluu/conf/ox-ldap.properties`;
    expect(rowsRead(finding)).toEqual([
      { label: 'Installation', value: 'in a chroot, running', source: folder },
      { label: 'Version', value: '3.1.2', source: 'guessed from the folder name', note: 'The check confirms it.' },
      {
        label: 'LDAP server',
        value: 'localhost:1636',
        source: file,
        note: `This is the Gluu Server itself, reached through ${via}. Also named: two.example.org:1636.`,
      },
      { label: 'Encryption', value: 'LDAPS', source: file },
      { label: 'Bind DN', value: 'cn=directory manager,o=gluu', source: file },
      { label: 'Bind password', value: 'decrypts with the salt; not shown', source: file },
      { label: 'Appliance', value: gluuNames().applianceInum, source: file },
      { label: 'Salt', value: 'found; not shown', source: `${folder}/etc/gluu/conf/salt` },
      expect.objectContaining({ label: 'Certificate', source: `${folder}/etc/certs/openldap.crt` }),
    ]);
    expect(rowsRead(finding).at(-1)?.note).toContain(`SHA-256 ${sha256}`);
    for (const secret of ['Secret123!', chrootSalt]) expect(JSON.stringify(finding)).not.toContain(secret);
  });

  test('of two certificates is the one of the trust store', async () => {
    const [own, other] = [await selfSigned(), await selfSigned(2)];
    putInstallation(host, 'chroot-3', { certificate: own.cert });
    writeFileSync(path.join(host, 'opt/gluu-server-3.1.2/etc/certs/opendj.crt'), other.cert);
    expect((await look()).certificate?.sha256).toBe(own.sha256);
  });

  test.each([
    ['couchbase', true],
    ['sql', true],
    ['spanner', true],
    ['hybrid', false],
  ])('says plainly that the data lies in %s', async (persistence, needed) => {
    putInstallation(host, 'chroot-4', { persistence });
    const { finding } = await look();
    expect(finding.missing[0]).toMatchObject({ kind: 'storage', needed });
    expect(rowsRead(finding)).toContainEqual(expect.objectContaining({ label: 'Storage', value: persistence }));
  });

  test('of plain LDAP needs no certificate', async () => {
    putInstallation(host, 'chroot-3', { useSsl: false, servers: 'localhost:1389' });
    const { finding } = await look();
    expect(finding.target).toMatchObject({ mode: 'plain', port: 1389 });
    expect(finding.missing).toEqual([]);
  });
});

describe('what is missing is said with its remedy', () => {
  const conf = '/opt/gluu-server-3.1.2/etc/gluu/conf';

  test('a salt that only root reads', async () => {
    putInstallation(host, 'chroot-3');
    const { finding, steps } = await look({ closed: [`${conf}/salt`] });
    expect(finding).toMatchObject({ hasSalt: false, password: 'noSalt' });
    const [salt, password] = inEnglish(finding.missing);
    expect(salt).toMatchObject({
      kind: 'salt',
      needed: false,
      what: `${via} may not read ${conf}/salt.`,
      file: `${conf}/salt`,
      remedies: ['sudo', 'otherUser', 'paste'],
    });
    expect(password).toMatchObject({ kind: 'bindPassword', remedies: ['typePassword'] });
    expect(steps.find(({ name }) => name === 'Files')).toMatchObject({ state: 'warned' });
  });

  test('everything, where the chroot is closed, and sudo opens it', async () => {
    putInstallation(host, 'chroot-3');
    const closed = ['/opt/gluu-server-3.1.2'];
    const without = await look({ closed });
    expect(without.finding.missing.map(({ kind, needed }) => [kind, needed])).toEqual([
      ['ldap', true],
      ['salt', false],
      ['certificate', false],
    ]);
    expect(without.asked.filter((one) => one.startsWith('sudo'))).toEqual([]);
    const { finding, bindPassword } = await look({ closed, sudo: { password: 'hush' } }, { password: 'hush' });
    expect(bindPassword).toBe('Secret123!');
    expect(finding.missing.map(({ kind }) => kind)).toEqual(['certificate']);
    expect(rowsRead(finding).find(({ label }) => label === 'Salt')?.source).toBe(`${via}:${conf}/salt, through sudo`);
    expect(JSON.stringify(finding)).not.toContain('hush');
    expect((await look({ closed, sudo: 'free' }, {})).finding.password).toBe('decrypts');
  });

  test('a sudo that refuses, and it is asked only once', async () => {
    putInstallation(host, 'chroot-3');
    const rules = { closed: ['/opt/gluu-server-3.1.2'], sudo: { refuses: 'admin is not in the sudoers file' } };
    const { finding, asked } = await look(rules, { password: 'wrong' });
    expect(asked.filter((one) => one.startsWith('sudo'))).toHaveLength(1);
    expect(inEnglish(finding.missing[0])?.why).toBe('sudo could not read it either: admin is not in the sudoers file');
  });

  test('a salt of another installation', async () => {
    const files = putInstallation(host, 'chroot-3');
    writeFileSync(files.salt, 'encodeSalt = 000000000000000000000000\n');
    const { finding, bindPassword, salt } = await look();
    expect(finding).toMatchObject({ password: 'wrongSalt', hasSalt: false });
    expect([bindPassword, salt]).toEqual([undefined, undefined]);
    expect(finding.missing).toContainEqual(expect.objectContaining({ kind: 'salt', remedies: ['paste'] }));
    expect(finding.missing).toContainEqual(expect.objectContaining({ kind: 'bindPassword', needed: false }));
  });

  test.each<[string, string, string, boolean]>([
    ['an empty salt file', 'salt', '', false],
    ['a salt that is too short', 'salt', 'encodeSalt = abc', false],
    ['a salt file larger than it can be', 'salt', 'x'.repeat(5000), false],
    ['properties without servers', 'ldap', 'bindDN: cn=a,o=gluu\nbindPassword: x', true],
    ['properties without bind DN', 'ldap', 'servers: localhost:1636\nbindPassword: x', true],
    ['properties larger than they can be', 'ldap', '#'.repeat(300_000), true],
    ['properties of zero bytes', 'ldap', '\0'.repeat(1000), true],
    ['a damaged certificate', 'certificate', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----', false],
  ])('%s', async (_, file, text, needed) => {
    const { cert } = await selfSigned();
    const files = putInstallation(host, 'chroot-3', { certificate: cert });
    writeFileSync(files[file as 'ldap' | 'salt' | 'certificate'], text);
    const { finding } = await look();
    expect(finding.missing.length).toBeGreaterThan(0);
    expect(finding.missing.some((piece) => piece.needed)).toBe(needed);
    for (const { what, why, todo } of inEnglish(finding.missing)) expect(what && why && todo).toBeTruthy();
  });
});

test('a connection that ends is a failure, not an empty finding', async () => {
  putInstallation(host, 'chroot-3');
  const files = {
    ...localFiles(host),
    read: () => Promise.reject(new AppError('ssh.dropped', { facts: { host: 'gluu' } })),
  };
  const work = createWork(never(), () => {});
  const before: Material = { route, installations: [], looks: {}, given: {} };
  await expect(lookAround(files, before, undefined, undefined, work)).rejects.toMatchObject({
    code: 'ssh.dropped',
    about: { stage: 'Files' },
  });
});
