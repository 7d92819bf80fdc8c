import type { ConfigEntry } from '../../src-shared/model/organization-fields';
import type { ServerId } from '../../src-shared/model/server';
import { configEntries } from '../gluu-ldap/snapshot';
import type { Reached } from '../reach/reach';
import { mayWrite } from '../reach/rights';

/** Which configuration entries the account of each server may write, as it was when the server was last loaded. */
export interface EntryRights {
  /** Asks the server. Gives the reason why nothing can be written, if there is one; throws what `mayWrite` throws. */
  look(reached: Reached): Promise<string | undefined>;
  /** The entries that the account may not write, though it may write the appliance's. */
  fixedOf(serverId: ServerId): readonly ConfigEntry[];
}

export function createEntryRights(): EntryRights {
  const fixed = new Map<ServerId, readonly ConfigEntry[]>();
  return {
    fixedOf: (serverId) => fixed.get(serverId) ?? [],
    async look({ profile, session, tree }) {
      if (profile.readOnly) return 'This server is read-only in this console.';
      const may = await Promise.all(configEntries.map((entry) => mayWrite(session, tree, entry)));
      const [appliance] = may;
      fixed.set(
        profile.id,
        configEntries.filter((_, index) => appliance?.allowed && !may[index]?.allowed),
      );
      return appliance?.allowed ? undefined : 'This account can read the configuration, but not write it.';
    },
  };
}
