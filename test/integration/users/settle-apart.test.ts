import path from 'node:path';
import { expect, test } from 'vitest';
import { openHistory } from '../../../src-main/history/history-log';
import { judgeBy, organizationSettler } from '../../../src-main/organization/organization-settler';
import { createSettle } from '../../../src-main/write/settle';
import { ServerId, type ServerProfile } from '../../../src-shared/model/server';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../support/temporary-folder';
import { snapshotOf } from '../../unit/main/gluu-ldap/snapshot-of';

test('leaves writes about other entries than those of Organization Configuration open', async () => {
  const folder = makeTemporaryFolder('settle');
  const file = path.join(folder, 'history.jsonl');
  const earlier = await openHistory(file);
  const serverId = ServerId.parse('7c3e2a52-4c8e-4f3e-9d5a-2f1f5a1d7b10');
  const begun = {
    kind: 'begun' as const,
    serverId,
    serverName: 's',
    environment: 'test' as const,
    host: 'h:1',
    actor: { osUser: 'u', bindDn: 'cn=x' },
  };
  const change = { field: 'person.uid', attribute: 'uid' };
  await earlier.append({
    ...begun,
    id: '7c3e2a52-4c8e-4f3e-9d5a-2f1f5a1d7b11',
    entries: [
      { dn: 'inum=1,ou=people,o=1,o=gluu', operation: 'add', changes: [{ ...change, before: null, after: ['a'] }] },
    ],
  });
  await earlier.append({
    ...begun,
    id: '7c3e2a52-4c8e-4f3e-9d5a-2f1f5a1d7b12',
    entries: [
      { dn: 'inum=1,ou=people,o=1,o=gluu', operation: 'delete', changes: [{ ...change, before: ['a'], after: null }] },
    ],
  });
  const history = await openHistory(file);
  const reach = () => Promise.reject(new Error('not reached'));
  const settle = createSettle({ reach, history }, { organization: organizationSettler });
  await settle.openBy({ id: serverId, host: 'h', port: 1 } as ServerProfile, 'organization', judgeBy(snapshotOf()));
  expect(history.list().map(({ outcome }) => outcome)).toEqual(['pending', 'pending']);
  removeTemporaryFolder(folder);
});
