import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { noticeOf } from '../../src-main/console/notices';
import { openServerRegistry } from '../../src-main/registry/server-registry';
import type { Route } from '../../src-shared/model/route';
import { noticeRead } from '../support/notice';
import { serverDraft } from '../support/server-draft';
import { makeTemporaryFolder, removeTemporaryFolder } from '../support/temporary-folder';
import { securityCase, titled } from './case';
import { putServers, saveFirst, schemaVersionOf, serverProfile, wholeSave } from './support/file-servers';

const SERVERS = 5;
const newer = JSON.stringify({ schemaVersion: 3, servers: [{ ...serverProfile(0), novelty: [1] }], more: true });

let folder: string;
let file: string;
beforeEach(() => {
  folder = makeTemporaryFolder('version');
  file = path.join(folder, 'servers.json');
});
afterEach(() => removeTemporaryFolder(folder));

/** Every change the console knows. */
async function expectNoWrite(registry: ReturnType<typeof openServerRegistry>): Promise<void> {
  const refusal = { code: 'file.newer', about: { facts: { file: 'servers.json' } } };
  const before = [...registry.list()];
  const { id } = serverProfile(0);
  const pin = { sha256: Array(32).fill('AB').join(':'), acceptedAt: '2026-01-01T00:00:00.000Z' };
  await expect(registry.add(serverDraft())).rejects.toMatchObject(refusal);
  await expect(registry.update(id, serverDraft())).rejects.toMatchObject(refusal);
  await expect(registry.remove(id)).rejects.toMatchObject(refusal);
  await expect(registry.pin(id, pin, serverProfile(0))).rejects.toMatchObject(refusal);
  await expect(registry.setMailPins(id, [])).rejects.toMatchObject(refusal);
  expect(registry.list()).toEqual(before);
}

test(titled('T47'), async () => {
  await securityCase('T47', 'it is newer when the app starts', async () => {
    writeFileSync(file, newer);
    const { ino, mtimeMs } = statSync(file);
    const registry = openServerRegistry(file);
    expect(registry.state).toEqual({ kind: 'newer' });
    expect(registry.list()).toEqual([serverProfile(0)]);
    expect(noticeRead(noticeOf('servers', registry.state))?.text).toContain('Update the app');
    await expectNoWrite(registry);
    expect(readFileSync(file, 'utf8')).toBe(newer);
    expect(statSync(file)).toMatchObject({ ino, mtimeMs });
    expect(readdirSync(folder)).toEqual(['servers.json']);
  });

  await securityCase('T47', 'a newer app wrote it while this one was running', async () => {
    putServers(file, SERVERS);
    const registry = openServerRegistry(file);
    expect(registry.state).toEqual({ kind: 'loaded' });
    writeFileSync(file, newer);
    await expectNoWrite(registry);
    expect(readFileSync(file, 'utf8')).toBe(newer);
    expect(readdirSync(folder)).toEqual(['servers.json']);
  });
});

test(titled('T48', 'the old form becomes the new one once, and stays when it cannot'), async () => {
  putServers(file, SERVERS, 1);
  const old = readFileSync(file, 'utf8');

  await securityCase(
    'T48',
    'run twice: the second is as the first, and the first write stores it with a backup',
    async () => {
      for (let start = 0; start < 2; start++) {
        const registry = openServerRegistry(file);
        expect(registry.state).toEqual({ kind: 'loaded' });
        expect(wholeSave(registry, SERVERS)).toBe(0);
        expect(readFileSync(file, 'utf8')).toBe(old);
      }
      await saveFirst(openServerRegistry(file));
      expect(schemaVersionOf(file)).toBe(2);
      expect(readFileSync(`${file}.1`, 'utf8')).toBe(old);
    },
  );

  await securityCase('T48', 'what is in the new form is not upgraded again: the routes stay', async () => {
    const route: Route = {
      kind: 'ssh',
      host: 'jump.example.org',
      port: 22,
      user: 'admin',
      login: 'agent',
      jumps: [],
    };
    const registry = openServerRegistry(file);
    await registry.update(serverProfile(1).id, serverDraft({ route }));
    const text = readFileSync(file, 'utf8');
    const again = openServerRegistry(file);
    expect(again.state).toEqual({ kind: 'loaded' });
    expect(again.get(serverProfile(1).id).route).toEqual(route);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  await securityCase('T48', 'a step that fails leaves the old list as it was, beside, and is reported', async () => {
    const unfit = old.replace('"servers": [', '"servers": [7, ');
    writeFileSync(file, unfit);
    for (const number of [1, 2, 3]) writeFileSync(`${file}.${number}`, unfit);
    const registry = openServerRegistry(file);
    expect(registry.state).toMatchObject({ kind: 'unreadable', keptAs: expect.stringContaining('.corrupt-') });
    expect(registry.state.detail).toContain('the upgrade from version 1 failed');
    expect(noticeRead(noticeOf('servers', registry.state))?.tone).toBe('bad');
    expect(readFileSync(path.join(folder, String(registry.state.keptAs)), 'utf8')).toBe(unfit);
    await registry.add(serverDraft());
    expect(readFileSync(path.join(folder, String(registry.state.keptAs)), 'utf8')).toBe(unfit);
  });
});
