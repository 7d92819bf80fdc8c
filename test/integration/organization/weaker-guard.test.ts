import { afterEach, describe, expect, test } from 'vitest';
import { planChanges } from '../../../src-main/gluu-ldap/change-plan';
import type { GluuTree } from '../../../src-main/gluu-ldap/discover';
import { writeGuarded } from '../../../src-main/gluu-ldap/guarded-write';
import { readRoot } from '../../../src-main/gluu-ldap/server-schema';
import { imageOf, readSnapshot } from '../../../src-main/gluu-ldap/snapshot';
import { connect } from '../../../src-main/ldap/connect';
import { unwatchedWork } from '../../../src-main/work/work';
import { foundTree } from '../../support/found-tree';
import { gluuNames } from '../../support/gluu-names';
import { replaceWith, startConsole, type TestConsole } from './console';

const { applianceDn } = gluuNames();

let server: TestConsole;
afterEach(() => server.stop());

const someoneWrites = (attribute: string, ...values: string[]) =>
  server.slapd.modify(replaceWith(applianceDn, attribute, ...values));

describe('without the assertion control', () => {
  async function onWeakerServer<T>(
    use: (session: Awaited<ReturnType<typeof connect>>['session'], tree: GluuTree) => Promise<T>,
  ): Promise<T> {
    const { bindDn, password, port } = server.slapd;
    const target = { host: '127.0.0.1', port, mode: 'plain', bindDn } as const;
    const { session } = await connect(target, async () => password, unwatchedWork());
    try {
      const root = await readRoot(session);
      expect(root).toMatchObject({ vendor: 'OpenLDAP', guard: { assertion: true, token: 'entryCSN' } });
      return await use(session, { ...(await foundTree(session)), guard: { assertion: false } });
    } finally {
      await session.close();
    }
  }
  const changes = {
    values: { contactEmail: 'mine@example.org', passwordReset: true },
    secrets: {},
  };

  test('takes out exactly what was loaded and puts in ours', async () => {
    server = await startConsole({ tree: { appliance: { oxTrustEmail: 'loaded@example.org' } } });
    const end = await onWeakerServer(async (session, tree) => {
      const snapshot = await readSnapshot(session, tree);
      const [change] = planChanges(snapshot, changes).entries;
      if (!change) expect.unreachable();
      return writeGuarded(session, { session, tree }, change, imageOf(snapshot, 'appliance'));
    });
    expect(end.ok).toBe(true);
    expect(await server.stored(applianceDn, 'oxTrustEmail')).toEqual(['mine@example.org']);
    expect(await server.stored(applianceDn, 'passwordResetAllowed')).toEqual(['enabled']);
  });

  test.each([
    ['changed', ['theirs@example.org']],
    ['taken away', []],
    ['doubled', ['loaded@example.org', 'second@example.org']],
  ])('writes nothing over a value that was %s', async (_how, theirs) => {
    server = await startConsole({ tree: { appliance: { oxTrustEmail: 'loaded@example.org' } } });
    const end = await onWeakerServer(async (session, tree) => {
      const snapshot = await readSnapshot(session, tree);
      const [change] = planChanges(snapshot, changes).entries;
      if (!change) expect.unreachable();
      await someoneWrites('oxTrustEmail', ...theirs);
      return writeGuarded(
        session,
        { session, tree },
        change,
        await readSnapshot(session, tree).then((now) => imageOf(now, 'appliance')),
      );
    });
    expect(end).toMatchObject({ ok: false, collisions: [{ attribute: 'oxTrustEmail', theirs }] });
    expect(await server.stored(applianceDn, 'oxTrustEmail')).toEqual(theirs);
    expect(await server.stored(applianceDn, 'passwordResetAllowed')).toEqual([]);
  });

  test('writes nothing over a value that changed after it was looked at', async () => {
    server = await startConsole({ tree: { appliance: { oxTrustEmail: 'loaded@example.org' } } });
    const end = await onWeakerServer(async (session, tree) => {
      const snapshot = await readSnapshot(session, tree);
      const [change] = planChanges(snapshot, changes).entries;
      if (!change) expect.unreachable();
      await someoneWrites('oxTrustEmail', 'theirs@example.org');
      return writeGuarded(session, { session, tree }, change, imageOf(snapshot, 'appliance'));
    });
    expect(end).toMatchObject({ ok: false, collisions: [{ theirs: ['theirs@example.org'] }] });
    expect(await server.stored(applianceDn, 'passwordResetAllowed')).toEqual([]);
  });
});
