import { type Message, message, verbatim } from '../texts/message';
import type { Say } from '../texts/texts';
import { CERTIFICATE_WARNING_DAYS, certificateDaysLeft } from './certificate-days';
import { environmentLabels } from './environment';
import { isLoopback } from './host';
import { routeText } from './route-text';
import type { ServerId, ServerProfile, ServerSummary } from './server';
import type { ServerHealth } from './server-health';

/** One heading of the server list with the servers under it. */
export interface ListSection {
  /** Tells sections apart; a group may be called like another kind of section. */
  key: string;
  kind: 'favourites' | 'group' | 'demo';
  /** Empty for servers without a group that stand alone. */
  name: string;
  servers: ServerSummary[];
}

/** Where a server really is: behind SSH, `localhost` is the last host of the route. */
export const placeOf = ({ host, port, route }: Pick<ServerProfile, 'host' | 'port' | 'route'>): string =>
  route.kind === 'ssh' && isLoopback(host) ? route.host : `${host}:${port}`;

/** Where a server is as it was typed: its host and port, and the route there unless it is direct. */
export function addressText({ host, port, route }: Pick<ServerProfile, 'host' | 'port' | 'route'>): Message {
  const via = routeText(route);
  const address = `${host}:${port}`;
  return via === undefined ? verbatim(address) : message('servers.addressVia', { address, via });
}

/** How the state of a server is searched for. Each counts as one word, so that `reached` does not find what was not. */
const stateWords: Record<ServerHealth['state'], readonly Message[]> = {
  ok: [message('servers.search.reached')],
  failed: [message('servers.search.notReached'), message('servers.search.failed')],
  checking: [message('servers.search.checking')],
  skipped: [message('servers.search.notChecked')],
  unknown: [message('servers.search.notChecked')],
};
const CERTIFICATE = message('servers.search.certificate');
const writingWords = { readOnly: message('servers.search.readOnly'), writable: message('servers.search.writable') };

/** Words of one phrase, in a search and in what is found, become one: `not reached` and `read only`. */
const asOneWord = (phrase: string): string => phrase.toLowerCase().replace(/[\s-]+/g, '-');

export type Search = (server: ServerSummary, health: ServerHealth | undefined, now: number) => boolean;

/**
 * Whether every word of `query` stands in the name, host, group, environment, route or notes of a server, or begins what
 * is known of it: state, version, `certificate` once it needs attention, encryption, `ssh`, `read-only` or `writable`, in one
 * of the languages that `says` speak. Their words are made once, for however many servers. `now` in ms.
 */
export function searchFor(query: string, says: readonly Say[]): Search {
  if (query.trim() === '') return () => true;
  const searches = [...new Set(says)].map((say) => searchIn(say, query));
  return (server, health, now) => searches.some((matches) => matches(server, health, now));
}

/** The same search, which looks at a server once more only when that or its health is another: health comes in many pieces. */
export function keptSearch(search: Search): Search {
  const kept = new WeakMap<ServerSummary, { health: ServerHealth | undefined; isFound: boolean }>();
  return (server, health, now) => {
    const before = kept.get(server);
    if (before && before.health === health) return before.isFound;
    const isFound = search(server, health, now);
    kept.set(server, { health, isFound });
    return isFound;
  };
}

function searchIn(say: Say, query: string): Search {
  const spoken = (phrase: Message) => asOneWord(say(phrase));
  const states = mapValues(stateWords, (phrases) => phrases.map(spoken));
  const writing = mapValues(writingWords, spoken);
  const labels = mapValues(environmentLabels, (label) => say(label));
  const [certificate, direct] = [spoken(CERTIFICATE), say('servers.search.direct')];
  const phrases = [...Object.values(states).flat(), ...Object.values(writing)];
  const words = phrases
    .reduce((text, phrase) => text.replaceAll(phrase.replaceAll('-', ' '), phrase), query.toLowerCase())
    .split(/\s+/)
    .filter(Boolean);
  const texts = textsIn(say);
  return (server, health, now) => {
    let text = texts.get(server);
    if (text === undefined) {
      const { name, host, port, group, environment, notes, route } = server;
      const via = routeText(route) ?? direct;
      text = [name, `${host}:${port}`, group, labels[environment], via, notes].join('\n').toLowerCase();
      texts.set(server, text);
    }
    const missing = words.filter((word) => !text.includes(word));
    if (missing.length === 0) return true;
    const days = health && certificateDaysLeft(health, now);
    const known = [
      ...states[health?.state ?? 'unknown'],
      ...(health?.version ? [asOneWord(health.version)] : []),
      ...(days !== undefined && days < CERTIFICATE_WARNING_DAYS ? [certificate] : []),
      asOneWord(server.mode),
      server.readOnly ? writing.readOnly : writing.writable,
      ...(server.route.kind === 'ssh' ? ['ssh'] : []),
    ];
    return missing.every((word) => known.some((each) => each.startsWith(word)));
  };
}

