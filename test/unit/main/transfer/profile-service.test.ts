import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '../../../../src-main/base/app-error';
import { createProfileGuard } from '../../../../src-main/calls/profile-guard';
import type { Question } from '../../../../src-main/guard/confirm';
import { knownServers, secretTargetOf } from '../../../../src-main/registry/known-servers';
import { openServerRegistry } from '../../../../src-main/registry/server-registry';
import { serverSecrets } from '../../../../src-main/secrets/server-secrets';
import { type Profiles, profileService } from '../../../../src-main/transfer/profile-service';
import { createWork } from '../../../../src-main/work/work';
import { namedHops, type Route } from '../../../../src-shared/model/route';
import type { ServerProfile } from '../../../../src-shared/model/server';
import { boxInEnglish, inEnglish, say } from '../../../support/english';
import { memoryKeychain } from '../../../support/fake-keychain';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../../support/temporary-folder';
import { fullProfile, idOf, PIN, plainProfile } from './samples';

const passphrase = 'correct horse battery';
const work = () => createWork(new AbortController().signal, () => {});

/** A console with a list of its own; `file` is what its dialogs save and open, `hosts` what its ~/.ssh/config calls hosts. */
function startConsole(folder: string, hosts: Record<string, string> = {}) {
  const keychain = memoryKeychain();
  const secrets = serverSecrets(keychain);
  const registry = openServerRegistry(path.join(folder, 'servers.json'));
  const wayOf = async (route: Route) => namedHops(route).map((hop) => ({ ...hop, host: hosts[hop.host] ?? hop.host }));
  const servers = knownServers(registry, secrets, () => {}, wayOf);
  const consent = {
    async askWeakening(question: Question) {
      const { message, lines } = boxInEnglish(question);
      state.asked.push(message, ...lines);
      await state.whenAsked();
      if (!state.says) throw new AppError('write.notConfirmed');
    },
  };
  const state = {
    whenAsked: async () => {},
    file: '',
    title: '',
    asked: [] as string[],
    says: true,
    changes: 0,
    cancelled: false,
  };
  const service: Profiles = profileService({
    registry,
    secrets,
    servers,
    appVersion: '0.5.0',
    consent,
    profileGuard: createProfileGuard({ registry, consent, wayOf }),
    onChange: () => {
      state.changes += 1;
    },
    openFile: async () => (state.cancelled ? undefined : { name: 'in.json', bytes: Buffer.from(state.file) }),
    saveFile: async (_, text, title) => {
      state.title = say(title);
      if (!state.cancelled) state.file = text;
      return !state.cancelled;
    },
  });
  const { calls } = service;
  return {
    keychain,
    secrets,
    registry,
    servers,
    state,
    forget: service.forget,
    text: () => readFileSync(path.join(folder, 'servers.json'), 'utf8'),
    async save(pass?: string) {
      const serverIds = registry.list().map(({ id }) => id);
      const plan = await calls['profiles.prepareExport']({ serverIds, ...(pass ? { passphrase: pass } : {}) }, work());
      await calls['profiles.export']({ exportId: plan.exportId }, work());
      return plan;
    },
    prepare: (serverIds: ServerProfile['id'][]) => calls['profiles.prepareExport']({ serverIds }, work()),
    export: (exportId: string) => calls['profiles.export']({ exportId }, work()),
    async open(text = state.file) {
      state.file = text;
      const preview = await calls['profiles.open'](undefined, work());
      if (!preview) throw new Error('nothing was opened');
      return preview;
    },
    unseal: (previewId: string, pass: string) => calls['profiles.unseal']({ previewId, passphrase: pass }, work()),
    take: (previewId: string, ...choices: ['add' | 'replace' | 'skip', boolean?][]) =>
      calls['profiles.import'](
        { previewId, choices: choices.map(([action, keepWritable = false], row) => ({ row, action, keepWritable })) },
        work(),
      ),
  };
}

/** A console with two servers and every secret of theirs. */
async function startFullConsole(folder: string) {
  const full = startConsole(folder);
  await full.registry.importProfiles([fullProfile, plainProfile], []);
  for (const profile of [fullProfile, plainProfile]) {
    for (const kind of ['bindPassword', 'salt', 'sshPassphrase'] as const) {
      const target = secretTargetOf(profile, kind);
      if (target) await full.secrets.put(profile.id, kind, `${kind} of ${profile.name}`, target);
    }
  }
  return full;
}

