import { afterEach, beforeEach, expect, test } from 'vitest';
import { AppError } from '../../src-main/base/app-error';
import { planChanges } from '../../src-main/gluu-ldap/change-plan';
import { writeGuarded } from '../../src-main/gluu-ldap/guarded-write';
import { imageOf, readSnapshot } from '../../src-main/gluu-ldap/snapshot';
import { connect } from '../../src-main/ldap/connect';
import { unwatchedWork } from '../../src-main/work/work';
import { replaceWith } from '../integration/organization/console';
import { foundTree } from '../support/found-tree';
import { gluuNames } from '../support/gluu-names';
import { type Slapd, startSlapd } from '../support/slapd';
import { securityCase, titled } from './case';

const { applianceDn } = gluuNames();
const writers = ['a', 'b', 'c'];
const increments = 200;

/** With its writer's name: two who set the same value would agree, which is no conflict, and would count once. */
const address = (count: number, writer: string): string => `${count}.${writer}@example.org`;
const countIn = (value = ''): number => Number.parseInt(value, 10);

let slapd: Slapd;
beforeEach(async () => {
  slapd = await startSlapd();
});
afterEach(() => slapd.stop());

test(titled('T64'), () =>
  securityCase('T64', '3 × 200', async () => {
    await slapd.modify(replaceWith(applianceDn, 'oxTrustEmail', address(0, 'nobody')));
    const refused = await Promise.all(writers.map(addUp));
    const [entry] = await slapd.search(applianceDn, '(objectClass=*)', ['oxTrustEmail'], { scope: 'base' });
    expect(countIn(entry?.get('oxTrustEmail')?.[0])).toBe(writers.length * increments);
    // Without any, they would only have taken turns, and nothing was shown.
    expect(refused.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(50);
  }),
);

/** Adds one, as often as it has to be tried, until it was added 200 times; gives how often somebody else was faster. */
async function addUp(writer: string): Promise<number> {
  const target = { host: '127.0.0.1', port: slapd.port, mode: 'plain', bindDn: slapd.bindDn } as const;
  const { session } = await connect(target, async () => slapd.password, unwatchedWork());
  try {
    const tree = await foundTree(session);
    let refused = 0;
    for (let done = 0; done < increments; ) {
      const snapshot = await readSnapshot(session, tree);
      const count = countIn(imageOf(snapshot, 'appliance').values.get('oxTrustEmail')?.[0]);
      const values = { contactEmail: address(count + 1, writer) };
      const changes = { values, secrets: {} };
      const [change] = planChanges(snapshot, changes).entries;
      if (!change) throw new Error('one more is a change');
      const end = await writeGuarded(session, { session, tree }, change, imageOf(snapshot, 'appliance')).catch(
        (error: unknown) => {
          if (error instanceof AppError && error.code === 'ldap.conflict') return { ok: false };
          throw error;
        },
      );
      if (end.ok) done += 1;
      else refused += 1;
    }
    return refused;
  } finally {
    await session.close();
  }
}
