import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { keychainServiceFor } from '../../../../src-main/secrets/keychain-service';
import { makeTemporaryFolder } from '../../../support/temporary-folder';

test('gives each folder but the usual one a name of its own, whatever way leads there', () => {
  const base = makeTemporaryFolder('service');
  const [one, two, link] = ['one', 'two', 'link'].map((name) => path.join(base, name)) as [string, string, string];
  for (const folder of [one, two]) mkdirSync(folder);
  symlinkSync(one, link);
  expect(keychainServiceFor(one, one)).toBe('Gluu Console');
  const named = keychainServiceFor(one, '/home/admin/.config/Gluu Console');
  expect(named).toMatch(/^Gluu Console [0-9a-f]{16}$/);
  expect(keychainServiceFor(link, '/home/admin/.config/Gluu Console')).toBe(named);
  expect(keychainServiceFor(two, '/home/admin/.config/Gluu Console')).not.toBe(named);
});
