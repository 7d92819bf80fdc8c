import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { createWork } from '../../../src-main/work/work';
import type { SavedServer } from '../../../src-shared/contract/server-calls';
import type { SecretChange, ServerDraft, ServerId } from '../../../src-shared/model/server';
import { selfSigned, type TestCertificate } from '../../support/certificates';
import { otherSalt, salt } from '../../support/cipher-vectors';
import { saying } from '../../support/english';
import { freePorts } from '../../support/free-port';
import { gluuTree } from '../../support/gluu-tree';
import { applianceVersions, type GluuVersion } from '../../support/gluu-version';
import { keepServer } from '../../support/kept-server';
import { type Slapd, startSlapd } from '../../support/slapd';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../support/temporary-folder';
import { startTestConsole, type TestConsole } from '../../support/test-console';

const keep = { kind: 'keep' } as const;
const replace = (value: string): SecretChange => ({ kind: 'replace', value });
const quiet = (signal = new AbortController().signal) => createWork(signal, () => {});

let slapd: Slapd;
let own: TestCertificate;
beforeAll(async () => {
  own = await selfSigned();
  slapd = await startSlapd({ tls: own });
});
afterAll(() => slapd.stop());

let app: TestConsole;
beforeEach(async () => {
  app = await startTestConsole({ helpers: inject('helpers') });
});
afterEach(() => app.stop());

const draftOf = (more: Partial<ServerDraft> = {}): ServerDraft => ({
  name: 'Meadow',
  group: '',
  environment: 'test',
  notes: '',
  host: '127.0.0.1',
  port: slapd.port,
  mode: 'plain',
  bindDn: slapd.bindDn,
  readOnly: false,
  route: { kind: 'direct' } as const,
  ...more,
});
interface Entered {
  draft?: Partial<ServerDraft>;
  serverId?: ServerId;
  bindPassword?: SecretChange;
  work?: ReturnType<typeof quiet>;
}
const save = (entered: string, { draft, serverId, bindPassword, work = quiet() }: Entered = {}): Promise<SavedServer> =>
  app.calls['server.save'](
    {
      ...(serverId ? { serverId } : {}),
      draft: draftOf(draft),
      bindPassword: bindPassword ?? (serverId ? keep : replace(slapd.password)),
      salt: replace(entered),
      sshPassword: keep,
      sshPassphrase: keep,
    },
    work,
  );
const check = (serverId: ServerId) => app.calls['server.check']({ serverId }, quiet());
const names = async () => (await app.must('server.list')).map(({ name }) => name);
const kept = async () => [
  await names(),
  [...app.keychain.keys()].filter((account) => account.startsWith('server/')).length,
];