let folder: string;
let here: Awaited<ReturnType<typeof startFullConsole>>;
let there: ReturnType<typeof startConsole>;
/** What such a console exports with the passphrase: made once, as its key takes a while to derive. */
let sealedFile: string;
beforeAll(async () => {
  const once = makeTemporaryFolder('profiles');
  const full = await startFullConsole(once);
  await full.save(passphrase);
  sealedFile = full.state.file;
  removeTemporaryFolder(once);
});
beforeEach(async () => {
  folder = makeTemporaryFolder('profiles');
  here = await startFullConsole(path.join(folder, 'here'));
  there = startConsole(path.join(folder, 'there'));
});
afterEach(() => removeTemporaryFolder(folder));

const PLACE = ['Server: gluu-prod-eu', 'Host: ldap.example.org', 'Port: 1636'];
const shownPin = (sha256 = '') => ['SHA-256', ...(sha256.match(/.{1,24}/g) ?? [])];

describe('an export', () => {
  test('without a passphrase holds no secret', async () => {
    expect(await here.save()).toMatchObject({ servers: 2, secrets: 0, leftBehind: [] });
    expect(here.state.title).toBe('Export 2 servers without secrets');
    expect(JSON.parse(here.state.file)).not.toHaveProperty('sealed');
    for (const kind of ['bindPassword of', 'salt of', 'sshPassphrase of']) expect(here.state.file).not.toContain(kind);
  });

  test('with one seals every secret of every server; neither they nor it are readable in the file', async () => {
    expect(await here.save(passphrase)).toMatchObject({ servers: 2, secrets: 5, leftBehind: [] });
    expect(here.state.title).toBe('Export 2 servers with 5 sealed secrets');
    for (const word of ['bindPassword of', 'salt of', passphrase]) expect(here.state.file).not.toContain(word);
  });

  test('tells before it is saved which secrets stay behind, and why', async () => {
    await here.secrets.remove(plainProfile.id, 'bindPassword');
    await here.secrets.put(plainProfile.id, 'salt', 'for elsewhere', { host: 'x', port: 1, mode: 'plain', bindDn: '' });
    const plan = await here.save(passphrase);
    expect(plan).toMatchObject({ servers: 2, secrets: 3 });
    expect(inEnglish(plan.leftBehind)).toEqual([
      { server: 'lab-244', secret: 'bindPassword', why: 'No password is stored.' },
      { server: 'lab-244', secret: 'salt', why: 'The stored secret was typed for another place and was not used.' },
    ]);
  });

  test('with a locked keychain tells so for each secret, and the profiles can go all the same', async () => {
    here.keychain.get = () => Promise.reject(new AppError('keychain.locked'));
    const plan = await here.save(passphrase);
    expect(plan.secrets).toBe(0);
    expect(new Set(plan.leftBehind.map(({ why }) => say(why)))).toEqual(
      new Set(['The keychain of this computer is locked.']),
    );
    expect(JSON.parse(here.state.file).profiles).toHaveLength(2);
  });

  test('of a demo server is refused, and so is one that is not known', async () => {
    const demo = { ...plainProfile, id: idOf(9) };
    here.servers.setTemporary([{ profile: demo, hints: [], secrets: { bindPassword: 'x' } }]);
    await expect(here.prepare([demo.id])).rejects.toMatchObject({ code: 'input.invalid' });
    await expect(here.prepare([idOf(8)])).rejects.toMatchObject({ code: 'server.unknown' });
  });

  test('is saved only as it was prepared last, and can be tried again after a no', async () => {
    const first = await here.prepare([plainProfile.id]);
    const second = await here.prepare([plainProfile.id]);
    await expect(here.export(first.exportId)).rejects.toMatchObject({ code: 'profiles.gone' });
    here.state.cancelled = true;
    expect(await here.export(second.exportId)).toEqual({ saved: false });
    here.state.cancelled = false;
    expect(await here.export(second.exportId)).toEqual({ saved: true });
    await expect(here.export(second.exportId)).rejects.toMatchObject({ code: 'profiles.gone' });
  });
});

