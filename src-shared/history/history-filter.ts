import * as z from '../base/zod';
import type { HistoryEntry } from '../model/history';
import { environments, ServerId } from '../model/server';
import type { Texts } from '../texts/texts';
import { codeOf, knownCodes, nameOfCode } from './changed-field';
import { kindOf } from './write-kind';

/** How long a text can be looked for. */
export const LONGEST = 200;

/** How many of the writes found are shown at most; an export has all of them. */
export const MOST_SHOWN = 5000;

const shownOutcomes = ['saved', 'notSaved', 'open'] as const;

/** Which writes are looked for. All that is given has to fit. */
export const HistoryFilter = z.object({
  /**
   * Words that each occur somewhere: in a setting, a value, a name, a DN, the reason; letter case does not count. `codes`: of
   * all that has the word in its name in the reader's language, which the history does not hold.
   */
  words: z
    .array(z.object({ text: z.string().max(LONGEST), codes: z.array(z.string().max(100)).max(1000) }))
    .max(LONGEST),
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
  const { words, from, until, outcome, serverId, environment } = filter;
  const began = Date.parse(entry.time);
  return (
    (serverId === undefined || entry.serverId === serverId) &&
    (environment === undefined || entry.environment === environment) &&
    (outcome === undefined || shownOutcome(entry) === outcome) &&
    (from === undefined || began >= Date.parse(from)) &&
    (until === undefined || began < Date.parse(until)) &&
    holdsAll(entry, words)
  );
}

const shownOutcome = ({ outcome }: HistoryEntry): (typeof shownOutcomes)[number] =>
  outcome === 'saved' || outcome === 'notSaved' ? outcome : 'open';

function holdsAll(entry: HistoryEntry, words: HistoryFilter['words']): boolean {
  if (words.length === 0) return true;
  const kind = kindOf(entry);
  const all = textsOf(entry).join('\n').toLowerCase();
  const changed = new Set(entry.entries.flatMap(({ changes }) => changes.map((change) => codeOf(change, kind))));
  return words.every(({ text, codes }) => all.includes(text.toLowerCase()) || codes.some((code) => changed.has(code)));
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
    ...changes.flatMap(({ attribute, key, before, after }) => [
      attribute,
      key ?? '',
      ...(before ?? []),
      ...(after ?? []),
    ]),
  ]),
];

/**
 * What a reader types, as words to look for: in what the history holds, and in the names of what was changed, in the languages
 * that the reader may have read them in.
 */
export function soughtWords(typed: string, languages: readonly Pick<Texts, 'words'>[]): HistoryFilter['words'] {
  const names = languages.flatMap(({ words }) =>
    knownCodes.map((code) => ({ code, name: words(nameOfCode(code)).toLowerCase() })),
  );
  const codesOf = (text: string) => [
    ...new Set(names.filter(({ name }) => name.includes(text.toLowerCase())).map(({ code }) => code)),
  ];
  return typed
    .split(/\s+/)
    .filter(Boolean)
    .map((text) => ({ text, codes: codesOf(text) }));
}
