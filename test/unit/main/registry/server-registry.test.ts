import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { draftOf, openServerRegistry } from '../../../../src-main/registry/server-registry';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../../support/temporary-folder';
import { fullProfile, idOf, plainProfile } from '../transfer/samples';

let folder: string;
let file: string;
beforeEach(() => {
  folder = makeTemporaryFolder('registry');
  file = path.join(folder, 'servers.json');
});
afterEach(() => removeTemporaryFolder(folder));

describe('the list of servers', () => {
  test('with one id twice is put aside: what is asked of one of them would reach the other', () => {
    const twice = JSON.stringify({
      schemaVersion: 2,
      servers: [plainProfile, { ...fullProfile, id: plainProfile.id }],
    });
    writeFileSync(file, twice);
    writeFileSync(`${file}.1`, JSON.stringify({ schemaVersion: 2, servers: [plainProfile] }));
    const { state, list } = openServerRegistry(file);
    expect(state).toMatchObject({ kind: 'restored', detail: 'servers: Two servers in it have the same id.' });
    expect(readFileSync(path.join(folder, String(state.keptAs)), 'utf8')).toBe(twice);
    expect(list()).toEqual([plainProfile]);
  });

  test('that is full takes no more, whichever way one comes, and says so', async () => {
    const registry = openServerRegistry(file);
    const many = Array.from({ length: 1000 }, (_, at) => ({ ...plainProfile, id: idOf(1000 + at) }));
    await registry.importProfiles(many, []);
    const full = { code: 'profiles.tooMany', about: { facts: { limit: 1000 } } };
    await expect(registry.add(draftOf(plainProfile))).rejects.toMatchObject(full);
    await expect(registry.importProfiles([fullProfile], [])).rejects.toMatchObject(full);
    expect(await registry.update(idOf(1000), { ...draftOf(plainProfile), name: 'renamed' })).toMatchObject({
      name: 'renamed',
    });
    expect(registry.list()).toHaveLength(1000);
  });
});
