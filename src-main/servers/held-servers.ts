import type { ServerId } from '../../src-shared/model/server';
import { AppError } from '../app-error';
import { type Handlers, isUnwatched } from '../ipc/work';
import type { BackgroundFile } from './background-file';
import type { Reach } from './reach';
import type { StallWatch } from './stall-watch';

/** Servers whose answers held the console up. They are not asked again by itself until the user asks them. */
export interface HeldServers {
  has(id: ServerId): boolean;
  add(ids: readonly ServerId[]): void;
  /** Notes that the server is being asked as long as `use` runs. */
  during<T>(id: ServerId, use: () => Promise<T>): Promise<T>;
  /** Does not reach a held server for work that nobody watches: throws AppError `ldap.held`. When the user asks, it is free again. */
  holdBack(reach: Reach): Reach;
  /** The window's calls, each noted while it runs; those that nobody asked for do not reach a held server either. */
  noted(handlers: Handlers): Handlers;
}

/** Calls that the window makes from time to time without anybody asking for them. */
const BY_ITSELF = ['organization.changed'];
const notAskedAgain = () => new AppError('ldap.held', { detail: 'not asked again by itself' });

interface Needs {
  file: Pick<BackgroundFile, 'get' | 'set'>;
  watch: StallWatch;
  onChange(): void;
}

export function createHeldServers({ file, watch, onChange }: Needs): HeldServers {
  const has = (id: ServerId) => file.get(id).held !== undefined;

  function add(ids: readonly ServerId[]): void {
    for (const id of ids) file.set({ ...file.get(id), held: new Date().toISOString() });
    if (ids.length > 0) onChange();
  }

  function free(id: ServerId): void {
    if (!has(id)) return;
    const { held: _, ...rest } = file.get(id);
    file.set(rest);
    onChange();
  }

  async function during<T>(id: ServerId, use: () => Promise<T>): Promise<T> {
    const done = watch.asking(id);
    try {
      return await use();
    } finally {
      done();
    }
  }

  const holdBack: HeldServers['holdBack'] = (reach) => async (id, work, use) => {
    if (!isUnwatched(work)) free(id);
    else if (has(id)) throw notAskedAgain();
    try {
      return await during(id, () => reach(id, work, use));
    } catch (error) {
      if (error instanceof AppError && error.code === 'ldap.held') add([id]);
      throw error;
    }
  };

  return {
    has,
    add,
    during,
    holdBack,
    noted(handlers) {
      const calls = Object.entries(handlers) as [string, (input: unknown, work: never) => Promise<unknown>][];
      const notedCalls = calls.map(([name, call]) => {
        const noted = async (input: unknown, work: never) => {
          const { serverId } = Object(input) as { serverId?: ServerId };
          if (serverId === undefined) return call(input, work);
          if (BY_ITSELF.includes(name) && has(serverId)) throw notAskedAgain();
          return during(serverId, () => call(input, work));
        };
        return [name, noted] as const;
      });
      return Object.fromEntries(notedCalls) as unknown as Handlers;
    },
  };
}
