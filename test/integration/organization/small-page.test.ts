import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { filesSettled } from '../../../src-main/files/atomic-write';
import { decrypt, encrypt } from '../../../src-main/gluu-ldap/string-encrypter';
import { openBeforeImages } from '../../../src-main/history/before-images';
import { type History, openHistory } from '../../../src-main/history/history-log';
import { createHoldWatch } from '../../../src-main/organization/hold-watch';
import { organizationService } from '../../../src-main/organization/organization-service';
import { organizationSettler } from '../../../src-main/organization/organization-settler';
import { rollbackService } from '../../../src-main/organization/rollback-service';
import { IdStore } from '../../../src-main/organization/snapshots';
import { createReach, type Reach } from '../../../src-main/reach/reach';
import { createAllowedWriting } from '../../../src-main/registry/allowed-writing';
import { knownServers } from '../../../src-main/registry/known-servers';
import { openServerRegistry } from '../../../src-main/registry/server-registry';
import { serverSecrets } from '../../../src-main/secrets/server-secrets';
import { unwatchedWork } from '../../../src-main/work/work';
import { createSettle } from '../../../src-main/write/settle';
import { type ServerDraft, ServerId } from '../../../src-shared/model/server';
import { changesOf, type TestChanges } from '../../support/changes';
import { salt } from '../../support/cipher-vectors';
import { inEnglish } from '../../support/english';
import { memoryKeychain } from '../../support/fake-keychain';
import { gluuNames } from '../../support/gluu-names';
import { gluuTree } from '../../support/gluu-tree';
import { accountOn, type Slapd, type SlapdOptions, startSlapd } from '../../support/slapd';
import { smallPage } from '../../support/small-page';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../support/temporary-folder';

const { oxTrustDn, organizationDn } = gluuNames();
const version = '3.1.4'; // no refresh of its own to wait for
const work = unwatchedWork;
let slapd: Slapd;
let folder: string;
let history: History;
let serverId: ServerId;
let calls: ReturnType<typeof organizationService> & ReturnType<typeof rollbackService>;

/** The services on a server that is reached with the small page in the place of its own. */
async function start({ asReader, ...options }: Partial<SlapdOptions> & { asReader?: true } = {}): Promise<void> {
  slapd = await startSlapd({ version, ldif: gluuTree({ version }), ...options });
  const secrets = serverSecrets(memoryKeychain());
  const registry = openServerRegistry(path.join(folder, 'servers.json'));
  const { bindDn, password } = accountOn(slapd, asReader);
  const target = { host: '127.0.0.1', port: slapd.port, mode: 'plain', bindDn } as const;
  const draft: ServerDraft = {
    ...{ name: 'Test server', group: '', environment: 'test', notes: '', readOnly: false },
    ...{ route: { kind: 'direct' }, ...target },
  };
  const profile = await registry.add(draft);
  serverId = ServerId.parse(profile.id);
  await secrets.put(serverId, 'bindPassword', password, target);
  await secrets.put(serverId, 'salt', salt, target);
  const writing = createAllowedWriting(() => {});
  writing.allow(profile);
  const servers = knownServers(registry, secrets, () => {}, undefined, writing);
  const real = createReach(servers, () => {});
  const reach: Reach = (id, own, use, manner) => {
    const onSmall: typeof use = (reached, read) =>
      use({ ...reached, tree: { ...reached.tree, page: smallPage } }, read);
    const read = manner?.read;
    const ofSmall: typeof manner = read && {
      ...manner,
      read: (session, where, known) => read(session, { ...where, page: smallPage }, known),
    };
    return real(id, own, onSmall, ofSmall);
  };
  history = await openHistory(path.join(folder, 'history.jsonl'));
  const holdWatch = createHoldWatch({ reach, history, tell: () => {}, alarm: () => {} });
  const settle = createSettle({ reach, history }, { organization: organizationSettler });
  const beforeImages = openBeforeImages(path.join(folder, 'before-images.json'), memoryKeychain());
  const needs = { servers, reach, history, beforeImages, plans: new IdStore() as never, settle };
  calls = {
    ...organizationService({ ...needs, snapshots: new IdStore(), holdWatch }),
    ...rollbackService(needs),
  };
}
beforeEach(() => {
  folder = makeTemporaryFolder('small-page');
});
afterEach(async () => {
  await slapd.stop();
  removeTemporaryFolder(folder);
});

const load = () => calls['organization.load']({ serverId }, work());
const update = ({ planId }: { planId: string }) =>
  calls['organization.update']({ planId, typedName: undefined, reason: 'as the test says' }, work());
async function plan(wanted: TestChanges) {
  const { snapshotId } = await load();
  return calls['organization.plan']({ serverId, snapshotId, changes: changesOf(wanted) }, work());
}
const save = async (wanted: TestChanges) => update(await plan(wanted));
async function rollBack() {
  const found = await calls['history.rollback']({ serverId, historyId: history.list()[0]?.id ?? '' }, work());
  return found.kind === 'plan' ? update(found.plan) : found;
}

