import { routeText } from '../../src-shared/model/route';
import type { ServerProfile } from '../../src-shared/model/server';
import { differencesOf, type ImportRow, throughVia } from '../../src-shared/model/transfer';
import { place } from '../net/tcp';
import type { CarriedSecret } from './sealed-secrets';

/** A profile of the file with the one here that it was matched with. */
export interface Pairing {
  incoming: ServerProfile;
  here?: { profile: ServerProfile; by: 'id' | 'place' };
}

/**
 * Matches by id, else by host, port, bind DN and route. No server here is matched twice, ids come first, so that two
 * rows can never replace the same one.
 */
export function pairUp(incoming: readonly ServerProfile[], present: readonly ServerProfile[]): Pairing[] {
  const byId = new Map(present.map((profile) => [profile.id, profile]));
  const named = new Set(incoming.map(({ id }) => id));
  const byPlace = new Map<string, ServerProfile>();
  for (const profile of present) {
    const key = placeOf(profile);
    if (!named.has(profile.id) && !byPlace.has(key)) byPlace.set(key, profile);
  }
  return incoming.map((profile) => {
    const same = byId.get(profile.id);
    if (same) return { incoming: profile, here: { profile: same, by: 'id' } };
    const key = placeOf(profile);
    const near = byPlace.get(key);
    byPlace.delete(key);
    return near ? { incoming: profile, here: { profile: near, by: 'place' } } : { incoming: profile };
  });
}

/** Host names are case-insensitive (RFC 4343). */
const placeOf = ({ host, port, bindDn, route }: ServerProfile): string =>
  JSON.stringify([host.toLowerCase(), port, bindDn, routeText(route) ?? '']);

/** What the window is shown of each pair. `secrets` are those that were opened; their values stay here. */
export function rowsOf(
  pairings: readonly Pairing[],
  present: readonly ServerProfile[],
  secrets: readonly CarriedSecret[],
): ImportRow[] {
  return pairings.map((pairing, index) => {
    const { incoming, here } = pairing;
    const differences = here ? differencesOf(here.profile, incoming) : [];
    const { route } = incoming;
    const via = routeText(route);
    const others = [
      ...present.filter(({ id }) => id !== here?.profile.id),
      ...pairings.filter((_, other) => other !== index).map((other) => other.incoming),
    ];
    return {
      id: incoming.id,
      name: incoming.name,
      place: throughVia(place(incoming), via),
      environment: incoming.environment,
      standing: here ? (differences.length > 0 ? 'differs' : 'same') : 'new',
      ...(here ? { matches: { serverId: here.profile.id, name: here.profile.name, by: here.by } } : {}),
      differences,
      nameTaken: others.some(({ name }) => name === incoming.name),
      ...(incoming.pin ? { pin: incoming.pin.sha256 } : {}),
      mailPins: incoming.mailPins?.length ?? 0,
      guarded: isGuarded(pairing),
      writable: !incoming.readOnly,
      ...(route.kind === 'ssh' && route.keyFile !== undefined ? { keyFile: route.keyFile } : {}),
      secrets: secrets.filter(({ serverId }) => serverId === incoming.id).map(({ kind }) => kind),
    };
  });
}

/** A file that calls a production server a test must not open it for writing. */
export const isGuarded = ({ incoming, here }: Pairing): boolean =>
  incoming.environment === 'production' || here?.profile.environment === 'production';
