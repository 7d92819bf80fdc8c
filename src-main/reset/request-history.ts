import { requestCode } from '../../src-shared/history/changed-field';
import type { HistoryBegun, HistoryChange, HistoryEntry } from '../../src-shared/model/history';
import { REQUEST_BRANCH } from '../gluu-ldap/tree-places';
import { type RequestEntry, type Seal, sealed } from './request-entry';

/** What a mark says of the side on which there is no request. It has the form of a seal and seals no guid. */
const NOTHING = '(no request)';
/** A guid has no place in the history while its link works. */
const hiddenDn = (branchDn: string): string => `oxGuid=(hidden),${branchDn}`;

export interface RequestWrite {
  branchDn: string;
  kind: 'add' | 'remove';
  /** All are sealed with one nonce. */
  requests: readonly (Omit<RequestEntry, 'dn' | 'guid'> & { seal: string })[];
  nonce: string;
  /** The branch is made as well. */
  makesBranch?: boolean;
}

/** The history's record of requests that are about to be added or removed. */
export function begunRequests({
  branchDn,
  kind,
  requests,
  nonce,
  makesBranch = false,
}: RequestWrite): HistoryBegun['entries'] {
  const sides = <T>(there: T, not: T) =>
    kind === 'add' ? { before: not, after: there } : { before: there, after: not };
  const nothing = sealed(NOTHING, nonce).seal;
  const changesOf = ({ seal, personInum, creationDate }: RequestWrite['requests'][number]): HistoryChange[] => [
    {
      field: requestCode('oxGuid'),
      attribute: 'oxGuid',
      before: null,
      after: null,
      secret: true,
      unset: kind === 'add' ? 'before' : 'after',
      mark: { nonce, ...sides(seal, nothing) },
    },
    { field: requestCode('personInum'), attribute: 'personInum', ...sides<string[] | null>([personInum], null) },
    { field: requestCode('creationDate'), attribute: 'creationDate', ...sides<string[] | null>([creationDate], null) },
  ];
  const branch: HistoryChange = {
    field: requestCode('ou'),
    attribute: 'ou',
    before: null,
    after: [REQUEST_BRANCH],
  };
  return [
    ...(makesBranch ? [{ dn: branchDn, changes: [branch] }] : []),
    ...requests.map((request) => ({ dn: hiddenDn(branchDn), changes: changesOf(request) })),
  ];
}

/** The seals of an entry of the history that wrote reset requests, by what it was to do; undefined for any other entry. */
export function sealsOf({ entries }: HistoryEntry): { added: Seal[]; removed: Seal[] } | undefined {
  const marks = entries.flatMap(({ changes }) =>
    changes.flatMap(({ attribute, mark }) => (attribute === 'oxGuid' && mark ? [mark] : [])),
  );
  if (marks.length === 0) return undefined;
  const side = (which: 'before' | 'after') =>
    marks.flatMap(({ nonce, [which]: seal }) => (seal === sealed(NOTHING, nonce).seal ? [] : [{ nonce, seal }]));
  return { added: side('after'), removed: side('before') };
}

/** How such a write ended, from the guids that are there now: none of it, all of it, or a part. */
export function howRequestsEnded(
  { added, removed }: { added: readonly Seal[]; removed: readonly Seal[] },
  guids: readonly string[],
): 'saved' | 'notSaved' | 'unknown' {
  const present = new Map<string, Set<string>>();
  const isThere = ({ nonce, seal }: Seal) => {
    const seals = present.get(nonce) ?? new Set(guids.map((guid) => sealed(guid, nonce).seal));
    present.set(nonce, seals);
    return seals.has(seal);
  };
  const done = [...added.map(isThere), ...removed.map((each) => !isThere(each))];
  if (done.every(Boolean)) return 'saved';
  return done.some(Boolean) ? 'unknown' : 'notSaved';
}
