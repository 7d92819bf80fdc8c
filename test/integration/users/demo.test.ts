import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Demo, demoService } from '../../../src-main/demo/demo-service';
import { startDemoFleet } from '../../../src-main/demo/fleet';
import { openHistory } from '../../../src-main/history/history-log';
import { createReach } from '../../../src-main/reach/reach';
import { type KnownServers, knownServers } from '../../../src-main/registry/known-servers';
import { openServerRegistry } from '../../../src-main/registry/server-registry';
import { serverSecrets } from '../../../src-main/secrets/server-secrets';
import { testUserSettler } from '../../../src-main/users/test-user-settler';
import { userService } from '../../../src-main/users/user-service';
import { unwatchedWork } from '../../../src-main/work/work';
import { createSettle } from '../../../src-main/write/settle';
import { memoryKeychain } from '../../support/fake-keychain';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../support/temporary-folder';

let demo: Demo;
let servers: KnownServers;
let folder: string;
beforeAll(async () => {
  folder = makeTemporaryFolder('demo-users');
  const registry = openServerRegistry(path.join(folder, 'servers.json'));
  servers = knownServers(registry, serverSecrets(memoryKeychain()), () => {});
  demo = demoService({ servers, startFleet: startDemoFleet, tell: () => {} });
  await demo.start();
});
afterAll(async () => {
  await demo.stop();
  removeTemporaryFolder(folder);
});

it('works on every server of the demo fleet that is a Gluu 3.x', async () => {
  const reach = createReach(servers, () => {});
  const history = await openHistory(path.join(folder, 'history.jsonl'));
  const calls = userService({
    servers,
    reach,
    history,
    settle: createSettle({ reach, history }, { testUser: testUserSettler }),
  });
  const done: string[] = [];
  for (const { id: serverId, name: typedName, readOnly } of servers.summaries()) {
    const run = unwatchedWork;
    const before = await calls['users.search']({ serverId, text: '', anywhere: false, offset: 0 }, run()).catch(
      (error: { code?: string }) => error.code,
    );
    if (typeof before !== 'object') {
      expect(before).toBe('gluu.notSupported');
      continue;
    }
    expect(before.people.length).toBeGreaterThan(5);
    const address = before.people.find(({ mails }) => mails.length > 0)?.mails[0] ?? '';
    expect((await calls['users.pick']({ serverId, address }, run())).hits.length).toBeGreaterThan(0);
    await calls['users.person']({ serverId, dn: before.people[0]?.dn ?? '' }, run());
    expect((await calls['users.duplicates']({ serverId }, run())).people).toBe(before.people.length);
    if (readOnly) continue;
    const wanted = { serverId, givenName: 'Tess', sn: 'Test', mail: 'tess@example.org', typedName };
    const made = await calls['users.createTest'](wanted, run());
    expect(await calls['users.loginTest']({ serverId, dn: made.dn }, run())).toMatchObject({ loggedIn: true });
    expect((await calls['users.leftovers']({ serverId }, run())).people).toHaveLength(1);
    await calls['users.removeTest']({ serverId, dn: made.dn, typedName }, run());
    expect((await calls['users.leftovers']({ serverId }, run())).people).toEqual([]);
    done.push(typedName);
  }
  expect(done.length).toBeGreaterThan(2);
});