/** What is searched of each server, made once in each language: a server of which something changed is another object. */
const searchedTexts = new WeakMap<Say, WeakMap<ServerSummary, string>>();

function textsIn(say: Say): WeakMap<ServerSummary, string> {
  const texts = searchedTexts.get(say) ?? new WeakMap<ServerSummary, string>();
  searchedTexts.set(say, texts);
  return texts;
}

const mapValues = <K extends string, V, W>(table: Record<K, V>, make: (value: V) => W): Record<K, W> =>
  Object.fromEntries(Object.entries<V>(table).map(([key, value]) => [key, make(value)])) as Record<K, W>;

/**
 * The servers that match, each once: favourites first, then groups by name, those without a group before them, the demo
 * fleet last. Inside a section they stand as in `servers`. `say` names the sections.
 */
export function sectionsOf(
  servers: readonly ServerSummary[],
  matches: Search,
  say: Say,
  health: Readonly<Record<ServerId, ServerHealth>> = {},
): ListSection[] {
  const sections = new Map<string, ListSection>();
  const now = Date.now();
  for (const server of servers) {
    if (!matches(server, health[server.id], now)) continue;
    const kind = server.demo ? 'demo' : server.favourite ? 'favourites' : 'group';
    const name =
      kind === 'favourites' ? say('servers.favourites') : kind === 'demo' ? say('servers.demoFleet') : server.group;
    const key = `${kind}/${kind === 'favourites' ? '' : server.group}`;
    const section = sections.get(key) ?? { key, kind, name, servers: [] };
    section.servers.push(server);
    sections.set(key, section);
  }
  const ungrouped = sections.get('group/');
  if (ungrouped && sections.size > 1) ungrouped.name = say('servers.ungrouped');
  const rank = { favourites: 0, group: 1, demo: 2 };
  return [...sections.values()].sort((a, b) => rank[a.kind] - rank[b.kind] || a.key.localeCompare(b.key));
}

/**
 * All ids after one server of a section was moved to another index in it: the section's servers share the places that
 * they have in the whole list, so nobody else moves.
 */
export function movedWithin(
  all: readonly ServerId[],
  section: readonly ServerId[],
  moved: ServerId,
  to: number,
): ServerId[] {
  const next = section.filter((id) => id !== moved);
  next.splice(to, 0, moved);
  const members = new Set(section);
  let taken = 0;
  return all.map((id) => (members.has(id) ? (next[taken++] ?? id) : id));
}

/** Last opened first; those never opened behind them, as they stand in `servers`. */
export function byRecent<S extends Pick<ServerSummary, 'id'>>(
  servers: readonly S[],
  openedAt: Readonly<Record<string, string>>,
): S[] {
  const timeOf = ({ id }: S) => openedAt[id] ?? '';
  const opened = servers.filter((server) => timeOf(server) !== '');
  const others = servers.filter((server) => timeOf(server) === '');
  return [...opened.sort((a, b) => timeOf(b).localeCompare(timeOf(a))), ...others];
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long ago that was, in its largest unit. */
export function ageOf(iso: string, now: number): { unit: 'now' | 'minutes' | 'hours' | 'days'; n: number } {
  const age = Math.max(0, now - Date.parse(iso));
  if (age < MINUTE) return { unit: 'now', n: 0 };
  if (age < HOUR) return { unit: 'minutes', n: Math.floor(age / MINUTE) };
  if (age < DAY) return { unit: 'hours', n: Math.floor(age / HOUR) };
  return { unit: 'days', n: Math.floor(age / DAY) };
}

/** The same in the shortest words: `now`, `3 min`, `5 h`, `12 days`. */
export function ageText(iso: string, now: number): Message {
  const { unit, n } = ageOf(iso, now);
  return { id: `servers.age.${unit}`, params: { n } };
}

/** The same with `ago`. */
export function agoText(iso: string, now: number): Message {
  const { unit, n } = ageOf(iso, now);
  return { id: `servers.ago.${unit}`, params: { n } };
}
