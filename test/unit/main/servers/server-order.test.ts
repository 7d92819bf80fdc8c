import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { knownServers } from '../../../../src-main/registry/known-servers';
import { openServerRegistry, type ServerRegistry } from '../../../../src-main/registry/server-registry';
import { serverSecrets } from '../../../../src-main/secrets/server-secrets';
import { serverOrderService } from '../../../../src-main/servers/server-order';
import { createWork } from '../../../../src-main/work/work';
import type { ServerProfile } from '../../../../src-shared/model/server';
import { memoryKeychain } from '../../../support/fake-keychain';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../../support/temporary-folder';
import { fullProfile, idOf, plainProfile } from '../transfer/samples';

let folder: string;
let registry: ServerRegistry;
let calls: ReturnType<typeof serverOrderService>;
let changes: number;
const work = createWork(new AbortController().signal, () => {});
const [a, b, c] = [1, 2, 3].map(
  (number): ServerProfile => ({ ...plainProfile, id: idOf(number), name: `s${number}` }),
) as [ServerProfile, ServerProfile, ServerProfile];
const order = (...ids: ServerProfile['id'][]) => calls['server.order']({ serverIds: ids }, work);
const names = () =>
  openServerRegistry(path.join(folder, 'servers.json'))
    .list()
    .map(({ name }) => name);

beforeEach(async () => {
  folder = makeTemporaryFolder('order');
  registry = openServerRegistry(path.join(folder, 'servers.json'));
  await registry.importProfiles([a, b, c], []);
  const servers = knownServers(registry, serverSecrets(memoryKeychain()), () => {});
  servers.setTemporary([{ profile: { ...fullProfile, id: idOf(9) }, hints: [], secrets: {} }]);
  changes = 0;
  calls = serverOrderService(registry, servers, () => {
    changes += 1;
  });
});
afterEach(() => removeTemporaryFolder(folder));

describe('the order of the list', () => {
  test('is kept in the file, and told', async () => {
    await order(c.id, a.id, b.id);
    expect([names(), changes]).toEqual([['s3', 's1', 's2'], 1]);
  });
  test('leaves what is not named behind the rest, as it was', async () => {
    await order(c.id);
    expect(names()).toEqual(['s3', 's1', 's2']);
  });
  test('refuses a server that is not there, a demo server and one named twice, and stays', async () => {
    await expect(order(idOf(8))).rejects.toMatchObject({ code: 'server.unknown' });
    await expect(order(a.id, idOf(9))).rejects.toMatchObject({ code: 'server.unknown' });
    await expect(order(a.id, a.id)).rejects.toMatchObject({ code: 'input.invalid' });
    expect([names(), changes]).toEqual([['s1', 's2', 's3'], 0]);
  });
});

describe('a favourite', () => {
  const set = (id: ServerProfile['id'], favourite: boolean) =>
    calls['server.favourite']({ serverId: id, favourite }, work);
  test('is kept through an edit, and taken back', async () => {
    expect(await set(b.id, true)).toMatchObject({ name: 's2', favourite: true });
    const { id: _, favourite, ...draft } = registry.get(b.id);
    expect(favourite).toBe(true);
    expect(await registry.update(b.id, { ...draft, name: 'renamed' })).toMatchObject({ favourite: true });
    expect(await set(b.id, false)).not.toHaveProperty('favourite');
  });
  test('is never a demo server, nor one that is gone', async () => {
    await expect(set(idOf(9), true)).rejects.toMatchObject({ code: 'server.readOnly' });
    await expect(set(idOf(8), true)).rejects.toMatchObject({ code: 'server.unknown' });
  });
});
