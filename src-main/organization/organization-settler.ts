import { checkBy } from '../gluu-ldap/guarded-write';
import { readSnapshot, type Snapshot } from '../gluu-ldap/snapshot';
import type { Judge, Settler } from '../write/settler';
import { howItEnded } from './history-of-change';

/** Finds out how writes of Organization Configuration ended from what it holds now; nothing of entries that are not there. */
export const judgeBy =
  (snapshot: Snapshot): Judge =>
  (entry) => {
    const images = new Map([...snapshot.entries.values()].map(({ dn, values }) => [dn, values]));
    if (!entry.entries.every(({ dn }) => images.has(dn))) return undefined;
    const ended = howItEnded(entry, (dn, attribute) => images.get(dn)?.get(attribute) ?? []);
    if (ended.kind === 'partly') return { outcome: 'unknown', savedDns: ended.savedDns, snapshot };
    return { outcome: ended.kind, check: checkBy(snapshot.tree.guard), snapshot };
  };

export const organizationSettler: Settler = {
  look: async ({ session, tree }) => judgeBy(await readSnapshot(session, tree)),
};
