import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { valuesAfter } from '../../../../src-main/gluu-ldap/change-plan';
import type { EntryChange } from '../../../../src-main/gluu-ldap/entry-change';
import { openBeforeImages } from '../../../../src-main/history/before-images';
import { openHistory } from '../../../../src-main/history/history-log';
import { planRollback } from '../../../../src-main/organization/rollback';
import { inEnglish } from '../../../support/english';
import { memoryKeychain } from '../../../support/fake-keychain';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../../support/temporary-folder';
import { snapshotOf } from '../gluu-ldap/snapshot-of';

/** The files that the app left before pages were values, of a write to all three entries; the server as that write left it. */
const files = ['history.jsonl', 'before-images.json'] as const;
const sealedWith = 'evneoLUgKLbiBBlbv12BglZUdM03WpeakD/bnZub4BI=';
const smtp = (host: string, password: string) =>
  `{"host":"${host}","port":25,"password":"${password}","requires-ssl":false}`;
const written = {
  appliance: { oxSmtpConfiguration: [smtp('new.example.org', 'qEcTuaoMmwpH0RnxE607kQ==')] },
  organization: { displayName: ['Renamed'] },
  oxauth: { oxWebKeysSettings: ['{"server_ip":"192.0.2.7","update_at":1795968439277}'] },
};

let folder: string;
beforeEach(() => {
  folder = makeTemporaryFolder('earlier');
  for (const file of files) copyFileSync(path.join(import.meta.dirname, 'earlier', file), path.join(folder, file));
});
afterEach(() => removeTemporaryFolder(folder));

test('a write that an earlier version of the app recorded is rolled back byte for byte, its secret too', async () => {
  const history = await openHistory(path.join(folder, 'history.jsonl'));
  const [entry] = history.list();
  expect(entry).toMatchObject({ outcome: 'saved', reason: 'moved', serverName: 'Test server' });
  if (!entry) return;
  const keychain = memoryKeychain();
  await keychain.set('history/before-images', sealedWith);
  const images = openBeforeImages(path.join(folder, 'before-images.json'), keychain);

  const snapshot = snapshotOf(written);
  const found = await planRollback(entry, snapshot, (place) => images.open(entry.id, place));
  if (found.kind !== 'plan') expect.unreachable();
  expect(inEnglish(found.rows).map(({ field, before, after }) => [field, before, after])).toEqual([
    ['smtpHost', 'new.example.org', 'old.example.org'],
    ['smtpPassword', expect.stringMatching(/^Stored, /), expect.stringMatching(/^The earlier one, /)],
    ['organizationName', 'Renamed', 'Example Organization'],
    ['serverIp', '192.0.2.7', '(empty)'],
  ]);
  const after = ({ entry: id, attributes }: EntryChange) =>
    attributes.map((change) => [
      id,
      change.attribute,
      valuesAfter(change, snapshot.entries.get(id)?.values.get(change.attribute) ?? []),
    ]);
  expect(found.entries.flatMap(after)).toEqual([
    ['appliance', 'oxSmtpConfiguration', [smtp('old.example.org', 'hm3/W6XSrKbzl2LParMiyw==')]],
    ['organization', 'displayName', ['Example Organization']],
    ['oxauth', 'oxWebKeysSettings', []],
  ]);
});
