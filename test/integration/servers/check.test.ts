import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test, vi } from 'vitest';

import { AppError } from '../../../src-main/base/app-error';
import { createWork } from '../../../src-main/work/work';
import type { Failure } from '../../../src-shared/model/failure';
import type { ServerDraft, ServerId, ServerSummary } from '../../../src-shared/model/server';
import { connectSteps, type Step } from '../../../src-shared/model/work';
import { message } from '../../../src-shared/texts/message';
import { selfSigned, type TestCertificate } from '../../support/certificates';
import { gluuNames } from '../../support/gluu-names';
import { startHostileLdap } from '../../support/hostile-ldap';
import { keepServer } from '../../support/kept-server';
import { type Slapd, startSlapd } from '../../support/slapd';
import { makeTemporaryFolder } from '../../support/temporary-folder';
import { startTestConsole, type TestConsole } from '../../support/test-console';

let slapd: Slapd;
let own: TestCertificate;
beforeAll(async () => {
  own = await selfSigned();
  slapd = await startSlapd({ tls: own });
});
afterAll(() => slapd.stop());

let console: TestConsole;
let calls: TestConsole['calls'];
beforeEach(async () => {
  console = await startTestConsole({ helpers: inject('helpers') });
  ({ calls } = console);
});
afterEach(() => console.stop());

const profileOf = async (id: ServerId) => (await console.must('server.list')).find((server) => server.id === id);
const secretsKept = () => [...console.keychain.keys()].filter((account) => account.startsWith('server/'));

const quiet = () => createWork(new AbortController().signal, () => {});
const draftOf = (more: Partial<ServerDraft> = {}): ServerDraft => ({
  name: 'Meadow',
  group: '',
  environment: 'test',
  notes: '',
  host: '127.0.0.1',
  port: slapd.ldapsPort,
  mode: 'ldaps',
  bindDn: slapd.bindDn,
  readOnly: false,
  route: { kind: 'direct' } as const,
  ...more,
});

const keep = { kind: 'keep' } as const;
const kept = { bindPassword: keep, salt: keep, sshPassword: keep, sshPassphrase: keep };

async function save(more: Partial<ServerDraft> = {}, password = slapd.password): Promise<ServerSummary> {
  const bindPassword = { kind: 'replace', value: password } as const;
  const saved = await calls['server.save']({ draft: draftOf(more), ...kept, bindPassword }, quiet());
  expect(saved.secretFailure).toBeUndefined();
  return saved.server;
}

/** A server whose certificate was trusted when it showed that one. */
async function pinned({ sha256 }: TestCertificate): Promise<ServerSummary> {
  await console.stop();
  const kept = { folder: makeTemporaryFolder('pinned'), keychain: new Map<string, string>() };
  const { id } = await keepServer(kept, draftOf(), { pin: sha256, bindPassword: slapd.password });
  console = await startTestConsole({ ...kept, helpers: inject('helpers') });
  ({ calls } = console);
  return (await profileOf(id)) ?? expect.unreachable();
}

/** Runs Test Connection as the window would, and gives what it would get. */
async function check(serverId: ServerId) {
  let steps: Step[] = [];
  const work = createWork(new AbortController().signal, (now) => {
    steps = now;
  });
  const outcome = await calls['server.check']({ serverId }, work).then(
    (value) => ({ value, failure: undefined }),
    (error: unknown): { value: undefined; failure: Failure } => {
      if (error instanceof AppError) return { value: undefined, failure: { code: error.code, ...error.about } };
      throw error;
    },
  );
  return { ...outcome, steps };
}
const trust = (serverId: ServerId, sha256: string, typedName?: string) =>
  calls['server.trust']({ serverId, sha256, typedName }, quiet());

