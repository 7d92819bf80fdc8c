import * as z from '../base/zod';
import type { HistoryEntry } from '../model/history';
import { environments, ServerId } from '../model/server';

/** How many of the writes found are shown at most; an export has all of them. */
export const MOST_SHOWN = 5000;

const shownOutcomes = ['saved', 'notSaved', 'open'] as const;

/** Which writes are looked for. All that is given has to fit; an empty text fits every write. */
export const HistoryFilter = z.object({
  /** Words that each occur somewhere: in a setting, a value, a name, a DN, the reason; letter case does not count. */
  text: z.string().max(200),
  /** The write began at or after `from`, and before `until`. */
  from: z.iso.datetime().exactOptional(),
  until: z.iso.datetime().exactOptional(),
  /** `open`: it is not known how it ended. */
  outcome: z.enum(shownOutcomes).exactOptional(),
  serverId: ServerId.exactOptional(),
  environment: z.enum(environments).exactOptional(),
});
export type HistoryFilter = z.output<typeof HistoryFilter>;

/** Whether a write is what a filter looks for. Secrets have no values here, so that none can be searched for. */
export function fits(entry: HistoryEntry, filter: HistoryFilter): boolean {
  const { text, from, until, outcome, serverId, environment } = filter;
  const began = Date.parse(entry.time);
  return (
    (serverId === undefined || entry.serverId === serverId) &&
    (environment === undefined || entry.environment === environment) &&
    (outcome === undefined || shownOutcome(entry) === outcome) &&
    (from === undefined || began >= Date.parse(from)) &&
    (until === undefined || began < Date.parse(until)) &&
    holdsWords(entry, text)
  );
}

const shownOutcome = ({ outcome }: HistoryEntry): (typeof shownOutcomes)[number] =>
  outcome === 'saved' || outcome === 'notSaved' ? outcome : 'open';

function holdsWords(entry: HistoryEntry, text: string): boolean {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const all = textsOf(entry).join('\n').toLowerCase();
  return words.every((word) => all.includes(word));
}

const textsOf = ({ serverName, host, actor, reason, failure, entries }: HistoryEntry): string[] => [
  serverName,
  host,
  actor.osUser,
  actor.bindDn,
  reason ?? '',
  failure?.detail ?? '',
  ...entries.flatMap(({ dn, changes }) => [
    dn,
    ...changes.flatMap(({ field, attribute, key, before, after }) => [
      field,
      attribute,
      key ?? '',
      ...(before ?? []),
      ...(after ?? []),
    ]),
  ]),
];
