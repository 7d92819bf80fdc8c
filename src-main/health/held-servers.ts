import type { ServerId } from '../../src-shared/model/server';
import { AppError } from '../base/app-error';
import type { Reach } from '../reach/reach';
import type { CoreHandlers } from '../work/work';
import type { BackgroundFile } from './background-file';
import { HELD } from './health-record';
import type { StallWatch } from './stall-watch';

/** Servers whose answers held the console up. Nothing reaches them until the user has one checked. */
export interface HeldServers {
  has(id: ServerId): boolean;
  add(ids: readonly ServerId[]): void;
  /** Notes that the server is being asked as long as `use` runs. */
  during<T>(id: ServerId, use: () => Promise<T>): Promise<T>;
  /** The user has it checked by `use`: from now on it may be asked again. Throws AppError `ldap.held` if it held the console up once more. */
  check<T>(id: ServerId, use: () => Promise<T>): Promise<T>;
  /** Reaches no held server: throws AppError `ldap.held`. */
  holdBack(reach: Reach): Reach;
  /** The window's calls, each noted while it runs. A check the user asks for is the word that a held server may be asked again. */
  noted(handlers: CoreHandlers): CoreHandlers;
}

interface Needs {
  file: Pick<BackgroundFile, 'get' | 'set'>;
  watch: StallWatch;
  onChange(): void;
}

/** Keeps that the answers of those servers held the console up. */
export function keepHeld(file: Needs['file'], ids: readonly ServerId[]): void {
  const held = new Date().toISOString();
  for (const id of ids) {
    const { health, ...rest } = file.get(id);
    file.set({ ...rest, held, health: { ...health, state: 'failed', at: held, failure: HELD } });
  }
}

/** Keeps which servers' answers held the console up: they are not asked by themselves until the user asks them. */
export function createHeldServers({ file, watch, onChange }: Needs): HeldServers {
  const has = (id: ServerId) => file.get(id).held !== undefined;

  function add(ids: readonly ServerId[]): void {
    keepHeld(file, ids);
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

  async function check<T>(id: ServerId, use: () => Promise<T>): Promise<T> {
    free(id);
    try {
      const found = await during(id, use);
      if (!has(id)) return found;
    } catch (error) {
      if (!has(id)) throw error;
    }
    // The console stood still meanwhile: that is what the user has to know of this check.
    throw new AppError('ldap.held');
  }

  const holdBack: HeldServers['holdBack'] = (reach) => async (id, work, use, manner) => {
    if (has(id)) throw new AppError('ldap.held');
    return during(id, () => reach(id, work, use, manner));
  };

  return {
    has,
    add,
    during,
    check,
    holdBack,
    noted(handlers) {
      const calls = Object.entries(handlers) as [string, (input: unknown, work: never) => Promise<unknown>][];
      const notedCalls = calls.map(([name, call]) => {
        const noted = async (input: unknown, work: never) => {
          const { serverId, opened } = Object(input) as { serverId?: ServerId; opened?: boolean };
          if (serverId === undefined) return call(input, work);
          const use = () => call(input, work);
          return name === 'server.check' && !opened ? check(serverId, use) : during(serverId, use);
        };
        return [name, noted] as const;
      });
      return Object.fromEntries(notedCalls) as unknown as CoreHandlers;
    },
  };
}