async function stored(dn: string, attribute: string): Promise<string[]> {
  const [entry] = await slapd.search(dn, '(objectClass=*)', [attribute], { scope: 'base' });
  return entry?.get(attribute) ?? [];
}
const oxTrust = async () => JSON.parse((await stored(oxTrustDn, 'oxTrustConfApplication'))[0] ?? '{}');
const pin = async () => (await stored(organizationDn, 'gluuCustomMessage'))[0];
const replace = (value: string) => ({ kind: 'replace', value }) as const;

describe('a page the console was not written for', () => {
  test('is read, changed with both its secrets, and rolled back step by step', async () => {
    await start();
    const before = await stored(oxTrustDn, 'oxTrustConfApplication');
    const view = await load();
    expect(Object.keys(view.fields)).toEqual(smallPage.fields.map(({ id }) => id));
    expect(view.secrets).toEqual({ keyStorePassword: { state: 'none' }, telephonyPin: { state: 'none' } });

    const first = {
      keyStore: '/etc/keys.jks',
      keyStorePassword: replace('first key'),
      telephonyPin: replace('the first pin'),
    };
    const saved = await save({ ...first, slogan: 'Hello' });
    expect(saved).toMatchObject({
      kind: 'saved',
      view: { secrets: { keyStorePassword: { state: 'decrypts' }, telephonyPin: { state: 'decrypts' } } },
    });
    const { keyStore, keyStorePassword, keyStoreChanged } = await oxTrust();
    expect([keyStore, decrypt(keyStorePassword, salt)]).toEqual(['/etc/keys.jks', 'first key']);
    expect(keyStoreChanged).toBeGreaterThan(Date.now() - 60_000);
    const firstPin = (await pin()) ?? '';
    expect(decrypt(firstPin, salt)).toBe('the first pin');
    expect(await stored(organizationDn, 'title')).toEqual(['Hello']);

    expect(await save({ telephonyPin: replace('the second pin'), keyStorePassword: { kind: 'clear' } })).toMatchObject({
      kind: 'saved',
      view: { secrets: { keyStorePassword: { state: 'none' } } },
    });
    const [entry] = history.list();
    expect(entry?.entries.map(({ dn, changes }) => [dn, changes.map(({ field, secret }) => [field, secret])])).toEqual([
      [oxTrustDn, [['keyStorePassword', true]]],
      [organizationDn, [['telephonyPin', true]]],
    ]);

    expect(await rollBack()).toMatchObject({ kind: 'saved' });
    expect((await oxTrust()).keyStorePassword).toBe(keyStorePassword);
    expect(await pin()).toBe(firstPin);

    const begun = history.list().at(-1)?.id ?? '';
    const back = await calls['history.rollback']({ serverId, historyId: begun }, work());
    if (back.kind !== 'plan') expect.unreachable();
    expect(inEnglish(back.plan.rows.map(({ field, after }) => [field, after]))).toEqual([
      ['keyStore', '(empty)'],
      ['keyStorePassword', 'None'],
      ['telephonyPin', 'None'],
      ['slogan', '(empty)'],
    ]);
    expect(await update(back.plan)).toMatchObject({ kind: 'saved' });
    expect(await stored(oxTrustDn, 'oxTrustConfApplication')).toEqual(before);
    expect([await pin(), await stored(organizationDn, 'title')]).toEqual([undefined, []]);

    await filesSettled();
    const kept = ['history.jsonl', 'before-images.json'].map((file) => readFileSync(path.join(folder, file), 'utf8'));
    for (const secret of ['first key', 'the first pin', 'the second pin', keyStorePassword, firstPin]) {
      expect(kept.join('')).not.toContain(secret);
    }
  });

  test('is not rolled back over a secret that somebody stored since', async () => {
    await start();
    await save({ telephonyPin: replace('the first pin') });
    const theirs = encrypt('theirs', salt);
    await slapd.modify(
      [
        `dn: ${organizationDn}`,
        'changetype: modify',
        'replace: gluuCustomMessage',
        `gluuCustomMessage: ${theirs}`,
        '',
      ].join('\n'),
    );
    expect(inEnglish(await rollBack())).toMatchObject({
      kind: 'conflict',
      rows: [{ label: 'Telephony PIN', before: 'None', written: 'Set', now: 'Another one' }],
    });
    expect(await pin()).toBe(theirs);
  });

  test('asks each of its entries for the right to write', async () => {
    const may = `access to dn.base="${organizationDn}" by dn.base="cn=reader,o=gluu" write by users read by anonymous auth`;
    await start({ globalLines: [may], asReader: true });
    const view = await load();
    expect(view.notWritable).toBeUndefined();
    const why = 'This account can read the oxTrust entry, but not write it.';
    expect(inEnglish(view.fields.keyStorePassword)).toMatchObject({ fixed: why });
    expect(view.fields.telephonyPin).not.toHaveProperty('fixed');
    expect(await save({ telephonyPin: replace('the first pin') })).toMatchObject({ kind: 'saved' });
  });
});
