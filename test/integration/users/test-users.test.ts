import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { filesSettled } from '../../../src-main/files/atomic-write';
import { TEST_MARK } from '../../../src-main/users/people';
import { TEST_UID_PREFIX } from '../../../src-shared/model/user';
import { hasConfiguration, namesOf } from '../../support/gluu-names';
import { gluuTree } from '../../support/gluu-tree';
import type { GluuVersion } from '../../support/gluu-version';
import { carries } from '../../support/hostile-ldap/message';
import { expectNoSentences } from '../../support/no-sentences';
import { names, person, personDn, startUsersConsole, type UsersConsole } from './users-console';

const wanted = { givenName: 'Tess', sn: 'O’Test, "x"', mail: 'tess+1@example.org' };
const password = 'correct horse battery';

const running: UsersConsole[] = [];
async function start(options: Parameters<typeof startUsersConsole>[0] = {}): Promise<UsersConsole> {
  const started = await startUsersConsole(options);
  running.push(started);
  return started;
}
let users: UsersConsole;
beforeAll(async () => {
  users = await start({ tree: { more: [person('2000.0001', { uid: 'real', cn: TEST_MARK, mail: 'r@example.org' })] } });
});
afterEach(async () => {
  for (const each of running.splice(1)) await each.stop();
});
afterAll(() => users.stop());

const people = async ({ slapd }: UsersConsole, version: GluuVersion = '3.1.2') =>
  (await slapd.search(namesOf(version).peopleDn, '(objectClass=gluuPerson)')).length;
const branch = `ou=resetPasswordRequests,${names.applianceDn}`;
const addRequests = ({ slapd }: UsersConsole, inum: string) =>
  slapd.modify(
    [
      `dn: ${branch}\nchangetype: add\nobjectClass: top\nobjectClass: organizationalUnit\nou: resetPasswordRequests\n`,
      ...[inum, inum, 'other'].map(
        (personInum, index) =>
          `dn: oxGuid=guid${index},${branch}\nchangetype: add\nobjectClass: top\nobjectClass: gluuPasswordResetRequest\noxGuid: guid${index}\npersonInum: ${personInum}\n`,
      ),
    ].join('\n'),
  );

describe('a test user', () => {
  test.each<GluuVersion>(['2.4.4', '3.0.2', '3.1.2', '3.1.8', '4.0', '4.2.2', '4.5.5'])(
    'is made as oxTrust %s does, logs in and goes',
    async (version) => {
      const console = await start({ slapd: { version, ldif: gluuTree({ version }) } });
      const before = await people(console, version);
      const made = await console.call('users.createTest', { ...wanted, password, reason: 'trying' });
      expect(made.kind).toBe('saved');
      const [stored] = await console.slapd.search(made.dn, '(objectClass=*)', [], { scope: 'base' });
      const uid = stored?.get('uid')?.[0] ?? '';
      expect(uid).toMatch(new RegExp(`^${TEST_UID_PREFIX}[0-9a-f]{8}$`));
      const isNewer = hasConfiguration(version);
      expect(stored?.get('inum')?.[0]).toMatch(
        isNewer ? /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/ : /^@!7F3A.*!0000!([0-9A-F]{4}\.){3}[0-9A-F]{4}$/,
      );
      expect(stored?.get('iname')).toEqual(isNewer ? undefined : [`*person*${uid}`]);
      expect(stored?.get('objectClass')?.sort()).toEqual(['gluuCustomPerson', 'gluuPerson', 'top']);
      expect(stored?.get('gluuStatus')).toEqual(['active']);
      expect(stored?.get('cn')).toEqual([`Tess Tess ${wanted.sn}`, TEST_MARK]);
      expect(stored?.get('oxCreationTimestamp')?.[0]).toMatch(/^\d{14}\.\d{3}Z$/);

      expect(await console.call('users.loginTest', { dn: made.dn })).toMatchObject({ loggedIn: true });
      expect(await console.call('users.loginTest', { dn: made.dn, password: 'wrong one' })).toEqual({
        loggedIn: false,
        failure: expect.objectContaining({
          code: 'ldap.credentials',
          detail: expect.stringContaining('invalidCredentials'),
        }),
      });

      expect((await console.call('users.leftovers', {})).people.map(({ dn }) => dn)).toEqual([made.dn]);
      expect(await console.call('users.removeTest', { dn: made.dn })).toMatchObject({ kind: 'saved' });
      expect(await people(console, version)).toBe(before);
      expect((await console.call('users.leftovers', {})).people).toEqual([]);
    },
  );

  test('has its place in the history, without its password', async () => {
    const made = await users.call('users.createTest', { ...wanted, mail: 'h@example.org', password, reason: 'why' });
    const [entry] = users.history.list();
    expect(entry).toMatchObject({ id: made.historyId, outcome: 'saved', reason: 'why', host: expect.any(String) });
    expect(entry?.entries[0]).toMatchObject({ dn: made.dn, operation: 'add' });
    expect(entry?.entries[0]?.changes).toContainEqual({
      field: 'person.userPassword',
      attribute: 'userPassword',
      before: null,
      after: null,
      secret: true,
      unset: 'before',
    });
    expect(users.told()).toContain(users.serverId);
    await users.call('users.removeTest', { dn: made.dn });
    await filesSettled();
    expectNoSentences(users.historyText());
    expect(users.history.list()[0]?.entries).toMatchObject([{ dn: made.dn, operation: 'delete' }]);
    expect(users.history.list()[0]?.entries[0]?.changes.map(({ attribute }) => attribute)).not.toContain(
      'userPassword',
    );
    expect(users.historyText()).not.toContain(password);
    expect(await users.history.verify()).toMatchObject({ ok: true });
  });

  test('goes with its reset requests and what lies below it, and with nobody else’s', async () => {
    const console = await start();
    const made = await console.call('users.createTest', wanted);
    const inum = made.kind === 'saved' ? (made.person?.inum ?? '') : '';
    await addRequests(console, inum);
    await console.slapd.modify(
      [`ou=fido,${made.dn}`, `ou=deep,ou=fido,${made.dn}`]
        .map((dn) => `dn: ${dn}\nchangetype: add\nobjectClass: top\nobjectClass: organizationalUnit\n`)
        .join('\n'),
    );
    await console.call('users.removeTest', { dn: made.dn });
    expect((await console.slapd.search(branch, '(personInum=*)')).map((each) => each.get('personInum')?.[0])).toEqual([
      'other',
    ]);
    expect(await people(console)).toBe(1);
    await filesSettled();
    expect(console.historyText()).toContain('{"field":"requests","count":2,');
    expectNoSentences(console.historyText());
    expect(console.historyText()).not.toContain('guid0');
  });

  test('is never somebody else', async () => {
    for (const dn of [personDn('2000.0001'), names.adminDn]) {
      const refusal = { code: 'input.invalid' };
      await expect(users.call('users.removeTest', { dn })).rejects.toMatchObject(refusal);
      await expect(users.call('users.loginTest', { dn, password })).rejects.toMatchObject(refusal);
    }
    await expect(users.call('users.removeTest', { dn: names.applianceDn })).rejects.toMatchObject({
      code: 'ldap.missing',
    });
    expect(await people(users)).toBe(2);
  });

  test('is not made with an address somebody has, and the history says so', async () => {
    await expect(users.call('users.createTest', { ...wanted, mail: 'r@example.org' })).rejects.toMatchObject({
      code: 'users.mailTaken',
      about: { stage: 'Write', facts: { who: expect.stringMatching(/\S/) } },
    });
    expect(users.history.list()[0]).toMatchObject({ outcome: 'notSaved', failure: { code: 'users.mailTaken' } });
  });
});

