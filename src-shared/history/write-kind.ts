import type { HistoryEntry } from '../model/history';

/** The kinds of write: each has its own way to find out by reading how one ended. */
const writeKinds = ['organization', 'testUser', 'resetRequest'] as const;
export type WriteKind = (typeof writeKinds)[number];

/**
 * Of which kind a write is; undefined for one that only a later version of this console knows. Histories from before 2026-12
 * do not say it: those are told apart by their shape.
 */
export function kindOf({ what, entries }: Pick<HistoryEntry, 'what' | 'entries'>): WriteKind | undefined {
  if (what !== undefined) return writeKinds.find((kind) => kind === what);
  if (entries.some(({ changes }) => changes.some(({ attribute }) => attribute === 'oxGuid'))) return 'resetRequest';
  return entries.some(({ operation }) => operation !== undefined) ? 'testUser' : 'organization';
}
