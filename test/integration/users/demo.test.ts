import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestConsole, type TestConsole, watchedWork } from '../../support/test-console';

let console: TestConsole;
beforeAll(async () => {
  console = await startTestConsole({ helpers: inject('helpers') });
});
afterAll(async () => {
  await console.must('demo.stop');
  await console.stop();
});

test('works on every server of the demo fleet that is a Gluu 3.x', async () => {
  const { calls } = console;
  const done: string[] = [];
  for (const { id: serverId, name: typedName, readOnly } of await console.must('demo.start')) {
    const run = watchedWork;
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
  // The fleet is the console's own: nobody is asked about it.
  expect(console.boxes).toEqual([]);
});