describe('writing test users', () => {
  test('needs TLS, before anything is sent', async () => {
    const plain = await start({ profile: { mode: 'plain' } });
    await expect(plain.call('users.createTest', wanted)).rejects.toMatchObject({ code: 'users.clearText' });
    await expect(plain.call('users.loginTest', { dn: names.adminDn, password })).rejects.toMatchObject({
      code: 'users.clearText',
    });
    expect(plain.history.list()).toEqual([]);
    expect(plain.slapd.log()).not.toContain('BIND dn="cn=directory');
  });

  test('is refused on a read-only profile, and on production without the name', async () => {
    const locked = await start({ profile: { readOnly: true } });
    const production = await start({ profile: { environment: 'production' } });
    for (const [console, code] of [
      [locked, 'server.readOnly'],
      [production, 'gluu.nameNotTyped'],
    ] as const) {
      await expect(console.call('users.createTest', wanted)).rejects.toMatchObject({ code });
      await expect(console.call('users.removeTest', { dn: names.adminDn })).rejects.toMatchObject({ code });
      expect(console.history.list()).toEqual([]);
    }
    const made = await production.call('users.createTest', { ...wanted, typedName: 'Test server' });
    expect(made.kind).toBe('saved');
  });

  test('is refused by the server for an account that may only read', async () => {
    const reader = await start({ asReader: true });
    await expect(reader.call('users.createTest', wanted)).rejects.toMatchObject({ code: 'ldap.rights' });
    expect(reader.history.list()[0]).toMatchObject({ outcome: 'notSaved' });
  });
});

describe('a write whose end nobody saw', () => {
  test('is settled by the next look for leftovers, whichever way it ended', async () => {
    const console = await start();
    const made = await console.call('users.createTest', wanted);
    const [base] = console.history.list();
    if (!base) throw new Error('no history');
    const { seq: _s, time: _t, outcome: _o, endedAt: _e, verifiedAt: _v, ...begun } = base;
    const unseen = async (operation: 'add' | 'delete', dn: string) => {
      const id = randomUUID();
      await console.history.append({ ...begun, kind: 'begun', id, entries: [{ dn, operation, changes: [] }] });
      await console.history.append({ kind: 'ended', id, outcome: 'unknown' });
      return id;
    };
    const ids = {
      added: await unseen('add', made.dn),
      neverAdded: await unseen('add', personDn('DEAD.0001')),
      removed: await unseen('delete', personDn('DEAD.0002')),
      neverRemoved: await unseen('delete', made.dn),
    };
    await console.call('users.leftovers', {});
    const outcome = (id: string) => console.history.list().find((entry) => entry.id === id)?.outcome;
    expect(Object.fromEntries(Object.entries(ids).map(([name, id]) => [name, outcome(id)]))).toEqual({
      added: 'saved',
      neverAdded: 'notSaved',
      removed: 'saved',
      neverRemoved: 'notSaved',
    });
  });

  test.each([
    ['request', 0],
    ['answer', 1],
  ] as const)('is reported as not known when the connection goes with the %s', async (lost, more) => {
    const console = await start();
    const before = await people(console);
    const { proxy } = console;
    const isAdd = carries('add');
    const swallowed = lost === 'request' ? proxy.dropNextRequest(isAdd) : proxy.dropNextResponse(isAdd);
    const end = console.call('users.createTest', wanted);
    await swallowed;
    proxy.cut();
    expect(await end).toMatchObject({ kind: 'unknown', failure: { code: 'net.dropped' } });
    expect(console.history.list()[0]?.outcome).toBe('unknown');
    expect(await people(console)).toBe(before + more);
  });
});
