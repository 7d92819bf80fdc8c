import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { guardSettings } from '../../../../src-main/calls/guarded-settings';
import { createProfileGuard } from '../../../../src-main/calls/profile-guard';
import { openSettings } from '../../../../src-main/files/settings';
import type { Question } from '../../../../src-main/guard/confirm';
import { createWriteConsent } from '../../../../src-main/guard/write-consent';
import { createAllowedWriting } from '../../../../src-main/registry/allowed-writing';
import { type KnownServers, knownServers } from '../../../../src-main/registry/known-servers';
import { openServerRegistry, type ServerRegistry } from '../../../../src-main/registry/server-registry';
import { serverSecrets } from '../../../../src-main/secrets/server-secrets';
import { serverService } from '../../../../src-main/servers/server-service';
import { type CoreHandlers, unwatchedWork } from '../../../../src-main/work/work';
import { namedHops } from '../../../../src-shared/model/route';
import { type ServerDraft, type ServerId, writingMinutes } from '../../../../src-shared/model/server';
import { say } from '../../../support/english';
import { memoryKeychain } from '../../../support/fake-keychain';
import { serverDraft } from '../../../support/server-draft';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../../support/temporary-folder';

const MINUTE = 60_000;
const draft = serverDraft({ name: 'prod', readOnly: false });

let folder: string;
let registry: ServerRegistry;
let servers: KnownServers;
let writing: ReturnType<typeof createAllowedWriting>;
let calls: ReturnType<typeof guardSettings>;
let asked: string[];
/** What happens while the box is open, and what is pressed in it. */
let inBox: () => Promise<boolean>;
let ended: number;
let id: ServerId;

const setReadOnly = (readOnly: boolean, serverId = id) =>
  calls['server.setReadOnly']({ serverId, readOnly }, unwatchedWork());
const save = (change: Partial<ServerDraft>) => registry.update(id, { ...draft, ...change });

/** What a start builds; the file is what is left of the one before. */
function begin(): void {
  registry = openServerRegistry(path.join(folder, 'servers.json'));
  const secrets = serverSecrets(memoryKeychain());
  writing = createAllowedWriting(() => {
    ended += 1;
  });
  servers = knownServers(registry, secrets, () => {}, undefined, writing);
  const never = () => {
    throw new Error('this test reaches no server');
  };
  const quiet = { onChange: () => {}, forget: async () => {}, refused: new Map(), reach: never, save: never };
  const handlers = serverService({ registry, secrets, servers, writing, ...quiet });
  const confirm = async ({ message }: Question) => {
    asked.push(say(message));
    return { yes: await inBox(), boxTicked: false };
  };
  const consent = createWriteConsent({ confirm, isDemo: servers.isDemo });
  const profileGuard = createProfileGuard({ registry, consent, wayOf: async (route) => namedHops(route) });
  const settings = openSettings(path.join(folder, 'settings.json'));
  calls = guardSettings(handlers as unknown as CoreHandlers, { servers, profileGuard, settings, consent });
}

beforeEach(async () => {
  vi.useFakeTimers();
  folder = makeTemporaryFolder('writing');
  asked = [];
  ended = 0;
  inBox = async () => true;
  begin();
  ({ id } = await registry.add(draft));
});
afterEach(() => {
  writing.dispose();
  vi.useRealTimers();
  removeTemporaryFolder(folder);
});

