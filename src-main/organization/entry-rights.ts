import type { EntryId } from '../../src-shared/model/organization';
import type { ServerId } from '../../src-shared/model/server';
import { type Message, message } from '../../src-shared/texts/message';
import type { MayWrite } from '../reach/rights';

/** Which entries of its page the account of each server may write, as it was when the server was last loaded. */
export interface EntryRights {
  /** Takes what the server said; undefined where it was not asked. Gives the reason why nothing can be written, if there is one. */
  take(serverId: ServerId, answers: ReadonlyMap<EntryId, MayWrite> | undefined): Message | undefined;
  /** The entries that the account may not write, where it may write others. */
  fixedOf(serverId: ServerId): readonly EntryId[];
}

export function createEntryRights(): EntryRights {
  const fixed = new Map<ServerId, readonly EntryId[]>();
  return {
    fixedOf: (serverId) => fixed.get(serverId) ?? [],
    take(serverId, answers) {
      if (!answers) return message('organization.notWritable.readOnly');
      const refused = [...answers].flatMap(([entry, { allowed }]) => (allowed ? [] : entry));
      const isReader = refused.length === answers.size;
      fixed.set(serverId, isReader ? [] : refused);
      return isReader ? message('organization.notWritable.reader') : undefined;
    },
  };
}