describe('an import', () => {
  test('into an empty console gives the same list with the same secrets, and touches nothing before', async () => {
    const sealed = await there.open(sealedFile);
    expect(sealed).toMatchObject({ secrets: 'sealed', rows: [{ standing: 'new', secrets: [] }, { standing: 'new' }] });
    const opened = await there.unseal(sealed.previewId, passphrase);
    expect(opened.rows.map(({ secrets }) => secrets)).toEqual([
      ['bindPassword', 'salt', 'sshPassphrase'],
      ['bindPassword', 'salt'],
    ]);
    expect(JSON.stringify(opened)).not.toContain('bindPassword of');
    expect([there.registry.list(), there.keychain.stored.size, there.state.changes]).toEqual([[], 0, 0]);

    expect(await there.take(opened.previewId, ['add'], ['add'])).toEqual({
      added: 2,
      replaced: 0,
      skipped: 0,
      secrets: 5,
      salts: 2,
      leftBehind: [],
    });
    expect(there.registry.list()).toEqual(here.registry.list());
    expect(Object.fromEntries(there.keychain.stored)).toEqual(Object.fromEntries(here.keychain.stored));
  });

  test.each([
    ['uses the secrets where an alias of ~/.ssh/config means the same host', '192.0.2.1', 'stored'],
    ['asks for them again where it means another host', '192.0.2.2', 'boundElsewhere'],
  ] as const)('%s', async (_, address, state) => {
    const alias = fullProfile.route.host;
    const from = startConsole(path.join(folder, 'from'), { [alias]: '192.0.2.1' });
    await from.registry.importProfiles([fullProfile], []);
    for (const kind of ['bindPassword', 'sshPassphrase'] as const) {
      const target = await from.servers.secretTarget(fullProfile, kind);
      if (target) await from.secrets.put(fullProfile.id, kind, kind, target);
    }
    expect(await from.save(passphrase)).toMatchObject({ secrets: 2, leftBehind: [] });
    const to = startConsole(path.join(folder, 'to'), { [alias]: address });
    const opened = await to.unseal((await to.open(from.state.file)).previewId, passphrase);
    await to.take(opened.previewId, ['add']);
    const { secrets } = to.servers.summary(fullProfile.id);
    expect([secrets.bindPassword, secrets.sshPassphrase]).toEqual([state, state]);
  });

  test('does not lead a secret to what an alias became while it was exported', async () => {
    const alias = fullProfile.route.host;
    const hosts = { [alias]: '192.0.2.1' };
    const from = startConsole(path.join(folder, 'from'), hosts);
    await from.registry.importProfiles([fullProfile], []);
    const target = await from.servers.secretTarget(fullProfile, 'bindPassword');
    if (target) await from.secrets.put(fullProfile.id, 'bindPassword', 'secret', target);
    const { get } = from.keychain;
    from.keychain.get = async (account) => {
      hosts[alias] = '192.0.2.2';
      return get(account);
    };
    expect(await from.save(passphrase)).toMatchObject({ secrets: 1 });
    const to = startConsole(path.join(folder, 'to'), { [alias]: '192.0.2.2' });
    const opened = await to.unseal((await to.open(from.state.file)).previewId, passphrase);
    await to.take(opened.previewId, ['add']);
    expect(to.servers.summary(fullProfile.id).secrets.bindPassword).toBe('boundElsewhere');
  });

  test('with a wrong passphrase keeps the preview, and goes on without secrets', async () => {
    const { previewId } = await there.open(sealedFile);
    await expect(there.unseal(previewId, 'wrong wrong wrong')).rejects.toMatchObject({ code: 'profiles.passphrase' });
    expect((await there.unseal(previewId, passphrase)).secrets).toBe('opened');
    const again = await there.open();
    expect(await there.take(again.previewId, ['add'], ['add'])).toMatchObject({ added: 2, secrets: 0 });
    expect(there.keychain.stored.size).toBe(0);
  });

  test.each<[string, (profile: ServerProfile) => ServerProfile]>([
    ['host', (profile) => ({ ...profile, host: 'evil.example.net' })],
    ['port', (profile) => ({ ...profile, port: 389 })],
    ['encryption', (profile) => ({ ...profile, mode: 'plain' })],
    ['bind DN', (profile) => ({ ...profile, bindDn: 'cn=evil' })],
    ['route', (profile) => ({ ...profile, route: { kind: 'direct' } })],
    ['SSH host', (profile) => ({ ...profile, route: { ...fullProfile.route, host: 'evil.example.net' } })],
    ['jump host', (profile) => ({ ...profile, route: { ...fullProfile.route, jumps: [] } })],
    ['id', (profile) => ({ ...profile, id: idOf(7) })],
  ])('of a file whose %s was changed under the sealed secrets takes none of them', async (_, change) => {
    const file = JSON.parse(sealedFile) as { profiles: ServerProfile[] };
    file.profiles = file.profiles.map((profile) => (profile.id === fullProfile.id ? change(profile) : profile));
    const { previewId } = await there.open(JSON.stringify(file));
    await expect(there.unseal(previewId, passphrase)).rejects.toMatchObject({ code: 'profiles.tampered' });
    expect(await there.take(previewId, ['skip'], ['add'])).toMatchObject({ added: 1, secrets: 0 });
    expect(there.keychain.stored.size).toBe(0);
  });

  test('of harmless changes, like another name or group, still takes the secrets', async () => {
    const { previewId } = await there.open(sealedFile.replace('"lab-244"', '"lab"'));
    expect((await there.unseal(previewId, passphrase)).rows[1]).toMatchObject({
      name: 'lab',
      secrets: ['bindPassword', 'salt'],
    });
  });

  test('tells for each profile whether it is new, the same or differs, and in what', async () => {
    await here.save();
    await there.registry.importProfiles(
      [
        { ...plainProfile, notes: 'older', readOnly: true },
        { ...fullProfile, id: idOf(5), host: 'LDAP.example.org', name: 'mine' },
        { ...plainProfile, id: idOf(6), host: 'elsewhere.example.org', name: 'lab-244' },
      ],
      [],
    );
    const { rows } = inEnglish(await there.open(here.state.file));
    expect(rows[0]).toMatchObject({
      standing: 'differs',
      matches: { serverId: idOf(5), name: 'mine', by: 'place' },
      differences: [
        { field: 'name', here: ['mine'], file: ['gluu-prod-eu'] },
        { field: 'host', here: ['LDAP.example.org'], file: ['ldap.example.org'] },
      ],
      environment: 'production',
      pin: PIN,
      mailPins: 1,
      guarded: true,
      writable: false,
      keyFile: '/home/admin/.ssh/id_ed25519',
      place: 'ldap.example.org:1636 via ops@bastion.example.org:2222 → admin@gluu1.example.org',
    });
    expect(rows[1]).toMatchObject({
      standing: 'differs',
      matches: { by: 'id' },
      nameTaken: true,
      differences: [
        { field: 'notes', here: ['older'], file: [''] },
        { field: 'readOnly', here: ['On'], file: ['Off'] },
      ],
    });
    expect((await here.open()).rows.map(({ standing }) => standing)).toEqual(['same', 'same']);
  });

  test('replaces in place, under the id that is here; beside it, it is added under a new one', async () => {
    await here.save();
    const mine: ServerProfile = { ...plainProfile, id: idOf(5), name: 'mine' };
    await there.registry.importProfiles([mine], []);
    const first = await there.open(here.state.file);
    await there.take(first.previewId, ['skip'], ['replace']);
    expect(there.registry.list()).toEqual([{ ...plainProfile, id: idOf(5) }]);
    const second = await there.open();
    await there.take(second.previewId, ['skip'], ['add']);
    const [, copy] = there.registry.list();
    expect(copy).toEqual({ ...plainProfile, id: copy?.id });
    expect([idOf(2), idOf(5)]).not.toContain(copy?.id);
  });

  test('two rows never replace the same server', async () => {
    await there.registry.importProfiles([{ ...plainProfile, id: idOf(5) }], []);
    const { rows } = await there.open(
      JSON.stringify({
        format: 'gluu-console-profiles',
        schemaVersion: 1,
        exportedAt: '2026-01-01T00:00:00Z',
        appVersion: '',
        profiles: [plainProfile, { ...plainProfile, id: idOf(3) }],
      }),
    );
    expect(rows.map(({ matches }) => matches?.by)).toEqual(['place', undefined]);
  });

  describe('of a production server that the file calls writable', () => {
    const opened = () => here.state.file.replaceAll('"readOnly": true', '"readOnly": false');
    const openedTest = () => opened().replace('"production"', '"test"');
    beforeEach(() => here.save());
    test('comes in read-only, and nobody is offered more', async () => {
      expect(opened()).not.toBe(here.state.file);
      const { previewId, rows } = await there.open(opened());
      expect(rows[0]).toMatchObject({ guarded: true, writable: false });
      await there.take(previewId, ['add', true], ['skip']);
      expect(there.registry.get(fullProfile.id).readOnly).toBe(true);
      expect(there.state.asked.join()).not.toContain('an be written to');
    });
    test('stays writable as a test only if the user keeps it so and agrees outside the window', async () => {
      await there.registry.importProfiles([fullProfile], []);
      there.state.says = false;
      const { previewId, rows } = await there.open(openedTest());
      expect(rows[0]).toMatchObject({ environment: 'test', guarded: true, writable: true });
      await expect(there.take(previewId, ['replace', true])).rejects.toMatchObject({ code: 'write.notConfirmed' });
      expect(there.registry.list()).toEqual([fullProfile]);
      there.state.says = true;
      await there.take(previewId, ['replace', true]);
      expect(there.registry.get(fullProfile.id).readOnly).toBe(false);
      expect(there.state.asked).toEqual(expect.arrayContaining(['Was read-only, and will be writable', ...PLACE]));
    });
    test('is not opened by a file that calls it a test', async () => {
      await there.registry.importProfiles([fullProfile], []);
      const { previewId, rows } = await there.open(openedTest());
      expect(rows[0]).toMatchObject({ environment: 'test', guarded: true });
      await there.take(previewId, ['replace']);
      expect(there.registry.get(fullProfile.id).readOnly).toBe(true);
      expect(there.state.asked).toEqual(expect.arrayContaining(['No longer Production', ...PLACE]));
    });
  });

  test('asks before a place gets a second profile with fewer guards', async () => {
    await here.registry.importProfiles([], [{ ...fullProfile, environment: 'test', readOnly: false }]);
    await here.save();
    await there.registry.importProfiles([{ ...fullProfile, id: idOf(5) }], []);
    there.state.says = false;
    const { previewId } = await there.open(here.state.file);
    await expect(there.take(previewId, ['add', true])).rejects.toMatchObject({ code: 'write.notConfirmed' });
    const second = ['Test, on the host of a Production server', ...PLACE];
    expect(there.state.asked).toEqual(
      expect.arrayContaining([...second, 'Was read-only, and will be writable', ...PLACE]),
    );
    expect(there.registry.list()).toHaveLength(1);
  });

  test('asks before a certificate is trusted for another encryption of the same place', async () => {
    await here.save();
    await there.registry.importProfiles([{ ...fullProfile, mode: 'startTls' }], []);
    const { previewId } = await there.open(here.state.file);
    await there.take(previewId, ['replace']);
    expect(there.state.asked).toEqual(expect.arrayContaining(['Trusts a certificate', ...PLACE]));
  });

  test('asks before a production server is led to another place', async () => {
    await here.save();
    await there.registry.importProfiles([{ ...fullProfile, host: 'elsewhere.example.org' }], []);
    const { previewId } = await there.open(here.state.file);
    await there.take(previewId, ['replace']);
    expect(there.state.asked).toEqual(expect.arrayContaining(['Points at another host', ...PLACE]));
  });

  test('is refused if secrets were opened, or the list changed, behind the open question', async () => {
    const { previewId } = await there.open(sealedFile);
    there.state.whenAsked = async () => void (await there.unseal(previewId, passphrase));
    await expect(there.take(previewId, ['add'], ['add'])).rejects.toMatchObject({ code: 'profiles.changed' });
    there.state.whenAsked = async () => {
      await there.registry.importProfiles([{ ...plainProfile, name: 'added meanwhile' }], []);
      await there.unseal(previewId, passphrase); // shows the rows as they are by now
    };
    await expect(there.take(previewId, ['add'], ['skip'])).rejects.toMatchObject({ code: 'profiles.changed' });
    expect(there.registry.list().map(({ name }) => name)).toEqual(['added meanwhile']);
  });

  test('asks before a certificate that is trusted here is trusted for another host', async () => {
    await here.save();
    const { host: _, ...rest } = fullProfile;
    await there.registry.importProfiles([{ ...rest, host: 'elsewhere.example.org' }], []);
    there.state.says = false;
    const { previewId } = await there.open(here.state.file);
    await expect(there.take(previewId, ['replace'])).rejects.toMatchObject({ code: 'write.notConfirmed' });
    expect(there.state.asked).toEqual([
      'Import 1 server with everything its file trusts and allows?',
      'Points at another host',
      'Server: gluu-prod-eu',
      'From host: elsewhere.example.org',
      'Port: 1636',
      'To host: ldap.example.org',
      'Port: 1636',
      'The old host may be left without a guard.',
      'Trusts a certificate',
      ...PLACE,
      ...shownPin(fullProfile.pin?.sha256),
    ]);
  });

  test('asks outside the window before it trusts a certificate', async () => {
    await here.save();
    there.state.says = false;
    const { previewId } = await there.open(here.state.file);
    await expect(there.take(previewId, ['add'])).rejects.toMatchObject({ code: 'write.notConfirmed' });
    expect(there.state.asked).toEqual([
      'Import 1 server with everything its file trusts and allows?',
      'Trusts a certificate',
      ...PLACE,
      ...shownPin(fullProfile.pin?.sha256),
      ...(fullProfile.mailPins ?? []).flatMap(({ host, port, sha256 }) => [
        'Trusts the certificate of a mail server, for gluu-prod-eu',
        `Host: ${host}`,
        `Port: ${port}`,
        'Over SSH through: ops@bastion.example.org',
        ...shownPin(sha256),
      ]),
    ]);
    there.state.asked = [];
    await there.take(previewId, ['skip'], ['add']);
    expect(there.state.asked).toEqual([]);
  });

  test('is refused for a choice that cannot be made, for a list that changed, and for a preview that is gone', async () => {
    await here.save();
    const { previewId } = await there.open(here.state.file);
    await expect(there.take(previewId, ['replace'])).rejects.toMatchObject({ code: 'input.invalid' });
    await expect(there.take(previewId, ['skip'], ['skip'], ['add'])).rejects.toMatchObject({ code: 'input.invalid' });
    await there.registry.importProfiles([{ ...plainProfile, name: 'added meanwhile' }], []);
    await expect(there.take(previewId, ['add'], ['add'])).rejects.toMatchObject({ code: 'profiles.changed' });
    there.forget();
    await expect(there.take(previewId, ['skip'])).rejects.toMatchObject({ code: 'profiles.gone' });
    await expect(there.unseal(previewId, passphrase)).rejects.toMatchObject({ code: 'profiles.gone' });
  });

  test('whose secrets the keychain refuses keeps the profiles and tells which secrets are missing', async () => {
    const { previewId } = await there.open(sealedFile);
    await there.unseal(previewId, passphrase);
    there.keychain.set = () => Promise.reject(new AppError('keychain.locked'));
    const outcome = await there.take(previewId, ['skip'], ['add']);
    expect(outcome).toMatchObject({ added: 1, secrets: 0 });
    expect(outcome.leftBehind).toHaveLength(2);
    expect(inEnglish(outcome.leftBehind[0])).toEqual({
      server: 'lab-244',
      secret: 'bindPassword',
      why: 'The keychain of this computer is locked.',
    });
    expect(there.text()).toContain('lab-244');
  });

  /** Another call of the window, while the first secret goes into the keychain. */
  function whileItIsKept(meanwhile: () => Promise<unknown>): void {
    const set = there.keychain.set.bind(there.keychain);
    there.keychain.set = async (account, value) => {
      there.keychain.set = set;
      await meanwhile();
      return set(account, value);
    };
  }

  test('keeps each secret for the place in the file, wherever its server is led while they are kept', async () => {
    const { previewId } = await there.open(sealedFile);
    await there.unseal(previewId, passphrase);
    const { id, ...draft } = plainProfile;
    whileItIsKept(() => there.registry.update(id, { ...draft, host: 'elsewhere.example.org' }));
    expect(await there.take(previewId, ['skip'], ['add'])).toMatchObject({ added: 1, secrets: 2 });
    for (const kind of ['bindPassword', 'salt'] as const)
      await expect(there.servers.secret(id, kind), kind).rejects.toMatchObject({ code: 'secret.bound' });
  });

  test('tells the secrets that are left over where their server is removed while they are kept', async () => {
    const { previewId } = await there.open(sealedFile);
    await there.unseal(previewId, passphrase);
    whileItIsKept(() => there.registry.remove(plainProfile.id));
    const outcome = await there.take(previewId, ['skip'], ['add']);
    expect(outcome).toMatchObject({ added: 1, secrets: 1 });
    expect(outcome.leftBehind).toMatchObject([{ server: 'lab-244', secret: 'salt' }]);
  });

  test('takes no more than a thousand servers in all', async () => {
    await here.save();
    const many = Array.from({ length: 999 }, (_, at) => ({
      ...plainProfile,
      id: idOf(1000 + at),
      host: `h${at}.example.org`,
    }));
    await there.registry.importProfiles(many, []);
    const { previewId } = await there.open(here.state.file);
    await expect(there.take(previewId, ['add'], ['add'])).rejects.toMatchObject({ code: 'profiles.tooMany' });
    expect(await there.take(previewId, ['skip'], ['add'])).toMatchObject({ added: 1 });
  });

  test('whose dialog is left with Cancel gives nothing', async () => {
    there.state.cancelled = true;
    await expect(there.open()).rejects.toThrow('nothing was opened');
  });
});