describe('a salt that is entered', () => {
  test('is proved before it is saved, and told by each check', async () => {
    const { server, unreached } = await save(salt);
    expect(unreached).toBeUndefined();
    expect(server.secrets.salt).toBe('stored');
    expect((await check(server.id)).salt).toEqual({
      kind: 'proved',
      by: ['idpBindPassword', 'oxAuthClientPassword'],
    });
  });

  test('of another server is refused at its field; nothing is saved, nothing is written there', async () => {
    const before = await slapd.dump();
    await expect(save(otherSalt)).rejects.toMatchObject({
      code: 'gluu.saltContradicted',
      about: {
        fields: { 'salt.value': saying(/not this server’s.*idpBindPassword and oxAuthClientPassword/) },
      },
    });
    expect(await kept()).toEqual([[], 0]);
    expect(await slapd.dump()).toBe(before);
  });

  test('says nothing of the salt itself, or of what decrypts with it', async () => {
    const refusal = await save(otherSalt).catch((error: unknown) => error);
    const saved = await save(salt);
    const told = JSON.stringify([refusal, String(refusal), saved, await check(saved.server.id)]);
    for (const secret of [salt, otherSalt, slapd.password, 'Manager-Passw0rd', 'K3yOfTheCl1ent'])
      expect(told).not.toContain(secret);
  });

  test('in the place of a good one is refused, and all else of the form with it', async () => {
    const { server } = await save(salt);
    const entered = { serverId: server.id, draft: { name: 'Renamed' }, bindPassword: replace('another') };
    await expect(save(otherSalt, { ...entered, bindPassword: keep })).rejects.toMatchObject({
      code: 'gluu.saltContradicted',
    });
    expect(await names()).toEqual(['Meadow']);
    expect((await check(server.id)).salt).toMatchObject({ kind: 'proved' });
  });

  test('is proved with the certificate that is trusted, and with no other', async () => {
    const ldaps = { port: slapd.ldapsPort, mode: 'ldaps' } as const;
    const first = await save(otherSalt, { draft: ldaps });
    expect(first.unreached).toMatchObject({ code: 'tls.untrusted' });
    expect(first.unreached).not.toHaveProperty('certificate');
    const { id } = first.server;
    await expect(check(id)).rejects.toMatchObject({ code: 'tls.untrusted' });
    await app.calls['server.trust']({ serverId: id, sha256: own.sha256 }, quiet());
    expect((await check(id)).salt).toMatchObject({ kind: 'contradicted' });
    await expect(save(otherSalt, { draft: ldaps, serverId: id })).rejects.toMatchObject({
      code: 'gluu.saltContradicted',
    });
    expect((await save(salt, { draft: ldaps, serverId: id })).unreached).toBeUndefined();
    expect((await check(id)).salt).toMatchObject({ kind: 'proved' });
  });

  test('is saved where nobody answers, with the reason, and judged as soon as somebody does', async () => {
    const [closed = 0] = await freePorts(1);
    const { server, unreached } = await save(otherSalt, { draft: { port: closed } });
    expect(unreached).toMatchObject({ code: 'net.refused', stage: 'Connect' });
    expect(server.secrets.salt).toBe('stored');
  });

  test('is saved with a wrong password, which is tried once', async () => {
    const binds = () => slapd.log().split(' BIND dn=').length;
    const before = binds();
    const { unreached } = await save(salt, { bindPassword: replace('wrong') });
    expect(unreached).toMatchObject({ code: 'ldap.credentials' });
    expect(binds() - before).toBe(1);
  });

  test('without a password connects to nobody', async () => {
    const before = slapd.log().length;
    const { unreached } = await save(salt, { bindPassword: keep });
    expect(unreached).toMatchObject({ code: 'secret.missing' });
    expect(slapd.log().slice(before)).not.toContain(' ACCEPT from');
  });

  test('sends a stored password nowhere but where it was typed for', async () => {
    const { server } = await save(salt);
    const before = slapd.log().length;
    const { unreached } = await save(salt, { serverId: server.id, draft: { host: 'localhost' } });
    expect(unreached).toMatchObject({ code: 'secret.bound' });
    expect(slapd.log().slice(before)).not.toContain(' ACCEPT from');
  });

  test('is not saved when it is called off', async () => {
    const cancel = new AbortController();
    cancel.abort();
    await expect(save(salt, { work: quiet(cancel.signal) })).rejects.toMatchObject({ code: 'work.cancelled' });
    expect(await kept()).toEqual([[], 0]);
  });

  test('is saved where the server’s own values do not tell', async () => {
    const silent = { idpBindPassword: 'plain', oxAuthClientPassword: undefined };
    const other = await startSlapd({ ldif: gluuTree({ version: '3.1.2', oxTrust: silent }) });
    const { server, unreached } = await save(otherSalt, {
      draft: { port: other.port },
      bindPassword: replace(other.password),
    });
    expect(unreached).toBeUndefined();
    expect((await check(server.id)).salt).toEqual({
      kind: 'unproved',
      why: { kind: 'silent', witnesses: { idpBindPassword: 'notEncrypted', oxAuthClientPassword: 'absent' } },
    });
    await other.stop();
  });
});

describe.each<GluuVersion>(applianceVersions.filter((version) => version >= '3.1.2'))('on %s', (version) => {
  test('the salt of another server is refused, its own is proved', async () => {
    const other = await startSlapd({ version, ldif: gluuTree({ version }) });
    const entered = { draft: { port: other.port }, bindPassword: replace(other.password) };
    await expect(save(otherSalt, entered)).rejects.toMatchObject({ code: 'gluu.saltContradicted' });
    const { server } = await save(salt, entered);
    expect((await check(server.id)).salt).toMatchObject({ kind: 'proved' });
    await other.stop();
  });
});

describe('a salt that comes in with a profile', () => {
  const passphrase = 'correct horse battery';
  test.each([
    [salt, 'proved'],
    [otherSalt, 'contradicted'],
  ] as const)('is counted as not proved, and judged at the first reading: %#', async (carried, kind) => {
    // As an earlier version of the console kept it.
    await app.stop();
    const earlier = { folder: makeTemporaryFolder('export'), keychain: new Map<string, string>() };
    const { id } = await keepServer(earlier, draftOf(), { bindPassword: slapd.password, salt: carried });
    const from = await startTestConsole({ ...earlier, helpers: inject('helpers') });
    const carrier = makeTemporaryFolder('carrier');
    from.says.file = path.join(carrier, 'servers.json');
    const { exportId } = await from.must('profiles.prepareExport', { serverIds: [id], passphrase });
    expect(await from.must('profiles.export', { exportId })).toMatchObject({ saved: true });

    app = await startTestConsole({ helpers: inject('helpers') });
    app.says.file = from.says.file;
    await from.stop();
    const preview = await app.must('profiles.open');
    const previewId = preview?.previewId ?? '';
    await app.must('profiles.unseal', { previewId, passphrase });
    const choices = [{ row: 0, action: 'add', keepWritable: true }];
    expect(await app.must('profiles.import', { previewId, choices })).toMatchObject({ secrets: 2, salts: 1 });
    expect((await check(id)).salt).toMatchObject({ kind });
    removeTemporaryFolder(carrier);
  });
});