describe('a check', () => {
  test('of a server whose certificate was trusted passes every stage, and changes nothing', async () => {
    const { id } = await save();
    const first = await check(id);
    expect(first.failure).toMatchObject({ code: 'tls.untrusted', certificate: { sha256: own.sha256 } });
    expect(first.steps.map(({ name }) => name)).toEqual([...connectSteps]);
    expect(first.steps.map(({ state }) => state).slice(2)).toEqual(['failed', ...Array(5).fill('waiting')]);

    await trust(id, own.sha256);
    const [before, log] = [await slapd.dump(), slapd.log().length];
    const { value, steps } = await check(id);
    expect(steps.map(({ name, state }) => `${name} ${state}`)).toEqual(connectSteps.map((name) => `${name} done`));
    expect(value).toMatchObject({
      boundAs: slapd.bindDn,
      vendor: 'OpenLDAP',
      rights: 'write',
      configDn: gluuNames().applianceDn,
      tls: { trust: 'pin', sha256: own.sha256 },
    });
    expect(await slapd.dump()).toBe(before);
    // One connection, kept for the next call, and closed when the server leaves the list.
    expect(
      slapd
        .log()
        .slice(log)
        .match(/ ACCEPT from/g),
    ).toHaveLength(1);
    await calls['server.remove']({ serverId: id }, quiet());
    await vi.waitFor(() => expect(slapd.log().slice(log)).toMatch(/ UNBIND\n[\s\S]* fd=\d+ closed/));
    expect(JSON.stringify([value, steps])).not.toContain(slapd.password);
  });

  test('with an account that may only read warns at Rights, in the server’s own words', async () => {
    const { id } = await save({ bindDn: slapd.reader.dn }, slapd.reader.password);
    await check(id);
    await trust(id, own.sha256);
    const { value, steps } = await check(id);
    expect(value).toMatchObject({ rights: 'none', rightsNote: 'insufficientAccessRights (50)' });
    expect(steps.at(-1)).toMatchObject({ name: 'Rights', state: 'warned', text: message('note.rights.none') });
  });

  test('of a read-only server asks for no change at all', async () => {
    const { id } = await save({ readOnly: true, port: slapd.port, mode: 'plain' });
    const before = slapd.modifies().length;
    expect((await check(id)).value).toMatchObject({ rights: 'readOnlyProfile' });
    expect(slapd.modifies()).toHaveLength(before);
  });

  test('of a replica that refers elsewhere for changes shows what can be read', async () => {
    const server = await startHostileLdap(
      { kind: 'referral-on-modify', uri: 'ldap://127.0.0.1:1/' },
      { ldif: await slapd.dump() },
    );
    const { id } = await save({ port: server.port, mode: 'plain' });
    const { value, steps } = await check(id);
    await server.stop();
    expect(value).toMatchObject({ rights: 'none', rightsNote: 'referral (10): ldap://127.0.0.1:1/' });
    expect(steps.at(-1)).toMatchObject({ name: 'Rights', state: 'warned' });
  });

  test('of an old Gluu Server names its version', async () => {
    const old = await startSlapd({ version: '2.4.4' });
    const { id } = await save({ port: old.port, mode: 'plain' }, old.password);
    const { value, failure } = await check(id);
    await old.stop();
    expect(failure).toBeUndefined();
    expect(value?.version.most).toMatch(/^[23]\./);
  });

  test.each<[string, Partial<ServerDraft>, string]>([
    ['bind DN', { bindDn: 'cn=reader,o=gluu' }, 'Login'],
    ['encryption', { mode: 'startTls' }, 'Login'],
  ])('after a change of the %s never sends the stored password there', async (_, change) => {
    const { id } = await save({ port: slapd.port, mode: 'plain' });
    const draft = draftOf({ port: slapd.port, mode: 'plain', ...change });
    await calls['server.save']({ serverId: id, draft, ...kept }, quiet());
    await check(id);
    if (draft.mode === 'startTls') await trust(id, own.sha256);
    const before = slapd.log().length;
    const { failure } = await check(id);
    expect(failure).toMatchObject({ code: 'secret.bound', stage: 'Login' });
    expect(slapd.log().slice(before)).not.toContain(' BIND dn=');
  });
});

describe('a certificate', () => {
  test('can only be trusted if the server has just shown it', async () => {
    const { id } = await save();
    const other = await selfSigned(2);
    await expect(trust(id, own.sha256)).rejects.toMatchObject({ code: 'tls.changed' });
    await check(id);
    await expect(trust(id, other.sha256)).rejects.toMatchObject({ code: 'tls.changed' });
    await trust(id, own.sha256);
    expect((await profileOf(id))?.pin?.sha256).toBe(own.sha256);
    expect(console.boxes.at(-1)?.message).toBe('Trust this certificate for 127.0.0.1?');
  });

  test('that changed is trusted only with the name of the server typed', async () => {
    const renewed = await selfSigned(2);
    const { id } = await pinned(renewed);
    expect((await check(id)).failure).toMatchObject({ code: 'tls.changed', certificate: { sha256: own.sha256 } });
    for (const typed of [undefined, '', 'meadow']) {
      await expect(trust(id, own.sha256, typed)).rejects.toMatchObject({ code: 'gluu.nameNotTyped' });
    }
    expect((await profileOf(id))?.pin?.sha256).toBe(renewed.sha256);
    await trust(id, own.sha256, 'Meadow');
    expect((await check(id)).failure).toBeUndefined();
  });
});

test('a removed server takes its secrets with it', async () => {
  const { id } = await save();
  expect(secretsKept()).toHaveLength(1);
  await calls['server.remove']({ serverId: id }, quiet());
  expect(secretsKept()).toEqual([]);
  await expect(check(id)).resolves.toMatchObject({ failure: { code: 'server.unknown' } });
});

test('a copy of a server has neither its secrets nor its certificate', async () => {
  const { id } = await pinned(own);
  expect((await profileOf(id))?.pin?.sha256).toBe(own.sha256);
  const nothing = { kind: 'keep' } as const;
  const { server: copy } = await calls['server.save'](
    {
      copyOf: id,
      draft: draftOf({ name: 'Meadow copy' }),
      bindPassword: nothing,
      salt: nothing,
      sshPassword: nothing,
      sshPassphrase: nothing,
    },
    quiet(),
  );
  expect(copy).toMatchObject({ name: 'Meadow copy', host: '127.0.0.1' });
  expect((await profileOf(copy.id))?.pin).toBeUndefined();
  expect(secretsKept()).toEqual([`server/${id}/bindPassword`]);
});
