import { create } from 'zustand';
import type { HistoryChain, HistoryPage } from '../../src-shared/contract/gluu-calls';
import type { ExportFormat } from '../../src-shared/history/export-formats';
import { type HistoryFilter, soughtWords } from '../../src-shared/history/history-filter';
import type { Failure } from '../../src-shared/model/failure';
import type { ServerId } from '../../src-shared/model/server';
import { invoke } from '../state/ipc';
import { englishNow, textsNow } from '../ui/texts-store';

/** Whose history is looked at: one server's, or everything. */
export type Scope = ServerId | 'all';

/** What is looked for, as it is typed. Dates are days of this workstation, `2026-11-23`, or empty. */
export interface Sought {
  text: string;
  firstDay: string;
  lastDay: string;
  outcome: '' | NonNullable<HistoryFilter['outcome']>;
  serverId: '' | ServerId;
  environment: '' | NonNullable<HistoryFilter['environment']>;
}

export const PAGE = 50;
export const soughtNothing: Sought = {
  text: '',
  firstDay: '',
  lastDay: '',
  outcome: '',
  serverId: '',
  environment: '',
};

interface Listing {
  sought: Sought;
  limit: number;
  page: HistoryPage | undefined;
}

interface HistoryStore {
  listings: Partial<Record<Scope, Listing>>;
  chain: HistoryChain | undefined;
  failure: Failure | undefined;
}

export const useHistory = create<HistoryStore>(() => ({ listings: {}, chain: undefined, failure: undefined }));

const firstListing: Listing = { sought: soughtNothing, limit: PAGE, page: undefined };
export const listingOf = (scope: Scope, { listings }: HistoryStore): Listing => listings[scope] ?? firstListing;

/** When an entry was written, if it is in sight. */
export const timeOf = (id: string, { listings }: HistoryStore): string | undefined =>
  Object.values(listings)
    .flatMap((listing) => listing?.page?.entries ?? [])
    .find((entry) => entry.id === id)?.time;

/** Shows a scope's history as it is now, and checks the hash chain. */
export async function openHistory(scope: Scope): Promise<void> {
  const chain = invoke('history.chain', undefined);
  await find(scope, {});
  const result = await chain;
  useHistory.setState(result.ok ? { chain: result.value } : { failure: result.failure });
}

const questions = new Map<Scope, number>();

/** Looks again with what changed in the search. An answer that was overtaken by a later question is dropped. */
export async function find(scope: Scope, change: Partial<Omit<Listing, 'page'>>): Promise<void> {
  const question = (questions.get(scope) ?? 0) + 1;
  questions.set(scope, question);
  const listing = { ...listingOf(scope, useHistory.getState()), ...change };
  useHistory.setState(({ listings }) => ({ listings: { ...listings, [scope]: listing } }));
  const result = await invoke('history.find', { sought: filterOf(scope, listing.sought), limit: listing.limit });
  if (question !== questions.get(scope)) return;
  if (!result.ok) {
    useHistory.setState({ failure: result.failure });
    return;
  }
  const page = result.value;
  useHistory.setState(({ listings }) => ({
    listings: { ...listings, [scope]: { ...listing, page } },
    failure: undefined,
  }));
}

/** Saves what is listed, all of it, where the user says in the system's own dialog; gives whether it was saved. */
export async function exportHistory(scope: Scope, format: ExportFormat): Promise<boolean> {
  const { sought } = listingOf(scope, useHistory.getState());
  const result = await invoke('history.export', { sought: filterOf(scope, sought), format });
  useHistory.setState({ failure: result.ok ? undefined : result.failure });
  return result.ok && result.value.saved;
}

/** Reads it again where it was shown before. */
export function refreshHistory(serverId: ServerId): void {
  const { listings } = useHistory.getState();
  for (const scope of [serverId, 'all'] as const) if (listings[scope]) void find(scope, {});
}

function filterOf(scope: Scope, { text, firstDay, lastDay, outcome, serverId, environment }: Sought): HistoryFilter {
  const from = midnight(firstDay, 0);
  const until = midnight(lastDay, 1);
  const server = scope === 'all' ? serverId : scope;
  return {
    words: soughtWords(text, [textsNow(), englishNow()]),
    ...(from ? { from } : {}),
    ...(until ? { until } : {}),
    ...(outcome ? { outcome } : {}),
    ...(server ? { serverId: server } : {}),
    ...(environment ? { environment } : {}),
  };
}

/** When a day of this workstation begins, or one some days later, ISO 8601; undefined if none is named. */
function midnight(day: string, later: number): string | undefined {
  const [year, month, date] = day.split('-').map(Number);
  if (!year || !month || !date) return undefined;
  return new Date(year, month - 1, date + later).toISOString();
}
