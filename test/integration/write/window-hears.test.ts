import { afterEach, expect, test } from 'vitest';
import { AppError } from '../../../src-main/base/app-error';
import { filesSettled } from '../../../src-main/files/atomic-write';
import type { History } from '../../../src-main/history/history-log';
import { gluuNames } from '../../support/gluu-names';
import { carries } from '../../support/hostile-ldap/message';
import { watchedWork } from '../../support/test-console';
import { startConsole, type TestConsole } from '../organization/console';

const { resetRequestsDn } = gluuNames();

let server: TestConsole;
afterEach(() => server.stop());

/** What the window was told since the last look, as the places in the history of the writes it was told of. */
function hear(): (number | undefined)[] {
  const ids = server.history.list().map(({ id }) => id);
  return server.events.splice(0).flatMap((event) => {
    if (event.kind !== 'changed') return [];
    expect(event.serverId).toBe(server.serverId);
    return event.historyId === undefined ? [undefined] : [ids.indexOf(event.historyId)];
  });
}

test('the window hears once of each write that ends, of whatever kind it is', async () => {
  server = await startConsole({ encrypted: true });
  const { serverId, calls } = server;
  await server.save({ maxLogSize: 300 });
  expect(hear()).toEqual([0]);
  await server.rollBack();
  expect(hear()).toEqual([0]);

  const wanted = { serverId, givenName: 'Tess', sn: 'Test', mail: 'tess@example.org' };
  const { dn } = await calls['users.createTest'](wanted, watchedWork());
  expect(hear()).toEqual([0]);
  await calls['users.removeTest']({ serverId, dn }, watchedWork());
  expect(hear()).toEqual([0]);

  await server.slapd.modify(
    [
      `dn: ${resetRequestsDn}\nchangetype: add\nobjectClass: organizationalUnit\nou: resetPasswordRequests\n`,
      `dn: oxGuid=a1,${resetRequestsDn}\nchangetype: add\nobjectClass: gluuPasswordResetRequest\noxGuid: a1`,
      'personInum: nobody\ncreationDate: 20180117090503.007Z\n',
    ].join('\n'),
  );
  await calls['reset.purge']({ serverId, which: { kind: 'expired' } }, watchedWork());
  expect(hear()).toEqual([0]);
  expect(server.history.list().map(({ what }) => what)).toEqual([
    'resetRequest',
    'testUser',
    'testUser',
    'organization',
    'organization',
  ]);
});

test('it hears of a lost answer, and again once it is known how the write ended', async () => {
  server = await startConsole();
  const plan = await server.plan({ maxLogSize: 300 });
  const swallowed = server.proxy.dropNextResponse(carries('modify'));
  const updating = server.update(plan);
  await swallowed;
  server.proxy.cut();
  await updating;
  expect(hear()).toEqual([0, 0]);
});

test('it hears of a write whose end the history did not take, and of nothing where nothing was written', async () => {
  const full = (real: History): History => ({
    ...real,
    append: (record) =>
      record.kind === 'ended'
        ? Promise.reject(new AppError('file.unwritable', { facts: { file: 'history.jsonl' } }))
        : real.append(record),
  });
  server = await startConsole({ history: full });
  const view = await server.load();
  await server.save({ maxLogSize: 300 }, { view });
  await filesSettled();
  // Once it had ended, and once the history had to take that back.
  expect(hear()).toEqual([0, 0]);
  expect(await server.save({ maxLogSize: 310 }, { view })).toMatchObject({ kind: 'conflict' });
  expect(hear()).toEqual([]);
});