describe('writing to a production server', () => {
  test('is not allowed however it came into the list', async () => {
    expect(registry.get(id).readOnly).toBe(true);
    expect(servers.get(id).readOnly).toBe(true);
    const [other] = [{ ...registry.get(id), id: crypto.randomUUID() as ServerId, readOnly: false }];
    await registry.importProfiles([other], []);
    expect(servers.summaries().map(({ readOnly }) => readOnly)).toEqual([true, true]);
  });

  test('is asked for outside the window, and locks again by itself', async () => {
    const summary = await setReadOnly(false);
    expect(asked).toEqual(['Allow writing to prod (Production)?']);
    expect(summary).toMatchObject({
      readOnly: false,
      writingUntil: new Date(Date.now() + writingMinutes * MINUTE).toISOString(),
    });
    await vi.advanceTimersByTimeAsync(writingMinutes * MINUTE - 1000);
    expect(servers.get(id).readOnly).toBe(false);
    expect(ended).toBe(0);
    await vi.advanceTimersByTimeAsync(1000);
    expect(servers.get(id).readOnly).toBe(true);
    expect(servers.summary(id).writingUntil).toBeUndefined();
    expect(ended).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('is not allowed where the box is answered with no', async () => {
    inBox = async () => false;
    await expect(setReadOnly(false)).rejects.toMatchObject({ code: 'write.notConfirmed' });
    expect(servers.get(id).readOnly).toBe(true);
  });

  test('is not made longer by what the window asks for', async () => {
    const { writingUntil } = await setReadOnly(false);
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect((await setReadOnly(false)).writingUntil).toBe(writingUntil);
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    expect(servers.get(id).readOnly).toBe(true);
    expect(asked).toHaveLength(1);
  });

  test('ends at once when the user says so', async () => {
    await setReadOnly(false);
    expect(await setReadOnly(true)).toMatchObject({ readOnly: true });
    expect(servers.get(id).readOnly).toBe(true);
    await setReadOnly(false);
    expect(asked).toHaveLength(2);
  });

  test('ends while the computer sleeps, and is not prolonged by its clock', async () => {
    await setReadOnly(false);
    vi.setSystemTime(Date.now() + writingMinutes * MINUTE); // no timer has run
    expect(servers.get(id).readOnly).toBe(true);
    await vi.advanceTimersByTimeAsync(1000);
    expect(ended).toBe(1);
    await setReadOnly(false);
    vi.setSystemTime(Date.now() - 60 * MINUTE);
    await vi.advanceTimersByTimeAsync(writingMinutes * MINUTE);
    expect(servers.get(id).readOnly).toBe(true);
  });

  test('does not outlive the app', async () => {
    await setReadOnly(false);
    writing.dispose();
    expect(vi.getTimerCount()).toBe(0);
    begin();
    expect(servers.get(id).readOnly).toBe(true);
  });

  test('holds for each server by itself', async () => {
    const second = await registry.add({ ...draft, name: 'second' });
    await setReadOnly(false);
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    await setReadOnly(false, second.id);
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect([id, second.id].map((each) => servers.get(each).readOnly)).toEqual([true, false]);
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    expect(servers.get(second.id).readOnly).toBe(true);
    expect(ended).toBe(2);
  });

  test.each<[string, Partial<ServerDraft>]>([
    ['host', { host: 'other.example.org' }],
    ['port', { port: 1637 }],
    ['route', { route: { kind: 'ssh', host: 'gw', port: 22, user: 'ada', login: 'agent', jumps: [] } }],
    ['name', { name: 'another' }],
  ])('does not go along to another %s', async (_, change) => {
    await setReadOnly(false);
    await save({ notes: 'still the same server' });
    expect(servers.get(id).readOnly).toBe(false);
    await save(change);
    expect(servers.get(id).readOnly).toBe(true);
  });

  test('holds for the server that the box named, not for what it was made meanwhile', async () => {
    inBox = async () => {
      await save({ host: 'evil.example.net' });
      return true;
    };
    await expect(setReadOnly(false)).rejects.toMatchObject({ code: 'write.changed' });
    expect(servers.get(id).readOnly).toBe(true);
  });
});

test('a server that is not production stays as it was set, also over a restart', async () => {
  const { id: test } = await registry.add({ ...draft, environment: 'test' });
  expect(servers.summary(test)).not.toHaveProperty('writingUntil');
  expect(servers.get(test).readOnly).toBe(false);
  await setReadOnly(true, test);
  expect(asked).toEqual([]);
  begin();
  expect(servers.get(test).readOnly).toBe(true);
});
