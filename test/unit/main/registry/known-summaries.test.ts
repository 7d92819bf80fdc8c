import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type AllowedWriting, createAllowedWriting } from '../../../../src-main/registry/allowed-writing';
import { type KnownServers, knownServers } from '../../../../src-main/registry/known-servers';
import { draftOf, openServerRegistry, type ServerRegistry } from '../../../../src-main/registry/server-registry';
import { targetOf } from '../../../../src-main/registry/targets';
import { serverSecrets } from '../../../../src-main/secrets/server-secrets';
import { ServerId, type ServerProfile, type ServerSummary } from '../../../../src-shared/model/server';
import { message } from '../../../../src-shared/texts/message';
import { memoryKeychain } from '../../../support/fake-keychain';
import { serverDraft } from '../../../support/server-draft';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../../support/temporary-folder';

const pin = { sha256: Array.from({ length: 32 }, () => 'AB').join(':'), acceptedAt: '2026-01-01T00:00:00.000Z' };
const demo = {
  profile: { ...serverDraft({ name: 'Demo' }), id: ServerId.parse('8c2d5f0e-52a1-4a53-9a3c-0b8c4b2f1a02') },
  hints: [message('demo.server.meadow')],
  secrets: { bindPassword: 'demo password' },
};

let folder: string;
let keychain: ReturnType<typeof memoryKeychain>;
let registry: ServerRegistry;
let writing: AllowedWriting;
let servers: KnownServers;
let one: ServerProfile;
let other: ServerProfile;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] });
  folder = makeTemporaryFolder('known-summaries');
  keychain = memoryKeychain();
  registry = openServerRegistry(path.join(folder, 'servers.json'));
  writing = createAllowedWriting(() => {});
  servers = knownServers(registry, serverSecrets(keychain), () => {}, undefined, writing);
  one = await registry.add(serverDraft({ name: 'one' }));
  other = await registry.add(serverDraft({ name: 'other', environment: 'test' }));
  servers.setTemporary([demo]);
});
afterEach(() => {
  writing.dispose();
  vi.useRealTimers();
  removeTemporaryFolder(folder);
});

/** The names of the servers whose summaries are not the same objects as before. */
async function madeAgain(change: () => unknown): Promise<string[]> {
  const before = new Set<ServerSummary>(servers.summaries());
  await change();
  const after = servers.summaries();
  expect(after.map(({ id }) => servers.find(id))).toEqual(after);
  return after.filter((summary) => !before.has(summary)).map(({ name }) => name);
}
const summary = (id = one.id) => servers.summary(id);

describe('summaries are made once, and again only', () => {
  test('where something has changed', async () => {
    expect(await madeAgain(() => {})).toEqual([]);
    expect(servers.find(one.id)).toBe(summary());
    expect(servers.find(ServerId.parse('8c2d5f0e-52a1-4a53-9a3c-0b8c4b2f1a09'))).toBeUndefined();
  });

  test('of the profile that was saved, trusted, or marked', async () => {
    const rename = () => registry.update(one.id, { ...draftOf(one), name: 'renamed' });
    expect(await madeAgain(rename)).toEqual(['renamed']);
    expect(await madeAgain(() => registry.pin(one.id, pin, one))).toEqual(['renamed']);
    expect(summary().pin).toEqual(pin);
    expect(await madeAgain(() => registry.setFavourite(other.id, true))).toEqual(['other']);
    expect(await madeAgain(() => registry.setOrder([other.id, one.id]))).toEqual([]);
    expect(servers.summaries().map(({ name }) => name)).toEqual(['other', 'renamed', 'Demo']);
    expect(await madeAgain(() => registry.remove(other.id))).toEqual([]);
    expect(servers.find(other.id)).toBeUndefined();
  });

  test('of the server whose secrets were found otherwise, also where its profile was saved meanwhile', async () => {
    await servers.lookAtSecrets();
    expect(await madeAgain(() => servers.lookAtSecrets())).toEqual([]);
    const put = () => serverSecrets(keychain).put(one.id, 'bindPassword', 'typed', targetOf(one));
    expect(await madeAgain(put)).toEqual([]);
    expect(await madeAgain(() => servers.lookAtSecrets())).toEqual(['one']);
    expect(summary().secrets.bindPassword).toBe('stored');
    keychain.stored.clear();
    const { get } = keychain;
    keychain.get = async (account) => {
      const found = await get(account);
      if (registry.get(one.id).name === 'one')
        await registry.update(one.id, { ...draftOf(registry.get(one.id)), name: 'saved meanwhile' });
      servers.summaries();
      return found;
    };
    expect(await madeAgain(() => servers.lookAtSecrets(one.id))).toEqual(['saved meanwhile']);
    expect(summary().secrets.bindPassword).toBe('none');
  });

  test('of the server to which writing is allowed, and at the moment its time is over', async () => {
    expect(summary()).toMatchObject({ readOnly: true });
    expect(await madeAgain(() => writing.allow(registry.get(one.id)))).toEqual(['one']);
    expect(summary()).toMatchObject({ readOnly: false, writingUntil: expect.stringMatching(/^20/) });
    expect(await madeAgain(() => vi.setSystemTime(Date.now() + 14 * 60_000))).toEqual([]);
    expect(await madeAgain(() => vi.setSystemTime(Date.now() + 60_000))).toEqual(['one']);
    expect(summary()).toMatchObject({ readOnly: true });
    expect(summary()).not.toHaveProperty('writingUntil');
    writing.allow(registry.get(one.id));
    expect(await madeAgain(() => writing.end(one.id))).toEqual(['one']);
  });

  test('of the servers that end with the app', async () => {
    const hints = [message('demo.server.harbour')];
    expect(await madeAgain(() => servers.setTemporary([{ ...demo, hints }]))).toEqual(['Demo']);
    expect(summary(demo.profile.id).hints).toEqual(hints);
    const pinned = () => servers.pinMail(demo.profile.id, { ...pin, host: 'mail.example.org', port: 587 });
    expect(await madeAgain(pinned)).toEqual(['Demo']);
    expect(await madeAgain(() => servers.setTemporary([]))).toEqual([]);
    expect(servers.find(demo.profile.id)).toBeUndefined();
  });
});
