import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { problem } from '../../src-shared/base/problem';
import * as z from '../../src-shared/base/zod';
import { routeText } from '../../src-shared/model/route';
import {
  asStored,
  type MailPin,
  type Pin,
  type ServerDraft,
  type ServerId,
  ServerProfile,
} from '../../src-shared/model/server';
import { message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { type FileState, openVersionedFile } from '../files/versioned-file';
import { inOrder } from './in-order';

const MAX_SERVERS = 1000;
/** Before version 2 every server was reached directly. */
const withRoutes = (old: unknown): unknown => {
  const { servers } = z.object({ servers: z.array(z.record(z.string(), z.unknown())) }).parse(old);
  return { servers: servers.map((server) => ({ ...server, route: { kind: 'direct' } })) };
};
/** With one id twice, the wrong server would be asked, written to and given the other's secrets. */
const haveOwnIds = (servers: readonly ServerProfile[]) => new Set(servers.map(({ id }) => id)).size === servers.length;
const ServersFile = z.object({
  servers: z
    .array(ServerProfile)
    .max(MAX_SERVERS)
    .refine(haveOwnIds, problem(message('transfer.invalid.sameId'))),
});

/** What has to hold in the list at the moment a change of it is made. */
export type Given = (now: readonly ServerProfile[]) => boolean;

/**
 * The administrator's servers, in one file. Secrets are not in it. Every change is on disk when its promise resolves. Where a
 * `given` does not hold any longer, nothing is changed, and AppError `write.changed` is thrown.
 */
export interface ServerRegistry {
  /** How the file was found at start. */
  readonly state: FileState;
  list(): readonly ServerProfile[];
  /** Throws AppError `server.unknown`. */
  get(id: ServerId): ServerProfile;
  /** The same of a server that may be gone: undefined then. */
  find(id: ServerId): ServerProfile | undefined;
  /** Under an id of its own, or the one that was made for it. Throws AppError `profiles.tooMany`. */
  add(draft: ServerDraft & Learnt, id?: ServerId, given?: Given): Promise<ServerProfile>;
  /** A changed host, port, mode or route drops what was learnt at the other place. */
  update(id: ServerId, draft: ServerDraft, given?: Given): Promise<ServerProfile>;
  remove(id: ServerId, given?: Given): Promise<void>;
  /** Only if the server still is where `at` says: throws AppError `write.changed` otherwise. */
  pin(id: ServerId, pin: Pin, at: TrustPlace): Promise<void>;
  setMailPins(id: ServerId, mailPins: MailPin[]): Promise<void>;
  /** Throws AppError `server.unknown` or `input.invalid` (see inOrder). */
  setOrder(ids: readonly ServerId[]): Promise<void>;
  setFavourite(id: ServerId, favourite: boolean): Promise<void>;
  /** All in one write. Throws AppError `profiles.tooMany`. */
  importProfiles(added: readonly ServerProfile[], replaced: readonly ServerProfile[], given?: Given): Promise<void>;
}

type TrustPlace = Pick<ServerProfile, 'host' | 'port' | 'mode' | 'route'>;

/** What a certificate is trusted for: the same one at another place is another trust. */
export const trustPlace = ({ host, port, mode, route }: TrustPlace): string =>
  JSON.stringify([host, port, mode, routeText(route)]);

/** What was learnt of a server at one place: the certificate that was accepted there, the version that its files named. */
export type Learnt = Pick<ServerProfile, 'pin' | 'foundVersion'>;

/** What of it still holds once the server is changed so. */
export function stillLearnt(old: ServerProfile, draft: ServerDraft): Learnt {
  if (trustPlace(old) !== trustPlace(draft)) return {};
  const { pin, foundVersion } = old;
  return { ...(pin ? { pin } : {}), ...(foundVersion ? { foundVersion } : {}) };
}

/** What the form shows of a server. */
export const draftOf = ({
  id: _i,
  pin: _p,
  foundVersion: _v,
  mailPins: _m,
  favourite: _f,
  ...draft
}: ServerProfile): ServerDraft => draft;

/** That a server is in the list as the form showed it. */
export const unchanged =
  (shown: ServerProfile): Given =>
  (now) => {
    const found = now.find(({ id }) => id === shown.id);
    return found !== undefined && isDeepStrictEqual(draftOf(found), draftOf(shown));
  };

/** The list as it is in the file, found by id. */
interface Held {
  from: readonly ServerProfile[];
  list: readonly ServerProfile[];
  byId: ReadonlyMap<ServerId, ServerProfile>;
}

/** Opens the server file at `path`. Writes throw AppError `file.unwritable` or `file.newer`. */
export function openServerRegistry(path: string): ServerRegistry {
  const file = openVersionedFile({
    path,
    version: 2,
    schema: ServersFile,
    initial: { servers: [] },
    upgrades: { 1: withRoutes },
  });
  let held: Held = { from: [], list: [], byId: new Map() };
  /** A profile that a write left as it was stays the same object: what was made of it still holds. */
  function current(): Held {
    const { servers } = file.read();
    if (held.from === servers) return held;
    const list = servers.map((kept) => {
      const profile = asStored(kept); // before there was a time for writing, some were kept writable
      const before = held.byId.get(profile.id);
      return before && isDeepStrictEqual(before, profile) ? before : profile;
    });
    held = { from: servers, list, byId: new Map(list.map((profile) => [profile.id, profile])) };
    return held;
  }
  const find = (id: ServerId) => current().byId.get(id);
  const get = (id: ServerId) => {
    const found = find(id);
    if (!found) throw new AppError('server.unknown');
    return found;
  };
  const write = (change: (servers: ServerProfile[]) => ServerProfile[], given: Given = () => true) =>
    file.write(({ servers }) => {
      if (!given(servers)) throw new AppError('write.changed');
      const next = change(servers);
      if (next.length > MAX_SERVERS) throw new AppError('profiles.tooMany', { facts: { limit: MAX_SERVERS } });
      return { servers: next.map(asStored) };
    });
  const replace = async (id: ServerId, change: (old: ServerProfile) => ServerProfile, given?: Given) => {
    await write((servers) => {
      if (!servers.some((server) => server.id === id)) throw new AppError('server.unknown');
      return servers.map((server) => (server.id === id ? change(server) : server));
    }, given);
    return get(id);
  };

  return {
    state: file.state,
    list: () => current().list,
    get,
    find,
    async add(draft, id = randomUUID() as ServerId, given) {
      await write((servers) => [...servers, { ...draft, id }], given);
      return get(id);
    },
    update: (id, draft, given) =>
      replace(
        id,
        (old) => {
          const { mailPins, favourite } = old;
          return {
            ...draft,
            id,
            ...stillLearnt(old, draft),
            ...(mailPins ? { mailPins } : {}),
            ...(favourite === undefined ? {} : { favourite }),
          };
        },
        given,
      ),
    async remove(id, given) {
      get(id);
      await write((servers) => servers.filter((server) => server.id !== id), given);
    },
    async pin(id, pin, at) {
      const isThere: Given = (now) => now.some((server) => server.id === id && trustPlace(server) === trustPlace(at));
      get(id);
      await replace(id, (profile) => ({ ...profile, pin }), isThere);
    },
    async setMailPins(id, mailPins) {
      await replace(id, (profile) => ({ ...profile, mailPins }));
    },
    async setOrder(ids) {
      await write((servers) => inOrder(servers, ids));
    },
    async setFavourite(id, favourite) {
      await replace(id, ({ favourite: _, ...profile }) => ({ ...profile, ...(favourite ? { favourite } : {}) }));
    },
    async importProfiles(added, replaced, given) {
      const byId = new Map(replaced.map((profile) => [profile.id, profile]));
      await write((now) => [...now.map((profile) => byId.get(profile.id) ?? profile), ...added], given);
    },
  };
}
